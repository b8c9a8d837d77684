"""All words of a query added up at once are what each gives by itself."""

from array import array

import pytest

from caridulu.search.index.search_index import Term
from caridulu.search.query.query_words import (
    Candidate,
    QueryWord,
    held_of,
    phrased_of,
    scores_of,
)
from caridulu.search.query.totals import totals_of

STEP = 4


def _word(*terms: tuple[int, dict[int, int]]) -> QueryWord:
    """A word that may stand for terms of a weight, each with its parts by entry."""
    candidates = [
        Candidate(f"{n}", Term(3 + n, array("l", parts), array("l", parts.values())), weight, "x")
        for n, (weight, parts) in enumerate(terms)
    ]
    return QueryWord("x", known=True, candidates=tuple(candidates))


ONE = _word((16, {0: 63, 2: 5, 7: 18}))
SEVERAL = _word((16, {2: 7, 3: 40}), (11, {1: 20, 2: 31}))
PAIR = _word((16, {9: 2}))
UNKNOWN = _word()


@pytest.mark.parametrize("words", [[], [UNKNOWN], [ONE], [SEVERAL], [ONE, SEVERAL, UNKNOWN, ONE]])
@pytest.mark.parametrize("weight", [0, 5])
def test_one_pass_gives_what_each_word_gives(words: list[QueryWord], weight: int) -> None:
    frame = {2: 100}

    totals = totals_of(words, [weight] * len(words), [PAIR], frame, step=STEP)

    for entry in range(len(totals.scores)):
        scored = [scores_of(word).get(entry, 0) for word in (*words, PAIR)]
        assert totals.scores[entry] == sum(scored) + frame.get(entry, 0)
        assert totals.held[entry] == sum(held_of(word, weight).get(entry, 0) for word in words)
        phrased = [phrased_of(word, STEP).get(entry, 0) for word in words if weight]
        assert totals.phrased[entry] == sum(phrased)
