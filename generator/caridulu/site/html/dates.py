"""Dates as people write them, and what they say of an entry or a service."""

import datetime as dt

from caridulu.knowledge.date_line import DateLine
from caridulu.messages import Language, message


def long_date(day: dt.date, language: Language = Language.ID) -> str:
    """Writes a date such as ``3 Desember 2026``."""
    return f"{day.day} {long_month(day, language)}"


def long_month(day: dt.date, language: Language) -> str:
    """Writes the month of a day: ``Desember 2026``."""
    return f"{message('site.months', language).split(',')[day.month - 1]} {day.year}"


def date_sentence(line: DateLine, *, office: str) -> str:
    """Says when content was compiled or reviewed, and who has checked it."""
    return message(f"site.dated_{line.kind}", date=long_date(line.day), office=office)
