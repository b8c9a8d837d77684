"""A table whose rows hold several questions, each with its answer -> a row for each of them.

``Pertanyaan 1 | Tanggapan 1 | Pertanyaan 2 | Tanggapan 2``, as minutes have them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from caridulu.curation.exports.header_words import (
    REQUIRED,
    SURE,
    folded_header,
    header_scores,
)
from caridulu.curation.exports.tables.layout import Layout
from caridulu.curation.exports.tables.sheet import Row

_NUMBERED = re.compile(r"(?P<name>.*\D)\W*(?P<number>[1-9])")

_Pair = tuple[int, int]  # the columns of a question and of its answer


def with_rows_of_pairs(layout: Layout) -> Layout:
    """Gives each further pair of columns rows of its own, below those of the first."""
    pairs = _pairs(layout.headers)
    if len(pairs) < 2:
        return layout
    (asked, told), *further = pairs
    emptied = {n for pair in further for n in pair}
    headers = ["" if n in emptied else name for n, name in enumerate(layout.headers)]
    for position in (asked, told):
        headers[position] = _bare(headers[position])
    rows = tuple(one for row in layout.rows for one in _parted(row, pairs, emptied))
    return replace(layout, headers=tuple(headers), rows=rows)


def _pairs(headers: Sequence[str]) -> list[_Pair]:
    """Lists the columns of the first, the second and further questions with their answers."""
    found = defaultdict[str, dict[str, int]](dict)
    for position, header in enumerate(headers):
        if numbered := _NUMBERED.fullmatch(folded_header(header)):
            scores = header_scores(numbered["name"])
            for field in REQUIRED:
                if scores.get(field, 0.0) >= SURE:
                    found[numbered["number"]].setdefault(field, position)
    numbers = [str(n) for n in range(1, len(found) + 1)]
    is_whole = sorted(found) == numbers and all(len(one) == len(REQUIRED) for one in found.values())
    return [(found[n]["question"], found[n]["answer"]) for n in numbers] if is_whole else []


def _bare(header: str) -> str:
    numbered = _NUMBERED.fullmatch(folded_header(header))
    return numbered["name"].strip() if numbered else header


def _parted(row: Row, pairs: Sequence[_Pair], emptied: set[int]) -> Iterator[Row]:
    """Yields the row with each of its pairs in the place of the first."""
    asked, told = pairs[0]
    filled = [pair for pair in pairs if row.cell(pair[0]) or row.cell(pair[1])]
    for pair in filled or pairs[:1]:
        cells = ["" if n in emptied else cell for n, cell in enumerate(row.cells)]
        cells += [""] * (max(asked, told) + 1 - len(cells))
        cells[asked], cells[told] = row.cell(pair[0]), row.cell(pair[1])
        yield replace(
            row, cells=tuple(cells), is_put_together=row.is_put_together or pair != pairs[0]
        )
