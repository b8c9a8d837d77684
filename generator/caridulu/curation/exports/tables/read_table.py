"""CSV, TSV, XLSX and ODS files -> sheets, their columns -> consultations."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.exports.cell_dates import month_of, order_of
from caridulu.curation.exports.consultation import (
    Consultation,
    ExportOptions,
    Reading,
    SourceKind,
    listed,
)
from caridulu.curation.exports.documents.source_words import field_changes
from caridulu.curation.exports.header_words import ALIASES, REQUIRED, SURE, header_scores
from caridulu.curation.exports.opened_files import refuse
from caridulu.curation.exports.part_paths import split_path, within
from caridulu.curation.exports.tables.cells.cell_text import markdown_text, plain_text
from caridulu.curation.exports.tables.columns import Certainty, TableColumns
from caridulu.curation.exports.tables.csv_rows import DELIMITERS
from caridulu.curation.exports.tables.frame import Frame, frame_of
from caridulu.curation.exports.tables.row_content import UNANSWERED, text_of, unusable
from caridulu.curation.exports.tables.row_days import days_of
from caridulu.curation.exports.tables.sender_names import names_in
from caridulu.curation.exports.tables.sheet import Row, Sheet
from caridulu.curation.exports.tables.table import Table, table_of
from caridulu.curation.exports.tables.table_file import TableFile, read_rows
from caridulu.curation.exports.tables.tickets.read_tickets import (
    TicketTable,
    asked_in_tickets,
    read_tickets,
)
from caridulu.knowledge import Location, Problem, finding, notice
from caridulu.knowledge.model import FaqChange

WITHOUT_CONSULTATIONS = (Certainty.UNLIKELY, Certainty.SUMMARY)
SHOWN_ROWS = 12


@dataclass(frozen=True)
class _Records:
    """The records of a table: what each asks, whatever its cells say, and on which day."""

    frame: Frame
    asked: tuple[Consultation, ...]  # one of each record
    days: Mapping[int, dt.date]
    order: str
    is_certain: bool  # the order of day and month


def read_table(path: Path, options: ExportOptions) -> Reading:
    """Reads the consultations in the sheets of a file."""
    return read_sheets(path, read_rows(path), options)


def read_sheets(path: Path, file: TableFile, options: ExportOptions) -> Reading:
    """Reads the consultations in sheets, whatever they were read from."""
    filled = [sheet for sheet in file.sheets if sheet.rows]
    if not filled and not file.damaged:
        raise refuse(path, "empty")
    readings: list[Reading] = []
    others: list[Problem] = []
    unlikely: list[TableColumns] = []
    for sheet in filled:
        name = within(path.name, sheet.name) if len(file.sheets) > 1 else path.name
        table = table_of(name, sheet, options)
        if table and table.rows and table.guess.certainty not in WITHOUT_CONSULTATIONS:
            readings.append(_reading(table, options))
            continue
        others.append(_no_consultations(name, sheet, table))
        if table and table.rows:
            unlikely.append(table.shown)
    if not readings and not file.damaged:
        return Reading(refused=tuple(others[:1]), is_unusable=True, tables=tuple(unlikely[:1]))
    told = list(file.damaged)
    if readings:  # an overview or instructions beside them need no mending
        told += [notice(one.location, "curation.sheet_without_table") for one in others]
    return Reading.joined([Reading(refused=tuple(told), messages=len(told)), *readings])


def asked_in(name: str, sheet: Sheet, options: ExportOptions) -> list[Consultation]:
    """Lists what each record of a sheet asks, answered or not, where that column is certain."""
    table = table_of(name, sheet, options)
    if table is None or not table.rows:
        return []
    if table.tickets:
        return [*asked_in_tickets(TicketTable(table.path, table.rows, table.tickets), options)]
    named = header_scores(table.guess.header("question")).get("question", 0) >= SURE
    return [*_records(table, options).asked] if table.guess.is_certain or named else []


def _no_consultations(name: str, sheet: Sheet, table: Table | None) -> Problem:
    """Says why the only sheet of a file gives nothing."""
    if table and not table.rows and table.guess.is_certain:
        return finding(table.shown.place, "curation.no_rows")
    place = Location(name, sheet.rows[0].number)
    if table and table.guess.certainty is Certainty.SUMMARY:
        return notice(place, "curation.sheet_without_table")
    headers = table.layout.headers if table else sheet.rows[0].cells
    scores = [header_scores(header) for header in headers]
    missing = [f for f in REQUIRED if not any(one.get(f, 0) >= SURE for one in scores)]
    wanted = ", ".join(ALIASES[field][0] for field in missing or REQUIRED)
    choices = listed(filter(None, headers))
    return finding(place, "curation.column_missing", name=wanted, choices=choices)


def _reading(table: Table, options: ExportOptions) -> Reading:
    """Reads the consultations of a table, unless an officer has to say what its columns hold."""
    if table.tickets:
        reading = read_tickets(TicketTable(table.path, table.rows, table.tickets), options)
        return replace(reading, tables=(table.shown,) if reading.used else ())
    if table.guess.certainty is Certainty.DOUBTFUL and not options.asks_nobody:
        headers = {field: table.guess.header(field) for field in REQUIRED}
        problem = finding(table.shown.place, "curation.columns_doubt", **headers)
        return Reading(refused=(problem,), tables=(table.shown,), messages=1)
    records = _records(table, options)
    consultations: list[Consultation] = []
    refused: list[Problem] = []
    unanswered: list[Consultation] = []
    for row, one in zip(records.frame.records, records.asked, strict=True):
        refusal = _refusal(table, row, one)
        if refusal is None:
            consultations.append(one)
            continue
        refused.append(refusal)
        if refusal.key == UNANSWERED:
            unanswered.append(one)
    personal = table.guess.columns.personal
    return Reading(
        consultations=tuple(consultations),
        senders=names_in(row.cell(n) for row in table.rows for n in personal),
        refused=(*refused, *_beside_records(table, records.frame.others)),
        unanswered=tuple(unanswered),
        notices=tuple(_notices(table, records)),
        messages=len(table.rows),
        used=len(consultations),
        tables=(table.shown,),
    )


def _beside_records(table: Table, others: Sequence[Row]) -> Iterator[Problem]:
    """Yields a notice of the rows that are no records: titles of sections, sums."""
    if others:
        numbers = ", ".join(str(row.number) for row in others[:SHOWN_ROWS])
        key = "curation.table_frames" if len(others) > 1 else "curation.table_frame"
        place = Location(table.path, others[0].number)
        yield notice(place, key, count=len(others), value=numbers)


def _records(table: Table, options: ExportOptions) -> _Records:
    """Reads the records of a table."""
    columns = table.guess.columns
    frame = frame_of(table.rows, table.layout.headers, columns)
    dates = [columns.cell(row, "date") for row in frame.records]
    order, is_certain = order_of(dates, options.order)
    titles = (*filter(None, split_path(table.path)), *table.layout.above)
    days = days_of(frame, columns, titles, order)
    asked = tuple(_asked(table, row, days.get(row.number)) for row in frame.records)
    return _Records(frame, asked, days, order, is_certain)


def _notices(table: Table, records: _Records) -> Iterator[Problem]:
    """Yields notices on the dates: that they have the month first, or cannot be read."""
    if records.order == "mdy":
        yield notice(table.shown.place, "curation.month_first")
    elif not records.is_certain:
        yield notice(table.shown.place, "curation.mixed_date_order")
    columns = table.guess.columns
    cells = ((row.number, columns.cell(row, "date")) for row in records.frame.records)
    unread = [(number, text) for number, text in cells if text and number not in records.days]
    if unread:
        number, text = unread[0]
        place = Location(table.path, number)
        yield notice(place, "curation.row_date", value=text, total=len(unread))


def _asked(table: Table, row: Row, day: dt.date | None) -> Consultation:
    """Makes a consultation of a row, whatever its cells say."""
    columns = table.guess.columns
    asked, told = (text_of(columns, row, field) for field in REQUIRED)
    question, answer = plain_text(asked), markdown_text(told)
    return Consultation(
        channel=columns.cell(row, "channel") or "Tabel",
        month=month_of(day),
        start=day.isoformat() if day else "",
        question=question,
        answer=answer,
        place=Location(table.path, row.number),
        key=(columns.cell(row, "date"), question, answer),
        category=columns.cell(row, "category"),
        kind=SourceKind.ROW,
        changes=_changes(row, (asked, told), (question, answer)),
    )


def _refusal(table: Table, row: Row, asked: Consultation) -> Problem | None:
    """Says why a row is set aside, if it is."""
    uneven = _uneven(table, row, asked.place)
    return uneven or unusable(asked.question, asked.answer, asked.place)


def _changes(row: Row, found: tuple[str, str], written: tuple[str, str]) -> tuple[FaqChange, ...]:
    """Tells what was changed in question and answer, which one cell of the row has each."""
    cells = {cell.strip() for cell in row.cells}
    is_own = set(found) <= cells and not row.is_put_together
    html = () if found == written else field_changes(*found, question=written[0], answer=written[1])
    return (*(() if is_own else (FaqChange.JOINED,)), *html)


def _uneven(table: Table, row: Row, place: Location) -> Problem | None:
    """Says why a row of text has too few or too many cells; workbooks have no such rows."""
    expected = table.layout.width
    if not table.is_text or len(row.cells) == expected:
        return None
    if len(row.cells) == 1 and any(row.cells[0].count(d) == expected - 1 for d in DELIMITERS):
        return finding(place, "curation.mixed_delimiters")
    if any(row.cells[expected:]):
        width = len(row.cells)
        return finding(place, "curation.row_width", cells=width, expected=expected)
    return None
