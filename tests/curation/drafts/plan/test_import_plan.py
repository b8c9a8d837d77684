"""Exports become redacted drafts, and never anything public."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.curation.project import Project
from caridulu.knowledge import Status, load
from tests.curation.written_exports import (
    CONTACT,
    OFFICER,
    Export,
    chat,
    exports,
    mails,
    saved,
    snapshot,
)

TODAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize("export", exports(), ids=lambda export: export.name)
def test_every_format_gives_the_same_two_drafts(
    export: Export, tmp_path: Path, project: Path, run
) -> None:
    path = saved(tmp_path, export)

    ran = run("import", path, officer=OFFICER, write=True, answered="create")

    assert ran.code == 0, ran.err
    loaded = load(project, today=TODAY)
    assert loaded.ok, loaded.problems
    made = [e for e in loaded.knowledge.entries if e.provenance and e.provenance.digest]
    assert {e.question.replace("\u2013 ", "") for e in made} == {
        "Apakah data padi per desa tersedia?",
        "Kapan data kemiskinan terbaru terbit?",
    }
    assert {e.status for e in made} == {Status.DRAFT}
    assert {e.answer for e in made} == {
        "Data padi tersedia sampai tingkat kabupaten.",
        "Data kemiskinan terbit setiap Desember.",
    }
    assert {e.provenance.month for e in made} == {"2026-11"}
    written = "".join(p.read_text(encoding="utf-8") for p in (project / "kb").rglob("*.yml"))
    for secret in ("Nining", "081200001111", "Fajrin", "nining@"):
        assert secret not in written
    kept = (path for path in (project / ".caridulu").rglob("*") if path.is_file())
    private = "".join(path.read_text() for path in kept)
    assert "Data padi tersedia" not in private  # of a draft only its address


def test_a_folder_of_mails_is_read(tmp_path: Path, run) -> None:
    for number, mail in enumerate(mails()):
        (tmp_path / f"{number}.eml").write_bytes(bytes(mail))

    ran = run("import", tmp_path, write=True, answered="create")

    assert ran.code == 0, ran.err
    assert (
        "Ditulis: 2 konsep, 0 sebutan lain, 0 jawaban baru; 0 dilewati, 0 sudah pernah diimpor.\n"
    ) in ran.out


def test_a_dry_run_writes_nothing(tmp_path: Path, project: Path, run) -> None:
    path = saved(tmp_path, Export("a.txt", chat("id-android").encode()))
    before = snapshot(project)

    ran = run("import", path, officer=OFFICER)

    assert ran.code == 0
    assert "Belum ada yang ditulis: 2 konsep baru" in ran.out
    assert snapshot(project) == before


ANSWERED = "pertanyaan;jawaban\nkonsultasi statistik bayar berapa kak;gratis bu Nining\n"


def test_a_guessed_category_and_the_answer_to_compare_are_shown(tmp_path: Path, run) -> None:
    content = ANSWERED + "ada data kapal?;Ada.\n"

    ran = run("import", saved(tmp_path, Export("a.csv", content.encode())))

    assert "  jawaban di ekspor: gratis bu [nama]\n" in ran.out
    assert "(kategori ditebak) - Ada data kapal?\n" in ran.out


def test_hours_that_the_office_has_not_told_answer_nothing(
    tmp_path: Path, project: Path, run
) -> None:
    rows = "pertanyaan;jawaban\nhari sabtu buka tidak?;Sabtu buka pukul 9 sampai 13.\n"
    path = saved(tmp_path, Export("a.csv", rows.encode()))
    assert "0 konsep baru, 1 perlu dipilih" in run("import", path).out
    office = project / "content/office.yml"
    told, _, rest = office.read_text("utf-8").partition("hours:\n")
    office.write_text(told + rest[rest.index("extra_holidays") :], encoding="utf-8")

    assert "1 konsep baru, 0 perlu dipilih" in run("import", path).out


def test_rows_without_an_answer_are_named(tmp_path: Path, run) -> None:
    content = b"pertanyaan;jawaban\nada data kapal?;Ada.\nada data jalan?;\n"

    ran = run("import", saved(tmp_path, Export("a.csv", content)))

    assert ran.code == 0
    assert ran.err == (
        "a.csv:3:1: catatan: belum dijawab dalam tabel ini; setelah impor ada di pertanyaan warga, "
        "kecuali bila terlalu pendek atau sudah dijawab suatu entri; isi jawabannya, lalu impor "
        "lagi\n"
    )


def test_the_contacts_name_is_not_in_what_is_told_of_drafts(tmp_path: Path, project, run) -> None:
    path = saved(tmp_path, Export("a.txt", chat("id-android").encode()))

    ran = run("import", path, officer=OFFICER, write=True)

    assert CONTACT not in ran.out


@pytest.mark.parametrize(
    ("region", "sender", "text", "redacted"),
    [
        ("Manu Rara", "Pengadilan Manu Rara", "miskin di Manu Rara 3,8", "miskin di Manu Rara 3,8"),
        ("Manu Rara", "Rara", "Data Manu Rara untuk Rara", "Data Manu Rara untuk [nama]"),
        ("Waimeri", "Klasis Waimeri", "indeks gini waimeri", "indeks gini waimeri"),
        ("Waimeri", "Ros", "Salam, Bapak Waimeri", "Salam, Bapak [nama]"),
    ],
)
def test_the_region_of_the_office_is_no_person(
    region: str, sender: str, text: str, redacted: str, opened: Project
) -> None:
    office = opened.knowledge.office.model_copy(update={"region": f"Kabupaten {region}"})
    project = replace(opened, knowledge=replace(opened.knowledge, office=office))

    assert project.redactor_knowing([sender]).redacted(text) == redacted


LISTED = """\
From: Andi <andi@contoh.example>
To: layanan@statistik.contoh.example
Subject: Permintaan data
Date: Thu, 8 Oct 2026 10:00:00 +0800
Message-ID: <satu@contoh.example>

Kami sedang menyusun dokumen RTRW dan membutuhkan:
1. Data jumlah kapal menurut kecamatan
2. Peta batas desa

"""
ANSWERED_IN_TURN = """\
From: Layanan <layanan@statistik.contoh.example>
To: Andi <andi@contoh.example>
Subject: Re: Permintaan data
Date: Fri, 9 Oct 2026 09:00:00 +0800
Message-ID: <dua@contoh.example>
In-Reply-To: <satu@contoh.example>

1. Jumlah kapal menurut kecamatan dicatat dinas perikanan.
2. Peta batas desa dapat diminta di ruang pelayanan.

"""


def test_what_stands_above_a_list_is_no_phrasing_of_its_points(
    tmp_path: Path, project: Path, run
) -> None:
    mbox = "".join(f"From - Thu Oct 08 10:00:00 2026\n{one}" for one in (LISTED, ANSWERED_IN_TURN))
    path = saved(tmp_path, Export("a.mbox", mbox.encode()))

    run("import", path, officer="layanan@statistik.contoh.example", write=True, answered="create")

    made = [one for one in load(project, today=TODAY).knowledge.entries if one.provenance]
    asked = {one.question: one.aliases for one in made if "2026-10" in str(one.provenance)}
    assert set(asked) == {"Data jumlah kapal menurut kecamatan", "Peta batas desa"}
    lead = "Kami sedang menyusun dokumen RTRW dan membutuhkan"
    assert not any(lead in aliases for aliases in asked.values())
