"""The words people wrote, ordered so that a misspelt one lies near its origin.

Twin of ``browser/vocabulary.js``. One wrong letter leaves either the first or the last half of a
word's skeleton whole (pigeonhole), so its origin is found in the forward shards under its first
half or in the backward shards under its last half. Only the shards where the word itself would
stand are read, one of each order: a query costs the same however large the vocabulary is.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from caridulu.search.analysis.spelling import VOWELS, edit_distance, skeleton
from caridulu.search.index.word_shards import backward_key, build_order
from caridulu.search.parameters import (
    CLITIC,
    DOUBTFUL,
    MAX_READ,
    MAX_SHARDS,
    ONE_EDIT,
    POSSIBLE,
    SURE_ONE,
    SURE_TWO,
    TWO_EDITS,
    WHOLE,
)

_POSSIBLE = re.compile(POSSIBLE)
MIN_LENGTH, MAX_LENGTH = 3, 24  # letters of a word that is kept


@dataclass(frozen=True)
class Spelling:
    """A vocabulary word that may be meant, with its weight over 16."""

    word: str
    weight: int
    size: int


def place(starts: Sequence[str], key: str) -> int:
    """Returns the number of the shard where ``key`` belongs; the first begins with no letter."""
    return bisect_right(starts, key) - 1


def is_acronym(word: str) -> bool:
    """Tells letters that are no syllables (pdrb, kbli): one letter more is another acronym."""
    return len(word) < 6 and sum(letter in VOWELS for letter in word) < 2


def abbreviates(word: str, other: str, bones: str) -> bool:
    """Tells whether a word of the same skeleton is the same word: magang is not memegang."""
    if len(bones) < 2 or (len(word) < 4 and len(other) < 5):
        return False
    if not VOWELS & set(word[1:]):
        return True
    limit = max(1, len(other) // 3)
    return len(word) > 4 and not is_acronym(other) and edit_distance(word, other, limit) <= limit


def likeness(word: str, bones: str, other: str) -> int:
    """Weighs a vocabulary word as the origin of a word with these ``bones``, over 16.

    Short words are read only as the consonants of a clearly longer word: tpk is not tpak.
    """
    same_start = other[0] == word[0]
    if same_start and skeleton(other) == bones and abbreviates(word, other, bones):
        return WHOLE
    if len(word) < 4 or is_acronym(other):
        return 0
    limit = 2 if same_start and len(word) > 6 else 1
    distance = edit_distance(word, other, limit)
    if distance == 1:
        return ONE_EDIT if same_start and len(word) > 4 else DOUBTFUL
    return TWO_EDITS if same_start and distance == limit else 0


def is_sure(word: str, weight: int) -> bool:
    """Tells whether a word with a likely origin of this ``weight`` is surely misspelt.

    What is possible as an Indonesian word may be one that no list has, unless it is long, or a
    known word with an ending of speech: bukaki is buka.
    """
    if weight == CLITIC:
        return True
    if weight <= DOUBTFUL:
        return False
    is_long = len(word) >= (SURE_TWO if weight == TWO_EDITS else SURE_ONE)
    return is_long or not _POSSIBLE.match(word)


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
        # An import asks for the same unknown words thousands of times.
        self.similar = lru_cache(maxsize=50_000)(self._similar)

    def _similar(self, word: str) -> tuple[Spelling, ...]:
        """Finds words of the same skeleton, or one or two edits away, the likeliest first."""
        bones = skeleton(word)
        forward = self.forward.shards[place(self.forward.starts, bones)]
        backward = self.backward.shards[place(self.backward.starts, backward_key(word))]
        sizes = forward.by_word | backward.by_word  # a word may be in both
        found = (Spelling(each, likeness(word, bones, each), n) for each, n in sizes.items())
        return _likeliest(one for one in found if one.weight)

    def completions(self, word: str) -> tuple[Spelling, ...]:
        """Finds longer words that begin with ``word``, the most frequent first."""
        starts = self.forward.starts
        bones = skeleton(word)
        first, last = place(starts, bones), place(starts, bones + "\x7f")
        shards = range(first, min(last + 1, first + MAX_SHARDS))
        found: dict[str, int] = {}
        for shard in (self.forward.shards[n] for n in shards):
            start, end = bisect_right(shard.words, word), bisect_left(shard.words, word + "\x7f")
            found |= dict(zip(shard.words[start:end], shard.sizes[start:end], strict=True))
        return _likeliest(Spelling(other, WHOLE, size) for other, size in found.items())


def _likeliest(found: Iterable[Spelling]) -> tuple[Spelling, ...]:
    """Returns the first that are read: the likeliest, of equals the most frequent."""
    return tuple(sorted(found, key=lambda s: (-s.weight, -s.size, s.word))[:MAX_READ])
