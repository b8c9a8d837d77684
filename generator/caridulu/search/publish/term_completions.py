"""Completions of typed words, kept with the terms of what is typed.

The last word of a query may still be typed, so its completions are asked for even where the index
knows it: `penduduk` may become `pendudukan`. What a slice of terms says about the words that it
knows is all there is to know, and no slice of the vocabulary is fetched for them.
"""

from collections.abc import Iterable, Mapping
from itertools import chain

from caridulu.search.analysis.spelling import skeleton
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.vocabulary import Spelling, Vocabulary, place
from caridulu.search.parameters import MAX_READ, MAX_SHARDS, MIN_TYPED


def term_completions(index: SearchIndex) -> dict[str, dict[str, int]]:
    """Returns words with their size class by the term of a text that they complete.

    The texts are all those with a term, or of real words, that begin a word of the vocabulary,
    but for those that begin so many that the browser reads the vocabulary (`is_wide`).
    """
    known = {*index.terms(), *index.real_terms}
    found: dict[str, dict[str, int]] = {}
    for text in sorted(_beginnings(index.vocabulary)):
        name = index.query_analyzer.term(text)
        if name in known and not is_wide(index.vocabulary, text):
            longer = index.vocabulary.completions(text)
            if len(longer) < MAX_READ:
                longer = _likeliest(index, name, longer)
            found.setdefault(name, {}).update((each.word, each.size) for each in longer)
    return found


def _likeliest(index: SearchIndex, name: str, longer: Iterable[Spelling]) -> tuple[Spelling, ...]:
    """Returns the likeliest completion for each other term.

    Where there are as many completions as are read, all are needed: a word left out would let
    another one in.
    """
    by_term: dict[str, Spelling] = {}
    for each in longer:
        by_term.setdefault(index.query_analyzer.term(each.word), each)
    by_term.pop(name, None)
    return tuple(by_term.values())


def is_wide(vocabulary: Vocabulary, text: str) -> bool:
    """Tells whether the words that begin with a text lie in more slices than are read."""
    starts, bones = vocabulary.forward.starts, skeleton(text)
    return place(starts, bones + "\x7f") - place(starts, bones) >= MAX_SHARDS


def _beginnings(vocabulary: Vocabulary) -> set[str]:
    words = chain.from_iterable(shard.words for shard in vocabulary.forward.shards)
    return {word[:length] for word in words for length in range(MIN_TYPED, len(word))}


def completions_by_slice(
    completions: Mapping[str, Mapping[str, int]], starts: Iterable[str]
) -> list[dict[str, int]]:
    all_starts = tuple(starts)
    found: list[dict[str, int]] = [{} for _ in all_starts]
    for name, words in completions.items():
        found[place(all_starts, skeleton(name))].update(words)
    return found
