"""The lines of a WhatsApp export -> headers of messages, what the program says, what is no text.

12/05/26 09.14 - Nama: teks              Android, Indonesian
[12/05/26 09.14.33] Nama: teks           iOS, Indonesian
5/13/26, 9:14\u202fAM - Name: text          English, 12 hours
"""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, MutableSequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from caridulu.curation.exports.cell_dates import hour_of_day
from caridulu.messages import message

MARK = "\u200e"  # iPhones put it before what no person wrote
INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BEFORE = "[\u200e\u200f\ufeff\u202a "  # what may stand before a date
PROGRAM = -1  # in place of a sender
NO_HOUR, NO_MINUTE = 99, 9_999  # in place of what no day has
HEADER = re.compile(
    r"\[?(?P<a>\d{1,4})(?P<mark>[/.-])(?P<b>\d{1,2})[/.-](?P<c>\d{2,4})(?P<comma>,?)"
    r" (?:pukul |jam |at )?"
    r"(?P<hour>\d{1,2})(?P<dot>[.:])(?P<minute>\d{2})(?:[.:](?P<second>\d{2}))?"
    r"(?:[\s\u202f\u00a0\u2009]?(?P<half>[AaPp])\.?[\s\u00a0]?[Mm]\.?)?(?P<bracket>\]?)"
    r"(?: [-\u2013]|:)? (?P<rest>.*)$"
)
_SENDER = re.compile(r"(?P<sender>[^:\n]{1,80}): ?(?P<text>.*)$")
_ENCRYPTED = re.compile(
    r"^(?:Pesan dan (?:panggilan|telepon)|Messages (?:and calls )?(?:to this|are)|"
    r"Messages and calls|Pesan (?:ke|di) (?:grup|chat) ini|Chat ini)\b.*"
    r"(?:enkripsi|encrypted|layanan aman|secure service)",
    re.I,
)
_SYSTEM = re.compile(
    r"^.{0,90}?(?:kode keamanan|security code|nomor telepon.*(?:diganti|berubah|baru)|"
    r"changed (?:their|to|the|this|from)|akun bisnis|business account|layanan aman|secure service|"
    r"(?:membuat|mengganti|mengubah|menghapus|mengeluarkan|menambahkan|mengundang|meninggalkan) "
    r"(?:grup|subjek|nama grup|deskripsi|ikon|foto|gambar|setelan|pengaturan|info grup|admin|"
    r"judul|pesan|tautan)|"
    r"created (?:group|this)|menambahkan|added|removed|mengeluarkan|keluar$|left$|bergabung|"
    r"joined|invite link|tautan undangan|"
    r"pesan sementara|disappearing messages|(?:sekarang|now) (?:menjadi )?(?:admin|an admin)|"
    r"(?:menyematkan|pinned) (?:pesan|a message)|diblokir|blokir|blocked|"
    r"(?:bisnis|business) (?:ini|this)|this business|"
    r"ketuk untuk|tap to (?:learn|call|change)|komunitas|community|"
    r"memulai (?:panggilan|telepon)|started a call)",
    re.I,
)
_CALL = re.compile(
    r"^\W*(?:(?:Panggilan|Telepon) (?:suara|video|grup)(?: (?:tak|tidak) terjawab| dibatalkan| "
    r"\d.*|[,.] .*|$)|(?:Panggilan|Telepon) (?:tak|tidak) terjawab|"
    r"(?:Anda|Kamu) melewatkan (?:panggilan|telepon)|"
    r"Missed (?:group )?(?:voice|video)? ?call|(?:Voice|Video) call\b(?:[,.] .*|$)|"
    r"Tidak ada jawaban$|No answer$)",
    re.I,
)
_VOICE = re.compile(
    r"^(?:(?:PTT|AUD)-\S+ ?\(.*\)|\S+\.(?:opus|m4a|amr|ogg|aac|mp3) \(.*\)|"
    r"<(?:terlampir|attached): .*\.(?:opus|m4a|amr|ogg|aac|mp3)>|"
    r"(?:pesan suara|audio|voice message|catatan suara) (?:tidak disertakan|omitted|dihilangkan))$",
    re.I,
)
_DELETED = re.compile(
    r"^(?:Pesan ini (?:telah )?dihapus(?: oleh admin.*)?|(?:Anda|Kamu) (?:telah )?menghapus pesan "
    r"ini|This message was deleted(?: by admin.*)?|You deleted this message)\.?$",
    re.I,
)
_MEDIA = re.compile(
    r"^(?:<(?:Media|Berkas|File) (?:tidak disertakan|omitted)>|<Pesan sekali lihat[^>]*>|"
    r".{0,120}\.\w{2,5} \((?:file terlampir|file attached|berkas terlampir)\)|"
    r"<(?:terlampir|attached): .*>|.{0,160}?(?:gambar|foto|stiker|video|audio|dokumen|GIF|kontak|"
    r"kartu kontak|pesan video|image|photo|sticker|document|video note|Contact card)"
    r" (?:tidak disertakan|omitted|dihilangkan)|"
    r"null|"
    r"(?:POLL|POLLING|JAJAK PENDAPAT):.*|"
    r"(?:lokasi(?: terkini)?|(?:live )?location|lokasi langsung)\b.{0,40}: ?https?://\S+|"
    r"(?:lokasi terkini|live location) (?:dibagikan|shared).*|"
    r"(?:pesan|foto|video) sekali lihat.*|(?:view once) (?:message|photo|video).*|"
    r"(?:menunggu pesan ini|waiting for this message).*)$",
    re.I,
)
_EDITED = re.compile(
    r"\s*<(?:Pesan ini (?:telah )?diedit|Pesan diedit|This message was edited)>\s*$", re.I
)
_FORWARDED = re.compile(
    r"^\W*(?:diteruskan(?: berkali-kali)?|pesan (?:terusan|diteruskan)|forwarded(?: message)?"
    r"(?: many times)?|fwd)\W*$",
    re.I,
)
# What a phone puts before each of several messages that are copied at once; it names no year.
_COPIED = re.compile(r"^\[\d{1,2}/\d{1,2},? \d{1,2}[.:]\d{2}(?: ?[AaPp][Mm])?\] [^:\n]{1,60}: ")
_PASTED_BEGINS = frozenset("[0123456789")
_POLL = re.compile(r"^\W*(?:POLL|POLLING|JAJAK PENDAPAT):")
LONGEST_NOTICE = 300  # characters of what stands for a message that is no text
# How everything that the patterns above find begins or ends: spares them for most messages.
_BEGINS = (
    *("<", "panggilan", "telepon", "missed", "voice", "video", "tidak ada jawaban", "no answer"),
    *("poll", "jajak", "lokasi", "location", "live location", "pesan ini", "this message"),
    *("you deleted", "anda ", "kamu ", "pesan sekali", "foto sekali", "view once", "menunggu"),
    "waiting",
)
_ENDS = (")", ">", " disertakan", " omitted", " dihilangkan", "null")


class Unreadable(StrEnum):
    """A message that is no text."""

    VOICE = "voice"
    CALL = "call"
    DELETED = "deleted"
    MEDIA = "media"


class Header(NamedTuple):
    """The beginning of a message: its time as written, and what follows on the line."""

    match: re.Match[str]
    sender: str  # empty: the program speaks
    text: str
    offset: int  # in the line, where the text begins


def _ints(code: str) -> Callable[[], MutableSequence[int]]:
    return lambda: array(code)


@dataclass
class Headers:
    """All headers of a chat in little memory, each at the same position of every list."""

    lines: MutableSequence[int] = field(default_factory=_ints("I"))
    offsets: MutableSequence[int] = field(default_factory=_ints("H"))
    senders: MutableSequence[int] = field(default_factory=_ints("i"))
    styles: MutableSequence[int] = field(default_factory=_ints("H"))
    firsts: MutableSequence[int] = field(default_factory=_ints("H"))
    seconds: MutableSequence[int] = field(default_factory=_ints("H"))
    thirds: MutableSequence[int] = field(default_factory=_ints("H"))
    minutes: MutableSequence[int] = field(default_factory=_ints("H"))  # or ``NO_MINUTE``
    names: dict[str, int] = field(default_factory=dict)  # of senders
    # How phones write times: bracket, mark between day and month, digits of the year or 0 where it
    # comes first, comma, mark of the hour, ``A`` for AM and PM or ``a`` for am and pm.
    known_styles: dict[tuple[str, str, int, str, str, str], int] = field(default_factory=dict)
    noughts: set[int] = field(default_factory=set)  # styles that write ``05``

    def __len__(self) -> int:
        return len(self.lines)

    def add(self, line: int, header: Header) -> None:
        """Appends the header of a line."""
        a, mark, b, c, comma, hours, dot, minutes, _, half, bracket, _ = header.match.groups()
        hour, minute = int(hours), int(minutes)
        hour = hour_of_day(hour, half) if not half or hour <= 12 else NO_HOUR
        year = len(c) if len(a) < 3 else 0
        letter = "" if half is None else "A" if half.isupper() else "a"
        style = (bracket, mark, year, comma, dot, letter)
        number = self.known_styles.setdefault(style, len(self.known_styles))
        if a[0] == "0" or b[0] == "0":
            self.noughts.add(number)
        sender = PROGRAM
        if header.sender:
            sender = self.names.setdefault(header.sender, len(self.names))
        self.lines.append(line)
        self.offsets.append(header.offset)
        self.senders.append(sender)
        self.styles.append(number)
        self.firsts.append(int(a))
        self.seconds.append(int(b))
        self.thirds.append(int(c))
        self.minutes.append(hour * 60 + minute if hour < 24 and minute < 60 else NO_MINUTE)


def looks_like_chat(lines: Iterable[str]) -> bool:
    """Tells whether one of the lines has a message's header."""
    return any(header_of(line) for line in lines)


def senders_in(lines: Iterable[str]) -> set[str]:
    """Collects the senders named in a chat's headers."""
    return {header.sender for header in map(header_of, lines) if header and header.sender}


def visible(text: str) -> str:
    """Removes invisible characters."""
    return text if text.isascii() else INVISIBLE.sub("", text)


def header_of(line: str) -> Header | None:
    """Reads the header of a message, if the line has one."""
    if not line[:5].lstrip(_BEFORE)[:1].isdigit():
        return None
    start = 0 if line[0].isdigit() or line[0] == "[" else len(line) - len(line.lstrip(_BEFORE[1:]))
    match = HEADER.match(line, start)
    if match is None:
        return None
    begin = match.start("rest")
    if named := _SENDER.match(line, begin):
        sender, text = named.groups()
        if not _is_program(text):
            return Header(match, _plain_name(sender), text, named.start("text"))
    return Header(match, "", visible(match["rest"]), begin)


@lru_cache(maxsize=4_096)
def _plain_name(sender: str) -> str:
    """Removes what phones put around a name: ``~ Ani`` is not in the address book."""
    return visible(sender).strip(" ~\u00a0\u202f")


def _is_program(text: str) -> bool:
    """Tells whether the program wrote what stands behind a name."""
    if text.startswith(MARK) and (_ENCRYPTED.match(visible(text)) or _SYSTEM.match(visible(text))):
        return unreadable(text) is None
    return text.startswith(("Pesan dan", "Messages ")) and _ENCRYPTED.match(text) is not None


def unreadable(text: str) -> Unreadable | None:
    """Classifies a message whose whole text stands for something that is no text, else None."""
    plain = visible(text).strip()
    if len(plain) > LONGEST_NOTICE or not plain:
        return None if plain else Unreadable.MEDIA
    low = plain.lower()
    if not low.endswith(_ENDS) and not low.lstrip("\U0001f4de\U0001f4f9 ").startswith(_BEGINS):
        return None
    if _CALL.match(plain):
        return Unreadable.CALL
    if _VOICE.match(plain):
        return Unreadable.VOICE
    if _DELETED.match(plain):
        return Unreadable.DELETED
    return Unreadable.MEDIA if _MEDIA.match(plain) else None


def is_known_program_text(text: str) -> bool:
    """Tells whether a line without a sender is known as what the program says.

    iPhones put a name before it: ``Ani: Pesan dan panggilan terenkripsi ...``.
    """
    plain = visible(text)
    named = _SENDER.match(plain)
    said = (plain, named["text"]) if named else (plain,)
    return any(_ENCRYPTED.match(one) or _SYSTEM.match(one) for one in said)


def written_lines(lines: list[str]) -> str:
    """Joins the lines of a message, without what the program adds: attached, edited, copied."""
    first = _without_marks(visible(lines[0]))
    if first[:1] in _PASTED_BEGINS and (pasted := header_of(first)) and pasted.sender:
        first = pasted.text
    if len(lines) == 1:
        return "" if _FORWARDED.match(first) else first.strip()
    if _POLL.match(first):
        return ""
    kept = [first, *(_without_marks(visible(line)) for line in lines[1:])]
    kept = [line for line in kept if not _FORWARDED.match(line) and not _is_attached(line)]
    return "\n".join(kept).strip()


def _without_marks(line: str) -> str:
    """Removes what the program adds at the ends of a line."""
    if line.startswith("[") and (copied := _COPIED.match(line)):
        line = line[copied.end() :]
    return _EDITED.sub("", line) if ">" in line else line


def _is_attached(line: str) -> bool:
    return bool(line.strip()) and unreadable(line) is not None


def shown_counts(counts: dict[Unreadable, int]) -> Iterator[str]:
    """Says how many messages of each kind cannot be read: ``2 pesan suara``."""
    for kind in Unreadable:
        if counts.get(kind):
            yield f"{counts[kind]} {message(f'curation.kind_of_message_{kind}')}"
