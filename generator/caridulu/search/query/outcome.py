"""How far the best entry answers a query. Twin of ``browser/outcome.js``."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import compress, pairwise
from operator import mul

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.parameters import (
    ANSWERED_HOLDING,
    ANSWERED_LEAST,
    CONFIDENCE,
    EVIDENCE,
    FULL_PART,
    MANY_RIVALS,
    MANY_WORDS,
    REFERRED_LEAST,
    STRONG_PART,
    WEAK_DIVISOR,
    WEAK_SHARE,
    WHOLE,
    YEAR,
)
from caridulu.search.query.query_words import QueryPart, QueryWord, best_in, part_of

Scored = tuple[int, int]  # the number of an entry, and its score


class Outcome(StrEnum):
    """How far the best entry answers the query."""

    ANSWERED = "answered"
    REFERRAL = "referral"  # another institution is responsible
    WEAK = "weak"
    NOTHING = "nothing"

    @property
    def is_sure(self) -> bool:
        """Whether nobody of the office needs to answer: a referral answers, too."""
        return self in (Outcome.ANSWERED, Outcome.REFERRAL)


@dataclass(frozen=True)
class Evidence:
    """Features of the best entry's match, each from 0 to EVIDENCE except ``lead``."""

    share: int = 0  # of the query's weight, what the entry holds
    held: int = 0  # number of words with a weight that it holds, out of MANY_WORDS
    strong: int = 0  # the share, counting fully only what its question or aliases hold
    words: int = 0  # number of words, out of MANY_WORDS
    # Share of the neighbours in the query that stand so in its question or aliases.
    together: int = 0
    rivals: int = 0  # what the next entries score, on average, as a share of its score
    # How much more of the words, rare or not, its phrasings have than those of any other entry;
    # below 0 if another's have more.
    lead: int = 0

    @property
    def confidence(self) -> int:
        """Adds up the weighted features: log odds times EVIDENCE * 16, up to a constant."""
        return sum(weight * getattr(self, name) for name, weight in CONFIDENCE.items())

    def reaches(self, least: int) -> bool:
        """Tells whether the entry has enough of the query, with a confidence from ``least`` on.

        A long query says much beside what it asks: several words held stand for a small share.
        """
        return 2 * self.share + self.held >= ANSWERED_HOLDING and self.confidence >= least


def surest_evidence(
    index: SearchIndex,
    parts: Iterable[QueryPart],
    phrased: Sequence[int],
    best: Sequence[Scored],
) -> Evidence:
    """Computes the features of the first of ``best``, in the part of a query it answers best.

    ``phrased`` says how often the phrasings of each entry have the query's words.
    """
    found = (evidence_of(index, part, phrased, best) for part in parts)
    return max(found, key=lambda evidence: (evidence.share > 0, evidence.confidence))


def evidence_of(
    index: SearchIndex,
    part: QueryPart,
    phrased: Sequence[int],
    best: Sequence[Scored],
) -> Evidence:
    """Computes the features of the first of ``best`` for one part of a query."""
    weights = [word_weight(index, word) for word in part.words]
    asked = sum(weights)
    if not best or not asked:
        return Evidence()
    (entry, score), *others = best
    held = [presence(word, entry, FULL_PART) for word in part.words]
    strongly_held = [presence(word, entry, STRONG_PART) for word in part.words]
    held_pairs = sum(best_in(pair, entry) is not None for pair in part.pairs)
    rival_scores = sum(rival for _, rival in others[:MANY_RIVALS])
    most_phrased = max((phrased[other] for other, _ in others), default=0)
    return Evidence(
        share=sum(map(mul, weights, held)) // asked,
        held=min(EVIDENCE, sum(compress(held, weights)) // MANY_WORDS),
        strong=sum(map(mul, weights, strongly_held)) // asked,
        words=min(EVIDENCE, EVIDENCE * len(part.words) // MANY_WORDS),
        together=EVIDENCE * held_pairs // max(1, len(part.pairs)),
        rivals=EVIDENCE * rival_scores // (MANY_RIVALS * score),
        lead=phrased[entry] - most_phrased,
    )


def outcome_of(evidence: Evidence) -> Outcome:
    """Decides whether the best entry holds enough of what was asked."""
    if evidence.reaches(ANSWERED_LEAST):
        return Outcome.ANSWERED
    return Outcome.WEAK if evidence.share >= WEAK_SHARE else Outcome.NOTHING


def is_referred(
    index: SearchIndex,
    texts: Sequence[str],
    words: Sequence[QueryWord],
    referral: int,
    evidence: Evidence,
) -> bool:
    """Tells whether a referral is what was asked: surely enough, and not for figures about it."""
    figures = index.query_analyzer.language.figures
    if any(f"{first} {second}" in figures for first, second in pairwise(texts)):
        return False
    words_of_figures = (word for word in words if word.word in figures)
    has_them = all(presence(word, referral, FULL_PART) for word in words_of_figures)
    return has_them and evidence.reaches(REFERRED_LEAST)


def missing_words(
    index: SearchIndex, words: Sequence[QueryWord], weights: Sequence[int], entry: int | None
) -> tuple[str, ...]:
    """Returns the words of the query, as typed, that say something and are not in an entry."""
    weak = index.query_analyzer.language.weak
    return tuple(
        word.word
        for word, weight in zip(words, weights, strict=True)
        if weight
        and word.word not in weak
        and (entry is None or not presence(word, entry, FULL_PART))
    )


def presence(word: QueryWord, entry: int, full: int) -> int:
    """Returns how much of a word is surely in an entry, from 0 to EVIDENCE.

    A part of a term that is ``full`` counts as all of it.
    """
    parts = (c.weight * min(part_of(c.term, entry), full) for c in word.candidates if c.sure)
    return EVIDENCE * max(parts, default=0) // (WHOLE * full)


def word_weight(index: SearchIndex, word: QueryWord) -> int:
    """Returns a query word's weight: its rarity; little for function words, 0 for places."""
    language = index.query_analyzer.language
    name = word.candidates[0].name if word.candidates else word.word
    is_free = word.word in language.stop_words or name in index.place_terms
    if is_free or re.search(YEAR, word.word):
        return 0
    rarity = word.candidates[0].term.idf if word.known else index.unknown_idf
    return max(1, rarity // WEAK_DIVISOR) if word.word in language.weak else rarity


def is_greeting(index: SearchIndex, texts: Sequence[str]) -> bool:
    """Tells whether nothing is asked: only greetings, thanks or calls for attention."""
    language = index.query_analyzer.language
    greets = language.greetings | language.stop_words
    return any(text in greets for text in texts) and all(
        text in greets or text in language.weak for text in texts
    )
