"""Aliases as people typed them -> with their dropped letters restored, for the index.

An alias like ``brp pnduduk bombna`` helps its entry to be found, but its misspelt words must not
become words of their own: a query with the same slip would then find this entry only, whatever
else it asks. A misspelt word is left out of the vocabulary, and every query with it is corrected.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from caridulu.knowledge import Lexicon
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.analysis.spelling import skeleton
from caridulu.search.index.fields import Item, lexicon_forms

_WORD = re.compile(r"\w+")
MIN_WORD = 4  # letters of a word that can be told to be misspelt
MIN_USES = 3  # titles and lexicon forms with the word that is meant


def mended(items: Iterable[Item], lexicon: Lexicon, analyzer: Analyzer) -> tuple[Item, ...]:
    """The items, with aliases in which letters were dropped read as the words they stand for.

    Misspelt is a word that no title, tag, lexicon form or answer uses, and that is a word of
    several titles or forms without some of its vowels or doubled letters.
    """
    listed = tuple(items)
    slips = _slips(listed, lexicon, analyzer)
    return tuple(_mended(item, slips, analyzer) for item in listed) if slips else listed


def _slips(items: tuple[Item, ...], lexicon: Lexicon, analyzer: Analyzer) -> dict[str, str]:
    trusted = Counter(_trusted_words(items, lexicon, analyzer))
    meant: dict[str, list[str]] = {}
    for word in sorted(trusted, key=lambda word: (-trusted[word], word)):
        if trusted[word] >= MIN_USES and len(word) > MIN_WORD:
            meant.setdefault(skeleton(word), []).append(word)
    typed = {word for item in items for alias in item.aliases for word in analyzer.words(alias)}
    slips = {
        word: origin
        for word in sorted(typed - trusted.keys())
        if word.isalpha() and len(word) >= MIN_WORD
        for origin in meant.get(skeleton(word), ())[:1]
        if len(word) < len(origin) and _is_within(word, origin)
    }
    for word in _words_of_answers(items, slips):
        slips.pop(word, None)
    return slips


def _trusted_words(items: tuple[Item, ...], lexicon: Lexicon, analyzer: Analyzer) -> Iterator[str]:
    texts = [text for item in items for text in (item.question, *item.tags)]
    texts += [form for term in lexicon.terms for form in lexicon_forms(term)]
    for text in texts:
        yield from set(analyzer.words(text))
    for words in (analyzer.language.silent, analyzer.language.weak):
        yield from words


def _words_of_answers(items: tuple[Item, ...], words: Iterable[str]) -> set[str]:
    wanted = frozenset(words)
    if not wanted:
        return set()
    answers = (item.answer.lower() for item in items)
    return {word for answer in answers for word in wanted.intersection(_WORD.findall(answer))}


def _is_within(word: str, origin: str) -> bool:
    """Whether ``word`` is ``origin`` with letters left out, not only at its end: usah, usaha."""
    letters = iter(origin)
    return all(letter in letters for letter in word) and not origin.startswith(word)


def _mended(item: Item, slips: dict[str, str], analyzer: Analyzer) -> Item:
    aliases = tuple(_read(alias, slips, analyzer) for alias in item.aliases)
    return item if aliases == item.aliases else replace(item, aliases=aliases)


def _read(alias: str, slips: dict[str, str], analyzer: Analyzer) -> str:
    words = analyzer.words(alias)
    if slips.keys().isdisjoint(words):
        return alias
    return " ".join(slips.get(word, word) for word in words)
