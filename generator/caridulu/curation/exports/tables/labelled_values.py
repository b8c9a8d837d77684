"""Forms, whose labels have their values beside them -> a table with a row for each form.

Tanggal    | 2 Februari 2026
Pertanyaan | Apakah ada data kopi?
Jawaban    | Ada, di bab 5
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caridulu.curation.exports.header_words import REQUIRED, SURE, folded_header, header_scores
from caridulu.curation.exports.tables.sheet import Row, Sheet

LONGEST_LABEL = 40  # characters
KNOWN = 0.5  # score of a label that says what its value is, at least
HEAD = 60  # rows that tell whether a sheet is one of forms
LEAST_KNOWN = 0.6  # share of rows with such a label, from which on a sheet is one of forms
_MARKS = " :.)"

_Form = dict[str, str]  # label -> value
_Line = tuple[Row, list[tuple[str, str]]]  # a row with its labels and their values


def with_forms(sheet: Sheet) -> Sheet:
    """Gives each form of a sheet a row; a sheet without forms stays as it is."""
    head = sheet.rows[:HEAD]
    if not _are_of_forms(head, _lines(head)):
        return sheet
    lines = _lines(sheet.rows)
    names = tuple(dict.fromkeys(label for _, pairs in lines for label, _ in pairs))
    rows = (
        Row(number, tuple(form.get(name, "") for name in names)) for number, form in _forms(lines)
    )
    return replace(sheet, rows=(Row(sheet.rows[0].number, names), *rows), merged=())


def _lines(rows: Sequence[Row]) -> list[_Line]:
    return [(row, pairs) for row in rows if (pairs := _pairs(row))]


def _pairs(row: Row) -> list[tuple[str, str]]:
    """Lists labels and values of a row, empty where it has none: ``Nama | : | Ani | HP | 0812``."""
    cells = [cell for cell in row.filled if cell.strip(_MARKS)]
    if len(cells) > 2 and cells[0].strip(_MARKS).isdigit():
        del cells[0]
    if not cells or len(cells) % 2 or any(len(one) > LONGEST_LABEL for one in cells[::2]):
        return []
    pairs = list(zip(map(folded_header, cells[::2]), cells[1::2], strict=True))
    return pairs if len(pairs) == 1 or all(_is_known(label) for label, _ in pairs) else []


def _is_known(label: str) -> bool:
    return max(header_scores(label).values(), default=0.0) >= KNOWN


def _are_of_forms(rows: Sequence[Row], lines: Sequence[_Line]) -> bool:
    """Tells whether question and answer are labels, and no names of columns."""
    labels = [label for _, pairs in lines for label, _ in pairs]
    if not all(any(_names(label, field) for label in labels) for field in REQUIRED):
        return False
    wide = sum(len(row.filled) > 1 for row in rows)
    known = sum(_is_known(pairs[0][0]) for _, pairs in lines)
    return known >= LEAST_KNOWN * wide and not any(map(_names_both, rows))


def _names(label: str, field: str) -> bool:
    return header_scores(label).get(field, 0.0) >= SURE


def _names_both(row: Row) -> bool:
    short = [cell for cell in row.filled if len(cell) <= LONGEST_LABEL]
    return all(any(_names(cell, field) for cell in short) for field in REQUIRED)


def _forms(lines: Sequence[_Line]) -> Iterator[tuple[int, _Form]]:
    """Yields each form with the row of its question; a label that comes again begins another."""
    form: _Form = {}
    number = 0
    for row, pairs in lines:
        if any(label in form for label, _ in pairs):
            yield number, form
            form, number = {}, 0
        form |= pairs
        if not number or any(_names(label, "question") for label, _ in pairs):
            number = row.number
    yield number, form
