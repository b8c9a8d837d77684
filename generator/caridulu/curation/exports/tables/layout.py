"""Rows of a sheet -> its header, which may stand anywhere near the top, and the rows below it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from caridulu.curation.exports.cell_dates import day_in, has_date
from caridulu.curation.exports.header_words import (
    REQUIRED,
    SURE,
    folded_header,
    header_scores,
    is_instruction,
)
from caridulu.curation.exports.tables.sheet import MergedCells, Row, Sheet

DEEPEST_HEADER = 40  # filled rows above which a header is looked for
LONGEST_HEADER = 100  # characters of one cell
LONGEST_QUESTION = 300  # of a form, whose first row has whole questions
LONGEST_NAME = 40  # of a column of a further table below the first one
EMPTIER = 1.0  # how much more a row with fewer cells has to name than one above: a cell may ask
LEAST_NAMED = 0.6  # score of the headers of its question and answer, at least
NAMED = 0.4  # score from which on a word names a column; "data" stands in any cell
MOST_LINES = 3  # of a header
MOST_PIECES = 30  # lines of one row at most, so that joining stays linear in time
MARKED = 0.8  # share of whole rows that begin with a number or a day, to tell pieces by it
_NUMBERED = re.compile(r"^\(?(\d{1,3})\)?\.?$")
_OTHERS = (
    "date", "name", "contact", "officer", "status", "category", "channel", "profile", "index",
)  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """A header, of one row or two, and what stands below it."""

    headers: tuple[str, ...]  # as they stand
    number: int  # of the header's last row; of the first row where there is no header
    rows: tuple[Row, ...]
    width: int  # cells of the header's row, empty ones too
    groups: tuple[str, ...] = ()  # what stands over several columns: ``Identitas`` over ``Nama``
    above: tuple[str, ...] = ()  # titles over the header, the nearest last

    @property
    def names(self) -> tuple[str, ...]:
        """The headers, with the letter of its column where one is empty or repeated."""
        seen = Counter(map(folded_header, self.headers))
        return tuple(
            name
            if name and seen[folded_header(name)] == 1
            else f"{name} kolom {_letter(n)}".strip()
            for n, name in enumerate(self.headers)
        )


def layout_of(sheet: Sheet, mapping: Mapping[str, str]) -> Layout | None:
    """Finds the header that names most, or the first row that looks like one."""
    best: tuple[float, int] | None = None
    for index, row in enumerate(sheet.rows[:DEEPEST_HEADER]):
        if _looks_like_header(row, longest=LONGEST_HEADER if index else LONGEST_QUESTION):
            score = _score(_names(sheet.rows, index).names, mapping)
            is_emptier = best and len(row.filled) < len(sheet.rows[best[1]].filled)
            if best is None or score > best[0] + (EMPTIER if is_emptier else 0.01):
                best = (score, index)
    first = next((row for row in sheet.rows if len(row.filled) > 1), None)  # below its titles
    if (best is None or best[0] == 0) and first and _is_record(first):  # it has no header
        width = max(len(row.cells) for row in sheet.rows)
        return Layout(("",) * width, sheet.rows[0].number, sheet.rows, width)
    return _layout_at(sheet, best[1]) if best else None


def first_layout(sheet: Sheet) -> Layout | None:
    """Takes the first row that looks like a header for it, as programs write their tables."""
    width = max((len(row.cells) for row in sheet.rows[:DEEPEST_HEADER]), default=0)
    for index, row in enumerate(sheet.rows[:DEEPEST_HEADER]):
        if 2 * len(row.filled) > width:
            return _layout_at(sheet, index) if _looks_like_header(row) else None
    return None


def _layout_at(sheet: Sheet, index: int) -> Layout:
    """Reads the header of a row, and what stands below it."""
    header = _names(sheet.rows, index)
    rest = sheet.rows[header.last + 1 :]
    if rest and _is_numbering(rest[0]):
        rest = rest[1:]
    width = max((len(row.cells) for row in rest), default=0)
    padded = header.names + ("",) * (width - len(header.names))
    last = sheet.rows[header.last]
    above = tuple(cell for row in sheet.rows[: header.first] for cell in row.filled)
    return Layout(padded, last.number, rest, len(last.cells), header.groups, above)


def tables_in(sheet: Sheet, layout: Layout) -> Iterator[Layout]:
    """Cuts a sheet where a table with other columns begins below the first one."""
    for index, row in enumerate(layout.rows):
        if _begins_table(row, layout):
            rest = replace(sheet, rows=layout.rows[index:])
            below = layout_of(rest, {})
            if below is not None and below.number == row.number:
                yield replace(layout, rows=layout.rows[:index])
                yield from tables_in(rest, below)
                return
    yield layout


def _begins_table(row: Row, layout: Layout) -> bool:
    """Tells whether a row is the header of other columns than those above.

    It names question and answer in other places, or numbers its rows as they do: ``No``.
    """
    filled = row.filled
    if len(filled) < 3 or any(len(cell) > LONGEST_NAME or cell[0].isdigit() for cell in filled):
        return False
    same = sum(map(_are_same, row.cells, layout.names))
    if _are_same(row.cells[0], layout.names[0]) and 2 * same <= len(filled):
        return header_scores(row.cells[0]).get("index", 0.0) >= SURE
    places = [_place_named(row.cells, field) for field in REQUIRED]
    above = [_place_named(layout.headers, field) for field in REQUIRED]
    return None not in places and len(set(places)) == 2 and places != above


def _are_same(cell: str, name: str) -> bool:
    return folded_header(cell) == folded_header(name)


def _place_named(names: Sequence[str], field: str) -> int | None:
    """Finds the first column that is surely named after a field."""
    named = (n for n, name in enumerate(names) if header_scores(name).get(field, 0) >= LEAST_NAMED)
    return next(named, None)


def _is_record(row: Row) -> bool:
    return any(
        has_date(cell) or cell.isdigit() or len(cell) > LONGEST_HEADER for cell in row.filled
    )


def _letter(position: int) -> str:
    """Returns the letter of a column as spreadsheets write it: A, B, ... Z, AA."""
    before, last = divmod(position, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def _looks_like_header(row: Row, *, longest: int = LONGEST_HEADER) -> bool:
    filled = row.filled
    if len(filled) < 2 or any(len(cell) > longest or _is_day(cell) for cell in filled):
        return False
    if filled[0].isdigit():  # the number of a record
        return False
    return len(set(filled)) * 2 > len(filled)


def _is_day(cell: str) -> bool:
    """Tells whether a cell is a day, perhaps without its year: ``3/3``."""
    part = day_in(cell) if cell[:1].isdigit() and not cell.isdigit() else None
    return has_date(cell) or (part is not None and part.month > 0)


def _score(headers: Sequence[str], mapping: Mapping[str, str]) -> float:
    """Scores how much a row names: question and answer first, then whatever else is known."""
    scores = [
        {mapping[folded_header(name)]: 2.0}
        if name and folded_header(name) in mapping
        else header_scores(name)
        for name in headers
    ]
    named = [max((s.get(f, 0.0) for s in scores), default=0.0) for f in REQUIRED]
    required = sum(score for score in named if score >= NAMED)
    # A long text names less than it tells.
    short = [s for s, name in zip(scores, headers, strict=True) if len(name) <= 30]
    return required + 0.3 * sum(any(s.get(f, 0.0) >= 0.5 for s in short) for f in _OTHERS)


@dataclass(frozen=True)
class _Header:
    """The rows of a header, as one name for each column."""

    first: int  # index of its first row
    last: int
    names: tuple[str, ...]
    groups: tuple[str, ...]


def _names(rows: Sequence[Row], index: int) -> _Header:
    """Reads the header of a row with what the rows above and below it add."""
    width = max(len(one.cells) for one in rows[index : index + MOST_LINES])
    first = last = index
    if index and rows[index - 1].number == rows[index].number - 1:
        first = index - _looks_like_header(rows[index - 1])
    names = [rows[first].cell(n) for n in range(width)]
    groups = [""] * width
    if first < index:
        is_group = _is_below(rows[first], rows[index], width)
        names, over = _divided(names, groups, rows[index])
        groups = over if is_group else groups
    while last + 1 < min(len(rows), first + MOST_LINES):
        below = _without_instructions(rows[last + 1])
        if not _is_below(rows[last], below, width):
            break
        last += 1
        names, groups = _divided(names, groups, below)
    folded = (tuple(" ".join(text.split()) for text in line) for line in (names, groups))
    return _Header(first, last, *folded)


def _divided(
    names: Sequence[str], groups: Sequence[str], below: Row
) -> tuple[list[str], list[str]]:
    """Splits names into groups, where a further row says what the columns of a group are."""
    held, over = "", list(groups)
    for n, name in enumerate(names):
        held = name or (held if below.cell(n) else "")
        if below.cell(n) and held:
            over[n] = f"{groups[n]} {held}".strip()
    return [below.cell(n) or name for n, name in enumerate(names)], over


def _without_instructions(row: Row) -> Row:
    return replace(row, cells=tuple("" if is_instruction(one) else one for one in row.cells))


def _is_below(row: Row, below: Row, width: int) -> bool:
    """Tells whether a row divides the groups of the header above it, and is no row of values."""
    if below.number != row.number + 1 or not _may_divide(below):
        return False
    filled = [n for n in range(width) if below.cell(n)]
    groups = {n for n in range(width - 1) if row.cell(n) and not row.cell(n + 1)}
    is_free = all(n in groups or not row.cell(n) for n in filled)
    return is_free and not groups.isdisjoint(filled)


def _may_divide(row: Row) -> bool:
    values = any(cell[:1].isdigit() or has_date(cell) for cell in row.filled)
    return len(row.filled) >= 2 and not values and max(map(len, row.filled)) <= LONGEST_HEADER


def _is_numbering(row: Row) -> bool:
    """Tells whether columns are only counted: (1) (2) (3)."""
    numbers = [int(match[1]) for cell in row.filled if (match := _NUMBERED.match(cell))]
    return len(numbers) == len(row.filled) >= 3 and numbers == sorted(set(numbers))


def filled_down(
    rows: Sequence[Row], merged: Sequence[MergedCells], *, but: Collection[int]
) -> tuple[Row, ...]:
    """Repeats the value of cells merged downwards in each row, ``but`` in some columns."""
    numbers = [row.number for row in rows]
    filled = list(rows)
    for one in merged:
        first, last = bisect_left(numbers, one.first), bisect_right(numbers, one.last)
        value = rows[first].cell(one.column) if first < last else ""
        if value and one.column not in but:
            for index in range(first + 1, last):
                filled[index] = _with_cell(filled[index], one.column, value)
    return tuple(filled)


def _with_cell(row: Row, column: int, value: str) -> Row:
    if row.cell(column):
        return row
    cells = [*row.cells, *("",) * (column + 1 - len(row.cells))]
    cells[column] = value
    return replace(row, cells=tuple(cells))


def mended(rows: Sequence[Row], width: int) -> tuple[Row, ...]:
    """Joins the pieces of rows, where rows begin with a number or a day and the rest does not."""
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
        yield Row(row.number, cells, is_put_together=cells != row.cells)
        index = end


def _continues(row: Row, rest: Row) -> bool:
    return rest.number == row.number + 1 and not _is_marked(rest)


def _goes_on(row: Row, rest: Row) -> bool:
    """Tells whether a line is the end of the last cell, and no title of a section."""
    is_text = len(rest.cells) == 1 and not rest.cells[0][:1].isupper()
    return is_text and _continues(row, rest)


def _is_marked(row: Row) -> bool:
    first = row.cells[0]
    return first.strip("#.").isdigit() or has_date(first)
