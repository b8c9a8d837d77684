"""The lines of a WhatsApp export -> headers of messages: when, who, and what follows on the line.

12/05/26 09.14 - Nama: teks              Android, Indonesian
[12/05/26 09.14.33] Nama: teks           iOS, Indonesian
5/13/26, 9:14\u202fAM - Name: text          English, 12 hours
"""

import re
from array import array
from collections.abc import Callable, Iterable, MutableSequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from caridulu.curation.exports.cell_dates import hour_of_day
from caridulu.curation.exports.chats.program_text import NAMED, is_program_behind_name, visible

_BEFORE = "[\u200e\u200f\ufeff\u202a "  # what may stand before a date
PROGRAM = -1  # in place of a sender
NO_MINUTE = 9_999  # in place of a time that no day has
HEADER = re.compile(
    r"\[?(?P<a>\d{1,4})(?P<mark>[/.-])(?P<b>\d{1,2})[/.-](?P<c>\d{2,4})(?P<comma>,?)"
    r" (?:pukul |jam |at )?"
    r"(?P<hour>\d{1,2})(?P<dot>[.:])(?P<minute>\d{2})(?:[.:](?P<second>\d{2}))?"
    r"(?:[\s\u202f\u00a0\u2009]?(?P<half>[AaPp])\.?[\s\u00a0]?[Mm]\.?)?(?P<bracket>\]?)"
    r"(?: [-\u2013]|:)? (?P<rest>.*)$"
)


class Header(NamedTuple):
    """The beginning of a message: its time as written, and what follows on the line."""

    match: re.Match[str]
    sender: str  # empty: the program speaks
    text: str
    offset: int  # in the line, where the text begins


class TimeStyle(NamedTuple):
    """How a phone writes times."""

    bracket: str  # behind them
    mark: str  # between day and month
    year_digits: int  # 0 where the year comes first
    comma: str
    hour_mark: str
    half: str  # ``A`` for AM and PM, ``a`` for am and pm


def _ints(code: str) -> Callable[[], MutableSequence[int]]:
    return lambda: array(code)


@dataclass
class Headers:
    """All headers of a chat in little memory, each at the same position of every list."""

    lines: MutableSequence[int] = field(default_factory=_ints("I"))
    offsets: MutableSequence[int] = field(default_factory=_ints("H"))
    senders: MutableSequence[int] = field(default_factory=_ints("i"))
    styles: MutableSequence[int] = field(default_factory=_ints("H"))
    firsts: MutableSequence[int] = field(default_factory=_ints("H"))
    seconds: MutableSequence[int] = field(default_factory=_ints("H"))
    thirds: MutableSequence[int] = field(default_factory=_ints("H"))
    minutes: MutableSequence[int] = field(default_factory=_ints("H"))  # or ``NO_MINUTE``
    names: dict[str, int] = field(default_factory=dict)  # of senders
    known_styles: dict[TimeStyle, int] = field(default_factory=dict)
    noughts: set[int] = field(default_factory=set)  # styles that write ``05``

    def __len__(self) -> int:
        return len(self.lines)

    def add(self, line: int, header: Header) -> None:
        """Appends the header of a line."""
        a, mark, b, c, comma, hour, dot, minute, _, half, bracket, _ = header.match.groups()
        letter = "" if half is None else "A" if half.isupper() else "a"
        look = TimeStyle(bracket, mark, len(c) if len(a) < 3 else 0, comma, dot, letter)
        style = self.known_styles.setdefault(look, len(self.known_styles))
        if a[0] == "0" or b[0] == "0":
            self.noughts.add(style)
        sender = PROGRAM
        if header.sender:
            sender = self.names.setdefault(header.sender, len(self.names))
        self.lines.append(line)
        self.offsets.append(header.offset)
        self.senders.append(sender)
        self.styles.append(style)
        self.firsts.append(int(a))
        self.seconds.append(int(b))
        self.thirds.append(int(c))
        self.minutes.append(_minute_of_day(int(hour), int(minute), half))


def _minute_of_day(hour: int, minute: int, half: str | None) -> int:
    """Counts the minutes from midnight; ``NO_MINUTE`` for a time that no day has."""
    if half and hour > 12:
        return NO_MINUTE
    hour = hour_of_day(hour, half)
    return hour * 60 + minute if hour < 24 and minute < 60 else NO_MINUTE


def looks_like_chat(lines: Iterable[str]) -> bool:
    """Tells whether one of the lines has a message's header."""
    return any(header_of(line) for line in lines)


def senders_in(lines: Iterable[str]) -> set[str]:
    """Collects the senders named in a chat's headers."""
    return {header.sender for header in map(header_of, lines) if header and header.sender}


def header_of(line: str) -> Header | None:
    """Reads the header of a message, if the line has one."""
    if not line[:5].lstrip(_BEFORE)[:1].isdigit():
        return None
    start = 0 if line[0].isdigit() or line[0] == "[" else len(line) - len(line.lstrip(_BEFORE[1:]))
    match = HEADER.match(line, start)
    if match is None:
        return None
    begin = match.start("rest")
    if named := NAMED.match(line, begin):
        sender, text = named.groups()
        if not is_program_behind_name(text):
            return Header(match, _plain_name(sender), text, named.start("text"))
    return Header(match, "", visible(match["rest"]), begin)


@lru_cache(maxsize=4_096)
def _plain_name(sender: str) -> str:
    """Removes what phones put around a name: ``~ Ani`` is not in the address book."""
    return visible(sender).strip(" ~\u00a0\u202f")
