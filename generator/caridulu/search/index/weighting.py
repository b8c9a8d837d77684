"""Our weighting models inside Whoosh: how much a term says about an entry, as small integers.

A term's score in an entry is ``idf * part``. ``idf`` counts entries, not fields: a word that is
rare in questions but common in answers must not look rare. ``part`` is the sum over fields of

    weight * (k1 + 1) * tf / (tf + k1 * (1 - b + b * length / average length))

(BM25, Robertson and Zaragoza 2009, eq. 3.15, per field and unsaturated across fields), in units
of 1/PART_SCALE, each field rounded and at least 1.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from whoosh.scoring import BaseScorer, WeightingModel

from caridulu.search.index.memory import Postings

PART_SCALE = 16  # 8 lost .006 MRR@10 on one set of passages; finer was not tried
IDF_SCALE = 16
IDF_EXPONENT = 1.15  # 1.0 loses .005 on passages, 1.3 loses .01 on short texts


@dataclass(frozen=True)
class FieldWeight:
    """BM25 of one field; ``k1 = 0`` counts presence, ``linear`` counts ``tf / linear``."""

    weight: float
    k1: float = 0.0
    b: float = 0.0
    linear: int = 0

    def part(self, tf: float, length: float, average: float) -> float:
        """Share of this field, before scaling."""
        if self.linear:
            return self.weight * tf / self.linear
        norm = self.k1 * (1 - self.b + self.b * length / average)
        return self.weight * tf * (self.k1 + 1) / (tf + norm)


# Chosen by hand after trying values around them on samples of five development collections, one
# setting for all; not validated on queries that were kept aside. Guarded by
# tests/search/test_relevance.py.
FIELD_WEIGHTS: Mapping[str, FieldWeight] = {
    "question": FieldWeight(2.5, k1=1.2, b=1.0),
    "aliases": FieldWeight(1.5, k1=0.9, b=0.3),
    "answer": FieldWeight(1.0, k1=0.9, b=0.75),
    "tags": FieldWeight(0.8),
    "lexicon": FieldWeight(0.6),
    "related": FieldWeight(0.4),
    "pairs": FieldWeight(1.0),
    "alias_pairs": FieldWeight(0.7),
    "opening": FieldWeight(0.6, linear=10),
    "joined": FieldWeight(1.5),
    "not_for": FieldWeight(1.0),
}
# Function words tell questions apart (apa, berapa, kapan) but say little in a text.
WEAK_FACTOR: Mapping[str, float] = {"answer": 0.5, "opening": 0.5}
SILENT_FACTOR: Mapping[str, float] = {
    "question": 0.5, "aliases": 0.5, "answer": 0.3, "opening": 0.3
}  # fmt: skip


@lru_cache(maxsize=100_000)
def idf(entries_with_term: int, entries: int) -> int:
    """Rarity of a term in units of 1/IDF_SCALE, at least 1."""
    rarity = math.log((entries + 1) / entries_with_term)
    return max(1, round(IDF_SCALE * round(math.pow(rarity, IDF_EXPONENT), 6)))


class PartWeighting(WeightingModel):  # type: ignore[misc]  # Whoosh has no types
    """Scores a posting with its integer part."""

    def __init__(self, silent: frozenset[str], weak: frozenset[str]) -> None:
        self._silent = silent  # terms
        self._weak = weak
        self._scorers: dict[tuple[str, float], PartScorer] = {}
        self._lengths: dict[str, list[int]] = {}

    def scorer(self, searcher: Any, fieldname: str, text: bytes | str, qf: int = 1) -> "PartScorer":
        term = text.decode("utf-8") if isinstance(text, bytes) else text
        factor = 1.0
        if term in self._silent:
            factor = SILENT_FACTOR.get(fieldname, 1.0)
        elif term in self._weak:
            factor = WEAK_FACTOR.get(fieldname, 1.0)
        key = (fieldname, factor)
        if key not in self._scorers:
            if fieldname not in self._lengths:
                self._lengths[fieldname] = _lengths(searcher, fieldname)
            lengths = self._lengths[fieldname]
            self._scorers[key] = PartScorer(searcher, fieldname, factor * PART_SCALE, lengths)
        return self._scorers[key]


def _lengths(searcher: Any, fieldname: str) -> list[int]:
    """The length of a field in each document, where it counts."""
    documents = range(searcher.doc_count_all())
    if not FIELD_WEIGHTS[fieldname].b:
        return [1] * len(documents)
    length = searcher.reader().doc_field_length
    return [length(document, fieldname, 1) for document in documents]


class PartScorer(BaseScorer):  # type: ignore[misc]  # Whoosh has no types
    """The part of one term in one field."""

    def __init__(self, searcher: Any, fieldname: str, scale: float, lengths: list[int]) -> None:
        self._weight = FIELD_WEIGHTS[fieldname]
        self._scale = scale
        self._average = searcher.avg_field_length(fieldname) or 1.0
        self._known: dict[int, Mapping[int, int]] = {}
        self._lengths = lengths  # of the field in each document
        self._sizes = frozenset(lengths)

    def supports_block_quality(self) -> bool:
        return False

    def score(self, matcher: Any) -> int:
        return self._by_length(matcher.weight())[self._lengths[matcher.id()]]

    def parts(self, postings: Postings) -> list[int]:
        """The part in each document of a list."""
        lengths = map(self._lengths.__getitem__, postings.documents)
        weights = set(postings.weights)
        if len(weights) == 1:
            return list(map(self._by_length(weights.pop()).__getitem__, lengths))
        known = {weight: self._by_length(weight) for weight in weights}
        return [
            known[weight][length] for weight, length in zip(postings.weights, lengths, strict=True)
        ]

    def _by_length(self, weight: int) -> Mapping[int, int]:
        """The part of a term of this weight for every length of the field."""
        if weight not in self._known:
            self._known[weight] = {length: self._part(weight, length) for length in self._sizes}
        return self._known[weight]

    def _part(self, weight: int, length: int) -> int:
        part = self._weight.part(weight, length, self._average)
        return max(1, int(round(self._scale * part, 6) + 0.5))
