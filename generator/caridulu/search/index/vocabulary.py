"""The words people wrote, ordered so that a misspelt one lies near its origin.

Twin of ``browser/vocabulary.js``. Words stand in two orders, each cut into shards:

    forward   by skeleton            kcmtn kecamatan | kmskn kemiskinan | ...
    backward  by reversed skeleton   ...

One wrong letter leaves either the first or the last half of the skeleton whole (pigeonhole),
so a word's origin is found in the forward shards under its first half or the backward shards
under its last half. Only shards beside the word's own place are read: a query costs the same
however large the vocabulary is.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from caridulu.search.analysis.spelling import VOWELS, edit_distance, skeleton

SHARD_WORDS = 180  # about 1.5 kB
REACH = 1  # shards read on each side of a word's own
PREFIX_SHARDS = 4
MIN_LENGTH, MAX_LENGTH = 3, 24

# Weights over 16, chosen by hand after trying a few values on mistyped, abbreviated and unfinished
# queries of three development collections; guarded by tests/search/test_relevance.py.
SAME_SKELETON = 16
ONE_EDIT = 14
ONE_DOUBTFUL_EDIT = 8  # padi is as likely a word of its own as a misspelt padu, so is sarapan
TWO_EDITS = 10
COMPLETION = 16  # of the word being typed
LONGER = 8  # a word that an unknown word begins
MAX_SIMILAR = 8
MAX_COMPLETIONS = 8


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

    def place(self, key: str) -> int:
        """Number of the shard where ``key`` belongs."""
        return max(0, bisect_right(self.starts, key) - 1)

    def near(self, key: str, half: str) -> range:
        """Shards beside ``key``'s own that can hold keys beginning with ``half``."""
        own = self.place(key)
        first = max(self.place(half), own - REACH)
        last = min(self.place(half + "\x7f"), own + REACH)
        return range(first, last + 1)


@dataclass(frozen=True)
class Spelling:
    """A vocabulary word that may be meant, with its weight over 16."""

    word: str
    weight: int
    size: int


def backward_key(word: str) -> str:
    return skeleton(word)[::-1]


def build_order(counts: Mapping[str, int], key: Callable[[str], str]) -> Order:
    """Words sorted by ``key`` and cut into shards."""
    ordered = sorted(counts, key=lambda word: (key(word), word))
    groups = [ordered[i : i + SHARD_WORDS] for i in range(0, len(ordered), SHARD_WORDS)]
    return Order(
        starts=tuple(key(group[0]) for group in groups),
        shards=tuple(
            Shard(tuple(group), tuple(counts[word].bit_length() for word in group))
            for group in groups
        ),
    )


class Vocabulary:
    """Vocabulary words near a word that the index does not know."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        kept = {
            word: count
            for word, count in counts.items()
            if MIN_LENGTH <= len(word) <= MAX_LENGTH and word.isalpha()
        }
        self.forward = build_order(kept, skeleton)
        self.backward = build_order(kept, backward_key)

    def similar(self, word: str) -> list[Spelling]:
        """Same skeleton, or one or two edits away; best first, at most ``MAX_SIMILAR``."""
        bones = skeleton(word)
        half = max(1, len(bones) // 2)
        words = {}
        if self.forward.shards:
            mirrored = bones[::-1]
            near_forward = self.forward.near(bones, bones[:half])
            near_backward = self.backward.near(mirrored, mirrored[: max(1, len(bones) - half)])
            words = _sizes(
                [self.forward.shards[n] for n in near_forward]
                + [self.backward.shards[n] for n in near_backward]
            )
        found = (_compare(word, bones, other, size) for other, size in words.items())
        return sorted((s for s in found if s.weight), key=_rank)[:MAX_SIMILAR]

    def completions(self, word: str, weight: int) -> list[Spelling]:
        """Longer words that begin with ``word``, most frequent first."""
        if not self.forward.shards:
            return []
        bones = skeleton(word)
        first, last = self.forward.place(bones), self.forward.place(bones + "\x7f")
        # the place of an equal key may begin in the shard before
        first = max(0, first - 1) if self.forward.starts[first] == bones else first
        shards = range(first, min(last, first + PREFIX_SHARDS - 1) + 1)
        words = _sizes(self.forward.shards[n] for n in shards)
        longer = (
            Spelling(other, weight, size)
            for other, size in words.items()
            if other.startswith(word) and other != word
        )
        return sorted(longer, key=_rank)[:MAX_COMPLETIONS]


def _sizes(shards: Iterable[Shard]) -> dict[str, int]:
    return {w: s for shard in shards for w, s in zip(shard.words, shard.sizes, strict=True)}


def _rank(spelling: Spelling) -> tuple[int, int, str]:
    return (-spelling.weight, -spelling.size, spelling.word)


def _abbreviates(word: str, other: str, bones: str) -> bool:
    """Whether a word of the same skeleton is the same word: magang is not memegang."""
    if len(bones) < 2 or (len(word) < 4 and len(other) < 5):
        return False
    if not VOWELS & set(word[1:]):
        return True
    limit = max(1, len(other) // 3)
    return len(word) > 4 and not is_acronym(other) and edit_distance(word, other, limit) <= limit


def is_acronym(word: str) -> bool:
    """Letters that are no syllables (pdrb, kbli, tpak): one letter more is another acronym."""
    return len(word) < 6 and sum(letter in VOWELS for letter in word) < 2


def _compare(word: str, bones: str, other: str, size: int) -> Spelling:
    """Short words are read only as the consonants of a clearly longer word: tpk is not tpak."""
    weight = 0
    if skeleton(other) == bones and _abbreviates(word, other, bones):
        weight = SAME_SKELETON
    elif len(word) > 3 and not is_acronym(other):
        limit = 2 if len(word) > 6 else 1
        distance = edit_distance(word, other, limit)
        if distance == 1:
            doubtful = len(word) == 4 or other[0] != word[0]
            weight = ONE_DOUBTFUL_EDIT if doubtful else ONE_EDIT
        elif distance == 2 and limit == 2 and other[0] == word[0]:
            weight = TWO_EDITS
    return Spelling(other, weight, size)
