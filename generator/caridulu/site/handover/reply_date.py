"""By when the office answers: working days from now, in the office's own time.

Twin of ``browser/reply_date.js``, which gets the same calendar as data and the visitor's clock.
"""

import datetime as dt
from dataclasses import dataclass

import holidays

from caridulu.knowledge.model import Office, Opening

_MONDAY_TO_FRIDAY = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class ReplyCalendar:
    """The office's working days until ``until``; without known hours a whole day counts."""

    timezone: str
    days: tuple[int, ...]  # ISO weekdays, 1 = Monday
    closes: dict[int, int]  # weekday -> minute of the day after which a question waits
    holidays: tuple[str, ...]  # ISO dates, sorted
    until: str

    def is_working_day(self, day: dt.date) -> bool:
        return day.isoweekday() in self.days and day.isoformat() not in self.holidays


def reply_calendar(office: Office, *, today: dt.date) -> ReplyCalendar:
    """The calendar of ``today``'s year and the next: national and joint holidays, the office's own.

    It ends a month later, so that a site that is rebuilt once a year still knows its holidays, and
    changes at New Year only: its address, which every page names, stays the same from day to day.
    """
    first, until = dt.date(today.year, 1, 1), dt.date(today.year + 2, 1, 31)
    closed = {*national_holidays(office.holiday_country, first, until), *office.extra_holidays}
    days = {day for opening in office.hours for day in opening.days} or set(_MONDAY_TO_FRIDAY)
    return ReplyCalendar(
        timezone=office.timezone,
        days=tuple(sorted(days)),
        closes=_closing_minutes(office.hours),
        holidays=tuple(day.isoformat() for day in sorted(closed) if first <= day <= until),
        until=until.isoformat(),
    )


def national_holidays(country: str, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Public and, where the country has them, joint government holidays, from first to last."""
    years = range(first.year, last.year + 1)
    known = holidays.country_holidays(country).supported_categories
    categories = tuple(name for name in ("public", "government") if name in known)
    found = holidays.country_holidays(country, years=years, categories=categories)
    return tuple(day for day in sorted(found) if first <= day <= last)


def reply_date(now: dt.datetime, working_days: int, calendar: ReplyCalendar) -> dt.date | None:
    """The last day on which an answer to a question of ``now`` (office time) keeps the promise.

    A question that arrives after closing, or on a day off, counts as asked on the next working day.
    None when the answer lies beyond the calendar.
    """
    day = now.date()
    if _is_closed(now, calendar):
        day += dt.timedelta(days=1)
    left = working_days
    while day.isoformat() <= calendar.until:
        if calendar.is_working_day(day):
            if left == 0:
                return day
            left -= 1
        day += dt.timedelta(days=1)
    return None


def _is_closed(now: dt.datetime, calendar: ReplyCalendar) -> bool:
    closes = calendar.closes.get(now.isoweekday())
    return closes is not None and now.hour * 60 + now.minute >= closes


def _closing_minutes(openings: tuple[Opening, ...]) -> dict[int, int]:
    """The last closing minute of each weekday, over all its openings."""
    closes: dict[int, int] = {}
    for opening in openings:
        hour, minute = opening.closes.replace(".", ":").split(":")
        for day in opening.days:
            closes[day] = max(closes.get(day, 0), int(hour) * 60 + int(minute))
    return dict(sorted(closes.items()))
