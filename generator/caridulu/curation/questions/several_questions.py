"""A consultation in which each question has its own answer -> one consultation for each.

``1. Berapa ...? 2. Apakah ...?`` is cut when the answer counts in the same way, or when an e-mail
was answered question by question, or when the answer takes up the matters in their order. Where
it is not certain which words answer what, it stays whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import ascii_lowercase

from caridulu.curation.exports.consultation import Consultation
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.words import telling_words
from caridulu.curation.questions.answered_matters import answered_matters
from caridulu.curation.questions.matters import ANNOUNCES

MOST_QUESTIONS = 20
# An item of a list: on a line of its own, or behind the sentence before it.
_ITEM = re.compile(
    r"(?:^[ \t]*|(?<=[.?!;:])[ \t]+(?=\(?\d))\(?(?P<number>\d{1,2}|[a-z])[.)][ \t]+(?=\S)", re.M
)


@dataclass(frozen=True)
class _Items:
    """A numbered list, and what stands before it."""

    before: str
    texts: tuple[str, ...]


def parts_of(source: Consultation) -> Iterator[Consultation]:
    """Yields a consultation for each question that has an answer of its own."""
    if source.is_faq:  # one question of the office's own, however it is worded
        yield source
        return
    pairs = _pairs(source)
    if not 1 < len(pairs) <= MOST_QUESTIONS:
        yield source
        return
    for number, (question, answer) in enumerate(pairs):
        key = (*source.key, str(number)) if number else source.key
        yield replace(source, question=question, answer=answer, key=key, pairs=(), phrasings=())


def numbered_items(text: str) -> tuple[str, ...]:
    """Returns the items of a list of several that is numbered from 1 on; nothing of other texts."""
    found = _items(text)
    return found.texts if found and 1 < len(found.texts) <= MOST_QUESTIONS else ()


def _pairs(source: Consultation) -> tuple[tuple[str, str], ...]:
    """Each question with its own answer, or nothing."""
    if source.pairs:
        return source.pairs
    asked, answered = _items(source.question), _items(source.answer)
    if asked and answered:
        return _numbered(asked, answered)
    return answered_matters(source.question, source.answer)


def _numbered(asked: _Items, answered: _Items) -> tuple[tuple[str, str], ...]:
    """The questions and answers of two lists that are numbered alike, or nothing."""
    if len(asked.texts) != len(answered.texts):
        return ()
    if not all(asks(text) or len(telling_words(text)) > 1 for text in asked.texts):
        return ()
    is_said_of_all = bool(telling_words(answered.before)) and not ANNOUNCES.search(answered.before)
    # What stands apart behind the last item may be said of all of them.
    goes_on = "\n\n" in answered.texts[-1] and "\n\n" not in "".join(answered.texts[:-1])
    if is_said_of_all or goes_on:
        return ()
    questions = (f"{asked.before}\n{text}".strip() for text in asked.texts)
    return tuple(zip(questions, answered.texts, strict=True))


def _items(text: str) -> _Items | None:
    """The items of a list that counts from 1 or from a on without a gap."""
    found = list(_ITEM.finditer(text))
    marks = [match["number"] for match in found]
    numbers = [str(number) for number in range(1, len(found) + 1)]
    if not found or marks not in (numbers, list(ascii_lowercase[: len(found)])):
        return None
    ends = [*(match.start() for match in found[1:]), len(text)]
    texts = (text[match.end() : end].strip() for match, end in zip(found, ends, strict=True))
    return _Items(text[: found[0].start()].strip(), tuple(texts))
