"""Chooses how many files an index is cut into, by its number of items.

Chosen with tests/benchmarks/search_size.py; guarded by tests/search/publish/test_index_size.py.
"""

import math
from dataclasses import dataclass

# Of items: how an index is written changes at these.
TINY = 100  # up to here one slice holds every text and travels along with the first terms
SMALL = 500
MEDIUM = 2_000
LARGE = 4_000

# Most files: below LARGE as many as make a first search cheap, above as few as a host or a Git
# branch takes well.
MOST_FILES = 600
FILES_PER_ITEM = 0.4
FILES_PER_ITEM_OF_LARGE = 0.12
# The files that the vocabulary leaves are terms and texts, in shares that cost a first search
# fewest bytes; more slices of terms would lengthen the manifest by more than they shorten the
# slices.
TERM_SHARE = 0.57
MOST_TERM_SLICES = 2_500
MIN_BLOCK = 4  # texts of a slice
# A term up to so long also stands in the slices of terms whose texts it may complete. Of first
# searches in 3,000 items one in ten needs another wave for terms, without a third; costs .2 kB. In
# a large index slices bring more along, and it would cost .4 kB for one in twenty.
SHORT_TERM = 50


@dataclass(frozen=True)
class TermSizes:
    """How terms are cut into slices."""

    slices: int  # at most
    heads: int  # texts that stand with terms, at most
    short: int  # characters of a term that also stands in other slices, where it completes a text


def term_sizes(count: int, *, files: int) -> TermSizes:
    """Returns how the terms of ``count`` items are cut; ``files`` are for terms and texts."""
    return TermSizes(
        slices=min(MOST_TERM_SLICES, int(TERM_SHARE * files)),
        heads=int(_heads_per_item(count) * count),
        short=SHORT_TERM if count < LARGE else 0,
    )


def _heads_per_item(count: int) -> float:
    """Returns how many texts also stand with terms, for each item.

    Up to SMALL, where entries have many phrasings too, and up to MEDIUM a first search then has its
    first hits after two round trips; further up a slice brings more along.
    """
    if count <= TINY:
        return 0
    if count <= SMALL:
        return 6
    if count <= MEDIUM:
        return 2.5
    return 1.25 if count < LARGE else 0.25


def most_files(count: int) -> int:
    """Returns how many files an index of ``count`` items may have."""
    per_item = FILES_PER_ITEM if count < LARGE else FILES_PER_ITEM_OF_LARGE
    return max(MOST_FILES, int(per_item * count))


def text_block(count: int, most: int) -> int:
    """Returns how many of ``count`` texts lie in each of ``most`` slices or fewer."""
    if count <= TINY:
        return max(1, count)
    return max(MIN_BLOCK, math.ceil(count / most))
