"""What a slice of terms says about words that are still typed."""

from collections.abc import Callable

import pytest

from caridulu.search.analysis.spelling import skeleton
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.vocabulary import place
from caridulu.search.parameters import MAX_READ
from caridulu.search.publish.index_sizes import TermSizes
from caridulu.search.publish.shards import TermSlices, term_slices, usual_idfs, written_terms
from caridulu.search.publish.term_completions import (
    completions_by_slice,
    is_wide,
    term_completions,
)
from tests.search.publish.written_slices import names_of


@pytest.fixture(scope="module")
def slices(real_index: SearchIndex) -> TermSlices:
    texts = dict.fromkeys(range(len(real_index.items)), "")
    sizes = TermSizes(slices=50, heads=0, short=50)
    return term_slices(real_index, texts, sizes=sizes, idfs=usual_idfs(real_index))


@pytest.fixture(scope="module")
def by_slice(real_index: SearchIndex, slices: TermSlices) -> list[dict[str, int]]:
    """The completions that stand in each slice."""
    return completions_by_slice(term_completions(real_index), slices.starts)


def test_the_slice_of_a_known_word_says_all_that_it_may_become(
    real_index: SearchIndex, slices: TermSlices, by_slice: list[dict[str, int]]
) -> None:
    """Also of words that nobody wrote whole: konsult is known only as a beginning."""
    starts = slices.starts
    term, words = real_index.query_analyzer.term, real_index.word_counts
    texts = {word[:length] for word in words for length in range(2, len(word) + 1)}
    completed = 0
    for text in sorted(texts)[::7]:
        name = term(text)
        known = real_index.term(name) or name in real_index.real_terms
        if not known or is_wide(real_index.vocabulary, text):
            continue
        here = by_slice[place(starts, skeleton(name))]
        longer = [word for word in here if word.startswith(text) and word != text]
        said = sorted(longer, key=lambda word: (-here[word], word))[:MAX_READ]
        meant = [each.word for each in real_index.vocabulary.completions(text)]
        assert likeliest(said, name, term) == likeliest(meant, name, term)
        completed += bool(said)
    assert completed > 100


def likeliest(words: list[str], name: str, term: Callable[[str], str]) -> dict[str, str]:
    """The first word for each other term."""
    return {term(word): word for word in reversed(words) if term(word) != name}


def test_short_terms_of_completions_stand_beside_them(
    real_index: SearchIndex, slices: TermSlices, by_slice: list[dict[str, int]]
) -> None:
    """So the search of a known word fetches one slice of terms, not one after the other."""
    written = written_terms(real_index, slices.idfs, range(len(real_index.items)))
    elsewhere = 0
    for at, (words, lines) in enumerate(zip(by_slice, slices.lines, strict=True)):
        names = set(names_of(lines[2]))
        for own in map(real_index.query_analyzer.term, words):
            those = written.get(own, [])
            if sum(term.length for term in those) <= 50:
                assert names.issuperset(term.name for term in those)
                elsewhere += place(slices.starts, skeleton(own)) != at
    assert elsewhere > 100


def test_words_that_begin_with_a_real_word_stand_with_it() -> None:
    """The index lacks the word kata, and has what it may become."""
    index = SearchIndex([Item("a", "Di mana katalog terbitan?", "Di perpustakaan.")])
    assert index.term("kata") is None
    assert "kata" in index.real_terms
    assert term_completions(index)["kata"].keys() == {"katalog"}
