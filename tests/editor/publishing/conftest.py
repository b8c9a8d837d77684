"""What the tests of publishing share: a keyring in memory, offices with targets, sites, a clock."""

import datetime as dt
import functools
from pathlib import Path

import pytest

from caridulu.publishing.publish import Publisher
from tests.publishing.hosts.conftest import make_office as make_office
from tests.publishing.hosts.conftest import s3 as s3
from tests.publishing.hosts.conftest import ssh as ssh
from tests.publishing.sites import FIRST, SECOND, with_targets
from tests.publishing.test_secret_store import kept as kept


@pytest.fixture
def office(project: Path) -> Path:
    return with_targets(project)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, bytes]]:
    """Sites that are built one after the other, the last one again and again."""
    sites = [dict(FIRST), dict(SECOND)]

    def finished(_: Publisher) -> dict[str, bytes]:
        return sites.pop(0) if len(sites) > 1 else sites[0]

    monkeypatch.setattr(Publisher, "finished_site", finished)
    return sites


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[dt.datetime]:
    """The moment of publishing."""
    now = [dt.datetime(2026, 11, 25, 6, 5, tzinfo=dt.UTC)]
    with_clock = functools.partial(Publisher, now=lambda: now[0])
    monkeypatch.setattr("caridulu.editor.publishing.site_work.Publisher", with_clock)
    return now
