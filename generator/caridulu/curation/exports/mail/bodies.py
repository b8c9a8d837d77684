"""The body of an e-mail -> what its writer wrote, and what is quoted from others.

Replies stand above, below or between what they quote::

    Yth. Ibu, angkanya 70,18.            own
    Salam, Rina                          sign-off: left out
    Pada Sen, 9 Feb 2026 A menulis:      head of a quote
    > Berapa angka harapan hidup?        quoted
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import parseaddr

from caridulu.curation.exports.cell_dates import hour_of_day, month_number
from caridulu.curation.exports.mail.signatures import is_signature, nicknames, own_text
from caridulu.curation.exports.mail.wrapped_lines import unwrapped

LONGEST_ATTRIBUTION = 400  # characters
ATTRIBUTION_LINES = 3
DEEPEST = 12  # quotes within quotes that are read
# ``Pada Sen, 9 Feb 2026 Rina menulis:``, ``Rina menulis pada 9 Feb 2026 10.15:``,
# ``Rina <rina@surel.example> wrote:``, ``9 Feb 2026 10.15, Rina menulis:``; also in several lines.
_ATTRIBUTION = re.compile(
    r"^(?:Pada\b.{0,200}\bmenulis ?:|On\b.{0,200}\bwrote ?:|"
    r"\S.{0,60} menulis pada \d.{0,60}:|"
    r".{0,120}<[^<>@\s]+@[^<>\s]+> ?(?:menulis|wrote) ?:|"
    r"\d{1,4}[/. -]\w{1,9}[/. -]\d{2,4}.{0,120}\b(?:menulis|wrote) ?:)\s*$",
    re.I | re.M | re.S,
)
# How its first line begins.
_MAY_BE_ATTRIBUTION = re.compile(
    r"^(?:Pada|On)\b|^\S.{0,60} menulis pada \d|"
    r"^\d{1,4}[/. -]\w{1,9}[/. -]\d{2,4}|^.{0,120}<[^<>@\s]+@"
)
# Above the fields of a message: ``---------- Pesan terusan ---------``,
# ``-----Original Message-----``, ``Begin forwarded message:``, ``__________``.
_BLOCK = re.compile(
    r"^\s*(?:-{2,} ?(?P<forwarded>Pesan (?:terusan|yang diteruskan|diteruskan)|"
    r"Forwarded message|Diteruskan|Awal pesan terusan|Begin forwarded message)? ?"
    r"(?:Pesan asli|Original Message|Pesan sebelumnya)? ?-{2,}|_{10,}|"
    r"(?P<begin>Begin forwarded message|Awal pesan terusan|Mulai pesan terusan) ?:)\s*$",
    re.I,
)
# ``Dari: Rina <rina@surel.example>``, ``*Dikirim:* 9 Februari 2026``.
_FIELD = re.compile(
    r"^\s*\*?(?P<name>Dari|From|Dikirim|Sent|Tanggal|Date|Kepada|Ke|To|Terkirim|B?cc|Subjek|Subject|"
    r"Judul|Perihal|Reply-To|Balas ke)\*? ?:\*? ?(?P<value>.*)$",
    re.I,
)
_HOUR = r"(?:\D{1,12}(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:\W?(?P<half>[AP])M)?)?"
# ``9 Feb 2026 pukul 10.15``, ``9/2/2026 10:15 AM``; ``Feb 9, 2026 at 10:15 AM``.
_WHEN = re.compile(
    r"(?P<day>\d{1,2})[ /.-](?P<month>[A-Za-z]{3,9}|\d{1,2})[ /.,-]+(?P<year>\d{4})" + _HOUR,
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>[A-Za-z]{{3,9}}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}}){_HOUR}", re.I
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Who wrote, behind the time: ``2026 pukul 10.15 Rina <rina@surel.example> menulis:``.
_NAMED = re.compile(
    r"(?:pukul \d{1,2}[.:]\d{2}|\d{1,2}[.:]\d{2}(?: ?[AP]M)?|\d{4})[, ]+"
    r"(?P<name>[^<\d\n]{2,60}?)\s*(?:<|menulis|wrote)",
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
    nicknames: tuple[str, ...] = ()  # short forms of the name by which it is signed


@dataclass(frozen=True)
class MailBody:
    """What stands in the body of one e-mail."""

    own: str
    quoted: tuple[Quoted, ...] = ()  # the latest first
    between: tuple[tuple[str, str], ...] = ()  # quoted, and the reply right below it
    nicknames: tuple[str, ...] = ()  # short forms of the writer's name by which it is signed


@dataclass(frozen=True)
class _Part:
    """Lines in a row that are the writer's own, or quoted from one message."""

    lines: tuple[str, ...]
    is_quoted: bool
    head: str = ""
    is_forwarded: bool = False


@dataclass(frozen=True)
class _Head:
    """What stands above a quote and says who wrote it."""

    text: str
    end: int  # the line behind it
    has_marks: bool  # the quote has ``>`` at its lines, so that answers may stand between them
    is_forwarded: bool = False


def read_body(text: str, *, names: Sequence[str] = (), depth: int = 0) -> MailBody:
    """Splits the text of an e-mail into what its writer wrote and what is quoted.

    Args:
        text: The whole body.
        names: By which the writer may sign, the writer's own first.
        depth: How often the text itself is quoted.
    """
    lines = text.replace("\r\n", "\n").replace("\u00a0", " ").split("\n")
    parts = list(_parts(lines))
    first, *others = names or ("",)
    writer = set(re.findall(r"\w{3,}", first.casefold()))
    known = writer.union(*(re.findall(r"\w{3,}", name.casefold()) for name in others))
    own = [(n, own_text(part.lines, known)) for n, part in enumerate(parts) if not part.is_quoted]
    own = [(n, words) for n, words in own if not n or not is_signature(words, known)]
    own_lines = (line for part in parts if not part.is_quoted for line in part.lines)
    return MailBody(
        own="\n\n".join(filter(None, (words for _, words in own))),
        quoted=tuple(_quoted(parts, depth)) if depth < DEEPEST else (),
        between=tuple(_between(parts, dict(own))),
        nicknames=tuple(nicknames(own_lines, writer)),
    )


def _parts(lines: list[str]) -> Iterator[_Part]:
    """Cuts the lines of a body where quotes begin and end."""
    own: list[str] = []
    head, n = "", 0
    while n < len(lines):
        found = _head_at(lines, n)
        if found is None and not _is_marked(lines[n]):
            own.append(lines[n])
            n += 1
            continue
        if own:
            yield _Part(tuple(own), is_quoted=False)
            own = []
        if found is None:
            end = _end_of_marked(lines, n)
            yield _Part(tuple(map(_unmarked, lines[n:end])), is_quoted=True, head=head)
            n = end
        elif found.has_marks:
            head, n = found.text, found.end
        else:  # without marks, all below is quoted
            rest = tuple(lines[found.end :])
            yield _Part(rest, is_quoted=True, head=found.text, is_forwarded=found.is_forwarded)
            return
    if own:
        yield _Part(tuple(own), is_quoted=False)


def _head_at(lines: list[str], n: int) -> _Head | None:
    """Reads the head of a quote that begins at line ``n``."""
    if count := _attribution_lines(lines, n):
        end = _past_blank(lines, n + count)
        has_marks = end == len(lines) or _is_marked(lines[end])
        return _Head(" ".join(lines[n : n + count]), end, has_marks=has_marks)
    if not (count := _block_lines(lines, n)):
        return None
    block, end = lines[n : n + count], _past_blank(lines, n + count)
    # ``Begin forwarded message`` stands before marked fields: nothing of it is answered there.
    if end < len(lines) and _is_marked(lines[end]) and not _FIELD.match(_unmarked(lines[end])):
        return _Head("\n".join(block), end, has_marks=True)
    is_forwarded = any(map(_forwards, block))
    return _Head("\n".join(block), n + count, has_marks=False, is_forwarded=is_forwarded)


def _forwards(line: str) -> bool:
    """Tells whether a line says that what stands below was forwarded, not answered."""
    block = _BLOCK.match(line)
    return bool(block and (block["forwarded"] or block["begin"]))


def _is_marked(line: str) -> bool:
    return line.lstrip().startswith(">")


def _unmarked(line: str) -> str:
    return re.sub(r"^\s*> ?", "", line)


def _end_of_marked(lines: list[str], n: int) -> int:
    """Finds the first line behind ``n`` that has no mark; a blank one between two marked has."""
    end = n
    while end < len(lines):
        is_blank_between = not lines[end].strip() and any(map(_is_marked, lines[end + 1 : end + 2]))
        if not (_is_marked(lines[end]) or is_blank_between):
            break
        end += 1
    return end


def _past_blank(lines: list[str], n: int) -> int:
    while n < len(lines) and not lines[n].strip():
        n += 1
    return n


def _attribution_lines(lines: list[str], n: int) -> int:
    """Counts the lines of ``Pada ... menulis:`` that begin here; 0 for none."""
    if not _MAY_BE_ATTRIBUTION.match(lines[n]):
        return 0
    for count in range(1, ATTRIBUTION_LINES + 1):
        if _ATTRIBUTION.fullmatch("\n".join(lines[n : n + count])[:LONGEST_ATTRIBUTION].strip()):
            return count
    return 0


def _block_lines(lines: list[str], n: int) -> int:
    """Counts the lines of a quoted or forwarded message's head that begins here; 0 for none."""
    start = n
    if _BLOCK.match(lines[n]):
        start = _past_blank(lines, n + 1)
    names: set[str] = set()
    end = start
    while end < len(lines) and (found := _FIELD.match(lines[end])):
        names.add(found["name"].lower())
        end += 1
    has_sender = bool(names & {"dari", "from"})
    if has_sender and len(names) > 1:
        return end - n
    return 1 if start > n and (_forwards(lines[n]) or "-" in lines[n]) else 0


def _quoted(parts: list[_Part], depth: int) -> Iterator[Quoted]:
    """Yields what is quoted: the latest message, then what it quotes itself."""
    theirs = [part for part in parts if part.is_quoted]
    if not theirs:
        return
    lines = [line for part in theirs for line in part.lines]
    head = next((part.head for part in theirs if part.head), "")
    name, address = _sender(head)
    inner = read_body("\n".join(lines), names=(name,), depth=depth + 1)
    is_forwarded = any(part.is_forwarded for part in theirs)
    if inner.own:
        yield Quoted(inner.own, name, address, _when(head), is_forwarded, inner.nicknames)
    yield from inner.quoted


def _between(parts: list[_Part], own: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Yields each quoted piece with the reply right below it."""
    for n, part in enumerate(parts[:-1]):
        reply = own.get(n + 1, "")
        if part.is_quoted and reply:
            yield unwrapped("\n".join(part.lines).strip()), reply


def _sender(head: str) -> tuple[str, str]:
    """Reads name and address in the head of a quote."""
    for line in head.split("\n"):
        field = _FIELD.match(line)
        if field and field["name"].lower() in ("dari", "from"):
            value = re.sub(r"\[mailto:([^\]]+)\]", r"<\1>", field["value"])
            name, address = parseaddr(value.replace("*", ""))
            return (name or value.strip(), address) if "@" in address else (value.strip(" *"), "")
    named, at = _NAMED.search(head), _ADDRESS.search(head)
    return (named["name"].strip(" ,\"'") if named else "", at[0] if at else "")


def _when(head: str) -> dt.datetime | None:
    """Reads the time in the head of a quote, as far as it is written there."""
    found = _WHEN.search(head) or _MONTH_FIRST.search(head)
    if found is None:
        return None
    month = month_number(found["month"])
    hour, minute = hour_of_day(int(found["hour"] or 0), found["half"]), int(found["minute"] or 0)
    try:
        return dt.datetime(int(found["year"]), month, int(found["day"]), hour, minute)
    except ValueError:
        return None
