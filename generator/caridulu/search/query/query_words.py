"""The candidate terms of a query word, and its scores in entries.

Twin of ``browser/query_words.js``.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from caridulu.search.index.search_index import Term
from caridulu.search.parameters import HELD_PART, LIKELY


@dataclass(frozen=True)
class Candidate:
    """A term that a query word may stand for; ``weight`` is over 16.

    ``sure`` is false for a reading that is only tried: the word may be another that no entry uses.
    """

    name: str
    term: Term
    weight: int
    read: str
    completion: bool = False
    sure: bool = True

    def confirmed(self, names: Collection[str]) -> "Candidate":
        """Makes it sure if it is likely, and its name is among those that its neighbours expect."""
        is_expected = self.weight >= LIKELY and self.name in names
        return replace(self, sure=True) if is_expected and not self.sure else self


@dataclass(frozen=True)
class QueryWord:
    """A query word, or a pair of neighbours, with its candidates, the likeliest first.

    ``known`` if the index has its term; ``real`` if it is a word of the language all the same.
    """

    word: str
    known: bool
    candidates: tuple[Candidate, ...]
    real: bool = False


@dataclass(frozen=True)
class QueryPart:
    """The words between two courtesies, each once, and their pairs of neighbours."""

    words: Sequence[QueryWord]
    pairs: Sequence[QueryWord]


def part_of(term: Term, entry: int) -> int:
    """Returns the term's part in an entry, 0 if it has none."""
    place = bisect_right(term.entries, entry) - 1
    return term.parts[place] if place >= 0 and term.entries[place] == entry else 0


def scores_of(word: QueryWord) -> dict[int, int]:
    """Returns the best score of each entry over the candidates."""
    return _largest(word, lambda part, factor: part * factor)


def held_of(word: QueryWord, weight: int) -> dict[int, int]:
    """Returns how much of the word each entry holds, over HELD_PART, times a weight."""
    return _largest(word, lambda part, _: weight * min(part, HELD_PART))


def phrased_of(word: QueryWord, step: int) -> dict[int, int]:
    """Returns how often the phrasings of each entry have the word, as parts tell by a step."""
    return _largest(word, lambda part, _: part % step)


def _largest(word: QueryWord, value: Callable[[int, int], int]) -> dict[int, int]:
    """Returns the largest value of each entry over the candidates, by part and weight times idf."""
    best: dict[int, int] = {}
    for candidate in word.candidates:
        factor = candidate.weight * candidate.term.idf
        for entry, part in zip(candidate.term.entries, candidate.term.parts, strict=True):
            if (found := value(part, factor)) > best.get(entry, 0):
                best[entry] = found
    return best


def score_in(candidate: Candidate, entry: int) -> int:
    """Returns what a candidate adds to an entry's score."""
    return candidate.weight * candidate.term.idf * part_of(candidate.term, entry)


def best_in(word: QueryWord, entry: int) -> Candidate | None:
    """Returns the candidate that scores most in an entry, the first of equals; None if none is."""
    best = max(word.candidates, key=lambda c: score_in(c, entry), default=None)
    return best if best and score_in(best, entry) else None
