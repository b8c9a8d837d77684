"""A text and its hits -> the text with readable placeholders, and each hit in its context."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from caridulu.messages import Language, message
from caridulu.privacy.allowed_contacts import NOTHING_ALLOWED, Allowed
from caridulu.privacy.entities.entity import Confidence, Hit, Kind
from caridulu.privacy.entities.personal_data import NOBODY, People, personal_data
from caridulu.privacy.lists.word_lists import Words

AROUND = 30  # characters shown on either side of a hit
LINKED = r"(?!\((?:[a-z]+:|[/#]))"  # ``[NIK](entri:apa-itu-nik)`` is a link
MOST_LINES = 20_000  # whose hits are kept: offices answer in the same words again and again


def redact(text: str, hits: Iterable[Hit], *, asked: bool = False) -> str:
    """The text with a placeholder for each sure hit, and for each asked one if ``asked``."""
    parts: list[str] = []
    position = 0
    for hit in hits:
        if hit.confidence is Confidence.SURE or asked:
            parts += [text[position : hit.start], placeholder(hit)]
            position = hit.end
    return "".join([*parts, text[position:]])


def placeholder(hit: Hit) -> str:
    """What stands for the hit: ``[nomor HP]``."""
    return f"[{message(f'curation.kind_{hit.kind}')}]"


@cache
def placeholders() -> re.Pattern[str]:
    """Finds what ``placeholder`` has put in; a Markdown link that reads the same is none."""
    names = sorted((message(f"curation.kind_{kind}") for kind in Kind), key=len, reverse=True)
    return re.compile(rf"\[(?:{'|'.join(map(re.escape, names))})\]{LINKED}")


def in_context(text: str, hit: Hit, language: Language = Language.ID) -> str:
    """``nomor HP: ... hubungi >0812...< ya ...`` on one line."""
    before = text[max(0, hit.start - AROUND) : hit.start]
    after = text[hit.end : hit.end + AROUND]
    shown = " ".join(f"{before}>{hit.text}<{after}".split())
    return f"{message(f'curation.kind_{hit.kind}', language)}: {shown}"


class Redactor:
    """Redacts the texts of one export: its people, the office's public contacts, its words."""

    def __init__(
        self,
        *,
        people: People = NOBODY,
        allowed: Allowed = NOTHING_ALLOWED,
        words: Words | None = None,
    ) -> None:
        self.people = people
        self.allowed = allowed
        self.words = words
        self._line_hits = lru_cache(maxsize=MOST_LINES)(self._hits_of_line)

    def _hits_of_line(self, line: str) -> tuple[Hit, ...]:
        return personal_data(line, people=self.people, allowed=self.allowed, words=self.words)

    def knowing(self, people: People) -> "Redactor":
        """The same with other people."""
        return Redactor(people=people, allowed=self.allowed, words=self.words)

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Hits of the text, line by line."""
        found: list[Hit] = []
        start = 0
        for line in text.split("\n"):
            for hit in self._line_hits(line):
                place = (start + hit.start, start + hit.end)
                found.append(Hit(*place, hit.kind, hit.confidence, hit.text))
            start += len(line) + 1
        return tuple(found)

    def redacted(self, text: str, *, asked: bool = False) -> str:
        """The text with placeholders."""
        return redact(text, self.hits(text), asked=asked)
