"""Rows of a sheet -> its header, which may stand anywhere near the top, and the rows below it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from caridulu.curation.exports.cell_dates import has_date, is_day
from caridulu.curation.exports.header_words import (
    REQUIRED,
    folded_header,
    header_scores,
    is_instruction,
)
from caridulu.curation.exports.tables.sheet import Row, Sheet

DEEPEST_HEADER = 40  # filled rows above which a header is looked for
LONGEST_HEADER = 300  # characters of one cell, which may be a whole question of a form
NAMED = 0.4  # score from which on a word names a column; "data" stands in any cell
NEARLY_SAME = 0.01  # by how much more a lower row must name
MOST_LINES = 3  # of a header
_NUMBERED = re.compile(r"^\(?(\d{1,3})\)?\.?$")
_OTHERS = (
    "date", "name", "contact", "officer", "status", "category", "channel", "profile", "index",
)  # fmt: skip


@dataclass(frozen=True)
class TableLayout:
    """A header, of one row or two, and what stands below it."""

    headers: tuple[str, ...]  # as they stand
    number: int  # of the header's last row; of the first row where there is no header
    rows: tuple[Row, ...]
    width: int  # cells of the header's row, empty ones too
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


def layout_of(sheet: Sheet, mapping: Mapping[str, str]) -> TableLayout | None:
    """Finds the header that names most, or the first row that looks like one."""
    best, best_score = None, -1.0
    for index, row in enumerate(sheet.rows[:DEEPEST_HEADER]):
        if _looks_like_header(row):
            score = _score(_names(sheet.rows, index).names, mapping)
            if score > best_score + NEARLY_SAME:
                best, best_score = index, score
    first = next((row for row in sheet.rows if len(row.filled) > 1), None)  # below its titles
    if best_score <= 0 and first and _is_record(first):  # it has no header
        width = max(len(row.cells) for row in sheet.rows)
        return TableLayout(("",) * width, sheet.rows[0].number, sheet.rows, width)
    return None if best is None else _layout_at(sheet, best)


def first_layout(sheet: Sheet) -> TableLayout | None:
    """Takes the first row that looks like a header for it, as programs write their tables."""
    width = max((len(row.cells) for row in sheet.rows[:DEEPEST_HEADER]), default=0)
    for index, row in enumerate(sheet.rows[:DEEPEST_HEADER]):
        if 2 * len(row.filled) > width:
            return _layout_at(sheet, index) if _looks_like_header(row) else None
    return None


def _layout_at(sheet: Sheet, index: int) -> TableLayout:
    """Reads the header of a row, and what stands below it."""
    header = _names(sheet.rows, index)
    rest = sheet.rows[header.last + 1 :]
    if rest and _is_numbering(rest[0]):
        rest = rest[1:]
    width = max((len(row.cells) for row in rest), default=0)
    padded = header.names + ("",) * (width - len(header.names))
    last = sheet.rows[header.last]
    above = tuple(cell for row in sheet.rows[: header.first] for cell in row.filled)
    return TableLayout(padded, last.number, rest, len(last.cells), above)


def _is_record(row: Row) -> bool:
    return any(has_date(cell) or cell.isdigit() for cell in row.filled)


def _letter(position: int) -> str:
    """Returns the letter of a column as spreadsheets write it: A, B, ... Z, AA."""
    before, last = divmod(position, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def _looks_like_header(row: Row) -> bool:
    filled = row.filled
    if len(filled) < 2 or any(len(cell) > LONGEST_HEADER or is_day(cell) for cell in filled):
        return False
    if filled[0].isdigit():  # the number of a record
        return False
    return len(set(filled)) * 2 > len(filled)


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


def _names(rows: Sequence[Row], index: int) -> _Header:
    """Reads the header of a row with what the rows above and below it add."""
    width = max(len(one.cells) for one in rows[index : index + MOST_LINES])
    first = last = index
    if index and rows[index - 1].number == rows[index].number - 1:
        first = index - _looks_like_header(rows[index - 1])
    names = [rows[first].cell(n) for n in range(width)]
    if first < index:
        names = [rows[index].cell(n) or name for n, name in enumerate(names)]
    while last + 1 < min(len(rows), first + MOST_LINES):
        below = _without_instructions(rows[last + 1])
        if not _is_below(rows[last], below, width):
            break
        last += 1
        names = [below.cell(n) or name for n, name in enumerate(names)]
    return _Header(first, last, tuple(" ".join(name.split()) for name in names))


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
