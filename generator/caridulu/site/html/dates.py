"""Dates as people write them."""

import datetime as dt

from caridulu.messages import message


def weekday_name(number: int) -> str:
    """Gives the name of an ISO weekday, 1 = Monday."""
    return message("site.weekdays").split(",")[number - 1]


def long_date(day: dt.date) -> str:
    """Writes a date such as ``3 Desember 2026``."""
    return f"{day.day} {message('site.months').split(',')[day.month - 1]} {day.year}"
