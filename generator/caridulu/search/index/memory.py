"""A Whoosh index in memory whose postings are kept in the order in which they come.

Whoosh's writer sorts every posting and packs it into blocks, as files need it; an index that is
read once, in the process that made it, needs neither. Documents come in order, so every list is
sorted. Lengths are as exact as in Whoosh's files, which keep a length in a byte: both give equal
scores.

    field -> term -> documents 0 2 7 ...
                     weights   1 3 1 ...
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from whoosh.codec.memory import (
    MemoryCodec,
    MemPerDocReader,
    MemSegment,
    MemTermsReader,
    MemWriter,
)
from whoosh.fields import Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.matching import ListMatcher
from whoosh.searching import Searcher
from whoosh.util.numeric import byte_to_length, length_to_byte


@dataclass(frozen=True, slots=True)
class Postings:
    """Documents that hold a term, rising, and its weight in each."""

    documents: "array[int]" = field(default_factory=lambda: array("I"))
    weights: "array[int]" = field(default_factory=lambda: array("I"))


NOTHING: Mapping[str, Any] = {}  # stored of a document
Lists = dict[str, dict[str, Postings]]


class _Storage(RamStorage):  # type: ignore[misc]  # Whoosh has no types
    def temp_storage(self, name: str | None = None) -> RamStorage:
        return RamStorage()


class _Writer(MemWriter):  # type: ignore[misc]
    """Takes counted terms without what other fields need: boosts, vectors, stored values."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.lists: Lists = {}
        self.lengths: dict[str, dict[int, int]] = {}

    def add_document(self, **fields: Mapping[str, int]) -> None:
        number = self.docnum
        self.newsegment._stored[number] = NOTHING
        for name, counts in fields.items():
            self.lengths.setdefault(name, {})[number] = sum(counts.values())
            terms = self.lists.setdefault(name, {})
            for term, count in counts.items():
                postings = terms.get(term)
                if postings is None:
                    postings = terms[term] = Postings()
                postings.documents.append(number)
                postings.weights.append(count)
        self.docnum += 1

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        self.newsegment._invindex = self.lists
        self.newsegment._lengths = self.lengths


class _DocumentReader(MemPerDocReader):  # type: ignore[misc]
    def field_length(self, name: str) -> int:
        return sum(self._segment._lengths.get(name, {}).values())

    def doc_field_length(self, document: int, name: str, default: int = 0) -> int:
        exact = self._segment._lengths.get(name, {}).get(document)
        return default if exact is None else byte_to_length(length_to_byte(exact))

    def deleted_docs(self) -> Iterable[int]:
        return ()


class _TermsReader(MemTermsReader):  # type: ignore[misc]
    def matcher(self, name: str, term: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        postings = self._invindex[name][term.decode("utf-8")]
        return ListMatcher(postings.documents, postings.weights, format=format_, scorer=scorer)


class _Codec(MemoryCodec):  # type: ignore[misc]
    def __init__(self) -> None:
        self.storage = _Storage()
        self.segment = MemSegment(self, "index")

    def writer(self, schema: Schema) -> _Writer:
        index = self.storage.create_index(schema)
        return _Writer(index, _lk=False, codec=self, docbase=0)

    def per_document_reader(self, storage: RamStorage, segment: MemSegment) -> _DocumentReader:
        return _DocumentReader(storage, segment)

    def terms_reader(self, storage: RamStorage, segment: MemSegment) -> _TermsReader:
        return _TermsReader(storage, segment)


class MemoryIndex:
    """Documents indexed by Whoosh; a document's number is its place in the input."""

    def __init__(
        self, schema: Schema, documents: Iterable[Mapping[str, Mapping[str, int]]], weighting: Any
    ) -> None:
        codec = _Codec()
        writer = codec.writer(schema)
        for fields in documents:
            writer.add_document(**fields)
        writer.commit()
        self.searcher = Searcher(codec.reader(schema), weighting=weighting)
        self._lists: Lists = codec.segment._invindex
        codec.segment = None  # which knows its codec: an index in a circle would outlive its use

    def terms(self, name: str) -> Iterator[str]:
        """The terms of a field, as they came."""
        return iter(self._lists.get(name, ()))

    def parts(self, name: str, term: str) -> tuple["array[int]", list[int]]:
        """The documents that hold a term in a field, rising, and the weighting's score in each."""
        postings = self._lists[name][term]
        scorer = self.searcher.weighting.scorer(self.searcher, name, term, 1)
        return postings.documents, scorer.parts(postings)
