"""The word lists of ``words.yml`` and of the search, by which names are told from words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from generator.search.language import indonesian


@dataclass(frozen=True)
class Words:
    """Folded words by what they say about their neighbours."""

    names: frozenset[str]
    firsts: frozenset[str]
    titles: frozenset[str]
    between: frozenset[str]
    roles: frozenset[str]
    common: frozenset[str]
    places: frozenset[str]
    everyday: frozenset[str]
    roads: frozenset[str]

    def with_common(self, texts: Iterable[str]) -> "Words":
        """The lists, with the words of the office's own texts as no names."""
        seen = {word for text in texts for word in re.findall(r"[a-z]{3,}", text.lower())}
        return replace(self, common=self.common | (seen - self.names))


@cache
def usual_words() -> Words:
    """The lists that ship with the generator."""
    text = files(__package__).joinpath("words.yml").read_text(encoding="utf-8")
    lists: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    words = {name: frozenset(block.split()) for name, block in lists.items()}
    language = indonesian()
    spoken = {*language.silent, *language.weak, *language.colloquial, *language.stem_exceptions}
    spoken |= {word for plain in language.colloquial.values() for word in plain}
    spoken |= {word for group in language.synonyms for form in group for word in form.split()}
    words["common"] |= (words.pop("spoken") | frozenset(spoken)) - words["names"]
    return Words(**words)
