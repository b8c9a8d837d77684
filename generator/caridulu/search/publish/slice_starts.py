"""Chooses where slices of terms begin, of words in the order of their skeletons.

A word is asked as often as it is used, near enough: a byte beside a frequent word is fetched twenty
times as often as one beside a rare one. So every slice has about the same product of its length and
its uses, which costs a first search an eighth less than equal lengths.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

from caridulu.search.index.word_shards import first_above

LEAST_CHARACTERS = 1_200  # of a slice of terms on average, about 0.8 kB compressed
STEPS = 16  # to the double, of the limit by which slices are cut
# A slice may pass the limit by so much, to end where the manifest needs few letters. With 2 a first
# search in 4,700 items took .3 kB more, with 1.5 as much (tests/benchmarks/search_size.py).
SLACK = 1.75


class SkeletonWords(NamedTuple):
    """All words of one skeleton: characters of their terms, and how often these are used."""

    skeleton: str
    length: int
    uses: int


class _Start(NamedTuple):
    """Where a slice may begin: the key in the manifest, and the number of its first word."""

    key: str
    number: int


def slice_starts(words: Sequence[SkeletonWords], *, most: int, beside: int) -> tuple[str, ...]:
    """Returns the keys with which slices begin; words of one skeleton stay together.

    There are ``most`` slices or fewer. Words come in the order of their skeletons; ``beside``
    counts the characters beside their terms.
    """
    length = sum(each.length for each in words) + beside
    most = max(1, min(most, length // LEAST_CHARACTERS))
    limits = [2 ** (step / STEPS) for step in range(STEPS * 60)]
    at = bisect_left(limits, -most, key=lambda limit: -len(_cut(words, limit)))
    return _cut(words, limits[at])


def _cut(words: Sequence[SkeletonWords], limit: float) -> tuple[str, ...]:
    """Returns where slices begin that reach ``limit``, the product of length and uses.

    Of the words with which the next slice may begin, the one with the shortest start is taken, and
    of these one by its letters alone. So after a slice that begins elsewhere the next ones soon
    begin where they did.
    """
    starts, at = [""], 0
    while words and (following := _following(words, at, limit)):
        start = min(following, key=lambda each: (len(each.key), crc32(each.key.encode())))
        starts.append(start.key)
        at = start.number
    return tuple(starts)


def _following(words: Sequence[SkeletonWords], at: int, limit: float) -> list[_Start]:
    """Lists where the slice may begin that comes after the one from word number ``at``."""
    found: list[_Start] = []
    before, length, uses = words[at]
    for number in range(at + 1, len(words)):
        word = words[number]
        length, uses = length + word.length, uses + word.uses
        if length * uses > limit:
            found.append(_Start(first_above(before, word.skeleton), number))
            if length * uses > SLACK * limit:
                break
        before = word.skeleton
    return found
