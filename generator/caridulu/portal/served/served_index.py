"""Searches the portal's entries in a tantivy index.

places       names of places choose offices, and become marks
reading      the search reads the question with the terms' rarities alone
candidates   tantivy finds the entries that hold most of what was read, among all and among theirs
result       the search answers the question over these, with its own scores
"""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from caridulu.portal.served import index_folder
from caridulu.portal.served.held_by import Answer, Held, Shown, answer_of
from caridulu.portal.served.place_reading import PlaceReading
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.analysis.real_words import real_terms
from caridulu.search.index.search_index import SearchIndex, Term
from caridulu.search.index.vocabulary import Vocabulary
from caridulu.search.index.weighting import idf
from caridulu.search.parameters import MAX_TEXT, WHOLE
from caridulu.search.query.query_words import QueryWord
from caridulu.search.query.ranking import search
from caridulu.search.query.result import Result

CANDIDATES = 60
# A term of more than every fourth entry tells few apart, and reading where it stands would cost
# most of the time at a million entries (tests/benchmarks/portal_served.py). Small indexes read all.
COMMON_SHARE, FEW_ENTRIES = 4, 20_000
PAIR_WEIGHT = 0.5  # of a pair of neighbours beside a word
REMEMBERED = 200_000  # rarities


@dataclass(frozen=True)
class Shared:
    """A hit as most offices have it; ``note`` says how many, and to which it leads."""

    shown: Shown
    note: str


@dataclass(frozen=True)
class Found:
    result: Result  # of the search
    view: SearchIndex  # of the index, that it was found in
    hits: tuple[Shared, ...]  # as most offices have them
    answers: tuple[Answer, ...]  # the same, each as the office has it to which it leads
    named: tuple[int, ...]  # numbers of offices that the question names
    preferred: int | None  # number of the office that was put first


@dataclass(frozen=True)
class _Candidate:
    number: int
    parts: bytes
    kept: Any

    def text(self, name: str) -> str:
        """Reads what is kept of the entry under a name."""
        return bytes(self.kept.get_first(name)).decode()

    def shared(self) -> Shared:
        """Reads the entry as most offices have it."""
        shown = Shown(self.text("id"), self.text("title"), self.text("snippet"))
        return Shared(shown, self.text("note"))

    @cached_property
    def held(self) -> Held:
        return Held.read(self.text("held"))

    def own(self, offices: Sequence[int]) -> dict[int, Shown]:
        """Reads what some offices say themselves."""
        text, found = self.text("own") if offices else "", {}
        for office in offices:
            _, is_there, rest = text.partition(f"\n{office}\t")
            if is_there:
                found[office] = Shown(*json.loads(rest.partition("\n")[0]))
        return found

    def part(self, key: bytes) -> int:
        """Returns a term's part, 0 if the entry lacks it; most terms of an entry are never read."""
        start = self.parts.find(key)
        if start < 0:
            return 0
        start += len(key)
        return int(self.parts[start : self.parts.index(b" ", start)])


class ServedIndex:
    """Answers questions from a folder; asking changes nothing, so threads may share it."""

    def __init__(self, folder: Path) -> None:
        self._library = index_folder.tantivy()
        self.tables = index_folder.read_tables(folder)
        self.offices = self.tables.offices["offices"]
        self._numbers = {row["id"]: number for number, row in enumerate(self.offices)}
        self._schema = index_folder.schema(self._library)
        try:
            self._searcher = self._library.Index.open(str(folder / index_folder.TERMS)).searcher()
        except (OSError, ValueError) as error:
            raise index_folder.IndexFolderError("damaged_index", path=folder) from error
        self.vocabulary = Vocabulary(self.tables.words)
        self.frequency = lru_cache(maxsize=REMEMBERED)(self._frequency)
        analyzer = Analyzer()
        self.query_analyzer = analyzer.narrowed(lambda name: self.frequency(name) > 0)
        self.places = PlaceReading(
            self.tables.offices, lambda word: analyzer.term(" ".join(analyzer.words(word)))
        )
        self.search("apa itu indeks")  # lists of words are read now, not while the first one waits

    def search(self, query: str, *, office: str = "", limit: int = 10) -> Found:
        """Finds the best answers to a question, as ``portal/browser/portal_search.js`` does.

        ``office`` is the id of the one that the visitor has put first.
        """
        places = self.places.read(query[:MAX_TEXT])
        preferred = self._numbers.get(office)
        own = () if preferred is None else (preferred,)
        first = places.named or own
        read = search(_View(self, ()), places.marked, limit=limit)
        candidates = self._candidates([*read.words], [*read.pairs, *read.frame], first)
        view = _View(self, candidates)
        held = {one.number for one in candidates if any(map(one.held.by, first))}
        result = search(view, places.marked, limit=limit, among=held if first else None)
        by_number = {one.number: one for one in candidates}
        found = [by_number[hit.entry] for hit in result.hits]
        hits = [one.shared() for one in found]
        chosen = tuple(dict.fromkeys((*places.named, *own)))
        answers = (
            answer_of(hit.shown, hit.note, one.held, chosen, one.own(chosen))
            for hit, one in zip(hits, found, strict=True)
        )
        return Found(result, view, tuple(hits), tuple(answers), places.named, preferred)

    def _frequency(self, name: str) -> int:
        """Returns how many entries hold a term."""
        return int(self._searcher.doc_freq("terms", index_folder.written(name)))

    def _candidates(
        self, words: Sequence[QueryWord], pairs: Sequence[QueryWord], offices: Sequence[int]
    ) -> tuple[_Candidate, ...]:
        query, occur = self._library.Query, self._library.Occur
        common = max(FEW_ENTRIES, self.tables.count // COMMON_SHARE)
        wanted = self._term_queries(words, pairs, common)
        wanted = wanted or self._term_queries(words, pairs, self.tables.count)
        if not wanted:
            return ()
        asked = query.boolean_query([(occur.Should, one) for one in wanted])
        found = self._best(asked)
        if offices:
            terms = [query.term_query(self._schema, "offices", str(n), "basic") for n in offices]
            theirs = query.const_score_query(
                query.boolean_query([(occur.Should, one) for one in terms]), 0.0
            )
            found |= self._best(query.boolean_query([(occur.Must, asked), (occur.Must, theirs)]))
        return tuple(found[number] for number in sorted(found))

    def _best(self, asked: Any) -> dict[int, _Candidate]:
        """Returns the entries that hold most of what is asked, by number."""
        hits = self._searcher.search(asked, CANDIDATES, count=False).hits
        found = (self._candidate(address) for _, address in hits)
        return {one.number: one for one in found}

    def _term_queries(
        self, words: Sequence[QueryWord], pairs: Sequence[QueryWord], common: int
    ) -> list[Any]:
        """Asks for the terms of each word, and pair, that no more than ``common`` entries hold."""
        query, wanted = self._library.Query, []
        weighed = [*((word, 1.0) for word in words), *((pair, PAIR_WEIGHT) for pair in pairs)]
        for word, weight in weighed:
            terms = [
                query.boost_query(
                    query.term_query(self._schema, "terms", index_folder.written(one.name), "freq"),
                    weight * one.weight / WHOLE,
                )
                for one in word.candidates
                if self.frequency(one.name) <= common
            ]
            if terms:
                wanted.append(query.disjunction_max_query(terms))
        return wanted

    def _candidate(self, address: Any) -> _Candidate:
        kept = self._searcher.doc(address)
        number, parts = int(kept.get_first("number")), bytes(kept.get_first("parts"))
        return _Candidate(number, parts, kept)


class _View(SearchIndex):
    """What a search sees of the index: all terms with their rarities, in some entries alone."""

    def __init__(self, served: ServedIndex, candidates: Sequence[_Candidate]) -> None:
        tables = served.tables
        self.query_analyzer, self.vocabulary = served.query_analyzer, served.vocabulary
        self.place_terms = tables.places
        self.first_referral, self.phrased_step = tables.first_referral, tables.phrased_step
        self.unknown_idf = idf(1, tables.count)
        self.real_terms = real_terms() | tables.gaps  # asked only for what is no term
        self._served, self._candidates = served, candidates
        self._terms = {}

    def _term(self, name: str) -> Term:
        key = f" {index_folder.written(name)}=".encode()
        held = [(one.number, part) for one in self._candidates if (part := one.part(key))]
        return Term(
            idf=idf(self._served.frequency(name), self._served.tables.count),
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
