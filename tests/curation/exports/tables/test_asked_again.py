"""Registers with columns for what was asked once more, behind the first answer."""

from pathlib import Path

import pytest

from tests.curation.exports.tables.test_unusual_columns import COFFEE, CORN, HONEY, pairs_of, read

AGAIN = ("per kecamatan berapa?", "Hanya tersedia untuk kabupaten.")
BOTH = (f"{HONEY[0]}\n{AGAIN[0]}", f"{HONEY[1]} {AGAIN[1]}")


@pytest.mark.parametrize(
    "headers",
    [
        "Tanggal;Penelepon;Intinya tanya apa;Dijawab;Tanya lagi;Dijawab lagi",
        "Tanggal;Konsumen;Pertanyaan;Jawaban;Pertanyaan lanjutan;Jawaban lanjutan",
    ],
)
def test_what_was_asked_once_more_belongs_to_the_question(headers: str, tmp_path: Path) -> None:
    rows = (
        ("2/3/2026", "Sari", *HONEY, *AGAIN),
        ("3/3/2026", "Joko", *CORN, "", ""),
        ("4/3/2026", "Dewi", *COFFEE, "kalau provinsi?", ""),
    )
    assert pairs_of(read(tmp_path, headers, *rows)) == [BOTH, CORN, COFFEE]


def test_what_was_asked_once_more_may_have_its_answer_in_the_only_column(tmp_path: Path) -> None:
    headers = "Tanggal;Konsumen;Pertanyaan;Pertanyaan susulan;Jawaban"
    rows = (
        ("2/3/2026", "Sari", HONEY[0], AGAIN[0], HONEY[1]),
        ("3/3/2026", "Joko", CORN[0], "-", CORN[1]),
    )
    assert pairs_of(read(tmp_path, headers, *rows)) == [(BOTH[0], HONEY[1]), CORN]
