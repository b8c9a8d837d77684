"""CSV, XLSX and ODS files -> rows of text cells -> consultations."""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from caridulu.curation.exports.columns import REQUIRED, Columns, columns_of, recognised
from caridulu.curation.exports.consultation import Consultation, ExportOptions, Reading
from caridulu.curation.exports.opened_files import (
    RefusedError,
    check_size,
    check_zip,
    encoding_of,
    refuse,
)
from caridulu.knowledge import Location, Problem, finding, notice

SHEETS = (".xlsx", ".xls", ".ods", ".xlsb", ".xlsm")  # suffixes
DELIMITERS = (",", ";", "\t")
LONGEST_CELL = 30_000  # characters; an unclosed quote swallows the rest of the file
MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
ENGLISH_MONTHS = {"may": "mei", "aug": "agu", "agt": "agu", "oct": "okt", "dec": "des"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old and of encrypted workbooks
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ ,].*)?$")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$")
_NAMED = re.compile(r"(?:\w+, )?(\d{1,2}) ([A-Za-z]+)\.? (\d{4})(?:[ ,].*)?$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``number`` counts from 1 as the officer's program does."""

    number: int
    cells: tuple[str, ...]


def read_table(path: Path, options: ExportOptions) -> Reading:
    """Reads the consultations of a table with a header row."""
    mapping = options.mapping
    is_sheet = path.suffix.lower() in SHEETS
    rows = _sheet_rows(path, mapping) if is_sheet else _csv_rows(path, mapping)
    header = next(rows, None)
    if header is None:
        raise refuse(path, "empty")
    columns = columns_of(header.cells, path=path, line=header.number, mapping=mapping)
    return _reading(path, rows, columns)


def read_cells(path: Path) -> Iterator[str]:
    """Reads every cell with text of the first filled sheet."""
    for row in _sheet_rows(path, {}):
        yield from filter(None, row.cells)


def _csv_rows(path: Path, mapping: Mapping[str, str]) -> Iterator[Row]:
    check_size(path)
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=encoding_of(path), newline="") as stream:
        width, number = 0, 1
        try:
            first = next((line for line in stream if line.strip()), "")
            delimiter = _delimiter(path, first, mapping)
            stream.seek(0)
            reader = csv.reader(stream, delimiter=delimiter, strict=True)
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    width = width or len(cells)
                    if len(cells) != width:
                        raise _uneven(path, cells, number, width, delimiter)
                    yield Row(number, tuple(cells))
                number = reader.line_num + 1
        except csv.Error as error:
            key = "cell_too_long" if "field" in str(error) else "open_quote"
            raise refuse(path, key, line=number, limit=LONGEST_CELL) from error
        except UnicodeError as error:
            raise refuse(path, "encoding", line=number) from error


def _uneven(
    path: Path, cells: Sequence[str], number: int, width: int, delimiter: str
) -> RefusedError:
    """Refuses a row with more or fewer cells than the header."""
    others = [d for d in DELIMITERS if d != delimiter]
    mixed = len(cells) == 1 and any(cells[0].count(other) >= width - 1 for other in others)
    key = "mixed_delimiters" if mixed else "row_width"
    return refuse(path, key, line=number, count=len(cells), expected=width)


def _delimiter(path: Path, header: str, mapping: Mapping[str, str]) -> str:
    """Finds the delimiter under which the header names question and answer."""
    present = [d for d in DELIMITERS if d in header]
    scores = {d: recognised(next(csv.reader([header], delimiter=d)), mapping) for d in present}
    best = max(scores.values(), default=0)
    if best == 0:
        return max(present, key=header.count, default=",")
    fitting = [d for d in present if scores[d] == best]
    if len(fitting) > 1:
        raise refuse(path, "mixed_delimiters")
    return fitting[0]


def _sheet_rows(path: Path, mapping: Mapping[str, str]) -> Iterator[Row]:
    """Reads the first sheet whose header names question and answer, else the first filled one."""
    check_size(path)
    with path.open("rb") as stream:
        magic = stream.read(len(_OLE))
    if magic.startswith(b"PK"):
        check_zip(path).close()
    elif magic == _OLE and path.suffix.lower() == ".xlsx":
        raise refuse(path, "locked")
    try:
        book = CalamineWorkbook.from_path(str(path))
        chosen: list[Row] = []
        for name in book.sheet_names:
            rows = _filled(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            if rows and recognised(rows[0].cells, mapping) == len(REQUIRED):
                chosen = rows
                break
            chosen = chosen or rows
    except PasswordError as error:
        raise refuse(path, "locked") from error
    except (CalamineError, OSError, ValueError) as error:
        raise refuse(path, "corrupt_sheet") from error
    yield from chosen


def _filled(rows: Iterable[Sequence[object]]) -> list[Row]:
    texts = ((n, tuple(map(_cell, row))) for n, row in enumerate(rows, start=1))
    return [Row(number, cells) for number, cells in texts if any(cells)]


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()  # of a date or time: ISO 8601 with a space


def _reading(path: Path, rows: Iterator[Row], columns: Columns) -> Reading:
    made: list[Consultation | Problem] = []
    senders: set[str] = set()
    for row in rows:
        senders |= {row.cells[n] for n in columns.personal if n < len(row.cells)} - {""}
        made.append(_consultation(path, row, columns))
    if not made:
        raise refuse(path, "no_rows")
    consultations = tuple(one for one in made if isinstance(one, Consultation))
    return Reading(
        consultations=consultations,
        senders=frozenset(senders),
        refused=tuple(one for one in made if isinstance(one, Problem)),
        messages=len(made),
        used=len(consultations),
    )


def _consultation(path: Path, row: Row, columns: Columns) -> Consultation | Problem:
    """The consultation of a row, or why it is left out or refused."""
    place = Location(path.name, row.number)
    question, answer, date = (
        columns.cell(row.cells, field) for field in ("question", "answer", "date")
    )
    day = day_of(date) if date else None
    if not question or not answer:
        name = "jawaban" if question else "pertanyaan"
        return notice(place, "curation.row_without", name=name)
    if date and day is None:
        if _is_month_first(date):  # the days up to the 12th would be misread
            raise refuse(path, "month_first", line=row.number, value=date)
        return finding(place, "curation.row_date", value=date)
    if len(question) + len(answer) > LONGEST_CELL:
        name = "jawaban" if len(answer) > len(question) else "pertanyaan"
        return finding(place, "curation.text_too_long", name=name, limit=LONGEST_CELL)
    return Consultation(
        channel=columns.cell(row.cells, "channel") or "Tabel",
        month=f"{day:%Y-%m}" if day else None,
        start=day.isoformat() if day else "",
        question=question,
        answer=answer,
        place=place,
        key=(date, question, answer),
        category=columns.cell(row.cells, "category"),
    )


def day_of(text: str) -> dt.date | None:
    """Reads a date with the day first, the year first, or the month named."""
    text = text.strip()
    if found := _YEAR_FIRST.match(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.match(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _NAMED.match(text):
        day, month, year = int(found[1]), _month_number(found[2]), int(found[3])
    else:
        return None
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _is_month_first(text: str) -> bool:
    """Whether this is a date only with the month before the day: ``11/25/2026``."""
    found = _DAY_FIRST.match(text.strip())
    return found is not None and int(found[1]) <= 12 < int(found[2]) <= 31


def _month_number(name: str) -> int:
    """The number of a month named in Indonesian or English; 0 for another word."""
    short = name.lower()[:3]
    short = ENGLISH_MONTHS.get(short, short)
    return MONTHS.index(short) + 1 if short in MONTHS else 0
