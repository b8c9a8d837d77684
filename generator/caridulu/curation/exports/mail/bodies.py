"""The body of an e-mail -> what its writer wrote, and what is quoted from others.

Replies stand above, below or between what they quote::

    Yth. Ibu, angkanya 70,18.            own
    Salam, Rina                          sign-off: left out
    Pada Sen, 9 Feb 2026 A menulis:      head of a quote
    > Berapa angka harapan hidup?        quoted
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import parseaddr

from caridulu.curation.exports.mail.html_text import text_of_html
from caridulu.curation.exports.mail.wrapped_lines import unwrapped
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.tables.cell_dates import month_number
from caridulu.privacy.lists.spoken_words import ADDRESSED, THANKS

QUOTE_HEAD = 400  # characters
QUOTE_HEAD_LINES = 3
DEEPEST = 12  # quotes within quotes that are read
LONGEST_BODY = 200_000  # characters of a body that are read
SIGN_OFF_LINES = 9  # that a signature has at most
NAME_LINE = 48  # characters of a line in a signature
_QUOTE_HEAD = re.compile(
    r"^(?:Pada\b.{0,200}\bmenulis ?:|On\b.{0,200}\bwrote ?:|"
    r".{0,120}<[^<>@\s]+@[^<>\s]+> ?(?:menulis|wrote) ?:|"
    r"\d{1,4}[/. -]\w{1,9}[/. -]\d{2,4}.{0,120}\b(?:menulis|wrote) ?:)\s*$",
    re.I | re.M | re.S,
)
_MAY_OPEN_HEAD = re.compile(
    r"^(?:Pada|On)\b|^\d{1,4}[/. -]\w{1,9}[/. -]\d{2,4}|^.{0,120}<[^<>@\s]+@"
)
_BLOCK = re.compile(
    r"^\s*(?:-{2,} ?(?P<forwarded>Pesan (?:terusan|yang diteruskan|diteruskan)|"
    r"Forwarded message|Diteruskan|Awal pesan terusan|Begin forwarded message)? ?"
    r"(?:Pesan asli|Original Message|Pesan sebelumnya)? ?-{2,}|_{10,}|"
    r"(?P<begin>Begin forwarded message|Awal pesan terusan|Mulai pesan terusan) ?:)\s*$",
    re.I,
)
_FIELD = re.compile(
    r"^\s*\*?(?P<name>Dari|From|Dikirim|Sent|Tanggal|Date|Kepada|To|Terkirim|Cc|Subjek|Subject|"
    r"Judul|Perihal|Reply-To|Balas ke)\*? ?:\*? ?(?P<value>.*)$",
    re.I,
)
_SIGNATURE = re.compile(
    r"^(?:--\s*|__+|(?:Dikirim dari|Sent from|Get Outlook for|Terkirim dari|Unduh Outlook)\b.*)$",
    re.I,
)
_SIGN_OFF = re.compile(
    r"^\W*(?:(?:dengan )?(?:hormat|salam)(?: (?:kami|saya|hormat|hangat|statistik|sehat))*|"
    r"hormat (?:kami|saya)|wassalam\w*(?: .{0,30})?|(?:best |kind |warm )?regards|sincerely|"
    r"tks|ttd)\W*$",
    re.I,
)
_CLOSING = re.compile(  # also begins an answer: only names may follow
    rf"^\W*(?:(?:{THANKS})(?: (?:dan|atas|banyak|sebelumnya|{ADDRESSED}).{{0,60}})?|"
    r"demikian.{0,120}|sekian.{0,60}|semoga (?:membantu|bermanfaat).{0,30})\W*$",
    re.I,
)
_DISCLAIMER = re.compile(
    r"^\W*(?:disclaimer|penafian|(?:\w+ )?kerahasiaan\b|"
    r"(?:e-?mail|surel|pesan) ini (?:dan|beserta|bersifat|hanya|mungkin)\b.*"
    r"(?:rahasia|lampiran|penerima)|"
    r"this (?:e-?mail|message)\b.*(?:confidential|intended)|catatan ?: (?:e-?mail|surel) ini|"
    r"think before you print|pikirkan lingkungan)",
    re.I,
)
_CONTACT = re.compile(
    r"@|\b(?:telp|tlp|telepon|hp|wa|fax|faks|nip|nik|nim|jl|jalan|alamat|email|surel|"
    r"www|https?|perum|blok)\b|\d{3}[- .]?\d{3}",
    re.I,
)
_ONE_BYTE = re.compile(r"(?:us-)?ascii|iso-8859|latin|windows-125|cp125|unknown|utf-?8", re.I)
# What programs of Windows put into Indonesian text: dashes, quotation marks, signs, accents.
_HIGH = re.compile(rb"[\x80\x85\x91-\x97\x99\xa0-\xbf\xd7\xe0-\xef\xf6\xfc]")
_WHEN = re.compile(
    r"(?P<day>\d{1,2})[ /.-](?P<month>[A-Za-z]{3,9}|\d{1,2})[ /.,-]+(?P<year>\d{4})"
    r"(?:\D{1,12}(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?: ?(?P<half>[AP])M)?)?",
    re.I,
)


@dataclass(frozen=True)
class Quoted:
    """What somebody else wrote, as it stands in an e-mail."""

    text: str
    name: str = ""
    address: str = ""
    sent: dt.datetime | None = None
    is_forwarded: bool = False


@dataclass(frozen=True)
class Written:
    """What stands in the body of one e-mail."""

    own: str
    quoted: tuple[Quoted, ...] = ()  # the latest first
    between: tuple[tuple[str, str], ...] = ()  # quoted, and the reply right below it


@dataclass(frozen=True)
class _Part:
    """Lines in a row that are the writer's own, or quoted from one message."""

    lines: tuple[str, ...]
    is_quoted: bool
    head: str = ""
    is_forwarded: bool = False


def body_of(message: EmailMessage) -> str:
    """Returns the text of a message, of plain text or else of HTML."""
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    content = _decoded(body)
    if body.get_content_type() == "text/html":
        content = text_of_html(content[: LONGEST_BODY * 5])
    return content[:LONGEST_BODY]


def _decoded(body: EmailMessage) -> str:
    """The letters of a part, as they were meant where its declared character set is wrong."""
    payload = body.get_payload(decode=True)
    try:
        content = str(body.get_content())
    except (LookupError, UnicodeError, KeyError):  # an unknown character set or type
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if not isinstance(payload, bytes) or payload.isascii():
        return content
    is_one_byte = _ONE_BYTE.match(body.get_content_charset("ascii")) is not None
    try:
        return payload.decode() if is_one_byte else content
    except UnicodeDecodeError:
        strange = _HIGH.sub(b"", payload)
        is_windows = "\ufffd" in content and strange.isascii()
        return payload.decode("cp1252", "replace") if is_windows else content


def read_body(text: str, *, names: Iterable[str] = (), depth: int = 0) -> Written:
    """Splits the text of an e-mail into what its writer wrote and what is quoted.

    Args:
        text: The whole body.
        names: By which the writer may sign.
        depth: How often the text itself is quoted.
    """
    text = text.replace("\r\n", "\n").replace("\u00a0", " ")
    parts = list(_parts(text.split("\n")))
    known = {word for name in names for word in re.findall(r"\w{3,}", name.casefold())}
    own = [(n, _own_text(part.lines, known)) for n, part in enumerate(parts) if not part.is_quoted]
    own = [(n, words) for n, words in own if not n or not _is_signature(words, known)]
    return Written(
        own="\n\n".join(filter(None, (words for _, words in own))),
        quoted=tuple(_quoted(parts, depth)) if depth < DEEPEST else (),
        between=tuple(_between(parts, dict(own))),
    )


def _parts(lines: list[str]) -> Iterator[_Part]:
    """Cuts the lines of a body where quotes begin and end."""
    own: list[str] = []
    head = ""
    n = 0
    while n < len(lines):
        count = _head_lines(lines, n)
        fields = 0 if count else _block_lines(lines, n)
        if count or fields or lines[n].lstrip().startswith(">"):
            if own:
                yield _Part(tuple(own), is_quoted=False)
                own = []
        else:
            own.append(lines[n])
            n += 1
            continue
        if count:
            head = " ".join(lines[n : n + count])
            n = _past_blank(lines, n + count)
            if n < len(lines) and not lines[n].lstrip().startswith(">"):
                yield _Part(tuple(lines[n:]), is_quoted=True, head=head)
                return
        elif fields:
            block = lines[n : n + fields]
            is_forwarded = any(_forwards(line) for line in block)
            rest = tuple(lines[n + fields :])
            yield _Part(rest, is_quoted=True, head="\n".join(block), is_forwarded=is_forwarded)
            return
        else:
            end = next((m for m in range(n, len(lines)) if not _goes_on(lines, m)), len(lines))
            yield _Part(tuple(map(_unquoted, lines[n:end])), is_quoted=True, head=head)
            n = end
    if own:
        yield _Part(tuple(own), is_quoted=False)


def _forwards(line: str) -> bool:
    block = _BLOCK.match(line)
    return bool(block and (block["forwarded"] or block["begin"]))


def _goes_on(lines: list[str], n: int) -> bool:
    """Whether a line is quoted; a blank one between two quoted ones is."""
    if lines[n].lstrip().startswith(">"):
        return True
    return not lines[n].strip() and n + 1 < len(lines) and lines[n + 1].lstrip().startswith(">")


def _unquoted(line: str) -> str:
    return re.sub(r"^\s*> ?", "", line)


def _past_blank(lines: list[str], n: int) -> int:
    while n < len(lines) and not lines[n].strip():
        n += 1
    return n


def _head_lines(lines: list[str], n: int) -> int:
    """How many lines from here on are ``Pada ... menulis:``, or none."""
    if not _MAY_OPEN_HEAD.match(lines[n]):
        return 0
    for count in range(1, QUOTE_HEAD_LINES + 1):
        if _QUOTE_HEAD.fullmatch("\n".join(lines[n : n + count])[:QUOTE_HEAD].strip()):
            return count
    return 0


def _block_lines(lines: list[str], n: int) -> int:
    """How many lines from here on are the head of a quoted or forwarded message, or none."""
    start = n
    if _BLOCK.match(lines[n]):
        start = _past_blank(lines, n + 1)
    names: set[str] = set()
    end = start
    while end < len(lines) and (found := _FIELD.match(lines[end])):
        names.add(found["name"].lower())
        end += 1
        # A long list of recipients runs on in the next line.
        if end + 1 < len(lines) and not _FIELD.match(lines[end]) and _FIELD.match(lines[end + 1]):
            end += 1
    has_sender = bool(names & {"dari", "from"})
    if has_sender and len(names) > 1:
        return end - n
    return 1 if start > n and (_forwards(lines[n]) or "-" in lines[n]) else 0


def _quoted(parts: list[_Part], depth: int) -> Iterator[Quoted]:
    """What is quoted: the latest message, then what it quotes itself."""
    theirs = [part for part in parts if part.is_quoted]
    if not theirs:
        return
    lines = [line for part in theirs for line in part.lines]
    head = next((part.head for part in theirs if part.head), "")
    name, address = _sender(head)
    inner = read_body("\n".join(lines), names=(name,), depth=depth + 1)
    is_forwarded = any(part.is_forwarded for part in theirs)
    if inner.own:
        yield Quoted(inner.own, name, address, _when(head), is_forwarded)
    yield from inner.quoted


def _between(parts: list[_Part], own: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Each quoted piece with the reply right below it."""
    for n, part in enumerate(parts[:-1]):
        reply = own.get(n + 1, "")
        if part.is_quoted and reply:
            yield unwrapped("\n".join(part.lines).strip()), reply


def _sender(head: str) -> tuple[str, str]:
    """Name and address in the head of a quote."""
    for line in head.split("\n"):
        field = _FIELD.match(line)
        if field and field["name"].lower() in ("dari", "from"):
            value = re.sub(r"\[mailto:([^\]]+)\]", r"<\1>", field["value"])
            name, address = parseaddr(value.replace("*", ""))
            return (name or value.strip(), address) if "@" in address else (value.strip(" *"), "")
    address = next(iter(re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", head)), "")
    named = re.search(
        r"(?:pukul \d{1,2}[.:]\d{2}|\d{1,2}[.:]\d{2}(?: ?[AP]M)?|\d{4})[, ]+"
        r"(?P<name>[^<\d\n]{2,60}?)\s*(?:<|menulis|wrote)",
        head,
        re.I,
    )
    return (named["name"].strip(" ,\"'") if named else "", address)


def _when(head: str) -> dt.datetime | None:
    """The time in the head of a quote, as far as it is written there."""
    found = _WHEN.search(head)
    if found is None:
        return None
    month = month_number(found["month"])
    hour, minute = int(found["hour"] or 0), int(found["minute"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    try:
        return dt.datetime(int(found["year"]), month, int(found["day"]), hour, minute)
    except ValueError:
        return None


def _own_text(lines: Iterable[str], known: set[str]) -> str:
    """The writer's lines without signature, sign-off and disclaimer."""
    kept: list[str] = []
    for line in lines:
        if _SIGNATURE.match(line) or _DISCLAIMER.match(line):
            break
        kept.append(line.rstrip())
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    return unwrapped(_without_sign_off(text, known))


def _without_sign_off(text: str, known: set[str]) -> str:
    """Cuts ``Hormat kami, Hasna, NIP ...`` and a last paragraph that is only a name."""
    lines = text.split("\n")
    for n, line in enumerate(lines):
        rest = [one for one in lines[n + 1 :] if one.strip()]
        if not n or len(rest) >= SIGN_OFF_LINES:
            continue
        is_signed = _SIGN_OFF.match(line) and all(map(_signs, rest))
        if is_signed or (_CLOSING.match(line) and all(_is_name(one, known) for one in rest)):
            return "\n".join(lines[:n]).rstrip()
    paragraphs = text.split("\n\n")
    while len(paragraphs) > 1 and _is_signature(paragraphs[-1], known):
        paragraphs.pop()
    return "\n\n".join(paragraphs)


def _signs(line: str) -> bool:
    return len(line) <= NAME_LINE * 2 and not asks(line)


def _is_name(line: str, known: set[str]) -> bool:
    """Whether a line is a name, an office or how to reach them."""
    words = set(re.findall(r"\w{3,}", line.casefold()))
    is_of_person = words <= known or _is_capitalised(line) or _CONTACT.search(line)
    return bool(is_of_person) and _signs(line)


def _is_signature(paragraph: str, known: set[str]) -> bool:
    """Whether a paragraph is only a name, an office and how to reach them."""
    lines = [line.strip(" ,") for line in paragraph.split("\n") if line.strip()]
    if not lines or len(lines) > SIGN_OFF_LINES or not all(map(_signs, lines)):
        return False
    words = re.findall(r"\w{3,}", lines[0].casefold())
    is_name = bool(words) and (set(words) <= known or _is_capitalised(lines[0]))
    return is_name and all(_CONTACT.search(line) or _is_capitalised(line) for line in lines)


def _is_capitalised(line: str) -> bool:
    """Whether a line consists of few words, each with a capital: a name or an office."""
    words = [word for word in re.findall(r"[^\W\d_]+", line) if word.lower() not in ("dan", "of")]
    few = 0 < len(words) <= 8 and len(line) <= NAME_LINE
    return few and not re.search(r"[\d:;?!]", line) and all(word[:1].isupper() for word in words)
