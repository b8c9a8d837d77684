"""A query -> the words of it that say something, and the parts that ask.

``permisi kak, saya Rini dari Kendari. mau tanya jumlah puskesmas berapa? mohon infonya``
  courtesy     beside                  announces asks                      courtesy

Twin of ``browser/asked_parts.js``.
"""

import re
from dataclasses import dataclass

from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.analysis.language import LanguageLists
from caridulu.search.parameters import ANNOUNCES, ASKS, CLAUSE, PART


@dataclass(frozen=True)
class Asked:
    """The words of a query without courtesies, and its parts, each of which may be a question."""

    words: list[str]
    parts: list[list[str]]
    is_open: bool  # the last word is the last one written


def read_asked(analyzer: Analyzer, text: str) -> Asked:
    """Leaves courtesies out of a query, and what only they and function words make.

    A text with a courtesy is parted there and at its punctuation; what stands before ``mau tanya``
    asks nothing where something follows. Any other text, and one that has nothing beside
    courtesies, is one part.
    """
    language = analyzer.language
    clauses = [" ".join(analyzer.words(clause)) for clause in re.split(CLAUSE, text)]
    said = f" {f' {PART} '.join(clauses)} "
    marked = language.courtesy.sub(lambda one: ASKS if ANNOUNCES in one[0] else PART, said)
    sections = [
        [part.split() for part in section.split(PART) if not _is_empty(part, language)]
        for section in marked.split(ASKS)
    ]
    written = said.replace(PART, " ").split()
    parts = next(filter(None, reversed(sections)), [])
    if marked == said or not parts:
        return Asked(written, [written], is_open=True)
    words = [word for section in sections for part in section for word in part]
    return Asked(words, parts, is_open=words[-1] == written[-1])


def _is_empty(part: str, language: LanguageLists) -> bool:
    return language.function_words.issuperset(part.split())
