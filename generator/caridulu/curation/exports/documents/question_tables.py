"""A table of a web page -> its rows of questions and answers, if it is such a table."""

import re
from collections.abc import Mapping, Sequence
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
    scores = [header_scores(name) for name in names]
    told = _columns(scores, "answer", LEAST_TOLD)
    asked = [n for n in _columns(scores, "question", LEAST_ASKED) if n not in told[:1]]
    if asked and told:
        needed = max(asked[0], told[0])
        days = [n for n, name in enumerate(names) if _DAY.match(name)]
        return [
            QuestionRow(row[asked[0]], row[told[0]], row[days[0]] if days else None)
            for row in rows[1:]
            if len(row) > max([needed, *days[:1]])
        ]
    is_headed = not any(map(is_question, names))
    records = rows[is_headed:]
    for column in range(2):  # perhaps behind a number
        asking = (
            len(row) == column + 2 and is_question(element_text(row[column])) for row in records
        )
        if len(records) > 1 and all(asking):
            return [QuestionRow(row[column], row[column + 1]) for row in records]
    return None


def _columns(scores: Sequence[Mapping[str, float]], field: str, least: float) -> list[int]:
    """Lists the columns whose header speaks for a field, the surest first."""
    found = [n for n, score in enumerate(scores) if score.get(field, 0.0) >= least]
    return sorted(found, key=lambda n: (-scores[n][field], n))
