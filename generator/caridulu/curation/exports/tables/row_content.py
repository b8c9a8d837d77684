"""Cells of a row -> its question and answer, or why the row gives no consultation."""

import re
from collections.abc import Sequence

from caridulu.curation.exports.phrases.asking import asks, has_own_subject
from caridulu.curation.exports.phrases.empty_texts import is_blank, repeats, says_nothing
from caridulu.curation.exports.phrases.errands import is_errand
from caridulu.curation.exports.phrases.follow_ups import reminds
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.words import content_words, has_figure, is_short
from caridulu.curation.exports.tables.columns import Columns
from caridulu.curation.exports.tables.csv_rows import LONGEST_CELL
from caridulu.curation.exports.tables.sheet import Row
from caridulu.knowledge import Location, Problem, finding, fold_phrase, notice
from caridulu.privacy.lists.spoken_words import ADDRESSED

UNANSWERED = "curation.row_unanswered"  # the problem of a row that asks and has no answer yet
MOST_HELD = 2  # content words, beside the question's, of an answer that only asks for patience
_ENDS = (".", "!", "?", ":", ";", ",")
# ``Tes isi dari HP``: somebody only tried the form.
_TEST = re.compile(
    rf"^\W*(?:(?:{ADDRESSED}|halo|hai|p)\W+)?"
    r"(?:(?:tes(?:t|ting)?|uji ?coba|percobaan|coba2?)\b\W*)+"
    rf"(?:(?:{ADDRESSED}|aja|saja|doang|dulu)\W*)?"
    r"(?:$|(?:\w+\W+){0,2}(?:form\w*|isi|"
    r"input|masuk|kirim|link|hp|sistem|aplikasi|qr|entri|smtp|notif\w*|e-?mail|webhook|ti[ck]k?et)\b.{0,30}$)",
    re.I,
)


def text_of(columns: Columns, row: Row, field: str) -> str:
    """Returns question or answer of a row; where its cell says nothing, that of a column like it.

    Of an answer in several columns, those that say something.
    """
    if field == "answer":
        parts = dict.fromkeys(text for n in columns.joined if (text := row.cell(n).strip()))
        telling = [text for text in parts if not says_nothing(text)]
        answering = [
            text for text in telling if kind_of(text, officer=True) is not MessageKind.HOLDING
        ]
        if telling:
            return _as_one(answering or telling)
        return next((text for text in parts if not is_blank(text)), "")
    for position in (columns.single[field], *columns.further):
        if not is_blank(text := row.cell(position).strip()):
            return _whole_question(text, columns, row)
    return next(filter(has_own_subject, map(row.cell, columns.purposes)), "")


def _whole_question(question: str, columns: Columns, row: Row) -> str:
    """Adds the cells of further questions, where these are answered."""
    is_answered = not columns.told_again or any(_filled(row, columns.told_again))
    return "\n".join([question, *(_filled(row, columns.asked_again) if is_answered else ())])


def _filled(row: Row, columns: Sequence[int]) -> list[str]:
    return [text for n in columns if not is_blank(text := row.cell(n).strip())]


def _as_one(texts: Sequence[str]) -> str:
    """Makes one paragraph of what several columns say, sentence after sentence."""
    if any("\n" in text for text in texts):
        return "\n\n".join(texts)
    told, *others = texts
    for text in others:
        told += f"{'' if told.endswith(_ENDS) else '.'} {text[:1].upper()}{text[1:]}"
    return told


def unusable(question: str, answer: str, place: Location) -> Problem | None:
    """Says why a row is no consultation: empty, courtesy, an errand, or nothing said."""
    if question and not answer and _asks_something(question):
        return notice(place, UNANSWERED)
    if not question or not answer:
        name = "jawaban" if question else "pertanyaan"
        return notice(place, "curation.row_without", name=name)
    is_courtesy = kind_of(answer, officer=True) is MessageKind.TALK and not asks(question)
    is_content = kind_of(question, officer=False) is MessageKind.CONTENT and not repeats(question)
    if is_courtesy or not is_content or _is_no_question(question, answer):
        return notice(place, "curation.question_without_content", value=question)
    if says_nothing(answer) or _only_holds(answer, question):
        return notice(place, "curation.answer_without_content", value=answer)
    if len(question) + len(answer) > LONGEST_CELL:
        name = "jawaban" if len(answer) > len(question) else "pertanyaan"
        return finding(place, "curation.text_too_long", name=name, limit=LONGEST_CELL)
    return None


def _asks_something(question: str) -> bool:
    is_content = kind_of(question, officer=False) is MessageKind.CONTENT and not repeats(question)
    return is_content and len(question) <= LONGEST_CELL and not _is_no_question(question, "")


def _is_no_question(question: str, answer: str) -> bool:
    """Tells whether a row is a test, a count, a reminder or an errand."""
    is_empty = not any(map(str.isalpha, question)) or fold_phrase(question) == fold_phrase(answer)
    says_little = is_short(answer) and not has_figure(answer)
    is_tried = (_TEST.match(question) and not asks(question)) or reminds(question)
    return is_empty or (says_little and bool(is_tried)) or is_errand(question, answer)


def _only_holds(answer: str, question: str) -> bool:
    """Tells whether an answer only asks for patience or asks back, and tells nothing beside."""
    if kind_of(answer, officer=True) not in (MessageKind.HOLDING, MessageKind.AUTOMATIC):
        return False
    told = set(content_words(answer)).difference(content_words(question))
    return len(told) <= MOST_HELD and not has_figure(answer)
