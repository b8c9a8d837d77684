"""A question -> the offices that it names, and the question with the mark for their regions.

Twin of ``portal/browser/places.js``: equal numbers, order and marked text for every question.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from caridulu.portal.neutral_terms import MARK
from caridulu.portal.places import LOCATIVES, SHORT_AREAS, SLIPS
from caridulu.search.analysis.analyzer import fold
from caridulu.search.analysis.spelling import edit_distance

_TOKEN = re.compile("[0-9a-z]+")
_DIGITS = re.compile(r"[0-9]*\Z")
REMEMBERED = 50_000  # words; offices are hundreds, and each has a handful of names
_MOST_DIFFERENT = 2  # letters that a first word may be longer or shorter


@dataclass(frozen=True)
class PlacesRead:
    """Numbers of the offices that a question names, and the question with marks."""

    named: tuple[int, ...]
    marked: str


@dataclass(frozen=True)
class _Name:
    """The ``number``-th name of all; its last ``marked`` words are the region's own name."""

    number: int
    words: tuple[str, ...]
    marked: int
    offices: list[int]


@dataclass(frozen=True)
class _Naming:
    """A name that stands in the question, from word ``start`` on."""

    office: int
    name: _Name
    start: int
    slips: int

    @property
    def end(self) -> int:
        return self.start + len(self.name.words)

    @property
    def order(self) -> tuple[int, int, int]:
        """Puts the name of most words first, then the one with the fewest slips."""
        return -len(self.name.words), self.slips, self.start


class PlaceReading:
    """Reads the names of places in questions.

    Args:
        table: of offices, as ``portal.office_table`` writes it for the browser.
        term_of: gives the term of a word.
    """

    def __init__(self, table: Mapping[str, Any], term_of: Callable[[str], str]) -> None:
        self._term_of = term_of
        self._names = _names_by_first_word(table["offices"])
        self._first_words: dict[str, list[str]] = {}
        for word in self._names:
            self._first_words.setdefault(word[0], []).append(word)
        self._near = lru_cache(maxsize=REMEMBERED)(self._first_words_near)
        self._misleading, self._before, self._after = (
            frozenset(table[key].split()) for key in ("misleading", "before", "after")
        )
        self._beside = {name: frozenset(terms.split()) for name, terms in table["beside"].items()}

    def read(self, query: str) -> PlacesRead:
        """Finds names; of those at one place counts the one of most words and fewest slips."""
        folded = fold(query)
        tokens = list(_TOKEN.finditer(folded))
        typed = [SHORT_AREAS.get(token[0], token[0]) for token in tokens]
        kept: list[_Naming] = []
        for each in sorted(self._namings(typed), key=lambda one: (*one.order, one.name.number)):
            rivals = (one for one in kept if each.start < one.end and one.start < each.end)
            if all(rival.order == each.order for rival in rivals):
                kept.append(each)
        named = tuple(dict.fromkeys(one.office for one in kept))
        return PlacesRead(named, _with_marks(folded, tokens, kept))

    def _namings(self, typed: Sequence[str]) -> list[_Naming]:
        found: list[_Naming] = []
        for start, word in enumerate(typed):
            letters = {"", *(other[0] for other in typed[start + 1 : start + 2])}
            for first in self._near(word):
                names = self._names[first]
                for name in (name for letter in letters for name in names.get(letter, ())):
                    slips = self._slips_at(typed, start, name.words)
                    if slips is not None:
                        found += (_Naming(office, name, start, slips) for office in name.offices)
        return found

    def _first_words_near(self, word: str) -> tuple[str, ...]:
        """Lists first words of names that a word may be, if what follows says so."""
        return tuple(
            first
            for first in self._first_words.get(word[0], ())
            if word == first
            or (
                abs(len(word) - len(first)) <= _MOST_DIFFERENT
                and self._slips_in(word, first, sure=True) is not None
            )
        )

    def _slips_at(self, typed: Sequence[str], start: int, words: Sequence[str]) -> int | None:
        """Counts the slips of a name at a word; None if it is another, or no name there."""
        there = typed[start : start + len(words)]
        if len(there) < len(words):
            return None
        is_word = len(words) == 1 and words[0] in self._beside
        if is_word and not self._is_place(words[0], typed, start):
            return None
        pairs = list(zip(there, words, strict=True))
        sure = any(one == word for one, word in pairs)  # the other words are no others, then
        total = 0
        for one, word in pairs:
            slips = 0 if one == word else self._slips_in(one, word, sure=sure)
            if slips is None:
                return None
            total += slips
        return total

    def _slips_in(self, typed: str, word: str, *, sure: bool) -> int | None:
        if len(word) < SLIPS["sure" if sure else "one"] or typed[0] != word[0]:
            return None
        limit = 1 if len(word) < SLIPS["two"] else 2
        distance = edit_distance(typed, word, limit)
        if distance > limit:
            return None
        if not sure and not self._misleading.isdisjoint({typed, self._term_of(typed)}):
            return None
        return distance

    def _is_place(self, name: str, typed: Sequence[str], at: int) -> bool:
        """Tells by the words around it whether an ordinary word is a place here."""
        around = (typed[at - 1] if at else "", typed[at + 1] if at + 1 < len(typed) else "")
        last, after = (word and self._term_of(word) for word in around)
        if not self._beside[name].isdisjoint({last, after}):
            return False
        is_followed = _DIGITS.match(after) is not None or after in self._after
        return around[0] in LOCATIVES or (last in self._before and is_followed)


def _names_by_first_word(offices: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, list[_Name]]]:
    """Lists names by their first word and the letter of their second, which is never misspelt."""
    every: dict[str, _Name] = {}
    for office, row in enumerate(offices):
        own = len(row["named"][0].split(" "))
        for text in (*row["named"], *row["places"]):
            marked = own if text in row["named"] else 0
            words = tuple(text.split(" "))
            every.setdefault(text, _Name(len(every), words, marked, [])).offices.append(office)
    found: dict[str, dict[str, list[_Name]]] = {}
    for name in every.values():
        first, *others = name.words
        letter = others[0][0] if others else ""
        found.setdefault(first, {}).setdefault(letter, []).append(name)
    return found


def _with_marks(folded: str, tokens: Sequence[re.Match[str]], kept: Sequence[_Naming]) -> str:
    regions = {one.end: one.name.marked for one in kept if one.name.marked}
    text = folded
    for end, marked in sorted(regions.items(), reverse=True):
        text = text[: tokens[end - marked].start()] + MARK + text[tokens[end - 1].end() :]
    return text
