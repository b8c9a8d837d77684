"""Entries that may already answer a question, by the site's own ranking."""

from dataclasses import dataclass

from caridulu.editor.workspace import Snapshot
from caridulu.search.index.fields import Item
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

SHOWN = 4


@dataclass(frozen=True)
class Similar:
    id: str
    question: str
    answer: str
    status: str


def similar_of(item: Item, snapshot: Snapshot) -> Similar:
    return Similar(item.id, item.question, item.answer, snapshot.entries[item.id].status.value)


@dataclass(frozen=True)
class SimilarEntries:
    """The nearest entries, and whether the best one answers the question."""

    outcome: str
    hits: tuple[Similar, ...]


NOTHING_SIMILAR = SimilarEntries(Outcome.NOTHING.value, ())


def similar_entries(
    snapshot: Snapshot, question: str, *, besides: str = "", limit: int = SHOWN
) -> SimilarEntries:
    """Finds the entries nearest to a question, without the entry that asks it."""
    if not question.strip():
        return NOTHING_SIMILAR
    result = search(snapshot.index, question, limit=limit + 1, cut=not besides)
    if result.outcome is Outcome.NOTHING:
        return NOTHING_SIMILAR
    found = [snapshot.index.items[hit.entry] for hit in result.hits]
    hits = [similar_of(item, snapshot) for item in found if item.id != besides]
    first_is_other = bool(found) and found[0].id != besides
    outcome = result.outcome if first_is_other else Outcome.WEAK
    return SimilarEntries(outcome.value, tuple(hits[:limit]))
