"""CSV, TSV, XLSX and ODS files -> sheets, their columns -> consultations."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from caridulu.curation.exports.consultation import Consultation, ExportOptions, Reading
from caridulu.curation.exports.opened_files import refuse
from caridulu.curation.exports.places import within
from caridulu.curation.exports.tables.cell_dates import moment_of, order_of
from caridulu.curation.exports.tables.columns import (
    REQUIRED,
    Columns,
    Guess,
    TableColumns,
    guess_columns,
)
from caridulu.curation.exports.tables.csv_rows import DELIMITERS
from caridulu.curation.exports.tables.frame import Frame, frame_of
from caridulu.curation.exports.tables.header_words import (
    ALIASES,
    SURE,
    folded_header,
    header_scores,
)
from caridulu.curation.exports.tables.layout import Layout, filled_down, layout_of
from caridulu.curation.exports.tables.sender_names import names_in
from caridulu.curation.exports.tables.sheet import Row, Sheet
from caridulu.curation.exports.tables.table_file import read_rows
from caridulu.knowledge import Location, Problem, finding, notice

LONGEST_CELL = 30_000  # characters
SHOWN_HEADERS = 300  # characters of the columns found
SHOWN_ROWS = 12
_BLANK = re.compile(r"^[\s\-\u2013\u2014_.~*/]*$|^(?:n/?a|nihil|null|nan|none|kosong)$", re.I)
_WITHOUT_CONTENT = re.compile(
    r"^(?:(?:su?da?h|telah|selesai|done|closed?|ok(?:e|ey)?|ya|tuntas|beres|sip|clear|"
    r"di ?layani|ter ?layani|di ?jawab|ter ?jawab|di ?tindak ?lanjuti|tindak ?lanjuti|di ?bantu|"
    r"di ?proses|di ?kirim(?:kan)?|ter ?kirim|di ?beri(?:kan)?|di ?sampaikan|di ?teruskan|"
    r"terlampir|lengkap|langsung|lisan|melalui|via|lewat|oleh|ke|di|wa|whatsapp|e-?mail|surel|"
    r"telepon|telp|data(?:nya)?|petugas|yang bersangkutan|ybs|pemohon|dan|pst|baik|terima kasih)"
    r"[\s.,!/;:-]*)+$",
    re.I,
)


@dataclass(frozen=True)
class _Table:
    """A sheet of consultations: where, what its columns hold, and its rows."""

    path: str
    layout: Layout
    guess: Guess
    rows: tuple[Row, ...]
    frame: Frame
    order: str
    is_order_certain: bool
    is_text: bool


def read_table(path: Path, options: ExportOptions) -> Reading:
    """Reads the consultations of all sheets of a table."""
    file = read_rows(path)
    filled = [sheet for sheet in file.sheets if sheet.rows]
    if not filled and not file.damaged:
        raise refuse(path, "empty")
    readings: list[Reading] = []
    others: list[Problem] = []
    for sheet in filled:
        name = within(path.name, sheet.name) if len(file.sheets) > 1 else path.name
        found = _table(name, sheet, options)
        if isinstance(found, Problem):
            others.append(found)
        else:
            readings.append(_reading(found))
    is_unusable = not readings and not file.damaged
    if readings or file.damaged:  # an overview or instructions beside them need no mending
        others = [notice(one.location, "curation.sheet_without_table") for one in others]
    told = (*file.damaged, *(others if readings else others[: 0 if file.damaged else 1]))
    return _joined(readings, told, is_unusable=is_unusable)


def _joined(
    readings: Sequence[Reading], told: tuple[Problem, ...], *, is_unusable: bool
) -> Reading:
    return Reading(
        consultations=tuple(c for one in readings for c in one.consultations),
        senders=frozenset().union(*(one.senders for one in readings)),
        refused=(*told, *(problem for one in readings for problem in one.refused)),
        is_unusable=is_unusable,
        notices=tuple(problem for one in readings for problem in one.notices),
        messages=len(told) + sum(one.messages for one in readings),
        used=sum(one.used for one in readings),
        tables=tuple(table for one in readings for table in one.tables),
    )


def _table(name: str, sheet: Sheet, options: ExportOptions) -> _Table | Problem:
    """The table of a sheet, or why it holds no consultations."""
    known = dict(item for one in options.remembered for item in one.fields.items())
    layout = layout_of(sheet, options.mapping or known)
    if layout is None:
        return _no_consultations(name, sheet, ())
    mapping = _mapping(layout, options)
    guess = guess_columns(layout.names, layout.rows, mapping)
    if guess is None:
        return _no_consultations(name, sheet, layout.headers)
    if not layout.rows:
        return finding(Location(name, layout.number), "curation.no_rows")
    columns = guess.columns
    but = [columns.single[field] for field in REQUIRED]
    rows = filled_down(layout.rows, sheet.merged, but=but)
    frame = frame_of(rows, layout.headers, columns)
    order, is_certain = order_of([columns.cell(row, "date") for row in frame.records])
    is_told = options.order in ("dmy", "mdy")
    return _Table(
        name,
        layout,
        guess,
        rows,
        frame,
        order=options.order if is_told and options.order else order,
        is_order_certain=is_certain or is_told,
        is_text=not sheet.name,
    )


def _mapping(layout: Layout, options: ExportOptions) -> Mapping[str, str]:
    """What is known of these headers: by this run's mapping, else by what was said before."""
    if options.mapping:
        return options.mapping
    signature = tuple(map(folded_header, layout.names))
    known = (one.fields for one in options.remembered if one.headers == signature)
    return next(known, {})


def _no_consultations(name: str, sheet: Sheet, headers: Sequence[str]) -> Problem:
    """A sheet beside others is only told; what is missing is named where it is the only one."""
    number = sheet.rows[0].number
    shown = headers or sheet.rows[0].cells
    scores = [header_scores(header) for header in shown]
    missing = [
        ALIASES[field][0] for field in REQUIRED if not any(s.get(field, 0) >= SURE for s in scores)
    ]
    choices = ", ".join(filter(None, shown))[:SHOWN_HEADERS]
    wanted = ", ".join(missing or [ALIASES[field][0] for field in REQUIRED])
    return finding(Location(name, number), "curation.column_missing", name=wanted, choices=choices)


def _reading(table: _Table) -> Reading:
    place = Location(table.path, table.layout.number)
    columns = TableColumns(place, table.guess)
    frame = table.frame
    if not table.guess.is_certain:
        values = {field: table.guess.header(field) for field in REQUIRED}
        problem = finding(place, "curation.columns_doubt", **values)
        return Reading(refused=(problem,), tables=(columns,))
    positions = table.guess.columns.personal
    made = [_consultation(table, row) for row in frame.records]
    refused = [one for one in made if isinstance(one, Problem)]
    if frame.others:
        first = Location(table.path, frame.others[0].number)
        numbers = ", ".join(str(row.number) for row in frame.others[:SHOWN_ROWS])
        count = len(frame.others)
        refused.append(notice(first, "curation.table_frame", count=count, value=numbers))
    consultations = tuple(one for one in made if isinstance(one, Consultation))
    return Reading(
        consultations=consultations,
        senders=names_in(row.cell(n) for row in table.rows for n in positions),
        refused=tuple(refused),
        notices=tuple(_notices(table, place)),
        messages=len(table.rows),
        used=len(consultations),
        tables=(columns,),
    )


def _notices(table: _Table, place: Location) -> Iterator[Problem]:
    """What should be known of the dates: that they have the month first, or cannot be read."""
    if table.order == "mdy":
        yield notice(place, "curation.month_first")
    elif not table.is_order_certain:
        yield notice(place, "curation.mixed_date_order")
    unread = [
        (row.number, text)
        for row in table.frame.records
        if (text := table.guess.columns.cell(row, "date"))
        and moment_of(text, order=table.order) is None
    ]
    if unread:
        number, text = unread[0]
        where = Location(table.path, number)
        yield notice(where, "curation.row_date", value=text, total=len(unread))


def _consultation(table: _Table, row: Row) -> Consultation | Problem:
    """The consultation of a row, or why it is set aside."""
    columns = table.guess.columns
    place = Location(table.path, row.number)
    if problem := _uneven(table, row, place):
        return problem
    question, answer = (_text(columns, row, field) for field in REQUIRED)
    if not question or not answer:
        name = "jawaban" if question else "pertanyaan"
        return notice(place, "curation.row_without", name=name)
    if _WITHOUT_CONTENT.match(answer):
        return notice(place, "curation.answer_without_content", value=answer)
    if len(question) + len(answer) > LONGEST_CELL:
        name = "jawaban" if len(answer) > len(question) else "pertanyaan"
        return finding(place, "curation.text_too_long", name=name, limit=LONGEST_CELL)
    written = columns.cell(row, "date")
    date = written or table.frame.days.get(row.number, "")
    moment = moment_of(date, order=table.order) if date else None
    return Consultation(
        channel=columns.cell(row, "channel") or "Tabel",
        month=f"{moment:%Y-%m}" if moment else None,
        start=moment.isoformat() if moment else "",
        question=question,
        answer=answer,
        place=place,
        key=(written, question, answer),
        category=columns.cell(row, "category"),
    )


def _uneven(table: _Table, row: Row, place: Location) -> Problem | None:
    """Why the cells of a row of text cannot be told apart: workbooks have no such rows."""
    expected = table.layout.width
    if not table.is_text or len(row.cells) == expected:
        return None
    if len(row.cells) == 1 and any(row.cells[0].count(d) == expected - 1 for d in DELIMITERS):
        return finding(place, "curation.mixed_delimiters")
    if any(row.cells[expected:]):
        width = len(row.cells)
        return finding(place, "curation.row_width", cells=width, expected=expected)
    return None


def _text(columns: Columns, row: Row, field: str) -> str:
    """Question or answer of a row; where its cell says nothing, that of a column like it."""
    further = (columns.further or {}).get(field, ())
    for position in (columns.single[field], *further):
        if not _BLANK.match(text := row.cell(position).strip()):
            return text
    return ""
