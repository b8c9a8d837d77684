"""A question about several matters and its answer -> each matter with its part of the answer.

The answer is cut where it takes up the next matter, by words that only this matter has. It has to
take them up in their order, and no sentence may speak of two; else nothing is cut.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caridulu.curation.exports.consultation import Pairs
from caridulu.curation.exports.phrases.courtesies import opens_or_closes
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.words import content_words, sentences
from caridulu.curation.questions.asked_matters import Matter, asked_matters

MOST_MATTERS = 5
_SENTENCE_END = re.compile(r"[.?!]\s")
_MARK = re.compile(r"^\s*(?:[-*\u2022]|\(?\d{1,2}[.)]) ")
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*\u2022]|\(?\d{1,2}[.)]) )")


@dataclass(frozen=True)
class _Told:
    """A sentence of an answer, and what stands between it and the sentence before."""

    space: str
    text: str
    words: frozenset[str]


def answered_matters(question: str, answer: str) -> Pairs:
    """Pairs each matter of a question with its part of the answer, or gives nothing."""
    if "\n" not in answer and not _SENTENCE_END.search(answer):  # one sentence: nothing to cut
        return ()
    return answered_each(asked_matters(question), answer)


def answered_each(matters: Sequence[Matter], answer: str) -> Pairs:
    """Pairs matters that are told apart with their parts of the answer, or gives nothing."""
    if not 1 < len(matters) <= MOST_MATTERS:
        return ()
    own = _own_words(matters)
    parts: list[list[_Told]] = [[]]
    reached = -1  # the matter spoken of last
    told_before: set[str] = set()  # what was said once may come up again in another part
    for told in _sentences_of(answer):
        counts = [len(words & told.words - told_before) for words in own]
        spoken_of = max(range(len(own)), key=counts.__getitem__)
        if counts[spoken_of]:  # else it is more of the same
            if spoken_of not in (reached, reached + 1):
                return ()
            if spoken_of > reached >= 0:
                parts.append([])
            reached = spoken_of
        parts[-1].append(told)
        told_before |= told.words
    if len(parts) < len(matters):
        return ()
    texts = ("".join(told.space + told.text for told in part).strip() for part in parts)
    return tuple((one.asked, text) for one, text in zip(matters, texts, strict=True))


def _own_words(matters: Sequence[Matter]) -> list[frozenset[str]]:
    """Lists the words of each matter that no other one has."""
    return [
        one.words.difference(*(other.words for other in matters if other is not one))
        for one in matters
    ]


def _sentences_of(answer: str) -> Iterator[_Told]:
    """Yields the sentences without salutation and regards; ``Ya.`` joins the one behind it."""
    is_begun, begun = False, ""
    for paragraph in filter(str.strip, _PARAGRAPH.split(answer)):
        space = "\n\n"
        for sentence in sentences(_MARK.sub("", paragraph)):
            if not is_begun and opens_or_closes(sentence):
                continue
            if kind_of(sentence, officer=True) is MessageKind.HOLDING:  # what it promises follows
                continue
            begun = f"{begun} {sentence}".strip()
            if words := content_words(begun):
                yield _Told(space, begun, frozenset(words))
                is_begun, space, begun = True, " ", ""
