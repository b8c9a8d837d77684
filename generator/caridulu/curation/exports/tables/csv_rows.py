"""A text file of rows, whatever separates its cells -> rows of cells, and what is damaged in it."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

from caridulu.curation.exports.opened_files import refuse, wide_encoding
from caridulu.curation.exports.tables.sheet import Row
from caridulu.curation.exports.tables.workbook_size import LARGEST_ROWS, LARGEST_WIDTH
from caridulu.knowledge import Location, Problem, finding

DELIMITERS = (";", "\t", ",", "|")
LONGEST_CELL = 30_000  # characters
LONGEST_LINE = 1_000_000
HEAD = 40  # lines by which the delimiter is told
MOST_CONTROLS = 0.01  # share of bytes that are control characters; more is no text
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_CHUNK = 1 << 20
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_BROKEN = ("\0", _REPLACED)  # in a cell: its text is damaged


@dataclass(frozen=True, slots=True)
class _Record:
    """The lines of one row, more than one where a quoted cell has line ends."""

    number: int
    text: str
    is_open: bool = False  # a quote is not closed: only its first line is taken


def csv_rows(path: Path) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Reads the filled rows, and why some of them cannot be used."""
    csv.field_size_limit(LONGEST_LINE)
    encoding = _encoding(path)
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        delimiter = _delimiter(list(islice(_lines(path, stream), HEAD)))
        stream.seek(0)
        rows: list[Row] = []
        damaged: list[Problem] = []
        for record in _records(_lines(path, stream), delimiter):
            row = Row(record.number, _cells(record.text, delimiter))
            if len(row.cells) > LARGEST_WIDTH:
                count, limit = len(row.cells), LARGEST_WIDTH
                raise refuse(path, "too_many_columns", line=row.number, count=count, limit=limit)
            if problem := _damage(path, record, row):
                damaged.append(problem)
            elif any(row.cells) and not (record.number == 1 and _names_delimiter(record.text)):
                rows.append(row)
            if len(rows) > LARGEST_ROWS:
                raise refuse(path, "too_many_rows", limit=LARGEST_ROWS)
    return tuple(rows), tuple(damaged)


def _damage(path: Path, record: _Record, row: Row) -> Problem | None:
    place = Location(path.name, record.number)
    if record.is_open:
        return finding(place, "curation.open_quote")
    if any(mark in record.text for mark in _BROKEN):
        return finding(place, "curation.broken_letters")
    if any(len(cell) > LONGEST_CELL for cell in row.cells):
        return finding(place, "curation.cell_too_long", limit=LONGEST_CELL)
    return None


def _names_delimiter(line: str) -> bool:
    """Tells whether this is the first line ``sep=;`` that Excel understands."""
    return line.strip().lower().startswith("sep=")


def _cells(text: str, delimiter: str) -> tuple[str, ...]:
    lines = text.splitlines(keepends=True)
    cells = next(csv.reader(lines, delimiter=delimiter), [])
    return tuple(cell.strip() for cell in cells)


def _lines(path: Path, stream: IO[str]) -> Iterator[str]:
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise refuse(path, "line_too_long", line=number, limit=LONGEST_LINE)
        yield line


def _records(lines: Iterator[str], delimiter: str) -> Iterator[_Record]:
    """Joins the lines of quoted cells; a quote that is never closed costs its line only."""
    waiting: list[str] = []  # lines that were read too far, the next one last
    number = 0
    while line := _next(waiting, lines):
        number += 1
        taken, size = [line], len(line)
        is_open = _is_open(line, delimiter)
        while is_open and (more := _next(waiting, lines)):
            taken.append(more)
            size += len(more)
            if size > LONGEST_CELL:
                break
            # Only another quote can close the cell.
            is_open = '"' not in more or _is_open("".join(taken), delimiter)
        if is_open:
            waiting += reversed(taken[1:])
            yield _Record(number, line, is_open=True)
        else:
            yield _Record(number, "".join(taken))


def _next(waiting: list[str], lines: Iterator[str]) -> str:
    return waiting.pop() if waiting else next(lines, "")


def _is_open(text: str, delimiter: str) -> bool:
    """Tells whether a text ends within a quoted cell."""
    if '"' not in text:
        return False
    try:
        next(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True), None)
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _delimiter(head: list[str]) -> str:
    """Finds the delimiter that gives most rows the same number of cells, more than one."""

    def fit(delimiter: str) -> tuple[int, int]:
        reader = csv.reader(head, delimiter=delimiter)
        widths = Counter(len(cells) for cells in reader if any(cells))
        del widths[1]
        return max(((n * (width > 1), width) for width, n in widths.items()), default=(0, 0))

    if head and _names_delimiter(head[0]) and (named := head[0].strip()[4:5]) in DELIMITERS:
        return named
    return max(DELIMITERS, key=fit)


def _encoding(path: Path) -> str:
    """Finds the encoding: UTF-16, UTF-8 also where some letters are broken, else cp1252."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
    size, lines, controls, kept, broken = 0, 0, 0, 0, 0
    first = 0  # line of the first control character
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            if not size and (wide := wide_encoding(chunk)):
                return wide
            if not first and (found := _CONTROLS.search(chunk)):
                first = lines + chunk.count(b"\n", 0, found.start()) + 1
            size, lines = size + len(chunk), lines + chunk.count(b"\n")
            controls += len(_CONTROLS.findall(chunk))
            text = decoder.decode(chunk)
            replaced = text.count(_REPLACED)
            broken += replaced
            kept += len(text) - len(text.encode("ascii", "ignore")) - replaced
    if controls > size * MOST_CONTROLS:
        raise refuse(path, "binary", line=first)
    return "utf-8-sig" if kept >= broken else "cp1252"
