"""Header words and values of a table -> a guess what its columns hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caridulu.curation.exports.header_words import (
    PERSONAL,
    REQUIRED,
    SURE,
    folded_header,
    once_more,
)
from caridulu.curation.exports.tables.column import Column, column_of
from caridulu.curation.exports.tables.columns import Certainty, Columns, Guess
from caridulu.curation.exports.tables.sheet import Row

SAMPLE = 300  # rows whose values are looked at
# Tried on tables of six invented offices: pairs that are right lie above .9 in all and .3 apart
# from the next; tests/curation/exports/tables/test_column_guess.py guards them.
LEAST = 0.8  # sum for a pair of columns, below it a table holds no consultations
CLOSE = 0.15  # nearer than this to the next pair, an officer is asked
CLOSE_UNNAMED = 0.7  # the same, where no header names question or answer
ASKING = 0.3  # share of cells that ask in the question column: from here on no summary
# A further answer column stands beside the answer; its cells are sentences that tell.
FURTHER_WORDS = 2  # words of a cell, on average, at least: no "Done"
FURTHER_ELSEWHERE = 0.5  # score of the header for anything else, from which on it is none
FURTHER_PROSE = 0.4  # ``Column.prose`` at least
FURTHER_TELLING = 0.2  # share of cells that tell, at least
PROSE = 8  # words of an answer, on average: from here on no summary either
# Where headers say nothing: added to the fit of a pair whose answer stands right of its question.
AFTER = 0.1
WITHOUT_QUESTION = 0.8  # times the share of answers without a question: taken off the fit
NAMED_BESIDE = 0.5  # score of a header that names the day, the topic or the channel, at least
PURPOSE = 0.5  # score of a header for a question from which on its cells may ask: "Keperluan"


def guess_columns(
    headers: Sequence[str], rows: Sequence[Row], mapping: Mapping[str, str]
) -> Guess | None:
    """Guesses what the columns hold; None for a table of fewer than two columns.

    ``mapping`` is what an officer has said of headers: folded header -> field.
    """
    records = [row for row in rows if len(row.filled) > 1]  # no titles of sections
    sample = (records or rows)[:SAMPLE]
    columns = [column_of(n, name, sample, mapping) for n, name in enumerate(headers)]
    given = {
        mapping[name]: column
        for column in columns
        if column.header and (name := folded_header(column.header)) in mapping
    }
    pairs = sorted(_pairs(columns, given), key=lambda pair: (-pair.fit, pair.question.position))
    if not pairs:
        return None
    best = pairs[0]
    single = {"question": best.question.position, "answer": best.answer.position}
    found = _all_columns(columns, single, given)
    certainty = _certainty(columns, pairs, found, given)
    examples = (
        next((row.cell(n) for row in sample if row.cell(n)), "") for n in range(len(headers))
    )
    return Guess(tuple(headers), found, certainty, tuple(examples))


def _certainty(
    columns: Sequence[Column], pairs: Sequence["_Pair"], found: Columns, given: Mapping[str, Column]
) -> Certainty:
    """Tells how sure the best of ``pairs`` is: by the lead over the next, and by what it says."""
    if set(REQUIRED) <= set(given):
        return Certainty.CERTAIN
    best, *others = pairs
    if not given and (best.fit < LEAST or best.answer.is_named_otherwise):
        return Certainty.UNLIKELY
    if not given and _is_summary(columns, best):
        return Certainty.SUMMARY
    # A further answer is read anyway: no officer has to choose.
    told = {*found.joined} - {best.answer.position}
    rivals = (one.fit for one in others if one.answer.position not in told)
    close = CLOSE if best.is_named else CLOSE_UNNAMED
    lead = best.fit - next(rivals, 0.0)
    return Certainty.CERTAIN if lead >= close else Certainty.DOUBTFUL


@dataclass(frozen=True)
class _Pair:
    """Two columns as question and answer, and how well they fit."""

    fit: float
    question: Column
    answer: Column

    @property
    def is_named(self) -> bool:
        """Tells whether a header says anything of question or answer."""
        return max(self.question.scores.get("question", 0), self.answer.scores.get("answer", 0)) > 0


def _pairs(columns: Sequence[Column], given: Mapping[str, Column]) -> list[_Pair]:
    """Pairs every two columns that may be question and answer."""
    fits = {field: {c.position: c.fit(field) for c in columns} for field in REQUIRED}
    free = [c for c in columns if c not in given.values()]
    candidates = {
        field: [given[field]]
        if field in given
        else sorted(free, key=lambda c: -fits[field][c.position])[:4]
        for field in REQUIRED
    }
    return [
        _Pair(fits["question"][q.position] + fits["answer"][a.position] + _side_by_side(q, a), q, a)
        for q in candidates["question"]
        for a in candidates["answer"]
        if q is not a
    ]


def _side_by_side(question: Column, answer: Column) -> float:
    """Scores how well two columns go together, whatever they say."""
    alone = len(answer.rows - question.rows) / max(1, len(answer.rows))
    return AFTER * (question.position < answer.position) - WITHOUT_QUESTION * alone


def _all_columns(
    columns: Sequence[Column], single: dict[str, int], given: Mapping[str, Column]
) -> Columns:
    """Finds what all columns hold, once those of question and answer are known."""
    single |= {field: column.position for field, column in given.items()}
    _find_beside(columns, single)
    left = [c for c in columns if c.position not in single.values()]
    personal = [c for c in left if c.names(field for field in PERSONAL if field != "profile")]
    left = [c for c in left if c not in personal]
    asked_again, told_again = ([c for c in left if once_more(c.header) == f] for f in REQUIRED)
    answer = columns[single["answer"]]
    answers = [answer, *told_again]
    if "answer" not in given:
        answers += [c for c in left if _goes_on(c, answer)]
    unknown = [c for c in left if c not in asked_again and c not in answers]
    return Columns(
        single,
        personal=_places(personal),
        further=_places(c for c in left if c.names(["question"]) and not c.is_of_figures),
        joined=tuple(sorted(_places(answers))),
        asked_again=_places(asked_again),
        told_again=_places(told_again),
        purposes=_places(c for c in unknown if PURPOSE <= c.scores.get("question", 0.0) < SURE),
    )


def _find_beside(columns: Sequence[Column], single: dict[str, int]) -> None:
    """Adds the columns that say when, about what and how somebody asked."""
    for field in ("date", "category", "channel", "status", "title"):
        left = [c for c in columns if c.position not in single.values()]
        if field == "date":
            found = _of_days(left)
        else:
            found = [c for c in left if c.scores.get(field, 0.0) >= NAMED_BESIDE]
        if found and field not in single:
            best = max(found, key=lambda c: (c.scores.get(field, 0.0), -c.position))
            single[field] = best.position


def _of_days(columns: Sequence[Column]) -> list[Column]:
    """Lists the columns that may say on which day somebody asked, by header or by values."""
    named = [c for c in columns if c.scores.get("date", 0.0) >= NAMED_BESIDE]
    named = [c for c in named if c.dates + c.numbers > 0.3 or not c.filled]
    days = [c for c in columns if c.dates > 0.7]
    asked = [c for c in named if not c.scores.get("answer")]  # ``jawab tgl`` came later
    return asked or [c for c in days if c not in named] or named


def _places(columns: Iterable[Column]) -> tuple[int, ...]:
    return tuple(column.position for column in columns)


def _goes_on(column: Column, answer: Column) -> bool:
    """Tells whether a column has the rest of the answer: an addition, a deed, advice."""
    named = column.scores.get("answer", 0.0)
    others = max(column.elsewhere, column.scores.get("question", 0.0))
    if column.words < FURTHER_WORDS or column.prose < FURTHER_PROSE:
        return False
    if others >= max(named, FURTHER_ELSEWHERE):
        return False
    is_beside = 0 < abs(column.position - answer.position) <= 2
    tells = column.telling >= max(FURTHER_TELLING, column.asking)
    return named >= SURE or (is_beside and tells)


def _is_summary(columns: Sequence[Column], best: _Pair) -> bool:
    """Tells whether a table counts consultations by month or topic: figures, no asker, no day."""
    figures = [c for c in columns if c.is_of_figures and c.scores.get("index", 0.0) < SURE]
    is_of_records = any(column.tells_who_or_when for column in columns)
    is_answered = best.question.asking >= ASKING or best.answer.words >= PROSE
    return len(figures) > 1 and not is_of_records and not is_answered
