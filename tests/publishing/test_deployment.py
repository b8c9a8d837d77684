"""Versions of a site at a host: what travels, what stays, and what a breakdown leaves behind."""

import datetime as dt
import json

import pytest

from caridulu.publishing.changes import GRACE
from caridulu.publishing.deployment import Deployed
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.records import KEPT, MANIFEST
from tests.publishing.sites import (
    AGES,
    FIRST,
    NOON,
    SECOND,
    THEIRS,
    THIRD,
    MemoryHost,
    deployment,
    holds,
    is_tidy,
    sent_before,
)


def test_first_deployment_sends_everything() -> None:
    host = MemoryHost(dict(THEIRS))

    done = deployment(host).deploy(FIRST)

    assert holds(host, FIRST)
    size = sum(map(len, FIRST.values()))
    assert done == Deployed(NOON, len(FIRST), size, 0, 0, was_interrupted=False)


def test_only_changed_files_travel() -> None:
    host = sent_before(FIRST)

    done = deployment(host).deploy(SECOND)

    same = {path for path in SECOND if FIRST.get(path) == SECOND[path]}
    assert same == {"assets/logo.1234.svg", "favicon.ico"}
    assert (done.sent, done.same, done.removed) == (len(SECOND) - 2, 2, 1)
    assert holds(host, SECOND)


def test_the_same_site_again_changes_nothing() -> None:
    host = sent_before(FIRST, SECOND)
    before = dict(host.files)

    done = deployment(host).deploy(SECOND)

    assert not done.is_new
    assert done.at == NOON - AGES
    assert host.files == before


def test_what_a_file_names_travels_before_it() -> None:
    host = MemoryHost()

    deployment(host).deploy(FIRST)

    assert list(host.public()) == [
        "search/hashed/aaa/t0.txt",
        "search/hashed/aaa/x0.txt",
        "assets/aaa/main.js",
        "assets/logo.1234.svg",
        "entries.json",
        "favicon.ico",
        "kb/biaya-konsultasi/index.html",
        "kb/jam-layanan-lama/index.html",
        "search/manifest.json",
        "cari/index.html",
        "index.html",
        "umpan.xml",
        "simpanan.json",
        "sw.js",
    ]


def test_progress_is_told_file_by_file() -> None:
    told: list[tuple[int, int]] = []
    sender = deployment(MemoryHost(lanes=4))
    sender = type(sender)(sender.host, "kantor", NOON, on_progress=lambda *step: told.append(step))

    sender.deploy(FIRST)

    assert told == [(number, len(FIRST)) for number in range(1, len(FIRST) + 1)]


def test_old_slices_stay_until_the_next_deployment() -> None:
    host = sent_before(FIRST)

    deployment(host).deploy(SECOND)
    assert "search/hashed/aaa/t0.txt" in host.files

    deployment(host, at=NOON + AGES).deploy(THIRD)
    assert "search/hashed/aaa/t0.txt" not in host.files
    assert "search/hashed/bbb/t0.txt" in host.files


def test_two_deployments_in_a_row_take_no_slice_from_a_visitor() -> None:
    host = sent_before(FIRST)
    deployment(host).deploy(SECOND)

    deployment(host, at=NOON + GRACE - dt.timedelta(minutes=1)).deploy(THIRD)

    assert "search/hashed/aaa/t0.txt" in host.files


def test_back_leads_to_the_version_before_and_forth_again() -> None:
    host = sent_before(FIRST, SECOND, files=THEIRS)

    done = deployment(host).back()
    assert holds(host, FIRST)
    assert done.version == NOON - 2 * AGES

    deployment(host).back()
    assert holds(host, SECOND)
    assert THEIRS.items() <= host.files.items()
    assert is_tidy(host)


def test_the_way_back_is_looked_at_without_a_change() -> None:
    host = sent_before(FIRST, SECOND)
    before = dict(host.files)

    way = deployment(host).planned_back()

    assert host.files == before
    assert way.now is not None
    assert (way.version.published, way.now.published) == (NOON - 2 * AGES, NOON - AGES)
    assert "kb/jam-layanan-lama/index.html" in way.plan.steps
    assert "kb/harga-data-mikro/index.html" in way.plan.remove


def test_back_needs_no_file_to_travel() -> None:
    assert deployment(sent_before(FIRST, SECOND)).back().size == 0


def test_without_a_version_before_there_is_no_way_back() -> None:
    for host in (MemoryHost(), sent_before(FIRST)):
        before = dict(host.files)
        with pytest.raises(PublishingError) as error:
            deployment(host).back()
        assert str(error.value) == (
            "Tidak ada versi sebelumnya di tujuan ini, jadi tidak ada yang diubah."
        )
        assert host.files == before


def test_a_version_before_that_lost_a_file_is_not_restored() -> None:
    host = sent_before(FIRST, SECOND)
    host.files.pop(next(path for path in host.files if path.startswith(KEPT)))
    before = dict(host.files)

    with pytest.raises(PublishingError) as error:
        deployment(host).back()

    assert str(error.value) == (
        "Versi sebelumnya tidak lengkap lagi di tujuan, jadi tidak ada yang diubah. Pulihkan"
        " isinya di proyek, lalu terbitkan."
    )
    assert host.files == before


def test_what_is_withdrawn_can_be_forgotten_at_once() -> None:
    host = sent_before(FIRST)

    deployment(host).deploy(SECOND, forget=True)

    assert host.public() == SECOND
    assert not [path for path, text in host.files.items() if b"lama" in text]
    with pytest.raises(PublishingError):
        deployment(host).back()


def test_a_version_that_is_kept_can_be_forgotten_later() -> None:
    host = sent_before(FIRST, SECOND)

    deployment(host).deploy(SECOND, forget=True)

    assert host.public() == SECOND
    assert is_tidy(host)
    assert not [path for path, text in host.files.items() if b"lama" in text]


def test_files_of_others_are_neither_replaced_nor_removed() -> None:
    theirs = {"index.html": b"beranda lama", "favicon.ico": b"lambang", **THEIRS}
    host = MemoryHost(dict(theirs))

    with pytest.raises(PublishingError) as error:
        deployment(host).deploy(FIRST)

    assert str(error.value) == (
        "Di tujuan ada 2 berkas yang bukan dari penerbitan ini dan akan tergantikan: favicon.ico,"
        " index.html. Tidak ada yang diubah. Jika memang boleh diganti, jalankan lagi dengan"
        " --take-over."
    )
    assert host.files == theirs


def test_files_of_others_that_were_taken_over_come_back() -> None:
    theirs = {"index.html": b"beranda lama", "favicon.ico": b"lambang", **THEIRS}
    host = MemoryHost(dict(theirs))

    deployment(host).deploy(FIRST, take_over=True)
    assert holds(host, FIRST)

    deployment(host).back()
    left = {path for path in host.public() if not path.startswith(("search/hashed/", "assets/"))}
    assert left == theirs.keys()
    assert theirs.items() <= host.files.items()


def test_a_file_that_others_put_there_later_is_safe_too() -> None:
    host = sent_before(FIRST)
    host.files["kb/harga-data-mikro/index.html"] = b"milik orang lain"

    with pytest.raises(PublishingError, match="harga-data-mikro"):
        deployment(host).deploy(SECOND)

    assert holds(host, {**FIRST, "kb/harga-data-mikro/index.html": b"milik orang lain"})


def test_a_plan_changes_nothing() -> None:
    host = sent_before(FIRST)

    planned = deployment(host).planned(SECOND)

    assert host.changes == 0
    assert planned.remove == ("kb/jam-layanan-lama/index.html",)
    assert planned.steps[0] == "search/hashed/bbb/t0.txt"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"version": 1}',
        json.dumps(
            {
                "version": 1,
                "run": "",
                "now": {"published": NOON.isoformat(), "files": {"../../etc/passwd": "aa"}},
                "before": None,
                "retired": {},
                "since": {},
                "kept": [],
            }
        ).encode(),
    ],
)
def test_a_damaged_record_stops_everything(content: bytes) -> None:
    host = sent_before(FIRST)
    host.files[MANIFEST] = content
    before = dict(host.files)

    with pytest.raises(PublishingError) as error:
        deployment(host).deploy(SECOND)

    assert str(error.value) == (
        "Catatan terbitan .caridulu/manifest.json di tujuan rusak, jadi tidak ada yang diubah."
        " Pulihkan berkas itu dari cadangan, atau kosongkan tujuan lalu terbitkan lagi."
    )
    assert host.files == before


def test_a_record_of_a_newer_program_is_not_guessed_at() -> None:
    host = sent_before(FIRST)
    host.files[MANIFEST] = host.files[MANIFEST].replace(b'"version": 1', b'"version": 2')

    with pytest.raises(PublishingError) as error:
        deployment(host).deploy(SECOND)

    assert str(error.value) == (
        "Catatan terbitan .caridulu/manifest.json di tujuan ditulis Cari Dulu yang lebih baru."
        " Perbarui Cari Dulu di komputer ini."
    )
