"""What stands above a quote in an e-mail: who wrote it, when, and whether it was forwarded."""

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parseaddr

from caridulu.curation.exports.cell_dates import hour_of_day
from caridulu.privacy.lists.month_names import month_number

LONGEST_ATTRIBUTION = 400  # characters
ATTRIBUTION_LINES = 3
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
class QuoteHead:
    """What stands above a quote and says who wrote it."""

    text: str
    end: int  # the line behind it
    has_marks: bool  # the quote has ``>`` at its lines, so that answers may stand between them
    is_forwarded: bool = False

    @property
    def sender(self) -> tuple[str, str]:
        """Name and address, as far as they are written there."""
        for line in self.text.split("\n"):
            field = _FIELD.match(line)
            if field and field["name"].lower() in ("dari", "from"):
                value = re.sub(r"\[mailto:([^\]]+)\]", r"<\1>", field["value"])
                name, address = parseaddr(value.replace("*", ""))
                if "@" not in address:
                    return value.strip(" *"), ""
                return name or value.strip(), address
        named, at = _NAMED.search(self.text), _ADDRESS.search(self.text)
        return (named["name"].strip(" ,\"'") if named else "", at[0] if at else "")

    @property
    def sent(self) -> dt.datetime | None:
        """The time, where it is written there."""
        found = _WHEN.search(self.text) or _MONTH_FIRST.search(self.text)
        if found is None:
            return None
        year, month, day = int(found["year"]), month_number(found["month"]), int(found["day"])
        hour = hour_of_day(int(found["hour"] or 0), found["half"])
        try:
            return dt.datetime(year, month, day, hour, int(found["minute"] or 0))
        except ValueError:
            return None


def head_at(lines: list[str], n: int) -> QuoteHead | None:
    """Reads the head of a quote that begins at line ``n``."""
    if count := _attribution_lines(lines, n):
        end = _past_blank(lines, n + count)
        has_marks = end == len(lines) or is_marked(lines[end])
        return QuoteHead(" ".join(lines[n : n + count]), end, has_marks=has_marks)
    if not (count := _block_lines(lines, n)):
        return None
    block, end = lines[n : n + count], _past_blank(lines, n + count)
    # ``Begin forwarded message`` stands before marked fields: nothing of it is answered there.
    if end < len(lines) and is_marked(lines[end]) and not _FIELD.match(unmarked(lines[end])):
        return QuoteHead("\n".join(block), end, has_marks=True)
    is_forwarded = any(map(_forwards, block))
    return QuoteHead("\n".join(block), n + count, has_marks=False, is_forwarded=is_forwarded)


def _forwards(line: str) -> bool:
    """Tells whether a line says that what stands below was forwarded, not answered."""
    block = _BLOCK.match(line)
    return bool(block and (block["forwarded"] or block["begin"]))


def is_marked(line: str) -> bool:
    return line.lstrip().startswith(">")


def unmarked(line: str) -> str:
    return re.sub(r"^\s*> ?", "", line)


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
