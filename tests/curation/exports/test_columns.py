"""Columns are found by their headers or by a mapping."""

from pathlib import Path

from tests.curation.written_exports import (
    Export,
    saved,
)


def test_other_headers_are_read_with_a_mapping(tmp_path: Path, run) -> None:
    path = saved(tmp_path, Export("a.csv", b"Hal;Uraian;Solusi\nx;ada data kapal?;Ada.\n"))
    mapping = tmp_path / "kolom.yml"
    mapping.write_text("pertanyaan: Uraian\njawaban: Solusi\n", encoding="utf-8")

    ran = run("import", path, columns=mapping)

    assert ran.code == 0, ran.err
    assert "Ada data kapal?" in ran.out


def test_a_table_with_one_column_is_told_which_one_is_missing(tmp_path: Path, run) -> None:
    path = saved(tmp_path, Export("a.csv", b"pertanyaan\nada data kapal?\n"))

    assert run("import", path).err.splitlines()[0] == (
        "a.csv:1:1: kolom jawaban tidak ada; beri nama kolomnya begitu atau pakai --columns (kolom "
        "yang ada: pertanyaan)"
    )
