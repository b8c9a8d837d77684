"""A workbook is measured before its reader makes room for every cell."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.curation.written_exports import Export, ods, saved, workbook

ROWS = [("pertanyaan", "jawaban"), ("ada data kapal?", "Ada.")]
CELL = "<is><t>x</t></is></c></row>"
COLUMNS = "tabel ini berisi {} kolom, batasnya 1000; hapus kolom yang tidak dipakai"
TOO_MANY = (
    "tabel ini berisi lebih dari 100000 baris; bagi menjadi beberapa berkas, misalnya per tahun"
)
ODS_CELL = "<table:table-cell{}><text:p>x</text:p></table:table-cell>"


def _ods(body: str) -> bytes:
    """The spreadsheet with further rows."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(ods())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, text.replace("</table:table>", f"{body}</table:table>"))
    return stream.getvalue()


HOSTILE = {
    "corner.xlsx": (
        workbook(ROWS, extra=f'<row r="1048576"><c r="XFD1048576" t="inlineStr">{CELL}'),
        COLUMNS.format(16384),
    ),
    "quotes.xlsx": (
        workbook(ROWS, extra=f"<row><c r='XFD9' t='inlineStr'>{CELL}"),
        COLUMNS.format(16384),
    ),
    "unnumbered.xlsx": (
        workbook(ROWS, extra=f'<row>{"<c/>" * 2_000}<c t="inlineStr">{CELL}'),
        COLUMNS.format(2001),
    ),
    "deep.xlsx": (
        workbook(ROWS, extra=f'<row r="1048576"><c r="AZ1048576" t="inlineStr">{CELL}'),
        TOO_MANY,
    ),
    "repeated.ods": (
        _ods(
            '<table:table-row table:number-rows-repeated="1048570">'
            + ODS_CELL.format(' table:number-columns-repeated="90"')
            + "</table:table-row>"
        ),
        TOO_MANY,
    ),
    "far.ods": (
        _ods(
            '<table:table-row><table:table-cell table:number-columns-repeated="16000"/>'
            f"{ODS_CELL.format('')}</table:table-row>"
        ),
        COLUMNS.format(16001),
    ),
    "wide.csv": (b"pertanyaan;jawaban" + b";x" * 9_998 + b"\n", COLUMNS.format(10000)),
    "long.csv": (b"pertanyaan;jawaban\n" + b"ada?;ya\n" * 100_001, TOO_MANY),
    "line.csv": (
        b"pertanyaan;jawaban\n" + b"a" * 1_000_001,
        "baris ini lebih panjang dari 1000000 karakter; ini bukan tabel konsultasi",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_take_all_memory_is_refused(name: str, tmp_path: Path, run) -> None:
    content, told = HOSTILE[name]
    line = 2 if name == "line.csv" else 1

    ran = run("import", saved(tmp_path, Export(name, content)))

    assert ran.code == 1
    assert ran.err.splitlines()[0] == f"{name}:{line}:1: {told}"


def test_empty_rows_to_the_end_of_a_sheet_do_no_harm(tmp_path: Path, run) -> None:
    empty = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell {}/>'
    body = empty.format('table:number-columns-repeated="16384"') + "</table:table-row>"

    ran = run("import", saved(tmp_path, Export("a.ods", _ods(body))))

    assert ran.code == 0, ran.err
