"""An export of any kind -> its messages with their months, whoever wrote them.

For reports that count messages: no sides, no conversations, and what is damaged is only passed by.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path

from caridulu.curation.exports.cell_dates import has_date, moment_of, month_of
from caridulu.curation.exports.chats.headers import PROGRAM, Headers, header_of
from caridulu.curation.exports.chats.message_dates import UNKNOWN, dates_of
from caridulu.curation.exports.chats.telegram import messages_of_chats, telegram_chats
from caridulu.curation.exports.consultation import LONGEST_MESSAGE, ExportOptions
from caridulu.curation.exports.documents.faq_json import items_of_json
from caridulu.curation.exports.documents.read_document import DOCUMENTS
from caridulu.curation.exports.mail.body_text import body_of
from caridulu.curation.exports.mail.mail_files import RawMail, is_mail, messages_in
from caridulu.curation.exports.mail.parsed_mail import UNREADABLE, parsed_mail, sent_at
from caridulu.curation.exports.opened_files import check_readable, json_of, text_lines
from caridulu.curation.exports.tables.json_rows import rows_of_json
from caridulu.curation.exports.tables.read_table import asked_in
from caridulu.curation.exports.tables.sheet import Sheet
from caridulu.curation.exports.tables.table_file import TABLES, read_rows

NOTHING_KNOWN = ExportOptions()
AROUND = 12  # messages before another one, and as many behind it


@dataclass(frozen=True, slots=True)
class DatedMessage:
    """One message, or one row of a table; ``month`` is ``2026-03``, or empty."""

    text: str
    month: str = ""
    sender: str = ""  # of a mail the address
    line: int = 0  # where it begins in its file; of a row its number


def dated_messages(path: Path, options: ExportOptions = NOTHING_KNOWN) -> Iterator[DatedMessage]:
    """Reads the messages of a chat, of mail, the rows of a table, or a text as one message.

    Of a row only what it asks, where that is certain. Documents have no messages.
    """
    check_readable(path)
    suffix = path.suffix.lower()
    if is_mail(path):
        yield from (_mail(raw) for raw in messages_in(path))
    elif suffix == ".json":
        found = json_of(path)
        for one in messages_of_chats(telegram_chats(found)):
            yield DatedMessage(one.text[:LONGEST_MESSAGE], month_of(one.sent), one.sender, one.line)
        if rows := rows_of_json(found):
            yield from _sheet(path, Sheet("", rows), options)
    elif suffix in DOCUMENTS:
        return
    elif suffix in TABLES:
        for sheet in read_rows(path).sheets:
            yield from _sheet(path, sheet, options)
    else:
        with text_lines(path) as lines:
            yield from _chat(lines)


def messages_around(path: Path, line: int) -> list[DatedMessage]:
    """Reads the message at a line of a chat or of mails, with some before and behind it.

    Of the JSON of an FAQ or chatbot these are its questions, each with its answer.
    """
    before: deque[DatedMessage] = deque(maxlen=AROUND + 1)
    behind: list[DatedMessage] = []
    for one in _shown_messages(path):
        if one.line and one.line <= line:
            before.append(one)
        elif one.line:
            behind.append(one)
        if len(behind) == AROUND:
            break
    return [*before, *behind]


def _shown_messages(path: Path) -> Iterator[DatedMessage]:
    found = json_of(path) if path.suffix.lower() == ".json" else None
    if found is None or telegram_chats(found):
        yield from dated_messages(path)
        return
    for number, item in enumerate(items_of_json(found, ""), start=1):
        asked = "\n".join((item.question, *item.phrasings))
        yield DatedMessage(f"{asked}\n\n{item.answer}"[:LONGEST_MESSAGE], line=number)


def _mail(raw: RawMail) -> DatedMessage:
    try:
        mail = parsed_mail(raw)
        text, sender, sent = body_of(mail), parseaddr(str(mail["from"] or ""))[1], sent_at(mail)
    except UNREADABLE:
        return DatedMessage(raw.content.decode("utf-8", "replace")[:LONGEST_MESSAGE], line=raw.line)
    # Quoted again in a reply: not a second message.
    own = "\n".join(line for line in text.splitlines() if not line.startswith(">"))
    return DatedMessage(own[:LONGEST_MESSAGE], month_of(sent), sender, raw.line)


def _sheet(path: Path, sheet: Sheet, options: ExportOptions) -> Iterator[DatedMessage]:
    rows = {row.number: row.cells for row in sheet.rows}
    if asked := asked_in(path.name, sheet, options):
        for one in asked:
            yield DatedMessage(one.question, one.month or _row(rows[one.place.line]).month)
    else:
        yield from map(_row, rows.values())


def _row(cells: tuple[str, ...]) -> DatedMessage:
    dates = (moment_of(cell) for cell in cells if has_date(cell))
    day = next((date for date in dates if date), None)
    written = [cell for cell in cells if any(char.isalpha() for char in cell)]
    return DatedMessage("\n\n".join(written)[:LONGEST_MESSAGE], month_of(day))


def _chat(lines: Iterable[str]) -> Iterator[DatedMessage]:
    """Yields the messages of a chat; what stands before the first header is one of its own."""
    headers, texts = Headers(), [list[str]()]
    for number, line in enumerate(lines, start=1):
        if header := header_of(line):
            headers.add(number, header)
            texts.append([header.text])
        else:
            texts[-1].append(line)
    before, *messages = ("\n".join(written)[:LONGEST_MESSAGE] for written in texts)
    yield DatedMessage(before)
    dates, names = dates_of(headers, None), list(headers.names)
    for n, text in enumerate(messages):
        if headers.senders[n] != PROGRAM:
            month = month_of(dates.at(n)) if dates.minutes[n] != UNKNOWN else ""
            yield DatedMessage(text, month, names[headers.senders[n]], headers.lines[n])
