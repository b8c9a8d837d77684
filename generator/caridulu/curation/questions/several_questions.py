"""A consultation in which each question has its own answer -> one consultation for each.

``1. Berapa ...? 2. Apakah ...?`` is cut when the answer counts in the same way or names the
numbers, or when an e-mail was answered question by question, or when paragraphs take up the points
of a list, or the answer the matters, in their order; the latter in a row of a table needs a
paragraph for each of them. Where it is not certain which words answer what, it stays whole.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from caridulu.curation.exports.consultation import TOLD_BY, Consultation, SourceKind
from caridulu.curation.exports.phrases.courtesies import is_closing, opens_or_closes
from caridulu.curation.exports.phrases.errands import is_errand
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.subjects import needs_one_before
from caridulu.curation.exports.phrases.words import content_words, sentences
from caridulu.curation.questions.answered_in_turn import answered_in_turn, without_promises
from caridulu.curation.questions.answered_matters import (
    answered_each,
    answered_matters,
    paragraphs_of,
)
from caridulu.curation.questions.answered_points import answered_points
from caridulu.curation.questions.asked_matters import ANNOUNCES, Matter
from caridulu.curation.questions.later_answers import with_later
from caridulu.curation.questions.listed_points import (
    MOST_POINTS,
    Listed,
    bulleted,
    in_lines,
    in_sentence,
    numbered,
)
from caridulu.curation.questions.numbered_parts import numbered_parts

_Pairs = tuple[tuple[str, str], ...]

FEW_WORDS = 2  # content words behind a list that answer no more than ``Tidak perlu kak``
# ``Untuk kedua-duanya silakan ke Dukcapil``
_OF_ALL = re.compile(
    r"^\W*(?:(?:untuk|utk) )?(?:ke)?(?:dua|tiga|empat)(?:-(?:dua|tiga|empat))?nya\b|^\W*semuanya\b",
    re.I,
)
# ``Selamat pagi Ibu, maaf baru dibalas, kemarin kami pelatihan``
_LATE = re.compile(r"\bmaaf\b[^.!?]{0,20}\b(?:baru|terlambat|telat|lambat|lama)\b", re.I)
# The question once more, before its answer.
_REPEATED = re.compile(
    r"^(?:[^\n]{1,400}?[?\n]\s*)?(?:jawab|jawaban|tanggapan|answer)\s*:\s*", re.I
)


def parts_of(source: Consultation) -> Iterator[Consultation]:
    """Yields a consultation for each question that has an answer of its own.

    What is only put off has an empty answer.
    """
    if source.kind is SourceKind.FAQ:  # one question of the office's own, however it is worded
        yield source
        return
    pairs, later = _answered_first(source)
    if not 1 < len(pairs) <= MOST_POINTS:
        yield source
        return
    if source.kind is SourceKind.MAIL:  # beside what is asked, a visit may be announced
        pairs = tuple(pair for pair in pairs if not is_errand(*pair)) or pairs
    # What the office said later is in the answers already, each where it belongs.
    further = "" if TOLD_BY in source.further else source.further
    whole = replace(source, further=further, pairs=(), phrasings=(), asked=(), told=(), later=())
    parts = []
    for number, (question, answer) in enumerate(pairs):
        key = (*source.key, str(number)) if number else source.key
        told = "" if _puts_off(answer) else answer
        parts.append(replace(whole, question=question, answer=told, key=key))
    yield from with_later(parts, later)


def _answered_first(source: Consultation) -> tuple[_Pairs, _Pairs]:
    """Pairs the questions with the first answers, and gives what was asked and answered later.

    Where the first answers are not told apart, all of them may be.
    """
    if source.later:
        first = replace(source, answer="\n\n".join(source.told))
        if len(pairs := _answered_pairs(first)) > 1:
            return pairs, source.later
    return _answered_pairs(source), ()


def _puts_off(answer: str) -> bool:
    """Tells whether an answer only asks for patience: ``Masih kami cek, menyusul``."""
    is_promised = any(
        kind_of(one, officer=True) is MessageKind.HOLDING for one in sentences(answer)
    )
    return is_promised and not without_promises(answer)


def _answered_pairs(source: Consultation) -> _Pairs:
    """Pairs each question with its own answer, or gives nothing."""
    if source.pairs:
        return source.pairs
    if _OF_ALL.match(source.answer):
        return ()
    is_talk = source.kind is SourceKind.TALK
    if pairs := answered_in_turn(source.asked, source.told, is_talk=is_talk):
        return pairs
    asked, answered = numbered(source.question), numbered(source.answer)
    if asked and answered and (pairs := _pairs_of_alike_lists(asked, answered)):
        return pairs
    if asked and len(asked.texts) > 1 and (pairs := _pairs_by_number(asked, source.answer)):
        return pairs
    if is_talk and "\n" in source.question and not bulleted(source.answer):
        return ()  # what looks like paragraphs are messages
    if pairs := _pairs_by_paragraph(source, asked):
        return pairs
    if (asked and answered) or is_talk:  # a chat is answered as it goes
        return ()
    return _pairs_by_matter(source)


def _pairs_by_matter(source: Consultation) -> tuple[tuple[str, str], ...]:
    """Pairs the matters of a question that is no list with the parts of its answer."""
    pairs = answered_matters(source.question, source.answer)
    if source.kind is SourceKind.ROW:  # of a whole visit: the answer itself has to be parted
        return pairs if len(paragraphs_of(source.answer)) == len(pairs) else ()
    if source.kind is SourceKind.MAIL:  # who answers a mail in one paragraph answers one matter
        return pairs if all(_begins_line(told, source.answer) for _, told in pairs[1:]) else ()
    return pairs


def _pairs_by_paragraph(source: Consultation, asked: Listed | None) -> tuple[tuple[str, str], ...]:
    """Pairs the points of a list with the paragraphs of an answer that has no marks."""
    points = asked or bulleted(source.question)
    if source.kind is SourceKind.MAIL:
        points = points or in_lines(source.question) or in_sentence(source.question)
    if points is None:
        return ()
    laid = answered_points(points.texts, source.answer, is_marked=points.is_marked)
    return tuple((points.question(text), told) for text, told in laid)


def _begins_line(part: str, answer: str) -> bool:
    """Tells whether a part of an answer stands at the beginning of a line, behind its mark."""
    first = next(sentences(part), "")
    return re.search(rf"^\W*(?:\w{{1,2}}[.)]\s*)?{re.escape(first)}", answer, re.M) is not None


def _pairs_by_number(asked: Listed, answer: str) -> tuple[tuple[str, str], ...]:
    """Pairs the items of a list with parts of an answer that names their numbers or their words."""
    parts = numbered_parts(answer, len(asked.texts))
    named = [number for part in parts for number in part.numbers]
    is_each_named = named == list(range(1, len(asked.texts) + 1))
    if len(parts) > 1 and is_each_named and all(content_words(part.text) for part in parts):
        return tuple(
            (asked.question(*(asked.texts[n - 1] for n in part.numbers)), part.text.strip())
            for part in parts
        )
    points = [Matter(asked.question(text), frozenset(content_words(text))) for text in asked.texts]
    return answered_each(points, answer)


def _pairs_of_alike_lists(asked: Listed, answered: Listed) -> tuple[tuple[str, str], ...]:
    """Pairs the questions and answers of two lists that are numbered alike, or gives nothing."""
    if len(asked.texts) != len(answered.texts):
        return ()
    *answers, last = answered.texts
    last = _without_closing(last)
    # What stands apart behind the last item may be said of all of them.
    behind = last.partition("\n\n")[2]
    goes_on = len(content_words(behind)) > FEW_WORDS and "\n\n" not in "".join(answers)
    if _says_something(answered.before) or goes_on:
        return ()
    told = (_REPEATED.sub("", answer) for answer in (*answers, last))
    pairs: list[tuple[str, str]] = []
    for question, answer in zip(map(_without_closing, asked.texts), told, strict=True):
        if pairs and needs_one_before(question.partition("\n")[0]):
            before, told_before = pairs.pop()
            pairs.append((f"{before}\n{question}", f"{told_before}\n\n{answer}"))
        else:
            pairs.append((asked.question(question), answer))
    return tuple(pairs)


def _says_something(before: str) -> bool:
    """Tells whether what stands before a list of answers may belong to each of them."""
    if not before or ANNOUNCES.search(before):
        return False
    said = (one for one in sentences(before) if not (opens_or_closes(one) or _LATE.search(one)))
    return any(map(content_words, said))


def _without_closing(text: str) -> str:
    """Cuts the paragraphs of courtesy behind the last item of a list."""
    paragraphs = text.split("\n\n")
    while len(paragraphs) > 1 and all(map(is_closing, sentences(paragraphs[-1]))):
        paragraphs.pop()
    return "\n\n".join(paragraphs)
