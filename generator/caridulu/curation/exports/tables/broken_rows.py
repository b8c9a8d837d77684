"""Rows of a text that a line break within a cell has cut in two -> whole rows."""

from collections.abc import Iterator, Sequence

from caridulu.curation.exports.tables.cell_dates import has_date
from caridulu.curation.exports.tables.sheet import Row

MOST_PIECES = 30  # of one row; an endless one would be joined again from each of its lines
MARKED = 0.8  # share of whole rows that begin with a number or a day, so that a rest is told


def mended(rows: Sequence[Row], width: int) -> tuple[Row, ...]:
    """Joins the pieces of rows, where rows begin with a number or a day and the rest does not.

    Args:
        rows: below the header.
        width: cells of the header.
    """
    whole = [row for row in rows if len(row.cells) == width]
    if not whole or sum(_is_marked(row) for row in whole) < MARKED * len(whole):
        return tuple(rows)
    return tuple(_joined(rows, width))


def _joined(rows: Sequence[Row], width: int) -> Iterator[Row]:
    index = 0
    while index < len(rows):
        row, end = rows[index], index + 1
        last = min(len(rows), index + MOST_PIECES)
        cells = row.cells
        while len(cells) < width and end < last and _continues(rows[end - 1], rows[end]):
            more = rows[end].cells
            cells = (*cells[:-1], f"{cells[-1]}\n{more[0]}", *more[1:])
            end += 1
        if len(cells) != width:
            cells, end = row.cells, index + 1
        while len(cells) == width and end < last and _goes_on(rows[end - 1], rows[end]):
            cells = (*cells[:-1], f"{cells[-1]}\n{rows[end].cells[0]}")
            end += 1
        yield Row(row.number, cells)
        index = end


def _continues(row: Row, rest: Row) -> bool:
    return rest.number == row.number + 1 and not _is_marked(rest)


def _goes_on(row: Row, rest: Row) -> bool:
    """Whether a line is the end of the last cell, and no title of a section."""
    is_text = len(rest.cells) == 1 and not rest.cells[0][:1].isupper()
    return is_text and _continues(row, rest)


def _is_marked(row: Row) -> bool:
    first = row.cells[0]
    return first.strip("#.").isdigit() or has_date(first)
