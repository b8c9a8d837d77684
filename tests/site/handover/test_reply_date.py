"""The day by which an answer comes, as the browser computes it from the office's calendar."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict
from zoneinfo import ZoneInfo

import pytest

from caridulu.knowledge.model import Office, Opening
from caridulu.site.client.browser_values import browser_strings
from caridulu.site.handover.reply_calendar import ReplyCalendar, reply_calendar
from tests.site.sample_office import OFFICE, TODAY

HOURS = (
    Opening(days=(1, 2, 3, 4), opens="08.00", closes="16.00"),
    Opening(days=(5,), opens="08.00", closes="11.30"),
    Opening(days=(5,), opens="13.00", closes="16:30"),
)
OPEN_OFFICE = OFFICE.model_copy(update={"hours": HOURS})
CLOSED_OFFICE = OFFICE.model_copy(update={"extra_holidays": (dt.date(2026, 12, 1),)})
TUESDAY_OFFICE = OFFICE.model_copy(
    update={"hours": (Opening(days=(2,), opens="09.00", closes="12.00"),)}
)
CASES = [
    (OFFICE, "2026-11-30 09:00", "2026-12-03", "Monday and three working days"),
    (OFFICE, "2026-11-25 23:59", "2026-11-30", "without hours the whole day counts; a weekend"),
    (OFFICE, "2026-11-28 10:00", "2026-12-03", "a Saturday counts as the Monday after it"),
    (OFFICE, "2026-12-22 10:00", "2026-12-29", "joint holiday on the 24th, Christmas on the 25th"),
    (OFFICE, "2026-12-31 10:00", "2027-01-07", "New Year on Friday, Isra' and Mi'raj on Tuesday"),
    (OFFICE, "2027-12-31 09:00", "2028-01-05", "a site knows its holidays for another year"),
    (OFFICE, "2028-01-27 09:00", None, "beyond the calendar no date is promised"),
    (OPEN_OFFICE, "2026-11-30 15:59", "2026-12-03", "before closing counts as that day"),
    (OPEN_OFFICE, "2026-11-30 16:00", "2026-12-04", "after closing counts as the next day"),
    (OPEN_OFFICE, "2026-11-27 12:00", "2026-12-02", "the break at noon does not end the day"),
    (OPEN_OFFICE, "2026-11-27 16:45", "2026-12-03", "Friday evening counts as Monday"),
    (OPEN_OFFICE, "2026-11-30 03:00", "2026-12-03", "before opening counts as that day"),
    (CLOSED_OFFICE, "2026-11-30 09:00", "2026-12-04", "the office's own holidays count"),
    (TUESDAY_OFFICE, "2026-11-30 09:00", "2026-12-22", "days without hours are days off"),
]


def reply_dates(
    in_node, moments: Sequence[dt.datetime], calendars: Sequence[ReplyCalendar]
) -> list[str | None]:
    """The browser's answers: the day for a question of each moment, with its calendar."""
    cases = zip(moments, calendars, strict=True)
    return in_node(
        "handover/reply_date.js",
        "twin.replyDate(new Date(given[0]), 3, given[1])?.toISOString().slice(0, 10) ?? null",
        [[moment.timestamp() * 1000, asdict(calendar)] for moment, calendar in cases],
    )


@pytest.mark.node
def test_an_answer_comes_after_three_working_days(in_node) -> None:
    calendars = [reply_calendar(office, today=TODAY) for office, *_ in CASES]
    moments = [
        dt.datetime.fromisoformat(asked).replace(tzinfo=ZoneInfo(office.timezone))
        for office, asked, *_ in CASES
    ]
    dates = reply_dates(in_node, moments, calendars)
    told = [(*case[:2], day, case[3]) for case, day in zip(CASES, dates, strict=True)]
    assert told == CASES


@pytest.mark.node
def test_the_browser_uses_the_offices_day_not_the_phones(in_node) -> None:
    # 18.30 UTC on Sunday is 02.30 WITA on Monday.
    asked = dt.datetime(2026, 11, 29, 18, 30, tzinfo=dt.UTC)
    assert reply_dates(in_node, [asked], [reply_calendar(OFFICE, today=TODAY)]) == ["2026-12-03"]


def expected(now: dt.datetime, calendar: ReplyCalendar) -> str | None:
    """The same by listing days: the fourth working day from the one on which the question counts.

    ``now`` is in the office's time.
    """
    closes = calendar.closes.get(now.isoweekday())
    is_late = closes is not None and now.hour * 60 + now.minute >= closes
    first = now.date() + dt.timedelta(days=is_late)
    days = (first + dt.timedelta(days=n) for n in range(60))
    working = [
        day
        for day in days
        if day.isoweekday() in calendar.days and day.isoformat() not in calendar.holidays
    ]
    return str(working[3]) if str(working[3]) <= calendar.until else None


@pytest.mark.node
@pytest.mark.parametrize("office", [OFFICE, OPEN_OFFICE], ids=["whole days", "office hours"])
def test_at_any_moment_of_the_calendar(in_node, office: Office) -> None:
    """Every 7 hours and 13 minutes of 14 months, in the office's time."""
    calendar = reply_calendar(office, today=TODAY)
    start = dt.datetime(2026, 11, 25, 0, 1, tzinfo=ZoneInfo(office.timezone))
    moments = [start + dt.timedelta(minutes=433) * step for step in range(1_400)]
    dates = reply_dates(in_node, moments, [calendar] * len(moments))
    assert dates == [expected(moment, calendar) for moment in moments]


@pytest.mark.node
def test_a_date_is_written_in_full(in_node) -> None:
    strings = browser_strings("weekdays", "months")
    call = "twin.fullDate(new Date(given[0]), given[1])"
    assert in_node("handover/reply_date.js", call, [["2026-12-03", strings]]) == [
        "Kamis, 3 Desember 2026"
    ]
