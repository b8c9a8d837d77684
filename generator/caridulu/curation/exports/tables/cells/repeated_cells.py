"""Cells that only say ``idem`` -> the text of the cell above that they stand for.

A row whose question and answer both say so has nothing of its own and is left as it is.
"""

from collections.abc import Sequence
from dataclasses import replace

from caridulu.curation.exports.phrases.empty_texts import is_same
from caridulu.curation.exports.tables.sheet import Row


def with_repeated(rows: Sequence[Row], *, question: int, answer: int) -> tuple[Row, ...]:
    """Puts the text above into cells of these columns, and of others, that only say ``idem``."""
    filled: list[Row] = []
    for row in rows:
        filled.append(_with_above(row, filled[-1], question, answer) if filled else row)
    return tuple(filled)


def _with_above(row: Row, above: Row, question: int, answer: int) -> Row:
    same = {n for n, cell in enumerate(row.cells) if is_same(cell)}
    if {question, answer} <= same:
        same.difference_update((question, answer))
    cells = [(above.cell(n) if n in same else "") or cell for n, cell in enumerate(row.cells)]
    is_own = cells == list(row.cells)
    return row if is_own else replace(row, cells=tuple(cells), is_put_together=True)
