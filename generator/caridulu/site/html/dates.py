"""Dates as people write them; the browser gets the same names from the message catalogue."""

import datetime as dt

from caridulu.messages import message


def weekday_name(number: int) -> str:
    """The name of an ISO weekday, 1 = Monday."""
    return message("site.weekdays").split(",")[number - 1]


def long_date(day: dt.date) -> str:
    """``3 Desember 2026``."""
    return f"{day.day} {message('site.months').split(',')[day.month - 1]} {day.year}"


def full_date(day: dt.date) -> str:
    """``Kamis, 3 Desember 2026``."""
    return f"{weekday_name(day.isoweekday())}, {long_date(day)}"
