"""How far the best entry answers a query. Twin of ``browser/outcome.js``."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from caridulu.search.index.fields import MAX_FORM, gap
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.query_words import Candidate, Slot, part_of

# Outcome: share of the query's weight found in the best entry, over 16, and for an answer also how
# far it stands before the second. tests/benchmarks/nothing_found.py prints the whole curve.
ANSWERED_SHARE = 12
LEAD_SHARE = 8
LEAST_SHARE = 8  # of an answer: among few entries every one leads
WEAK_SHARE = 3
FULL_PART = 24  # a smaller part is a passing mention: not all of the word was found
WEAK_WORD_DIVISOR = 4


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


def evidence_of(index: SearchIndex, slots: list[Slot], best: Sequence[tuple[int, int]]) -> Evidence:
    """Evidence for the first of the ``best`` entries, given with their scores."""
    if not best:
        return Evidence()
    (entry, score), *others = best
    lead = LEAD_SHARE * (score - others[0][1]) // score if others else 0
    return Evidence(found_share(index, slots, entry), lead)


def outcome_of(index: SearchIndex, words: list[str], evidence: Evidence) -> Outcome:
    """Whether the best entry holds enough of what was asked."""
    if evidence.share >= LEAST_SHARE and evidence.share + evidence.lead >= ANSWERED_SHARE:
        return Outcome.WEAK if names_a_gap(index, words) else Outcome.ANSWERED
    return Outcome.WEAK if evidence.share >= WEAK_SHARE else Outcome.NOTHING


def found_share(index: SearchIndex, slots: list[Slot], entry: int) -> int:
    """Share of the query's weight found in an entry, over 16."""
    asked = found = 0
    for slot in slots:
        weight = word_weight(index, slot)
        asked += FULL_PART * weight
        found += weight * max((presence(slot, c, entry) for c in slot.candidates), default=0)
    return found // (asked or 1)


def presence(slot: Slot, candidate: Candidate, entry: int) -> int:
    """How much of a word is in an entry, from 0 to WHOLE * FULL_PART."""
    found = candidate.weight * min(part_of(candidate.term, entry), FULL_PART)
    if candidate.completion and not slot.known:  # a guess, the surer the more of it is typed
        found = found * len(slot.word) ** 2 // len(candidate.read) ** 2
    return found


def word_weight(index: SearchIndex, slot: Slot) -> int:
    """How much a word's absence counts: its rarity; little for function words, none for places."""
    language = index.reading.language
    name = slot.candidates[0].name if slot.candidates else slot.word
    if slot.word in language.silent or name in index.place_terms or is_year(slot.word):
        return 0
    rarity = slot.candidates[0].term.idf if slot.known else index.unknown_idf
    return max(1, rarity // WEAK_WORD_DIVISOR) if slot.word in language.weak else rarity


def is_year(word: str) -> bool:
    """1900 to 2099."""
    return len(word) == 4 and word[:2] in ("19", "20") and word.isdigit()


def names_a_gap(index: SearchIndex, words: list[str]) -> bool:
    """Whether the query names an idea of the lexicon that no entry is about."""
    terms = [index.reading.term(word) for word in words]
    return any(
        gap(terms[start:end]) in index.gaps
        for start in range(len(terms))
        for end in range(start + 1, min(start + MAX_FORM, len(terms)) + 1)
    )


def is_greeting(index: SearchIndex, words: list[str]) -> bool:
    """Whether nothing is asked: only greetings, thanks or calls for attention."""
    language = index.reading.language
    return (
        bool(words)
        and all(
            word in language.greetings or word in language.silent or word in language.weak
            for word in words
        )
        and any(word in language.greetings or word in language.silent for word in words)
    )
