"""Dates as people write them."""

import datetime as dt

from caridulu.messages import message


def long_date(day: dt.date) -> str:
    """Writes a date such as ``3 Desember 2026``."""
    return f"{day.day} {message('site.months').split(',')[day.month - 1]} {day.year}"
