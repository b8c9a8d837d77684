"""Replaces the name of an office's region in its terms by a mark.

What two offices say of their own regions is then the same, and the name of a region is as frequent
among many offices as it is in one office's own index. A question gets the mark, too
(``browser/places.js``).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from caridulu.search.index.term_names import pair, whole
from caridulu.search.parameters import NOT_FOR

MARK = "0d"  # no word that anybody types


def neutral_terms(
    terms: Mapping[str, Counter[str]], region: Sequence[str]
) -> dict[str, Counter[str]]:
    """Returns the counted terms of each field with the mark for the terms of a region's name."""
    if not region:
        return dict(terms)
    found: dict[str, Counter[str]] = {field: Counter() for field in terms}
    for field, counts in terms.items():
        for name, count in _without_rest(counts, region).items():
            if neutral := _neutral_in(field, name, region):
                found[field][neutral] += count
    return {field: counts for field, counts in found.items() if counts}


def _neutral_in(field: str, name: str, region: Sequence[str]) -> str:
    if field != "joined":
        return neutral_name(name, region)
    # Of words that are written together, none can be exchanged.
    return "" if any(word in name for word in region) else name


def neutral_name(name: str, region: Sequence[str]) -> str:
    """Returns a term's name with the mark; nothing for one that lies within the region's name."""
    first, *words = name.split(" ")
    if not region:
        return name
    if first == NOT_FOR:
        return whole(neutral_words(words, region))
    if not words:
        return MARK if name == region[0] else name
    [second] = words
    if any(name == pair(*both) for both in pairwise(region)):
        return ""
    return pair(MARK if first == region[-1] else first, MARK if second == region[0] else second)


def neutral_words(words: Iterable[str], region: Sequence[str]) -> list[str]:
    """Gives terms with one mark in the place of the region's name, in whatever order it stands."""
    listed = list(words)
    if not region or region[0] not in listed:
        return listed
    left = [MARK if word == region[0] else word for word in listed]
    return [word for word in left if word not in region[1:]]


def _without_rest(counts: Counter[str], region: Sequence[str]) -> Counter[str]:
    """Takes the other words of a name away, as often as its first one stands there."""
    times = counts.get(region[0], 0)
    if not times or len(region) == 1:
        return counts
    rest = Counter(dict.fromkeys(region[1:], times))
    return Counter({name: n - rest[name] for name, n in counts.items() if n > rest[name]})
