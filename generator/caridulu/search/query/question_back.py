"""Clarifying questions: which of several near entries is meant, or whether a word is misspelt.

Twin of ``browser/question_back.js``. Nothing is generated: a choice is told by words of the
entry's own title.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from caridulu.search.analysis.analyzer import fold
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.parameters import (
    COMPETING,
    COMPETING_OVER,
    LABEL_WORDS,
    MAX_CHOICES,
    MAX_TEXT,
    NAME_IN_TITLE,
    NAMING_WORDS,
    PLAIN_WORD,
)
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.query_words import QueryWord
from caridulu.search.query.ranking import search
from caridulu.search.query.result import Hit, Result

_WORD = re.compile(PLAIN_WORD)
_NAME = re.compile(NAME_IN_TITLE, re.ASCII)


@dataclass(frozen=True)
class Choice:
    """One of several near entries, told by words of its title; the query adds what is its own."""

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
    best = result.hits[0].score if result.hits else 0
    near = [h for h in result.hits[:MAX_CHOICES] if h.score * COMPETING_OVER >= best * COMPETING]
    return tuple(near) if len(near) > 1 else ()


def choices_of(index: SearchIndex, result: Result, titles: Sequence[str]) -> tuple[Choice, ...]:
    """Offers competitors by words of their own; nothing if fewer than two have some.

    ``titles`` are those of the first hits; nothing can be offered before there are those of all
    competitors.
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
        if label := label_of(index, titles[n], taken):
            own = [word for word in _WORD.findall(label) if is_own(index, word, taken)]
            choices.append(Choice(hit.entry, label, " ".join([result.query, *own])))
    return tuple(choices) if len(choices) > 1 else ()


def label_of(index: SearchIndex, title: str, taken: Collection[str]) -> str:
    """Returns the neighbouring words of a title, three at most, of which most are not ``taken``.

    A word that says nothing, or a mark other than a comma, ends them; within a name ("Bombana Dalam
    Angka") it does not. A name of ``NAMING_WORDS`` at most is not cut if that leaves something
    to say. A word alone stands behind what the title is about: "sensus: bedanya".
    """
    words = list(_WORD.finditer(title))
    tied = _NAME.sub(lambda name: name[0].replace(" ", "\n"), title)
    best, label, subject = (False, 0, 0), "", ""
    for n, first in enumerate(words):
        own, end, begins = 0, first.start(), not subject
        for count, word in enumerate(words[n : n + NAMING_WORDS], 1):
            said = tied[end : word.start()]
            empty = is_empty(index, word[0])
            may_end = empty or count > LABEL_WORDS
            if said not in ("", " ", ", ", "\n") or (may_end and said != "\n"):
                break
            own, end = own + is_own(index, word[0], taken), word.end()
            if begins:
                subject = title[first.start() : end]
            is_cut = "\n" in (tied[first.start() - 1], tied[end : end + 1])
            rank = (not is_cut, own, count)
            if own and not empty and rank > best:
                best, label = rank, title[first.start() : end]
    return label if " " in label or label in subject else f"{subject}: {label}"


def is_own(index: SearchIndex, word: str, taken: Collection[str]) -> bool:
    """Tells whether a word of a title says something that is not ``taken``."""
    terms = index.query_analyzer.terms(word)
    is_taken = any(term in taken or term in index.place_terms for term in terms)
    return not is_taken and not is_empty(index, word)


def is_empty(index: SearchIndex, word: str) -> bool:
    """Tells whether a word of a title says nothing by itself ("apa", "itu")."""
    words = index.query_analyzer.words(word)
    terms = map(index.query_analyzer.term, words)
    return not words or not index.query_analyzer.language.empty.isdisjoint({*words, *terms})


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
