"""Counted terms -> postings in memory, read through Whoosh's own interface for readers.

Whoosh's writer sorts every posting and packs it into blocks, as files need it. An index that is
read once, in the process that made it, needs neither, and costs an eighth without.

    field -> term -> document, count, document, count ...    0 1  2 3  7 1
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from whoosh.fields import Schema
from whoosh.matching import ListMatcher
from whoosh.reading import IndexReader
from whoosh.util.numeric import byte_to_length, length_to_byte


class MemoryReader(IndexReader):  # type: ignore[misc]  # Whoosh has no types
    """Postings of documents that are given as counted terms; a document's number is its place."""

    def __init__(
        self, schema: Schema, documents: Iterable[Mapping[str, Mapping[str, int]]]
    ) -> None:
        self.schema = schema
        self._fields: dict[str, dict[str, array[int]]] = {name: {} for name in schema.names()}
        self._lengths: dict[tuple[str, int], int] = {}
        self._totals: Counter[str] = Counter()
        self._count = 0
        for document in documents:
            for name, counts in document.items():
                self._add(name, counts)
            self._count += 1

    def _add(self, name: str, counts: Mapping[str, int]) -> None:
        terms, number = self._fields[name], self._count
        for term, count in counts.items():
            if term in terms:
                terms[term].extend((number, count))
            else:
                terms[term] = array("I", (number, count))
        length = sum(counts.values())
        self._totals[name] += length
        self._lengths[name, number] = rounded_length(length)

    def __contains__(self, term: tuple[str, str | bytes]) -> bool:
        return _text(term[1]) in self._fields[term[0]]

    def lexicon(self, name: str) -> Iterator[str]:
        """Yields the terms of a field, as they came."""
        return iter(self._fields[name])

    def counts(self, name: str, term: str) -> Iterator[tuple[int, int]]:
        """Yields the documents that hold a term, rising, each with its count."""
        found = self._fields[name][term]
        return zip(found[::2], found[1::2], strict=True)

    def postings(self, name: str, term: str | bytes, scorer: object = None) -> ListMatcher:
        """Returns a matcher over the documents that hold a term, each with its count."""
        found = self._fields[name][_text(term)]
        format_ = self.schema[name].format
        return ListMatcher(found[::2], found[1::2], format=format_, scorer=scorer)

    def doc_count_all(self) -> int:
        return self._count

    doc_count = doc_count_all  # nothing is ever deleted: an index is made anew

    def field_length(self, name: str) -> int:
        """Returns the number of tokens of a field in all documents."""
        return self._totals[name]

    def doc_field_length(self, document: int, name: str, default: int = 0) -> int:
        """Returns the number of tokens of a field in a document, rounded as in Whoosh's files."""
        return self._lengths.get((name, document), default)


def rounded_length(length: int) -> int:
    """Rounds a length as Whoosh's files do, which keep it in a byte: both give equal scores."""
    return int(byte_to_length(length_to_byte(length)))


def _text(term: str | bytes) -> str:
    return term.decode("utf-8") if isinstance(term, bytes) else term
