"""What is indexed, as Whoosh's own search sees it."""

from collections import Counter

from whoosh.query import Or, Term

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.weighting import FIELD_WEIGHTS


def test_whoosh_finds_and_scores_as_the_index_says(real_index: SearchIndex) -> None:
    names = ("inflasi", "harga", "konsultasi", "gratis")
    found = real_index.searcher.search(
        Or([Term(field, name) for name in names for field in FIELD_WEIGHTS]),
        limit=len(real_index.items),
    )
    scores: Counter[int] = Counter()
    for name in names:
        for entry in range(len(real_index.items)):
            parts = Counter(real_index.field_parts(name, entry))
            parts.pop("rounding", None)
            scores.update({entry: parts.total()} if parts else {})
    assert {entry: score for score, entry in found.top_n} == scores
    assert len(scores) > 20


def test_parts_of_the_fields_add_up_to_the_part(real_index: SearchIndex) -> None:
    term = real_index.term("inflasi")
    assert term
    for entry, part in zip(term.entries, term.parts, strict=True):
        assert sum(real_index.field_parts("inflasi", entry).values()) == part
