"""The office's lexicon and everyday language -> terms of equal or near meaning.

Applied when the index is built, so that a query needs no table of its own and a misspelt synonym
is corrected like any other word.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from caridulu.knowledge import Lexicon, LexiconTerm
from caridulu.search.analysis.analyzer import Analyzer

MAX_FORM = 5  # terms of a form

Form = tuple[str, ...]
"""The terms of one way to write an idea."""


@dataclass(frozen=True, eq=False)  # each idea is itself only
class Idea:
    """What several forms have in common; ``named`` if the office's lexicon has it."""

    forms: tuple[Form, ...]
    same: frozenset[str]  # terms of equal meaning
    related: frozenset[str]  # terms that lead to it
    named: bool


def lexicon_forms(term: LexiconTerm) -> tuple[str, ...]:
    """Returns every way to write an idea of the lexicon, and the words that lead to it."""
    return (*lexicon_names(term), *term.related)


def lexicon_names(term: LexiconTerm) -> tuple[str, ...]:
    """Returns every way to write an idea of the lexicon."""
    return (term.term, *term.abbreviations, *term.colloquial, *term.synonyms)


class Thesaurus:
    """Finds ideas by their forms."""

    def __init__(self, lexicon: Lexicon, analyzer: Analyzer) -> None:
        office = [_idea(lexicon_names(t), t.related, analyzer, named=True) for t in lexicon.terms]
        self._by_form: dict[Form, list[Idea]] = {}
        for idea in (*office, *_everyday_ideas(analyzer)):
            for form in idea.forms:
                self._by_form.setdefault(form, []).append(idea)
        self._openings = {form[0] for form in self._by_form}

    def forms(self, terms: list[str]) -> list[Form]:
        """Finds the forms of ideas among these terms, in order."""
        starts = [start for start, term in enumerate(terms) if term in self._openings]
        stretches = (
            tuple(terms[start:end])
            for start in starts
            for end in range(start + 1, min(start + MAX_FORM, len(terms)) + 1)
        )
        return [stretch for stretch in stretches if stretch in self._by_form]

    def ideas(self, forms: Iterable[Form]) -> set[Idea]:
        return {idea for form in forms for idea in self._by_form[form]}


@lru_cache(maxsize=1)  # every index has the same
def _everyday_ideas(analyzer: Analyzer) -> tuple[Idea, ...]:
    language = analyzer.language
    return (
        *(_idea(group, (), analyzer, named=False) for group in language.same_words),
        *(_idea((), group, analyzer, named=False) for group in language.synonyms),
    )


@lru_cache(maxsize=1)
def _function_terms(analyzer: Analyzer) -> frozenset[str]:
    return frozenset(map(analyzer.term, analyzer.language.function_words))


def _idea(names: Iterable[str], related: Iterable[str], analyzer: Analyzer, *, named: bool) -> Idea:
    """Makes an idea; one without names has the words that lead to it as forms."""
    same_forms, related_forms = (
        [tuple(analyzer.terms(form)) for form in forms] for forms in (names, related)
    )
    empty = _function_terms(analyzer)
    return Idea(
        forms=tuple(f for f in same_forms or related_forms if 0 < len(f) <= MAX_FORM),
        same=frozenset(chain.from_iterable(same_forms)) - empty,
        related=frozenset(chain.from_iterable(related_forms)) - empty,
        named=named,
    )
