"""Rows below a header -> records, and what only frames them: sections, totals, signatures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caridulu.curation.exports.cell_dates import has_date
from caridulu.curation.exports.header_words import REQUIRED, is_instruction
from caridulu.curation.exports.tables.columns import Columns
from caridulu.curation.exports.tables.sheet import Row

USUAL = 0.7  # share of the records that fill a column, from which on it marks a record


@dataclass(frozen=True)
class Frame:
    """What a table holds beside its records."""

    records: tuple[Row, ...]
    others: tuple[Row, ...]
    sections: Mapping[int, str]  # number of a record -> the title of the section that it is in


def frame_of(rows: Sequence[Row], headers: Sequence[str], columns: Columns) -> Frame:
    """Tells records from the rows that frame them."""
    usual = _usual(rows, columns)
    ends = _last_record(rows, columns, usual)
    records: list[Row] = []
    others: list[Row] = []
    sections: dict[int, str] = {}
    section = ""
    for index, row in enumerate(rows):
        if index > ends or _is_frame(row, headers, columns, usual):
            others.append(row)
            section = next((cell for cell in row.cells if has_date(cell)), row.filled[0])
        else:
            records.append(row)
            if section:
                sections[row.number] = section
    return Frame(tuple(records), tuple(others), sections)


def _usual(rows: Sequence[Row], columns: Columns) -> tuple[int, ...]:
    """Finds the columns beside question and answer in which nearly every record has text."""
    required = [columns.single[field] for field in REQUIRED]
    whole = [row for row in rows if all(map(row.cell, required))]
    width = max((len(row.cells) for row in whole), default=0)
    return tuple(
        n
        for n in range(width)
        if n not in required and sum(bool(row.cell(n)) for row in whole) >= USUAL * len(whole)
    )


def _is_frame(row: Row, headers: Sequence[str], columns: Columns, usual: Sequence[int]) -> bool:
    if is_header(row, headers):
        return True
    if all(is_instruction(columns.cell(row, field)) for field in REQUIRED):
        return True
    said = [bool(columns.cell(row, field)) for field in REQUIRED]
    if all(said):
        return False
    return len(set(row.filled)) == 1 and (bool(usual) or not any(said))


def is_header(row: Row, headers: Sequence[str]) -> bool:
    """Tells whether this is the header once more, as on every printed page."""
    same = sum(bool(cell) and cell == name for cell, name in zip(row.cells, headers, strict=False))
    return len(row.filled) > 1 and same * 2 > len(row.filled)


def _last_record(rows: Sequence[Row], columns: Columns, usual: Sequence[int]) -> int:
    """Returns the index of the last row that is a record; below it stand notes and signatures."""
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        known = sum(bool(row.cell(n)) for n in usual)
        if columns.cell(row, "question") and known * 2 >= len(usual):
            return index
    return len(rows) - 1
