"""A sheet -> a table: its header, what its columns hold, and the rows below it."""

from collections.abc import Mapping
from dataclasses import dataclass

from caridulu.curation.exports.consultation import ExportOptions
from caridulu.curation.exports.header_words import REQUIRED, folded_header
from caridulu.curation.exports.tables.cells.parted_cells import with_parted_cells
from caridulu.curation.exports.tables.cells.repeated_cells import with_repeated
from caridulu.curation.exports.tables.column_guess import guess_columns
from caridulu.curation.exports.tables.columns import (
    Certainty,
    Columns,
    Guess,
    TableColumns,
    kept_header,
)
from caridulu.curation.exports.tables.frame import is_header
from caridulu.curation.exports.tables.layout import TableLayout, first_layout, layout_of
from caridulu.curation.exports.tables.sheet import Row, Sheet
from caridulu.curation.exports.tables.tickets.ticket_columns import TicketColumns, ticket_columns
from caridulu.curation.exports.tables.tickets.written_talks import written_talks
from caridulu.knowledge import Location

FIRST_ROWS = 3


@dataclass(frozen=True)
class Table:
    """A sheet, and what its columns seem to hold."""

    path: str
    layout: TableLayout
    guess: Guess
    rows: tuple[Row, ...]
    is_text: bool
    tickets: TicketColumns | None = None  # where several rows are one ticket

    @property
    def shown(self) -> TableColumns:
        first = tuple(row.cells for row in self.rows[:FIRST_ROWS])
        return TableColumns(Location(self.path, self.layout.number), self.guess, first)


def table_of(name: str, sheet: Sheet, options: ExportOptions) -> Table | None:
    """Reads what the columns of a sheet hold; None without a header of two columns."""
    known = dict(item for one in options.remembered for item in one.fields.items())
    if tickets := _ticket_table(name, sheet, options):
        return tickets
    layout = layout_of(sheet, options.mapping or known)
    if layout is None:
        return None
    layout = with_parted_cells(layout)
    mapping = _mapping(layout, options)
    guess = guess_columns(layout.names, layout.rows, mapping)
    if guess is None:
        return None
    question, answer = (guess.columns.single[field] for field in REQUIRED)
    rows = with_repeated(layout.rows, question=question, answer=answer)
    return Table(name, layout, guess, rows, is_text=sheet.is_text)


def _ticket_table(name: str, sheet: Sheet, options: ExportOptions) -> Table | None:
    """Reads a table with several rows a ticket, as programs write it; None for another table."""
    layout = first_layout(sheet)
    if layout is None:
        return None
    tickets = written_talks(layout.names, layout.rows) or ticket_columns(
        layout.names, layout.rows, _mapping(layout, options)
    )
    if tickets is None:
        return None
    rows = tuple(row for row in layout.rows if not is_header(row, layout.headers))
    columns = Columns(tickets.single, tickets.personal)
    first = next(iter(rows), Row(layout.number, ()))
    examples = tuple(first.cell(n) for n in range(len(layout.names)))
    guess = Guess(tuple(layout.names), columns, Certainty.CERTAIN, examples)
    return Table(name, layout, guess, rows, is_text=sheet.is_text, tickets=tickets)


def _mapping(layout: TableLayout, options: ExportOptions) -> Mapping[str, str]:
    """Maps these headers to fields: by this run's mapping, else as remembered."""
    if options.mapping:
        return options.mapping
    kept = tuple(map(kept_header, layout.names))
    known = next((one.fields for one in options.remembered if one.headers == kept), {})
    named = zip(layout.names, kept, strict=True)
    return {folded_header(name): known[header] for name, header in named if header in known}
