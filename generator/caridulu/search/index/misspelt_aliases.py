"""Aliases' words with dropped letters -> the words that are meant.

An alias like ``brp pnduduk bombna`` helps its entry to be found, but its misspelt words must not
become words of their own: a query with the same slip would then find this entry only, whatever
else it asks. A misspelt word is left out of the vocabulary, and every query with it is corrected.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from caridulu.knowledge import Lexicon
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.analysis.spelling import skeleton
from caridulu.search.index.fields import ItemWords
from caridulu.search.index.thesaurus import lexicon_forms

MIN_WORD = 4  # letters of a word that can be told to be misspelt
MIN_USES = 3  # titles and lexicon forms with the word that is meant


def misspelt_words(
    items: Sequence[ItemWords], lexicon: Lexicon, analyzer: Analyzer
) -> dict[str, str]:
    """Finds the words of aliases in which letters were dropped, each with the word that is meant.

    Misspelt is a word that no title, tag, lexicon form or answer uses, and that is a word of
    several titles or forms without some of its vowels or doubled letters.
    """
    trusted = Counter(_trusted_words(items, lexicon, analyzer))
    meant: dict[str, str] = {}
    for word in sorted(trusted, key=lambda word: (-trusted[word], word)):
        if trusted[word] >= MIN_USES and len(word) > MIN_WORD:
            meant.setdefault(skeleton(word), word)
    typed = set(chain.from_iterable(chain.from_iterable(item.aliases for item in items)))
    found = {
        word: origin
        for word in sorted(typed - trusted.keys())
        if word.isalpha() and len(word) >= MIN_WORD
        if (origin := meant.get(skeleton(word))) and _is_within(word, origin)
    }
    answered = {word for item in items for word in found.keys() & set(item.answer)} if found else ()
    return {word: origin for word, origin in found.items() if word not in answered}


def _trusted_words(
    items: Iterable[ItemWords], lexicon: Lexicon, analyzer: Analyzer
) -> Iterator[str]:
    """Yields the words of every title, tag and lexicon form, each once per text."""
    for item in items:
        for words in (item.question, *item.tags):
            yield from set(words)
    for term in lexicon.terms:
        for form in lexicon_forms(term):
            yield from set(analyzer.words(form))
    yield from analyzer.language.stop_words
    yield from analyzer.language.weak


def _is_within(word: str, origin: str) -> bool:
    """Tells whether ``word`` is ``origin`` less some letters, not its beginning: usah, usaha."""
    letters = iter(origin)
    return (
        len(word) < len(origin)
        and all(letter in letters for letter in word)
        and not origin.startswith(word)
    )
