import datetime as dt

import pytest

from caridulu.knowledge.model import Opening
from caridulu.site.handover.reply_calendar import reply_calendar
from tests.site.sample_office import OFFICE, TODAY

CALENDAR = reply_calendar(OFFICE, today=TODAY)


@pytest.mark.parametrize("day", ["2026-01-01", "2026-06-30", "2026-12-31"])
def test_the_calendar_is_the_same_all_year(day: str) -> None:
    assert reply_calendar(OFFICE, today=dt.date.fromisoformat(day)) == CALENDAR


def test_the_calendar_has_national_and_joint_holidays_until_a_month_into_the_third_year() -> None:
    assert {"2026-12-24", "2026-12-25", "2027-01-01", "2027-01-05"} <= set(CALENDAR.holidays)
    assert (CALENDAR.holidays[0], CALENDAR.until) == ("2026-01-01", "2028-01-31")


def test_the_offices_own_holidays_count() -> None:
    closed = OFFICE.model_copy(update={"extra_holidays": (dt.date(2026, 12, 1),)})
    assert "2026-12-01" in reply_calendar(closed, today=TODAY).holidays


def test_without_hours_a_whole_day_counts_from_monday_to_friday() -> None:
    assert (CALENDAR.days, CALENDAR.closes) == ((1, 2, 3, 4, 5), {})


def test_a_day_closes_with_its_last_opening() -> None:
    hours = (
        Opening(days=(5,), opens="08.00", closes="11.30"),
        Opening(days=(5,), opens="13.00", closes="16:30"),
    )
    calendar = reply_calendar(OFFICE.model_copy(update={"hours": hours}), today=TODAY)
    assert (calendar.days, calendar.closes) == ((5,), {5: 16 * 60 + 30})
