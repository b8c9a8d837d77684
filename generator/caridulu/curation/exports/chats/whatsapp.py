"""A WhatsApp export, ``.txt`` or ``.zip`` -> consultations.

The file is read twice, so that no more than one talk is in memory: first only its headers, to
find out how its phones write dates, who the senders are and what was pasted; then the messages.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from caridulu.curation.exports.chats.chat_consultations import (
    MOST_TOLD,
    read_consultations,
    unreadable_notice,
)
from caridulu.curation.exports.chats.halved_chat import may_be_halved, read_halves
from caridulu.curation.exports.chats.headers import Headers, header_of
from caridulu.curation.exports.chats.message_dates import dates_of
from caridulu.curation.exports.chats.pasted_lines import MOST_RESTARTS, HeaderRole, roles_of
from caridulu.curation.exports.chats.program_text import visible
from caridulu.curation.exports.chats.whatsapp_messages import (
    CHANNEL,
    SurveyedChat,
    chat_messages,
    watched,
)
from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.opened_files import refuse, text_lines
from caridulu.curation.exports.sides import check_sides, officers_among
from caridulu.curation.progress import Progress
from caridulu.knowledge import Location, Problem, finding, notice

SHOWN_DATE = 24  # characters of a header in a problem


def read_chat(
    path: Path,
    options: ExportOptions,
    *,
    processes: int = 1,
    on_progress: Progress = lambda *_: None,
) -> Reading:
    """Reads the consultations of a chat with one contact, or of a group with officers in it."""
    chat = _surveyed(path, options)
    reading = _read(chat, processes, on_progress)
    return replace(
        reading,
        senders=frozenset(chat.headers.names),
        officers=chat.officers,
        refused=(*reading.refused, *_undated(chat)),
        notices=(*_notices(chat), *reading.notices),
        messages=chat.counts.messages,
    )


def _read(chat: SurveyedChat, processes: int, on_progress: Progress) -> Reading:
    if processes > 1 and may_be_halved(chat):
        return read_halves(chat, on_progress=on_progress)
    with text_lines(chat.path) as lines:
        told = watched(lines, chat.headers.lines[-1], on_progress)
        return read_consultations(
            chat_messages(told, chat),
            chat.askers,
            officers=chat.officers,
            channel=CHANNEL,
            first=chat.place(chat.headers.lines[0]),
        )


def _surveyed(path: Path, options: ExportOptions) -> SurveyedChat:
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
    taking_part = {headers.senders[n] for n, role in enumerate(roles) if role != HeaderRole.PASTED}
    askers = [s for s, n in headers.names.items() if n in taking_part and s not in ours]
    check_sides(Location(path.name, headers.lines[0]), ours, askers)
    return SurveyedChat(path, headers, dates, roles, ours, tuple(askers))


def _check_dates(path: Path, headers: Headers, roles: bytearray) -> None:
    """Refuses a chat whose dates run backward again and again."""
    if roles.count(HeaderRole.RESTART) > MOST_RESTARTS:
        line = headers.lines[roles.index(HeaderRole.RESTART)]
        raise refuse(path, "dates_out_of_order", line=line, other=headers.lines[0])


def _shown_date(path: Path, number: int) -> str:
    with text_lines(path) as lines:
        line = next(islice(lines, number - 1, None))
    return visible(line)[:SHOWN_DATE]


def _undated(chat: SurveyedChat) -> Iterator[Problem]:
    """Yields a problem for each message whose date does not exist; of very many, their number."""
    lines = [chat.headers.lines[n] for n in chat.counts.undated]
    for line in lines[:MOST_TOLD]:
        date = _shown_date(chat.path, line)
        yield finding(chat.place(line), "curation.bad_date", value=date)
    if rest := lines[MOST_TOLD:]:
        yield finding(chat.place(rest[0]), "curation.more_bad_dates", count=len(rest))


def _notices(chat: SurveyedChat) -> Iterator[Problem]:
    """Yields what should be known about a chat beside its consultations."""
    headers, dates = chat.headers, chat.dates
    for line in chat.counts.stray[:MOST_TOLD]:
        yield notice(chat.place(line), "curation.stray_line")
    for one in dates.assumed:
        if chat.roles[one.header] != HeaderRole.PASTED:
            key = f"curation.{'day' if one.order == 'dmy' else 'month'}_first"
            yield notice(chat.place(headers.lines[one.header]), key)
    for n in dates.turns[:MOST_TOLD]:
        if chat.roles[n] != HeaderRole.PASTED:
            yield notice(chat.place(headers.lines[n]), "curation.dates_turn")
    for n, role in enumerate(chat.roles):
        if role == HeaderRole.RESTART:
            place, other = chat.place(headers.lines[n]), headers.lines[n - 1]
            yield notice(place, "curation.dates_jump_back", other=other)
    pasted = [n for n, role in enumerate(chat.roles) if role == HeaderRole.PASTED]
    if pasted:
        place = chat.place(headers.lines[pasted[0]])
        yield notice(place, "curation.pasted_lines", lines=len(pasted))
    if chat.counts.unreadable:
        yield unreadable_notice(chat.place(chat.counts.first_unreadable), chat.counts.unreadable)
