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


UNKNOWN = (
    "Kapan;Satu;Dua\n"
    "2/3/2026;jumlah kapal nelayan desa;perahu motor dan tanpa motor\n"
    "3/3/2026;luas kebun kakao rakyat;tanaman tahunan milik rakyat\n"
)


def test_columns_in_doubt_are_asked_once_and_kept_for_next_month(
    tmp_path: Path, project: Path, run
) -> None:
    first = saved(tmp_path, Export("maret.csv", UNKNOWN.encode()))
    second = saved(tmp_path, Export("april.csv", UNKNOWN.replace("/3/", "/4/").encode()))

    asked = run("import", first, typed="2\n2\n3\n1\n")
    later = run("import", second)

    assert asked.out.startswith(
        "maret.csv:1: kolom pertanyaan dan jawaban belum pasti. Kolom yang ada, dengan contoh "
        "isinya:\n"
        "  1. Kapan: 2/3/2026\n"
        "  2. Satu: jumlah kapal nelayan desa\n"
        "  3. Dua: perahu motor dan tanpa motor\n"
    )
    assert (project / "content" / "import.yml").read_text(encoding="utf-8") == (
        "tables:\n"
        "  - headers:\n"
        "      - kapan\n"
        "      - satu\n"
        "      - dua\n"
        "    question: satu\n"
        "    answer: dua\n"
        "    date: kapan\n"
    )
    told = "kolom: pertanyaan = Satu; jawaban = Dua; tanggal = Kapan\n"
    assert f"maret.csv:1: {told}" in asked.out
    assert f"april.csv:1: {told}" in later.out
    assert (asked.code, later.code) == (0, 0)


def test_columns_in_doubt_are_set_aside_where_nobody_can_be_asked(tmp_path: Path, run) -> None:
    path = saved(tmp_path, Export("maret.csv", UNKNOWN.encode()))

    ran = run("import", path)

    assert ran.code == 1
    assert ran.err.splitlines()[0] == (
        "maret.csv:1:1: kolom pertanyaan, jawaban tidak ada; beri nama kolomnya begitu atau pakai "
        "--columns (kolom yang ada: Kapan, Satu, Dua)"
    )


def test_a_certain_guess_is_corrected_when_the_officer_wants_to_be_asked(
    tmp_path: Path, run
) -> None:
    text = "Pertanyaan;Jawaban;Jawaban resmi\nada data kapal?;ya;Ada di menu Perikanan.\n"
    path = saved(tmp_path, Export("a.csv", text.encode()))

    ran = run("import", path, ask_columns=True, typed="1\n3\n-\n")

    assert "a.csv:1: kolom: pertanyaan = Pertanyaan; jawaban = Jawaban resmi\n" in ran.out


def test_a_memory_that_cannot_be_read_is_told(tmp_path: Path, project: Path, run) -> None:
    (project / "content" / "import.yml").write_text("tables: ya\n", encoding="utf-8")
    path = saved(tmp_path, Export("a.csv", b"pertanyaan;jawaban\nada data kapal?;Ada.\n"))

    ran = run("import", path)

    assert ran.err.splitlines()[0].startswith("content/import.yml:1:9: ")
