"""Cells that only say ``idem`` -> the text of the cell above that they stand for.

A row whose question and answer both say so has nothing of its own and is left as it is.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from caridulu.curation.exports.phrases.empty_texts import is_same
from caridulu.curation.exports.tables.sheet import Row


def with_repeated(rows: Sequence[Row], required: Collection[int]) -> tuple[Row, ...]:
    """Puts the text above into cells that only say ``idem``.

    Args:
        rows: below the header.
        required: the columns of question and answer.
    """
    filled: list[Row] = []
    for row in rows:
        filled.append(_with_above(row, filled[-1], required) if filled else row)
    return tuple(filled)


def _with_above(row: Row, above: Row, required: Collection[int]) -> Row:
    same = {n for n, cell in enumerate(row.cells) if is_same(cell)}
    if same.issuperset(required):
        same.difference_update(required)
    cells = ((above.cell(n) if n in same else "") or cell for n, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells)) if same else row
