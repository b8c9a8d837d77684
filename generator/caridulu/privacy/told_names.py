"""People and places that one text of a conversation names -> which its other texts name again.

``saya Wa Ode Harlina dari Dinas`` is asked; ``Baik harlina, datanya ...`` is answered. The first
says that this is a name, the second need not. ``Desa Tawing`` says that ``petugas Tawing`` is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from caridulu.privacy.entities.address_words import AREAS
from caridulu.privacy.entities.personal_data import is_of_place
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.word_lists import WordLists
from caridulu.privacy.names.line_words import Token, tokens_of

SHORTEST = 3  # letters of a name's part that is looked for
SHORTEST_SMALL = 4  # letters of one that is looked for without a capital, too
_ADDRESSED = re.compile(r"\s*(?:[,!]|$)")  # behind whom somebody addresses
_WORD = re.compile(r"\w+")
_PLACE = r"\.? ((?:[A-Z][a-z]{2,}(?: |\b)){1,3})"
_PLACES = re.compile(
    r"(?i:(?<!kepala )(?<!sekretaris )(?<!ketua )(?<!perangkat )\b"
    rf"(?:{AREAS}|teluk|di|penduduk|pasar|pantai|gunung|sungai|danau|waduk|"
    rf"(?<!petugas )(?<!koordinator )lapangan)){_PLACE}"
)
# What nobody has, also where people are called so: ``inflasi Arga Makmur``.
_OF_PLACES = re.compile(
    r"(?i:\b(?:inflasi|ipm|gini|pdrb|umk|ikk|kunjungan ke|disusul|stasiun|pelabuhan|bandara|"
    rf"terminal)){_PLACE}"
)
_CALLED = re.compile(r"\b(?:pak|bapak|bu|ibu|kak|mas|mbak|bang|sdr|sdri|saya|nama|si)\.? $", re.I)
_BEGINS = re.compile(r"(?:^|[.:;!?(\n-])\W*$")  # before the first word of a sentence


@dataclass(frozen=True)
class ToldNames:
    """Folded parts of the names that a conversation tells."""

    usual: frozenset[str] = frozenset()  # listed names that were told with a capital
    others: frozenset[str] = frozenset()  # those that may be a word or a place elsewhere
    everyday: frozenset[str] = frozenset()  # those that are words too: ``Bunga``, ``Yoga``
    places: frozenset[str] = frozenset()  # words of places, which are no usual names

    @classmethod
    def of(cls, text: str, entities: Iterable[Entity], lists: WordLists) -> "ToldNames":
        """Collects the parts of the names that are certain, and of the places in a text."""
        places = (_words_of(_PLACES, text) - lists.names) | _words_of(_OF_PLACES, text)
        places -= lists.firsts
        names = [one.text for one in entities if one.certain and one.kind is Kind.NAME]
        words = [token for name in names for token in tokens_of(name)]
        parts = [
            word for word in words if len(word.low) >= SHORTEST and not _is_title(word.low, lists)
        ]
        told = {part.low for part in parts} - places
        capitals = {part.low for part in parts if part.capital}
        usual = told & capitals & (lists.names - lists.everyday)
        everyday = {low for low in told & lists.names & lists.everyday if not lists.is_stop(low)}
        others = {low for low in told - usual - everyday if not lists.is_common(low)}
        return cls(frozenset(usual), frozenset(others), frozenset(everyday), places)

    def __bool__(self) -> bool:
        return bool(self.usual or self.others or self.everyday or self.places)

    def __or__(self, other: "ToldNames") -> "ToldNames":
        places = self.places | other.places
        others = (self.others | other.others) - places
        usual, everyday = self.usual | other.usual, self.everyday | other.everyday
        return ToldNames(usual - places, others, everyday - places, places)

    def is_place(self, entity: Entity, text: str) -> bool:
        """Says whether an entity is only called like a place, and nobody by it."""
        if entity.kind is not Kind.NAME or _CALLED.search(text[: entity.start]):
            return False
        return self.places.issuperset(_WORD.findall(entity.text.lower()))

    def find(self, text: str) -> Iterator[Entity]:
        """Yields where one of them is named; parts side by side are one name."""
        tokens = tokens_of(text)
        named = [self._names(token, text) for token in tokens]
        for n, token in enumerate(tokens):
            if token.low in self.everyday and not named[n]:
                named[n] = _is_person(tokens, n, text)
        spans: list[tuple[int, int]] = []
        for token in compress(tokens, named):
            start = token.start
            if spans and text[spans[-1][1] : start] == " ":
                start, _ = spans.pop()
            spans.append((start, token.end))
        for start, end in spans:
            yield Entity(Kind.NAME, text[start:end], start, end)

    def _names(self, token: Token, text: str) -> bool:
        """Whether a word that is no other word is one of their names."""
        if token.low in self.usual:
            return token.capital or len(token.low) >= SHORTEST_SMALL
        return token.capital and token.low in self.others and not is_of_place(text, token.start)


NOBODY_TOLD = ToldNames()


def _words_of(places: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(word for found in places.finditer(text) for word in found[1].lower().split())


def _is_title(word: str, lists: WordLists) -> bool:
    """Whether a word is of anybody's name, or of none: ``haji``, ``muhammad``, ``ketua``."""
    known = (lists.firsts, lists.titles, lists.between, lists.roles, lists.regions, lists.places)
    return any(word in words for words in known)


def _is_person(tokens: Sequence[Token], n: int, text: str) -> bool:
    """Whether word ``n``, an everyday one, has a capital that a sentence would not give it."""
    token = tokens[n]
    if not token.text.istitle():
        return False
    beside = (*tokens[max(0, n - 1) : n], *tokens[n + 1 : n + 2])
    begins = _BEGINS.search(text[: token.start]) is not None
    titled = any(one.capital and not _BEGINS.search(text[: one.start]) for one in beside)
    return not (begins or titled) or _ADDRESSED.match(text, token.end) is not None
