"""A column whose cells hold question and answer -> one column for each of them.

``T: ada data kapal 2025? J: ada di buku, tabel 5.2``; a cell with several pairs has several rows.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from caridulu.curation.exports.header_words import ALIASES, REQUIRED, header_scores
from caridulu.curation.exports.tables.layout import TableLayout
from caridulu.curation.exports.tables.sheet import Row

SAMPLE = 300  # rows whose cells are looked at
LEAST = 0.5  # share of the filled cells with both question and answer
FEWEST = 2  # cells with both
SPEAKS_FOR = 0.5  # score of a header that speaks for question or answer, at least
MARKERS = 200  # different markers that are remembered
_ASKED = (
    r"(?:ber|di)?tanya(?:kan|nya)?|(?:pe|me)nanya(?:kan)?|pertanyaan(?:nya)?|tny|questions?|masalah|"
    r"permasalahan|kendala|keluhan|kebutuhan|permintaan|pemohon|konsumen|tamu|pengguna|penanya|"
    r"pengunjung|pelanggan|warga"
)
_TOLD = (
    r"(?:di|men)?jawab(?:an)?(?:nya)?|jwb(?:n|an)?|answers?|tanggapan|respons?e?|balas(?:an)?|solusi|"
    r"penyelesaian|penjelasan|petugas|admin|bps"
)
# ``T:``, ``Tanya -``, ``(Q)``, ``1. P1 =``
_FIRST = re.compile(
    rf"^\W*?(?:\d+[.)]\s*)?(?P<open>[(\[]?)(?:(?P<letter>[tpq])|{_ASKED})\s?\d?\s*"
    r"(?P<mark>[:=.)\]>-])",
    re.I,
)
# Where the question has no marker: ``tanya inflasi, dijawab 2,3 persen``, ``inflasi -> 2,3``.
_ANSWERED = re.compile(
    r"[-=]{1,3}>|\u2192|\u21d2|>>|\u00bb|(?<![^\s.?!,;/|)\u2013-])"
    r"(?:(?:(?:di)?jawab(?:an)?(?:nya)?|d?i?jwb)\s*[:=]|di?ja?wa?b\b(?: bahwa| bhw)?)",
    re.I,
)
_AROUND = " \t\n/|;,-"

_Pair = tuple[str, str]  # question and answer


def with_parted_cells(layout: TableLayout) -> TableLayout:
    """Gives the answers of such a column a column of their own, the last one."""
    width = len(layout.headers)
    named = {n for n, name in enumerate(layout.headers) if _names_required(name)}
    for position in range(width):
        # Beside a column of questions or answers only markers of both tell.
        is_marked = not named <= {position}
        if _is_parted(layout, position, is_marked=is_marked):
            break
    else:
        return layout
    asked, told = (ALIASES[field][0] for field in REQUIRED)
    headers = [*layout.headers, told]
    headers[position] = asked
    rows = tuple(
        one for row in layout.rows for one in _parted(row, position, width, is_marked=is_marked)
    )
    return replace(layout, headers=tuple(headers), rows=rows, width=width + 1)


def _names_required(name: str) -> bool:
    scores = header_scores(name)
    return any(scores.get(field, 0.0) >= SPEAKS_FOR for field in REQUIRED)


def _is_parted(layout: TableLayout, position: int, *, is_marked: bool) -> bool:
    cells = [text for row in layout.rows[:SAMPLE] if (text := row.cell(position))]
    both = sum(any(map(all, _pairs(text, is_marked=is_marked))) for text in cells)
    return both >= max(FEWEST, LEAST * len(cells))


def _pairs(text: str, *, is_marked: bool) -> list[_Pair]:
    """Lists the questions of a cell with their answers; of a cell without, its text and nothing."""
    first = _FIRST.match(text)
    if first and (pairs := _marked(text[first.start("open") :], first)):
        return pairs
    asked = text[first.end() :] if first else text
    found = None if is_marked else _ANSWERED.search(asked)
    if not found:
        return [(asked.strip(_AROUND), "")]
    return [(asked[: found.start()].strip(_AROUND), asked[found.end() :].strip())]


def _marked(text: str, first: re.Match[str]) -> list[_Pair]:
    """Splits a text where markers like its first one stand; none where it has no answer."""
    pattern = _markers(first["open"], first["letter"] or "", first["mark"])
    pairs: list[_Pair] = []
    _, *parts = pattern.split(text)
    for asked, told, part in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        part = part.strip(_AROUND)
        if asked:
            pairs.append((part, ""))
        elif told and pairs:
            question, answer = pairs[-1]
            pairs[-1] = (question, f"{answer}\n{part}".strip())
    return pairs if any(map(all, pairs)) else []


@lru_cache(maxsize=MARKERS)
def _markers(opening: str, letter: str, mark: str) -> re.Pattern[str]:
    """Finds the markers of questions and of answers that are written as the first one is."""
    asked, told = (re.escape(letter), "[JAR]" if letter.isupper() else "[jar]")
    if not letter:
        asked, told = (f"(?i:{one})" for one in (_ASKED, _TOLD))
    return re.compile(
        rf"(?<!\w){re.escape(opening)}(?:({asked})|({told}))\s?\d?\s*[:{re.escape(mark)}]>*\s*"
    )


def _parted(row: Row, position: int, width: int, *, is_marked: bool) -> Iterator[Row]:
    """Yields a row for each question of the cell, its answer behind the other cells."""
    for question, answer in _pairs(row.cell(position), is_marked=is_marked):
        cells = [*row.cells, *("",) * (width - len(row.cells))]
        cells[position] = question
        cells.insert(width, answer)
        yield replace(row, cells=tuple(cells), is_put_together=True)
