"""Entries that answer a question already, and entries that say the same twice."""

import re
from dataclasses import dataclass

from caridulu.curation.project import Project
from caridulu.knowledge import fold_phrase
from caridulu.privacy.redaction import placeholders
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

SHOWN = 3
# Share of an entry's own score that another one gets for its question. On the knowledge base of
# BPS Bombana the nearest different entries stay below .62; tests/curation guard it.
NEAR_SCORE = 0.70
NEAR_ANSWER = 0.60  # share of five-word runs of the shorter answer
RUN = 5


@dataclass(frozen=True)
class Pair:
    """Two entries that may be one; ``same_question`` and ``same_answer`` are percentages."""

    first: str
    second: str
    same_question: int
    same_answer: int


@dataclass(frozen=True)
class Answered:
    """Whether the public search answers a question, and with what."""

    outcome: Outcome
    near: tuple[Item, ...]  # best first


def answered_by(index: SearchIndex, question: str) -> Answered:
    """Searches what a visitor who asks this would be shown."""
    outcome, numbers = near_numbers(index, question)
    return Answered(outcome, tuple(index.items[number] for number in numbers))


def near_numbers(index: SearchIndex, question: str) -> tuple[Outcome, tuple[int, ...]]:
    """Searches for a question; placeholders in it are no words of the one who asks."""
    result = search(index, placeholders().sub(" ", question), limit=SHOWN, exact=False)
    return result.outcome, tuple(hit.entry for hit in result.hits)


def find_duplicates(project: Project) -> tuple[Pair, ...]:
    """Finds pairs of living entries with nearly the same question or answer, nearest first."""
    index = project.index_of_living
    runs = [_runs(item.answer) for item in index.items]
    pairs: dict[tuple[int, int], list[float]] = {}
    for number, item in enumerate(index.items):
        hits = search(index, item.question, limit=SHOWN + 1).hits
        own = next((hit.score for hit in hits if hit.entry == number), 0)
        for hit in hits:
            if hit.entry != number and own:
                key = (min(number, hit.entry), max(number, hit.entry))
                both = pairs.setdefault(key, [0.0, _shared(runs[key[0]], runs[key[1]])])
                both[0] = max(both[0], min(1.0, hit.score / own))
    found = [
        Pair(index.items[a].id, index.items[b].id, round(100 * question), round(100 * answer))
        for (a, b), (question, answer) in pairs.items()
        if question >= NEAR_SCORE or answer >= NEAR_ANSWER
    ]
    return tuple(sorted(found, key=lambda p: (-p.same_question - p.same_answer, p.first, p.second)))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", fold_phrase(text))
    return frozenset(zip(*(words[n:] for n in range(RUN)), strict=False))


def _shared(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
