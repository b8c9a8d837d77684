"""What the search knows about Indonesian: ``language.yml`` as a typed value."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml


@dataclass(frozen=True)
class Language:
    """Word lists of one language; every word is a folded token of ``[a-z0-9]``."""

    silent: frozenset[str]  # carry no meaning in a query
    weak: frozenset[str]  # question words and auxiliaries
    colloquial: MappingProxyType[str, tuple[str, ...]]  # chat or old spelling -> standard words
    stem_exceptions: MappingProxyType[str, str]  # word -> stem, where Snowball goes wrong
    clitics: tuple[str, ...]  # endings of Sulawesi speech, stripped only from unknown words
    greetings: frozenset[str]  # words that make a greeting, beside the silent ones
    synonyms: tuple[tuple[str, ...], ...]  # everyday words for one idea, any office
    abbreviations: tuple[tuple[str, ...], ...]  # short forms of public life and what they mean

    def narrowed(
        self, is_known: Callable[[str], bool], usual_stem: Callable[[str], str]
    ) -> "Language":
        """The tables without what cannot lead to a term that an index knows.

        A stem exception stays also where the usual stem is known and would be found instead.
        """
        plain = self.silent | self.weak
        return replace(
            self,
            colloquial=MappingProxyType(
                {
                    spelling: words
                    for spelling, words in self.colloquial.items()
                    if any(
                        word in plain or is_known(self.stem_of(word, usual_stem)) for word in words
                    )
                }
            ),
            stem_exceptions=MappingProxyType(
                {
                    word: stem
                    for word, stem in self.stem_exceptions.items()
                    if is_known(stem) or is_known(usual_stem(word))
                }
            ),
        )

    def is_everyday(self, word: str) -> bool:
        """Whether a word is in the lists of words or of spellings."""
        return word in self.silent or word in self.weak or word in self.colloquial

    def stem_of(self, word: str, usual_stem: Callable[[str], str]) -> str:
        """The stem of a standard word."""
        return self.stem_exceptions.get(word) or usual_stem(word)


@cache
def indonesian() -> Language:
    """The lists that ship with the generator."""
    text = files(__package__).joinpath("language.yml").read_text(encoding="utf-8")
    lists: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    silent = frozenset(lists["silent"])
    weak = frozenset(lists["weak"])
    greetings = {word for phrase in lists["greetings"] for word in phrase.split()}
    return Language(
        silent=silent,
        weak=weak,
        colloquial=MappingProxyType(
            {word: tuple(plain.split()) for word, plain in lists["colloquial"].items()}
        ),
        stem_exceptions=MappingProxyType(lists["stem_exceptions"]),
        clitics=tuple(sorted(lists["clitics"], key=lambda ending: (-len(ending), ending))),
        greetings=frozenset(greetings - silent - weak),
        synonyms=tuple(tuple(group) for group in lists["synonyms"]),
        abbreviations=tuple(tuple(group) for group in lists["abbreviations"]),
    )
