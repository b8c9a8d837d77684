"""Texts of entries kept in a slice of terms too, so that they need no request of their own.

A text that came with the terms saves a request, and where all have come, a round trip; one that is
not shown has made the slice longer. So it stands where it is shown most often for each time that
the slice is fetched, by this estimate:

    asked       a term is asked as often as it is used
    shown       its best entries are shown; the rarer the term and the larger its part in the entry,
                the more it decides (with the first power of the rarity, .2 kB more at 4,700 items)
    fetched     a slice is fetched as often as all its terms are used
"""

import math
from collections.abc import Sequence
from heapq import nlargest

from caridulu.search.analysis.spelling import skeleton
from caridulu.search.index.search_index import SearchIndex, Term
from caridulu.search.index.vocabulary import place

SHOWN = 5  # hits of a first search
STEPS = 16  # to the double, of the least value with which a text stands with terms


def texts_with_terms(index: SearchIndex, starts: Sequence[str], *, most: int) -> list[set[int]]:
    """Returns the entries whose texts stand in each slice of terms, ``most`` texts or fewer.

    Slices are given by the skeletons with which they begin; a text counts as often as it stands.
    """
    slices: list[list[Term]] = [[] for _ in starts]
    for name in index.terms():
        if " " not in name and (term := index.term(name)):
            slices[place(starts, skeleton(name))].append(term)
    values = (
        (value, -at, -entry)
        for at, terms in enumerate(slices)
        for entry, value in _values(terms).items()
    )
    best = nlargest(most + 1, values)
    least = _step_above(best[-1][0]) if len(best) > most else 0.0
    found: list[set[int]] = [set() for _ in starts]
    for value, at, entry in best:
        if value >= least:
            found[-at].add(-entry)
    return found


def _step_above(value: float) -> float:
    """Returns a power of 2 ** (1 / STEPS): a limit that stays when an entry comes or goes."""
    return 2 ** ((math.floor(STEPS * math.log2(value)) + 1) / STEPS)


def _values(terms: Sequence[Term]) -> dict[int, float]:
    """Returns how often each entry is shown for a fetched slice of these terms, in no unit."""
    fetched = sum(len(term.entries) for term in terms)
    values: dict[int, float] = {}
    for term in terms:
        best = sorted(zip(term.entries, term.parts, strict=True), key=lambda pair: -pair[1])
        for rank, (entry, part) in enumerate(best):
            shown = term.idf**2 * part / (SHOWN + rank)
            value = len(best) * shown / fetched
            values[entry] = values.get(entry, 0.0) + value
    return values
