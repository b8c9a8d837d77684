"""Cells of a row -> its question and answer, or why the row gives no consultation."""

import re
from collections.abc import Sequence

from caridulu.curation.exports.phrases.asking import asks, has_own_subject
from caridulu.curation.exports.phrases.empty_texts import is_blank, repeats, says_nothing
from caridulu.curation.exports.phrases.errands import is_errand
from caridulu.curation.exports.phrases.follow_ups import reminds
from caridulu.curation.exports.phrases.message_kinds import SHORT_ANSWER, MessageKind, kind_of
from caridulu.curation.exports.phrases.words import content_words, words_of
from caridulu.curation.exports.tables.columns import Columns
from caridulu.curation.exports.tables.csv_rows import LONGEST_CELL
from caridulu.curation.exports.tables.sheet import Row
from caridulu.knowledge import Location, Problem, finding, fold_phrase, notice
from caridulu.privacy.lists.spoken_words import ADDRESSED

UNANSWERED = "curation.row_unanswered"  # the problem of a row that asks and has no answer yet
MOST_HELD = 2  # content words, beside the question's, of an answer that only asks for patience
_OPEN = re.compile(  # ``Belum terjawab``, ``tidak``, below ``Status`` or ``Terjawab (ya/tidak)``
    r"\W*(?:be?lu?m\b.{0,20}|ti?da?k|t|no|pending|open|(?:masih )?(?:dalam )?proses|on ?progress|"
    r"in progress|menunggu.{0,20}|ditunda|unanswered)\W*",
    re.I,
)
_SIGNED = re.compile(  # ``02/Sep/25 9:15 AM;rina;``
    r"^\d{1,2}/\w{2,3}/\d{2,4} \d{1,2}:\d{2}(?: ?[AP]M)?;[^;\n]{1,60};", re.I
)
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
# ``maaf terkirim 2x``, ``dobel submit, sinyal jelek``, ``abaikan isian ini``
_SENT_TWICE = re.compile(
    r"^\W*(?:(?:(?:mohon )?maaf|sorry|ini|isian|form|formulir|respon|pesan|yang|yg|tadi)\W+){0,3}"
    r"(?:(?:(?:(?:ter|ke-?)?(?:kirim|isi|submit|input|pencet|klik)(?:an)?|dobel|double|ganda)"
    r"\W+(?:(?:2|dua) ?(?:x|kali)|dobel|double|ganda|ulang|submit|kirim|isi|input)|"
    r"dobel|double|ganda|duplikat|salah (?:isi|kirim|pencet|klik)(?: form\w*)?)"
    rf"(?=\W*(?:$|[,.(]|(?:{ADDRESSED}|maaf|abaikan|yang|yg|tadi|td|karena|krn)\b))|"
    r"(?:tolong |mohon )?(?:di)?abaikan|"
    r"(?:ti?da?k|gak?|batal) (?:jadi )?(?:ber)?(?:konsultasi|tanya))\b",
    re.I,
)


def text_of(columns: Columns, row: Row, field: str) -> str:
    """Returns question or answer of a row; where its cell says nothing, that of a column like it.

    Of an answer in several columns, those that say something; of a row that is still open, no
    remark.
    """
    if field == "answer" and columns.is_noted and _OPEN.fullmatch(columns.cell(row, "status")):
        return ""
    if field == "answer":
        parts = dict.fromkeys(text for n in columns.joined if (text := _cell(row, n)))
        telling = [text for text in parts if not says_nothing(text)]
        answering = [
            text for text in telling if kind_of(text, officer=True) is not MessageKind.HOLDING
        ]
        if telling:
            return _as_one(answering or telling)
    others = columns.joined if field == "answer" else ()
    for position in (columns.single[field], *others, *columns.further.get(field, ())):
        if not is_blank(text := _cell(row, position)):
            return _whole_question(text, columns, row) if field == "question" else text
    asked = map(row.cell, columns.purposes if field == "question" else ())
    return next(filter(has_own_subject, asked), "")


def _cell(row: Row, position: int) -> str:
    """Returns a cell without the time and the name that Jira writes before a comment."""
    return _SIGNED.sub("", row.cell(position)).strip()


def _whole_question(question: str, columns: Columns, row: Row) -> str:
    """Adds what has columns of its own: the year and the level, and what was asked once more."""
    asked = ", ".join([question, *_filled(row, columns.details)])
    is_answered = not columns.told_again or any(_filled(row, columns.told_again))
    return "\n".join([asked, *(_filled(row, columns.asked_again) if is_answered else ())])


def _filled(row: Row, columns: Sequence[int]) -> list[str]:
    return [text for n in columns if not is_blank(text := row.cell(n).strip())]


def _as_one(texts: Sequence[str]) -> str:
    """Makes one paragraph of what several columns say, sentence after sentence."""
    if any("\n" in text for text in texts):
        return "\n\n".join(texts)
    first, *others = texts
    told = first
    for text in others:
        begins_so = "." in text.split(maxsplit=1)[0]  # an address
        told += f"{'' if told.endswith(_ENDS) else '.'} "
        told += text if begins_so else text[:1].upper() + text[1:]
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
    """Tells whether a row is a test, a count, sent twice, a reminder or an errand."""
    is_empty = not any(map(str.isalpha, question)) or fold_phrase(question) == fold_phrase(answer)
    is_short = len(words_of(answer)) <= SHORT_ANSWER and not any(map(str.isdigit, answer))
    is_test = _TEST.match(question) is not None and not asks(question)
    twice = _SENT_TWICE.match(question)
    is_twice = twice is not None and not asks(question[twice.end() :])
    is_tried = is_test or is_twice or reminds(question)
    return is_empty or (is_short and is_tried) or is_errand(question, answer)


def _only_holds(answer: str, question: str) -> bool:
    """Tells whether an answer only asks for patience or asks back, and tells nothing beside."""
    if kind_of(answer, officer=True) not in (MessageKind.HOLDING, MessageKind.AUTOMATIC):
        return False
    told = set(content_words(answer)).difference(content_words(question))
    return len(told) <= MOST_HELD and not any(map(str.isdigit, answer))
