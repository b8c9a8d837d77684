"""A query -> its words, each with the terms that it may stand for, and pairs of neighbours.

Twin of ``browser/query_reading.js``.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from caridulu.search.analysis.analyzer import fold
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.term_names import pair
from caridulu.search.index.vocabulary import Spelling, is_sure
from caridulu.search.parameters import (
    CLITIC,
    COMPLETED,
    END,
    LIKELIHOOD,
    MAX_PAIRED,
    MAX_TEXT,
    MAX_WORDS,
    MIN_REST,
    MIN_TYPED,
    START,
    VILLAGE,
    WHOLE,
)
from caridulu.search.query.asked_parts import read_asked
from caridulu.search.query.query_words import Candidate, QueryPart, QueryWord


@dataclass(frozen=True)
class QueryReading:
    """A query as it is read: ``every`` word, and those that count once, with their pairs."""

    texts: Sequence[str]
    every: Sequence[QueryWord]
    words: Sequence[QueryWord]
    pairs: Sequence[QueryWord]
    frame: tuple[QueryWord, ...]
    parts: Sequence[QueryPart]


def read_query(index: SearchIndex, query: str, *, exact: bool) -> QueryReading:
    """Reads a query: its words with what each may stand for, and pairs of neighbours."""
    asked = read_asked(index.query_analyzer, query[:MAX_TEXT])
    is_long = len(asked.words) > MAX_WORDS
    texts = ([*chain(*asked.parts)] if is_long else asked.words)[:MAX_WORDS]
    typing = asked.is_open and not exact and is_typing(index, query)
    every = _without_villages(
        [
            query_word(index, text, typing=typing and n == len(texts) - 1, exact=exact)
            for n, text in enumerate(texts)
        ]
    )
    names = likely_names(every)
    pairs = [pair_word(index, *neighbours) for neighbours in pairwise(names)]
    words = distinct(confirmed(every, pairs))
    parts = [_part(part, words, zip(pairwise(every), pairs, strict=True)) for part in asked.parts]
    return QueryReading(texts, every, words, pairs, frame_words(index, names), parts)


def _part(
    texts: Collection[str],
    words: Iterable[QueryWord],
    pairs: Iterable[tuple[tuple[QueryWord, QueryWord], QueryWord]],
) -> QueryPart:
    """Takes the words and pairs of one part of a query."""
    return QueryPart(
        [word for word in words if word.word in texts],
        [both for (a, b), both in pairs if a.word in texts and b.word in texts],
    )


def is_typing(index: SearchIndex, query: str) -> bool:
    """Tells whether the last word may still be unfinished."""
    return bool(index.query_analyzer.tokens(fold(query[:MAX_TEXT])[-1:]))


def query_word(index: SearchIndex, text: str, *, typing: bool, exact: bool) -> QueryWord:
    """Finds what one word may stand for."""
    name = index.query_analyzer.term(text)
    term = index.term(name)
    found = {name: Candidate(name, term, WHOLE, text)} if term else {}
    real = not term and name in index.real_terms
    if not exact and text.isalpha():
        guessed = not (term or real or text in index.query_analyzer.language.stop_words)
        if guessed:
            add(index, text, found, without_clitic(index, text))
            if len(text) > 2:
                add(index, text, found, index.vocabulary.similar(text))
        if typing and len(text) >= MIN_TYPED:
            add(index, text, found, index.vocabulary.completions(text), completion=True)
    return QueryWord(text, term is not None, by_likelihood(found, name), real)


def without_clitic(index: SearchIndex, text: str) -> Iterator[Spelling]:
    """Yields the word without an ending of Sulawesi speech."""
    for ending in index.query_analyzer.language.clitics:
        if text.endswith(ending) and len(text) - len(ending) >= MIN_REST:
            yield Spelling(text.removesuffix(ending), CLITIC, 0)


def add(
    index: SearchIndex,
    text: str,
    found: dict[str, Candidate],
    spellings: Iterable[Spelling],
    *,
    completion: bool = False,
) -> None:
    """Adds the terms of a word's spellings to what was found, each with its largest weight."""
    for spelling in spellings:
        name = index.query_analyzer.term(spelling.word)
        term = index.term(name)
        if term and (name not in found or found[name].weight < spelling.weight):
            sure = completion or is_sure(text, spelling.weight)
            found[name] = Candidate(name, term, spelling.weight, spelling.word, completion, sure)


def by_likelihood(found: Mapping[str, Candidate], name: str) -> tuple[Candidate, ...]:
    """Lowers the weights of guesses at rare terms, and puts the likeliest first."""
    own = found.get(name)
    least = own.term.idf if own else min((c.term.idf for c in found.values()), default=1)
    weighed = []
    for candidate in found.values():
        step = min(WHOLE, WHOLE * least // candidate.term.idf)
        likely = candidate.weight * LIKELIHOOD[step] // WHOLE
        most = COMPLETED * least // candidate.term.idf if own else WHOLE
        likely = max(1, min(likely, most))
        weighed.append(candidate if candidate is own else replace(candidate, weight=likely))
    return tuple(sorted(weighed, key=lambda c: (-c.weight, c.name)))


def distinct(words: Sequence[QueryWord]) -> list[QueryWord]:
    """Returns each word once, and each term once when the index knows it."""
    seen: dict[str, QueryWord] = {}
    for word in words:
        seen.setdefault(word.candidates[0].name if word.known else word.word, word)
    return list(seen.values())


def likely_names(words: Sequence[QueryWord]) -> list[list[str]]:
    """Returns the names of the likeliest terms of each word."""
    return [[c.name for c in word.candidates[:MAX_PAIRED]] for word in words]


def confirmed(words: Sequence[QueryWord], pairs: Iterable[QueryWord]) -> list[QueryWord]:
    """Makes likely readings sure that stand beside their neighbour in a question or an alias."""
    names = {name for both in pairs for c in both.candidates for name in c.name.split()}
    return [
        replace(word, candidates=tuple(candidate.confirmed(names) for candidate in word.candidates))
        for word in words
    ]


def pair_word(index: SearchIndex, firsts: Iterable[str], seconds: Sequence[str]) -> QueryWord:
    """Pairs the terms of neighbours as they stand together in questions."""
    names = [pair(first, second) for first in firsts for second in seconds]
    found = ((name, index.term(name)) for name in names)
    candidates = (Candidate(name, term, WHOLE, name) for name, term in found if term)
    return QueryWord(word="", known=True, candidates=tuple(candidates))


def frame_words(index: SearchIndex, names: Sequence[Sequence[str]]) -> tuple[QueryWord, ...]:
    """Pairs the first and the last terms with the beginning and the end of a question."""
    if not names:
        return ()
    return pair_word(index, [START], names[0]), pair_word(index, names[-1], [END])


def _without_villages(words: Sequence[QueryWord]) -> list[QueryWord]:
    """Leaves out what can only be the name of a village: an unknown word behind "desa"."""
    nouns = ["", *(word.word for word in words)]
    return [
        word
        for word, noun in zip(words, nouns, strict=False)
        if word.real or word.candidates or not re.search(VILLAGE, noun)
    ]
