"""A row whose cells only go on with those above -> part of the row above.

Who types a long answer into a narrow column goes on in the row below, which has nothing else.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from caridulu.curation.exports.phrases.empty_texts import repeats
from caridulu.curation.exports.tables.sheet import Row

LONGEST = 5_000  # characters of a row to which nothing more is joined
_UNFINISHED = re.compile(
    r"(?:[,;/&+-]|\b(?:dan|atau|yang|yg|untuk|utk|dengan|dgn|dari|serta|karena|krn|adalah|yaitu))$",
    re.I,
)


def with_continued(rows: Iterable[Row], *, question: int, answer: int) -> tuple[Row, ...]:
    """Joins answers, and unfinished questions, with what goes on below them."""
    joined: list[Row] = []
    last = 0
    for row in rows:
        is_below = bool(joined) and row.number == last + 1 and bool(joined[-1].cell(question))
        is_short = is_below and sum(map(len, joined[-1].cells)) < LONGEST
        if is_short and _goes_on(row, joined[-1], question, answer):
            joined[-1] = _joined(joined[-1], row)
        else:
            joined.append(row)
        last = row.number
    return tuple(joined)


def _goes_on(row: Row, above: Row, question: int, answer: int) -> bool:
    asked, told = row.cell(question), row.cell(answer)
    if sorted(row.filled) != sorted(filter(None, (asked, told))) or repeats(told):
        return False
    if asked:
        return asked[0].islower() and _UNFINISHED.search(above.cell(question)) is not None
    return told[0].islower() or _UNFINISHED.search(above.cell(answer)) is not None


def _joined(above: Row, row: Row) -> Row:
    width = max(len(above.cells), len(row.cells))
    cells = (f"{above.cell(n)} {row.cell(n)}".strip() for n in range(width))
    return replace(above, cells=tuple(cells), is_put_together=True)
