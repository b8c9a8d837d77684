"""How far the sheets of a workbook reach, before a reader makes room for every cell.

The reader of workbooks allocates the rectangle around all cells: one stray cell in the last corner
would take all memory.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from caridulu.curation.exports.opened_files import DAMAGED, refuse

LARGEST_ROWS = 100_000  # of a table
LARGEST_WIDTH = 1_000  # columns
LARGEST_CELLS = 3_000_000  # with content
LARGEST_AREA = 12_000_000  # cells, empty ones too: some 300 MB while a sheet is read
_CHUNK = 1 << 20
_XLSX_TAG = re.compile(rb"<(?:\w+:)?(?P<tag>row|c)(?=[\s/>])(?P<attributes>[^>]*)>")
_REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{0,4})(\d{1,9})[\"']")
_ODS_TAG = re.compile(
    rb"<table:(?P<tag>table|table-row|(?:covered-)?table-cell)(?=[\s/>])(?P<attributes>[^>]*)>"
)
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"'](\d{1,9})[\"']")


def check_extent(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuses a workbook whose cells would take more memory than a table ever needs."""
    for one in archive.infolist():
        if one.filename == "content.xml":
            _check(path, _ods_extents(_chunks(path, archive, one.filename)))
        elif one.filename.endswith(".xml") and one.filename.startswith("xl/"):
            _check(path, [_xlsx_extent(_chunks(path, archive, one.filename))])


@dataclass(slots=True)
class _Extent:
    """Rows and columns up to the last cell with content, and how many cells have some."""

    rows: int = 0
    width: int = 0
    filled: int = 0

    def take_in(self, row: int, column: int, *, cells: int = 1) -> None:
        """Counts cells with content that reach to this row and column."""
        self.rows, self.width = max(self.rows, row), max(self.width, column)
        self.filled += cells


def _check(path: Path, extents: Iterable[_Extent]) -> None:
    for one in extents:
        if one.width > LARGEST_WIDTH:
            raise refuse(path, "too_many_columns", count=one.width, limit=LARGEST_WIDTH)
        if one.rows * one.width > LARGEST_AREA or one.filled > LARGEST_CELLS:
            raise refuse(path, "too_many_rows", limit=LARGEST_ROWS)


def _xlsx_extent(chunks: Iterable[bytes]) -> _Extent:
    """Measures a sheet, whose cells may leave out where they are."""
    extent, row, column = _Extent(), 0, 0
    for chunk in chunks:
        for tag in _XLSX_TAG.finditer(chunk):
            place = _REFERENCE.search(tag["attributes"])
            if tag["tag"] == b"row":
                row, column = int(place[2]) if place else row + 1, 0
                continue
            row = int(place[2]) if place else row
            column = _column(place[1]) if place else column + 1
            if not tag["attributes"].endswith(b"/"):
                extent.take_in(row, column)
        if extent.filled > LARGEST_CELLS:
            break
    return extent


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _ods_extents(chunks: Iterable[bytes]) -> Iterator[_Extent]:
    """Measures each sheet; a row or a cell may stand for several."""
    extent, row, rows, column = _Extent(), 0, 0, 0  # ``rows``: for how many this row stands
    for chunk in chunks:
        for tag in _ODS_TAG.finditer(chunk):
            times = int(found[1]) if (found := _REPEATED.search(tag["attributes"])) else 1
            if tag["tag"] == b"table":
                yield extent
                extent, row, rows, column = _Extent(), 0, 0, 0
            elif tag["tag"] == b"table-row":
                row, rows, column = row + rows, times, 0
            else:
                column += times
                if not tag["attributes"].endswith(b"/"):
                    extent.take_in(row + rows, column, cells=times * rows)
    yield extent


def _chunks(path: Path, archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yields the text of a part in pieces that end between two tags."""
    rest = b""
    try:
        with archive.open(name) as stream:
            while block := stream.read(_CHUNK):
                text = rest + block
                end = text.rfind(b"<")
                rest = text[end:] if len(text) - end < _CHUNK else b""
                yield text[:end]
        yield rest
    except DAMAGED as error:
        raise refuse(path, "corrupt_sheet") from error
