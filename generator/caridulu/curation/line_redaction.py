"""A text that comes in line by line -> the personal data of each line."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from caridulu.curation.exports.chats.headers import senders_in
from caridulu.privacy.entities.personal_data import People
from caridulu.privacy.entity import Entity
from caridulu.privacy.redaction import Redactor

LONGEST_LINE = 100_000  # characters; a message of WhatsApp has at most 65,536
MOST_SENDERS = 2_000  # kept in memory; a community has at most 2,000 members


def lines_of(source: TextIO) -> Iterator[str]:
    """Reads lines with their ends, each no further than wanted; one that is too long is cut."""
    while line := source.readline(LONGEST_LINE):
        yield line


def senders_ahead(source: TextIO) -> set[str]:
    """Collects the senders of a text that can be read twice; nobody, of one that comes in once."""
    if not source.seekable():
        return set()
    found = senders_in(line.rstrip("\r\n") for line in lines_of(source))
    source.seek(0)
    return found


class LineRedactor:
    """Finds personal data in lines; senders are known ahead, or from their first message on."""

    def __init__(self, redactor: Redactor, ahead: Iterable[str] = ()) -> None:
        self._senders = set(ahead)
        self._redactor = redactor.knowing(People.of(self._senders))
        self._before = ""
        self.has_more_senders = False  # than are kept: known in their own message only

    def entities(self, line: str) -> tuple[Entity, ...]:
        """Finds the personal data of the next line."""
        if new := senders_in([line]) - self._senders:
            known = {*self._senders, *new}
            self._redactor = self._redactor.knowing(People.of(known))
            if len(self._senders) < MOST_SENDERS:
                self._senders = known
            else:
                self.has_more_senders = True
        before, self._before = self._before, line if line.strip() else self._before
        return self._redactor.in_line(line, before=before)
