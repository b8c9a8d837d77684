"""An item to find -> the terms of each of its fields, counted.

question  what is asked                    pairs    neighbouring terms of the question,
aliases   other ways to ask it                      with its beginning ^ and its end $
answer    the text                         opening  first words of an answer that has no
tags      the editor's keywords                     question: they often name the subject
lexicon   other words for its ideas        related  words that lead to its ideas
"""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

from caridulu.knowledge import Entry, Lexicon, LexiconTerm
from caridulu.knowledge.markdown import plain_text
from caridulu.search.analysis.analyzer import Analyzer

OPENING = 10  # words
START, END = "^", "$"
NOT_FOR = "!"
GAP = "?"
MAX_FORM = 5  # terms in a lexicon form
MIN_JOINED = 3  # letters of each half of a word that people write together


@dataclass(frozen=True)
class Item:
    """One thing to find; texts are plain."""

    id: str
    question: str
    answer: str
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    category: str = ""
    url: str = ""


def entry_item(entry: Entry) -> Item:
    """The item that finds a knowledge-base entry."""
    return Item(
        id=entry.id,
        question=entry.question,
        answer=plain_text(entry.answer),
        aliases=entry.aliases,
        tags=entry.tags,
        not_for=entry.not_for,
        category=entry.category,
        url=f"kb/{entry.id}/",
    )


def lexicon_forms(term: LexiconTerm) -> tuple[str, ...]:
    """Every way to write an idea of the lexicon, and the words that lead to it."""
    return (term.term, *term.abbreviations, *term.colloquial, *term.synonyms, *term.related)


def pair(first: str, second: str) -> str:
    """The term under which two neighbouring terms are kept."""
    return f"{first} {second}"


def whole(terms: Iterable[str]) -> str:
    """The term under which a whole query is kept, whatever the order of its words."""
    return " ".join([NOT_FOR, *sorted(set(terms))])


def gap(terms: Iterable[str]) -> str:
    """The name under which a form of an idea that no item is about is kept."""
    return " ".join([GAP, *terms])


def pairs(terms: Iterable[str]) -> Iterator[str]:
    """Neighbouring terms, with the beginning and the end of the text."""
    path = [START, *terms, END]
    if len(path) > 2:
        yield from map(pair, path, path[1:])


class Thesaurus:
    """Word forms of one idea, from the office's lexicon and from everyday language.

    Applied when the index is built, so that a query needs no table of its own and a misspelt
    synonym is corrected like any other word.
    """

    def __init__(self, lexicon: Lexicon, analyzer: Analyzer) -> None:
        language = analyzer.language
        self._named = range(len(lexicon.terms))
        ideas: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
            ((t.term, *t.abbreviations, *t.colloquial, *t.synonyms), t.related)
            for t in lexicon.terms
        ]
        ideas += [(group, ()) for group in language.abbreviations]
        ideas += [((), group) for group in language.synonyms]
        self._forms: dict[tuple[str, ...], list[int]] = {}
        self._same: list[tuple[str, ...]] = []
        self._same_forms: list[list[tuple[str, ...]]] = []
        self._related: list[tuple[str, ...]] = []
        for number, (same, related) in enumerate(ideas):
            same_forms = [tuple(analyzer.terms(form)) for form in same]
            related_forms = [tuple(analyzer.terms(form)) for form in related]
            self._same_forms.append(same_forms)
            for form in same_forms or related_forms:
                if 0 < len(form) <= MAX_FORM:
                    self._forms.setdefault(form, []).append(number)
            self._same.append(_content(same_forms, analyzer))
            self._related.append(_content(related_forms, analyzer))
        self._openings = {form[0] for form in self._forms}

    def forms(self, terms: list[str]) -> list[tuple[str, ...]]:
        """Forms of ideas among these terms, in order."""
        return [
            stretch
            for start, term in enumerate(terms)
            if term in self._openings
            for end in range(start + 1, min(start + MAX_FORM, len(terms)) + 1)
            if (stretch := tuple(terms[start:end])) in self._forms
        ]

    def ideas(self, forms: Iterable[tuple[str, ...]]) -> list[int]:
        """Numbers of the ideas that have these forms, each once."""
        return list(dict.fromkeys(number for form in forms for number in self._forms[form]))

    def gaps(self, covered: Container[int], used: Container[tuple[str, ...]]) -> frozenset[str]:
        """Forms of the lexicon's ideas that no item is about, unless an item uses the form."""
        return frozenset(
            gap(form)
            for number in self._named
            if number not in covered
            for form in self._same_forms[number]
            if 0 < len(form) <= MAX_FORM and form not in used
        )

    def same(self, ideas: Iterable[int]) -> set[str]:
        """Terms of equal meaning."""
        return {term for number in ideas for term in self._same[number]}

    def related(self, ideas: Iterable[int]) -> set[str]:
        """Terms that lead to these ideas."""
        return {term for number in ideas for term in self._related[number]}


def _content(forms: Iterable[tuple[str, ...]], analyzer: Analyzer) -> tuple[str, ...]:
    empty = {analyzer.term(w) for w in analyzer.language.silent | analyzer.language.weak}
    return tuple(dict.fromkeys(term for form in forms for term in form if term not in empty))


@dataclass(frozen=True)
class ItemForms:
    """Forms of ideas in an item's texts, as often as they stand there."""

    titles: tuple[list[tuple[str, ...]], ...]  # question and tags
    aliases: tuple[list[tuple[str, ...]], ...]

    def every(self) -> Iterator[tuple[str, ...]]:
        """All of them."""
        return chain(*self.titles, *self.aliases)


def item_forms(item: Item, analyzer: Analyzer, thesaurus: Thesaurus) -> ItemForms:
    """The forms of ideas that an item uses in its question, aliases and tags."""
    return ItemForms(
        titles=tuple(thesaurus.forms(analyzer.terms(text)) for text in (item.question, *item.tags)),
        aliases=tuple(thesaurus.forms(analyzer.terms(text)) for text in item.aliases),
    )


def subjects(forms: ItemForms, thesaurus: Thesaurus) -> set[int]:
    """Ideas that an item is about: in its question or tags, or in two of its aliases."""
    asked = Counter(idea for those in forms.aliases for idea in thesaurus.ideas(those))
    named = thesaurus.ideas(chain(*forms.titles))
    return {*named, *(idea for idea, count in asked.items() if count > 1)}


def field_terms(
    item: Item, analyzer: Analyzer, thesaurus: Thesaurus, *, forms: ItemForms
) -> dict[str, Counter[str]]:
    """Terms of every field with their counts; an empty field is left out."""
    question = analyzer.terms(item.question)
    aliases = [analyzer.terms(alias) for alias in item.aliases]
    answer = analyzer.terms(item.answer)
    tags = [analyzer.terms(tag) for tag in item.tags]
    ideas = thesaurus.ideas(forms.every())
    same = thesaurus.same(ideas) - set(question)
    fields: Mapping[str, Collection[str]] = {
        "question": question,
        "aliases": [term for terms in aliases for term in terms],
        "answer": answer,
        "tags": [term for terms in tags for term in terms],
        "lexicon": same,
        "related": thesaurus.related(ideas) - same - set(question),
        "pairs": list(pairs(question)),
        "alias_pairs": [both for terms in aliases for both in pairs(terms)],
        "joined": [
            analyzer.term(word)
            for text in (item.question, *item.tags)
            for word in joined(analyzer.words(text), analyzer)
        ],
        "not_for": [
            whole(map(analyzer.term, analyzer.content_words(query))) for query in item.not_for
        ],
    }
    counted = {name: Counter(terms) for name, terms in fields.items() if terms}
    if answer and not question:
        counted["opening"] = _opening(answer)
    return counted


def joined(words: list[str], analyzer: Analyzer) -> set[str]:
    """Neighbours as people write them together: data mikro -> datamikro."""
    empty = analyzer.language.silent | analyzer.language.weak
    halves = [word if word.isalpha() and len(word) >= MIN_JOINED else "" for word in words]
    return {
        first + second
        for first, second in pairwise(halves)
        if first and second and first != second and not {first, second} & empty
    }


def _opening(terms: list[str]) -> Counter[str]:
    """The first words, the very first counting most."""
    first = dict.fromkeys(terms[:OPENING])
    return Counter({term: OPENING - place for place, term in enumerate(first)})
