"""Real words of Indonesian, so that none is read as a misspelt other one."""

from functools import cache
from importlib.resources import files
from itertools import chain

from simplemma.strategies import DefaultDictionaryFactory

from caridulu.search.analysis.analyzer import Analyzer

OWN_LIST = "words.txt"  # what simplemma does not have, and names of places


@cache
def dictionary_words() -> frozenset[str]:
    """Returns the words in simplemma's Indonesian dictionary."""
    lemmas = DefaultDictionaryFactory().get_dictionary("id")
    return frozenset(word.lower() for word in (*lemmas, *lemmas.values()))


@cache
def own_words() -> frozenset[str]:
    text = files(__package__).joinpath(OWN_LIST).read_text(encoding="utf-8")
    return frozenset(text.lower().split())


@cache
def real_terms() -> frozenset[str]:
    """Returns the stems of the words of the dictionary and of our own list.

    Of a word whose stem is an exception also the usual one: where an index has neither, its
    narrowed analyzer does not know the exception.
    """
    words = [word for word in own_words() | dictionary_words() if word.isascii() and word.isalpha()]
    analyzer = Analyzer()
    excepted = analyzer.language.stem_exceptions.keys()
    usual = map(analyzer.usual_stem, excepted)
    return frozenset(chain(map(analyzer.term, words), usual))
