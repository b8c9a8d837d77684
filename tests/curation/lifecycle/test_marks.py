"""Marks such as ``[nama]`` that an import has left are not published."""

from pathlib import Path

import pytest

from caridulu.privacy.redaction import placeholders
from tests.curation.written_exports import Export, saved, snapshot

DRAFT = "konsultasi-lewat-video"


PATH = Path("kb") / "konsultasi" / f"{DRAFT}.yml"


SOURCES = "sources:\n  - title: Standar pelayanan\n"


LEFT = "masih ada penanda {mark} dari impor; tulis ulang kalimatnya tanpa penanda itu\n"


NOT_PUBLISHED = f"{DRAFT} belum dapat terbit. Perbaiki hal di atas.\n"


def _write(project: Path, old: str, new: str, *, status: str = "review") -> None:
    text = (project / PATH).read_text(encoding="utf-8")
    assert old in text
    changed = text.replace(old, new).replace("status: draft", f"status: {status}")
    (project / PATH).write_text(changed + SOURCES, encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "mark"),
    [
        ("Bisakah konsultasi lewat", "Bisakah [nama] lewat", 1, 19, "[nama]"),
        ("konsul lewat zoom bisa kah", "'zoom hubungi [nomor HP]'", 2, 25, "[nomor HP]"),
        ("kepada petugas.", "kepada [nama].", 3, 27, "[nama]"),
        ("category:", "tags: [video, '[NIK]']\ncategory:", 4, 16, "[NIK]"),
    ],
    ids=["question", "alias", "answer", "tag"],
)
def test_a_mark_in_a_public_text_is_not_published(
    old: str, new: str, line: int, column: int, mark: str, project: Path, run
) -> None:
    _write(project, old, new)
    before = snapshot(project)

    ran = run("publish", DRAFT, reviewed=True, confirm=True)

    told = f"{PATH.as_posix()}:{line}:{column}: {LEFT.format(mark=mark)}"
    assert (ran.code, ran.err) == (1, told + NOT_PUBLISHED)
    assert snapshot(project) == before


@pytest.mark.parametrize(
    "answer",
    [
        "Ikuti [NIK](entri:biaya-konsultasi) atau [alamat](https://www.bps.go.id).",
        "Lihat [e-mail](mailto:data@kantor.example) dan [nama](#nama).",
        "Inflasi [3,21] persen, rentang [2,9 - 3,4], tahun [2024], [sementara], nama [tabel].",
    ],
)
def test_links_and_figures_in_brackets_are_no_marks(answer: str) -> None:
    assert placeholders().search(answer) is None


@pytest.mark.parametrize(
    "text", ["[nama][nomor HP]", "[nama](bendahara)", "**[NIK]**:", "([nama])"]
)
def test_marks_beside_other_signs_are_marks(text: str) -> None:
    assert placeholders().search(text) is not None


def test_an_answer_with_links_and_figures_is_published(project: Path, run) -> None:
    answer = "'Lihat [NIK](entri:biaya-konsultasi), inflasi [3,21] persen [sementara].'"
    _write(project, "Ditanyakan kepada petugas.", answer)

    ran = run("publish", DRAFT, reviewed=True)

    assert ran.code == 0, ran.err


def test_a_mark_in_the_internal_note_stays_there(project: Path, run) -> None:
    _write(project, "category:", "internal_note: Ditanyakan [nama].\ncategory:")

    assert run("publish", DRAFT, reviewed=True).code == 0


def test_each_mark_of_a_text_is_told_at_its_place(project: Path, run) -> None:
    _write(project, "kepada petugas.", "kepada [nama], lalu [nama].")

    told = run("publish", DRAFT, reviewed=True, confirm=True).err

    for column in (27, 40):
        assert f"{PATH.as_posix()}:3:{column}: {LEFT.format(mark='[nama]')}" in told


def test_review_and_explain_say_what_publishing_says(project: Path, run) -> None:
    _write(project, "kepada petugas", "kepada [nama]")
    told = f"{PATH.as_posix()}:3:27: {LEFT.format(mark='[nama]')}"

    reviewed = run("review", typed="t\n").out

    assert reviewed.count(told) == 1
    assert f"{DRAFT} belum diterima; perbaiki dahulu hal di atas\n" in reviewed
    assert run("explain", DRAFT).out.count(told) == 1


def test_a_draft_with_a_mark_goes_into_review_and_is_told(project: Path, run) -> None:
    _write(project, "kepada petugas", "kepada [nama]", status="draft")

    ran = run("review", typed="t\n")

    assert f"{LEFT.format(mark='[nama]')}{DRAFT}: status sekarang ditinjau\n" in ran.out


def test_a_newer_answer_with_a_mark_waits(project: Path, tmp_path: Path, run) -> None:
    content = "pertanyaan;jawaban\nkonsul bayar brp;Gratis, tanya bu Nining.\n"
    run("import", saved(tmp_path, Export("a.csv", content.encode())), write=True,
        answered="answer")  # fmt: skip
    before = snapshot(project)

    accepted = run("review", typed="t\n").out
    published = run("publish", "biaya-konsultasi", reviewed=True)

    assert LEFT.format(mark="[nama]") in accepted
    assert "usulan untuk biaya-konsultasi tetap menunggu; perbaiki dahulu hal di atas\n" in accepted
    assert published.code == 1
    assert LEFT.format(mark="[nama]") in published.err
    assert snapshot(project) == before
