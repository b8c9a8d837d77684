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

from generator.curation.consultation import Message, Reading, consultation_of
from generator.curation.files import RefusedError, check_size, refuse
from generator.curation.mail_text import written_text
from generator.knowledge import Location, Problem, finding, fold, notice

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


@dataclass(frozen=True)
class _Mail:
    """One e-mail, as far as it is needed."""

    file: str
    line: int
    id: str
    parents: tuple[str, ...]
    subject: str
    sender: str
    name: str
    sent: dt.datetime | None
    text: str
    officer: bool


def read_mail(path: Path, *, officers: Iterable[str]) -> Reading:
    """The consultations of a mailbox; ``officers`` are the office's addresses and names."""
    ours = {fold(name) for name in officers}
    problems: list[Problem] = []
    mails: list[_Mail] = []
    try:
        for file, line, content in _messages(path):
            parsed = email.message_from_bytes(content, policy=email.policy.default)
            if _is_cut(parsed):
                problems.append(finding(Location(file, line), "curation.mail_cut"))
                continue
            mails.append(_mail(file, line, parsed, ours))
    except RefusedError as refused:
        problems.append(refused.problem)
    if not mails and not problems:
        problems.append(finding(Location(path.name), "curation.no_messages"))
    if mails and not any(mail.officer for mail in mails):
        senders = ", ".join(sorted({mail.sender for mail in mails}))[:300]
        place = Location(mails[0].file, mails[0].line)
        problems.append(finding(place, "curation.no_officer", choices=senders))
    if problems:
        return Reading(problems=tuple(problems))
    return _reading(mails)


def _messages(path: Path) -> Iterator[tuple[str, int, bytes]]:
    """File, first line and bytes of each message."""
    if path.is_dir():
        files = sorted(p for p in path.iterdir() if p.suffix.lower() == ".eml" and p.is_file())
        if not files:
            raise refuse(path, "no_messages")
        for file in files:
            check_size(file)
            yield file.name, 1, file.read_bytes()
        return
    check_size(path)
    if path.suffix.lower() == ".eml":
        yield path.name, 1, path.read_bytes()
        return
    yield from _mbox_messages(path)


def _mbox_messages(path: Path) -> Iterator[tuple[str, int, bytes]]:
    lines: list[bytes] = []
    size, begin, blank = 0, 0, True
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if blank and _FROM.match(line):
                if begin:
                    yield path.name, begin, b"".join(lines)
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
        yield path.name, begin, b"".join(lines)


def _is_cut(parsed: EmailMessage) -> bool:
    """Whether the message ends before it should, as far as its format can tell."""
    if not parsed.keys() or parsed["from"] is None:
        return True
    for part in parsed.walk():
        if not part.is_multipart():
            part.get_payload(decode=True)  # finds defects of base64
        if any(isinstance(defect, _CUT) for defect in part.defects):
            return True
    return False


def _mail(file: str, line: int, parsed: EmailMessage, ours: set[str]) -> _Mail:
    name, sender = parseaddr(str(parsed["from"] or ""))
    references = f"{parsed['references'] or ''} {parsed['in-reply-to'] or ''}"
    return _Mail(
        file=file,
        line=line,
        id=str(parsed["message-id"] or f"{file}:{line}").strip(),
        parents=tuple(re.findall(r"<[^<>]+>", references)),
        subject=fold(_REPLY.sub("", str(parsed["subject"] or "").strip())),
        sender=sender,
        name=name,
        sent=_sent(str(parsed["date"] or "")),
        text=written_text(parsed),
        officer=fold(sender) in ours or fold(name) in ours,
    )


def _sent(text: str) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(text).replace(tzinfo=None)
    except (ValueError, TypeError, OverflowError):
        return None


def _reading(mails: list[_Mail]) -> Reading:
    consultations = []
    notices = []
    used: set[int] = set()
    for thread in _threads(mails):
        ordered = sorted(thread, key=lambda mail: (mail.sent or dt.datetime.min, mail.line))
        messages = [
            Message(mail.sender, mail.sent, mail.text, mail.line, officer=mail.officer)
            for mail in ordered
            if mail.text
        ]
        first = next((mail for mail in ordered if not mail.officer), ordered[0])
        made = consultation_of(messages, channel="E-mail", path=first.file)
        if made:
            consultations.append(made)
            used |= {mail.line for mail in ordered}
        else:
            place = Location(first.file, first.line)
            notices.append(notice(place, "curation.unanswered", count=len(ordered)))
    named = {text for mail in mails for text in (mail.sender, mail.name) if text}
    return Reading(
        consultations=tuple(consultations),
        senders=frozenset(named),
        notices=tuple(notices),
        messages=len(mails),
        used=frozenset(used),
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
