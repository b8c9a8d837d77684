"""Sheets with forms, a label in one column and its value beside it, are read form by form."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.export_file import read_export
from tests.curation.exports.tables.test_unusual_columns import COFFEE, HONEY
from tests.curation.written_exports import Export, saved, workbook

FORMS = {
    "a form, and a title": [
        ("LEMBAR KONSULTASI",), (), ("Tanggal", "2 Maret 2026"), ("Nama", "Sari"),
        ("Pertanyaan", COFFEE[0]), ("Jawaban", COFFEE[1]), ("Petugas", "Rina"),
    ],
    "colons in a column of their own": [
        ("Nama", ":", "Sari"), ("Tanggal", ":", "2/3/2026"),
        ("Uraian Konsultasi", ":", COFFEE[0]), ("Penjelasan Petugas", ":", COFFEE[1]),
    ],
    "two labels in a row": [
        ("Tanggal", "2/3/2026", "Petugas", "Rina"), ("Nama", "Sari", "No HP", "-"),
        ("Pertanyaan", COFFEE[0]), ("Jawaban", COFFEE[1]),
    ],
    "numbered": [
        ("1", "Tanggal", "2/3/2026"), ("2", "Pertanyaan", COFFEE[0]), ("3", "Jawaban", COFFEE[1]),
    ],
}  # fmt: skip


def _found(tmp_path: Path, rows: Sequence[Sequence[str]]) -> list[tuple[str, str, str]]:
    reading = read_export(saved(tmp_path, Export("a.xlsx", workbook(rows))), ExportOptions())
    return [(one.question, one.answer, one.start) for one in reading.consultations]


@pytest.mark.parametrize("layout", FORMS)
def test_a_form_is_read_as_it_stands(layout: str, tmp_path: Path) -> None:
    assert _found(tmp_path, FORMS[layout]) == [(*COFFEE, "2026-03-02")]


def test_forms_may_stand_one_below_the_other(tmp_path: Path) -> None:
    forms = [
        (("Tanggal", day), ("Nama", "Sari"), ("Pertanyaan", pair[0]), ("Jawaban", pair[1]), ())
        for day, pair in (("2/3/2026", COFFEE), ("4/3/2026", HONEY))
    ]
    rows = [row for form in forms for row in form]

    assert _found(tmp_path, rows) == [(*COFFEE, "2026-03-02"), (*HONEY, "2026-03-04")]


def test_a_list_of_questions_and_answers_is_no_form(tmp_path: Path) -> None:
    rows = [("Pertanyaan", "Jawaban"), ("Alamat kantor", HONEY[1]), ("Jawaban survei", COFFEE[1])]

    assert _found(tmp_path, rows) == [(*row, "") for row in rows[1:]]
