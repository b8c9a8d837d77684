"""``redact``: a text in, the same text without personal data out, while it is still coming in."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from caridulu.cli.console import say
from caridulu.curation.exports.whatsapp import senders_in
from caridulu.curation.project import open_project
from caridulu.messages import Language
from caridulu.privacy.entities.personal_data import People
from caridulu.privacy.redaction import Redactor, in_context
from caridulu.privacy.redaction import redact as redacted

LONGEST_LINE = 100_000  # characters; a message of WhatsApp has at most 65,536
MOST_SENDERS = 2_000  # kept in memory; a community has at most 2,000 members


def redact(
    source: TextIO,
    *,
    root: Path | None,
    today: dt.date,
    out: TextIO,
    err: TextIO,
    everything: bool = False,
    ahead: Iterable[str] = (),
    language: Language = Language.ID,
) -> int:
    """Copies ``source`` (``[FILE]``, or standard input) to ``out`` redacted, line for line.

    Each line is written before the next one is read. Line ends stay as they are.

    Args:
        source: The text; not read further than the line that is being written.
        root: The project; None outside one.
        today: The day of the run.
        out: Where the text goes.
        err: Where is told what was left, and how much was replaced.
        everything: ``--all``: replace also what may be personal data.
        ahead: Names and numbers of senders known before the first line; others are known from
            their own first message on.
        language: Interface language.
    """
    project = open_project(root, today=today)[0] if root else None
    senders = _Senders(ahead)
    redactor = (
        Redactor(people=senders.people, allowed=project.allowed, lists=project.words)
        if project
        else Redactor(people=senders.people)
    )
    counts: Counter[bool] = Counter()
    for number, (line, end) in enumerate(_lines(source), start=1):
        if end is None:
            say(err, "redact_long_line", language, line=number, limit=LONGEST_LINE)
            return 1
        if senders.meet(line):
            redactor = redactor.knowing(senders.people)
        hits = redactor.entities(line)
        counts.update(hit.certain for hit in hits)
        out.write(redacted(line, hits, asked=everything) + end)
        out.flush()
        for hit in hits:
            if not hit.certain and not everything:
                value = in_context(line, hit, language)
                say(err, "redact_asked", language, line=number, value=value)
    asked = 0 if everything else counts[False]
    count = sum(counts.values()) - asked
    if senders.more:
        say(err, "redact_many_senders", language, limit=MOST_SENDERS)
    say(err, "redact_done", language, count=count, asked=asked)
    return 0


def _lines(source: TextIO) -> Iterator[tuple[str, str | None]]:
    """Each line and its end; None as the end of one that is too long to be kept."""
    while line := source.readline(LONGEST_LINE):
        text = line.rstrip("\r\n")
        yield text, line[len(text) :] if len(line) < LONGEST_LINE else None


class _Senders:
    """The senders met so far; those beyond the limit are known in their own message only."""

    def __init__(self, ahead: Iterable[str]) -> None:
        self._known = set(ahead)
        self.people = People.of(self._known)
        self.more = False

    def meet(self, line: str) -> bool:
        """Whether the line's sender makes ``people`` others than before."""
        new = senders_in([line]) - self._known
        if not new:
            return False
        if len(self._known) < MOST_SENDERS:
            self._known |= new
            self.people = People.of(self._known)
        else:
            self.more = True
            self.people = People.of({*self._known, *new})
        return True


def senders_ahead(source: TextIO) -> set[str]:
    """The senders of a whole text that can be read twice; nobody, for one that comes in once."""
    if not source.seekable():
        return set()
    found = senders_in(line for line, _ in _lines(source))
    source.seek(0)
    return found
