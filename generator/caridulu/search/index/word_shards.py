"""Words and how often they occur -> two orders of the vocabulary, each cut into shards.

forward   by skeleton            kcmtn kecamatan | kmskn kemiskinan | ...
backward  by reversed skeleton   ...
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from caridulu.search.analysis.spelling import skeleton

SHARD_WORDS = 180  # about 1.5 kB


@dataclass(frozen=True)
class Shard:
    """Words with the size class of their frequency (bits of the count)."""

    words: tuple[str, ...]
    sizes: tuple[int, ...]


@dataclass(frozen=True)
class Order:
    """One ordering of the vocabulary: the key of each shard's first word, and the shards."""

    starts: tuple[str, ...]
    shards: tuple[Shard, ...]


def backward_key(word: str) -> str:
    """Returns the skeleton of a word, reversed."""
    return skeleton(word)[::-1]


def build_order(counts: Mapping[str, int], key: Callable[[str], str]) -> Order:
    """Sorts words by ``key`` and cuts them into shards."""
    ordered = sorted(counts, key=lambda word: (key(word), word))
    groups = [ordered[i : i + SHARD_WORDS] for i in range(0, len(ordered), SHARD_WORDS)]
    return Order(
        starts=tuple(key(group[0]) for group in groups),
        shards=tuple(
            Shard(tuple(group), tuple(counts[word].bit_length() for word in group))
            for group in groups
        ),
    )
