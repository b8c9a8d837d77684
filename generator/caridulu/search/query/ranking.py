"""A query -> ranked hits, the outcome, and what was read into the query.

Twin of ``browser/ranking.js``: equal ids, order and integer scores for every query.

A query is a sum over its words, each once; a word scores as the maximum over its candidates:

    score(entry) = sum over words of max over candidates of  weight * idf * part(entry)

lowered by half the share of the query's weight that the entry does not hold: a short title that is
one of the words asked must not stand above an answer to all of them. ``weight`` is over 16;
candidates are the word itself, its spellings in the vocabulary if the
index does not know it, and its completions if it is being typed.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from caridulu.search.analysis.analyzer import fold, tokens
from caridulu.search.index.fields import END, START, gap, pair, whole
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.vocabulary import COMPLETION, LONGER, Spelling
from caridulu.search.query.outcome import (
    Evidence,
    Outcome,
    evidence_of,
    is_greeting,
    outcome_of,
    word_weight,
)
from caridulu.search.query.query_words import WHOLE, Candidate, Slot, part_of

CLITIC = 15  # gratisji -> gratis
MAX_TEXT = 300  # characters read of a query
MAX_WORDS = 24
MIN_COMPLETED = 2  # letters of the last word before it is completed
MIN_LONGER = 4
MIN_CLITIC_REST = 3
PAIR_CANDIDATES = 3
PAIR_WEIGHT = 16

# A common candidate is likelier meant than a rare one: weight * (idf_least / idf) ** 0.2,
# by sixteenths of the ratio, so that both engines use the same integers.
LIKELIHOOD = tuple(round(16 * math.pow(step / 16, 0.2)) for step in range(17))


@dataclass(frozen=True)
class Hit:
    """An entry found; ``entry`` is its number in the index, ``held`` the words' weight in it."""

    entry: int
    score: int
    held: int = 0


@dataclass(frozen=True)
class Correction:
    """What was read instead of a word that no entry uses."""

    typed: str
    read: str


@dataclass(frozen=True)
class Match:
    """Why the best entry matched: a query word, the vocabulary word it was read as, its share."""

    typed: str
    read: str
    score: int


@dataclass(frozen=True)
class Result:
    """Answer to a query; ``slots`` and ``frame`` are what was added up, ``asked`` their weight."""

    query: str
    outcome: Outcome
    greeting: bool
    hits: tuple[Hit, ...]
    corrections: tuple[Correction, ...]
    matches: tuple[Match, ...]
    slots: tuple[Slot, ...] = field(default=(), repr=False)
    frame: tuple[Slot, ...] = field(default=(), repr=False)
    asked: int = 0
    evidence: Evidence = field(default_factory=Evidence)


def search(index: SearchIndex, query: str, *, limit: int = 10, exact: bool = False) -> Result:
    """The best ``limit`` entries for a query; ``exact`` leaves its spelling alone."""
    words = query_words(index, query)
    typing = not exact and is_typing(query)
    slots = [
        word_slot(index, word, last=typing and n == len(words) - 1, exact=exact)
        for n, word in enumerate(words)
    ]
    distinct = distinct_slots(slots)
    summed = (*distinct, *pair_slots(index, slots))
    frame = frame_slots(index, slots)
    scores: dict[int, int] = defaultdict(int)
    found = [slot_scores(slot) for slot in summed]
    for addends in (*found, frame_scores(frame)):
        for entry, score in addends.items():
            scores[entry] += score
    for entry in refused(index, words):
        scores.pop(entry, None)
    weights = [word_weight(index, slot) for slot in distinct]
    asked, held = sum(weights), coverage(found, weights)
    lowered = {entry: lower(score, held[entry], asked) for entry, score in scores.items()}
    best = sorted(lowered.items(), key=lambda hit: (-hit[1], hit[0]))[: max(2, limit)]
    hits = tuple(Hit(entry, score, held[entry]) for entry, score in best[:limit])
    matches = matches_of(distinct, hits[0].entry) if hits else ()
    evidence = evidence_of(index, distinct, best)
    outcome = outcome_of(index, words, evidence)
    return Result(
        query=query,
        outcome=outcome,
        greeting=is_greeting(index, words),
        hits=hits,
        corrections=corrections_of(distinct, matches) if outcome is not Outcome.NOTHING else (),
        matches=matches,
        slots=summed,
        frame=frame,
        asked=asked,
        evidence=evidence,
    )


def coverage(found: Iterable[dict[int, int]], weights: Iterable[int]) -> dict[int, int]:
    """How much of the words' weight each entry holds; ``found`` begins with the words' scores."""
    held: dict[int, int] = defaultdict(int)
    for scores, weight in zip(found, weights, strict=False):  # pairs come after the words
        for entry in scores:
            held[entry] += weight
    return held


def lower(score: int, held: int, asked: int) -> int:
    """A score, down to half of it for an entry that holds none of what was asked."""
    return score * (asked + held) // (2 * asked) if asked else score


def refused(index: SearchIndex, words: list[str]) -> Iterable[int]:
    """Entries whose editor says that they do not answer this query."""
    silent = index.reading.language.silent
    term = index.term(whole(index.reading.term(word) for word in words if word not in silent))
    return term.entries if term else ()


def query_words(index: SearchIndex, query: str) -> list[str]:
    """The words read of a query, in order."""
    return index.reading.words(query[:MAX_TEXT])[:MAX_WORDS]


def is_typing(query: str) -> bool:
    """Whether the last word may still be unfinished."""
    return bool(tokens(fold(query[:MAX_TEXT])[-1:]))


def word_slot(index: SearchIndex, word: str, *, last: bool, exact: bool) -> Slot:
    """The candidates of one word."""
    name = index.reading.term(word)
    term = index.term(name)
    found = {name: Candidate(name, term, WHOLE, word)} if term else {}
    if not exact and word.isalpha():
        named = gap([name]) in index.gaps  # a real word, though no entry is about it
        guessed = not (term or named or word in index.reading.language.silent)
        if guessed:
            _add_without_clitic(index, word, found)
            if len(word) > 2:
                _add_all(index, index.vocabulary.similar(word), found)
        if last and len(word) >= MIN_COMPLETED:
            completed = index.vocabulary.completions(word, COMPLETION)
            _add_all(index, completed, found, completion=True)
        elif guessed and len(word) >= MIN_LONGER:
            _add_all(index, index.vocabulary.completions(word, LONGER), found)
    return Slot(word, term is not None, _by_likelihood(found.values(), name))


def _add_without_clitic(index: SearchIndex, word: str, found: dict[str, Candidate]) -> None:
    """The word without an ending of Sulawesi speech."""
    for ending in index.reading.language.clitics:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= MIN_CLITIC_REST:
            _add(index, Spelling(rest, CLITIC, 0), found)


def _add_all(
    index: SearchIndex,
    spellings: Iterable[Spelling],
    found: dict[str, Candidate],
    *,
    completion: bool = False,
) -> None:
    for spelling in spellings:
        _add(index, spelling, found, completion=completion)


def _add(
    index: SearchIndex, spelling: Spelling, found: dict[str, Candidate], *, completion: bool = False
) -> None:
    name = index.reading.term(spelling.word)
    term = index.term(name)
    if term and (name not in found or found[name].weight < spelling.weight):
        found[name] = Candidate(name, term, spelling.weight, spelling.word, completion)


def _by_likelihood(candidates: Iterable[Candidate], name: str) -> tuple[Candidate, ...]:
    """Weights of guesses lowered for rare terms; best first."""
    listed = list(candidates)
    own = [c.term.idf for c in listed if c.name == name]
    least = own[0] if own else min((c.term.idf for c in listed), default=1)
    weighed = [
        Candidate(
            c.name, c.term, _likely(c, least) if c.name != name else WHOLE, c.read, c.completion
        )
        for c in listed
    ]
    return tuple(sorted(weighed, key=lambda c: (-c.weight, c.name)))


def _likely(candidate: Candidate, least: int) -> int:
    step = min(16, 16 * least // candidate.term.idf)
    return max(1, candidate.weight * LIKELIHOOD[step] // 16)


def distinct_slots(slots: list[Slot]) -> list[Slot]:
    """Each word once, and each term once when the index knows it."""
    seen: set[str] = set()
    kept = []
    for slot in slots:
        key = slot.candidates[0].name if slot.known else slot.word
        if key not in seen:
            seen.add(key)
            kept.append(slot)
    return kept


def pair_slots(index: SearchIndex, slots: list[Slot]) -> list[Slot]:
    """Neighbouring words as they stand in questions."""
    names = candidate_names(slots)
    return [pair_slot(index, *neighbours) for neighbours in pairwise(names)]


def frame_slots(index: SearchIndex, slots: list[Slot]) -> tuple[Slot, ...]:
    """How questions begin and end, if one can be the whole query."""
    names = candidate_names(slots)
    if not names:
        return ()
    return pair_slot(index, [START], names[0]), pair_slot(index, names[-1], [END])


def candidate_names(slots: list[Slot]) -> list[list[str]]:
    """The likeliest terms of each word."""
    return [[c.name for c in slot.candidates[:PAIR_CANDIDATES]] for slot in slots]


def pair_slot(index: SearchIndex, firsts: list[str], seconds: list[str]) -> Slot:
    """Pairs of terms that the index knows."""
    names = (pair(first, second) for first in firsts for second in seconds)
    found = ((name, index.term(name)) for name in names)
    candidates = (Candidate(name, term, PAIR_WEIGHT, name) for name, term in found if term)
    return Slot(word="", known=True, candidates=tuple(candidates))


def frame_scores(frame: tuple[Slot, ...]) -> dict[int, int]:
    """Entries with a question that begins and ends as the query does."""
    if not frame:
        return {}
    begins, ends = map(slot_scores, frame)
    return {entry: begins[entry] + ends[entry] for entry in begins if entry in ends}


def slot_scores(slot: Slot) -> dict[int, int]:
    """Best score of each entry over the candidates."""
    best: dict[int, int] = {}
    for candidate in slot.candidates:
        factor = candidate.weight * candidate.term.idf
        for entry, part in zip(candidate.term.entries, candidate.term.parts, strict=True):
            score = factor * part
            if score > best.get(entry, 0):
                best[entry] = score
    return best


def matches_of(slots: list[Slot], entry: int) -> tuple[Match, ...]:
    """What each word found in one entry."""
    found = ((slot.word, best_in(slot, entry)) for slot in slots)
    return tuple(Match(word, c.read, score_in(c, entry)) for word, c in found if c)


def best_in(slot: Slot, entry: int) -> Candidate | None:
    """The candidate that scores most in an entry, the first of equals; None if none is there."""
    best = max(slot.candidates, key=lambda c: score_in(c, entry), default=None)
    return best if best and score_in(best, entry) else None


def score_in(candidate: Candidate, entry: int) -> int:
    """What a candidate adds to an entry's score."""
    return candidate.weight * candidate.term.idf * part_of(candidate.term, entry)


def corrections_of(slots: list[Slot], matches: tuple[Match, ...]) -> tuple[Correction, ...]:
    """Words read as others, in words that people write; completions are no corrections."""
    unknown = {slot.word: slot for slot in slots if not slot.known}
    return tuple(
        Correction(match.typed, match.read)
        for match in matches
        if match.typed in unknown
        and match.read != match.typed
        and not any(c.completion and c.read == match.read for c in unknown[match.typed].candidates)
    )
