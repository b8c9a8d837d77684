"""A deployment that breaks down: the next one finishes or undoes it; two at once are told apart."""

import datetime as dt
import json

import pytest

from caridulu.publishing.failure import PublishingError
from caridulu.publishing.records import PLAN
from tests.publishing.sites import (
    AGES,
    FIRST,
    NOON,
    SECOND,
    THEIRS,
    THIRD,
    BreakdownError,
    MemoryHost,
    deployment,
    holds,
    is_tidy,
    sent_before,
)


def changes_of(*versions: dict[str, bytes]) -> int:
    """How many changes the last of the deployments makes."""
    host = sent_before(*versions[:-1], files=THEIRS)
    deployment(host).deploy(versions[-1])
    return host.changes


def broken_at(number: int, *, after: bool) -> MemoryHost:
    """A host at which the step from the first to the second version broke down."""
    host = sent_before(THIRD, FIRST, files=THEIRS)
    host.break_at, host.after = number, after
    with pytest.raises(BreakdownError):
        deployment(host).deploy(SECOND)
    host.break_at = None
    return host


BREAKDOWNS = [
    (number, after) for number in range(changes_of(THIRD, FIRST, SECOND)) for after in (False, True)
]


@pytest.mark.parametrize(("number", "after"), BREAKDOWNS)
def test_a_breakdown_is_finished_by_the_next_deployment(number: int, *, after: bool) -> None:
    host = broken_at(number, after=after)

    deployment(host).deploy(SECOND)

    assert holds(host, SECOND)
    assert is_tidy(host)
    assert THEIRS.items() <= host.files.items()
    deployment(host).back()
    assert holds(host, FIRST)


@pytest.mark.parametrize(("number", "after"), BREAKDOWNS)
def test_a_breakdown_is_undone_by_back(number: int, *, after: bool) -> None:
    host = broken_at(number, after=after)
    began = number > 0 or after

    deployment(host).back()

    assert holds(host, FIRST if began else THIRD)  # where nothing had begun, back is back
    assert is_tidy(host)
    assert THEIRS.items() <= host.files.items()


@pytest.mark.parametrize(("number", "after"), BREAKDOWNS)
def test_after_a_breakdown_another_version_may_follow(number: int, *, after: bool) -> None:
    host = broken_at(number, after=after)

    deployment(host, at=NOON + AGES).deploy(THIRD)

    assert holds(host, THIRD)
    assert is_tidy(host)


@pytest.mark.slow
def test_breakdowns_one_after_the_other_do_no_harm() -> None:
    last = len(BREAKDOWNS) // 2
    for number in range(1, last):
        for second in range(last):
            host = broken_at(number, after=True)
            host.changes, host.break_at, host.after = 0, second, False
            try:
                deployment(host).deploy(THIRD)
            except BreakdownError:
                host.break_at = None
                deployment(host, at=NOON + AGES).deploy(FIRST)
                assert holds(host, FIRST), (number, second)
                assert is_tidy(host), (number, second)


def test_a_first_deployment_that_broke_down_is_undone_to_the_last_file() -> None:
    for number in range(1, changes_of(FIRST) - 3):
        host = MemoryHost(dict(THEIRS), break_at=number, after=True)
        with pytest.raises(BreakdownError):
            deployment(host).deploy(FIRST)
        host.break_at = None

        assert deployment(host).back().version is None

        assert host.public() == THEIRS, number


def test_a_first_deployment_that_was_undone_is_no_version_to_go_back_to() -> None:
    host = MemoryHost(break_at=12)
    with pytest.raises(BreakdownError):
        deployment(host).deploy(FIRST)
    host.break_at = None
    deployment(host).back()
    assert deployment(host).look().manifest.now is None

    deployment(host).deploy(FIRST)

    with pytest.raises(PublishingError) as error:
        deployment(host).back()
    assert error.value.key == "no_version_before"
    assert holds(host, FIRST)


def test_what_arrived_does_not_travel_again() -> None:
    site = {f"search/hashed/aaa/t{number}.txt": b"irisan" for number in range(200)} | FIRST
    host = MemoryHost(break_at=150)
    with pytest.raises(BreakdownError):
        deployment(host).deploy(site)
    host.break_at = None

    done = deployment(host).deploy(site)

    assert done.was_interrupted
    assert done.sent <= len(site) - 120
    assert holds(host, site)


def test_two_computers_do_not_publish_at_once() -> None:
    host = broken_at(20, after=True)
    before = dict(host.files)

    with pytest.raises(PublishingError) as error:
        deployment(host, at=NOON + dt.timedelta(minutes=9), computer="rumah").deploy(SECOND)

    assert str(error.value) == (
        "Komputer lain sedang menerbitkan ke tujuan ini, terakhir tercatat pukul 12.00. Tunggu"
        " sampai selesai. Jika terputus, coba lagi sepuluh menit setelahnya."
    )
    assert host.files == before
    deployment(host, at=NOON + dt.timedelta(minutes=11), computer="rumah").deploy(SECOND)
    assert holds(host, SECOND)


def test_whoever_notes_a_plan_last_goes_on() -> None:
    class Raced(MemoryHost):
        def write(self, path: str, content: bytes) -> None:
            noted = json.loads(content) if path == PLAN else {}
            super().write(path, json.dumps(noted | {"run": "lain"}).encode() if noted else content)

    host = Raced()

    with pytest.raises(PublishingError, match="Komputer lain sedang menerbitkan"):
        deployment(host).deploy(FIRST)

    assert host.public() == {}
