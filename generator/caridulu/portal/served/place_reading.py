"""A question -> the offices that it names, and the question with the mark for their regions.

Twin of ``portal/browser/places.js``: equal numbers, order and marked text for every question.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import inf
from typing import Any

from caridulu.portal.neutral_terms import MARK
from caridulu.portal.places import AREA_WORDS, KINDS_AFTER, LOCATIVES, SHORT_AREAS
from caridulu.portal.served.place_spelling import MOST_SLIPS, Name, Spellings, is_shortened
from caridulu.search.analysis.analyzer import fold

REMEMBERED = 50_000  # words; offices are hundreds, and each has a handful of names
_TOKEN = re.compile("[0-9a-z]+")
_TWICE = re.compile("^([a-z]+)2$")  # bau2 is baubau
_DIGITS = re.compile("[0-9]*")


@dataclass(frozen=True)
class PlacesRead:
    """Numbers of the offices that a question names, in its order, and the question with marks."""

    named: tuple[int, ...]
    marked: str


@dataclass(frozen=True)
class _Naming:
    """A name that stands in the question, in ``length`` words from ``start`` on."""

    name: Name
    start: int
    length: int
    cost: float
    marked: int  # how many of the words are the region's name

    @property
    def end(self) -> int:
        return self.start + self.length

    @property
    def order(self) -> tuple[int, float, int]:
        """Puts the name of most words first, then the nearest."""
        return -self.length, self.cost, self.start


class PlaceReading:
    """Reads the names of places in questions; ``table`` is that of offices in ``index_folder``."""

    def __init__(self, table: Mapping[str, Any], term_of: Callable[[str], str]) -> None:
        names = _names_of(table["offices"])
        beside = {name: frozenset(terms.split()) for name, terms in table["beside"].items()}
        misleading, self._before, self._after = (
            frozenset(table[key].split()) for key in ("misleading", "before", "after")
        )
        known = {each for one in names for each in (*one.words, "".join(one.words))}
        self._term_of, self._beside = term_of, beside
        self._spellings = Spellings(frozenset(known), misleading, beside, term_of)
        self._first_words = {one.words[0] for one in names}
        self._by_letter: dict[str, list[Name]] = {}
        for one in names:
            self._by_letter.setdefault(one.words[0][0], []).append(one)
        self._near = lru_cache(maxsize=REMEMBERED)(self._names_near)
        self._may_be = lru_cache(maxsize=REMEMBERED)(self._first_may_be)

    def read(self, query: str) -> PlacesRead:
        """Finds names; of those at one place counts the one of most words, then the nearest."""
        folded = fold(query)
        tokens = list(_TOKEN.finditer(folded))
        typed = [SHORT_AREAS.get(token[0]) or _TWICE.sub(r"\1\1", token[0]) for token in tokens]
        kept: list[_Naming] = []
        for each in sorted(self._namings(typed), key=lambda one: (*one.order, one.name.number)):
            rivals = (one for one in kept if each.start < one.end and one.start < each.end)
            if all(rival.order == each.order for rival in rivals):
                kept.append(each)
        kept.sort(key=lambda one: one.start)
        named = dict.fromkeys(office for one in kept for office in one.name.offices)
        return PlacesRead(tuple(named), _with_marks(folded, tokens, kept))

    def _namings(self, typed: Sequence[str]) -> list[_Naming]:
        """Finds names; one may stand there in one word less or more than it has."""
        ends = [0, *accumulate(map(len, typed))]  # letters before each word
        stretches = (
            (name, start, length)
            for start in range(len(typed))
            for name in self._names_at(typed, start)
            for length in self._lengths(name, typed, start, ends)
        )
        found: list[_Naming] = []
        for name, start, length in stretches:
            words = typed[start : start + length]
            cost = self._spellings.cost_of(words, name)
            if cost < inf and self._is_place(name, typed, start, length):
                found.append(_Naming(name, start, length, cost, _marked(name, words)))
        return found

    def _names_at(self, typed: Sequence[str], start: int) -> Iterator[Name]:
        """Yields the names that may begin with the word at ``start``."""
        near, by_next = self._near(typed[start])
        yield from near
        if start + 1 < len(typed):
            yield from by_next.get(typed[start + 1][0], ())

    def _lengths(
        self, name: Name, typed: Sequence[str], start: int, ends: Sequence[int]
    ) -> Iterator[int]:
        """Yields in how many words a name may stand; ``Spellings.cost_of`` would refuse others."""
        word, count = typed[start], len(name.words)
        is_area = word in AREA_WORDS and word != name.words[0]  # kota baru, not Kotabaru
        most = min(count if is_area else count + 1, len(typed) - start)
        for length in range(max(1, count - 1), most + 1):
            if length == count and not name.is_acronym:
                if self._may_be(word, name.words[0]):
                    yield length
            elif abs(ends[start + length] - ends[start] - name.letters) <= MOST_SLIPS:
                yield length

    def _first_may_be(self, word: str, first: str) -> bool:
        return (
            word == first
            or is_shortened(word, first)
            or self._spellings.cost_of_slips(word, first) < inf
        )

    def _names_near(self, word: str) -> tuple[tuple[Name, ...], Mapping[str, Sequence[Name]]]:
        """Lists names that may begin with a word; apart, by their next letter, those of its area.

        All others would be refused by ``Spellings.cost_of``, one by one.
        """
        near: list[Name] = []
        by_next: dict[str, list[Name]] = {}
        for name in self._by_letter.get(word[0], ()):
            first = name.words[0]
            if name.area and word == first:
                by_next.setdefault(name.words[1][0], []).append(name)
            elif (
                not name.area
                or word.startswith(first)
                or first.startswith(word)
                or self._may_be(word, first)
            ):
                near.append(name)
        return tuple(near), by_next

    def _is_place(self, name: Name, typed: Sequence[str], at: int, length: int) -> bool:
        """Tells by the words around it whether a name that is an ordinary word is a place here."""
        others = self._beside.get(" ".join(name.words))
        if others is None:
            return True
        word = typed[at - 1] if at else ""
        follower = typed[at + length] if at + length < len(typed) else ""
        last, after = (each and self._term_of(each) for each in (word, follower))
        if not others.isdisjoint({last, after}):
            return False
        if word in LOCATIVES or follower in KINDS_AFTER:
            return True
        is_last = _DIGITS.fullmatch(follower) is not None or follower in self._first_words
        return len(name.words) == 1 and last in self._before and (is_last or after in self._after)


def _marked(name: Name, typed: Sequence[str]) -> int:
    """Counts the words of the region's name: "kota" is of it, "bps" is not."""
    other = sum(word not in AREA_WORDS for word in typed[: name.area])
    return max(1, len(typed) - other) if name.is_region else 0


def _names_of(offices: Iterable[Mapping[str, Any]]) -> list[Name]:
    """Lists names, one of several offices once."""
    every: dict[str, Name] = {}
    for office, row in enumerate(offices):
        own = len(row["named"][0].split(" "))
        for text in (*row["named"], *row["acronyms"], *row["places"]):
            words = tuple(text.split(" "))
            is_region = text not in row["places"]
            area = max(0, len(words) - own) if is_region else 0
            name = Name(len(every), words, area, is_region, text in row["acronyms"], [])
            every.setdefault(text, name).offices.append(office)
    return list(every.values())


def _with_marks(folded: str, tokens: Sequence[re.Match[str]], kept: Sequence[_Naming]) -> str:
    regions = {one.end: one.marked for one in kept if one.marked}
    text = folded
    for end, marked in sorted(regions.items(), reverse=True):
        text = text[: tokens[end - marked].start()] + MARK + text[tokens[end - 1].end() :]
    return text
