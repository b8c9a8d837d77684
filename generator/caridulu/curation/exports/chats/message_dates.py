"""Headers of a chat -> the minute of each message, whatever order its phones write dates in.

A chat may hold two styles, ``29/06/26 09.02`` and ``8/5/26, 9:03 AM``, after a change of phone or
language. Each style has its own order of day and month.
"""

import datetime as dt
from array import array
from collections.abc import MutableSequence, Sequence
from dataclasses import dataclass

from caridulu.curation.exports.chats.headers import Headers

UNKNOWN = -1  # in place of a minute: a date that the calendar does not have
DAY = 24 * 60
DISORDER = DAY  # minutes; phones that were offline send late
_MINUTE = dt.timedelta(minutes=1)
_EPOCH = dt.datetime(1970, 1, 1)
_FIRST_DAY = _EPOCH.toordinal()


@dataclass(frozen=True)
class Assumed:
    """From this header on dates of one style are read in the order that is usual for it."""

    header: int
    order: str


@dataclass(frozen=True)
class Dates:
    """When each header's message was sent, in minutes since 1970."""

    minutes: MutableSequence[int]
    turns: tuple[int, ...]  # headers where the style changes
    assumed: tuple[Assumed, ...]  # orders that only the habit of phones tells

    def at(self, header: int) -> dt.datetime:
        """Returns the time of a header."""
        return _EPOCH + self.minutes[header] * _MINUTE


def dates_of(headers: Headers, order: str | None) -> Dates:
    """Finds out how the phones wrote dates, and reads them all."""
    minutes = array("q", [UNKNOWN]) * len(headers)
    styles: dict[int, list[int]] = {}
    for n, style in enumerate(headers.styles):
        styles.setdefault(style, []).append(n)
    turns = sorted(members[0] for members in styles.values())[1:]
    assumed: list[Assumed] = []
    for style, members in styles.items():
        found = _order_by_months(headers, members)
        if order and found != "ymd":
            found = order
        if found is None:
            found = _usual_order(headers, style)
            if any(headers.firsts[n] != headers.seconds[n] for n in members):
                assumed.append(Assumed(members[0], found))
        for n in members:
            minutes[n] = minute_of(headers, n, found)
    return Dates(minutes, tuple(turns), tuple(assumed))


def _order_by_months(headers: Headers, members: Sequence[int]) -> str | None:
    """Tells the order of one style by months that do not exist in another one, if it has some."""
    if any(headers.firsts[n] > 31 for n in members):
        return "ymd"
    day_first = sum(headers.firsts[n] > 12 for n in members)
    month_first = sum(headers.seconds[n] > 12 for n in members)
    if not day_first and not month_first:
        return None
    return "dmy" if day_first >= month_first else "mdy"


def _usual_order(headers: Headers, style: int) -> str:
    """Returns the order in which phones write dates of this style, where the dates do not tell.

    Only phones set to the English of America write the month first: ``5/6/26, 9:14 AM``, with
    slashes, two digits of a year, no nought before a digit and no ``am``.
    """
    look = list(headers.known_styles)[style]
    marks = (look.mark, look.year_digits, look.comma, look.hour_mark)
    is_american = marks == ("/", 2, ",", ":") and look.half != "a" and style not in headers.noughts
    return "mdy" if is_american else "dmy"


def minute_of(headers: Headers, n: int, order: str) -> int:
    """Reads a header's date in this order, as the minute since 1970, or ``UNKNOWN``."""
    a, b, c = headers.firsts[n], headers.seconds[n], headers.thirds[n]
    year, month, day = {"dmy": (c, b, a), "mdy": (c, a, b), "ymd": (a, b, c)}[order]
    minute = headers.minutes[n]
    if minute >= DAY:
        return UNKNOWN
    try:
        date = dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return UNKNOWN
    return (date.toordinal() - _FIRST_DAY) * DAY + minute
