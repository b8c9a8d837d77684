"""Cells that only say ``idem`` -> the text of the cell above that they stand for.

A row whose question and answer both say so has nothing of its own and is left as it is. A question
that says ``idem, tapi untuk kopi`` and has an answer of its own takes along the one above.
"""

from collections.abc import Sequence
from dataclasses import replace

from caridulu.curation.exports.phrases.empty_texts import is_same, says_nothing, what_differs
from caridulu.curation.exports.tables.sheet import Row


def with_repeated(rows: Sequence[Row], *, question: int, answer: int) -> tuple[Row, ...]:
    """Puts the text above into cells that only say ``idem``.

    Args:
        rows: below the header.
        question: the column of the questions.
        answer: the column of the answers.
    """
    filled: list[Row] = []
    for row in rows:
        filled.append(_with_above(row, filled[-1], question, answer) if filled else row)
    return tuple(filled)


def _with_above(row: Row, above: Row, question: int, answer: int) -> Row:
    same = {n for n, cell in enumerate(row.cells) if is_same(cell)}
    if same.issuperset((question, answer)):
        same.difference_update((question, answer))
    cells = [(above.cell(n) if n in same else "") or cell for n, cell in enumerate(row.cells)]
    differs = what_differs(row.cell(question))
    if differs and above.cell(question) and not says_nothing(row.cell(answer)):
        cells[question] = f"{differs} ({above.cell(question)})"
    return replace(row, cells=tuple(cells))
