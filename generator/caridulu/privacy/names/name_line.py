"""A line of text -> what its words may be beside each other, and which are one name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from caridulu.privacy.lists.word_lists import WordLists
from caridulu.privacy.names.line_words import LineWords
from caridulu.privacy.names.name_cues import DEGREES, DOES_AFTER, INTRODUCED, NUMBER_AFTER, WITHIN
from caridulu.privacy.names.place_names import STREETS, place_words

MOST_WORDS = 5  # of one name


class NameLine(LineWords):
    """The words of a line, and what those that stand beside a word say about it."""

    def __init__(self, text: str, lists: WordLists) -> None:
        super().__init__(text, lists)
        self._placed = place_words(self)
        self.introductions = tuple(INTRODUCED.finditer(text))

    def names_place(self, n: int) -> bool:
        """Says whether word ``n`` names a place or a thing: ``Masjid Agung Al Mubarak``."""
        return n in self._placed

    def may_be_name(self, n: int, *, free: bool) -> bool:
        """Says whether word ``n`` can be part of a name; ``free``: unlisted in lower case, too."""
        token, low = self.tokens[n], self.tokens[n].low
        if self.lists.is_usual_name(low):
            return True
        if token.capital and n and self.tokens[n - 1].text in ("La", "Wa", "Ode", "LA"):
            return True  # La Ganti: a word
        if self.is_common(token) or len(low) < 2 or any(map(str.isdigit, low)):
            return False
        if "-" in low and not token.capital:
            return False
        if self.is_acronym(token) and not (free and self._is_beside_capitals(n)):
            return False
        if token.capital:
            return len(low) > 2 or low in ("la", "wa")
        is_pronounceable = len(low) > 2 and re.search("[aeiou]", low) is not None
        return self.is_listed(token) or (free and is_pronounceable)

    def _is_beside_capitals(self, n: int) -> bool:
        """Whether a neighbour too is written in capitals: ``MUH. ALDI SAPUTRA``."""
        beside = [n - 1] if self.is_joined(n) else []
        beside += [n + 1] if self.is_joined(n + 1) else []
        return any(self.tokens[m].text.isupper() and len(self.tokens[m].low) > 2 for m in beside)

    def is_inside_name(self, n: int) -> bool:
        """Says whether word ``n`` is a particle or a word in a name: ``Muhammad Al Fatih``."""
        token = self.tokens[n]
        other = token.text.istitle() and not (token.low in STREETS or token.low in self.lists.heads)
        between = token.low in WITHIN or other
        if not between or not self.is_joined(n + 1):
            return False
        free = token.low in ("bin", "binti")
        return self.may_be_name(n + 1, free=free) or self.is_la_or_wa(n + 1)

    def is_of_office(self, n: int) -> bool:
        """Says whether word ``n`` tells of what somebody is the head: ``BPS Kabupaten Bombana``."""
        token, lists = self.tokens[n], self.lists
        if lists.is_usual_name(token.low) or self.is_la_or_wa(n):
            return False
        small = lists.is_stop(token.low) and token.low not in lists.places | lists.offices
        return self.is_acronym(token) or (self.is_common(token) and (token.capital or not small))

    def is_other(self, n: int) -> bool:
        """Says whether word ``n`` is of everyday with a capital, but no office or small talk."""
        if n >= len(self.tokens):
            return False
        token = self.tokens[n]
        plain = token.text.istitle() and len(token.low) > 2 and not self.in_title_case
        return plain and not (self.lists.is_stop(token.low) or self.is_calling(token))

    def is_addressed(self, n: int) -> bool:
        """Says whether somebody is addressed before word ``n``, and no more: ``min, ardi ...``."""
        lists = self.lists
        called = all(lists.is_stop(t.low) or t.low in lists.titles for t in self.tokens[:n])
        return n > 0 and called and self.gap(n).strip() == ","

    def is_said(self, first: int, last: int) -> bool:
        """Says whether what a person does or is follows, or a place after a dash or comma."""
        end = self.tokens[last].end
        if DOES_AFTER.match(self.text, end):
            return True
        if last + 1 < len(self.tokens) and first == 0:
            gap, following = self.gap(last + 1), self.tokens[last + 1]
            return gap.strip() in ("-", "\u2013", "(", ",") and following.low in self.lists.regions
        return False

    def before_number(self, n: int) -> bool:
        """Says whether a number or address of a person follows within four capitalised words."""
        words = self.run(n, lambda m: m == n or self._is_capitalised(m), most=4)
        return NUMBER_AFTER.match(self.text, self.tokens[words[-1]].end) is not None

    def _is_capitalised(self, n: int) -> bool:
        """Whether word ``n`` has a capital, and is no label: ``NIK``."""
        return self.tokens[n].capital and not self.is_acronym(self.tokens[n])


@dataclass(frozen=True, slots=True)
class Named:
    """Words ``first`` to ``last`` of a line are, or may be, a name."""

    first: int
    last: int
    certain: bool = True


def named_at(
    line: NameLine, n: int, *, free: bool = False, listed: bool = False
) -> Iterator[Named]:
    """Finds the name that begins with word ``n``, if it is one; a line may have no such word.

    ``free``: an unlisted word in lower case may be a name here. ``listed``: a usual name must be in
    it.
    """
    words = line.run(n, partial(_is_part, line, n, free=free), most=MOST_WORDS)
    tokens = line.tokens[n : words.stop]
    known = not listed or any(map(line.is_evidence, tokens))
    if known and not all(map(line.is_bare_prefix, tokens)):
        yield Named(n, words[-1])


def _is_part(line: NameLine, begin: int, n: int, *, free: bool) -> bool:
    """Whether word ``n`` is part of the name that begins with word ``begin``."""
    before = line.tokens[n - 1].low if n > begin else ""
    loose = free or before in line.lists.firsts or before in ("la", "wa")
    if line.is_la_or_wa(n) or line.may_be_name(n, free=loose):
        return True
    return n > begin and (_is_surname(line, n) or line.is_inside_name(n))


def _is_surname(line: NameLine, n: int) -> bool:
    """Whether a region or word is a family name: ``Tamrin Palangga``, ``Jane Pertiwi``."""
    token, before = line.tokens[n], line.tokens[n - 1]
    if not token.text.istitle() or not before.capital:
        return False
    region = line.is_evidence(before) and token.low in line.lists.regions
    return region or line.is_other(n) or DEGREES.match(line.text, token.end) is not None
