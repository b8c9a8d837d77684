"""Matches typed words with place names: misspelt, shortened, written together or apart.

Twin of ``portal/browser/place_spelling.js``.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from caridulu.portal.places import AREA_WORDS, SLIPS
from caridulu.search.analysis.spelling import edit_distance, skeleton

SLIP = 2  # cost of a slip; one less if all consonants stand
MOST_SLIPS = 2  # in a word, or in a name as one word
_VOWEL = re.compile("[aeiou]")


@dataclass(frozen=True)
class Name:
    """A name of a place."""

    number: int  # its place in the list of names
    words: tuple[str, ...]  # of it
    area: int  # how many of them say the kind of area
    is_region: bool  # the others are its region's own name
    is_acronym: bool  # it is short for such a name
    offices: list[int]  # numbers of those that have it

    @cached_property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(map(len, self.words))


@dataclass(frozen=True)
class Spellings:
    """What tells a misspelt name from another word."""

    known: frozenset[str]  # all words of names
    misleading: frozenset[str]  # words and terms that are no misspelt name
    beside: Mapping[str, frozenset[str]]  # terms, as in ``NameContext``
    term_of: Callable[[str], str]  # gives the term of a word

    def cost_of(self, there: Sequence[str], name: Name) -> float:
        """Returns what it costs to read typed words as a name; infinity if they are none."""
        words, area = name.words, name.area
        if len(there) == len(words) and not name.is_acronym:
            return self._cost_of_words(there, name)
        is_apart = len(there) > len(words)
        own = "".join(words[area:])
        if is_apart and len(own) < SLIPS["apart"]:
            return inf
        if "".join(there) == "".join(words):
            return 0
        is_other = tuple(there[:area]) != words[:area]
        least = SLIPS["apartOne" if is_apart else "two"]
        if name.is_acronym or is_other or len(own) < least:
            return inf
        return self.cost_of_slips("".join(there[area:]), own)

    def _cost_of_words(self, there: Sequence[str], name: Name) -> float:
        """Compares each word by itself; beside an exact word, others may be shortened."""
        area, pairs = name.area, [*zip(there, name.words, strict=True)]
        is_sure = any(typed == word and word not in self.beside for typed, word in pairs[area:])
        is_of_area = there[0] == name.words[0] and there[0] in AREA_WORDS
        least = SLIPS["sure" if any(typed == word for typed, word in pairs) else "one"]
        costs = []
        for typed, word in pairs:
            is_read = is_sure or (is_of_area and len(word) > SLIPS["one"])
            costs.append(self._cost_of_word(typed, word, least=least, is_read=is_read))
        is_own_word_read = any(cost < inf for cost in costs[area:])
        is_of_consonants = len(there) > area + 1 and not any(map(_has_vowel, there[area:]))
        if is_own_word_read or is_of_consonants:
            costs = [
                len(word) - len(typed) if cost == inf and is_shortened(typed, word) else cost
                for cost, (typed, word) in zip(costs, pairs, strict=True)
            ]
        return sum(costs)

    def _cost_of_word(self, typed: str, word: str, *, least: int, is_read: bool) -> float:
        """Compares a word; ``is_read``: beside others of the name it is read though misleading."""
        if typed == word:
            return 0
        if len(word) < least or (not is_read and self._is_misleading(typed)):
            return inf
        return self.cost_of_slips(typed, word)

    def _is_misleading(self, typed: str) -> bool:
        return typed in self.misleading or self.term_of(typed) in self.misleading

    def cost_of_slips(self, typed: str, word: str) -> float:
        """Returns the cost of a misspelt word; one that is a word of another name is no slip."""
        if typed[:1] != word[0] or typed in self.known:
            return inf
        if abs(len(typed) - len(word)) > MOST_SLIPS:
            return inf
        is_sounding = skeleton(typed) == skeleton(word)
        limit = 1 if len(word) < SLIPS["two"] - is_sounding else 2
        distance = edit_distance(typed, word, limit)
        return inf if distance > limit else distance * SLIP - is_sounding


def is_shortened(typed: str, word: str) -> bool:
    """Tells whether a word begins another, or is some of its consonants after its first letter."""
    if len(typed) < SLIPS["sure"] or len(typed) >= len(word):
        return False
    if word.startswith(typed):
        return True
    if typed[0] != word[0] or _has_vowel(typed):
        return False
    letters = iter(word)
    return all(letter in letters for letter in typed)


def _has_vowel(typed: str) -> bool:
    """Tells whether a vowel follows a word's first letter."""
    return _VOWEL.search(typed[1:]) is not None
