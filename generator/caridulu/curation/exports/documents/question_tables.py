"""A table of a web page -> its rows of questions and answers, if it is such a table."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bs4 import Tag

from caridulu.curation.exports.documents.paragraphs import element_text
from caridulu.curation.exports.documents.titles import is_question
from caridulu.curation.exports.header_words import header_scores

LEAST_ASKED, LEAST_TOLD = 0.6, 0.7  # scores of the headers of questions, of answers
_DAY = re.compile(r"\W*(?:tanggal|tgl|hari)\b")


@dataclass(frozen=True)
class QuestionRow:
    """The cells of a row that ask and answer, and that of the day, if there is one."""

    question: Tag
    answer: Tag
    day: Tag | None = None


def question_rows(table: Tag) -> list[QuestionRow] | None:
    """Returns the rows of a table of questions and answers, or None for any other table."""
    own = (row for row in table.find_all("tr") if row.find_parent("table") is table)
    rows = [cells for row in own if (cells := row.find_all(["td", "th"], recursive=False))]
    if not rows:
        return None
    names = [element_text(cell).lower() for cell in rows[0]]
    if columns := _named_columns(names):
        return _rows_at(columns, rows[1:])
    records = rows if any(map(is_question, names)) else rows[1:]
    for column in range(2):  # perhaps behind a number
        if len(records) > 1 and all(_asks_at(column, cells) for cells in records):
            return _rows_at([column, column + 1], records)
    return None


def _rows_at(columns: Sequence[int], rows: Iterable[Sequence[Tag]]) -> list[QuestionRow]:
    """Takes the cells of these columns out of each row that has them all."""
    long_enough = (cells for cells in rows if len(cells) > max(columns))
    return [QuestionRow(*(cells[n] for n in columns)) for cells in long_enough]


def _asks_at(column: int, cells: Sequence[Tag]) -> bool:
    """Tells whether the last cell but one of a row is in this column, and asks."""
    return len(cells) == column + 2 and is_question(element_text(cells[column]))


def _named_columns(names: Sequence[str]) -> list[int]:
    """Lists the columns of question, answer, and day if there is one; empty for other headers."""
    scores = [header_scores(name) for name in names]
    answers = _columns(scores, "answer", LEAST_TOLD)[:1]
    questions = [n for n in _columns(scores, "question", LEAST_ASKED) if n not in answers][:1]
    days = [n for n, name in enumerate(names) if _DAY.match(name)][:1]
    return [*questions, *answers, *days] if questions and answers else []


def _columns(scores: Sequence[Mapping[str, float]], field: str, least: float) -> list[int]:
    """Lists the columns whose header speaks for a field, the surest first."""
    found = [n for n, score in enumerate(scores) if score.get(field, 0.0) >= least]
    return sorted(found, key=lambda n: (-scores[n][field], n))
