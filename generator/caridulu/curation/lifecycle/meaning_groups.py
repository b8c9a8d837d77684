"""What many people sought -> groups that mean the same.

Two phrasings are alike as far as they are about the same terms; what both have beside them speaks
against it more than what only one has: ``luas panen padi`` is not ``produksi padi``. Where one
wants another thing of the same subject, ``biaya akta lahir`` and ``akta lahir kapan jadi``, they
are hardly alike. Phrasings that would find each other are a little more alike. As far as entries
surely answer both, half of the likeness is theirs; a part belongs to the matters that both name.
Groups are joined, the most alike first, as long as their members are alike in the mean.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from heapq import heapify, heappop, heappush
from importlib.resources import files
from itertools import combinations

from caridulu.curation.lifecycle.nearest_entries import (
    Nearest,
    likeness_by_entries,
    nearest_entries,
)
from caridulu.curation.lifecycle.sought_phrase import (
    WAY,
    CanonicalTerms,
    SoughtPhrase,
    empty_terms,
    read_phrases,
)
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search

# Chosen on half of 39 lists of some twenty phrasings each, of as many kinds of offices; guarded by
# tests/curation/lifecycle/gap_groups.txt.
ALIKE = 0.32  # likeness from which two groups are one, the mean over their members
FURTHER = 0.5  # weight of what only the fuller phrasing has, beside what both lack of each other
RELATED = 0.4  # share of a term that another phrasing holds in other words only
RARE = 0.25  # share of a term that nobody else uses, where it speaks against
LEAST = 0.1  # weight of a term that nearly everybody uses: the office's own name
FOUND = 0.2  # share of a likeness that the search among the phrasings decides
ANSWERED = 0.5  # share that the entries decide which surely answer both, where they say more
ANSWERED_BOTH = 0.35  # the same, where two matters are named: one entry tells of nickel and gold
APART = 0.7  # the same, where they say less than the words: other entries answer
NAMED = 0.6  # share that common matters decide, as far as the phrasings are alike by them
OTHER_NEED, NO_NEED, UNSAID_WAY = 0.1, 0.75, 0.9  # kept of a likeness
MOST_HOLDING = 60  # phrasings; a term of more is looked at only beside rarer ones

Related = Mapping[str, Collection[str]]
Likeness = dict[tuple[int, int], float]  # of pairs of phrasings, by their positions


def groups_of(
    phrases: Sequence[str], index: SearchIndex, *, same: Iterable[Sequence[int]] = ()
) -> list[list[int]]:
    """Groups phrasings, each different, by their positions; a group begins with its first.

    Groups of the ``same`` were made by hand: others may join them, but no two become one.
    """
    read = read_phrases(phrases, index)
    likeness = _likenesses(read, _related(read, index))
    searched = _with_search(likeness, _shares_held(phrases, index), read)
    answered = _with_entries(searched, read, [nearest_entries(one, index) for one in phrases])
    return _joined(len(phrases), _with_matters(answered, read), same)


def _with_search(likeness: Likeness, held: Likeness, phrases: Sequence[SoughtPhrase]) -> Likeness:
    """Adds how much each of two phrasings would find the other, were that an entry."""
    found = Likeness()
    for a, b in sorted(likeness.keys() | held.keys()):
        searched = held.get((a, b), 0.0) * _same_need(phrases[a].needs, phrases[b].needs)
        found[a, b] = (1 - FOUND) * likeness.get((a, b), 0.0) + FOUND * searched
    return found


def _with_entries(
    likeness: Likeness, phrases: Sequence[SoughtPhrase], nearest: Sequence[Nearest]
) -> Likeness:
    """Adds whether the same entries answer both of two phrasings."""
    answered = likeness_by_entries(nearest)
    found = Likeness()
    for a, b in sorted(likeness.keys() | answered.keys()):
        words, entries = likeness.get((a, b), 0.0), answered.get((a, b), 0.0)
        if entries <= words:
            share = APART
        elif _name_two_matters(phrases[a], phrases[b]):
            share = ANSWERED_BOTH
        else:
            share = ANSWERED
        share *= nearest[a].sureness * nearest[b].sureness
        found[a, b] = (1 - share) * words + share * entries
    return found


def _name_two_matters(one: SoughtPhrase, other: SoughtPhrase) -> bool:
    return bool(one.matters and other.matters) and one.matters.isdisjoint(other.matters)


def _with_matters(likeness: Likeness, phrases: Sequence[SoughtPhrase]) -> Likeness:
    """Adds how alike two phrasings are by the matters that both name."""
    by_matters = [replace(one, subject=one.matters | one.beside) for one in phrases]
    found = dict(likeness)
    for (a, b), value in _likenesses(by_matters, {}).items():
        if not phrases[a].matters.isdisjoint(phrases[b].matters):
            share = NAMED * value
            found[a, b] = (1 - share) * likeness.get((a, b), 0.0) + share * value
    return found


def _shares_held(phrases: Sequence[str], index: SearchIndex) -> Likeness:
    """Maps pairs of phrasings to the mean share that each holds of the other, were each an entry.

    A word is worth its rarity among them.
    """
    items = [Item(str(n), question=phrase, answer="") for n, phrase in enumerate(phrases)]
    among = SearchIndex(items, lexicon=index.lexicon)
    numbers = [int(item.id) for item in among.items]
    shares = defaultdict[tuple[int, int], float](float)
    for n, phrase in enumerate(phrases):
        result = search(among, phrase, limit=len(phrases), exact=True, cut=False)
        for hit in result.hits if result.asked else ():
            other = numbers[hit.entry]
            if other != n:
                shares[min(n, other), max(n, other)] += hit.held / (2 * result.asked)
    return shares


class _Groups:
    """Groups of phrasings, named by their first, with the sums of the likenesses between them."""

    def __init__(self, count: int, likeness: Likeness) -> None:
        self.members = {n: [n] for n in range(count)}
        self._sums: list[dict[int, float]] = [{} for _ in range(count)]
        for (a, b), value in likeness.items():
            self._sums[a][b] = self._sums[b][a] = value

    def mean(self, a: int, b: int) -> float:
        """Returns the likeness of two groups, the mean over their members."""
        return self._sums[a].get(b, 0.0) / (len(self.members[a]) * len(self.members[b]))

    def join(self, a: int, b: int) -> None:
        """Takes the second group into the first."""
        for third, part in self._sums[b].items():
            del self._sums[third][b]
            if third != a:
                joined = self._sums[a].get(third, 0.0) + part
                self._sums[a][third] = self._sums[third][a] = joined
        self.members[a] += self.members.pop(b)
        self._sums[b] = {}

    def alike(self, a: int) -> Iterator[tuple[float, tuple[int, int]]]:
        """Yields the groups that may be one with this: negative likeness, and both in order."""
        for third in self._sums[a]:
            value = self.mean(a, third)
            if value >= ALIKE:
                yield -value, (min(a, third), max(a, third))


def _joined(count: int, likeness: Likeness, same: Iterable[Sequence[int]]) -> list[list[int]]:
    """Joins the two groups that are most alike, again and again; those made by hand first."""
    groups, by_hand = _Groups(count, likeness), set[int]()
    for first, *others in map(sorted, same):
        by_hand.add(first)
        for other in others:
            groups.join(first, other)
    waiting = [pair for a in groups.members for pair in groups.alike(a)]
    heapify(waiting)
    while waiting:
        value, (a, b) = heappop(waiting)
        if not groups.members.keys() >= {a, b} or groups.mean(a, b) != -value:
            continue
        if by_hand >= {a, b}:
            continue
        if b in by_hand:
            by_hand.add(a)
        groups.join(a, b)
        for pair in groups.alike(a):
            heappush(waiting, pair)
    return [sorted(groups.members[first]) for first in sorted(groups.members)]


def _near_words() -> list[tuple[str, ...]]:
    """Reads the list of this package: on each line, words that are near each other."""
    text = files(__package__).joinpath("near_words.txt").read_text(encoding="utf-8")
    return [tuple(line.split(" | ")) for line in text.splitlines()]


def _related(phrases: Iterable[SoughtPhrase], index: SearchIndex) -> Related:
    """Maps each term to those near it: for one idea, or with a word in common."""
    names, found = CanonicalTerms(index), defaultdict[str, set[str]](set)
    analyzer = index.analyzer
    for group in (*analyzer.language.synonyms, *_near_words()):
        terms = [names.terms(analyzer.words(form)) for form in group]
        single = {one[0] for one in terms if len(one) == 1}
        for term in single:
            found[term] |= single
    subjects = sorted({term for one in phrases for term in one.subject})
    for term, other in _sharing_words(subjects, empty_terms(index)):
        found[term].add(other)
        found[other].add(term)
    return found


def _sharing_words(terms: Iterable[str], empty: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yields pairs of terms with a content word in common: ``mitra`` and ``mitra statistik``."""
    holding = defaultdict[str, list[str]](list)
    for term in terms:
        for word in sorted(set(term.split()).difference(empty)):
            holding[word].append(term)
    for held in holding.values():
        yield from combinations(held, 2)


def _likenesses(phrases: Sequence[SoughtPhrase], related: Related) -> Likeness:
    """Measures how alike two phrasings are, of all pairs that share a term, or nearly."""
    holding = defaultdict[str, list[int]](list)  # term -> phrasings
    for n, one in enumerate(phrases):
        for term in sorted(one.subject):
            holding[term].append(n)
    counts = {term: len(held) for term, held in holding.items()}
    weights = {term: _weight(count, len(phrases)) for term, count in counts.items()}
    pairs = set[tuple[int, int]]()
    for term, held in holding.items():
        if len(held) <= MOST_HOLDING:
            near = {n for other in related.get(term, ()) for n in holding.get(other, ())}
            pairs.update(combinations(held, 2))
            pairs.update((min(n, m), max(n, m)) for n in held for m in near if n != m)
    likeness = partial(_likeness, weights=weights, counts=counts, related=related)
    return {(a, b): likeness(phrases[a], phrases[b]) for a, b in sorted(pairs)}


def _weight(holding: int, count: int) -> float:
    return max(LEAST, math.log(count / holding) if count > 2 else 1.0)


def _likeness(
    one: SoughtPhrase,
    other: SoughtPhrase,
    *,
    weights: Mapping[str, float],
    counts: Mapping[str, int],
    related: Related,
) -> float:
    """Measures how much two phrases seek the same: what they share, beside what is left."""
    shared, left = [], []  # weights of both
    for mine, theirs in ((one.subject, other.subject), (other.subject, one.subject)):
        held = {term: _share_held(term, theirs, related) for term in sorted(mine)}
        shared.append(sum(weights[term] * share for term, share in held.items()))
        rest = {term: weights[term] * (1 - share) for term, share in held.items()}
        left.append(sum(rest[term] * (1 if counts[term] > 1 else RARE) for term in rest))
    most = max(shared)
    subject = most / (most + min(left) + FURTHER * max(left)) if most else 0.0
    return subject * _same_need(one.needs, other.needs)


def _share_held(term: str, terms: frozenset[str], related: Related) -> float:
    """Returns how much of a term others hold: all, a part in other words, or nothing."""
    if term in terms:
        return 1.0
    return 0.0 if terms.isdisjoint(related.get(term, ())) else RELATED


def _same_need(one: frozenset[str], other: frozenset[str]) -> float:
    """Returns how much of a likeness is left: nobody needs to say that the way is asked."""
    if one & other or one == other:
        return 1.0
    if one and other:
        return OTHER_NEED
    return UNSAID_WAY if one | other == {WAY} else NO_NEED
