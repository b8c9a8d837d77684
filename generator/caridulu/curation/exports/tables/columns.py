"""Header words and values of a table -> what its columns hold, and how sure that is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.empty_texts import repeats
from caridulu.curation.exports.places import split_path
from caridulu.curation.exports.tables.cell_dates import has_date, is_serial
from caridulu.curation.exports.tables.header_words import (
    PERSONAL,
    SURE,
    folded_header,
    header_scores,
)
from caridulu.curation.exports.tables.sheet import Row
from caridulu.knowledge import Location

REQUIRED = ("question", "answer")
SAMPLE = 300  # rows whose values are looked at
# Tried on tables of six invented offices: pairs that are right lie above .9 in all and .3 apart
# from the next; tests/curation/exports/test_columns.py guards them.
LEAST = 0.8  # sum for a pair of columns, below it a table holds no consultations
CLOSE = 0.15  # nearer than this to the next pair, an officer is asked
FIGURES = 0.7  # share of filled cells from which on a column holds figures
ASKING = 0.3  # share of questions that ask, from which on a table is no summary
PROSE = 8  # words of an answer, on average, from which on it is none either
_TELLING = re.compile(
    r"\b(?:silakan|silahkan|dapat|tersedia|diunduh|unduh|melalui|lewat|kami|adalah|yaitu|"
    r"menurut|sebesar|sudah|telah|belum|tidak|terlampir|dijelaskan|diberikan|disarankan|"
    r"diarahkan|berikut|laman|tabel|publikasi|dikirim|sampai|hanya|please|available)\b",
    re.I,
)
_PHONE = re.compile(r"^[+(]?\d[\d\s().-]{7,}$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it stands: its position, what its header says, and how its values look."""

    position: int
    header: str
    scores: Mapping[str, float]
    filled: float  # share of rows
    words: float  # in a filled cell, on average
    distinct: float  # share of filled cells
    asking: float  # share of filled cells that ask
    telling: float  # share that tells and does not ask
    dates: float
    numbers: float  # share of figures, telephone numbers and serial days

    def fit(self, field: str) -> float:
        """Tells how well question or answer fits: what the header says, and what the values say."""
        prose = min(1.0, self.words / 6) * (0.4 + 0.6 * self.distinct)
        own, other = (
            (self.asking, self.telling) if field == "question" else (self.telling, self.asking)
        )
        value = 0.4 * prose + 0.4 * own - 0.2 * other - max(self.dates, self.numbers)
        named = self.scores.get(field, 0.0)
        elsewhere = max(
            (score for name, score in self.scores.items() if name not in REQUIRED), default=0.0
        )
        return named + value - 0.6 * max(0.0, elsewhere - named) if self.filled else named - 0.5

    @property
    def is_of_figures(self) -> bool:
        return self.numbers >= FIGURES

    @property
    def tells_who_or_when(self) -> bool:
        """Tells whether it names the asker or the day: each consultation has one of them."""
        is_day = self.dates > 0.3 or self.scores.get("date", 0.0) >= SURE
        return is_day or (not self.is_of_figures and _names(self, ("name", "contact")))


@dataclass(frozen=True)
class Columns:
    """Positions of the columns by what they hold."""

    single: Mapping[str, int]
    personal: tuple[int, ...]  # with names and numbers of people
    further: Mapping[str, tuple[int, ...]]  # stand in where a cell is empty

    def cell(self, row: Row, field: str) -> str:
        """Returns the row's cell for a field, empty when the table has no such column."""
        return row.cell(self.single.get(field)).strip()


class Certainty(Enum):
    CERTAIN = "certain"
    DOUBTFUL = "doubtful"  # an officer should say
    UNLIKELY = "unlikely"  # the table seems to hold no consultations
    SUMMARY = "summary"  # the table only counts them


@dataclass(frozen=True)
class Guess:
    """What the columns of a table seem to hold."""

    headers: tuple[str, ...]
    columns: Columns
    certainty: Certainty
    examples: tuple[str, ...]  # a cell of each column, personal data too: for the officer's eyes

    @property
    def is_certain(self) -> bool:
        """Whether nobody need be asked."""
        return self.certainty is Certainty.CERTAIN

    @property
    def signature(self) -> tuple[str, ...]:
        """The folded headers, by which the table of next month is known again."""
        return tuple(folded_header(name) for name in self.headers)

    def header(self, field: str) -> str:
        """Returns the header of the column for a field, empty when there is none."""
        position = self.columns.single.get(field)
        return self.headers[position] if position is not None else ""


@dataclass(frozen=True)
class TableColumns:
    """What the columns of one sheet were taken for, to be shown."""

    place: Location  # of the header
    guess: Guess
    first: tuple[tuple[str, ...], ...] = ()  # rows below it, for the officer's eyes

    @property
    def name(self) -> str:
        """The sheet, or the file that has only one."""
        file, part = split_path(self.place.path)
        return part or file


@dataclass(frozen=True)
class RememberedColumns:
    """What an officer has said of tables with these headers: folded header -> field."""

    headers: tuple[str, ...]  # folded, in order
    fields: Mapping[str, str]


def guess_columns(
    headers: Sequence[str], rows: Sequence[Row], mapping: Mapping[str, str]
) -> Guess | None:
    """Guesses what the columns hold; None for a table of fewer than two columns.

    Args:
        headers: of all columns, empty where there is none.
        rows: those below the header.
        mapping: what an officer has said of headers: folded header -> field.
    """
    records = [row for row in rows if sum(map(bool, row.cells)) > 1]  # no titles of sections
    sample = (records or rows)[:SAMPLE]
    columns = [_column(n, name, sample, mapping) for n, name in enumerate(headers)]
    told = {mapping[folded_header(c.header)]: c for c in columns if _is_told(c, mapping)}
    pairs = sorted(_pairs(columns, told), key=lambda pair: (-pair.fit, pair.question.position))
    if not pairs:
        return None
    best, *others = pairs
    next_best = others[0].fit if others else 0.0
    certainty = Certainty.CERTAIN if best.fit - next_best >= CLOSE else Certainty.DOUBTFUL
    if set(REQUIRED) <= set(told):
        certainty = Certainty.CERTAIN
    elif not told and best.fit < LEAST:
        certainty = Certainty.UNLIKELY
    elif not told and _is_summary(columns, best):
        certainty = Certainty.SUMMARY
    single = {"question": best.question.position, "answer": best.answer.position}
    examples = (
        next((row.cell(n) for row in sample if row.cell(n)), "") for n in range(len(headers))
    )
    return Guess(tuple(headers), _all_columns(columns, single, told), certainty, tuple(examples))


def _is_told(column: Column, mapping: Mapping[str, str]) -> bool:
    return bool(column.header) and folded_header(column.header) in mapping


@dataclass(frozen=True)
class _Pair:
    """Two columns as question and answer, and how well they fit."""

    fit: float
    question: Column
    answer: Column


def _pairs(columns: Sequence[Column], told: Mapping[str, Column]) -> list[_Pair]:
    """Every two columns that may be question and answer."""
    free = [c for c in columns if c not in told.values()]
    fits = {field: {c.position: c.fit(field) for c in columns} for field in REQUIRED}
    candidates = {
        field: [told[field]]
        if field in told
        else sorted(free, key=lambda c: -fits[field][c.position])[:4]
        for field in REQUIRED
    }
    return [
        _Pair(fits["question"][q.position] + fits["answer"][a.position], q, a)
        for q in candidates["question"]
        for a in candidates["answer"]
        if q is not a
    ]


def _all_columns(
    columns: Sequence[Column], single: dict[str, int], told: Mapping[str, Column]
) -> Columns:
    single |= {field: column.position for field, column in told.items()}
    taken = set(single.values())
    for field in ("date", "category", "channel", "status", "title"):
        if field in single:
            continue
        free = [c for c in columns if c.position not in taken and c.scores.get(field, 0.0) >= 0.5]
        if field == "date":
            free = [c for c in free if c.dates + c.numbers > 0.3 or not c.filled]
            free = free or [c for c in columns if c.position not in taken and c.dates > 0.7]
        if free:
            single[field] = max(
                free, key=lambda c: (c.scores.get(field, 0.0), -c.position)
            ).position
            taken.add(single[field])
    personal = [c.position for c in columns if c.position not in taken and _is_personal(c)]
    further = {
        field: tuple(
            c.position
            for c in columns
            if c.position not in {*taken, *personal}
            and not c.is_of_figures
            and c.scores.get(field, 0.0) >= SURE
        )
        for field in REQUIRED
    }
    return Columns(single, tuple(personal), further)


def _is_personal(column: Column) -> bool:
    return _names(column, [field for field in PERSONAL if field != "profile"])


def _names(column: Column, fields: Iterable[str]) -> bool:
    """Whether the header names one of the fields surely."""
    return any(column.scores.get(field, 0.0) >= SURE for field in fields)


def _is_summary(columns: Sequence[Column], best: _Pair) -> bool:
    """Whether a table counts consultations, by month or topic: figures, no asker and no day."""
    figures = [c for c in columns if c.is_of_figures and c.scores.get("index", 0.0) < SURE]
    is_of_records = any(column.tells_who_or_when for column in columns)
    is_answered = best.question.asking >= ASKING or best.answer.words >= PROSE
    return len(figures) > 1 and not is_of_records and not is_answered


def _column(position: int, header: str, rows: Sequence[Row], mapping: Mapping[str, str]) -> Column:
    cells = [text for row in rows if (text := row.cell(position)) and not repeats(text)]
    count = max(1, len(cells))
    tells = sum(_TELLING.search(text) is not None and "?" not in text for text in cells)
    named = mapping.get(folded_header(header)) if header else None
    return Column(
        position,
        header,
        {named: 1.0} if named else header_scores(header),
        filled=len(cells) / max(1, len(rows)),
        words=sum(len(text.split()) for text in cells) / count,
        distinct=len(set(cells)) / count,
        asking=sum(map(asks, cells)) / count,
        telling=tells / count,
        dates=sum(map(has_date, cells)) / count,
        numbers=sum(_is_number(text) for text in cells) / count,
    )


def _is_number(text: str) -> bool:
    return bool(_PHONE.match(text)) or is_serial(text) or text.replace(",", "").isdigit()
