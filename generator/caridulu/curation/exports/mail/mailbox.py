"""An mbox, an ``.eml`` file or a folder of them -> threads -> consultations."""

import codecs
import datetime as dt
import email
import email.errors
import email.policy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.utils import getaddresses, parseaddr, parsedate_to_datetime
from itertools import islice
from pathlib import Path

from caridulu.curation.exports.consultation import Consultation, ExportOptions, Reading
from caridulu.curation.exports.conversations import (
    FEW_WORDS,
    WAITING,
    Talk,
    consultation_of,
    left_out,
)
from caridulu.curation.exports.mail.bodies import body_of, read_body
from caridulu.curation.exports.mail.threads import IsOurs, Mail, matters_of, messages_of, threads_of
from caridulu.curation.exports.opened_files import RefusedError, check_size, refuse
from caridulu.curation.exports.phrases.asking import asks, is_rest
from caridulu.curation.exports.phrases.words import telling_words
from caridulu.curation.exports.places import within
from caridulu.knowledge import Problem, finding, fold_phrase, notice

CHANNEL = "E-mail"
MAIL = (".eml", ".mbox", ".mbx")  # suffixes
SHOWN_SENDERS = 300  # characters
SHOWN_FILES = 20  # attachments of one mail that are named
MOST_TOLD = 200  # attachments notices
LARGEST_MESSAGE = 30_000_000  # bytes, with attachments
MOST_FILES = 20_000  # of a folder
_FROM = re.compile(rb"^From \S+.*\d{4}\s*$|^From - ")
_REPLY = re.compile(
    r"^(?:(?:re|fw|fwd|bls|balas|balasan|trs|terusan|tr)(?:\[\d+\])?\s*:\s*)+", re.I
)
_AUTOMATIC = re.compile(
    r"^\W*(?:balasan otomatis|jawaban otomatis|automatic reply|auto(?:matic)?[- ]?repl|"
    r"autoreply|out of (?:the )?office|di luar kantor|undeliver|delivery status|mail delivery|"
    r"returned mail|gagal terkirim)",
    re.I,
)
_MACHINES = re.compile(r"^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)\b", re.I)
_UNWANTED = frozenset({"spam", "sampah", "trash", "bin", "junk", "draf", "drafts", "draft"})
_OPEN = (
    email.errors.CloseBoundaryNotFoundDefect,
    email.errors.StartBoundaryNotFoundDefect,
    email.errors.MissingHeaderBodySeparatorDefect,
)
_CUT = (
    *_OPEN,
    email.errors.InvalidBase64PaddingDefect,
    email.errors.InvalidBase64LengthDefect,
)
# What the standard parser raises for damaged headers.
UNREADABLE = (LookupError, ValueError, TypeError, AttributeError, email.errors.MessageError)
_OPEN_ESCAPE = re.compile(rb"=[0-9A-Fa-f]?\Z")  # quoted-printable cut within a line or a letter
_NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s+(?=\S)", re.M)  # of a point in a list


@dataclass(frozen=True)
class RawMail:
    """One message as it stands in its file."""

    file: str
    line: int
    content: bytes
    ends_mailbox: bool = False  # nothing follows it in its mbox
    is_too_large: bool = False  # only its beginning was read
    number: int = 0  # in its mbox, from 1; 0: the only one of its file

    @property
    def path(self) -> str:
        """The file, and which message of it, as problems name them."""
        return within(self.file, f"e-mail {self.number}") if self.number else self.file


def read_mail(path: Path, options: ExportOptions) -> Reading:
    ours = frozenset(fold_phrase(name) for name in options.officers)
    mails: list[Mail] = []
    notices: list[Problem] = []
    for raw in messages_in(path):
        mail = _read(raw, ours)
        if raw.is_too_large:
            mail = replace(mail, problem="mail_too_large")
        elif raw.ends_mailbox and (mail.problem or not raw.content.endswith(b"\n")):
            mail = replace(mail, problem="mbox_cut")  # the rest of the file is missing
        elif not mail.problem and not raw.content.endswith((b"\n", b"--")):
            notices.append(notice(mail.place, "curation.mail_without_end"))
        mails.append(mail)
    if not mails:
        raise refuse(path, "no_messages")
    whole = [mail for mail in mails if not mail.problem]
    if whole and not any(mail.officer for mail in whole):
        senders = sorted({mail.sender for mail in mails})
        choices = ", ".join(senders)[:SHOWN_SENDERS]
        refused = finding(mails[0].place, "curation.no_officer", choices=choices)
        raise RefusedError(refused, senders)
    return _reading(mails, notices, ours)


def messages_in(path: Path) -> Iterator[RawMail]:
    """Reads the messages of an mbox, an ``.eml`` file or a folder of them."""
    if path.suffix.lower() != ".eml" and not path.is_dir():
        yield from _mbox_messages(path)
        return
    files = [path]
    if path.is_dir():
        found = (p for p in path.rglob("*") if p.suffix.lower() in MAIL and p.is_file())
        files = sorted(islice(found, MOST_FILES))
    if not files:
        raise refuse(path, "no_messages")
    for file in files:
        if file.suffix.lower() == ".eml":
            is_nested = file.parent not in (path, path.parent)
            yield _single(file, name=_nested(file, path) if is_nested else file.name)
        else:
            yield from _mbox_messages(file)


def _nested(file: Path, folder: Path) -> str:
    """The name of a file in a folder of folders, which may have others of that name."""
    return (Path(folder.name) / file.relative_to(folder)).as_posix()


def _single(path: Path, *, name: str) -> RawMail:
    """The one message of an ``.eml`` file; an empty one is a mail that is cut."""
    with path.open("rb") as stream:
        content = stream.read(LARGEST_MESSAGE + 1)
    is_too_large = len(content) > LARGEST_MESSAGE
    return RawMail(name, 1, _plain(content[:LARGEST_MESSAGE]), is_too_large=is_too_large)


def _plain(content: bytes) -> bytes:
    """The message as mail programs write it, where an editor of texts has saved it again."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = content.decode("utf-16", "replace").encode()
    return content.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")


def _mbox_messages(path: Path) -> Iterator[RawMail]:
    check_size(path)
    lines: list[bytes] = []
    size, begin, count, blank = 0, 0, 0, True

    def mail(*, ends_mailbox: bool = False) -> RawMail:
        content, is_too_large = b"".join(lines), size > LARGEST_MESSAGE
        return RawMail(path.name, begin, content, ends_mailbox, is_too_large, count)

    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if blank and _FROM.match(line):
                if begin:
                    yield mail()
                begin, lines, size, count = number, [], 0, count + 1
            elif not begin and line.strip():
                raise refuse(path, "no_mbox", line=number)
            else:
                size += len(line)
                if size <= LARGEST_MESSAGE:
                    lines.append(line[1:] if re.match(rb">+From ", line) else line)
            blank = not line.strip()
    if begin:
        yield mail(ends_mailbox=True)


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
        is_text = part.is_multipart() or part.get_content_maintype() == "text"
        if any(isinstance(defect, _CUT if is_text else _OPEN) for defect in part.defects):
            return True  # a damaged attachment leaves the text whole
    coded = str(parsed["content-transfer-encoding"] or "").strip().lower()
    return coded == "quoted-printable" and _OPEN_ESCAPE.search(content) is not None


def parsed_mail(raw: RawMail) -> EmailMessage:
    """Parses a message; damaged headers raise one of ``UNREADABLE``, now or when they are read."""
    return email.message_from_bytes(raw.content, policy=email.policy.default)


def _read(raw: RawMail, ours: frozenset[str]) -> Mail:
    """The mail; one whose headers cannot be read at all counts as cut."""
    try:
        return _mail(raw, parsed_mail(raw), ours)
    except UNREADABLE:
        return Mail(raw.path, raw.line, id=f"{raw.file}:{raw.line}", problem="mail_cut")


def _mail(raw: RawMail, parsed: EmailMessage, ours: frozenset[str]) -> Mail:
    name, sender = parseaddr(str(parsed["from"] or ""))
    subject = str(parsed["subject"] or "").strip()
    text = body_of(parsed)
    problem = "mail_cut" if _is_cut(parsed, raw.content) else ""
    if not problem and ("\ufffd" in text or "\0" in text):
        problem = "mail_letters"
    return Mail(
        file=raw.path,
        line=raw.line,
        id=str(parsed["message-id"] or f"{raw.file}:{raw.line}").strip(),
        parents=_parents(parsed),
        subject=fold_phrase(_REPLY.sub("", subject)),
        title=_REPLY.sub("", subject),
        is_reply=_REPLY.match(subject) is not None,
        sender=sender,
        name=name,
        to=_recipients(parsed),
        sent=sent_at(parsed),
        written=read_body(text, names=(name, *ours)),
        officer=fold_phrase(sender) in ours or fold_phrase(name) in ours,
        problem=problem,
        is_automatic=_is_automatic(parsed, subject, sender),
        attachments=_attachments(parsed),
    )


def _parents(parsed: EmailMessage) -> tuple[str, ...]:
    """The messages that this one answers, the nearest first, and its thread in Gmail."""
    replied = re.findall(r"<[^<>]+>", str(parsed["in-reply-to"] or ""))
    named = re.findall(r"<[^<>]+>", str(parsed["references"] or ""))
    gmail = str(parsed["x-gm-thrid"] or "").strip()
    return tuple(
        dict.fromkeys([*replied, *reversed(named), *([f"gmail:{gmail}"] if gmail else [])])
    )


def _recipients(parsed: EmailMessage) -> frozenset[str]:
    listed = [str(value) for name in ("to", "cc") for value in parsed.get_all(name, [])]
    return frozenset(address.lower() for _, address in getaddresses(listed) if "@" in address)


def _is_automatic(parsed: EmailMessage, subject: str, sender: str) -> bool:
    """Whether no person wrote it to the office: out of office, bounces, newsletters, spam."""
    labels = re.split(r"[,;]\s*", str(parsed["x-gmail-labels"] or "").lower())
    return (
        str(parsed["auto-submitted"] or "no").strip().lower() != "no"
        or any(parsed[name] for name in ("x-autoreply", "x-autorespond"))
        or str(parsed["precedence"] or "").strip().lower() in ("bulk", "list", "junk", "auto_reply")
        or any(parsed[name] for name in ("list-unsubscribe", "list-id", "x-failed-recipients"))
        or not _UNWANTED.isdisjoint(label.strip(' "') for label in labels)
        or _AUTOMATIC.match(_REPLY.sub("", subject)) is not None
        or _MACHINES.match(sender) is not None
    )


def _attachments(parsed: EmailMessage) -> tuple[str, ...]:
    names = (part.get_filename() for part in parsed.walk() if not part.is_multipart())
    return tuple(" ".join(name.split()) for name in names if name)[:SHOWN_FILES]


def sent_at(parsed: EmailMessage) -> dt.datetime | None:
    """Reads when a message was sent, by its sender's clock; None where it does not say so."""
    try:
        return parsedate_to_datetime(str(parsed["date"] or "")).replace(tzinfo=None)
    except (ValueError, TypeError, OverflowError):
        return None


def _reading(mails: list[Mail], notices: list[Problem], ours: frozenset[str]) -> Reading:
    consultations: list[Consultation] = []
    refused: list[Problem] = []
    used = 0
    by_person = [mail for mail in mails if not mail.is_automatic or mail.problem]
    addresses = frozenset(mail.sender.lower() for mail in mails if mail.officer) | ours

    def is_ours(name: str, address: str) -> bool:
        return fold_phrase(name) in ours or fold_phrase(address) in addresses

    threads = threads_of(by_person, addresses)
    for thread in [part for whole in threads for part in matters_of(whole, is_ours)]:
        first = next((mail for mail in thread if not mail.officer), thread[0])
        if broken := [mail for mail in thread if mail.problem]:
            refused += [finding(mail.place, f"curation.{mail.problem}") for mail in broken]
            if left := len(thread) - len(broken):
                notices.append(notice(first.place, "curation.thread_cut", count=left))
        elif isinstance(made := _made(thread, first, is_ours), Consultation):
            consultations.append(made)
            used += len(thread)
        else:
            (refused if made.key in WAITING else notices).append(made)
    notices += _told(mails, by_person)
    return Reading(
        consultations=tuple(consultations),
        senders=frozenset(_named(mails)),
        officers=frozenset(mail.sender for mail in mails if mail.officer),
        refused=tuple(refused),
        notices=tuple(notices),
        messages=len(mails),
        used=used,
    )


def _made(thread: list[Mail], first: Mail, is_ours: IsOurs) -> Consultation | Problem:
    """The consultation of a thread, or why it is none."""
    talk = Talk.of(messages_of(thread, is_ours))
    if made := consultation_of(talk, channel=CHANNEL, path=first.file):
        return replace(made, pairs=_pairs(thread))
    if not talk.messages:
        return notice(first.place, "curation.unanswered", count=len(thread))
    told = left_out(talk, path=first.file)
    return replace(told, values=(("count", str(len(thread))),))


def _pairs(thread: list[Mail]) -> tuple[tuple[str, str], ...]:
    """Questions that the only answer takes up one by one, each with the reply below it."""
    answers = [mail for mail in thread if mail.officer and mail.written.own]
    pairs: list[tuple[str, str]] = []
    for text, reply in answers[0].written.between if len(answers) == 1 else ():
        numbers = _NUMBER.findall(text)
        if not (numbers or asks(text)) or len(telling_words(text)) < FEW_WORDS:
            return ()
        question = _NUMBER.sub("", text) if len(numbers) == 1 else text
        if pairs and is_rest(question):  # ``Apakah jumlah tsb ada per kecamatan?``
            asked, answer = pairs.pop()
            question, reply = f"{asked}\n{question}", f"{answer}\n\n{reply}"
        pairs.append((question, reply))
    return tuple(pairs) if len(pairs) > 1 else ()


def _told(mails: list[Mail], by_person: list[Mail]) -> Iterator[Problem]:
    """What was not read, or not as somebody's words."""
    if left := len(mails) - len(by_person):
        first = next(mail for mail in mails if mail.is_automatic and not mail.problem)
        yield notice(first.place, "curation.mail_automatic", count=left)
    for mail in [mail for mail in by_person if mail.attachments][:MOST_TOLD]:
        names = ", ".join(mail.attachments)[:SHOWN_SENDERS]
        yield notice(mail.place, "curation.mail_attachments", choices=names)


def _named(mails: Iterable[Mail]) -> Iterator[str]:
    """Names and addresses of everybody who wrote, or is quoted."""
    for mail in mails:
        yield from filter(None, (mail.sender, mail.name, *mail.to))
        for quoted in mail.written.quoted:
            yield from filter(None, (quoted.name, quoted.address))
