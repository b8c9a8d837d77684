"""Words and how often they occur -> two orders of the vocabulary, each cut into shards.

forward   by skeleton            kcmtn kecamatan | kmskn kemiskinan | ...
backward  by reversed skeleton   ...
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from caridulu.search.analysis.spelling import skeleton

SHARD_WORDS = 500  # about 2 kB compressed


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
    """Sorts words by ``key`` and cuts them into shards; words of one key stay together."""
    by_key: dict[str, list[str]] = {}
    for word in sorted(counts):
        by_key.setdefault(key(word), []).append(word)
    shards: dict[str, list[str]] = {}
    words: list[str] = []
    for start in sorted(by_key):
        if not shards or len(words) >= SHARD_WORDS:
            words = shards[start] = []
        words += by_key[start]
    return Order(
        starts=tuple(shards),
        shards=tuple(
            Shard(tuple(group), tuple(counts[word].bit_length() for word in group))
            for group in shards.values()
        ),
    )
