"""Words and how often they occur -> two orders of the vocabulary, each cut into shards.

forward   by skeleton            kcmtn kecamatan | kmskn kemiskinan | ...
backward  by reversed skeleton   ...
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from caridulu.search.analysis.spelling import skeleton

# Words of a shard, at the least 1.9 kB compressed: of 1,600 misspelt names of concepts, MRR@10 with
# 260 was .004 below that with 700, with 500 .001. A large vocabulary is cut into longer ones.
MIN_WORDS, MAX_WORDS = 700, 1_000
SHARDS = 50  # of a vocabulary between these


@dataclass(frozen=True)
class Shard:
    """Words in the order of the alphabet, with the size class of their frequency (bits)."""

    words: tuple[str, ...]
    sizes: tuple[int, ...]

    @property
    def by_word(self) -> dict[str, int]:
        """Returns the size class of each word."""
        return dict(zip(self.words, self.sizes, strict=True))


@dataclass(frozen=True)
class Order:
    """One ordering of the vocabulary: where each shard begins, and the shards."""

    starts: tuple[str, ...]
    shards: tuple[Shard, ...]


def backward_key(word: str) -> str:
    """Returns the skeleton of a word, reversed."""
    return skeleton(word)[::-1]


def build_order(counts: Mapping[str, int], key: Callable[[str], str]) -> Order:
    """Sorts words by ``key`` and cuts them into shards; words of one key stay together."""
    limit = min(MAX_WORDS, max(MIN_WORDS, len(counts) // SHARDS))
    by_key: dict[str, list[str]] = {}
    for word in sorted(counts):
        by_key.setdefault(key(word), []).append(word)
    words: list[str] = []
    shards, before = {"": words}, ""
    for start in sorted(by_key):
        if len(words) >= limit:
            words = shards[first_above(before, start)] = []
        words += by_key[start]
        before = start
    return Order(
        starts=tuple(shards),
        shards=tuple(
            Shard(tuple(sorted(group)), tuple(counts[word].bit_length() for word in sorted(group)))
            for group in shards.values()
        ),
    )


def first_above(before: str, key: str) -> str:
    """Returns the shortest beginning of ``key`` that stands above the key before it."""
    return key[: shared_letters(before, key) + 1]


def shared_letters(before: str, after: str) -> int:
    """Counts the letters with which both words begin."""
    shared = 0
    for a, b in zip(before, after, strict=False):
        if a != b:
            break
        shared += 1
    return shared
