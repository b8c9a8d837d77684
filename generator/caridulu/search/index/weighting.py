"""Our weighting model inside Whoosh: how much a term says about an entry, as small integers.

A term's score in an entry is ``idf * part``. ``idf`` counts entries, not fields: a word that is
rare in questions but common in answers must not look rare. ``part`` is the sum over fields of

    weight * (k1 + 1) * tf / (tf + k1 * (1 - b + b * length / average length))

(BM25, Robertson and Zaragoza 2009, eq. 3.15, per field and unsaturated across fields), in units
of 1/PART_SCALE, each field rounded and at least 1.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from whoosh.scoring import BaseScorer, WeightingModel

from caridulu.search.analysis.analyzer import Analyzer

PART_SCALE = 16  # 8 lost .006 MRR@10 on one set of passages; finer was not tried
IDF_SCALE = 16
IDF_EXPONENT = 1.15  # 1.0 loses .005 on passages, 1.3 loses .01 on short texts
# Of a steady average length, to the double: with 2 a portal lost .005 MRR, with 4 and 1,000 nothing
# (tests/benchmarks/portal.py).
STEPS = 4


@dataclass(frozen=True)
class FieldWeight:
    """BM25 of one field; ``k1 = 0`` counts presence, ``linear`` counts ``tf / linear``."""

    weight: float
    k1: float = 0.0
    b: float = 0.0
    linear: int = 0

    def part(self, tf: int, length: int, average: float, factor: float) -> int:
        """Returns the share of this field, times ``factor``, in units of 1/PART_SCALE."""
        if self.linear:
            share = self.weight * tf / self.linear
        else:
            norm = self.k1 * (1 - self.b + self.b * length / average)
            share = self.weight * tf * (self.k1 + 1) / (tf + norm)
        return max(1, int(round(factor * PART_SCALE * share, 6) + 0.5))


# Chosen by hand after trying values around them on samples of five development collections, one
# setting for all; not validated on queries that were kept aside. Guarded by
# tests/search/query/test_relevance.py.
FIELD_WEIGHTS: Mapping[str, FieldWeight] = {
    "question": FieldWeight(2.5, k1=1.2, b=0.9),
    "aliases": FieldWeight(0.8, k1=0.9, b=1.0),
    "answer": FieldWeight(1.0, k1=0.9, b=0.9),
    "tags": FieldWeight(0.8),
    "lexicon": FieldWeight(1.0),
    "related": FieldWeight(0.6),
    "everyday": FieldWeight(0.3),
    "pairs": FieldWeight(1.0),
    "alias_pairs": FieldWeight(0.85, k1=0.9, b=0.7),
    "opening": FieldWeight(0.6, linear=10),
    "joined": FieldWeight(1.5),
    "not_for": FieldWeight(1.0),
}
# Function words tell questions apart (apa, berapa, kapan) but say little in a text.
# In aliases they are as people chat: where few entries have aliases they look rare, and are not.
WEAK_FACTOR: Mapping[str, float] = {"aliases": 0.5, "answer": 0.5, "opening": 0.5}
STOP_WORD_FACTOR: Mapping[str, float] = {
    "question": 0.5, "aliases": 0.1, "answer": 0.3, "opening": 0.3
}  # fmt: skip
# Neighbours in the office's own name say nothing of what is asked, and look rare where few entries
# name it: "konsultasi BPS Kota Baubau" found the fee, whose question has it. They count least, 1.
# With any two words of the name (bps bombana) some questions about the office itself lost.
OWN_NAME_FACTOR = 0.0


def idf(entries_with_term: int, entries: int) -> int:
    """Returns the rarity of a term in units of 1/IDF_SCALE, at least 1."""
    rarity = math.log((entries + 1) / entries_with_term)
    return max(1, round(IDF_SCALE * round(math.pow(rarity, IDF_EXPONENT), 6)))


def steady_average(length: float) -> float:
    """Rounds an average length to a power of 2 ** (1 / STEPS)."""
    return 2 ** (round(STEPS * math.log2(length)) / STEPS) if length else 0.0


class PartWeighting(WeightingModel):  # type: ignore[misc]  # Whoosh has no types
    """Scores a posting with its integer part."""

    def __init__(
        self,
        analyzer: Analyzer,
        average: Callable[[str], float],
        own_pairs: frozenset[str] = frozenset(),
    ) -> None:
        language, term = analyzer.language, analyzer.term
        self._stop_words = frozenset(map(term, language.stop_words))
        self._weak = frozenset(map(term, language.weak))
        self._average = average  # length of a field
        self._own_pairs = own_pairs  # neighbours in the office's name
        self._parts: dict[tuple[str, float], Callable[[int, int], int]] = {}
        self._scorers: dict[tuple[str, float], PartScorer] = {}  # of one searcher
        self._lengths: dict[str, list[int]] = {}  # of a field in every document

    def scorer(self, searcher: Any, fieldname: str, text: str | bytes, qf: int = 1) -> "PartScorer":
        term = text.decode("utf-8") if isinstance(text, bytes) else text
        key = fieldname, self._factor(fieldname, term)
        if key not in self._scorers:
            lengths = self._lengths_of(searcher, fieldname)
            self._scorers[key] = PartScorer(self.part_of(fieldname, term), lengths)
        return self._scorers[key]

    def part_of(self, field: str, term: str) -> Callable[[int, int], int]:
        """Returns what gives a term's part, by how often it stands in a field, and its length."""
        key = field, self._factor(field, term)
        if key not in self._parts:
            average = self._average(field) or 1.0
            part = partial(FIELD_WEIGHTS[field].part, average=average, factor=key[1])
            self._parts[key] = cache(part)  # few counts and lengths are different
        return self._parts[key]

    def _factor(self, field: str, term: str) -> float:
        if term in self._own_pairs:
            return OWN_NAME_FACTOR
        if term in self._stop_words:
            return STOP_WORD_FACTOR.get(field, 1.0)
        return WEAK_FACTOR.get(field, 1.0) if term in self._weak else 1.0

    def _lengths_of(self, searcher: Any, field: str) -> list[int]:
        if field not in self._lengths:
            documents = range(searcher.doc_count_all())
            self._lengths[field] = [searcher.doc_field_length(n, field, 1) for n in documents]
        return self._lengths[field]


class PartScorer(BaseScorer):  # type: ignore[misc]  # Whoosh has no types
    """The part of a term in one field."""

    def __init__(self, part_of: Callable[[int, int], int], lengths: Sequence[int]) -> None:
        self._part_of, self._lengths = part_of, lengths

    def parts(self, counts: Iterable[tuple[int, int]]) -> dict[int, int]:
        """Returns the part of a term in documents that are given with how often it stands there."""
        part_of, lengths = self._part_of, self._lengths
        return {document: part_of(tf, lengths[document]) for document, tf in counts}

    def score(self, matcher: Any) -> int:
        """Returns the part in the document that the matcher is at."""
        return self._part_of(matcher.weight(), self._lengths[matcher.id()])
