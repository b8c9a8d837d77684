"""A WhatsApp export, ``.txt`` or ``.zip`` -> consultations.

The file is read twice, so that no more than one talk is in memory: first only its headers, to
find out how its phones write dates, who the senders are and what was pasted; then the messages.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from caridulu.curation.exports.chats.chat_consultations import (
    MOST_TOLD,
    check_sides,
    officers_among,
    read_consultations,
    unreadable_notice,
)
from caridulu.curation.exports.chats.lines import (
    PROGRAM,
    Headers,
    Unreadable,
    header_of,
    is_known_program_text,
    unreadable,
    visible,
    written_lines,
)
from caridulu.curation.exports.chats.message_dates import Dates, dates_of
from caridulu.curation.exports.chats.pasted_lines import MOST_RESTARTS, HeaderRole, roles_of
from caridulu.curation.exports.consultation import ExportOptions, Message, Reading
from caridulu.curation.exports.opened_files import refuse, text_lines
from caridulu.knowledge import Location, Problem, finding, notice

CHANNEL = "WhatsApp"
QUOTED = (HeaderRole.PASTED, HeaderRole.OLD_TALK)
MOST_LINES = 5_000  # of one message; WhatsApp allows 65,536 characters
SHOWN_DATE = 24  # characters of a header in a problem
# At the end of a cut file.
_CUT_HEADER = re.compile(r"^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{0,4}(?:,? |$)")


@dataclass
class _Chat:
    """What the first reading of a chat found out, and what the second one counts."""

    path: Path
    headers: Headers
    dates: Dates
    roles: bytearray
    officers: frozenset[str]
    askers: tuple[str, ...]
    messages: int = 0
    unreadable: Counter[Unreadable] = field(default_factory=Counter)
    first_unreadable: int = 0
    undated: list[int] = field(default_factory=list)  # headers
    stray: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.senders = list(self.headers.names)

    def place(self, line: int) -> Location:
        return Location(self.path.name, line)


def read_chat(path: Path, options: ExportOptions) -> Reading:
    """Reads the consultations of a chat with one contact, or of a group with officers in it."""
    chat = _surveyed(path, options)
    with text_lines(path) as lines:
        talked = read_consultations(
            _messages(lines, chat),
            chat.askers,
            options,
            channel=CHANNEL,
            first=chat.place(chat.headers.lines[0]),
        )
    return Reading(
        consultations=tuple(talked.consultations),
        senders=frozenset(chat.headers.names),
        officers=chat.officers,
        doubted=tuple(talked.doubted),
        refused=(*talked.refused, *_undated(chat)),
        notices=(*_notices(chat), *talked.notices),
        messages=chat.messages,
        used=talked.used,
    )


def _surveyed(path: Path, options: ExportOptions) -> _Chat:
    """Reads the headers of a chat; refused when the sides are unclear."""
    headers = Headers()
    with text_lines(path) as lines:
        for number, line in enumerate(lines, start=1):
            if header := header_of(line):
                headers.add(number, header)
    if not headers.names:
        raise refuse(path, "no_messages")
    dates = dates_of(headers, options.order)
    ours = officers_among(headers.names, options.officers)
    roles = roles_of(headers, dates.minutes, {headers.names[name] for name in ours})
    _check_dates(path, headers, roles)
    taking_part = {headers.senders[n] for n, role in enumerate(roles) if role not in QUOTED}
    askers = [s for s, n in headers.names.items() if n in taking_part and s not in ours]
    check_sides(Location(path.name, headers.lines[0]), headers.names, ours, askers)
    return _Chat(path, headers, dates, roles, ours, tuple(askers))


def _check_dates(path: Path, headers: Headers, roles: bytearray) -> None:
    """Refuses a chat whose dates run backward again and again."""
    if roles.count(HeaderRole.RESTART) > MOST_RESTARTS:
        line = headers.lines[roles.index(HeaderRole.RESTART)]
        raise refuse(path, "dates_out_of_order", line=line, other=headers.lines[0])


def _shown_date(path: Path, number: int) -> str:
    with text_lines(path) as lines:
        line = next(islice(lines, number - 1, None))
    return visible(line)[:SHOWN_DATE]


def _messages(lines: Iterable[str], chat: _Chat) -> Iterator[Message]:
    """Yields the readable messages and voice notes of a chat, and counts the other ones."""
    headers, roles = chat.headers, chat.roles
    opened: _Open | None = None
    is_quiet = False  # within an old talk that was pasted
    position, count, number, line = 0, len(headers), 0, ""
    following = headers.lines[0]  # line of the next header
    for number, line in enumerate(lines, start=1):
        if number == following:
            text = line[headers.offsets[position] :]
            if roles[position] in QUOTED and opened:
                is_quiet = roles[position] == HeaderRole.OLD_TALK
                if not is_quiet:
                    _continue(opened, text)
            else:
                if opened and (one := _finished(opened, chat)):
                    yield one
                opened, is_quiet = _begun(text, position, chat), False
            position += 1
            following = headers.lines[position] if position < count else 0
        elif opened and not is_quiet:
            _continue(opened, line)
        elif not position and visible(line).strip():
            chat.stray.append(number)
    if opened and len(opened.lines) > 1 and _CUT_HEADER.match(visible(opened.lines[-1])):
        opened.lines.pop()
        chat.stray.append(number)
    if opened and (one := _finished(opened, chat)):
        yield one


@dataclass(slots=True)
class _Open:
    """A message whose lines are still coming in."""

    position: int
    lines: list[str]


def _begun(text: str, position: int, chat: _Chat) -> _Open | None:
    """Begins a message; what the program says, or is without a date, begins none."""
    if chat.headers.senders[position] == PROGRAM:
        line = chat.headers.lines[position]
        if (kind := unreadable(text)) is Unreadable.CALL:
            _count(kind, line, chat)
        elif not is_known_program_text(text):  # cut off, or unknown to us
            chat.stray.append(line)
        return None
    if chat.roles[position] == HeaderRole.UNDATED:
        chat.messages += 1
        chat.undated.append(position)
        return None
    return _Open(position, [text])


def _continue(opened: _Open, line: str) -> None:
    if len(opened.lines) < MOST_LINES:
        opened.lines.append(line)


def _undated(chat: _Chat) -> Iterator[Problem]:
    """Yields a problem for each message whose date does not exist; of very many, their number."""
    lines = [chat.headers.lines[n] for n in chat.undated]
    for line in lines[:MOST_TOLD]:
        date = _shown_date(chat.path, line)
        yield finding(chat.place(line), "curation.bad_date", value=date)
    if rest := lines[MOST_TOLD:]:
        yield finding(chat.place(rest[0]), "curation.more_bad_dates", count=len(rest))


def _count(kind: Unreadable, line: int, chat: _Chat) -> None:
    """Counts a message that is no text."""
    chat.messages += 1
    chat.unreadable[kind] += 1
    chat.first_unreadable = chat.first_unreadable or line


def _finished(opened: _Open, chat: _Chat) -> Message | None:
    """Makes a message of its lines; None for what is no text, except an asker's voice note."""
    position = opened.position
    line = chat.headers.lines[position]
    sender = chat.senders[chat.headers.senders[position]]
    is_ours = sender in chat.officers
    sent = chat.dates.at(position)
    first = unreadable(opened.lines[0])
    text = written_lines(opened.lines) if first is None or len(opened.lines) > 1 else ""
    if text:
        chat.messages += 1
        return Message(sender, sent, text, line, officer=is_ours)
    _count(first or Unreadable.MEDIA, line, chat)
    if first is Unreadable.VOICE and not is_ours:
        return Message(sender, sent, "", line, is_readable=False)
    return None


def _notices(chat: _Chat) -> Iterator[Problem]:
    """Yields what should be known about a chat beside its consultations."""
    headers, dates = chat.headers, chat.dates
    for line in chat.stray[:MOST_TOLD]:
        yield notice(chat.place(line), "curation.stray_line")
    for one in dates.assumed:
        if chat.roles[one.header] not in QUOTED:
            key = f"curation.{'day' if one.order == 'dmy' else 'month'}_first"
            yield notice(chat.place(headers.lines[one.header]), key)
    for n in dates.turns[:MOST_TOLD]:
        if chat.roles[n] not in QUOTED:
            yield notice(chat.place(headers.lines[n]), "curation.dates_turn")
    for n, role in enumerate(chat.roles):
        if role == HeaderRole.RESTART:
            place, other = chat.place(headers.lines[n]), headers.lines[n - 1]
            yield notice(place, "curation.dates_jump_back", other=other)
    pasted = [n for n, role in enumerate(chat.roles) if role in QUOTED]
    if pasted:
        place = chat.place(headers.lines[pasted[0]])
        yield notice(place, "curation.pasted_lines", lines=len(pasted))
    if chat.unreadable:
        yield unreadable_notice(chat.place(chat.first_unreadable), chat.unreadable)
