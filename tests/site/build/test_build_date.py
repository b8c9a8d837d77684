import datetime as dt

import pytest

from caridulu.site.build.build_date import build_date


def test_the_build_date_can_be_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")
    assert build_date() == dt.date(2026, 11, 25)


def test_without_a_given_moment_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = dt.date.today()
    assert before <= build_date() <= dt.date.today()
