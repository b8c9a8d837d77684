"""Cells that go on in the row below belong to the row above."""

from pathlib import Path

import pytest

from tests.curation.exports.tables.test_unusual_columns import COFFEE, CORN, pairs_of, read

DAY = ("2/3/2026", "Sari")
LATER = ("3/3/2026", "Joko")


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        (
            [("data perceraian ada?", "Ada dari pengadilan,"), ("", "Lihat Dalam Angka bab 4")],
            ("data perceraian ada?", "Ada dari pengadilan, Lihat Dalam Angka bab 4"),
        ),
        (
            [("jumlah hotel bintang dan", "Empat hotel,"), ("tingkat huniannya", "TPK 41 persen")],
            ("jumlah hotel bintang dan tingkat huniannya", "Empat hotel, TPK 41 persen"),
        ),
    ],
)
def test_what_ends_unfinished_goes_on_below(
    rows: list[tuple[str, str]], whole: tuple[str, str], tmp_path: Path
) -> None:
    first, below = rows
    lines = ((*DAY, *CORN), (*DAY, *first), ("", "", *below), (*LATER, *COFFEE))

    assert pairs_of(read(tmp_path, "Tgl;Nama;Pertanyaan;Jawaban", *lines)) == [CORN, whole, COFFEE]
