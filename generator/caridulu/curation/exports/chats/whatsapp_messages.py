"""The lines of a WhatsApp export, whose headers are known -> messages, and counts of the rest."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from caridulu.curation.exports.chats.headers import PROGRAM, Headers, header_of
from caridulu.curation.exports.chats.message_dates import Dates
from caridulu.curation.exports.chats.pasted_lines import HeaderRole
from caridulu.curation.exports.chats.program_text import (
    Unreadable,
    is_known_program_text,
    unreadable,
    visible,
)
from caridulu.curation.exports.consultation import LONGEST_MESSAGE, Message, with_short_runs
from caridulu.curation.progress import Progress
from caridulu.knowledge import Location

CHANNEL = "WhatsApp"
WATCHED = 50_000  # lines between two calls that tell how far the reading is
# At the end of a cut file.
_CUT_HEADER = re.compile(r"^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{0,4}(?:,? |$)")
_EDITED = re.compile(
    r"\s*<(?:Pesan ini (?:telah )?diedit|Pesan diedit|This message was edited)>\s*$", re.I
)
_FORWARDED = re.compile(
    r"^\W*(?:diteruskan(?: berkali-kali)?|pesan (?:terusan|diteruskan)|forwarded(?: message)?"
    r"(?: many times)?|fwd)\W*$",
    re.I,
)
# What a phone puts before each of several messages that are copied at once; it names no year.
_COPIED = re.compile(r"^\[\d{1,2}/\d{1,2},? \d{1,2}[.:]\d{2}(?: ?[AaPp][Mm])?\] [^:\n]{1,60}: ")
_PASTED_BEGINS = frozenset("[0123456789")
_POLL = re.compile(r"^\W*(?:POLL|POLLING|JAJAK PENDAPAT):")
MOST_LINES = 5_000  # of one message


@dataclass
class Counts:
    """What was met while the messages of a chat were read."""

    messages: int = 0
    unreadable: Counter[Unreadable] = field(default_factory=Counter)
    first_unreadable: int = 0
    undated: list[int] = field(default_factory=list)  # headers
    stray: list[int] = field(default_factory=list)  # lines

    def add(self, behind: "Counts") -> None:
        """Adds the counts of the second part of a chat."""
        self.messages += behind.messages
        self.unreadable.update(behind.unreadable)
        self.first_unreadable = self.first_unreadable or behind.first_unreadable
        self.undated += behind.undated
        self.stray += behind.stray


@dataclass
class SurveyedChat:
    """What the first reading of a chat found out, and what the second one counts."""

    path: Path
    headers: Headers
    dates: Dates
    roles: bytearray
    officers: frozenset[str]
    askers: tuple[str, ...]
    counts: Counts = field(default_factory=Counts)

    def __post_init__(self) -> None:
        self.senders = list(self.headers.names)

    def place(self, line: int) -> Location:
        return Location(self.path.name, line)


def watched(lines: Iterable[str], last: int, on_progress: Progress) -> Iterator[str]:
    """Passes on lines, and tells how many have come, of those up to the last header."""
    for number, line in enumerate(lines, start=1):
        if number % WATCHED == 0 and number <= last:
            on_progress(number, last)
        yield line


def chat_messages(lines: Iterable[str], chat: SurveyedChat, *, first: int = 0) -> Iterator[Message]:
    """Yields the readable messages and voice notes of a chat, from its ``first`` header on.

    The other ones are counted in ``chat.counts``.
    """
    headers, roles = chat.headers, chat.roles
    opened: _Open | None = None
    position, count, number = first, len(headers), 0
    following = headers.lines[first]  # line of the next header
    for number, line in enumerate(lines, start=1):
        if number != following:
            if opened:
                opened.take(line)
            elif not position and visible(line).strip():
                chat.counts.stray.append(number)
            continue
        text = line[headers.offsets[position] :]
        if opened and roles[position] == HeaderRole.PASTED:
            opened.take(text)
        else:
            if opened:
                yield from _finished(opened, chat)
            opened = _begun(text, position, chat)
        position += 1
        following = headers.lines[position] if position < count else 0
    if opened:
        if len(opened.lines) > 1 and _CUT_HEADER.match(visible(opened.lines[-1])):
            opened.lines.pop()
            chat.counts.stray.append(number)
        yield from _finished(opened, chat)


@dataclass(slots=True)
class _Open:
    """A message whose lines are still coming in."""

    position: int
    lines: list[str]

    def take(self, line: str) -> None:
        if len(self.lines) < MOST_LINES:
            self.lines.append(line)


def _begun(text: str, position: int, chat: SurveyedChat) -> _Open | None:
    """Begins a message; what the program says, or is without a date, begins none."""
    if chat.headers.senders[position] == PROGRAM:
        line = chat.headers.lines[position]
        if (kind := unreadable(text)) is Unreadable.CALL:
            _count(kind, line, chat)
        elif not is_known_program_text(text):  # cut off, or unknown to us
            chat.counts.stray.append(line)
        return None
    if chat.roles[position] == HeaderRole.UNDATED:
        chat.counts.messages += 1
        chat.counts.undated.append(position)
        return None
    return _Open(position, [text])


def _count(kind: Unreadable, line: int, chat: SurveyedChat) -> None:
    """Counts a message that is no text."""
    chat.counts.messages += 1
    chat.counts.unreadable[kind] += 1
    chat.counts.first_unreadable = chat.counts.first_unreadable or line


def _finished(opened: _Open, chat: SurveyedChat) -> Iterator[Message]:
    """Yields the message that its lines make; of what is no text only an asker's voice note."""
    position = opened.position
    line = chat.headers.lines[position]
    sender = chat.senders[chat.headers.senders[position]]
    is_ours = sender in chat.officers
    sent = chat.dates.at(position)
    first = unreadable(opened.lines[0])
    text = _written(opened.lines) if first is None or len(opened.lines) > 1 else ""
    if text:
        chat.counts.messages += 1
        text = with_short_runs(text)[:LONGEST_MESSAGE]
        yield Message(sender, sent, text, line, officer=is_ours)
        return
    _count(first or Unreadable.MEDIA, line, chat)
    if first is Unreadable.VOICE and not is_ours:
        yield Message(sender, sent, "", line, is_readable=False)


def _written(lines: list[str]) -> str:
    """Joins the lines of a message, without what the program adds: attached, edited, copied."""
    first = _without_marks(visible(lines[0]))
    if first[:1] in _PASTED_BEGINS and (pasted := header_of(first)) and pasted.sender:
        first = pasted.text
    if len(lines) == 1:
        return "" if _FORWARDED.match(first) else first.strip()
    if _POLL.match(first):
        return ""
    kept = [first, *(_without_marks(visible(line)) for line in lines[1:])]
    kept = [line for line in kept if not _FORWARDED.match(line) and not _is_attached(line)]
    return "\n".join(kept).strip()


def _without_marks(line: str) -> str:
    """Removes what the program adds at the ends of a line."""
    if line.startswith("[") and (copied := _COPIED.match(line)):
        line = line[copied.end() :]
    return _EDITED.sub("", line) if ">" in line else line


def _is_attached(line: str) -> bool:
    return bool(line.strip()) and unreadable(line) is not None
