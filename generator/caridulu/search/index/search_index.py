"""Items -> a Whoosh index in memory -> terms with their postings."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise, starmap
from typing import NamedTuple

from whoosh.fields import FieldType, Schema
from whoosh.formats import Frequency
from whoosh.searching import Searcher

from caridulu.knowledge import KnowledgeBase, Lexicon
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.analysis.real_words import real_terms
from caridulu.search.index.counting import Counted, count_items
from caridulu.search.index.fields import (
    Item,
    ItemKind,
    direct_item,
    entry_item,
    kind_of,
    referral_item,
)
from caridulu.search.index.phrased_parts import phrased_part, phrased_step
from caridulu.search.index.postings import MemoryReader
from caridulu.search.index.term_names import pair
from caridulu.search.index.vocabulary import Vocabulary
from caridulu.search.index.weighting import (
    FIELD_WEIGHTS,
    PartScorer,
    PartWeighting,
    idf,
    steady_average,
)

# A frequent term keeps its strongest postings only: a query costs the same at any size.
# 500 lost .001 MRR@10 at 4,651 passages; larger collections were not tried. The cut itself is
# guarded by tests/search/index/test_search_index.py.
MAX_POSTINGS = 800


class Term(NamedTuple):
    """Rarity of a term, and its part in each entry, by rising entry number."""

    idf: int
    entries: "array[int]"
    parts: "array[int]"


class SearchIndex:
    """The search index: items by number, terms with postings, vocabulary, lexicon gaps."""

    def __init__(
        self,
        items: Sequence[Item],
        *,
        lexicon: Lexicon | None = None,
        counted: Counted | None = None,
        own_name: str = "",
    ) -> None:
        self.lexicon = lexicon or Lexicon()
        self.analyzer = _shared_analyzer()
        counted = counted or count_items(items, self.lexicon, self.analyzer)
        self.items = tuple(items[number] for number in counted.order)
        self._reader = _reader_of(counted.terms)
        rounded = steady_average if counted.steady else float
        weighting = PartWeighting(
            self.analyzer,
            lambda field: rounded(self.searcher.avg_field_length(field)),
            frozenset(starmap(pair, pairwise(self.analyzer.terms(own_name)))),
        )
        self.searcher = Searcher(self._reader, weighting=weighting)
        self._fields = _fields_of_terms(self.searcher)
        lengths = {field: self._reader.field_length(field) for field in FIELD_WEIGHTS}
        self.phrased_step = phrased_step(lengths)
        self.word_counts = self._leading(counted.words)
        self.vocabulary = Vocabulary(self.word_counts)
        self.gaps, self.place_terms = counted.gaps, counted.places
        self.query_analyzer = self.analyzer.narrowed(self._fields.__contains__)
        kinds = [kind_of(item.id) for item in self.items]  # referrals come last
        self.first_referral = len(kinds) - kinds.count(ItemKind.REFERRAL)
        self.unknown_idf = idf(1, max(1, len(self.items)))
        self.real_terms = (real_terms() | self.gaps).difference(self._fields)
        self._terms: dict[str, Term] = {}

    @classmethod
    def of_knowledge(cls, knowledge: KnowledgeBase) -> "SearchIndex":
        """Makes the index of published entries, direct answers and referrals, in this order."""
        order = {category.id: n for n, category in enumerate(knowledge.categories)}
        entries = sorted(knowledge.published, key=lambda e: (order.get(e.category, 0), e.id))
        phrases = knowledge.direct_phrases
        items = (
            *(
                entry_item(entry, phrases.get(entry.id, ()), topic=order.get(entry.category))
                for entry in entries
            ),
            *map(direct_item, knowledge.direct_answers),
            *map(referral_item, knowledge.referrals),
        )
        return _latest(items, knowledge.lexicon, knowledge.office.name)

    def _leading(self, words: Mapping[str, int]) -> dict[str, int]:
        """Leaves out words that lead to no term."""
        term = self.analyzer.term
        return {word: count for word, count in words.items() if term(word) in self._fields}

    def terms_by_item(self) -> list[dict[str, list[str]]]:
        """Returns the terms of every item by field, sorted, each as often as it stands there."""
        found: list[dict[str, list[str]]] = [{} for _ in self.items]
        for field in sorted(FIELD_WEIGHTS):
            terms: list[list[str]] = [[] for _ in self.items]
            for name in sorted(self._reader.lexicon(field)):
                for entry, count in self._reader.counts(field, name):
                    terms[entry] += [name] * count
            for entry, names in enumerate(terms):
                if names:
                    found[entry][field] = names
        return found

    def terms(self) -> Sequence[str]:
        """Returns the names of all terms, sorted."""
        return list(self._fields)

    def field_parts(self, name: str, entry: int) -> dict[str, int]:
        """Returns what each field adds to a term's part in an entry, and rounding."""
        parts = {field: self._parts(field, name) for field in self._fields.get(name, ())}
        own = {field: found[entry] for field, found in parts.items() if entry in found}
        whole = sum(own.values())
        rounding = self._rounded(name, {entry: whole})[entry] - whole if own else 0
        return {**own, "rounding": rounding} if rounding else own

    def term(self, name: str) -> Term | None:
        """Returns what the index knows of a term, or None if it does not have it."""
        if (known := self._terms.get(name)) or name not in self._fields:
            return known
        made = self._terms[name] = self._term(name)
        return made

    def rarity(self, name: str) -> int:
        """Returns the idf of a term, or 0 if the index does not have it."""
        term = self.term(name)
        return term.idf if term else 0

    def _term(self, name: str) -> Term:
        first, *others = self._fields[name]
        whole = self._parts(first, name)
        for field in others:
            for entry, part in self._parts(field, name).items():
                whole[entry] = whole.get(entry, 0) + part
        parts = self._rounded(name, whole)
        entries = sorted(parts)
        rarity = idf(len(entries), len(self.items))
        if len(entries) > MAX_POSTINGS:  # of equal parts, the first entries stay
            entries = sorted(sorted(entries, key=lambda e: -parts[e])[:MAX_POSTINGS])
        return Term(
            idf=rarity, entries=array("I", entries), parts=array("I", [parts[e] for e in entries])
        )

    def _rounded(self, name: str, parts: Mapping[int, int]) -> Mapping[int, int]:
        """Rounds a term's parts where they tell how often an entry's phrasings have it."""
        if self.phrased_step == 1 or " " in name:
            return parts
        asked, aliases = (self._counts(field, name) for field in ("question", "aliases"))
        return {
            entry: phrased_part(
                part,
                is_asked=entry in asked,
                aliases=aliases.get(entry, 0),
                length=self._reader.doc_field_length(entry, "aliases"),
            )
            for entry, part in parts.items()
        }

    def _counts(self, field: str, name: str) -> dict[int, int]:
        """Returns how often a term stands in a field of each entry that has it there."""
        return dict(self._reader.counts(field, name)) if field in self._fields[name] else {}

    def _parts(self, field: str, name: str) -> dict[int, int]:
        """Returns the part of a term in every entry that has it in a field.

        Equal to the scores of Whoosh's matchers, which cost four times as much a posting.
        """
        scorer: PartScorer = self.searcher.weighting.scorer(self.searcher, field, name)
        return scorer.parts(self._reader.counts(field, name))


@lru_cache(maxsize=2)  # the editor has two: of what is public, and of all that may become so
def _latest(items: tuple[Item, ...], lexicon: Lexicon, own_name: str) -> SearchIndex:
    """Makes an index, or returns one of the latest: most changes leave the entries alone."""
    return SearchIndex(items, lexicon=lexicon, own_name=own_name)


@cache
def _shared_analyzer() -> Analyzer:
    """Returns the analyzer of all indexes: what one has read, the next need not read again."""
    return Analyzer()


def _reader_of(terms: Iterable[Mapping[str, Mapping[str, int]]]) -> MemoryReader:
    kind = FieldType(Frequency(), analyzer=None, scorable=True)
    return MemoryReader(Schema(**dict.fromkeys(FIELD_WEIGHTS, kind)), terms)


def _fields_of_terms(searcher: Searcher) -> dict[str, tuple[str, ...]]:
    """Returns every term, sorted, with the fields that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    for field in FIELD_WEIGHTS:
        for term in searcher.lexicon(field):
            found[term] = (*found.get(term, ()), field)
    return dict(sorted(found.items()))
