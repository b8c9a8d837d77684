"""The office's working days, from which the browser computes the date of the answer.

``browser/handover/reply_date.js`` gets the calendar as data and the visitor's clock.
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


def reply_calendar(office: Office, *, today: dt.date) -> ReplyCalendar:
    """Lists the holidays of ``today``'s year and the next: national, joint, the office's own.

    It ends a month later, so that a site that is rebuilt once a year still knows its holidays, and
    changes at New Year only: its address, which every page names, stays the same from day to day.
    """
    first, until = dt.date(today.year, 1, 1), dt.date(today.year + 2, 1, 31)
    closed = {*_national_holidays(office.holiday_country, first, until), *office.extra_holidays}
    days = {day for opening in office.hours for day in opening.days} or set(_MONDAY_TO_FRIDAY)
    return ReplyCalendar(
        timezone=office.timezone,
        days=tuple(sorted(days)),
        closes=_closing_minutes(office.hours),
        holidays=tuple(day.isoformat() for day in sorted(closed) if first <= day <= until),
        until=until.isoformat(),
    )


def _national_holidays(country: str, first: dt.date, last: dt.date) -> set[dt.date]:
    """Lists public and, where the country has them, joint government holidays."""
    known = holidays.country_holidays(country).supported_categories
    categories = tuple(name for name in ("public", "government") if name in known)
    years = range(first.year, last.year + 1)
    return set(holidays.country_holidays(country, years=years, categories=categories))


def _closing_minutes(openings: tuple[Opening, ...]) -> dict[int, int]:
    """Maps each weekday to the last closing minute of its openings."""
    closes: dict[int, int] = {}
    for opening in openings:
        hour, minute = opening.closes.replace(".", ":").split(":")
        for day in opening.days:
            closes[day] = max(closes.get(day, 0), int(hour) * 60 + int(minute))
    return dict(sorted(closes.items()))
