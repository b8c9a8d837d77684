"""An mbox, an ``.eml`` file or a folder of them -> threads -> consultations."""

import datetime as dt
import email
import email.errors
import email.policy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from caridulu.curation.exports.consultation import Message, Reading, consultation_of
from caridulu.curation.exports.mail_text import written_text
from caridulu.curation.exports.opened_files import RefusedError, check_size, refuse
from caridulu.knowledge import Location, Problem, finding, fold, notice

MAIL = (".eml", ".mbox", ".mbx")  # suffixes
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
    """One message as it stands in its file; ``last``: nothing follows it there."""

    file: str
    line: int
    content: bytes
    last: bool = True


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


def read_mail(path: Path, *, officers: Iterable[str]) -> Reading:
    """The consultations of a mailbox; ``officers`` are the office's addresses and names."""
    ours = {fold(name) for name in officers}
    mails: list[_Mail] = []
    notices: list[Problem] = []
    try:
        for raw in messages_in(path):
            mails.append(_read(raw, ours))
            if not path.is_dir() and raw.last and path.suffix.lower() != ".eml":
                _check_end(path, raw, mails[-1])
            elif not mails[-1].cut and not raw.content.endswith((b"\n", b"--")):
                notices.append(notice(Location(raw.file, raw.line), "curation.mail_without_end"))
        if not mails:
            raise refuse(path, "no_messages")
    except RefusedError as refused:
        return Reading(problems=(refused.problem,))
    if not any(mail.officer for mail in mails if not mail.cut) and not all(m.cut for m in mails):
        senders = ", ".join(sorted({mail.sender for mail in mails}))[:300]
        place = Location(mails[0].file, mails[0].line)
        return Reading(problems=(finding(place, "curation.no_officer", choices=senders),))
    return _reading(mails, notices)


def _check_end(path: Path, raw: RawMail, mail: _Mail) -> None:
    """Refuses a mailbox whose last message ends too early: the rest of the file is missing."""
    if mail.cut or not raw.content.endswith(b"\n"):
        raise refuse(path, "mbox_cut", line=raw.line)


def messages_in(path: Path) -> Iterator[RawMail]:
    """The messages of an mbox, an ``.eml`` file or a folder of them, by file and line."""
    if path.is_dir():
        files = sorted(p for p in path.iterdir() if p.suffix.lower() == ".eml" and p.is_file())
        if not files:
            raise refuse(path, "no_messages")
        for file in files:
            check_size(file)
            yield RawMail(file.name, 1, file.read_bytes())
        return
    check_size(path)
    if path.suffix.lower() == ".eml":
        yield RawMail(path.name, 1, path.read_bytes())
        return
    yield from _mbox_messages(path)


def _mbox_messages(path: Path) -> Iterator[RawMail]:
    lines: list[bytes] = []
    size, begin, blank = 0, 0, True
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if blank and _FROM.match(line):
                if begin:
                    yield RawMail(path.name, begin, b"".join(lines), last=False)
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
        yield RawMail(path.name, begin, b"".join(lines))


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
        subject=fold(_REPLY.sub("", str(parsed["subject"] or "").strip())),
        sender=sender,
        name=name,
        sent=_sent(str(parsed["date"] or "")),
        text=written_text(parsed),
        officer=fold(sender) in ours or fold(name) in ours,
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
        ordered = sorted(thread, key=lambda mail: (mail.sent or dt.datetime.min, mail.line))
        first = next((mail for mail in ordered if not mail.officer), ordered[0])
        place = Location(first.file, first.line)
        if cut := [mail for mail in ordered if mail.cut]:
            refused += [finding(Location(m.file, m.line), "curation.mail_cut") for m in cut]
            if left := len(ordered) - len(cut):
                notices.append(notice(place, "curation.thread_cut", count=left))
            continue
        messages = [
            Message(mail.sender, mail.sent, mail.text, mail.line, officer=mail.officer)
            for mail in ordered
            if mail.text
        ]
        made = consultation_of(messages, channel="E-mail", path=first.file)
        if made:
            consultations.append(made)
            used += len(ordered)
        else:
            notices.append(notice(place, "curation.unanswered", count=len(ordered)))
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
    """Mails joined by References, else by equal subjects."""
    root: dict[str, str] = {}
    threads: dict[str, list[_Mail]] = {}
    by_subject: dict[str, str] = {}
    for mail in sorted(mails, key=lambda mail: (mail.sent or dt.datetime.min, mail.line)):
        known = next((root[parent] for parent in mail.parents if parent in root), None)
        if known is None and mail.subject:
            known = by_subject.get(mail.subject)
        thread = known or mail.id
        root.setdefault(mail.id, thread)
        for parent in mail.parents:
            root.setdefault(parent, thread)
        if mail.subject:
            by_subject.setdefault(mail.subject, thread)
        threads.setdefault(thread, []).append(mail)
    return list(threads.values())
