"""An entry more changes the slices that have its terms, and hardly any other."""

import random
import statistics
from collections import Counter
from dataclasses import dataclass

import pytest

from caridulu.search.analysis.real_words import dictionary_words
from caridulu.search.analysis.spelling import skeleton
from caridulu.search.index.counting import Counted
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.vocabulary import place
from caridulu.search.publish.index_sizes import TermSizes
from caridulu.search.publish.shards import term_slices, usual_idfs
from caridulu.search.publish.texts_with_terms import texts_with_terms

SEED = 20261127
ENTRIES, WORDS, WORDS_OF_ONE, ADDED = 1_200, 5_000, 60, 3
TEXTS = 1_500  # that may stand with terms

Words = Counter[str]


@pytest.fixture(scope="module")
def entries() -> list[Words]:
    """Entries of real words, few of which are frequent; those that are added come last."""
    chance = random.Random(SEED)
    plain = sorted(word for word in dictionary_words() if word.isascii() and word.isalpha())
    words = chance.sample(plain, WORDS)
    weights = [1 / (rank + 5) for rank in range(WORDS)]
    return [Counter(chance.choices(words, weights, k=WORDS_OF_ONE)) for _ in range(ENTRIES + ADDED)]


def _index(entries: list[Words]) -> SearchIndex:
    counted = Counted(
        order=range(len(entries)),
        terms=[{"answer": words} for words in entries],
        words={},
        gaps=frozenset(),
        places=frozenset(),
        steady=True,
    )
    return SearchIndex([Item(str(n), "", "") for n in range(len(entries))], counted=counted)


@dataclass(frozen=True)
class Grown:
    """An index, and what it would be with each of the entries that come last."""

    before: SearchIndex
    after: list[SearchIndex]


@pytest.fixture(scope="module")
def grown(entries: list[Words]) -> Grown:
    kept = entries[:ENTRIES]
    return Grown(_index(kept), [_index([*kept, more]) for more in entries[ENTRIES:]])


def _starts(index: SearchIndex) -> tuple[str, ...]:
    texts = dict.fromkeys(range(len(index.items)), "")
    sizes = TermSizes(slices=300, heads=0, short=0)
    return term_slices(index, texts, sizes=sizes, idfs=usual_idfs(index)).starts


def test_nearly_all_slices_begin_where_they_did(grown: Grown) -> None:
    before = _starts(grown.before)
    after = map(_starts, grown.after)

    assert len(before) > 100
    assert statistics.median(len({*each} - {*before}) for each in after) < len(before) / 50


def test_nearly_all_texts_stand_where_they_did(entries: list[Words], grown: Grown) -> None:
    starts = _starts(grown.before)
    before = texts_with_terms(grown.before, starts, most=TEXTS)
    changed = 0
    for more, index in zip(entries[ENTRIES:], grown.after, strict=True):
        after = texts_with_terms(index, starts, most=TEXTS + 1)
        own = {place(starts, skeleton(word)) for word in more}
        changed += sum(
            one != other and at not in own
            for at, (one, other) in enumerate(zip(before, after, strict=True))
        )

    assert changed <= ADDED
