"""Query words -> what all of them give to each entry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caridulu.search.parameters import HELD_PART
from caridulu.search.query.query_words import QueryWord, held_of, phrased_of, scores_of
from caridulu.search.query.result import Hit


@dataclass(frozen=True)
class Totals:
    """What all words of a query give to each entry, by its number."""

    scores: list[int]
    held: list[int]
    phrased: list[int]

    def add(self, word: QueryWord, weight: int, step: int) -> None:
        """Adds a word; one without a weight only scores."""
        if len(word.candidates) != 1:
            add_to(self.scores, scores_of(word))
            add_to(self.held, held_of(word, weight))
            add_to(self.phrased, phrased_of(word, step) if weight else {})
            return
        [candidate] = word.candidates
        factor = candidate.weight * candidate.term.idf
        scores, held, phrased, step = self.scores, self.held, self.phrased, step if weight else 1
        for entry, part in zip(candidate.term.entries, candidate.term.parts, strict=True):
            scores[entry] += factor * part
            held[entry] += weight * (part if part < HELD_PART else HELD_PART)
            phrased[entry] += part % step

    def hits(self, scores: Iterable[tuple[int, int]]) -> list[Hit]:
        """Makes hits of entries, given with their lowered scores."""
        return [Hit(entry, score, self.held[entry], self.phrased[entry]) for entry, score in scores]


def totals_of(
    words: Sequence[QueryWord],
    weights: Sequence[int],
    pairs: Sequence[QueryWord],
    frame: Mapping[int, int],
    *,
    step: int,
) -> Totals:
    """Adds up words, pairs and frame as ``summed`` in the browser does three times.

    One pass over the postings of a word that stands for one term takes a third of the time of three
    (``tests/benchmarks/searching.py``), and a search for a question half of what it took.
    """
    last = [
        candidate.term.entries[-1]
        for word in (*words, *pairs)
        for candidate in word.candidates
        if candidate.term.entries
    ]
    size = 1 + max((*last, *frame), default=-1)
    totals = Totals([0] * size, [0] * size, [0] * size)
    for word, weight in zip(words, weights, strict=True):
        totals.add(word, weight, step)
    for each in (*map(scores_of, pairs), frame):
        add_to(totals.scores, each)
    return totals


def add_to(sums: list[int], values: Mapping[int, int]) -> None:
    """Adds values by entry to what the entries have."""
    for entry, value in values.items():
        sums[entry] += value
