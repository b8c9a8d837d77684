"""A query -> ranked hits, the outcome, and what was read into the query.

Twin of ``browser/ranking.js``: equal ids, order and integer scores for every query.

A query is a sum over its words, each once; a word scores as the maximum over its candidates:

    score(entry) = sum over words of max over candidates of  weight * idf * part(entry)

lowered by 11/20 of the share of the query's weight that the entry does not hold: a short title that
is one of the words asked must not stand above an answer to all of them. A passing mention, as in
one of thirty aliases, is held by half. Lowered again, by a third of the share of the words, rare or
not, that the entry's question and aliases do not have. ``weight`` is over 16;
candidates are the word itself, its spellings in the vocabulary if the index does not know it, and
its completions if it is being typed.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from itertools import takewhile
from operator import itemgetter

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.term_names import whole
from caridulu.search.parameters import (
    COMPETING,
    COMPETING_OVER,
    HELD_PART,
    KEPT_ALL,
    KEPT_LEAST,
    LISTED_HELD,
    LISTED_SCORE,
    MAX_CHOICES,
    WEAK_SHARE,
)
from caridulu.search.query.outcome import (
    Evidence,
    Outcome,
    Scored,
    is_greeting,
    is_referred,
    missing_words,
    outcome_of,
    surest_evidence,
    word_weight,
)
from caridulu.search.query.query_reading import read_query
from caridulu.search.query.query_words import QueryWord, best_in, score_in, scores_of
from caridulu.search.query.result import Correction, Hit, Match, Result
from caridulu.search.query.totals import Totals, totals_of


def search(
    index: SearchIndex,
    query: str,
    *,
    limit: int = 10,
    exact: bool = False,
    cut: bool = True,
    among: Collection[int] | None = None,
) -> Result:
    """Finds the best ``limit`` entries for a query.

    ``exact`` leaves its spelling alone; ``cut`` leaves out hits that hold little of what the best
    one holds. ``among`` are the entries that are wanted: the score of any other is halved. None
    wants all.
    """
    read = read_query(index, query, exact=exact)
    weights = [word_weight(index, word) for word in read.words]
    frame = frame_scores(read.frame)
    totals = totals_of(read.words, weights, read.pairs, frame, step=index.phrased_step)
    # The most that an entry can hold of the words, and have of them in its phrasings.
    asked = HELD_PART * sum(weights)
    most_phrased = (index.phrased_step - 1) * sum(weight > 0 for weight in weights)
    scores = _lowered(totals, asked, most_phrased, without=refused(index, read.every))
    if among is not None:
        scores = {entry: score if entry in among else score // 2 for entry, score in scores.items()}
    evidence_for = partial(surest_evidence, index, read.parts, totals.phrased)
    ranked, evidence, outcome = judged(
        index, read.texts, read.words, by_score(scores.items()), evidence_for
    )
    best = ranked[0][0] if ranked else None
    matches = matches_of(read.words, best)
    hits = _listed_hits(ranked, totals) if cut else totals.hits(ranked)
    return Result(
        query=query,
        outcome=outcome,
        greeting=is_greeting(index, read.texts),
        count=len(hits),
        hits=tuple(hits[:limit]),
        corrections=corrections_of(read.words, matches) if outcome is not Outcome.NOTHING else (),
        matches=matches,
        missing=missing_words(index, read.words, weights, best),
        words=tuple(read.words),
        pairs=tuple(read.pairs),
        frame=read.frame,
        asked=asked,
        most_phrased=most_phrased,
        evidence=evidence,
    )


def _lowered(
    totals: Totals, asked: int, most_phrased: int, *, without: Iterable[int]
) -> dict[int, int]:
    """Maps the entries that have a score, but those ``without``, to their lowered scores."""
    left_out = set(without)
    return {
        entry: lowered_score(score, totals.held[entry], asked, totals.phrased[entry], most_phrased)
        for entry, score in enumerate(totals.scores)
        if score and entry not in left_out
    }


def _listed_hits(ranked: Sequence[Scored], totals: Totals) -> list[Hit]:
    """Makes hits of those only that are listed: one of a hundred entries that a query finds."""
    least = ranked[0][1] // LISTED_SCORE if ranked else 0
    return listed(totals.hits(takewhile(lambda found: found[1] >= least, ranked)))


def by_score(scores: Iterable[Scored]) -> list[Scored]:
    """Sorts entries: the best first, of equals the first entry."""
    by_number = sorted(scores, key=itemgetter(0))
    return sorted(by_number, key=itemgetter(1), reverse=True)


def judged(
    index: SearchIndex,
    texts: Sequence[str],
    words: Sequence[QueryWord],
    ranked: list[Scored],
    evidence_for: Callable[[Sequence[Scored]], Evidence],
) -> tuple[list[Scored], Evidence, Outcome]:
    """Decides how far the best hit answers, and whether a best referral stays above the entries.

    A referral that is surely what was asked goes below an entry that answers and holds more of the
    query in its question or aliases. Any other referral goes below any entry worth showing.
    """
    entries = [hit for hit in ranked if hit[0] < index.first_referral]
    evidence = evidence_for(entries)
    outcome = outcome_of(evidence)
    if ranked[:1] == entries[:1]:
        return ranked, evidence, outcome
    of_referral = evidence_for([ranked[0], *entries])
    if is_referred(index, texts, words, ranked[0][0], of_referral):
        holds_more = evidence.strong > of_referral.strong + 2
        holds_as_much = evidence.share >= of_referral.share
        is_below = outcome is Outcome.ANSWERED and holds_more and holds_as_much
        # Of one word that several share (``pendaftaran``) nobody can tell whose matter it is.
        is_sure = len(words) > 1 or len(near_best(ranked)) < 2
    else:
        is_below, is_sure = outcome is not Outcome.NOTHING, False
    if is_below:
        most = entries[0][1]
        return by_score((entry, min(score, most)) for entry, score in ranked), evidence, outcome
    if is_sure:
        return ranked, of_referral, Outcome.REFERRAL
    return ranked, of_referral, Outcome.WEAK if of_referral.share >= WEAK_SHARE else Outcome.NOTHING


def near_best(ranked: Sequence[Scored]) -> list[Scored]:
    """Returns the first entries that score almost as much as the best, with their scores."""
    most = ranked[0][1] if ranked else 0
    return [one for one in ranked[:MAX_CHOICES] if one[1] * COMPETING_OVER >= most * COMPETING]


def listed(hits: Sequence[Hit]) -> list[Hit]:
    """Returns the hits that score and hold enough beside the first to be worth reading."""
    if not hits:
        return []
    score, held = hits[0].score // LISTED_SCORE, hits[0].held // LISTED_HELD
    return [hit for hit in hits if hit.score >= score and hit.held >= held]


def frame_scores(frame: Sequence[QueryWord]) -> dict[int, int]:
    """Scores entries with a question that begins and ends as the query does."""
    begins, ends = map(scores_of, frame) if frame else ({}, {})
    return {entry: begins[entry] + ends[entry] for entry in begins if entry in ends}


def lowered_score(score: int, held: int, asked: int, phrased: int, most_phrased: int) -> int:
    """Lowers a score by what an entry lacks, down to 9/20 * 2/3 of it.

    9/20 are left to one that holds nothing of what was ``asked``, and two thirds of that to one
    whose phrasings have none of the words.
    """
    kept = KEPT_LEAST * asked + (KEPT_ALL - KEPT_LEAST) * held
    lowered = score * kept // (KEPT_ALL * asked) if asked else score
    return lowered * (2 * most_phrased + phrased) // (3 * most_phrased) if most_phrased else lowered


def refused(index: SearchIndex, words: Iterable[QueryWord]) -> Iterable[int]:
    """Returns the entries whose editor says that they do not answer this query."""
    stop_words = index.query_analyzer.language.stop_words
    texts = (word.word for word in words if word.word not in stop_words)
    term = index.term(whole(map(index.query_analyzer.term, texts)))
    return term.entries if term else ()


def matches_of(words: Iterable[QueryWord], entry: int | None) -> tuple[Match, ...]:
    """Returns what each word found in one entry; nothing without one."""
    if entry is None:
        return ()
    found = ((word.word, best_in(word, entry)) for word in words)
    return tuple(Match(word, c.read, score_in(c, entry)) for word, c in found if c)


def corrections_of(words: Iterable[QueryWord], matches: Iterable[Match]) -> tuple[Correction, ...]:
    """Returns words surely read as others, as people write them; completions are no corrections."""
    unknown = {word.word: word.candidates for word in words if not word.known}
    return tuple(
        Correction(match.typed, match.read)
        for match in matches
        if match.read != match.typed
        and match.typed in unknown
        and any(c.sure and not c.completion for c in unknown[match.typed] if c.read == match.read)
    )
