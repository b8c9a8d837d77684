"""An officer chooses what becomes of a question that is answered already."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.knowledge import Status, load
from caridulu.knowledge.model import MAX_ALIASES
from tests.curation.written_exports import (
    Export,
    saved,
    snapshot,
)

TODAY = dt.date(2026, 11, 25)


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


@pytest.mark.parametrize("typed", [None, "\n", "x\n"])
def test_an_answered_question_about_which_nothing_was_chosen_comes_back(
    typed: str | None, tmp_path: Path, project: Path, run
) -> None:
    path = saved(tmp_path, Export("a.csv", ANSWERED.encode()))

    ran = run("import", path, write=True, typed=typed)

    assert ran.out.endswith(
        "a.csv:2\n  -> nanti, ditanyakan lagi pada impor berikutnya\n"
        "Ditulis: 0 konsep, 0 sebutan lain, 0 jawaban baru; 0 dilewati, 0 sudah pernah diimpor.\n"
        "1 belum dipilih dan ditanyakan lagi pada impor berikutnya.\n"
        "1 pertanyaan menunggu ditempatkan atau dijawab: caridulu edit, bagian Antrean, atau "
        "caridulu import --harvest.\n"
    )
    assert not (project / ".caridulu" / "imported").exists()


def test_the_entry_that_receives_a_phrasing_is_named_also_a_draft_of_this_import(
    tmp_path: Path, run
) -> None:
    new = "".join(f"berapa luas kebun kakao rakyat?;Luasnya {n} hektare.\n" for n in (5, 6))
    path = saved(tmp_path, Export("a.csv", f"{ANSWERED}{new}".encode()))

    ran = run("import", path, write=True, answered="alias")

    assert ran.out.splitlines()[-8:-2] == [
        "a.csv:2",
        "  -> sebutan lain ditambahkan ke biaya-konsultasi - Apakah konsultasi statistik dipungut "
        "biaya?",
        "a.csv:3",
        "  -> konsep kb/konsultasi/luas-kebun-kakao-rakyat.yml",
        "a.csv:4",
        "  -> sebutan lain ditambahkan ke luas-kebun-kakao-rakyat - Berapa luas kebun kakao "
        "rakyat?",
    ]


@pytest.mark.parametrize(("typed", "is_asked_again"), [("l\n", False), ("\n", True)])
def test_a_question_that_the_officer_leaves_out_is_not_asked_about_again(
    typed: str, *, is_asked_again: bool, tmp_path: Path, run
) -> None:
    path = saved(tmp_path, Export("a.csv", ANSWERED.encode()))

    run("import", path, write=True, typed=typed)
    again = run("import", path)

    assert ("mungkin sudah dijawab oleh biaya-konsultasi" in again.out) is is_asked_again


ENTRY = "biaya-konsultasi"


NEW = "Gratis. Produk lain bertarif sesuai PP, tanya bu Nining."


EXPORT = f"tanggal;pertanyaan;jawaban\n24/11/2026;konsul bayar brp;{NEW}\n"


PATH = Path("kb") / "konsultasi" / f"{ENTRY}.yml"


def _import(run, tmp_path: Path, content: str = EXPORT, name: str = "a.csv"):
    path = saved(tmp_path, Export(name, content.encode()))
    return run("import", path, write=True, answered="answer")


def test_the_answer_of_a_draft_is_replaced_at_once(
    project: Path, tmp_path: Path, today, run
) -> None:
    content = "pertanyaan;jawaban\nkonsul lewat zoom bisa kah;Bisa, setiap Selasa.\n"
    path = project / "kb" / "konsultasi" / "konsultasi-lewat-video.yml"
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: review")
    path.write_text(text, encoding="utf-8")

    ran = _import(run, tmp_path, content)

    assert (
        "  -> jawaban konsultasi-lewat-video diganti, yang lama ada di catatan internalnya\n"
    ) in ran.out
    loaded = load(project, today=today)
    entry = next(e for e in loaded.knowledge.entries if e.id == "konsultasi-lewat-video")
    assert (entry.answer, entry.status) == ("Bisa, setiap Selasa.", Status.DRAFT)
    assert entry.internal_note == (
        "Jawaban sebelumnya, belum pernah terbit:\n\nDitanyakan kepada petugas."
    )


def test_the_very_same_question_becomes_no_second_entry(project: Path, tmp_path: Path, run) -> None:
    before = snapshot(project / "kb")
    path = saved(tmp_path, Export("a.csv", EXPORT.encode()))

    ran = run("import", path, write=True, answered="create")
    again = run("import", path)

    assert "Ditulis: 0 konsep" in ran.out
    assert snapshot(project / "kb") == before
    assert f"mungkin sudah dijawab oleh {ENTRY}" in again.out


def test_an_entry_full_of_phrasings_takes_no_more(project: Path, tmp_path: Path, run) -> None:
    path = project / PATH
    more = "".join(f"  - konsul berapa {n}\n" for n in range(MAX_ALIASES))
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - konsul bayar"), text.index("answer:")
    path.write_text(text[:start] + more + text[end:], encoding="utf-8")
    before = snapshot(project)
    export = saved(
        tmp_path, Export("a.csv", b"pertanyaan;jawaban\nkonsultasi bayar berapa kak;gratis\n")
    )

    ran = run("import", export, write=True, answered="alias")

    assert (
        f"  -> dilewati: sebutan lain {ENTRY} sudah penuh; hapus yang tidak perlu, lalu impor "
        "lagi\n"
    ) in ran.out
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("asked", "added"),
    [
        (
            "Konsultasi statistik itu bayar berapa kak? bagaimana cara mengajukannya",
            ["Konsultasi statistik itu bayar berapa kak?"],
        ),
        (
            "Apakah konsultasi bayar berapa kak? Kata bu Nining gratis, benar konsultasi gratis?",
            ["Apakah konsultasi bayar berapa kak? benar konsultasi gratis?"],
        ),
    ],
)
def test_an_entry_is_given_only_the_phrasing_that_the_officer_has_read(
    asked: str, added: list[str], project: Path, tmp_path: Path, today: dt.date, run
) -> None:
    before = _aliases(project, today)
    export = saved(tmp_path, Export("a.csv", f"pertanyaan;jawaban\n{asked};gratis\n".encode()))

    run("import", export, write=True, answered="alias")

    assert [one for one in _aliases(project, today) if one not in before] == added


def _aliases(project: Path, today: dt.date) -> list[str]:
    entries = load(project, today=today).knowledge.entries
    return list(next(one for one in entries if one.id == ENTRY).aliases)


def test_of_whose_question_only_a_word_is_left_no_entry_receives_a_phrasing(
    project: Path, tmp_path: Path, run
) -> None:
    before = snapshot(project / "kb")
    export = saved(
        tmp_path, Export("a.csv", b"pertanyaan;jawaban\ninflasi bu Nining Rahma?;ada di web\n")
    )

    ran = run("import", export, write=True, answered="alias")

    assert "a.csv:2\n  -> nanti, ditanyakan lagi pada impor berikutnya\n" in ran.out
    assert snapshot(project / "kb") == before
