"""Dates as people write them, and what they say of an entry or a service."""

import datetime as dt

from caridulu.knowledge.date_line import DateLine
from caridulu.messages import message


def long_date(day: dt.date) -> str:
    """Writes a date such as ``3 Desember 2026``."""
    return f"{day.day} {message('site.months').split(',')[day.month - 1]} {day.year}"


def date_sentence(line: DateLine, *, office: str) -> str:
    """Says when content was compiled or reviewed, and who has checked it."""
    return message(f"site.dated_{line.kind}", date=long_date(line.day), office=office)
