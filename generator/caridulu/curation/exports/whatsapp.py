"""A WhatsApp export, ``.txt`` or ``.zip`` -> messages -> consultations.

12/05/26 09.14 - Nama: teks              Android, Indonesian
[12/05/26 09.14.33] Nama: teks           iOS, Indonesian
5/13/26, 9:14\u202fAM - Name: text          English, 12 hours
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from caridulu.curation.exports.consultation import (
    SILENCE,
    Message,
    Reading,
    consultation_of,
    grouped,
)
from caridulu.curation.exports.opened_files import RefusedError, refuse, text_lines
from caridulu.knowledge import Location, Problem, fold, notice
from caridulu.knowledge.rules.contacts import local_number

DISORDER = dt.timedelta(days=1)  # phones that were offline send late; more is a damaged file
ORDERS = ("dmy", "mdy", "ymd")
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
    parts: re.Match[str]
    sender: str
    text: str


def looks_like_chat(lines: Iterable[str]) -> bool:
    """Whether one of the lines has a message's header."""
    return any(HEADER.match(_INVISIBLE.sub("", line)) for line in lines)


def senders_in(lines: Iterable[str]) -> set[str]:
    """The senders named in a chat's headers."""
    found = set()
    for line in lines:
        if header := HEADER.match(_INVISIBLE.sub("", line)):
            named = _SENDER.match(header["rest"])
            if named and not _SYSTEM.match(header["rest"]):
                found.add(named["sender"].strip())
    return found


def read_chat(
    path: Path,
    *,
    officers: Iterable[str],
    silence: dt.timedelta = SILENCE,
    order: str | None = None,
) -> Reading:
    """The consultations of a chat with one contact.

    Args:
        path: The export.
        officers: Names and numbers of the office's side.
        silence: A longer pause begins a new consultation.
        order: ``dmy``, ``mdy`` or ``ymd`` when the file itself cannot tell.
    """
    notices: list[Problem] = []
    try:
        with text_lines(path) as lines:
            raw, stray = _raw_messages(path, lines)
        if not raw:
            raise refuse(path, "no_messages")
        chosen = order or _decided_order(path, raw, notices)
        messages = [_dated(path, one, chosen) for one in raw]
        _check_order(path, messages)
        messages = _with_sides(path, messages, officers)
    except RefusedError as refused:
        return Reading(problems=(refused.problem,))
    for line in stray:
        notices.append(notice(Location(path.name, line), "curation.stray_line"))
    return _reading(path, messages, silence, notices)


def _raw_messages(path: Path, lines: Iterator[str]) -> tuple[list[_Raw], list[int]]:
    """Messages with their continuation lines, and the numbers of lines that follow none."""
    found: list[_Raw] = []
    number = 0
    more: list[str] = []
    stray: list[int] = []
    system = False

    def finish() -> None:
        if found and more:
            found[-1] = replace(found[-1], text="\n".join([found[-1].text, *more]))
        more.clear()

    for number, line in enumerate(lines, start=1):
        plain = _INVISIBLE.sub("", line)
        header = HEADER.match(plain)
        if header is None:
            if found and not system:
                more.append(plain)
            elif plain.strip():
                stray.append(number)
            continue
        finish()
        named = _SENDER.match(header["rest"])
        system = named is None or _SYSTEM.match(header["rest"]) is not None
        if named is None and not _SYSTEM.match(header["rest"]):
            stray.append(number)  # cut off, or something that phones write and we do not know
        if not system and named:
            text = _EDITED.sub("", named["text"])
            found.append(_Raw(number, header, named["sender"].strip(" ~"), text))
    if more and _CUT_HEADER.match(more[-1]):
        more.pop()
        stray.append(number)
    finish()
    return found, stray


def _decided_order(path: Path, raw: list[_Raw], notices: list[Problem]) -> str:
    """Day or month first: by impossible months, then by the run of time, then by dotted hours."""
    firsts = [int(one.parts["a"]) for one in raw]
    seconds = [int(one.parts["b"]) for one in raw]
    if max(firsts) > 31:
        return "ymd"
    day_first, month_first = max(firsts) > 12, max(seconds) > 12
    if day_first and month_first:
        line = next(o.line for o in raw if int(o.parts["b"]) > 12)
        raise refuse(path, "mixed_dates", line=line)
    if day_first or month_first:
        return "dmy" if day_first else "mdy"
    running = [order for order in ("dmy", "mdy") if _runs(raw, order)]
    if len(running) == 1:
        return running[0]
    if all("." in one.parts.string[: one.parts.start("rest")].split(" ", 1)[1] for one in raw):
        notices.append(notice(Location(path.name, raw[0].line), "curation.day_first"))
        return "dmy"
    raise refuse(path, "undecidable_dates", line=raw[0].line, value=raw[0].parts[0][:24])


def _runs(raw: list[_Raw], order: str) -> bool:
    dates = [_date(one.parts, order) for one in raw]
    return all(a and b and a <= b for a, b in pairwise(dates))


def _date(parts: re.Match[str], order: str) -> dt.date | None:
    a, b, c = (int(parts[name]) for name in "abc")
    year, month, day = {"dmy": (c, b, a), "mdy": (c, a, b), "ymd": (a, b, c)}[order]
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _dated(path: Path, one: _Raw, order: str) -> Message:
    date = _date(one.parts, order)
    hour, minute = int(one.parts["hour"]), int(one.parts["minute"])
    if half := one.parts["half"]:
        hour = hour % 12 + (12 if half in "pP" else 0)
    if date is None or hour > 23 or minute > 59:
        raise refuse(path, "bad_date", line=one.line, value=one.parts[0][:24])
    return Message(one.sender, dt.datetime.combine(date, dt.time(hour, minute)), one.text, one.line)


def _check_order(path: Path, messages: list[Message]) -> None:
    for before, after in pairwise(messages):
        if before.sent and after.sent and before.sent - after.sent > DISORDER:
            raise refuse(path, "dates_out_of_order", line=after.line, other=before.line)


def _with_sides(path: Path, messages: list[Message], officers: Iterable[str]) -> list[Message]:
    """The messages with the office's side marked; refused when the sides are unclear."""
    listed = list(officers)
    names = {fold(name) for name in listed}
    numbers = {local_number(name) for name in listed if re.search(r"\d{6}", local_number(name))}
    senders = Counter(one.sender for one in messages)
    ours = {
        s for s in senders if fold(s) in names or (local_number(s) in numbers and local_number(s))
    }
    others = [sender for sender in senders if sender not in ours]
    line = messages[0].line
    if not ours:
        raise refuse(path, "no_officer", line=line, choices=", ".join(sorted(senders)))
    if not others:
        raise refuse(path, "no_contact", line=line, choices=", ".join(sorted(senders)))
    if len(others) > 1:
        second = next(one.line for one in messages if one.sender == others[1])
        raise refuse(path, "several_contacts", line=second, choices=", ".join(sorted(others)))
    return [replace(one, officer=one.sender in ours) for one in messages]


def _reading(
    path: Path, messages: list[Message], silence: dt.timedelta, notices: list[Problem]
) -> Reading:
    told = [one for one in messages if not _MEDIA.match(one.text.strip())]
    media = [one for one in messages if _MEDIA.match(one.text.strip())]
    if media:
        place = Location(path.name, media[0].line)
        notices.append(notice(place, "curation.media", count=len(media)))
    consultations = []
    used = 0
    for group in grouped(told, silence=silence):
        made = consultation_of(group, channel="WhatsApp", path=path.name)
        if made:
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
