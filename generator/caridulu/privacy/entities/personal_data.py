"""A text -> the personal data in it, by patterns and by the people of that export."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from caridulu.knowledge import fold_phrase
from caridulu.knowledge.rules.contacts import local_number
from caridulu.privacy.allowed_contacts import NOTHING_ALLOWED, Allowed
from caridulu.privacy.entities.entity import Entity, Kind, without_overlaps
from caridulu.privacy.entities.identifiers import find_identifiers
from caridulu.privacy.entities.postal_addresses import find_addresses
from caridulu.privacy.entities.sought_names import SoughtNames
from caridulu.privacy.lists.word_lists import WordLists, usual_word_lists
from caridulu.privacy.names.person_names import find_names

PART_LENGTH = 4  # letters of a name's part that is looked for by itself
_NUMBER = re.compile(r"(?<!\w)\+?\d[\d .()-]{6,}\d(?!\w)")


@dataclass(frozen=True)
class People:
    """Names and numbers of senders, seen in one export; kept in memory only."""

    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    _sought: SoughtNames | None = field(default=None, compare=False)

    @classmethod
    def of(cls, senders: Iterable[str], lists: WordLists | None = None) -> "People":
        """Makes out the people behind sender names as an export writes them."""
        names: set[str] = set()
        numbers: set[str] = set()
        for sender in senders:
            plain = sender.strip(" ~\u202a\u202c\u200e\u2068\u2069")
            digits = local_number(plain)
            if len(digits) >= 8 and not re.search(r"[^\W\d_]", plain):
                numbers.add(digits)
            elif len(plain) > 2:
                names.add(fold_phrase(plain))
        lists = lists or usual_word_lists()
        parts = {part for name in names for part in _parts(name, lists)}
        sought = SoughtNames({*names, *parts}) if names or parts else None
        return cls(frozenset(names), frozenset(numbers), sought)

    def find(self, text: str) -> Iterator[Entity]:
        """Yields where one of them is named or their number is written."""
        for match in self._sought.finditer(text) if self._sought else ():
            yield Entity(Kind.NAME, match[0], *match.span())
        for match in _NUMBER.finditer(text) if self.numbers else ():
            if local_number(match[0]) in self.numbers:
                yield Entity(Kind.PHONE, match[0], *match.span())


NOBODY = People()


def _parts(name: str, lists: WordLists) -> Iterator[str]:
    for part in re.findall(rf"[^\W\d_]{{{PART_LENGTH},}}", name):
        if not any(part in words for words in (lists.common, lists.places, lists.titles)):
            yield part


def find_personal_data(
    text: str,
    *,
    people: People = NOBODY,
    allowed: Allowed = NOTHING_ALLOWED,
    lists: WordLists | None = None,
) -> tuple[Entity, ...]:
    """Finds everything in a line that is or may be personal data, in order, without overlaps."""
    found = [
        *people.find(text),
        *find_identifiers(text),
        *find_addresses(text),
        *find_names(text, lists or usual_word_lists()),
    ]
    return without_overlaps(each for each in found if each.text and not allowed.allows(each, text))
