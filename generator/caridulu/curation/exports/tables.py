"""CSV, XLSX and ODS files -> rows of text cells -> consultations."""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from caridulu.curation.exports.columns import Columns, columns_of, recognised
from caridulu.curation.exports.consultation import Consultation, Reading
from caridulu.curation.exports.opened_files import (
    RefusedError,
    check_size,
    check_zip,
    encoding_of,
    refuse,
)
from caridulu.knowledge import Location, Problem, finding, notice

DELIMITERS = (",", ";", "\t")
LONGEST_CELL = 30_000  # characters; an unclosed quote swallows the rest of the file
MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ ,].*)?$")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$")
_NAMED = re.compile(r"(?:\w+, )?(\d{1,2}) ([A-Za-z]+)\.? (\d{4})(?:[ ,].*)?$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``number`` counts from 1 as the officer's program does."""

    number: int
    cells: tuple[str, ...]


def read_table(path: Path, *, mapping: Mapping[str, str] | None = None) -> Reading:
    """The consultations of a table with a header row."""
    names = dict(mapping or {})
    try:
        rows = (
            _csv_rows(path, names)
            if path.suffix.lower() in (".csv", ".tsv", ".txt")
            else (_sheet_rows(path, names))
        )
        header = next(rows, None)
        if header is None:
            raise refuse(path, "empty")
        columns = columns_of(header.cells, path=path, line=header.number, mapping=names)
        return _reading(path, rows, columns)
    except UnicodeError:
        return Reading(problems=(refuse(path, "encoding").problem,))
    except RefusedError as refused:
        return Reading(problems=(refused.problem,))


def read_cells(path: Path) -> Iterator[str]:
    """Every cell with text of the first filled sheet."""
    for row in _sheet_rows(path, {}):
        yield from filter(None, row.cells)


def _csv_rows(path: Path, mapping: Mapping[str, str]) -> Iterator[Row]:
    check_size(path)
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=encoding_of(path), newline="") as stream:
        first = next((line for line in stream if line.strip()), "")
    delimiter = _delimiter(path, first, mapping)
    other = "".join(d for d in DELIMITERS if d != delimiter)
    with path.open(encoding=encoding_of(path), newline="") as stream:
        reader = csv.reader(stream, delimiter=delimiter, strict=True)
        width, number = 0, 1
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    width = width or len(cells)
                    if len(cells) != width:
                        mixed = any(cell.count(d) >= width - 1 for cell in cells for d in other)
                        key = "mixed_delimiters" if mixed and len(cells) == 1 else "row_width"
                        values = {"count": len(cells), "expected": width}
                        raise refuse(path, key, line=number, **values)
                    yield Row(number, tuple(cells))
                number = reader.line_num + 1
        except csv.Error as error:
            key = "cell_too_long" if "field" in str(error) else "open_quote"
            raise refuse(path, key, line=number, limit=LONGEST_CELL) from error
        except UnicodeError as error:
            raise refuse(path, "encoding", line=number) from error


def _delimiter(path: Path, header: str, mapping: Mapping[str, str]) -> str:
    """The delimiter under which the header names question and answer."""
    scores = {d: recognised(next(csv.reader([header], delimiter=d)), mapping) for d in DELIMITERS}
    best = max(scores.values())
    fitting = [d for d in DELIMITERS if scores[d] == best and d in header]
    if best and len(fitting) == 1:
        return fitting[0]
    present = [d for d in DELIMITERS if d in header]
    if best == 0 and len(present) <= 1:
        return present[0] if present else ","
    if best == 0:
        return max(present, key=header.count)
    raise refuse(path, "mixed_delimiters")


def _sheet_rows(path: Path, mapping: Mapping[str, str]) -> Iterator[Row]:
    """Rows of the first sheet whose header names question and answer, else of the first one."""
    try:
        from python_calamine import (  # optional: only these files need it
            CalamineError,
            CalamineWorkbook,
            PasswordError,
        )
    except ImportError as error:
        raise refuse(path, "needs_calamine") from error
    check_size(path)
    with path.open("rb") as stream:
        magic = stream.read(8)
    if magic.startswith(b"PK"):
        check_zip(path).close()
    elif magic == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" and path.suffix.lower() == ".xlsx":
        raise refuse(path, "locked")  # an encrypted workbook is an OLE container
    try:
        book = CalamineWorkbook.from_path(str(path))
        chosen: list[Row] = []
        for name in book.sheet_names:
            rows = _filled(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            if rows and recognised(rows[0].cells, mapping) == 2:
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
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat(" ") if isinstance(value, dt.datetime) else value.isoformat()
    return str(value).strip()


def _reading(path: Path, rows: Iterator[Row], columns: Columns) -> Reading:
    consultations: list[Consultation] = []
    senders: set[str] = set()
    refused: list[Problem] = []
    notices: list[Problem] = []
    count = 0
    for row in rows:
        count += 1
        place = Location(path.name, row.number)
        senders |= {row.cells[n] for n in columns.personal if n < len(row.cells)} - {""}
        question = columns.cell(row.cells, "question")
        answer = columns.cell(row.cells, "answer")
        date = columns.cell(row.cells, "date")
        month = month_of(date) if date else None
        if not question or not answer:
            name = "pertanyaan" if not question else "jawaban"
            notices.append(notice(place, "curation.row_without", name=name))
        elif date and month is None:
            if _is_month_first(date):  # the days up to the 12th would be misread
                raise refuse(path, "month_first", line=row.number, value=date)
            refused.append(finding(place, "curation.row_date", value=date))
        elif len(question) + len(answer) > LONGEST_CELL:
            name = "jawaban" if len(answer) > len(question) else "pertanyaan"
            values = {"name": name, "limit": LONGEST_CELL}
            refused.append(finding(place, "curation.text_too_long", **values))
        else:
            consultations.append(
                Consultation(
                    channel=columns.cell(row.cells, "channel") or "Tabel",
                    month=month,
                    question=question,
                    answer=answer,
                    place=place,
                    key=(date, question, answer),
                    category=columns.cell(row.cells, "category"),
                )
            )
    if not count:
        raise refuse(path, "no_rows")
    return Reading(
        consultations=tuple(consultations),
        senders=frozenset(senders),
        refused=tuple(refused),
        notices=tuple(notices),
        messages=count,
        used=len(consultations),
    )


def month_of(text: str) -> str | None:
    """``2026-11`` of a date with the day first, the year first, or the month named."""
    text = text.strip()
    if found := _YEAR_FIRST.match(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.match(text):
        day, month, year = (int(part) for part in found.groups())
    elif (found := _NAMED.match(text)) and (number := _month_number(found[2])):
        day, month, year = int(found[1]), number, int(found[3])
    else:
        return None
    try:
        return f"{dt.date(year + 2000 if year < 100 else year, month, day):%Y-%m}"
    except ValueError:
        return None


def _is_month_first(text: str) -> bool:
    """``11/25/2026``: a date only with the month before the day."""
    found = _DAY_FIRST.match(text.strip())
    return found is not None and int(found[1]) <= 12 < int(found[2]) <= 31


def _month_number(name: str) -> int | None:
    """Of a name in Indonesian or English, or its first three letters."""
    short = name.lower()[:3].replace("may", "mei").replace("aug", "agu").replace("agt", "agu")
    short = short.replace("oct", "okt").replace("dec", "des")
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(short)), None)
