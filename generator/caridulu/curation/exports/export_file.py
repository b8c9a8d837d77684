"""A file that an officer hands over -> consultations, by what the file is."""

import re
from pathlib import Path

from caridulu.curation.exports.chats.headers import looks_like_chat
from caridulu.curation.exports.chats.telegram import read_telegram, telegram_chats
from caridulu.curation.exports.chats.whatsapp import read_chat
from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.documents.read_document import (
    DOCUMENTS,
    read_document,
    read_faq_json,
)
from caridulu.curation.exports.mail.mail_files import OUTLOOK, is_mail
from caridulu.curation.exports.mail.mailbox import read_mail
from caridulu.curation.exports.opened_files import (
    RefusedError,
    check_readable,
    json_of,
    refuse,
    whole_letters,
    wide_encoding,
)
from caridulu.curation.exports.tables.json_rows import rows_of_json
from caridulu.curation.exports.tables.read_table import read_sheets, read_table
from caridulu.curation.exports.tables.sheet import Sheet
from caridulu.curation.exports.tables.table_file import TABLES, TableFile
from caridulu.curation.progress import Progress

HEAD = 20_000  # bytes of a text file that tell what it is
HEAD_LINES = 50
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # a terminal obeys them where the name is shown


def read_export(
    path: Path,
    options: ExportOptions,
    *,
    processes: int = 1,
    on_progress: Progress = lambda *_: None,
) -> Reading:
    """Reads the consultations of one file, or why the whole file is refused.

    With several ``processes`` another one may read half of a large chat; ``on_progress`` is called
    with how many of its lines are read, of how many.
    """
    try:
        name = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", whole_letters(path.name))
        if name != path.name:
            raise refuse(path.with_name(name), "damaged_name")
        return _read(path, options, processes, on_progress)
    except RefusedError as refused:
        return Reading(refused=(refused.problem,), is_unusable=True, senders=refused.senders)


def _read(path: Path, options: ExportOptions, processes: int, on_progress: Progress) -> Reading:
    check_readable(path)
    suffix = path.suffix.lower()
    if is_mail(path):
        return read_mail(path, options)
    if suffix == ".json":
        found = json_of(path)
        chats = telegram_chats(found)
        if chats:
            return read_telegram(path, chats, options)
        if rows := rows_of_json(found, options.zone):
            return read_sheets(path, TableFile((Sheet("", rows),)), options)
        return read_faq_json(path, found, options)
    if suffix in DOCUMENTS:
        return read_document(path, options)
    if suffix == ".zip" or (suffix == ".txt" and _is_chat(path)):
        return read_chat(path, options, processes=processes, on_progress=on_progress)
    if suffix in (".txt", *TABLES):
        return read_table(path, options)
    name = "outlook" if suffix in OUTLOOK else "unknown_format"
    raise refuse(path, name, value=suffix or path.name)


def _is_chat(path: Path) -> bool:
    """Tells whether one of the first lines is a message; an empty file counts as a chat."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    text = head.decode(wide_encoding(head) or "utf-8", "ignore")
    lines = text.splitlines()[:HEAD_LINES]
    is_table = any(mark in line for line in lines for mark in ";|\t") or "," in "".join(lines[:1])
    return looks_like_chat(lines) or not is_table
