"""Text -> tokens -> words -> terms. Twin of ``browser/analyzer.js``: same names, same results.

A token is a run of ``[0-9a-z]`` after folding; a word is a token in standard spelling;
a term is the stem under which the index keeps a word.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from threading import Lock

import snowballstemmer

from caridulu.search import parameters
from caridulu.search.analysis.language import LanguageLists, indonesian

_TOKEN = re.compile(parameters.TOKEN)
_DROPPED = re.compile(parameters.DROPPED, re.ASCII)
_REPEATED = re.compile(parameters.REPEATED)
_DOUBLED = re.compile(parameters.DOUBLED)
_PARTICLE = re.compile(parameters.PARTICLE)
_SPOKEN = re.compile(parameters.SPOKEN)
_STEMMER = snowballstemmer.stemmer("indonesian")
_ONE_AT_A_TIME = Lock()  # the stemmer keeps the word that it works on


def fold(text: str) -> str:
    """Returns the text in lower case without accents, compatibility forms resolved (NFKD)."""
    if text.isascii():  # nothing to resolve, and most text is
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if unicodedata.category(c)[0] != "M").lower()


def _stem(word: str) -> str:
    with _ONE_AT_A_TIME:
        return str(_STEMMER.stemWord(word))


def _before(ending: re.Pattern[str], word: str) -> str:
    """Returns what stands before an ending, or "" if the word has none."""
    match = ending.match(word)
    return match[1] if match else ""


class Analyzer:
    """The chain from text to terms for one language."""

    def __init__(self, language: LanguageLists | None = None) -> None:
        self.language = language or indonesian()
        # Texts repeat their words: without these two an index of 10,000 texts takes twice as long.
        self.standard = lru_cache(maxsize=100_000)(self._standard)
        self.term = lru_cache(maxsize=100_000)(self._term)

    def tokens(self, text: str) -> list[str]:
        """Splits a text into runs of letters and digits, in order."""
        return _TOKEN.findall(_DROPPED.sub("", fold(text)))

    def words(self, text: str) -> list[str]:
        """Splits a text into words in standard spelling: ``dmn`` gives ``di``, ``mana``."""
        return [word for token in self.tokens(text) for word in self.standard(token)]

    def _standard(self, token: str) -> tuple[str, ...]:
        """Returns the standard words of a token; drawn-out ones are cut short: ituu -> itu.

        A letter alone is a word only if the list of spellings says which: d -> di.
        """
        language = self.language
        if len(token) == 1 and token.isalpha() and token not in language.colloquial:
            return ()
        usual = _REPEATED.sub(r"\1", token)
        if usual in language.stop_words or usual in language.weak:
            return (usual,)
        short = _DOUBLED.sub(r"\1", usual)
        # A letter twice is an abbreviation: kk is no drawn-out k.
        if len(short) > 1 and usual not in language.colloquial and language.is_everyday(short):
            usual = short
        bare = _before(_PARTICLE, usual)  # ngurusnya -> ngurus
        spoken = _before(_SPOKEN, usual)
        for word in (usual, bare, spoken):
            if word in language.colloquial:
                return language.colloquial[word]
        return (spoken,) if spoken in language.weak else (usual,)

    def _term(self, word: str) -> str:
        """Returns the stem under which the index keeps a word."""
        exceptions = self.language.stem_exceptions
        if word in exceptions:
            return exceptions[word]
        particle = _PARTICLE.match(word)
        if particle and particle[1] in exceptions:
            return exceptions[particle[1]]
        return self.usual_stem(word)

    def terms(self, text: str) -> list[str]:
        return [self.term(word) for word in self.words(text)]

    def usual_stem(self, word: str) -> str:
        """Returns the Snowball stem; short words and codes are left whole."""
        if len(word) < parameters.MIN_STEMMED or not word.isalpha():
            return word
        return _stem(word)

    def narrowed(self, is_known: Callable[[str], bool]) -> "Analyzer":
        """Returns the analyzer for queries to an index: equal results, smaller tables."""
        return Analyzer(self.language.narrowed(is_known, self.usual_stem))
