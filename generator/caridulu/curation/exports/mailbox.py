"""An mbox, an ``.eml`` file or a folder of them -> threads -> consultations."""

import datetime as dt
import email
import email.errors
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from caridulu.curation.exports.consultation import ExportOptions, Message, Reading, consultation_of
from caridulu.curation.exports.mail_text import written_text
from caridulu.curation.exports.opened_files import RefusedError, check_size, refuse
from caridulu.knowledge import Location, Problem, finding, fold_phrase, notice

MAIL = (".eml", ".mbox", ".mbx")  # suffixes
SHOWN_SENDERS = 300  # characters
LARGEST_MESSAGE = 30_000_000  # bytes, with attachments
_FROM = re.compile(rb"^From \S+.*\d{4}\s*$|^From - ")
_REPLY = re.compile(r"^(?:(?:re|fw|fwd|bls|balas|trs|terusan)(?:\[\d+\])?\s*:\s*)+", re.I)
_CUT = (
    email.errors.CloseBoundaryNotFoundDefect,
    email.errors.StartBoundaryNotFoundDefect,
    email.errors.InvalidBase64PaddingDefect,
    email.errors.InvalidBase64LengthDefect,
    email.errors.MissingHeaderBodySeparatorDefect,
)
# What the standard parser raises for damaged headers.
UNREADABLE = (LookupError, ValueError, TypeError, AttributeError, email.errors.MessageError)
_OPEN_ESCAPE = re.compile(rb"=[0-9A-Fa-f]?\Z")  # quoted-printable cut within a line or a letter


@dataclass(frozen=True)
class RawMail:
    """One message as it stands in its file."""

    file: str
    line: int
    content: bytes
    ends_mailbox: bool = False  # nothing follows it in its mbox


@dataclass(frozen=True)
class _Mail:
    """One e-mail, as far as it is needed."""

    file: str
    line: int
    id: str
    parents: tuple[str, ...] = ()
    subject: str = ""
    sender: str = ""
    name: str = ""
    sent: dt.datetime | None = None
    text: str = ""
    officer: bool = False
    cut: bool = False

    @property
    def place(self) -> Location:
        return Location(self.file, self.line)

    @property
    def order(self) -> tuple[dt.datetime, int]:
        """By time, then as they stand in the file."""
        return (self.sent or dt.datetime.min, self.line)


def read_mail(path: Path, options: ExportOptions) -> Reading:
    """Reads the consultations of a mailbox."""
    ours = {fold_phrase(name) for name in options.officers}
    mails: list[_Mail] = []
    notices: list[Problem] = []
    for raw in messages_in(path):
        mail = _read(raw, ours)
        mails.append(mail)
        if raw.ends_mailbox and (mail.cut or not raw.content.endswith(b"\n")):
            raise refuse(path, "mbox_cut", line=raw.line)  # the rest of the file is missing
        if not mail.cut and not raw.content.endswith((b"\n", b"--")):
            notices.append(notice(mail.place, "curation.mail_without_end"))
    if not mails:
        raise refuse(path, "no_messages")
    whole = [mail for mail in mails if not mail.cut]
    if whole and not any(mail.officer for mail in whole):
        senders = ", ".join(sorted({mail.sender for mail in mails}))[:SHOWN_SENDERS]
        raise RefusedError(finding(mails[0].place, "curation.no_officer", choices=senders))
    return _reading(mails, notices)


def messages_in(path: Path) -> Iterator[RawMail]:
    """Reads the messages of an mbox, an ``.eml`` file or a folder of them."""
    if path.suffix.lower() != ".eml" and not path.is_dir():
        check_size(path)
        yield from _mbox_messages(path)
        return
    files = [path]
    if path.is_dir():
        files = sorted(p for p in path.iterdir() if p.suffix.lower() == ".eml" and p.is_file())
    if not files:
        raise refuse(path, "no_messages")
    for file in files:
        check_size(file)
        yield RawMail(file.name, 1, file.read_bytes())


def _mbox_messages(path: Path) -> Iterator[RawMail]:
    lines: list[bytes] = []
    size, begin, blank = 0, 0, True
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if blank and _FROM.match(line):
                if begin:
                    yield RawMail(path.name, begin, b"".join(lines))
                begin, lines, size = number, [], 0
            elif not begin and line.strip():
                raise refuse(path, "no_mbox", line=number)
            else:
                size += len(line)
                if size > LARGEST_MESSAGE:
                    limit = LARGEST_MESSAGE // 1_000_000
                    raise refuse(path, "too_large", line=begin, size=size // 1_000_000, limit=limit)
                lines.append(line[1:] if re.match(rb">+From ", line) else line)
            blank = not line.strip()
    if begin:
        yield RawMail(path.name, begin, b"".join(lines), ends_mailbox=True)


def _is_cut(parsed: EmailMessage, content: bytes) -> bool:
    """Whether the message ends before it should, as far as its format can tell."""
    separator = re.search(rb"\r?\n\r?\n", content)
    if parsed["from"] is None or separator is None:
        return True
    declared = str(parsed["content-length"] or "").strip()
    body = content[separator.end() :]
    # A mailbox saved with other line ends has one byte less a line.
    if declared.isdigit() and len(body) + body.count(b"\n") + 2 < int(declared):
        return True
    for part in parsed.walk():
        if not part.is_multipart():
            part.get_payload(decode=True)  # finds defects of base64
        if any(isinstance(defect, _CUT) for defect in part.defects):
            return True
    coded = str(parsed["content-transfer-encoding"] or "").strip().lower()
    return coded == "quoted-printable" and _OPEN_ESCAPE.search(content) is not None


def _read(raw: RawMail, ours: set[str]) -> _Mail:
    """The mail; one whose headers cannot be read at all counts as cut."""
    try:
        parsed = email.message_from_bytes(raw.content, policy=email.policy.default)
        return _mail(raw, parsed, ours)
    except UNREADABLE:
        return _Mail(raw.file, raw.line, id=f"{raw.file}:{raw.line}", cut=True)


def _mail(raw: RawMail, parsed: EmailMessage, ours: set[str]) -> _Mail:
    name, sender = parseaddr(str(parsed["from"] or ""))
    references = f"{parsed['references'] or ''} {parsed['in-reply-to'] or ''}"
    return _Mail(
        file=raw.file,
        line=raw.line,
        id=str(parsed["message-id"] or f"{raw.file}:{raw.line}").strip(),
        parents=tuple(re.findall(r"<[^<>]+>", references)),
        subject=fold_phrase(_REPLY.sub("", str(parsed["subject"] or "").strip())),
        sender=sender,
        name=name,
        sent=_sent(str(parsed["date"] or "")),
        text=written_text(parsed),
        officer=fold_phrase(sender) in ours or fold_phrase(name) in ours,
        cut=_is_cut(parsed, raw.content),
    )


def _sent(text: str) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(text).replace(tzinfo=None)
    except (ValueError, TypeError, OverflowError):
        return None


def _reading(mails: list[_Mail], notices: list[Problem]) -> Reading:
    consultations = []
    refused = []
    used = 0
    for thread in _threads(mails):
        first = next((mail for mail in thread if not mail.officer), thread[0])
        if cut := [mail for mail in thread if mail.cut]:
            refused += [finding(mail.place, "curation.mail_cut") for mail in cut]
            if left := len(thread) - len(cut):
                notices.append(notice(first.place, "curation.thread_cut", count=left))
            continue
        messages = [
            Message(mail.sender, mail.sent, mail.text, mail.line, officer=mail.officer)
            for mail in thread
            if mail.text
        ]
        if made := consultation_of(messages, channel="E-mail", path=first.file):
            consultations.append(made)
            used += len(thread)
        else:
            notices.append(notice(first.place, "curation.unanswered", count=len(thread)))
    named = {text for mail in mails for text in (mail.sender, mail.name) if text}
    return Reading(
        consultations=tuple(consultations),
        senders=frozenset(named),
        refused=tuple(refused),
        notices=tuple(notices),
        messages=len(mails),
        used=used,
    )


def _threads(mails: list[_Mail]) -> list[list[_Mail]]:
    """Mails joined by References, else by equal subjects; oldest first in each thread."""
    root: dict[str, str] = {}
    threads: dict[str, list[_Mail]] = {}
    by_subject: dict[str, str] = {}
    for mail in sorted(mails, key=lambda mail: mail.order):
        known = next((root[parent] for parent in mail.parents if parent in root), None)
        thread = known or by_subject.get(mail.subject) or mail.id
        for name in (mail.id, *mail.parents):
            root.setdefault(name, thread)
        if mail.subject:
            by_subject.setdefault(mail.subject, thread)
        threads.setdefault(thread, []).append(mail)
    return list(threads.values())
