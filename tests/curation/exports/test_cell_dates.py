"""Dates are read in the styles in which officers and programs write them."""

import datetime as dt

import pytest

from caridulu.curation.exports.cell_dates import DayInMonth, day_in, moment_of, order_of

DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2/3/2026", "02-03-2026", "02.03.26", "2026-03-02", "2026/03/02", "2 Maret 2026",
        "Senin, 2 Maret 2026", "Senin/2 Maret 2026", "2 Mar '26", "2-Mar-26", "Mar 2, 2026",
        "2 Mrt 26", "46083", "20260302",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_style(text: str) -> None:
    assert moment_of(text) == DAY


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-03-02 08:15:33", dt.time(8, 15, 33)),
        ("2026-03-02T08:15:33.120Z", dt.time(8, 15, 33)),
        ("2/3/2026 8.15", dt.time(8, 15)),
        ("2 Maret 2026 pukul 20.15", dt.time(20, 15)),
        ("2/3/2026 8:15 PM", dt.time(20, 15)),
        ("2 Mrt 26 jam 9", dt.time(9)),
        ("2/3/26, pkl. 14 WITA", dt.time(14)),
        ("2026/03/02 8:15:00 AM GMT+8", dt.time(8, 15)),
        ("46083,34375", dt.time(8, 15)),
        ("08.15 / 2-3-26", dt.time(8, 15)),
        ("pukul 20.15 WIB, Senin 2 Maret 2026", dt.time(20, 15)),
    ],
)
def test_a_time_beside_the_day_is_read(text: str, time: dt.time) -> None:
    assert moment_of(text) == dt.datetime.combine(DAY, time)


def test_friday_is_written_with_a_mark() -> None:
    assert moment_of("Jum'at, 6 Maret 2026") == dt.date(2026, 3, 6)


@pytest.mark.parametrize(
    "text",
    ["kemarin", "3 Desa 2026", "2/3/2026 9", "31/02/2026", "12", "1.234.567", "7406010", "99999"],
)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert moment_of(text) is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1/2/2026", "13/2/2026"], ("dmy", True)),
        (["2/1/2026", "2/13/2026"], ("mdy", True)),
        (["08.15 / 2/1/2026", "09.00 / 2/13/2026"], ("mdy", True)),
        (["13/2/2026", "2/13/2026"], ("dmy", False)),
        (["2026-03-02", "kemarin"], ("dmy", True)),
    ],
)
def test_day_or_month_first_is_told_by_the_whole_column(
    cells: list[str], expected: tuple[str, bool]
) -> None:
    assert order_of(cells) == expected


def test_a_date_without_its_year_is_read_in_the_order_of_its_column() -> None:
    assert day_in("2/3") == DayInMonth(day=2, month=3)
    assert day_in("3/2", order="mdy") == DayInMonth(day=2, month=3)
