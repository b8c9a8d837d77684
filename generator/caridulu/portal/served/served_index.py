"""A query -> its result, over entries that lie in a tantivy index.

reading      the search reads the query with the terms' rarities alone
candidates   tantivy finds the entries that hold most of what was read
result       the search answers the query over these, with its own scores
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from caridulu.portal.served.index_folder import (
    SHOWN,
    TERMS,
    read_reading,
    schema,
    tantivy,
    written,
)
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.analysis.real_words import real_terms
from caridulu.search.index.search_index import SearchIndex, Term
from caridulu.search.index.vocabulary import Vocabulary
from caridulu.search.index.weighting import idf
from caridulu.search.parameters import WHOLE
from caridulu.search.query.query_words import QueryWord
from caridulu.search.query.ranking import search
from caridulu.search.query.result import Result

CANDIDATES = 60
PAIR_WEIGHT = 0.5  # of a pair of neighbours beside a word
REMEMBERED = 200_000  # rarities


@dataclass(frozen=True)
class Shown:
    """What is shown of an entry."""

    id: str
    title: str
    snippet: str
    note: str


@dataclass(frozen=True)
class Found:
    """A result, the index view that it was found in, and what is shown of its hits."""

    result: Result
    view: SearchIndex
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class _Candidate:
    number: int
    parts: bytes
    kept: Any

    def shown(self) -> Shown:
        """Reads what is shown of the entry."""
        return Shown(*(bytes(self.kept.get_first(name)).decode() for name in SHOWN))

    def part(self, key: bytes) -> int:
        """Returns a term's part, 0 if the entry lacks it; most terms of an entry are never read."""
        start = self.parts.find(key)
        if start < 0:
            return 0
        start += len(key)
        return int(self.parts[start : self.parts.index(b" ", start)])


class ServedIndex:
    """Answers queries from a folder; asking changes nothing, so threads may share it.

    Raises:
        ValueError: the folder holds no index of this version.
    """

    def __init__(self, folder: Path) -> None:
        self._library = tantivy()
        self.reading = read_reading(folder)
        self._schema = schema(self._library)
        self._searcher = self._library.Index.open(str(folder / TERMS)).searcher()
        self.vocabulary = Vocabulary(self.reading.words)
        self.frequency = lru_cache(maxsize=REMEMBERED)(self._frequency)
        self.query_reading = Analyzer().narrowed(lambda name: self.frequency(name) > 0)
        self.search("apa itu indeks")  # lists of words are read now, not while the first one waits

    def search(self, query: str, *, limit: int = 10) -> Found:
        """Finds the best entries for a query, as ``search.query.ranking.search`` does."""
        read = search(_View(self, ()), query, limit=limit)
        candidates = self._candidates([*read.words], [*read.pairs, *read.frame])
        view = _View(self, candidates)
        result = search(view, query, limit=limit)
        by_number = {one.number: one for one in candidates}
        return Found(result, view, tuple(by_number[hit.entry].shown() for hit in result.hits))

    def _frequency(self, name: str) -> int:
        """Returns how many entries hold a term."""
        return int(self._searcher.doc_freq("terms", written(name)))

    def _candidates(
        self, words: Sequence[QueryWord], pairs: Sequence[QueryWord]
    ) -> tuple[_Candidate, ...]:
        query, occur = self._library.Query, self._library.Occur
        wanted = [self._any_of(word, 1.0) for word in words if word.candidates]
        wanted += [self._any_of(pair, PAIR_WEIGHT) for pair in pairs if pair.candidates]
        if not wanted:
            return ()
        asked = query.boolean_query([(occur.Should, one) for one in wanted])
        hits = self._searcher.search(asked, CANDIDATES, count=False).hits
        found = [self._candidate(address) for _, address in hits]
        return tuple(sorted(found, key=lambda one: one.number))

    def _any_of(self, word: QueryWord, weight: float) -> Any:
        query = self._library.Query
        terms = [
            query.boost_query(
                query.term_query(self._schema, "terms", written(one.name), "freq"),
                weight * one.weight / WHOLE,
            )
            for one in word.candidates
        ]
        return query.disjunction_max_query(terms)

    def _candidate(self, address: Any) -> _Candidate:
        kept = self._searcher.doc(address)
        number, parts = int(kept.get_first("number")), bytes(kept.get_first("parts"))
        return _Candidate(number, parts, kept)


class _View(SearchIndex):
    """What a search sees of the index: all terms with their rarities, in some entries alone."""

    def __init__(self, served: ServedIndex, candidates: Sequence[_Candidate]) -> None:
        reading = served.reading
        self.reading, self.vocabulary = served.query_reading, served.vocabulary
        self.gaps, self.place_terms = reading.gaps, reading.places
        self.first_referral = reading.first_referral
        self.unknown_idf = idf(1, reading.count)
        self.real_terms = real_terms()  # asked only for what is no term
        self._served, self._candidates = served, candidates
        self._terms = {}

    def _term(self, name: str) -> Term:
        key = f" {written(name)}=".encode()
        held = [(one.number, part) for one in self._candidates if (part := one.part(key))]
        return Term(
            idf=idf(self._served.frequency(name), self._served.reading.count),
            entries=array("I", [number for number, _ in held]),
            parts=array("I", [part for _, part in held]),
        )

    def term(self, name: str) -> Term | None:
        """Returns a term with its entries among the candidates, or None if no entry has it."""
        if not self._served.frequency(name):
            return None
        if name not in self._terms:
            self._terms[name] = self._term(name)
        return self._terms[name]
