"""What the search knows about Indonesian: ``language.yml`` as a typed value."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class LanguageLists:
    """Word lists of one language; every word is a folded token of ``[a-z0-9]``."""

    stop_words: frozenset[str]  # carry no meaning in a query
    weak: frozenset[str]  # question words and auxiliaries
    figures: frozenset[str]  # words and pairs that ask for a number of things, not for the thing
    colloquial: Mapping[str, tuple[str, ...]]  # chat or old spelling -> standard words
    stem_exceptions: Mapping[str, str]  # word -> stem, where Snowball goes wrong
    clitics: tuple[str, ...]  # endings of Sulawesi speech, stripped only from unknown words
    courtesies: tuple[str, ...]  # phrases before and behind what is asked, the longest first
    greetings: frozenset[str]  # words that make a greeting, beside the stop words
    synonyms: tuple[tuple[str, ...], ...]  # everyday words that are near each other, any office
    same_words: tuple[tuple[str, ...], ...]  # names of one thing in public life

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words that name no subject: stop words, question words and auxiliaries."""
        return self.stop_words | self.weak

    @cached_property
    def courtesy(self) -> re.Pattern[str]:
        """Finds the courtesies in words with a space around each."""
        return re.compile(f"(?<= )(?:{'|'.join(self.courtesies)})(?= )")

    def narrowed(
        self, is_known: Callable[[str], bool], usual_stem: Callable[[str], str]
    ) -> "LanguageLists":
        """Returns the tables without what cannot lead to a term that an index knows.

        A stem exception stays also where the usual stem is known and would be found instead.
        """

        def leads_on(word: str) -> bool:
            stem = self.stem_exceptions.get(word) or usual_stem(word)
            return word in function_words or is_known(stem)

        function_words = self.function_words.union(*map(str.split, self.courtesies))
        spellings = {s: words for s, words in self.colloquial.items() if any(map(leads_on, words))}
        stems = {
            word: stem
            for word, stem in self.stem_exceptions.items()
            if is_known(stem) or is_known(usual_stem(word))
        }
        return replace(self, colloquial=spellings, stem_exceptions=stems)

    def is_everyday(self, word: str) -> bool:
        """Tells whether a word is in the lists of words or of spellings."""
        return word in self.stop_words or word in self.weak or word in self.colloquial


@cache
def indonesian() -> LanguageLists:
    """Reads the lists that ship with the generator."""
    text = files(__package__).joinpath("language.yml").read_text(encoding="utf-8")
    lists: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    stop_words = frozenset(lists["stop_words"])
    weak = frozenset(lists["weak"])
    polite = (*lists["greetings"], *lists["courtesies"])
    greetings = {word for phrase in polite for word in phrase.split()}
    return LanguageLists(
        stop_words=stop_words,
        weak=weak,
        figures=frozenset(lists["figures"]),
        colloquial={word: tuple(plain.split()) for word, plain in lists["colloquial"].items()},
        stem_exceptions=lists["stem_exceptions"],
        clitics=tuple(sorted(lists["clitics"], key=lambda ending: (-len(ending), ending))),
        courtesies=tuple(sorted(lists["courtesies"], key=lambda phrase: (-len(phrase), phrase))),
        greetings=frozenset(greetings - stop_words - weak),
        synonyms=tuple(tuple(group) for group in lists["synonyms"]),
        same_words=tuple(tuple(group) for group in lists["same_words"]),
    )
