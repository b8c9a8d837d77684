"""A text -> the personal data in it, by patterns and by the people of that export."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from caridulu.knowledge import fold
from caridulu.knowledge.rules.contacts import local_number
from caridulu.privacy.allowed_contacts import NOTHING_ALLOWED, Allowed
from caridulu.privacy.entities.entity import Confidence, Hit, Kind, separate
from caridulu.privacy.entities.identifiers import identifiers
from caridulu.privacy.entities.postal_addresses import addresses
from caridulu.privacy.lists.word_lists import Words, usual_words
from caridulu.privacy.names.person_names import names

PART_LENGTH = 4  # letters of a name's part that is looked for by itself


@dataclass(frozen=True)
class People:
    """Names and numbers of senders, seen in one export; kept in memory only."""

    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    _pattern: re.Pattern[str] | None = field(default=None, compare=False)

    @classmethod
    def of(cls, senders: Iterable[str], words: Words | None = None) -> "People":
        """The people behind sender names as an export writes them."""
        words = words or usual_words()
        whole: set[str] = set()
        numbers: set[str] = set()
        for sender in senders:
            plain = sender.strip(" ~\u202a\u202c\u200e\u2068\u2069")
            digits = local_number(plain)
            if len(digits) >= 8 and not re.search(r"[^\W\d_]", plain):
                numbers.add(digits)
            elif len(plain) > 2:
                whole.add(fold(plain))
        parts = {part for name in whole for part in _parts(name, words)}
        sought = sorted({*whole, *parts}, key=lambda name: (-len(name), name))
        pattern = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sought)
        compiled = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if sought else None
        return cls(frozenset(whole), frozenset(numbers), compiled)

    def hits(self, text: str) -> Iterable[Hit]:
        """Where one of them is named or their number is written."""
        if self._pattern:
            for match in self._pattern.finditer(text):
                yield Hit(match.start(), match.end(), Kind.NAME, Confidence.SURE, match[0])
        if self.numbers:
            for match in re.finditer(r"(?<!\w)\+?\d[\d .()-]{6,}\d(?!\w)", text):
                if local_number(match[0]) in self.numbers:
                    yield Hit(match.start(), match.end(), Kind.PHONE, Confidence.SURE, match[0])


NOBODY = People()


def _parts(name: str, words: Words) -> Iterable[str]:
    for part in re.findall(rf"[^\W\d_]{{{PART_LENGTH},}}", name):
        if part not in words.common and part not in words.places and part not in words.titles:
            yield part


def personal_data(
    text: str,
    *,
    people: People = NOBODY,
    allowed: Allowed = NOTHING_ALLOWED,
    words: Words | None = None,
) -> tuple[Hit, ...]:
    """Everything in ``text`` that is or may be personal data, in order, without overlaps."""
    found = [
        *people.hits(text),
        *identifiers(text),
        *addresses(text),
        *names(text, words or usual_words()),
    ]
    return separate([hit for hit in found if hit.text and not allowed.allows(hit, text)])
