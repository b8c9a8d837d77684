"""Entries that say the same twice, and questions that ask the same in other words."""

from pathlib import Path

import pytest

from caridulu.curation.drafts.entries.duplicates import asked_of
from caridulu.curation.project import Project


def test_near_identical_entries_are_reported(project: Path, run) -> None:
    assert run("duplicates").out == "Tidak ada entri yang hampir sama.\n"
    source = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    text = source.read_text(encoding="utf-8").replace("dipungut biaya?", "dipungut biaya ya?")
    text = text.replace("  - konsul bayar brp\n  - konsultasi gratis ga\n", "")
    text = text.replace("  - tanya data ke kantor statistik harus bayar atau tidak\n", "")
    text = text.replace("how much does a", "what does a").replace("answers: fee\n", "")
    source.with_name("tarif-konsultasi.yml").write_text(text, encoding="utf-8")

    out = run("duplicates").out

    assert out.startswith("biaya-konsultasi dan tarif-konsultasi: pertanyaan ")
    assert out.endswith("jawaban 100% sama\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Apa itu inflasi?", "Apa yang dimaksud dengan inflasi?"),
        ("Apa arti NTP?", "Apakah yang dimaksud NTP?"),
        (
            "Berapa lama permintaan data dijawab?",
            "Berapa hari permintaan data saya akan dijawab?",
        ),
        ("Pukul berapa perpustakaan buka?", "Jam berapa layanan perpustakaan dibuka?"),
    ],
)
def test_one_thing_is_asked_in_two_wordings(opened: Project, one: str, other: str) -> None:
    analyzer = opened.index.analyzer

    assert asked_of(one, analyzer) == asked_of(other, analyzer)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Apa itu inflasi?", "Kapan inflasi dirilis?"),
        ("Apa itu data mikro?", "Apakah ada data mikro?"),
        ("Berapa lama permintaan dijawab?", "Bagaimana cara permintaan dijawab?"),
        ("Pukul berapa perpustakaan buka?", "Pukul berapa perpustakaan tutup?"),
        ("Apa syarat data mikro?", "Berapa tarif data mikro?"),
    ],
)
def test_two_things_are_asked(opened: Project, one: str, other: str) -> None:
    analyzer = opened.index.analyzer

    assert asked_of(one, analyzer) != asked_of(other, analyzer)
