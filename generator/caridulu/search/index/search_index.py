"""Items -> a Whoosh index in memory -> terms with their postings."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whoosh.fields import FieldType, Schema
from whoosh.formats import Frequency

from caridulu.knowledge import KnowledgeBase, Lexicon
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.index.fields import (
    Item,
    Thesaurus,
    entry_item,
    field_terms,
    item_forms,
    lexicon_forms,
    subjects,
)
from caridulu.search.index.memory import MemoryIndex
from caridulu.search.index.misspelt_aliases import mended
from caridulu.search.index.vocabulary import Vocabulary
from caridulu.search.index.weighting import FIELD_WEIGHTS, PartWeighting, idf

# A frequent term keeps its strongest postings only: a query costs the same at any size.
# 500 lost .001 MRR@10 at 4,651 passages; larger collections were not tried. The cut itself is
# guarded by tests/search/test_index.py.
MAX_POSTINGS = 800


Parts = tuple["array[int]", list[int]]  # entries, rising, and a term's part in each


class TermField(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field given as counted terms; keeps frequencies, no positions, stores nothing."""

    def __init__(self) -> None:
        self.format = Frequency()
        self.analyzer = None
        self.scorable = True
        self.stored = False
        self.unique = False
        self.vector = None

    def to_bytes(self, value: str | bytes) -> bytes:
        return value if isinstance(value, bytes) else value.encode("utf-8")


@dataclass(frozen=True)
class Term:
    """Rarity of a term, and its part in each entry, by rising entry number."""

    idf: int
    entries: "array[int]"
    parts: "array[int]"


class SearchIndex:
    """What a query is answered from: items by number, terms, vocabulary, and known gaps."""

    def __init__(
        self,
        items: Sequence[Item],
        *,
        lexicon: Lexicon | None = None,
        analyzer: Analyzer | None = None,
    ) -> None:
        self.items = tuple(items)
        self.analyzer = analyzer or Analyzer()
        self.lexicon = lexicon or Lexicon()
        language = self.analyzer.language
        self.silent_terms = frozenset(map(self.analyzer.term, language.silent))
        self.weak_terms = frozenset(map(self.analyzer.term, language.weak)) - self.silent_terms
        self.place_terms = frozenset(
            term for place in self.lexicon.places for term in self.analyzer.terms(place)
        )
        thesaurus = Thesaurus(self.lexicon, self.analyzer)
        counts: Counter[str] = Counter()
        covered: set[int] = set()
        used: set[tuple[str, ...]] = set()
        fields = self._indexed_fields(counts, thesaurus, covered, used)
        schema = Schema(**{name: TermField() for name in FIELD_WEIGHTS})
        self._whoosh = MemoryIndex(schema, fields, self._weighting())
        self._fields = _fields_of_terms(self._whoosh)
        self._names = sorted(self._fields)
        known = self._fields.keys()
        self.vocabulary = Vocabulary(
            {word: count for word, count in counts.items() if self.analyzer.term(word) in known}
        )
        self.reading = self.analyzer.narrowed(known.__contains__)  # of queries
        self.gaps = thesaurus.gaps(covered, used)
        self.unknown_idf = idf(1, max(1, len(self.items)))
        self._terms: dict[str, Term] = {}

    @classmethod
    def of_knowledge(
        cls, knowledge: KnowledgeBase, analyzer: Analyzer | None = None
    ) -> "SearchIndex":
        """The index of the published entries."""
        order = {category.id: n for n, category in enumerate(knowledge.categories)}
        entries = sorted(knowledge.published, key=lambda e: (order.get(e.category, 0), e.id))
        return cls(
            [entry_item(entry) for entry in entries], lexicon=knowledge.lexicon, analyzer=analyzer
        )

    def terms(self) -> Sequence[str]:
        """All terms, sorted."""
        return self._names

    def _weighting(self) -> PartWeighting:
        return PartWeighting(silent=self.silent_terms, weak=self.weak_terms)

    def _indexed_fields(
        self,
        counts: Counter[str],
        thesaurus: Thesaurus,
        covered: set[int],
        used: set[tuple[str, ...]],
    ) -> Iterator[dict[str, Counter[str]]]:
        """Terms of every item; fills in word counts, and ideas and forms of what was typed."""
        language = self.analyzer.language
        readings = mended(self.items, self.lexicon, self.analyzer)
        for typed, item in zip(self.items, readings, strict=True):
            forms = item_forms(typed, self.analyzer, thesaurus)
            covered |= subjects(forms, thesaurus)
            used.update(forms.every())
            if item is not typed:
                forms = item_forms(item, self.analyzer, thesaurus)
            yield field_terms(item, self.analyzer, thesaurus, forms=forms)
            texts = (item.question, *item.aliases, item.answer, *item.tags)
            words = set[str]().union(*map(self.analyzer.words, texts))
            counts.update(words - language.silent)
        for term in self.lexicon.terms:
            for form in lexicon_forms(term):
                words = set(self.analyzer.words(form))
                counts.update(words - language.silent - language.weak)

    def field_parts(self, term: str, entry: int) -> dict[str, int]:
        """What each field adds to a term's part in an entry."""
        return {
            field: part
            for field in self._fields.get(term, ())
            for found, part in zip(*self._whoosh.parts(field, term), strict=True)
            if found == entry
        }

    def term(self, name: str) -> Term | None:
        """What the index knows of a term, or None if it does not have it."""
        term = self._terms.get(name)
        if term is None and name in self._fields:
            term = self._terms[name] = self._made_term(name)
        return term

    def _made_term(self, name: str) -> Term:
        lists = [self._whoosh.parts(field, name) for field in self._fields[name]]
        entries, parts = lists[0] if len(lists) == 1 else _summed(lists)
        rarity = idf(len(entries), len(self.items))
        if len(entries) > MAX_POSTINGS:
            places = range(len(entries))  # of equal parts, the first entries stay first
            strongest = sorted(places, key=parts.__getitem__, reverse=True)[:MAX_POSTINGS]
            strongest.sort()
            entries = array("I", [entries[place] for place in strongest])
            parts = [parts[place] for place in strongest]
        return Term(idf=rarity, entries=entries, parts=array("I", parts))


def _summed(lists: list[Parts]) -> Parts:
    """Entries of any of the lists, rising, with the sum of their parts."""
    longest, *others = sorted(lists, key=lambda each: -len(each[0]))
    sums = dict(zip(*longest, strict=True))
    for each in others:
        for entry, part in zip(*each, strict=True):
            sums[entry] = sums.get(entry, 0) + part
    entries = sorted(sums)
    return array("I", entries), [sums[entry] for entry in entries]


def _fields_of_terms(index: MemoryIndex) -> dict[str, tuple[str, ...]]:
    """Every term with the fields that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    for field in FIELD_WEIGHTS:
        for term in index.terms(field):
            found[term] = (*found.get(term, ()), field)
    return found
