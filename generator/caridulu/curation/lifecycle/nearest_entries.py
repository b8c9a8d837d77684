"""Phrasings -> how far the same entries answer two of them.

The knowledge base knows what its entries are about in many words: ``warga kurang mampu ada berapa``
and ``poverty rate`` share none, but find the same entry. A referral says little: one of them covers
everything that another institution does.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.parameters import ANSWERED_LEAST, EVIDENCE
from caridulu.search.query.outcome import Evidence
from caridulu.search.query.ranking import search

# Chosen on two logs of offices whose matters the knowledge base has, and two whose it has not.
LOOKED_AT = 20  # hits of a phrasing, with referrals
COUNTED = 10  # of them, without
ANSWERED_ODDS = 1.8  # at which ANSWERED_LEAST is reached
STEEPNESS = 4  # a hit with half of the best one's score counts a sixteenth


@dataclass(frozen=True)
class Nearest:
    """The entries nearest to a phrasing."""

    shares: Mapping[int, float]  # by number of the entry; a vector of length 1, or empty
    sureness: float  # probability, from 0 to 1, that the first of them answers


def nearest_entries(phrase: str, index: SearchIndex) -> Nearest:
    """Finds the entries that answer a phrasing, or almost do."""
    result = search(index, phrase, limit=LOOKED_AT, cut=False)
    hits = [hit for hit in result.hits if not _is_referral(index, hit.entry)][:COUNTED]
    if not hits:
        return Nearest({}, 0.0)
    shares = {hit.entry: (hit.score / hits[0].score) ** STEEPNESS for hit in hits}
    length = math.hypot(*shares.values())
    is_first = hits[0] == result.hits[0]
    return Nearest(
        {entry: share / length for entry, share in shares.items()},
        _probability(result.evidence) if is_first else 0.0,
    )


def likeness_by_entries(phrases: Sequence[Nearest]) -> dict[tuple[int, int], float]:
    """Maps pairs of phrasings with an entry in common to the cosine of their shares, 0 to 1."""
    holding = defaultdict[int, list[int]](list)
    for n, one in enumerate(phrases):
        for entry in one.shares:
            holding[entry].append(n)
    pairs = {pair for held in holding.values() for pair in combinations(held, 2)}
    return {
        (a, b): sum(
            share * phrases[b].shares.get(entry, 0.0) for entry, share in phrases[a].shares.items()
        )
        for a, b in pairs
    }


def _is_referral(index: SearchIndex, entry: int) -> bool:
    return kind_of(index.items[entry].id) is ItemKind.REFERRAL


def _probability(evidence: Evidence) -> float:
    over = (evidence.confidence - ANSWERED_LEAST) / (EVIDENCE * 16)
    odds = ANSWERED_ODDS * math.exp(over)
    return odds / (1 + odds)
