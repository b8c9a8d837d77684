"""CSV, TSV, XLSX, XLS and ODS files -> sheets of rows of text cells.

What a file is, is told by how it begins, not by its name: programs write text called ``.xls`` and
people rename workbooks to ``.csv``.
"""

import datetime as dt
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from caridulu.curation.exports.opened_files import DAMAGED, OLE, check_size, check_zip, refuse
from caridulu.curation.exports.tables.csv_rows import csv_rows
from caridulu.curation.exports.tables.sheet import Row, Sheet
from caridulu.curation.exports.tables.workbook_size import LARGEST_ROWS, check_extent
from caridulu.knowledge import Problem

SHEETS = (".xlsx", ".xls", ".ods", ".xlsm")  # suffixes
TABLES = (".csv", ".tsv", *SHEETS)
LARGEST_MANIFEST = 1_000_000  # bytes; some hundred pictures take 100,000
_MANIFEST = "META-INF/manifest.xml"
_ZIP = b"PK\x03\x04"
_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")  # workbooks older than the container
_PICTURES = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


@dataclass(frozen=True)
class TableFile:
    """The sheets of a file, and the rows of a text file that are damaged."""

    sheets: tuple[Sheet, ...]
    damaged: tuple[Problem, ...] = ()


def read_rows(path: Path) -> TableFile:
    """Reads all sheets of a table; a text file is one sheet without a name."""
    check_size(path)
    with path.open("rb") as stream:
        magic = stream.read(len(OLE))
    if magic.startswith(_ZIP):
        with check_zip(path) as archive:
            _check_kind(path, archive)
            check_extent(path, archive)
        return TableFile(tuple(_sheets(path)))
    if magic.startswith((OLE, *_BIFF)):
        if path.suffix.lower() == ".xlsx":
            raise refuse(path, "locked")
        return TableFile(tuple(_sheets(path)))
    if magic.startswith(_PICTURES):
        raise refuse(path, "binary")
    if magic.lstrip()[:1] == b"<":
        raise refuse(path, "save_as_xlsx", value="HTML")
    rows, damaged = csv_rows(path)
    return TableFile((Sheet("", rows),), damaged)


def _check_kind(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuses what the reader of workbooks would not name: a password, a binary workbook."""
    names = archive.namelist()
    if "xl/workbook.bin" in names:
        raise refuse(path, "save_as_xlsx", value=".xlsb")
    if _MANIFEST in names and archive.getinfo(_MANIFEST).file_size < LARGEST_MANIFEST:
        try:
            is_locked = b"encryption-data" in archive.read(_MANIFEST)
        except DAMAGED as error:
            raise refuse(path, "corrupt_zip") from error
        if is_locked:
            raise refuse(path, "locked")


def _sheets(path: Path) -> Iterator[Sheet]:
    try:
        # By content: from_path would believe the suffix.
        with path.open("rb") as stream, CalamineWorkbook.from_filelike(stream) as book:
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                yield Sheet(name, _filled(path, sheet))
    except PasswordError as error:
        raise refuse(path, "locked") from error
    except (CalamineError, OSError, ValueError) as error:
        raise refuse(path, "corrupt_sheet") from error


def _filled(path: Path, sheet: CalamineSheet) -> tuple[Row, ...]:
    """Reads the rows with content; the empty columns left of all cells are kept."""
    down, right = sheet.start or (0, 0)
    before = ("",) * right
    rows: list[Row] = []
    for number, values in enumerate(sheet.iter_rows(), start=down + 1):
        cells = before + tuple(map(_cell, values))
        if any(cells):
            rows.append(Row(number, cells))
        if len(rows) > LARGEST_ROWS:
            raise refuse(path, "too_many_rows", limit=LARGEST_ROWS)
    return tuple(rows)


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)  # of a date or time: ISO 8601 with a space
