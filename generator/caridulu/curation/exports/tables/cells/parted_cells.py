"""A column whose cells hold question and answer -> one column for each of them.

``T: ada data kapal 2025? J: ada di buku, tabel 5.2``; a cell with several pairs has several rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from caridulu.curation.exports.header_words import (
    ALIASES,
    REQUIRED,
    folded_header,
    header_scores,
)
from caridulu.curation.exports.phrases.subjects import needs_one_before
from caridulu.curation.exports.tables.layout import Layout
from caridulu.curation.exports.tables.sheet import Row

SAMPLE = 300  # rows whose cells are looked at
LEAST = 0.5  # share of the filled cells with both question and answer
FEWEST = 2  # cells with both
SPEAKS_FOR = 0.5  # score of a header that speaks for question or answer, at least
LONGEST = 5_000  # characters of a cell to which no answer below is joined
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
    rf"^\W*?(?:\d+[.)]\s*)?(?P<open>[(\[]?)(?P<name>(?P<letter>[tpq])|{_ASKED})\s?\d?\s*"
    r"(?P<mark>[:=.)\]>-])",
    re.I,
)
_TOLD_BELOW = re.compile(rf"\W*(?:[jar]|{_TOLD})\s?\d?\s*[:=]", re.I)
# Where the question has no marker: ``tanya inflasi, dijawab 2,3 persen``, ``inflasi -> 2,3``.
_SINCE = r"(?:(?:sudah|sdh|telah|lalu|dan|maka|kami) )?"
_SAID = r"(?:(?:(?:di)?jawab(?:an)?(?:nya)?|d?i?jwb)\s*[:=]|di?ja?wa?b\b(?: bahwa| bhw)?)"
_ANSWERED = re.compile(
    rf"[-=]{{1,3}}>|\u2192|\u21d2|>>|\u00bb|(?<![^\s.?!,;/|)\u2013-]){_SINCE}{_SAID}|"
    rf"[,;.?-]\s?{_SINCE}dijelaskan (?:bahwa |bhw )?|"
    rf"[,;.?-]\s(?={_SINCE}di(?:sarankan|arahkan|rujuk)\b)",
    re.I,
)
# Under ``Tanya Jawab`` the question ends with its mark, its line, or what was done about it.
_ENDED = re.compile(
    rf"{_ANSWERED.pattern}|(?<=\?)\s|\n|(?<=[.,;])\s(?={_SINCE}di(?:beri(?:kan)?|jelaskan|sampaikan|"
    r"arahkan|rujuk|kirim(?:kan)?|sarankan|bantu|tunjukkan)\b)",
    re.I,
)
_BEGINS = re.compile(rf"{_SINCE}{_SAID}\s*", re.I)
_NAMES_BOTH = re.compile(
    rf"\b(?:[tpq]|{_ASKED}|konsultasi|keperluan|uraian|isi)(?:\W+(?:dan|dgn|dengan|serta|beserta))?\W+"
    rf"(?:[jar]|{_TOLD}|hasil|tindak lanjut)(?:nya)?\b",
    re.I,
)
_AROUND = " \t\n/|;,-"

_Pair = tuple[str, str]  # question and answer


@dataclass(frozen=True)
class _Column:
    """A column that may hold both, and what may stand between them beside a marker of each."""

    position: int
    between: re.Pattern[str] | None


def with_parted_cells(layout: Layout) -> Layout:
    """Gives the answers of such a column a column of their own, the last one."""
    layout = replace(layout, rows=tuple(_with_answers_below(layout.rows)))
    column = next((one for one in _columns(layout) if _is_parted(layout, one)), None)
    if column is None:
        return layout
    width = len(layout.headers)
    asked, told = (ALIASES[field][0] for field in REQUIRED)
    headers = [*layout.headers, told]
    headers[column.position] = asked
    rows = tuple(one for row in layout.rows for one in _parted(row, column, width))
    return replace(layout, headers=tuple(headers), rows=rows, width=width + 1)


def _with_answers_below(rows: Sequence[Row]) -> Iterator[Row]:
    """Joins a row of nothing but ``J: ada di bab 5`` with the one above it."""
    held: Row | None = None
    for row in rows:
        column = _answer_alone(row)
        if held and column is not None and 0 < len(held.cell(column)) < LONGEST:
            cells = list(held.cells)
            cells[column] += f"\n{row.cell(column)}"
            held = replace(held, cells=tuple(cells), is_put_together=True)
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _answer_alone(row: Row) -> int | None:
    """Returns the column of the only filled cell, if that begins as an answer does."""
    filled = [n for n, cell in enumerate(row.cells) if cell]
    is_answer = len(filled) == 1 and _TOLD_BELOW.match(row.cells[filled[0]])
    return filled[0] if is_answer else None


def _columns(layout: Layout) -> Iterator[_Column]:
    named = {n for n, name in enumerate(layout.headers) if _names_required(name)}
    for position, name in enumerate(layout.headers):
        between = None
        if named <= {position}:
            between = _ENDED if _NAMES_BOTH.search(folded_header(name)) else _ANSWERED
        yield _Column(position, between)


def _names_required(name: str) -> bool:
    scores = header_scores(name)
    return any(scores.get(field, 0.0) >= SPEAKS_FOR for field in REQUIRED)


def _is_parted(layout: Layout, column: _Column) -> bool:
    cells = [text for row in layout.rows[:SAMPLE] if (text := row.cell(column.position))]
    both = sum(any(map(all, _pairs(text, column.between))) for text in cells)
    return both >= max(FEWEST, LEAST * len(cells))


def _pairs(text: str, between: re.Pattern[str] | None) -> list[_Pair]:
    """Lists the questions of a cell with their answers; of a cell without, its text and nothing."""
    first = _FIRST.match(text)
    if first and (pairs := _marked(text[first.start("open") :], first)):
        return pairs
    asked = text[first.end() :] if first else text
    found = between.search(asked) if between else None
    if not found:
        return [(asked.strip(_AROUND), "")]
    # A mark that ends the question stays with it.
    end = found.start() + (asked[found.start()] in "?)")
    told = asked[found.end() :].strip()
    begins = _BEGINS.match(told)
    return [(asked[:end].strip(_AROUND), told[begins.end() :] if begins else told)]


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
    return _with_follow_ups(pairs) if any(map(all, pairs)) else []


def _with_follow_ups(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Joins questions that cannot be understood alone with those before them."""
    joined: list[_Pair] = []
    for question, answer in pairs:
        if joined and needs_one_before(question):
            question, answer = (
                "\n".join(filter(None, both))
                for both in zip(joined.pop(), (question, answer), strict=True)
            )
        joined.append((question, answer))
    return joined


@lru_cache(maxsize=MARKERS)
def _markers(opening: str, letter: str, mark: str) -> re.Pattern[str]:
    """Finds the markers of questions and of answers that are written as the first one is."""
    asked, told = (re.escape(letter), "[JAR]" if letter.isupper() else "[jar]")
    if not letter:
        asked, told = (f"(?i:{one})" for one in (_ASKED, _TOLD))
    return re.compile(
        rf"(?<!\w){re.escape(opening)}(?:({asked})|({told}))\s?\d?\s*[:{re.escape(mark)}]>*\s*"
    )


def _parted(row: Row, column: _Column, width: int) -> Iterator[Row]:
    """Yields a row for each question of the cell, its answer behind the other cells."""
    for question, answer in _pairs(row.cell(column.position), column.between):
        cells = [*row.cells, *("",) * (width - len(row.cells))]
        cells[column.position] = question
        cells.insert(width, answer)
        yield replace(row, cells=tuple(cells), is_put_together=True)
