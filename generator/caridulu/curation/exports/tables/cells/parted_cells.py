"""A column whose cells hold question and answer -> one column for each of them.

``T: ada data kapal 2025? J: ada di buku, tabel 5.2``
"""

import re
from dataclasses import replace

from caridulu.curation.exports.header_words import ALIASES, REQUIRED
from caridulu.curation.exports.tables.layout import Layout
from caridulu.curation.exports.tables.sheet import Row

SAMPLE = 300  # rows whose cells are looked at
LEAST = 0.6  # share of the filled cells with both question and answer
FEWEST = 2  # cells with both
_ASKED = re.compile(r"^\W*(?:tanya|pertanyaan|question|[tq])\s*[:.]\s*", re.I)
_TOLD = re.compile(r"(?:\n|[.?;/|)]|  )\s*(?:jawab(?:an)?|answer|[ja])\s*:\s*", re.I)


def with_parted_cells(layout: Layout) -> Layout:
    """Gives the answers of such a column a column of their own, the last one."""
    position = next((n for n in range(len(layout.headers)) if _is_parted(layout, n)), None)
    if position is None:
        return layout
    width = len(layout.headers)
    asked, told = (ALIASES[field][0] for field in REQUIRED)
    headers = [*layout.headers, told]
    headers[position] = asked
    rows = tuple(_parted(row, position, width) for row in layout.rows)
    return replace(layout, headers=tuple(headers), rows=rows, width=width + 1)


def _is_parted(layout: Layout, position: int) -> bool:
    cells = [text for row in layout.rows[:SAMPLE] if (text := row.cell(position))]
    both = sum(_ASKED.match(text) is not None and _TOLD.search(text) is not None for text in cells)
    return both >= max(FEWEST, LEAST * len(cells))


def _parted(row: Row, position: int, width: int) -> Row:
    """Moves the answer behind the other cells; question marks stay with the question."""
    cells = [*row.cells, *("",) * (width - len(row.cells))]
    text = cells[position]
    found = _TOLD.search(text)
    asked = text[: found.start() + 1] if found else text
    cells[position] = _ASKED.sub("", asked, count=1).strip(" \n/|;")
    cells.insert(width, text[found.end() :].strip() if found else "")
    return replace(row, cells=tuple(cells), is_put_together=True)
