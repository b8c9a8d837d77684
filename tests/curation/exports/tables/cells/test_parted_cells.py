"""Columns whose cells hold question and answer, marked as each office marks them."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from caridulu.curation.exports.consultation import ExportOptions, Reading
from caridulu.curation.exports.export_file import read_export
from tests.curation.written_exports import Export, saved, workbook

SAPI = ("berapa sapi di Kec. Moramo 2025?", "Sapi 4.870 ekor. Sumber: Dinas Peternakan")
OJOL = ("tukang ojol termasuk pekerja informal?", "Ya, berusaha sendiri; jadi informal")
TERBIT = ("kapan buku Dalam Angka terbit?", "Akhir Februari, kecamatan menyusul September")
PAIRS = (SAPI, OJOL, TERBIT)
HEADS = ("Tgl", "Petugas", "Konsumen")


def _read(folder: Path, header: str, cells: Sequence[str]) -> Reading:
    """Reads a log with these cells under the header."""
    heads = (*HEADS, header)
    rows = [(f"{n + 2}/3/2026", "Wulan", "Ratri", cell) for n, cell in enumerate(cells)]
    return read_export(saved(folder, Export("log.xlsx", workbook([heads, *rows]))), ExportOptions())


def _pairs(reading: Reading) -> list[tuple[str, str]]:
    return [(one.question, one.answer) for one in reading.consultations]


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("T / J", "T: {} J: {}"),
        ("Catatan", "T : {} J : {}"),
        ("Isi konsultasi", "P: {} J: {}"),
        ("Isi konsultasi", "P = {}; J = {}"),
        ("Q&A", "Q. {} A. {}"),
        ("Uraian", "(T) {} (J) {}"),
        ("Uraian", "[T] {}\n[J] {}"),
        ("Uraian", "T) {} J) {}"),
        ("Uraian", "1. T: {} J: {}"),
        ("Tanya - Jawab", "T- {} J- {}"),
        ("Pelayanan", "Tanya: {} Jawab: {}"),
        ("Pelayanan", "Pertanyaan: {}\n\nJawaban: {}"),
        ("Uraian", "Tny: {} / Jwb: {}"),
        ("Uraian", "Penanya: {}\nPetugas: {}"),
        ("Konsultasi", "Masalah: {} Solusi: {}"),
        ("Uraian", "{} Jwb: {}"),
        ("Uraian", "{} - jawab: {}"),
        ("Uraian", "{}, dijawab {}"),
        ("Konsultasi", "{} -> {}"),
        ("Keperluan & jawaban", "{} dijwb {}"),
    ],
)
def test_a_cell_with_question_and_answer_is_both(header: str, cell: str, tmp_path: Path) -> None:
    cells = [*(cell.format(*pair) for pair in PAIRS), "izin pulang cepat", "minta BPS Banyumas"]
    reading = _read(tmp_path, header, cells)

    assert _pairs(reading) == list(PAIRS)
    assert [one.key for one in reading.refused] == ["curation.row_unanswered"] * 2


def test_the_first_row_of_such_cells_is_no_header(tmp_path: Path) -> None:
    cells = [(f"{n}/3", f"tanya {q} dijawab {a}") for n, (q, a) in enumerate(PAIRS, 2)]
    path = saved(tmp_path, Export("a.xlsx", workbook([("tgl", "isi buku piket"), *cells])))
    reading = read_export(path, ExportOptions())

    assert _pairs(reading) == [(f"tanya {q}", a) for q, a in PAIRS]


@pytest.mark.parametrize(
    "asked",
    [
        (
            "stiker rumah kami sudah hilang",
            "keluarga pindah belum tercatat",
            "petugas belum datang ke rumah",
        ),
        ("kapan rilis?", "ada peta?", "bayar tidak?"),
    ],
)
def test_below_a_name_of_askers_may_stand_what_they_ask(
    asked: tuple[str, ...], tmp_path: Path
) -> None:
    rows = [
        (f"{n + 2}/3/2026", q, a) for n, (q, (_, a)) in enumerate(zip(asked, PAIRS, strict=True))
    ]
    path = saved(tmp_path, Export("a.xlsx", workbook([("Tgl", "Konsumen", "Jawaban"), *rows])))

    assert [one.question for one in read_export(path, ExportOptions()).consultations] == [*asked]


def test_a_cell_with_several_pairs_has_a_row_for_each_matter(tmp_path: Path) -> None:
    cell = "T1: {} J1: {} T2: {} J2: {}".format(*SAPI, *TERBIT)
    reading = _read(tmp_path, "Tanya jawab", [cell, "T: {} J: {}".format(*OJOL)])

    assert _pairs(reading) == [SAPI, TERBIT, OJOL]
    assert {one.start for one in reading.consultations[:2]} == {"2026-03-02"}


def test_who_asks_and_who_answers_may_be_named(tmp_path: Path) -> None:
    cells = [f"Warga: {asked}\nAdmin: {told}\nWarga: makasih" for asked, told in PAIRS]

    assert _pairs(_read(tmp_path, "Percakapan", cells)) == list(PAIRS)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("tanya {}, dijawab menyusul", "{}"),
        ("{}", "Tanya lagi? Dijawab: {}"),
        ("Kec. Moramo -> {}", "{}"),
        ("T. {}", "{}"),
    ],
)
def test_cells_beside_a_column_of_answers_stay_whole(
    question: str, answer: str, tmp_path: Path
) -> None:
    rows = [(f"{n + 2}/3/2026", question.format(q), answer.format(a))
            for n, (q, a) in enumerate(PAIRS)]  # fmt: skip
    path = saved(tmp_path, Export("log.xlsx", workbook([("Tgl", "Keperluan", "Hasil"), *rows])))

    assert _pairs(read_export(path, ExportOptions())) == [row[1:] for row in rows]


def test_marks_without_end_are_looked_through_at_once(tmp_path: Path) -> None:
    begun = time.monotonic()
    _read(tmp_path, "Tanya Jawab", ["T: ada?" + mark * 30_000 for mark in ("=", " ", "?", "T: ")])

    assert time.monotonic() - begun < 5
