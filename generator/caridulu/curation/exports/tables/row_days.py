"""Cells of a date column, and what stands around them -> the day of each record.

Lists leave out what the reader sees anyway: the year, the month that stands above, or the whole
day where it is that of the row above.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caridulu.curation.exports.cell_dates import day_in, day_of, moment_of
from caridulu.curation.exports.tables.columns import Columns
from caridulu.curation.exports.tables.frame import Frame
from caridulu.privacy.lists.month_names import MONTH_NAME, month_number

_MONTH = re.compile(
    rf"\b(?P<month>{MONTH_NAME})\b(?:\W{{0,3}}(?P<year>20\d\d|\d\d)\b)?",
    re.I,
)
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class _Span:
    """A month or a year that titles name; 0 of what they leave out."""

    year: int = 0
    month: int = 0


def days_of(
    frame: Frame, columns: Columns, titles: Sequence[str], order: str
) -> Mapping[int, dt.date]:
    """Finds the day, or the moment, of each record that has one: number of its row -> day.

    ``titles`` stand over the table, the nearest last. ``order`` is that of day and month, in dates
    that are numbers.
    """
    written = {row.number: columns.cell(row, "date") for row in frame.records}
    whole = {number: moment_of(text, order=order) for number, text in written.items()}
    title = _span(titles)
    days: dict[int, dt.date] = {}
    before: dt.date | None = None
    section = ""
    for number, text in written.items():
        if (head := frame.sections.get(number, "")) != section:
            section = head
            before = _after(head, before)
        day = whole[number] or _completed(text, _around(section, before, title), order)
        if day is None and not text:
            day = (moment_of(section) if section else None) or before
        if day:
            days[number] = day
            before = day_of(day)
    return days


def _after(section: str, before: dt.date | None) -> dt.date | None:
    """Returns the day above, unless a section begins another month."""
    span = _span([section])
    return None if before and span.month and span.month != before.month else before


def _around(section: str, before: dt.date | None, title: _Span) -> _Span:
    """Finds the month and the year of a row in its section, the row above or the titles."""
    span = _span([section])
    month = span.month or (before.month if before else 0) or title.month
    return _Span(span.year or (before.year if before else 0) or title.year, month)


def _span(titles: Iterable[str]) -> _Span:
    """Finds the last month and year that titles name."""
    year = month = 0
    for title in titles:
        if years := _YEAR.findall(title):
            year = int(years[-1])
        for found in _MONTH.finditer(title):
            if number := month_number(found["month"]):
                month = number
                year = (int(found["year"]) % 100 + 2000) if found["year"] else year
    return _Span(year, month)


def _completed(text: str, around: _Span, order: str) -> dt.date | None:
    """Completes a day whose year or month is known from around it."""
    part = day_in(text, order=order)
    if part is None:
        return None
    month = part.month or around.month
    try:
        return dt.date(around.year, month, part.day) if around.year and month else None
    except ValueError:
        return None
