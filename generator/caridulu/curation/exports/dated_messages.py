"""An export of any kind -> its messages with their months, whoever wrote them.

For reports that count messages: no sides, no conversations, and what is damaged is only passed by.
"""

import email
import email.policy
import email.utils
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.exports.chats.lines import Header, header_of
from caridulu.curation.exports.mail.mailbox import MAIL, UNREADABLE, messages_in
from caridulu.curation.exports.opened_files import text_lines
from caridulu.curation.exports.tables.cell_dates import has_date, moment_of
from caridulu.curation.exports.tables.table_file import TABLES, read_rows

LONGEST = 60_000  # characters of one message; the rest of a damaged file follows no header


@dataclass(frozen=True, slots=True)
class DatedMessage:
    """One message, or one row of a table; ``month`` is ``2026-03``, or empty."""

    text: str
    month: str = ""
    sender: str = ""


def dated_messages(path: Path) -> Iterator[DatedMessage]:
    """Reads the messages of a chat, of mail, the rows of a table, or a text as one message."""
    suffix = path.suffix.lower()
    if path.is_dir() or suffix in MAIL:
        yield from (_mail(raw.content) for raw in messages_in(path))
    elif suffix in TABLES:
        for sheet in read_rows(path).sheets:
            yield from (_row(row.cells) for row in sheet.rows)
    else:
        with text_lines(path) as lines:
            yield from _chat(lines)


def _mail(content: bytes) -> DatedMessage:
    try:
        parsed = email.message_from_bytes(content, policy=email.policy.default)
        body = parsed.get_body(("plain", "html"))
        text = str(body.get_content()) if body else ""
        sender, date = str(parsed.get("from", "")), str(parsed.get("date", ""))
    except UNREADABLE:
        return DatedMessage(content.decode("utf-8", "replace")[:LONGEST])
    try:
        month = f"{email.utils.parsedate_to_datetime(date):%Y-%m}"
    except ValueError:
        month = ""
    # Quoted again in a reply: not a second message.
    own = "\n".join(line for line in text.splitlines() if not line.startswith(">"))
    return DatedMessage(own[:LONGEST], month, sender)


def _row(cells: tuple[str, ...]) -> DatedMessage:
    dates = (moment_of(cell) for cell in cells if has_date(cell))
    day = next((date for date in dates if date), None)
    written = [cell for cell in cells if any(char.isalpha() for char in cell)]
    return DatedMessage("\n\n".join(written)[:LONGEST], f"{day:%Y-%m}" if day else "")


def _chat(lines: Iterable[str]) -> Iterator[DatedMessage]:
    """Messages of a chat; what stands before the first header is one of its own."""
    found: list[tuple[Header | None, list[str]]] = [(None, [])]
    for line in lines:
        header = header_of(line)
        if header is None:
            found[-1][1].append(line)
        else:
            found.append((header, [header.text]))
    is_month_first = _is_month_first([header for header, _ in found if header])
    for header, texts in found:
        one = DatedMessage("\n".join(texts)[:LONGEST])
        if header is None:
            yield one
        elif header.sender:
            month = _month(header, is_month_first=is_month_first)
            yield replace(one, month=month, sender=header.sender)


def _is_month_first(headers: list[Header]) -> bool:
    """Whether the second number is the day: it is above 12, or hours are counted to 12."""
    firsts = sum(int(header.match["a"]) > 12 for header in headers)
    seconds = sum(int(header.match["b"]) > 12 for header in headers)
    halves = sum(bool(header.match["half"]) for header in headers)
    return seconds > firsts or (seconds == firsts and halves * 2 > len(headers))


def _month(header: Header, *, is_month_first: bool) -> str:
    a, b, c = (int(header.match[name]) for name in "abc")
    year, first, second = (a, b, c) if a > 31 else (c, a, b)
    month = first if is_month_first or a > 31 else second
    if month > 12:
        month = second if month == first else first
    return f"{year + 2000 if year < 100 else year}-{month:02}" if 1 <= month <= 12 else ""
