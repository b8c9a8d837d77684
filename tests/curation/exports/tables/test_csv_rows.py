"""Text files of rows: encodings, quotes, and what is damaged costs its row only."""

from pathlib import Path

import pytest

from caridulu.curation.exports.tables.csv_rows import csv_rows
from tests.curation.written_exports import Export, saved


def _rows(tmp_path: Path, content: bytes) -> tuple[list[tuple[int, tuple[str, ...]]], list[str]]:
    rows, damaged = csv_rows(saved(tmp_path, Export("a.csv", content)))
    return [(row.number, row.cells) for row in rows], [one.text() for one in damaged]


TEXT = "tanya;jawab\nada data \u2013 kapal?;“Ada”\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_every_encoding_of_spreadsheets_is_read(encoding: str, tmp_path: Path) -> None:
    rows, damaged = _rows(tmp_path, TEXT.encode(encoding))

    assert rows == [(1, ("tanya", "jawab")), (2, ("ada data \u2013 kapal?", "“Ada”"))]
    assert damaged == []


def test_a_broken_letter_costs_its_row(tmp_path: Path) -> None:
    rows, damaged = _rows(tmp_path, TEXT.encode() + b"ada data \xff?;Ada\nada kebun?;Ada\n")

    assert [number for number, _ in rows] == [1, 2, 4]
    assert damaged == [
        "a.csv:3:1: baris disisihkan karena hurufnya rusak; ekspor sekali lagi sebagai CSV UTF-8"
    ]


def test_a_quote_that_is_not_closed_costs_its_row(tmp_path: Path) -> None:
    rows, damaged = _rows(tmp_path, b'tanya;jawab\n"ada kapal?;Ada\nada kebun?;Ada\n')

    assert [number for number, _ in rows] == [1, 3]
    assert damaged == ['a.csv:2:1: tanda kutip " tidak ditutup; periksa sel di baris ini']


def test_rows_are_counted_as_spreadsheets_do(tmp_path: Path) -> None:
    rows, _ = _rows(tmp_path, b'tanya;jawab\n"dua\nbaris";ya\n\npipa 5" ada?;ada\n')

    assert rows[1:] == [(2, ("dua\nbaris", "ya")), (4, ('pipa 5" ada?', "ada"))]


def test_the_line_that_names_the_delimiter_is_no_row(tmp_path: Path) -> None:
    rows, _ = _rows(tmp_path, b"sep=,\ntanya,jawab; lalu\n")

    assert rows == [(2, ("tanya", "jawab; lalu"))]
