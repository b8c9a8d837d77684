"""Cells of a date column, in whatever style -> days and times.

``25/11/2026``, ``25-11-26 14.05``, ``2026-11-25 14:05:33``, ``Rabu, 25 November 2026``,
``25 Nov '26``, ``20261125``, ``11/25/2026`` where the column is of that kind, 46351 (days since
1899-12-30).
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from caridulu.privacy.lists.month_names import month_number

FIRST_SERIAL, LAST_SERIAL = 32_874, 73_050  # 1990 and 2100, as spreadsheets count days
_EPOCH = dt.datetime(1899, 12, 30)
_TIME = (
    r"(?:[ T,]*(?P<said>pukul |pkl\.? |jam |at )?(?P<hour>\d{1,2})"
    r"(?:[:.](?P<minute>\d{2})|(?(said)|(?!)))"  # "jam 9", but no other number
    r"(?:[:.](?P<second>\d{2})(?:\.\d+)?)?\s?(?P<half>[ap]\.?m\.?)?"
    r"(?:\s?(?:WITA|WIB|WIT|Z|(?:GMT|UTC)?[+-]\d{1,2}:?(?:\d{2})?))?)?\s*$"
)
# "Jum'at" has a mark within; "Rabu Pon" is a day of two weeks, "tgl" says nothing.
_WEEKDAY = r"^\s*(?:[^\W\d_]{3,9}\.?['\u2019]?[, /]+){0,2}"
_DAY = r"(?P<a>\d{1,2})\s?[/.\-]\s?(?P<b>\d{1,2})\s?[/.\-]\s?['\u2019]?(?P<c>\d{4}|\d{2})"
_STYLES = {
    "numbers": re.compile(_WEEKDAY + _DAY + _TIME, re.I),
    "year": re.compile(
        rf"{_WEEKDAY}(?P<c>\d{{4}})[/.\-](?P<b>\d{{1,2}})[/.\-](?P<a>\d{{1,2}}){_TIME}", re.I
    ),
    "without marks": re.compile(
        rf"^\s*(?P<c>(?:19|20)\d\d)(?P<b>0[1-9]|1[0-2])(?P<a>0[1-9]|[12]\d|3[01]){_TIME}", re.I
    ),
    "named": re.compile(
        rf"{_WEEKDAY}(?P<a>\d{{1,2}})[ \-/.]*(?P<b>[^\W\d_]{{3,9}})[ \-/.,]*"
        rf"['\u2019]?(?P<c>\d{{4}}|\d{{2}}){_TIME}",
        re.I,
    ),
    "named first": re.compile(
        rf"{_WEEKDAY}(?P<b>[^\W\d_]{{3,9}})\.? (?P<a>\d{{1,2}})(?:st|nd|rd|th)?,? "
        rf"(?P<c>\d{{4}}){_TIME}",
        re.I,
    ),
}
_PART = re.compile(
    r"^\W*(?:(?!\d)\w{3,9}['\u2019.]?[ ,/]+){0,2}(?P<day>\d{1,2})"
    r"(?:[ /.\-]+(?P<month>[^\W\d_]{3,9}|\d{1,2}))?\W*$"
)
# ``08.40 / 2-3-26``, ``pukul 13.00 WIB, 2 Maret 2026``
_TIME_FIRST = re.compile(
    r"^\s*(?:(?:jam|pukul|pkl)\.? )?(\d{1,2}[.:]\d{2})(?: ?WI(?:B|TA|T))?"
    r"(?:\s*[/,;|]\s*|\s+)(?=\S)",
    re.I,
)
_FRIDAY = re.compile(r"^\s*jum['\u2019]at", re.I)
_SERIAL = re.compile(r"^\d{5}(?:[.,]\d+)?$")


@dataclass(frozen=True)
class DayInMonth:
    """A date without its year; month 0 where it is left out too."""

    day: int
    month: int


def day_in(text: str, *, order: str = "dmy") -> DayInMonth | None:
    """Reads a date that leaves out the year, or the month too: ``Senin 5/3``, ``5``."""
    found = _PART.match(text)
    if found is None:
        return None
    day, month = int(found["day"]), month_number(found["month"] or "0")
    if order == "mdy" and (found["month"] or "").isdigit():
        day, month = month, day
    is_possible = 1 <= day <= 31 and month <= 12 and (month or not found["month"])
    return DayInMonth(day, month) if is_possible else None


def moment_of(text: str, *, order: str = "dmy") -> dt.datetime | dt.date | None:
    """Reads a date, with its time where one stands there.

    ``order`` is "dmy" or "mdy", of dates that are numbers with the year last.
    """
    plain = _FRIDAY.sub("Jumat", _day_first(text))
    if _SERIAL.match(plain):
        return _of_serial(float(plain.replace(",", ".")))
    for style, pattern in _STYLES.items():
        if found := pattern.match(plain):
            is_month_first = style == "numbers" and order == "mdy"
            day, month = (found["b"], found["a"]) if is_month_first else (found["a"], found["b"])
            return _moment(found, year=found["c"], month=month_number(month), day=int(day))
    return None


def _day_first(text: str) -> str:
    """Puts a time that stands before its day behind it."""
    time = _TIME_FIRST.match(text)
    return f"{text[time.end() :].strip()} {time[1]}" if time else text.strip()


def _moment(found: re.Match[str], *, year: str, month: int, day: int) -> dt.date | None:
    try:
        date = dt.date(int(year) + 2000 if len(year) == 2 else int(year), month, day)
        if found["hour"] is None:
            return date
        hour = hour_of_day(int(found["hour"]), found["half"])
        return dt.datetime.combine(
            date, dt.time(hour, int(found["minute"] or 0), int(found["second"] or 0))
        )
    except ValueError:
        return None


def hour_of_day(hour: int, half: str | None) -> int:
    """Returns an hour from 0 to 23; ``half`` is ``AM`` or ``pm`` where it is one of twelve."""
    return hour % 12 + 12 * (half[0] in "pP") if half else hour


def _of_serial(days: float) -> dt.datetime | dt.date | None:
    if not FIRST_SERIAL <= days < LAST_SERIAL:
        return None
    moment = _EPOCH + dt.timedelta(minutes=round(days * 24 * 60))
    return moment if moment.time() != dt.time() else moment.date()


def is_serial(text: str) -> bool:
    """Tells whether a cell is a number that a date column may hold for a day."""
    plain = text.strip()
    return bool(_SERIAL.match(plain)) and _of_serial(float(plain.replace(",", "."))) is not None


def has_date(text: str) -> bool:
    """Tells whether a cell is written as a date, whichever comes first, day or month."""
    return not is_serial(text) and any(moment_of(text, order=o) for o in ("dmy", "mdy"))


def is_day(text: str) -> bool:
    """Tells whether a cell is a date, perhaps without its year; a bare number may be anything."""
    part = None if text.isdigit() else day_in(text)
    return has_date(text) or (part is not None and part.month > 0)


def order_of(cells: Sequence[str], told: str | None = None) -> tuple[str, bool]:
    """Finds whether day or month comes first in a column, and whether that is certain.

    As it is ``told`` to be; by dates that are possible one way only; as in Indonesia, day first,
    where there are none.
    """
    if told in ("dmy", "mdy"):
        return told, True
    found = [match for cell in cells if (match := _STYLES["numbers"].match(_day_first(cell)))]
    firsts = [int(match["a"]) for match in found]
    seconds = [int(match["b"]) for match in found]
    day_first, month_first = (sum(12 < n <= 31 for n in parts) for parts in (firsts, seconds))
    return ("mdy" if month_first > day_first else "dmy"), not (day_first and month_first)


def month_of(moment: dt.date | None) -> str:
    """Writes the month of a day or moment, ``2026-11``; nothing where it is not known."""
    return f"{moment:%Y-%m}" if moment else ""


def day_of(moment: dt.date) -> dt.date:
    """Returns the day, where a moment may have its time."""
    return moment.date() if isinstance(moment, dt.datetime) else moment
