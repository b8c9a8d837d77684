"""Every kind of target alike: what arrives, what a kill leaves, and what is nobody's business."""

import signal
from pathlib import Path

import pytest

from caridulu.publishing.failure import PublishingError
from caridulu.publishing.targets import try_target
from tests.publishing.hosts.conftest import Office
from tests.publishing.sites import FIRST, SECOND, THIRD, missing_slices, of_pages

pytestmark = pytest.mark.slow

THEIRS = {"CNAME": b"tanya.contoh.example", "lain/laporan.html": b"milik kantor lain"}


def shows(office: Office, site: dict[str, bytes]) -> bool:
    public = {path: text for path, text in office.public().items() if path not in THEIRS}
    return of_pages(public) == of_pages(site) and site.items() <= public.items()


def test_a_site_arrives_and_only_changes_travel(office: Office) -> None:
    first = office.send(FIRST)
    assert office.public() == FIRST

    second = office.send(SECOND)
    assert shows(office, SECOND)
    assert "search/hashed/aaa/t0.txt" in office.public()
    assert (first.sent, second.sent, second.same) == (len(FIRST), len(SECOND) - 2, 2)
    assert not office.send(SECOND).is_new


def test_back_and_forth(office: Office) -> None:
    office.send(FIRST)
    office.send(SECOND)

    office.publisher.back(office.target)
    assert shows(office, FIRST)

    office.publisher.back(office.target)
    assert shows(office, SECOND)


def test_files_of_others_stay(office: Office) -> None:
    for path, content in THEIRS.items():
        office.put(path, content)
    office.put("index.html", b"beranda lama")

    with pytest.raises(PublishingError, match=r"1 berkas yang bukan .*: index\.html\."):
        office.send(FIRST)
    assert office.public() == {**THEIRS, "index.html": b"beranda lama"}

    office.send(FIRST, take_over=True)
    office.send(SECOND, forget=True)
    assert office.public() == SECOND | THEIRS


def test_a_target_is_tried_without_a_trace(office: Office) -> None:
    trial = try_target(office.target, office.root)
    assert (trial.now, trial.others) == (None, ())
    assert try_target(office.target, office.root) == trial
    assert office.public() == {}

    office.send(FIRST)
    office.put("CNAME", b"tanya.contoh.example")
    trial = try_target(office.target, office.root)
    assert trial.now
    assert trial.now.files.keys() == FIRST.keys()
    assert trial.others == ("CNAME",)


KILLS = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")


# This deployment makes 28 changes at a host that notes its progress: the plan, contents that are
# put aside, the plan again, files with notes between them, the manifest, and clearing away.
@KILLS
@pytest.mark.parametrize("changes", [4, 15, 22])
def test_killed_in_the_middle_and_sent_again(office: Office, tmp_path: Path, changes: int) -> None:
    office.send(FIRST)

    was_killed = office.killed(SECOND, tmp_path / "situs", changes) != 0
    assert missing_slices(office.public()) == []
    office.send(SECOND)

    assert was_killed or office.target.kind.value == "git"
    assert shows(office, SECOND)
    office.publisher.back(office.target)
    assert shows(office, FIRST)


@KILLS
@pytest.mark.parametrize("changes", [8, 18])
def test_killed_in_the_middle_and_undone(office: Office, tmp_path: Path, changes: int) -> None:
    office.send(THIRD)
    office.send(FIRST)

    office.killed(SECOND, tmp_path / "situs", changes)
    is_git = office.target.kind.value == "git"  # nothing of it is public before the push
    office.publisher.back(office.target)

    assert shows(office, THIRD if is_git else FIRST)
