"""A message as it stands in its file -> an e-mail, or why it cannot be used."""

import datetime as dt
import email
import email.errors
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.utils import getaddresses, parseaddr, parsedate_to_datetime
from itertools import islice

from caridulu.curation.exports.mail.bodies import MailBody, Quoted, read_body
from caridulu.curation.exports.mail.body_text import body_of
from caridulu.curation.exports.mail.mail_files import RawMail
from caridulu.curation.exports.mail.one_mail import Mail
from caridulu.knowledge import fold_phrase

SHOWN_FILES = 20  # attachments of one mail that are named
_REPLY = re.compile(
    r"^(?:(?:re|fw|fwd|bls|balas|balasan|trs|terusan|tr)(?:\[\d+\])?\s*:\s*)+", re.I
)
_FORWARD = re.compile(r"^(?:fw|fwd|trs|terusan)(?:\[\d+\])?\s*:", re.I)
_AUTOMATIC = re.compile(
    r"^\W*(?:(?:(?:tidak |not )?(?:di ?baca|read)|terkirim|delivered|diterima)\s*:|"
    r"balasan otomatis|jawaban otomatis|automatic reply|auto(?:matic)?[- ]?repl|"
    r"autoreply|out of (?:the )?office|di luar kantor|undeliver|delivery status|mail delivery|"
    r"returned mail|gagal terkirim)",
    re.I,
)
_MACHINES = re.compile(r"^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)\b", re.I)
_OF_PROGRAMS = ("text/calendar", "multipart/report", "message/delivery-status")
_ONLY_OF_PROGRAMS = (  # headers
    "x-autoreply", "x-autorespond", "list-unsubscribe", "list-id", "x-failed-recipients",
)  # fmt: skip
_UNWANTED = frozenset({"spam", "sampah", "trash", "bin", "junk", "draf", "drafts", "draft"})
_OPEN = (
    email.errors.CloseBoundaryNotFoundDefect,
    email.errors.StartBoundaryNotFoundDefect,
    email.errors.MissingHeaderBodySeparatorDefect,
)
_CUT = (*_OPEN, email.errors.InvalidBase64PaddingDefect, email.errors.InvalidBase64LengthDefect)
LONGEST_VALUE = 2_000  # characters of a header; reading one takes the square of its length
LARGEST_HEADERS = 300_000  # characters of one part; parsing takes some eighty times their memory
# What the standard parser raises for damaged headers, and for parts without end in each other.
UNREADABLE = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RecursionError,
    email.errors.MessageError,
)
_OPEN_ESCAPE = re.compile(rb"=[0-9A-Fa-f]?\Z")  # quoted-printable cut within a line or a letter
_HEADERS = HeaderRegistry()
_POLICY = email.policy.default.clone(
    header_factory=lambda name, value: _HEADERS(name, value[:LONGEST_VALUE])
)


def _is_cut(parsed: EmailMessage, raw: RawMail) -> bool:
    """Tells whether the message ends before it should, as far as its format can tell."""
    content = raw.content
    separator = re.search(rb"\r?\n\r?\n", content)
    if parsed["from"] is None or separator is None:
        return True
    declared = str(parsed["content-length"] or "").strip()
    # A mailbox saved with other line ends has one byte less a line.
    most = len(content) - separator.end() + content.count(b"\n", separator.end()) + raw.left_out
    if declared.isdigit() and most + 2 < int(declared):
        return True
    for part in parsed.walk():
        is_text = part.is_multipart() or part.get_content_maintype() == "text"
        if is_text and not part.is_multipart():
            part.get_payload(decode=True)  # finds defects of base64
        if any(isinstance(defect, _CUT if is_text else _OPEN) for defect in part.defects):
            return True  # a damaged attachment leaves the text whole
    coded = str(parsed["content-transfer-encoding"] or "").strip().lower()
    return coded == "quoted-printable" and _OPEN_ESCAPE.search(content) is not None


def parsed_mail(raw: RawMail) -> EmailMessage:
    """Parses a message; damaged headers raise one of ``UNREADABLE``, now or when they are read."""
    parsed = email.message_from_bytes(raw.content, policy=_POLICY)
    for part in parsed.walk():
        if sum(len(name) + len(value) for name, value in part.raw_items()) > LARGEST_HEADERS:
            raise email.errors.MessageError(f"headers of more than {LARGEST_HEADERS} characters")
    return parsed


def mail_of(raw: RawMail, ours: frozenset[str]) -> Mail:
    """Makes the e-mail of a message; one whose headers cannot be read at all counts as cut."""
    try:
        return _mail(raw, parsed_mail(raw), ours)
    except UNREADABLE:
        return Mail(raw.path, raw.line, id=f"{raw.file}:{raw.line}", problem="mail_cut")


def _mail(raw: RawMail, parsed: EmailMessage, ours: frozenset[str]) -> Mail:
    name, sender = parseaddr(str(parsed["from"] or ""))
    if _MACHINES.match(sender):
        name, sender = _asker(parsed) or (name, sender)
    subject = str(parsed["subject"] or "").strip()
    text, title = body_of(parsed), _REPLY.sub("", subject)
    problem = ""
    if _is_cut(parsed, raw):
        problem = "mail_cut"
    elif "\ufffd" in text or "\0" in text:
        problem = "mail_letters"
    return Mail(
        file=raw.path,
        line=raw.line,
        id=str(parsed["message-id"] or f"{raw.file}:{raw.line}").strip(),
        parents=_parents(parsed),
        subject=fold_phrase(title),
        title=title,
        is_reply=_REPLY.match(subject) is not None,
        sender=sender,
        name=name,
        to=_recipients(parsed),
        sent=sent_at(parsed),
        moment=_moment(parsed),
        written=_written(parsed, text, (name, *ours)),
        officer=fold_phrase(sender) in ours or fold_phrase(name) in ours,
        problem=problem,
        is_automatic=_is_automatic(parsed, subject, sender),
        attachments=_attachments(parsed),
    )


def _asker(parsed: EmailMessage) -> tuple[str, str] | None:
    """Reads who has filled in the form of a website: who gets the reply."""
    name, address = parseaddr(str(parsed["reply-to"] or ""))
    return (name, address) if "@" in address and not _MACHINES.match(address) else None


def _written(parsed: EmailMessage, text: str, names: tuple[str, ...]) -> MailBody:
    """Reads the body, with mails that are attached to it as forwarded ones."""
    written = read_body(text, names=names)
    quoted = (*written.quoted, *_attached(parsed))
    # Outlook says only in the subject that a mail is passed on.
    if quoted and _FORWARD.match(str(parsed["subject"] or "").strip()):
        quoted = (replace(quoted[0], is_forwarded=True), *quoted[1:])
    return replace(written, quoted=quoted)


def _attached(parsed: EmailMessage) -> Iterator[Quoted]:
    for part in islice(parsed.iter_attachments(), SHOWN_FILES):
        if part.get_content_type() == "message/rfc822":
            mail = part.get_content()
            name, address = parseaddr(str(mail["from"] or ""))
            if own := read_body(body_of(mail), names=(name,)).own:
                yield Quoted(own, name, address, sent_at(mail), is_forwarded=True)


def _parents(parsed: EmailMessage) -> tuple[str, ...]:
    """Lists the messages that this one answers, the nearest first, and its thread in Gmail."""
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
    """Tells whether no person wrote it to the office: out of office, bounces, newsletters, spam."""
    if _lowered(parsed["auto-submitted"] or "no") != "no" or _MACHINES.match(sender):
        return True
    if any(parsed[name] for name in _ONLY_OF_PROGRAMS):
        return True
    if _lowered(parsed["precedence"]) in ("bulk", "list", "junk", "auto_reply"):
        return True
    labels = re.split(r"[,;]\s*", _lowered(parsed["x-gmail-labels"]))
    if not _UNWANTED.isdisjoint(label.strip(' "') for label in labels):
        return True
    if _AUTOMATIC.match(_REPLY.sub("", subject)):
        return True
    return any(part.get_content_type() in _OF_PROGRAMS for part in parsed.walk())


def _lowered(header: str | None) -> str:
    return str(header or "").strip().lower()


def _attachments(parsed: EmailMessage) -> tuple[str, ...]:
    names = (part.get_filename() for part in parsed.walk() if not part.is_multipart())
    return tuple(" ".join(name.split()) for name in names if name)[:SHOWN_FILES]


def sent_at(parsed: EmailMessage) -> dt.datetime | None:
    """Reads when a message was sent, by its sender's clock; None where it does not say so."""
    written = _date_of(parsed)
    return written.replace(tzinfo=None) if written else None


def _moment(parsed: EmailMessage) -> dt.datetime | None:
    """Reads when a message was sent, in one zone for all; None where it does not say so."""
    written = _date_of(parsed)
    try:
        return written.astimezone(dt.UTC).replace(tzinfo=None) if written else None
    except OverflowError:
        return None


def _date_of(parsed: EmailMessage) -> dt.datetime | None:
    """Reads the date of a message; without a zone it is that of UTC."""
    try:
        written = parsedate_to_datetime(str(parsed["date"] or ""))
    except (ValueError, TypeError, OverflowError):
        return None
    return written if written.tzinfo else written.replace(tzinfo=dt.UTC)
