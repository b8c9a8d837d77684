"""Entries that already answer a question, and pairs of entries that say the same."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from caridulu.curation.project import Project
from caridulu.knowledge import fold_phrase
from caridulu.privacy.redaction import placeholders
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search
from caridulu.search.query.result import Hit

SHOWN = 3
# Share of an entry's own score that another one gets for its question. On the knowledge base of
# BPS Bombana the nearest different entries stay below .62; tests/curation guard it.
NEAR_SCORE = 0.70
NEAR_ANSWER = 0.60  # share of five-word runs of the shorter answer
RUN = 5
# Ways to ask one thing, and the word that stands for them.
_WORDINGS = (
    (
        r"\bapa(?:kah)?(?: itu| (?:yang|yg) di ?maksud(?:kan)?(?: dengan| oleh)?|"
        r" (?:arti|pengertian|definisi|maksud)(?:nya)?(?: dari)?)+\b",
        "apa",
    ),
    (r"\bberapa (?:lama|hari(?: kerja)?|waktu)(?:kah)?\b", "lama"),
    (r"\b(?:jam|pukul) berapa(?:kah)?\b", "jam"),
)
_ASKING = re.compile(
    r"\b(?:apa|apakah|siapa|mana|bagaimana|gimana|kapan|berapa|kenapa|mengapa|bisakah|bolehkah|"
    r"cara|syarat|biaya|tarif|lama|jam)\b"
)
_FILLING = ("akan", "layanan", "saya")  # words that ask for nothing


@dataclass(frozen=True)
class Pair:
    """Two entries that may be one; ``same_question`` and ``same_answer`` are percentages."""

    first: str
    second: str
    same_question: int
    same_answer: int

    @property
    def answers_differ(self) -> bool:
        """Whether only the questions are nearly the same."""
        return self.same_answer < 100 * NEAR_ANSWER


@dataclass(frozen=True)
class Answered:
    """The outcome of the public search for a question, and the nearest items."""

    outcome: Outcome
    near: tuple[Item, ...]  # best first


def answered_by(index: SearchIndex, question: str) -> Answered:
    """Searches for a question as a visitor would."""
    outcome, numbers = near_numbers(index, question)
    return Answered(outcome, tuple(index.items[number] for number in numbers))


def near_numbers(index: SearchIndex, question: str) -> tuple[Outcome, tuple[int, ...]]:
    """Searches for a question; placeholders in it are no words of the one who asks."""
    result = search(index, placeholders().sub(" ", question), limit=SHOWN)
    return result.outcome, tuple(hit.entry for hit in result.hits)


def find_duplicates(
    project: Project,
    *,
    only: Collection[str] | None = None,
    on_progress: Callable[[], None] = lambda: None,
) -> tuple[Pair, ...]:
    """Finds pairs of living entries with nearly the same question or answer, nearest first.

    ``only``: those that the questions of these entries find. ``on_progress`` is called for each.
    """
    index = project.index_of_living
    found = {}
    for number, item in enumerate(index.items):
        if only is None or item.id in only:
            on_progress()
            found[number] = search(index, item.question, limit=SHOWN + 1).hits
    return pairs_of(index, found)


def pairs_of(index: SearchIndex, hits: Mapping[int, Sequence[Hit]]) -> tuple[Pair, ...]:
    """Finds pairs of entries among what the questions of entries find, by their numbers."""
    same_question = _shares_of_score(hits)
    items = {number: index.items[number] for pair in same_question for number in pair}
    runs = {number: _runs(item.answer) for number, item in items.items()}
    asked = {number: asked_of(item.question, index.analyzer) for number, item in items.items()}
    found = []
    for (first, second), question in same_question.items():
        answer = _shared(runs[first], runs[second])
        asks_same = asked[first].subject and asked[first] == asked[second]
        if question >= NEAR_SCORE or answer >= NEAR_ANSWER or asks_same:
            ids = items[first].id, items[second].id
            found.append(Pair(*ids, round(100 * question), round(100 * answer)))
    return tuple(sorted(found, key=lambda p: (-p.same_question - p.same_answer, p.first, p.second)))


def _shares_of_score(hits: Mapping[int, Sequence[Hit]]) -> dict[tuple[int, int], float]:
    """Maps pairs of entries to how nearly one is found by the other's question as that itself."""
    shares = defaultdict[tuple[int, int], float](float)
    for number, near in hits.items():
        own = next((hit.score for hit in near if hit.entry == number), 0)
        for hit in near if own else ():
            if hit.entry != number:
                pair = (min(number, hit.entry), max(number, hit.entry))
                shares[pair] = max(shares[pair], min(1.0, hit.score / own))
    return shares


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", fold_phrase(text))
    return frozenset(zip(*(words[n:] for n in range(RUN)), strict=False))


def _shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


@dataclass(frozen=True)
class AskedTerms:
    """What a question asks: the words that ask, and the terms of what is asked about."""

    asking: frozenset[str]
    subject: frozenset[str]


def asked_of(question: str, analyzer: Analyzer) -> AskedTerms:
    """Reads what a question asks; two questions that ask the same are equal."""
    text = question.lower()
    for wording, word in _WORDINGS:
        text = re.sub(wording, word, text)
    filling = analyzer.language.stop_words | {analyzer.term(word) for word in _FILLING}
    subject = frozenset(analyzer.terms(_ASKING.sub(" ", text))) - filling
    return AskedTerms(frozenset(_ASKING.findall(text)), subject)
