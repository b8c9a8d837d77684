"""Exports become redacted drafts, once, and never anything public."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import Message, grouped
from caridulu.curation.writing import write_all
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
    private = "".join(p.read_text() for p in (project / ".caridulu").iterdir())
    assert "padi" not in private


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


def test_importing_twice_makes_nothing_twice(tmp_path: Path, project: Path, run) -> None:
    path = saved(tmp_path, Export("a.txt", chat("id-android").encode()))
    run("import", path, officer=OFFICER, write=True)
    before = snapshot(project)

    ran = run("import", path, officer=OFFICER, write=True)

    assert ran.out == (
        "Ditulis: 0 konsep, 0 sebutan lain, 0 jawaban baru; 0 dilewati, 2 sudah pernah diimpor.\n"
    )
    assert snapshot(project) == before


def test_a_fresh_clone_recognises_its_drafts(tmp_path: Path, project: Path, run) -> None:
    path = saved(tmp_path, Export("a.txt", chat("id-android").encode()))
    run("import", path, officer=OFFICER, write=True)
    shutil.rmtree(project / ".caridulu")

    ran = run("import", path, officer=OFFICER, write=True)

    assert "0 konsep" in ran.out
    assert "2 sudah pernah diimpor" in ran.out


ANSWERED = "pertanyaan;jawaban\nkonsultasi statistik bayar berapa kak;gratis bu Nining\n"


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("s", "  - Konsultasi statistik bayar berapa kak\n"),
        ("j", "    gratis bu [nama]\n"),
    ],
)
def test_an_answered_question_is_the_officers_choice(
    key: str, line: str, tmp_path: Path, project: Path, run
) -> None:
    path = saved(tmp_path, Export("a.csv", ANSWERED.encode()))
    entry = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    before = entry.read_text(encoding="utf-8").splitlines(keepends=True)

    ran = run("import", path, write=True, typed=f"{key}\n")

    after = entry.read_text(encoding="utf-8").splitlines(keepends=True)
    assert ran.code == 0
    assert line in after
    rest = iter(after)
    assert all(text in rest for text in before), "a line was changed"
    assert load(project, today=TODAY).ok


def test_an_answered_question_is_left_out_when_nobody_is_asked(
    tmp_path: Path, project: Path, run
) -> None:
    path = saved(tmp_path, Export("a.csv", ANSWERED.encode()))

    ran = run("import", path, write=True)

    assert ran.out.endswith(
        "Ditulis: 0 konsep, 0 sebutan lain, 0 jawaban baru; 1 dilewati, 0 sudah pernah diimpor.\n"
    )
    assert not (project / ".caridulu").exists()


@pytest.mark.parametrize(
    ("options", "keys", "answer"),
    [
        ({}, None, "Kode 7406011001000200, tanya Bu [nama]."),
        ({}, "t\n", "Kode 7406011001000200, tanya Bu [nama]."),
        ({}, "y\n", "Kode [NIK], tanya Bu [nama]."),
        ({"redact_asked": True}, None, "Kode [NIK], tanya Bu [nama]."),
        ({"check_hits": True}, "t\nt\n", "Kode 7406011001000200, tanya Bu Nining."),
    ],
)
def test_each_hit_is_accepted_or_rejected(
    options: dict[str, bool], keys: str | None, answer: str, tmp_path: Path, project: Path, run
) -> None:
    content = b"pertanyaan;jawaban\nada data kapal?;Kode 7406011001000200, tanya Bu Nining.\n"
    path = saved(tmp_path, Export("a.csv", content))

    ran = run("import", path, write=True, typed=keys, **options)

    assert ran.code == 0, ran.err
    (made,) = (project / "kb").rglob("*kapal*.yml")
    assert f"answer: |\n  {answer}\n" in made.read_text(encoding="utf-8")


def test_other_headers_are_read_with_a_mapping(tmp_path: Path, run) -> None:
    path = saved(tmp_path, Export("a.csv", b"Hal;Uraian;Solusi\nx;ada data kapal?;Ada.\n"))
    mapping = tmp_path / "kolom.yml"
    mapping.write_text("pertanyaan: Uraian\njawaban: Solusi\n", encoding="utf-8")

    ran = run("import", path, columns=mapping)

    assert ran.code == 0, ran.err
    assert "Ada data kapal?" in ran.out


@pytest.mark.parametrize("name", ["templat.csv", "templat.xlsx"])
def test_the_template_can_be_imported(name: str, tmp_path: Path, run) -> None:
    path = tmp_path / name

    written, ran = run("import", template=path), run("import", path)

    assert written.out == f"Templat ditulis: {path}\n"

    assert ran.code == 0, ran.err
    assert "mungkin sudah dijawab oleh biaya-konsultasi" in ran.out


def test_a_draft_has_neither_greeting_nor_half_a_name(tmp_path: Path, project: Path, run) -> None:
    content = (
        "pertanyaan;jawaban\n"
        "pagi bu, saya Drs. H. Lakasa dari Jl. Poros No. 3. ada data kapal Drs. Lakasa?;"
        "Selamat pagi kak Lakasa. ada di laman kami.\n"
    )
    path = saved(tmp_path, Export("a.csv", content.encode()))

    ran = run("import", path, write=True)

    assert ran.out.endswith("Selanjutnya: caridulu review, untuk memeriksa satu per satu.\n")
    (made,) = (project / "kb").rglob("*kapal*.yml")
    assert made.read_text(encoding="utf-8").startswith(
        "question: Ada data kapal [nama]?\nanswer: |\n  Ada di laman kami.\n"
    )


def test_a_guessed_category_and_the_answer_to_compare_are_shown(tmp_path: Path, run) -> None:
    content = ANSWERED + "ada data kapal?;Ada.\n"

    ran = run("import", saved(tmp_path, Export("a.csv", content.encode())))

    assert "  jawaban di ekspor: gratis bu [nama]\n" in ran.out
    assert "(kategori ditebak) - Ada data kapal?\n" in ran.out


def test_rows_without_an_answer_are_named(tmp_path: Path, run) -> None:
    content = b"pertanyaan;jawaban\nada data kapal?;Ada.\nada data jalan?;\n"

    ran = run("import", saved(tmp_path, Export("a.csv", content)))

    assert ran.code == 0
    assert ran.err == (
        "a.csv:3:1: catatan: baris dilewati: kolom jawaban kosong; isi bila baris ini perlu "
        "diimpor\n"
    )


def test_files_that_cannot_all_be_written_are_not_written(tmp_path: Path) -> None:
    first = tmp_path / "a" / "satu.yml"
    first.parent.mkdir()
    first.write_text("lama\n", encoding="utf-8")
    blocked = tmp_path / "b"
    (blocked / "dua.yml").mkdir(parents=True)

    with pytest.raises(OSError, match="dua"):
        write_all({first: "baru\n", blocked / "dua.yml": "baru\n"})

    assert first.read_text(encoding="utf-8") == "lama\n"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "b", "dua.yml", "satu.yml"]


def _at(day: int, text: str, *, officer: bool = False) -> Message:
    return Message("x", dt.datetime(2026, 11, day, 9), text, day, officer=officer)


def test_a_silence_begins_a_new_consultation() -> None:
    talk = [_at(1, "ada data?"), _at(2, "ada", officer=True), _at(10, "kalau 2025?")]

    assert [len(group) for group in grouped(talk)] == [2, 1]


def test_thanks_end_a_consultation_and_belong_to_it() -> None:
    talk = [_at(1, "ada data?"), _at(1, "ada", officer=True), _at(1, "makasih"), _at(2, "lalu?")]

    assert [len(group) for group in grouped(talk)] == [3, 1]


def test_the_contacts_name_is_not_in_what_is_told_of_drafts(tmp_path: Path, project, run) -> None:
    path = saved(tmp_path, Export("a.txt", chat("id-android").encode()))

    ran = run("import", path, officer=OFFICER, write=True)

    assert CONTACT not in ran.out
