"""Archived entries lead on, and explanations say why."""

import re
from pathlib import Path

import pytest

from caridulu.knowledge import load
from caridulu.knowledge.model import MAX_ALIASES
from tests.curation.written_exports import snapshot

DRAFT = "konsultasi-lewat-video"


def test_an_archived_entry_leads_on_and_gives_its_phrasings(project: Path, today, run) -> None:
    ran = run("archive", "apa-itu-inflasi", into="garis-kemiskinan")

    assert (ran.code, ran.out) == (
        0,
        "apa-itu-inflasi diarsipkan; alamatnya dialihkan ke garis-kemiskinan\n",
    )
    loaded = load(project, today=today)
    assert loaded.ok, loaded.problems
    assert ("apa-itu-inflasi", "garis-kemiskinan") in loaded.knowledge.redirects
    into = next(e for e in loaded.knowledge.entries if e.id == "garis-kemiskinan")
    assert "inflansi itu apa" in into.aliases
    assert loaded.knowledge.office.featured == ("biaya-konsultasi", "garis-kemiskinan")


@pytest.mark.parametrize(
    ("entry", "into", "told"),
    [
        ("tidak-ada", "biaya-konsultasi", 'entri "tidak-ada" tidak ada; periksa kodenya\n'),
        (
            "biaya-konsultsi", "apa-itu-inflasi",
            'entri "biaya-konsultsi" tidak ada; maksud Anda "biaya-konsultasi"?\n',
        ),
        (
            "biaya-konsultasi", "biaya-konsultasi",
            "biaya-konsultasi tidak dapat digabung dengan dirinya sendiri; pilih entri lain\n",
        ),
        (
            "biaya-konsultasi", DRAFT,
            f"{DRAFT} belum terbit; gabungkan ke entri yang sudah terbit\n",
        ),
    ],
)  # fmt: skip
def test_archiving_into_nothing_is_refused(entry: str, into: str, told: str, project, run) -> None:
    before = snapshot(project)

    ran = run("archive", entry, into=into)

    assert (ran.code, ran.err) == (1, told)
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("entry", "first"),
    [
        (DRAFT, "tidak terbit karena masih konsep; tinjau lalu jalankan caridulu publish"),
        ("biaya-konsultasi", "terbit, kecuali ada masalah yang disebut di bawah"),
        ("waktu-jawaban", "tidak terbit karena diarsipkan; ubah status bila masih diperlukan"),
    ],
)
def test_explain_says_why(entry: str, first: str, run) -> None:
    ran = run("explain", entry)

    assert ran.code == 0
    assert ran.out.splitlines()[0].partition(": ")[2] == first


def test_explain_names_the_successor(run) -> None:
    assert run("explain", "waktu-jawaban").out.splitlines()[1] == (
        "kb/konsultasi/waktu-jawaban.yml:1:1: alamatnya dialihkan ke lama-jawaban-daring; sunting "
        "entri itu"
    )


def test_phrasings_without_room_stay_with_the_archived_entry(project: Path, run) -> None:
    into = project / "kb/konsep-data/apa-itu-inflasi.yml"
    old = project / "kb/konsultasi/biaya-konsultasi.yml"
    many = "".join(f"  - inflasi nomor {number}\n" for number in range(MAX_ALIASES))
    text = re.sub(r"aliases:\n(  - .*\n)+", f"aliases:\n{many}", into.read_text("utf-8"))
    into.write_text(text, "utf-8")
    aliases = re.findall(r"aliases:\n((?:  - .*\n)+)", old.read_text("utf-8"))

    ran = run("archive", "biaya-konsultasi", into="apa-itu-inflasi")

    assert f"aliases:\n{many}" in into.read_text("utf-8")
    assert re.findall(r"aliases:\n((?:  - .*\n)+)", old.read_text("utf-8")) == aliases
    count = aliases[0].count("\n") + 1
    assert ran.out == (
        "biaya-konsultasi diarsipkan; alamatnya dialihkan ke apa-itu-inflasi\n"
        f"  {count} cara bertanya tidak muat pada apa-itu-inflasi dan tetap tersimpan pada"
        " biaya-konsultasi; kurangi sebutan lain apa-itu-inflasi bila ada yang masih perlu"
        " dipindahkan\n"
    )
