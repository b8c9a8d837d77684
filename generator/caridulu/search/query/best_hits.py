"""The first hits of a query, found without scoring the entries that cannot be among them.

Checks search for every question among all others, which takes a thousandth of a second for each
few hundred entries. An entry that none of the rare words finds scores at most what the others can
add; once enough entries are sure to score more, it is left alone. Where that cannot be shown,
``search`` answers. tests/benchmarks/best_hits.py prints what is gained.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.parameters import HELD_PART, LISTED_SCORE, MAX_TEXT, MAX_WORDS
from caridulu.search.query.outcome import word_weight
from caridulu.search.query.query_words import QueryWord, part_of, scores_of
from caridulu.search.query.ranking import (
    by_score,
    confirmed,
    distinct,
    frame_words,
    is_typing,
    likely_names,
    listed,
    lower,
    pair_word,
    query_word,
    refused,
    search,
)
from caridulu.search.query.result import Hit

FEW = 2_000  # entries among which nothing is gained
SURE = 3  # times the rest that the best sum has before it is looked at what is sure
LOOKED_UP = 8  # times the work of going through postings that looking one up is
NEAR = 20  # entries that are scored one by one at most, while more words can tell them apart


def best_hits(index: SearchIndex, query: str, *, limit: int) -> tuple[Hit, ...]:
    """Returns the first hits that ``search`` finds."""
    hits = _proven_hits(index, query, limit) if len(index.items) > FEW else None
    return search(index, query, limit=limit).hits if hits is None else hits


@dataclass(frozen=True)
class _Query:
    """A query as ``search`` reads it."""

    index: SearchIndex
    words: Sequence[QueryWord]
    weights: Sequence[int]
    pairs: Sequence[QueryWord]
    frame: Sequence[QueryWord]

    def hit(self, entry: int) -> Hit:
        """Scores one entry as ``search`` does."""
        score = sum(_score(pair, entry) for pair in self.pairs if pair.candidates)
        if self.frame and all(ends := [_score(one, entry) for one in self.frame]):
            score += sum(ends)
        step, held, phrased, telling = self.index.phrased_step, 0, 0, 0
        for word, weight in zip(self.words, self.weights, strict=True):
            most = part = often = 0
            for candidate in word.candidates:
                if its_part := part_of(candidate.term, entry):
                    most = max(most, candidate.weight * candidate.term.idf * its_part)
                    part, often = max(part, its_part), max(often, its_part % step)
            score += most
            if weight:
                telling += 1
                held += weight * min(part, HELD_PART)
                phrased += often
        asked = HELD_PART * sum(self.weights)
        lowered = lower(score, held, asked, phrased, (step - 1) * telling)
        return Hit(entry, lowered, held, phrased)


def _score(word: QueryWord, entry: int) -> int:
    if len(word.candidates) == 1:
        (only,) = word.candidates
        return only.weight * only.term.idf * part_of(only.term, entry)
    return max((c.weight * c.term.idf * part_of(c.term, entry) for c in word.candidates), default=0)


def _most(word: QueryWord) -> int:
    """The most that a word adds to any entry."""
    return max((c.weight * c.term.idf * max(c.term.parts) for c in word.candidates), default=0)


def _postings(word: QueryWord) -> int:
    return sum(len(candidate.term.entries) for candidate in word.candidates)


def _proven_hits(index: SearchIndex, query: str, limit: int) -> tuple[Hit, ...] | None:
    """The first hits, or None if entries that were not scored might be among them."""
    texts = index.query_analyzer.words(query[:MAX_TEXT])[:MAX_WORDS]
    asked = _read(index, query, texts)
    rarest = sorted((w for w in (*asked.words, *asked.pairs) if w.candidates), key=_postings)
    most = [_most(word) for word in rarest]
    rest = sum(most) + sum(map(_most, asked.frame))  # what the words to come can add to any entry
    sums: dict[int, int] = {}  # of the words so far; later only of entries that may be among them
    least = 0  # what the first entries are sure to score, once no entry without a sum can
    for word, its_most in zip(rarest, most, strict=True):
        rest -= its_most
        if not least:
            for entry, score in scores_of(word).items():
                sums[entry] = sums.get(entry, 0) + score
            if len(sums) > limit and SURE * rest < max(sums.values()):
                least = _sure_score(asked, sums, rest, limit)
        elif len(sums) * LOOKED_UP < _postings(word):
            sums = {entry: own + _score(word, entry) for entry, own in sums.items()}
        else:
            scores = scores_of(word)
            sums = {entry: own + scores.get(entry, 0) for entry, own in sums.items()}
        if least:
            sums = {entry: own for entry, own in sums.items() if own + rest >= least}
            if len(sums) <= NEAR:
                break
    return _first_hits(asked, sums, least, set(refused(index, texts)), limit) if least else None


def _sure_score(asked: _Query, sums: Mapping[int, int], rest: int, limit: int) -> int:
    """What more entries than ``limit`` score at least; 0 if one without a sum can score as much.

    A score is never more than an entry's whole sum, and ``rest`` is all that one lacks of it.
    """
    first = nlargest(limit + 1, sums, key=sums.__getitem__)
    least = min(asked.hit(entry).score for entry in first)
    return least if least > rest else 0


def _first_hits(
    asked: _Query, sums: Collection[int], least: int, left_out: Collection[int], limit: int
) -> tuple[Hit, ...] | None:
    hits = {entry: asked.hit(entry) for entry in sums if entry not in left_out}
    ranked = [hits[entry] for entry, _ in by_score((e, hit.score) for e, hit in hits.items())]
    if not ranked or ranked[0].entry >= asked.index.first_referral:
        return None
    found = [hit for hit in listed(ranked) if hit.score >= ranked[0].score // LISTED_SCORE]
    is_sure = len(found) >= limit and found[limit - 1].score >= least
    return tuple(found[:limit]) if is_sure else None


def _read(index: SearchIndex, query: str, texts: Sequence[str]) -> _Query:
    typing = is_typing(index, query)
    every = [
        query_word(index, text, typing=typing and n == len(texts) - 1, exact=False)
        for n, text in enumerate(texts)
    ]
    names = likely_names(every)
    pairs = [pair_word(index, *neighbours) for neighbours in pairwise(names)]
    words = distinct(confirmed(index, every, pairs))
    weights = [word_weight(index, word) for word in words]
    return _Query(index, words, weights, pairs, frame_words(index, names))
