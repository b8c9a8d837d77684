"""A WhatsApp export, ``.txt`` or ``.zip`` -> messages -> consultations.

12/05/26 09.14 - Nama: teks              Android, Indonesian
[12/05/26 09.14.33] Nama: teks           iOS, Indonesian
5/13/26, 9:14\u202fAM - Name: text          English, 12 hours
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from caridulu.curation.exports.consultation import (
    ExportOptions,
    Message,
    Reading,
    consultation_of,
    grouped,
)
from caridulu.curation.exports.opened_files import refuse, text_lines
from caridulu.knowledge import Location, Problem, fold_phrase, notice
from caridulu.knowledge.rules.contacts import local_number

DISORDER = dt.timedelta(days=1)  # phones that were offline send late; more is a damaged file
SHOWN_DATE = 24  # characters of a header in a problem
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
HEADER = re.compile(
    r"^\[?(?P<a>\d{1,4})[/.-](?P<b>\d{1,2})[/.-](?P<c>\d{2,4}),? (?:pukul |at )?"
    r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:](?P<second>\d{2}))?"
    r"(?:[\s\u202f\u00a0\u2009]?(?P<half>[AaPp])\.?[\s\u00a0]?[Mm]\.?)?\]?(?: -|:)? (?P<rest>.*)$"
)
_SENDER = re.compile(r"^(?P<sender>[^:\n]{1,80}?): ?(?P<text>.*)$")
_SYSTEM = re.compile(
    r"^(?:Pesan dan (?:panggilan|telepon)|Messages (?:and calls )?(?:to this|are)|"
    r"Messages and calls)\b.*(?:enkripsi|encrypted)|"
    r"^.{0,60}(?:kode keamanan|security code|nomor telepon.*(?:diganti|berubah)|changed (?:their|"
    r"to)|akun bisnis|business account|"
    r"membuat grup|created group|menambahkan|added|keluar$|left$|bergabung|joined|"
    r"pesan sementara|disappearing messages|"
    r"diblokir|blocked)",
    re.I,
)
_MEDIA = re.compile(
    r"^(?:<Media tidak disertakan>|<Media omitted>|.{0,80}\.\w{2,5} \((?:file terlampir|"
    r"file attached|berkas terlampir)\)|"
    r"<(?:terlampir|attached): .*>|.{0,60}(?:gambar|stiker|video|audio|dokumen|GIF|kontak|"
    r"kartu kontak|image|sticker|document|Contact card)"
    r" (?:tidak disertakan|omitted)|"
    r"Pesan ini telah dihapus\.?|Anda menghapus pesan ini\.?|This message was deleted\.?|"
    r"You deleted this message\.?|null|"
    r"(?:Panggilan|Telepon) (?:suara|video) tak terjawab.*|Missed (?:voice|video) call.*|"
    r"(?:lokasi|location): https?://\S+)$",
    re.I,
)
_CUT_HEADER = re.compile(
    r"^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{0,4}(?:,? |$)"
)  # at the end of a cut file
_EDITED = re.compile(r"\s*<(?:Pesan ini (?:telah )?diedit|This message was edited)>\s*$", re.I)


@dataclass(frozen=True)
class _Raw:
    """A message before its date is read."""

    line: int
    header: re.Match[str]
    sender: str
    text: str


def looks_like_chat(lines: Iterable[str]) -> bool:
    """Whether one of the lines has a message's header."""
    return any(_header(line) for line in lines)


def senders_in(lines: Iterable[str]) -> set[str]:
    """Collects the senders named in a chat's headers."""
    headers = filter(None, map(_header, lines))
    return {named["sender"].strip() for header in headers if (named := _named(header))}


def _header(line: str) -> re.Match[str] | None:
    return HEADER.match(_INVISIBLE.sub("", line))


def _named(header: re.Match[str]) -> re.Match[str] | None:
    """Sender and text of a header's line; None for what the program itself says."""
    return None if _SYSTEM.match(header["rest"]) else _SENDER.match(header["rest"])


def read_chat(path: Path, options: ExportOptions) -> Reading:
    """Reads the consultations of a chat with one contact."""
    with text_lines(path) as lines:
        raw, stray = _raw_messages(lines)
    if not raw:
        raise refuse(path, "no_messages")
    notices = [notice(Location(path.name, line), "curation.stray_line") for line in stray]
    order = options.order or _certain_order(path, raw)
    if order is None and all(map(_has_dotted_hours, raw)):
        order = "dmy"
        notices.append(notice(Location(path.name, raw[0].line), "curation.day_first"))
    if order is None:
        raise refuse(path, "undecidable_dates", line=raw[0].line, value=_shown_date(raw[0]))
    messages = [_dated(path, one, order) for one in raw]
    _check_order(path, messages)
    sided = _with_sides(path, messages, options.officers)
    return _reading(path, sided, options.silence, notices)


def _raw_messages(lines: Iterator[str]) -> tuple[list[_Raw], list[int]]:
    """Messages with their continuation lines, and the numbers of lines that follow none."""
    found: list[_Raw] = []
    stray: list[int] = []
    texts: list[list[str]] = []  # the lines of each message
    number, is_open = 0, False
    for number, line in enumerate(lines, start=1):
        plain = _INVISIBLE.sub("", line)
        header = HEADER.match(plain)
        if header is None:
            if is_open:
                texts[-1].append(plain)
            elif plain.strip():
                stray.append(number)
        elif named := _named(header):
            found.append(_Raw(number, header, named["sender"].strip(" ~"), ""))
            texts.append([_EDITED.sub("", named["text"])])
            is_open = True
        else:
            is_open = False
            if not _SYSTEM.match(header["rest"]):  # cut off, or unknown to us
                stray.append(number)
    if is_open and len(texts[-1]) > 1 and _CUT_HEADER.match(texts[-1][-1]):
        texts[-1].pop()
        stray.append(number)
    messages = zip(found, texts, strict=True)
    return [replace(one, text="\n".join(text)) for one, text in messages], stray


def _certain_order(path: Path, raw: list[_Raw]) -> str | None:
    """Day or month first, by impossible months, then by the run of time; None if neither tells."""
    firsts = [int(one.header["a"]) for one in raw]
    seconds = [int(one.header["b"]) for one in raw]
    if max(firsts) > 31:
        return "ymd"
    day_first, month_first = max(firsts) > 12, max(seconds) > 12
    if day_first and month_first:
        line = next(one.line for one in raw if int(one.header["b"]) > 12)
        raise refuse(path, "mixed_dates", line=line)
    if day_first or month_first:
        return "dmy" if day_first else "mdy"
    running = [order for order in ("dmy", "mdy") if _runs(raw, order)]
    return running[0] if len(running) == 1 else None


def _has_dotted_hours(one: _Raw) -> bool:
    """Whether the hour is written as in Indonesia: ``09.14``."""
    return "." in one.header.string[: one.header.start("rest")].split(" ", 1)[1]


def _runs(raw: list[_Raw], order: str) -> bool:
    """Whether time never runs backwards when dates are read in this order."""
    dates = [_date(one, order) for one in raw]
    return all(a and b and a <= b for a, b in pairwise(dates))


def _date(one: _Raw, order: str) -> dt.date | None:
    a, b, c = (int(one.header[name]) for name in "abc")
    year, month, day = {"dmy": (c, b, a), "mdy": (c, a, b), "ymd": (a, b, c)}[order]
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _shown_date(one: _Raw) -> str:
    return one.header[0][:SHOWN_DATE]


def _dated(path: Path, one: _Raw, order: str) -> Message:
    date = _date(one, order)
    hour, minute = int(one.header["hour"]), int(one.header["minute"])
    if half := one.header["half"]:
        hour = hour % 12 + (12 if half in "pP" else 0)
    if date is None or hour > 23 or minute > 59:
        raise refuse(path, "bad_date", line=one.line, value=_shown_date(one))
    return Message(one.sender, dt.datetime.combine(date, dt.time(hour, minute)), one.text, one.line)


def _check_order(path: Path, messages: list[Message]) -> None:
    for before, after in pairwise(messages):
        if before.sent and after.sent and before.sent - after.sent > DISORDER:
            raise refuse(path, "dates_out_of_order", line=after.line, other=before.line)


def _with_sides(path: Path, messages: list[Message], officers: Iterable[str]) -> list[Message]:
    """The messages with the office's side marked; refused when the sides are unclear."""
    listed = list(officers)
    names = {fold_phrase(name) for name in listed}
    numbers = {local_number(name) for name in listed if re.search(r"\d{6}", local_number(name))}
    senders = dict.fromkeys(one.sender for one in messages)
    ours = {s for s in senders if fold_phrase(s) in names or local_number(s) in numbers}
    others = [sender for sender in senders if sender not in ours]
    if not ours or not others:
        key = "no_contact" if ours else "no_officer"
        raise refuse(path, key, line=messages[0].line, choices=", ".join(sorted(senders)))
    if len(others) > 1:
        second = next(one.line for one in messages if one.sender == others[1])
        raise refuse(path, "several_contacts", line=second, choices=", ".join(sorted(others)))
    return [replace(one, officer=one.sender in ours) for one in messages]


def _reading(
    path: Path, messages: list[Message], silence: dt.timedelta, notices: list[Problem]
) -> Reading:
    media = [one for one in messages if _MEDIA.match(one.text.strip())]
    if media:
        place = Location(path.name, media[0].line)
        notices.append(notice(place, "curation.media", count=len(media)))
    written = [one for one in messages if not _MEDIA.match(one.text.strip())]
    consultations = []
    used = 0
    for group in grouped(written, silence=silence):
        if made := consultation_of(group, channel="WhatsApp", path=path.name):
            consultations.append(made)
            used += len(group)
        else:
            place = Location(path.name, group[0].line)
            notices.append(notice(place, "curation.unanswered", count=len(group)))
    return Reading(
        consultations=tuple(consultations),
        senders=frozenset(one.sender for one in messages),
        notices=tuple(notices),
        messages=len(messages),
        used=used,
    )
