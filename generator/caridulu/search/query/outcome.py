"""How far the best entry answers a query. Twin of ``browser/outcome.js``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.term_names import gap
from caridulu.search.parameters import (
    ANSWERED_SHARE,
    FULL_PART,
    LEAD_SHARE,
    LEAST_SHARE,
    MAX_FORM,
    WEAK_DIVISOR,
    WEAK_SHARE,
    YEAR,
)
from caridulu.search.query.query_words import Candidate, QueryWord, part_of


class Outcome(StrEnum):
    """How far the best entry answers the query."""

    ANSWERED = "answered"
    WEAK = "weak"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Evidence:
    """What speaks for the best entry: share of the query found and lead over the next, over 16."""

    share: int = 0
    lead: int = 0


def evidence_of(
    words: Sequence[QueryWord], weights: Sequence[int], best: Sequence[tuple[int, int]]
) -> Evidence:
    """Weighs what speaks for the first of the ``best`` entries, given with their scores."""
    if not best:
        return Evidence()
    (entry, score), *others = best
    lead = LEAD_SHARE * (score - others[0][1]) // score if others else 0
    return Evidence(found_share(words, weights, entry), lead)


def outcome_of(index: SearchIndex, texts: Sequence[str], evidence: Evidence) -> Outcome:
    """Decides whether the best entry holds enough of what was asked, in these words."""
    if evidence.share >= LEAST_SHARE and evidence.share + evidence.lead >= ANSWERED_SHARE:
        return Outcome.WEAK if names_a_gap(index, texts) else Outcome.ANSWERED
    return Outcome.WEAK if evidence.share >= WEAK_SHARE else Outcome.NOTHING


def found_share(words: Sequence[QueryWord], weights: Sequence[int], entry: int) -> int:
    """Returns the share of the query's weight found in an entry, over 16."""
    found = sum(
        weight * max((presence(word, c, entry) for c in word.candidates), default=0)
        for word, weight in zip(words, weights, strict=True)
    )
    return found // (FULL_PART * sum(weights) or 1)


def presence(word: QueryWord, candidate: Candidate, entry: int) -> int:
    """Returns how much of a word is in an entry, from 0 to WHOLE * FULL_PART."""
    found = candidate.weight * min(part_of(candidate.term, entry), FULL_PART)
    if candidate.completion and not word.known:  # a guess, the surer the more of it is typed
        found = found * len(word.word) ** 2 // len(candidate.read) ** 2
    return found


def word_weight(index: SearchIndex, word: QueryWord) -> int:
    """Weighs a word's absence: its rarity; little for function words, nothing for places."""
    language = index.reading.language
    name = word.candidates[0].name if word.candidates else word.word
    is_free = word.word in language.stop_words or name in index.place_terms
    if is_free or re.search(YEAR, word.word):
        return 0
    rarity = word.candidates[0].term.idf if word.known else index.unknown_idf
    return max(1, rarity // WEAK_DIVISOR) if word.word in language.weak else rarity


def names_a_gap(index: SearchIndex, texts: Sequence[str]) -> bool:
    """Tells whether the query names an idea of the lexicon that no entry is about."""
    terms = list(map(index.reading.term, texts))
    return any(
        gap(terms[start:end]) in index.gaps
        for start in range(len(terms))
        for end in range(start + 1, min(start + MAX_FORM, len(terms)) + 1)
    )


def is_greeting(index: SearchIndex, texts: Sequence[str]) -> bool:
    """Tells whether nothing is asked: only greetings, thanks or calls for attention."""
    language = index.reading.language
    greets = language.greetings | language.stop_words
    return any(text in greets for text in texts) and all(
        text in greets or text in language.weak for text in texts
    )
