"""A consultation in which each question has its own answer -> one consultation for each.

``1. Berapa ...? 2. Apakah ...?`` is cut when the answer counts in the same way, or when an e-mail
was answered question by question, or when the answer takes up the points of a list or the matters
in their order. Where it is not certain which words answer what, it stays whole. What was asked and
answered later belongs to the part whose words it takes up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from caridulu.curation.exports.consultation import (
    ASKED_BY,
    TOLD_BY,
    Consultation,
    Course,
    Pairs,
    SourceKind,
)
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.courtesies import opens_or_closes
from caridulu.curation.exports.phrases.errands import is_errand
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.subjects import needs_one_before, stands_alone
from caridulu.curation.exports.phrases.words import content_words, sentences
from caridulu.curation.questions.answered_matters import answered_each, answered_matters
from caridulu.curation.questions.asked_matters import ANNOUNCES, Matter, asked_matters
from caridulu.curation.questions.listed_points import MOST_POINTS, Listed, numbered


def parts_of(source: Consultation) -> Iterator[Consultation]:
    """Yields a consultation for each question that has an answer of its own."""
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
    whole = replace(source, further=further, phrasings=(), course=Course())
    parts = []
    for number, (question, answer) in enumerate(pairs):
        key = (*source.key, str(number)) if number else source.key
        parts.append(replace(whole, question=question, answer=answer, key=key))
    yield from _with_later(parts, later)


def _answered_first(source: Consultation) -> tuple[Pairs, Pairs]:
    """Pairs questions with first answers, and returns the later pairs beside them.

    Where the first answers are not told apart, all of them may be.
    """
    if source.course.later:
        first = replace(source, answer="\n\n".join(source.course.told))
        if len(pairs := _answered_pairs(first)) > 1:
            return pairs, source.course.later
    return _answered_pairs(source), ()


def _answered_pairs(source: Consultation) -> Pairs:
    """Pairs each question with its own answer, or gives nothing."""
    if source.course.pairs:
        return source.course.pairs
    if pairs := _answered_in_turn(source):
        return pairs
    asked, answered = numbered(source.question), numbered(source.answer)
    if asked and answered and (pairs := _pairs_of_alike_lists(asked, answered)):
        return pairs
    if asked and (pairs := _pairs_by_words(asked, source.answer)):
        return pairs
    # A chat is answered as it goes, and a row of a table tells of one visit.
    if (asked and answered) or source.kind in (SourceKind.TALK, SourceKind.ROW):
        return ()
    pairs = answered_matters(source.question, source.answer)
    if source.kind is SourceKind.MAIL:  # who answers a mail in one paragraph answers one matter
        return pairs if all(_begins_line(told, source.answer) for _, told in pairs[1:]) else ()
    return pairs


def _answered_in_turn(source: Consultation) -> Pairs:
    """Pairs as many questions with as many answers, each taking up its own most, or nothing.

    ``Konsumsi ikan ada di Susenas. Soal nilam sedang kami tanyakan.`` comes first, a week later
    ``Melanjutkan: produksi minyak nilam 214 ton``. One message of a chat asks about one matter.
    """
    asking = _asked_one_by_one(source)
    told = [text for text in source.course.told if _without_promises(text)]
    if len(told) < 2 or len(asking) != len(told):
        return ()
    words = [frozenset(content_words(text)) for text in asking]
    own = [one.difference(*words[:n], *words[n + 1 :]) for n, one in enumerate(words)]
    for n, text in enumerate(map(_without_promises, told)):
        shared = [len(one.intersection(content_words(text))) for one in own]
        if shared[n] <= max(shared[:n] + shared[n + 1 :]):
            return ()
    return tuple(zip(asking, told, strict=True))


def _asked_one_by_one(source: Consultation) -> list[str]:
    """Lists the questions before the first answer: points of a list, messages, or matters."""
    asked = "\n".join(source.course.asked)
    if listed := numbered(asked):
        return [listed.question(text) for text in listed.texts]
    asking = [text for text in source.course.asked if asks(text)]
    if len(asking) > 1 or source.kind is SourceKind.TALK:
        return asking
    return [one.asked for one in asked_matters(asked)]


def _without_promises(text: str) -> str:
    """Returns what an answer tells beside that more will follow."""
    told = (one for one in sentences(text) if kind_of(one, officer=True) is MessageKind.CONTENT)
    return "\n".join(one for one in told if content_words(one))


def _begins_line(part: str, answer: str) -> bool:
    """Tells whether a part of an answer stands at the beginning of a line, behind its mark."""
    first = next(sentences(part), "")
    return re.search(rf"^\W*(?:\w{{1,2}}[.)]\s*)?{re.escape(first)}", answer, re.M) is not None


def _pairs_by_words(asked: Listed, answer: str) -> Pairs:
    """Pairs the points of a list with the parts of an answer that take up their words."""
    points = [Matter(asked.question(text), frozenset(content_words(text))) for text in asked.texts]
    return answered_each(points, answer)


def _pairs_of_alike_lists(asked: Listed, answered: Listed) -> Pairs:
    """Pairs the questions and answers of two lists that are numbered alike, or gives nothing."""
    if len(asked.texts) != len(answered.texts) or _says_something(answered.before):
        return ()
    pairs: list[tuple[str, str]] = []
    for question, answer in zip(asked.texts, answered.texts, strict=True):
        if pairs and needs_one_before(question.partition("\n")[0]):
            before, told_before = pairs.pop()
            pairs.append((f"{before}\n{question}", f"{told_before}\n\n{answer}"))
        else:
            pairs.append((asked.question(question), answer))
    return tuple(pairs)


def _says_something(before: str) -> bool:
    """Tells whether what stands before a list of answers may belong to each of them."""
    if ANNOUNCES.search(before):
        return False
    return any(content_words(one) for one in sentences(before) if not opens_or_closes(one))


def _with_later(parts: Sequence[Consultation], later: Pairs) -> list[Consultation]:
    """Adds each later question and its answer to the part whose words they take up most."""
    known = [{*content_words(one.question), *content_words(one.answer)} for one in parts]
    found = list(parts)
    for asked, told in later:
        asking = "\n".join(filter(asks, asked.split("\n"))) or asked
        words = {*content_words(asking), *content_words(told)}
        most = max(range(len(found)), key=lambda n: (len(words & known[n]), n))
        found[most] = _going_on(found[most], asked, told)
    return found


def _going_on(part: Consultation, asked: str, told: str) -> Consultation:
    """Adds a later question and answer to a part; as a phrasing, where it stands alone."""
    said = [f"{ASKED_BY} {asked}", f"{TOLD_BY} {told}"] if asked else []
    is_phrasing = asks(asked) and stands_alone(asked)
    return replace(
        part,
        answer="\n\n".join(filter(None, [part.answer, told])),
        further="\n".join(filter(None, [part.further, *said])),
        phrasings=(*part.phrasings, asked) if is_phrasing else part.phrasings,
    )
