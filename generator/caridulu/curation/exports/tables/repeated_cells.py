"""Cells that only say ``idem`` -> the text of the cell above that they stand for.

A row whose question and answer both say so has nothing of its own and is left as it is.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from caridulu.curation.exports.tables.sheet import Row

_SAME = (
    r"(?:idem|ibid|s\.?d\.?a|ditto|"
    r"(?:sama|spt|seperti)(?: (?:dg|dgn|dengan|spt|seperti))? (?:di ?)?atas)"
)
_ONLY_SAME = re.compile(rf"\W*{_SAME}\W*|[\s-]*(?:[\"\u201d\u2033\u3003]|'')[\s-]*", re.I)
_BEGINS_SAME = re.compile(rf"\W*{_SAME}\b", re.I)


def repeats(text: str) -> bool:
    """Whether a text says that it is that of the one above, alone or with a few words more."""
    return _ONLY_SAME.fullmatch(text) is not None or _BEGINS_SAME.match(text) is not None


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
    same = {n for n, cell in enumerate(row.cells) if _ONLY_SAME.fullmatch(cell)}
    if same.issuperset(required):
        same.difference_update(required)
    cells = ((above.cell(n) if n in same else "") or cell for n, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells)) if same else row
