"""A question -> the matters it asks about, each with the sentences about it.

``Berapa penduduk Bombana dan bagaimana minta surat rekomendasi?`` asks about two. One that cannot
be understood without the question before it, ``apa gunanya``, belongs to it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.subjects import (
    lacks_subject,
    matter_words,
    subject_word_count,
    without_pointers,
)
from caridulu.curation.exports.phrases.words import content_words, sentences
from caridulu.curation.questions.question_leads import asks_by_word
from caridulu.privacy.lists.spoken_words import QUESTION_WORDS, WISHES

SAYS_ENOUGH = 2  # own words with which a question can be another matter
LONGEST_CUT = 600  # characters of a sentence; what is longer is a list, and slow to cut
ANNOUNCES = re.compile(
    r":\s*$|\b(?:berikut|di bawah|sbb|sebagai berikut|jawab\w*|"
    r"(?:beberapa|dua|tiga|empat|lima) (?:hal|pertanyaan))\b",
    re.I,
)
_AND = r"(?:dan|serta|lalu(?! lintas)|terus|trus|trs|kemudian|&)"
_JOINT = re.compile(
    rf"[,;]?\s(?:{_AND}|sama(?= (?:{WISHES}|minta|mohon|{QUESTION_WORDS}|apa(?:kah)?)\b))\s|[,;]\s",
    re.I,
)
_FIRST_JOINT = re.compile(rf"^\W*(?:{_AND}\s+)?", re.I)


@dataclass(frozen=True)
class Matter:
    """What is asked about one thing."""

    asked: str
    words: frozenset[str]


@dataclass(frozen=True)
class _Clause:
    """A part of what was said, and what joins it to the part before."""

    joint: str
    text: str

    @property
    def words(self) -> frozenset[str]:
        return matter_words(without_pointers(self.text))

    @property
    def is_dependent(self) -> bool:
        """Tells whether it points back to what was asked before, or says too little by itself."""
        rest = without_pointers(self.text)
        return len(self.words) < 1 + (rest != self.text) or subject_word_count(rest) < SAYS_ENOUGH


def asked_matters(question: str) -> tuple[Matter, ...]:
    """Lists the matters that a question asks about, in their order."""
    before: list[_Clause] = []  # what was told before anything was asked
    found: list[list[_Clause]] = []
    for clause in _clauses(question):
        if not _asks(clause.text):
            (found[-1] if found else before).append(clause)
        elif found and _belongs(clause, found[-1]):
            found[-1].append(clause)
        else:
            found.append([clause])
    told = _text(before)
    head = f"{told}\n" if told else ""
    return tuple(Matter(head + _text(clauses), _words(clauses)) for clauses in found)


def _clauses(question: str) -> Iterator[_Clause]:
    """Yields the sentences, cut where both sides of a joint ask."""
    for sentence in sentences(question):
        if ANNOUNCES.search(sentence) and not asks_by_word(sentence):
            continue
        begun, joint = 0, "\n"
        for found in _JOINT.finditer(sentence) if len(sentence) <= LONGEST_CUT else ():
            left, right = sentence[begun : found.start()], sentence[found.end() :]
            if _asks_by_words(left) and _asks_by_words(right) and not _is_listed(right):
                yield _Clause(joint, left)
                begun, joint = found.end(), found[0]
        yield _Clause(joint, sentence[begun:])


def _is_listed(text: str) -> bool:
    """Tells whether what stands before the next joint only goes on with a list of names.

    ``penduduk Lunang dan | Silaut, serta apakah ada angka upah?`` asks at the later joint.
    """
    joint = _JOINT.search(text)
    head = text[: joint.start()] if joint else ""
    return bool(head) and not _asks(head)


def _asks(text: str) -> bool:
    return _asks_by_words(text) or (text.endswith("?") and bool(content_words(text)))


def _asks_by_words(text: str) -> bool:
    """Tells whether something is asked for, more than to be heard: ``mau tanya lagi``."""
    is_asking = asks_by_word(text) or asks(text.rstrip(" ?"))
    return is_asking and bool(content_words(text))


def _belongs(clause: _Clause, before: Iterable[_Clause]) -> bool:
    """Tells whether a question is mostly about what the one before it is about."""
    new = clause.words - _words(before)
    is_own = 2 * len(new) > len(clause.words) and not lacks_subject(clause.text)
    return not is_own or clause.is_dependent


def _words(clauses: Iterable[_Clause]) -> frozenset[str]:
    return frozenset[str]().union(*(clause.words for clause in clauses))


def _text(clauses: Iterable[_Clause]) -> str:
    joined = "".join(f"{clause.joint}{clause.text}" for clause in clauses)
    return _FIRST_JOINT.sub("", joined)
