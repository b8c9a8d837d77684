"""Clarifying questions: which of several near entries is meant, or whether a word is misspelt.

Twin of ``browser/question_back.js``. Nothing is generated: a choice is told by the words of
its entry's id, or by its title.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from caridulu.search.analysis.analyzer import fold
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.parameters import (
    ADDED_WORDS,
    LABEL_CUT,
    MAX_TEXT,
    NAMED_BEFORE,
    PLAIN_WORD,
    TELLING_ID,
)
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.query_words import QueryWord
from caridulu.search.query.ranking import near_best, search
from caridulu.search.query.result import Hit, Result

_WORD = re.compile(PLAIN_WORD)
_ID = re.compile(TELLING_ID, re.ASCII)
_NAMED = re.compile(NAMED_BEFORE, re.ASCII)
_CUT = re.compile(LABEL_CUT, re.ASCII)


@dataclass(frozen=True)
class Choice:
    """One of several near entries, told briefly; its query has words that are its own."""

    entry: int
    label: str
    query: str


def competitors(result: Result) -> tuple[Hit, ...]:
    """Returns the first hits that score almost as much as the best; none if it stands alone.

    Where a word of the query is in no entry, none of them is meant.
    """
    is_found = result.outcome in (Outcome.ANSWERED, Outcome.WEAK)
    if result.greeting or not is_found or unknown_words(result):
        return ()
    near = near_best([(hit.entry, hit.score) for hit in result.hits])
    return result.hits[: len(near)] if len(near) > 1 else ()


def choices_of(
    index: SearchIndex, result: Result, titles: Sequence[str], ids: Sequence[str]
) -> tuple[Choice, ...]:
    """Offers competitors that have words of their own; nothing if fewer than two have.

    ``titles`` are those of the first hits, with their ids, or "" where a title is in another
    language; nothing can be offered before there are those of all competitors.
    """
    near = competitors(result)
    if len(titles) < len(near):
        return ()
    read = " ".join(match.read for match in result.matches)
    asked = set(index.query_analyzer.terms(f"{result.query[:MAX_TEXT]} {read}"))
    terms = [set(index.query_analyzer.terms(title)) for title in titles[: len(near)]]
    choices = []
    for n, hit in enumerate(near):
        taken = asked.union(*terms[:n], *terms[n + 1 :])
        own = _own_words(index, titles[n], taken)
        if not own:
            continue
        label = label_of(index, ids[n], titles[n], asked)
        words = (*_own_words(index, label, taken), *own)
        by_terms = {" ".join(index.query_analyzer.terms(word)): word for word in words}
        added = list(by_terms.values())[:ADDED_WORDS]
        query = " ".join([result.query, *added])
        choices.append(Choice(hit.entry, label[0].upper() + label[1:], query))
    return tuple(choices) if len(choices) > 1 else ()


def label_of(index: SearchIndex, item_id: str, title: str, asked: Set[str]) -> str:
    """Returns briefly what an entry is about, which is more than was ``asked``.

    The words of its id say it, written as in its title; where they do not, the title.
    """
    words = item_id.split("-") if _ID.search(item_id) else []
    written = {word.lower(): word for word in _WORD.findall(title)[1:]}
    name = " ".join(written.get(word, word) for word in words)
    if not asked >= set(index.query_analyzer.terms(name)):
        return name
    named = _NAMED.sub("", title)
    text = title if named == title else named.replace("?", "", 1)
    return _CUT.sub(r"\1 …", text)


def _own_words(index: SearchIndex, text: str, taken: Set[str]) -> list[str]:
    """Returns the words of a text that say something that is not ``taken``."""
    return [word for word in _WORD.findall(text) if is_own(index, word, taken)]


def is_own(index: SearchIndex, word: str, taken: Set[str]) -> bool:
    """Tells whether a word of a title says something that is not ``taken``."""
    terms = index.query_analyzer.terms(word)
    is_taken = any(term in taken or term in index.place_terms for term in terms)
    return not is_taken and not is_empty(index, word)


def is_empty(index: SearchIndex, word: str) -> bool:
    """Tells whether a word of a title says nothing by itself ("apa", "itu")."""
    analyzer = index.query_analyzer
    words = analyzer.words(word)
    terms = map(analyzer.term, words)
    return not words or not analyzer.language.function_words.isdisjoint({*words, *terms})


def unknown_words(result: Result) -> tuple[QueryWord, ...]:
    """Returns the words that say something, but are in no entry nor surely read as another."""
    return tuple(
        word
        for word in result.words
        if word.word in result.missing
        and not (word.known or any(candidate.sure for candidate in word.candidates))
    )


def guess_of(index: SearchIndex, result: Result) -> str:
    """Returns the query with its unknown words read as the likeliest ones, if that is answered."""
    unknown = unknown_words(result)
    if not unknown or any(word.real or not word.candidates for word in unknown):
        return ""
    if result.outcome not in (Outcome.WEAK, Outcome.NOTHING):
        return ""
    read = {word.word: word.candidates[0].read for word in unknown}
    guess = _WORD.sub(lambda typed: read.get(fold(typed[0]), typed[0]), result.query)
    return guess if search(index, guess, limit=1).outcome is Outcome.ANSWERED else ""
