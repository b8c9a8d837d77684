"""The table to fill in, as CSV and as a workbook."""

import csv
import zipfile
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from caridulu.curation.exports.table_template import table_template


@pytest.mark.parametrize("name", ["templat.csv", "templat.xlsx"])
def test_the_template_can_be_imported(name: str, tmp_path: Path, run) -> None:
    path = tmp_path / name
    written, ran = run("import", template=path), run("import", path)

    assert written.out == f"Templat ditulis: {path}\n"
    assert ran.code == 0, ran.err
    assert "mungkin sudah dijawab oleh biaya-konsultasi" in ran.out


def test_a_file_that_exists_is_not_replaced_by_the_template(tmp_path: Path, run) -> None:
    path = tmp_path / "templat.csv"
    path.write_text("lama", encoding="utf-8")

    ran = run("import", template=path)

    assert (ran.code, ran.err) == (1, f"{path} sudah ada; pilih nama lain\n")
    assert path.read_text(encoding="utf-8") == "lama"


def test_the_workbook_holds_the_rows_of_the_csv() -> None:
    text = table_template(".csv").decode("utf-8-sig")
    book = CalamineWorkbook.from_filelike(BytesIO(table_template(".xlsx")))

    assert book.sheet_names == ["Konsultasi"]
    sheet = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert sheet == list(csv.reader(StringIO(text), delimiter=";"))


def test_every_cell_of_the_workbook_is_text() -> None:
    """Excel turns what looks like a number or a date into one unless the column is text."""
    with zipfile.ZipFile(BytesIO(table_template(".xlsx"))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()

    assert '<xf numFmtId="49" applyNumberFormat="1"/></cellXfs>' in styles, "49: text"
    assert sheet.count("<col ") == sheet.count(' style="1" customWidth') == 5
    assert sheet.count("<c ") == sheet.count(' s="1" t="inlineStr"') == 10


def test_every_fill_of_the_workbook_says_which() -> None:
    """Spreadsheet programs and openpyxl refuse or repair a workbook with an empty one."""
    with zipfile.ZipFile(BytesIO(table_template(".xlsx"))) as archive:
        styles = ElementTree.fromstring(archive.read("xl/styles.xml"))

    fills = styles.findall("*/{*}fill")

    assert [[pattern.get("patternType") for pattern in fill] for fill in fills] == [
        ["none"],
        ["gray125"],
    ]
