"""Items -> counted terms by field, counted words of the vocabulary, and gaps of the lexicon."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from caridulu.knowledge import Lexicon
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.index.fields import Item, ItemKind, field_terms, item_words, kind_of
from caridulu.search.index.misspelt_aliases import misspelt_words
from caridulu.search.index.thesaurus import Thesaurus, lexicon_forms, lexicon_names

# Share of entries with tags, or aliases, from which other texts stand for those of the others. At
# 1/20 and 1/10 the hard questions of tests/benchmarks/questions lost .015 of MRR@10, at 1/4 none.
LEAST_WITH = 0.25
FEW_ALIASES = 1  # the question of the translation is one


@dataclass(frozen=True)
class Counted:
    """The counts that an index is made from, of one office's items or of many offices'."""

    order: Sequence[int]  # numbers of the items, in the order of the index
    # Of each item in this order, by field, counted; read once.
    terms: Iterable[Mapping[str, Mapping[str, int]]]
    words: Mapping[str, int]  # in how many items and lexicon forms a word stands
    gaps: frozenset[str]  # names of ideas of the lexicon that no item has, as terms of one word
    places: frozenset[str]  # terms of place names
    # Takes average lengths in steps, so that one item more or less changes no part.
    steady: bool = False


def count_items(items: Sequence[Item], lexicon: Lexicon, analyzer: Analyzer) -> Counted:
    """Counts the terms and words of items, with the terms that a lexicon adds."""
    typed = [item_words(item, analyzer) for item in items]
    misspelt = misspelt_words(typed, lexicon, analyzer)
    read = [words.with_aliases_read(misspelt) for words in typed] if misspelt else typed
    thesaurus = Thesaurus(lexicon, analyzer)
    found = Counter(chain.from_iterable(words.found() for words in read))
    order = _order(items)
    untagged = _lacking(items, lambda item: not item.tags)
    unaliased = _lacking(items, lambda item: len(item.aliases) <= FEW_ALIASES)
    return Counted(
        order=order,
        terms=(
            field_terms(
                read[number],
                analyzer,
                thesaurus,
                untagged=number in untagged,
                unaliased=number in unaliased,
            )
            for number in order
        ),
        words=_word_counts(found, lexicon, analyzer),
        gaps=frozenset(_gaps(set(map(analyzer.term, found)), lexicon, analyzer)),
        places=frozenset(term for place in lexicon.places for term in analyzer.terms(place)),
    )


def _lacking(items: Sequence[Item], lacks: Callable[[Item], bool]) -> frozenset[int]:
    """Returns the numbers of the entries that lack what enough others have."""
    entries = [n for n, item in enumerate(items) if kind_of(item.id) is ItemKind.ENTRY]
    lacking = frozenset(number for number in entries if lacks(items[number]))
    others = len(entries) - len(lacking)
    return lacking if others and others >= LEAST_WITH * len(entries) else frozenset()


def _order(items: Sequence[Item]) -> list[int]:
    """Puts entries first, then direct answers, then referrals."""
    kinds = list(ItemKind)
    return sorted(range(len(items)), key=lambda number: kinds.index(kind_of(items[number].id)))


def _word_counts(found: Mapping[str, int], lexicon: Lexicon, analyzer: Analyzer) -> dict[str, int]:
    """Counts the items and the forms of the lexicon that have a word, stop words left out."""
    language = analyzer.language
    counts = Counter({word: n for word, n in found.items() if word not in language.stop_words})
    for lexicon_term in lexicon.terms:
        for form in lexicon_forms(lexicon_term):
            counts.update(set(analyzer.words(form)) - language.function_words)
    return dict(counts)


def _gaps(found: set[str], lexicon: Lexicon, analyzer: Analyzer) -> Iterator[str]:
    """Yields the words, as terms, that name ideas of the lexicon of which no item has a name."""
    for idea in lexicon.terms:
        names = list(map(analyzer.terms, lexicon_names(idea)))
        if not any(map(found.issuperset, names)):
            yield from (name[0] for name in names if len(name) == 1)
