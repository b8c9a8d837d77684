"""Text -> tokens -> words -> terms. Twin of ``browser/analyzer.js``: same names, same results.

A token is a run of ``[0-9a-z]`` after folding; a word is a token in standard spelling;
a term is the stem under which the index keeps a word.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import chain

import snowballstemmer

from caridulu.search.analysis.language import Language, indonesian

_TOKEN = re.compile(r"[0-9a-z]+")
# What comes first in a pattern is looked for fast: a character, not what must stand before it.
_APOSTROPHE = re.compile(r"['`\u2018\u2019\u02bc](?<=[a-z].)(?=[a-z])")  # jum'at -> jumat
_E_WORD = re.compile(r"e-(?<=\be-)(?=[a-z]{3})")  # e-mail -> email
_THOUSANDS = re.compile(r"\.(?<=[0-9]\.)(?=[0-9]{3}(?![0-9]))")  # 2.100 -> 2100
_REDUPLICATION = re.compile(r"^([a-z]{3,})2$")  # laki2 -> laki, as laki-laki gives laki twice
_DOUBLED = re.compile(r"([a-z])\1+")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")  # no Indonesian word has a letter three times
_PARTICLE = re.compile(r"^(.{3,}?)(?:kah|lah|pun|nya|ku|mu)$")
ROMAN = 4  # letters: viii
MIN_STEMMED = 4  # shorter words are their own stem


def fold(text: str) -> str:
    """Lower case without accents, compatibility forms resolved (NFKD)."""
    if text.isascii():  # nothing to resolve, and most text is
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    marks = {c for c in set(decomposed) if unicodedata.category(c)[0] == "M"}
    return "".join(c for c in decomposed if c not in marks).lower() if marks else decomposed.lower()


def tokens(text: str) -> list[str]:
    """Runs of letters and digits, in order; a doubled word written with 2 counts once."""
    return [_usual(run) for run in _runs(text)]


def _runs(text: str) -> list[str]:
    return _TOKEN.findall(_APOSTROPHE.sub("", _THOUSANDS.sub("", _E_WORD.sub("e", fold(text)))))


@lru_cache(maxsize=100_000)
def _usual(token: str) -> str:
    """A drawn-out word at its usual length; Roman numerals are short and stay."""
    cut = _DRAWN_OUT.sub(r"\1", token) if len(token) > ROMAN else token
    return _REDUPLICATION.sub(r"\1", cut)


class Analyzer:
    """The chain from text to terms for one language."""

    def __init__(self, language: Language | None = None) -> None:
        self.language = language or indonesian()
        self._stemmer = snowballstemmer.stemmer("indonesian")
        self.term = lru_cache(maxsize=None)(self._term)
        self._standard = lru_cache(maxsize=100_000)(self._find_standard)
        self._words = lru_cache(maxsize=4_096)(self._find_words)

    def words(self, text: str) -> list[str]:
        """Tokens in standard spelling: ``dmn`` gives ``di``, ``mana``."""
        return list(self._words(text))

    def _find_words(self, text: str) -> tuple[str, ...]:
        return tuple(chain.from_iterable(map(self._standard, _runs(text))))

    def _find_standard(self, run: str) -> tuple[str, ...]:
        """Standard spelling of a token; drawn-out everyday words are cut short: ituu -> itu."""
        language = self.language
        token = _usual(run)
        if token in language.silent or token in language.weak:
            return (token,)
        short = _DOUBLED.sub(r"\1", token)
        if token not in language.colloquial and language.is_everyday(short):
            token = short
        return language.colloquial.get(token, (token,))

    def content_words(self, text: str) -> list[str]:
        """Words without the silent ones."""
        return [word for word in self.words(text) if word not in self.language.silent]

    def terms(self, text: str) -> list[str]:
        """Words as the index keeps them."""
        return list(map(self.term, self._words(text)))

    def _term(self, word: str) -> str:
        exceptions = self.language.stem_exceptions
        if word in exceptions:
            return exceptions[word]
        particle = _PARTICLE.match(word)
        if particle and particle[1] in exceptions:
            return exceptions[particle[1]]
        return self.usual_stem(word)

    def usual_stem(self, word: str) -> str:
        """The Snowball stem; short words and codes are left whole."""
        if len(word) < MIN_STEMMED or not word.isalpha():
            return word
        return str(self._stemmer.stemWord(word))

    def narrowed(self, is_known: Callable[[str], bool]) -> "Analyzer":
        """The analyzer for queries to an index: equal results, smaller tables."""
        return Analyzer(self.language.narrowed(is_known, self.usual_stem))
