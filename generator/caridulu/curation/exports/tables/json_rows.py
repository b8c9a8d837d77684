"""A JSON export of a live chat, a help desk or a form -> rows of a table.

Programs write a list of conversations, each with a list of its messages, whatever these are called:
``{"tickets": [{"id", "visitor": {"name"}, "messages": [{"at", "author_type", "body"}]}]}``. A row
has what its conversation and its message say, below the names that lead there (``visitor name``).
A form or a log is a list of objects with what somebody asked and was answered, and who that was.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard
from zoneinfo import ZoneInfo

from caridulu.curation.exports.cell_dates import moment_of
from caridulu.curation.exports.header_words import REQUIRED, SURE, header_scores, spaced_header
from caridulu.curation.exports.tables.json_messages import DEEPEST, Cells, Messages
from caridulu.curation.exports.tables.sheet import Row
from caridulu.curation.exports.tables.tickets.written_talks import MESSAGE

LONGEST_AROUND = 300  # characters of what is said of a conversation
MOST_NAMES = 200  # of one conversation and its messages
_SECONDS = re.compile(r"(1\d{9})(?:\d{3}|\.\d+)?")  # since 1970, or with thousandths
_WHEN = re.compile(r"\b(?:at|ts|time\w*|date\w*|created|sent|waktu|tanggal|jam)\b")
_HOUR = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?: wi[bt]a?)?")


@dataclass(frozen=True)
class _Conversation:
    key: str  # that leads to its messages
    around: dict[str, str]  # what is said of it
    messages: Sequence[dict[str, str]]


def rows_of_json(found: object, zone: str = "") -> tuple[Row, ...]:
    """Writes conversations or people's questions as rows below a header; nothing of an FAQ.

    Moments that are told with their distance to UTC, or in seconds of a computer, become those of
    the clocks in ``zone``, as in Asia/Makassar, where that is given.
    """
    there = ZoneInfo(zone) if zone else None
    cells = _of_conversations(found, there) or [_local(row, there) for row in _of_records(found)]
    headers = dict.fromkeys(header for row in cells for header in row)
    if not cells or len(headers) > MOST_NAMES:
        return ()
    written = [tuple(headers), *(tuple(row.get(name, "") for name in headers) for row in cells)]
    return tuple(Row(number, row) for number, row in enumerate(written, start=1))


def _of_records(found: object) -> list[dict[str, str]]:
    """Returns the objects of a list, where they name who asked."""
    if isinstance(found, dict):
        lists = [each for each in found.values() if isinstance(each, list)]
        found = lists[0] if len(lists) == 1 else None
    if not found or not _is_list_of_objects(found):
        return []
    rows = [*map(_cells, found)]
    scores = [header_scores(header) for header in rows[0]]
    named = {field for one in scores for field, score in one.items() if score >= SURE}
    return rows if named >= set(REQUIRED) and named & {"name", "contact"} else []


def _of_conversations(found: object, zone: ZoneInfo | None) -> list[dict[str, str]]:
    """Returns the messages of conversations, of which the file tells who writes them."""
    named = defaultdict[str, list[_Conversation]](list)
    for one in _conversations(found if isinstance(found, dict) else {"": found}, 0):
        named[one.key].append(one)
    best, told = 0, list[dict[str, str]]()
    for key, several in named.items():
        dated = [[_local(message, zone) for message in _dated(one)] for one in several]
        messages = Messages([message for each in dated for message in each])
        # A mere list of what several people wrote may be of many talks.
        weight = len(messages) * (2 * messages.tell_sides + (bool(key) and messages.are_of_people))
        if weight > best:
            around = [_local(one.around, zone) for one in several]
            best, told = weight, list(_written(around, dated, messages))
    return told


def _written(
    conversations: Sequence[Cells], dated: Sequence[Sequence[Cells]], messages: Messages
) -> Iterator[dict[str, str]]:
    """Yields a row for each message, with the cells of its conversation beside it."""
    if len(conversations) == 1 and len(parts := messages.talks()) > 1:
        for number, part in enumerate(parts, start=1):
            yield from (messages.row(str(number), message) for message in part)
        return
    for number, (around, said) in enumerate(zip(conversations, dated, strict=True), start=1):
        beside = {
            name: cell
            for name, cell in around.items()
            if len(cell) <= LONGEST_AROUND and not messages.names(cell) and name not in MESSAGE
        }
        for message in said:
            yield {**messages.row(str(number), message), **beside}


def _conversations(
    value: object, depth: int, above: Sequence[Mapping[str, Any]] = ()
) -> Iterator[_Conversation]:
    """Yields the objects that hold a list of further ones, with those that they stand in."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        above = (*above, value)
        for key, each in value.items():
            if _is_list_of_objects(each):
                around = {name: cell for one in above for name, cell in _cells(one).items()}
                yield _Conversation(str(key), around, [*map(_cells, each)])
        for each in value.values():
            yield from _conversations(each, depth + 1, above if isinstance(each, dict) else ())
    for each in value if isinstance(value, list) else ():
        yield from _conversations(each, depth + 1)


def _is_list_of_objects(value: object) -> TypeGuard[list[dict[str, Any]]]:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _cells(value: Mapping[str, Any], before: str = "", depth: int = 0) -> dict[str, str]:
    """Writes what stands in an object as cells, each below the names that lead to it."""
    cells = dict[str, str]()
    for key, each in value.items():
        name = spaced_header(f"{before} {key}")
        if isinstance(each, dict):
            cells |= _cells(each, name, depth + 1) if depth < DEEPEST else {}
        elif isinstance(each, bool):
            cells[name] = str(each).lower()
        elif isinstance(each, str | int | float):
            cells[name] = str(each).strip()
    return cells


def _dated(conversation: _Conversation) -> Iterator[dict[str, str]]:
    """Yields the cells of its messages; to a mere hour is added its day.

    That is the day beside it, else that of the conversation, or the next one where the clock has
    run back.
    """
    day = next(filter(None, map(moment_of, conversation.around.values())), None)
    last = _midnight(day) if day else None
    for message in conversation.messages:
        row = dict(message)
        hours = {name: hour for name, cell in message.items() if (hour := _hour_in(cell))}
        for name, cell in message.items():
            if hours and (day := moment_of(cell)):
                last = _midnight(day)
                del row[name]
        for name, hour in hours.items():
            if last:
                sent = dt.datetime.combine(last, hour)
                last = sent + dt.timedelta(days=sent < last)
                row[name] = f"{last:%Y-%m-%d %H:%M}"
        yield row


def _local(cells: dict[str, str], zone: ZoneInfo | None) -> dict[str, str]:
    """Writes moments by the clocks of a zone; other cells stay as they are."""
    if zone is None:
        return cells
    moments = {name: _moment(name, cell) for name, cell in cells.items()}
    return {
        name: f"{moment.astimezone(zone):%Y-%m-%d %H:%M:%S}" if moment else cells[name]
        for name, moment in moments.items()
    }


def _moment(name: str, cell: str) -> dt.datetime | None:
    """Reads a moment that is told with its distance to UTC, or in seconds of a computer."""
    if _WHEN.search(name) and (seconds := _SECONDS.fullmatch(cell)):
        return dt.datetime.fromtimestamp(int(seconds[1]), dt.UTC)
    try:
        moment = dt.datetime.fromisoformat(cell)
    except ValueError:
        return None
    return moment if moment.tzinfo and 2000 <= moment.year < 2100 else None


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _hour_in(cell: str) -> dt.time | None:
    """Reads a mere time of day: ``08.14``, ``08:14:05 WIB``."""
    found = _HOUR.fullmatch(cell.lower())
    return dt.time(int(found["hour"]), int(found["minute"])) if found else None
