import datetime as dt
from dataclasses import asdict
from zoneinfo import ZoneInfo

import pytest

from caridulu.knowledge.model import Office, Opening
from caridulu.site.handover.reply_calendar import reply_calendar, reply_date
from caridulu.site.html.dates import full_date
from tests.site.sample_office import OFFICE, TODAY

CALENDAR = reply_calendar(OFFICE, today=TODAY)
HOURS = (
    Opening(days=(1, 2, 3, 4), opens="08.00", closes="16.00"),
    Opening(days=(5,), opens="08.00", closes="11.30"),
    Opening(days=(5,), opens="13.00", closes="16:30"),
)
OPEN_OFFICE = OFFICE.model_copy(update={"hours": HOURS})
OPEN_CALENDAR = reply_calendar(OPEN_OFFICE, today=TODAY)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("asked", "answered", "because"),
    [
        ("2026-11-30 09:00", "2026-12-03", "Monday and three working days"),
        ("2026-11-25 23:59", "2026-11-30", "without hours the whole day counts; a weekend between"),
        ("2026-11-28 10:00", "2026-12-03", "a Saturday counts as the Monday after it"),
        ("2026-12-22 10:00", "2026-12-29", "joint holiday on the 24th, Christmas on the 25th"),
        ("2026-12-31 10:00", "2027-01-07", "New Year on Friday, Isra' and Mi'raj on Tuesday"),
    ],
)
def test_three_working_days_from(asked: str, answered: str, because: str) -> None:
    assert str(reply_date(at(asked), 3, CALENDAR)) == answered, because


@pytest.mark.parametrize(
    ("asked", "answered", "because"),
    [
        ("2026-11-30 15:59", "2026-12-03", "before closing counts as that day"),
        ("2026-11-30 16:00", "2026-12-04", "after closing counts as the next day"),
        ("2026-11-27 12:00", "2026-12-02", "the break at noon is not the end of the day"),
        ("2026-11-27 16:45", "2026-12-03", "Friday evening counts as Monday"),
        ("2026-11-30 03:00", "2026-12-03", "before opening counts as that day"),
    ],
)
def test_office_hours_decide_when_a_question_arrived(
    asked: str, answered: str, because: str
) -> None:
    assert str(reply_date(at(asked), 3, OPEN_CALENDAR)) == answered, because


def test_the_offices_own_holidays_count() -> None:
    closed = OFFICE.model_copy(update={"extra_holidays": (dt.date(2026, 12, 1),)})
    calendar = reply_calendar(closed, today=TODAY)
    assert str(reply_date(at("2026-11-30 09:00"), 3, calendar)) == "2026-12-04"


def test_days_without_hours_are_days_off() -> None:
    only_tuesday = (Opening(days=(2,), opens="09.00", closes="12.00"),)
    calendar = reply_calendar(OFFICE.model_copy(update={"hours": only_tuesday}), today=TODAY)
    assert str(reply_date(at("2026-11-30 09:00"), 1, calendar)) == "2026-12-08"


@pytest.mark.parametrize("day", ["2026-01-01", "2026-06-30", "2026-12-31"])
def test_the_calendar_is_the_same_all_year(day: str) -> None:
    assert reply_calendar(OFFICE, today=dt.date.fromisoformat(day)) == CALENDAR


def test_a_site_of_new_years_eve_knows_its_holidays_for_a_year() -> None:
    assert str(reply_date(at("2027-12-31 09:00"), 3, CALENDAR)) == "2028-01-05"


def test_no_date_is_promised_beyond_the_calendar() -> None:
    assert reply_date(at("2028-01-27 09:00"), 3, CALENDAR) is None


def test_a_date_is_written_in_full() -> None:
    assert full_date(dt.date(2026, 12, 3)) == "Kamis, 3 Desember 2026"


def moments(office: Office) -> list[dt.datetime]:
    """Every 7 hours and 13 minutes of the calendar's 14 months, in the office's time."""
    start = dt.datetime(2026, 11, 25, 0, 1, tzinfo=ZoneInfo(office.timezone))
    return [start + dt.timedelta(minutes=433) * step for step in range(1_400)]


@pytest.mark.node
@pytest.mark.parametrize("office", [OFFICE, OPEN_OFFICE], ids=["whole days", "office hours"])
def test_the_browser_computes_the_same_date(in_node, office: Office) -> None:
    calendar = reply_calendar(office, today=TODAY)
    asked = moments(office)
    browser = in_node(
        "reply_date.js",
        "twin.replyDate(new Date(given[0]), 3, given[1])?.toISOString().slice(0, 10) ?? null",
        [[moment.timestamp() * 1000, asdict(calendar)] for moment in asked],
    )
    ours = [reply_date(moment.replace(tzinfo=None), 3, calendar) for moment in asked]
    assert browser == [str(day) if day else None for day in ours]


@pytest.mark.node
def test_the_browser_uses_the_offices_day_not_the_phones(in_node) -> None:
    # 18.30 UTC on Sunday is 02.30 WITA on Monday.
    asked = dt.datetime(2026, 11, 29, 18, 30, tzinfo=dt.UTC).timestamp() * 1000
    browser = in_node(
        "reply_date.js",
        "twin.replyDate(new Date(given[0]), 3, given[1]).toISOString().slice(0, 10)",
        [[asked, asdict(CALENDAR)]],
    )
    assert browser == ["2026-12-03"]
