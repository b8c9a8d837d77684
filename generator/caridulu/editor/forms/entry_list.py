"""The list of entries: searched by the real ranking, filtered by category and status."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caridulu.editor.workspace import EntryRow, Snapshot
from caridulu.knowledge import Status, fold_phrase
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search
from caridulu.search.query.result import Correction

ON_PAGE = 100
FOUND = 20  # hits of a search: nobody reads on
OVERDUE, WRONG = "lewat", "masalah"
STATES = ("", *(status.value for status in Status), OVERDUE, WRONG)


@dataclass(frozen=True)
class Filter:
    query: str = ""
    category: str = ""
    status: str = ""
    page: int = 1


@dataclass(frozen=True)
class Listing:
    """One page of rows, and how many there are by status."""

    rows: tuple[EntryRow, ...]
    total: int
    pages: int
    counts: Mapping[str, int]
    outcome: Outcome | None = None  # of a search
    corrections: tuple[Correction, ...] = ()


def filter_of(query: Mapping[str, str]) -> Filter:
    page = query.get("hal", "1")
    return Filter(
        query=query.get("q", "").strip(),
        category=query.get("kategori", ""),
        status=query.get("status", ""),
        page=int(page) if page.isdecimal() and 0 < int(page) < 10_000 else 1,
    )


def listing(snapshot: Snapshot, wanted: Filter) -> Listing:
    outcome: Outcome | None = None
    corrections: tuple[Correction, ...] = ()
    rows: Iterable[EntryRow] = snapshot.rows
    if wanted.query:
        result = search(snapshot.index, wanted.query, limit=FOUND)
        outcome, corrections = result.outcome, result.corrections
        rows = _found(snapshot, [snapshot.index.items[hit.entry].id for hit in result.hits], wanted)
    fitting = [
        row
        for row in rows
        if wanted.category in ("", row.category) and wanted.status in _states(row, snapshot)
    ]
    first = (wanted.page - 1) * ON_PAGE
    counts = Counter(state for row in snapshot.rows for state in _states(row, snapshot))
    return Listing(
        rows=tuple(fitting[first : first + ON_PAGE]),
        total=len(fitting),
        pages=max(1, -(-len(fitting) // ON_PAGE)),
        counts={state: counts[state] for state in STATES},
        outcome=outcome,
        corrections=corrections,
    )


def _found(snapshot: Snapshot, ids: list[str], wanted: Filter) -> list[EntryRow]:
    """Lists the hits in their order, then entries that only say the same words."""
    by_id = {row.id: row for row in snapshot.rows}
    words = fold_phrase(wanted.query)
    literal = (
        row for row in snapshot.rows if words in fold_phrase(row.question) or words == row.id
    )
    return list(dict.fromkeys([*(by_id[one] for one in ids if one in by_id), *literal]))


def is_overdue(row: EntryRow, today: dt.date) -> bool:
    """Tells whether a public entry should have been reviewed by now."""
    is_public = row.status == Status.PUBLISHED.value
    return is_public and row.review_by is not None and row.review_by < today


def _states(row: EntryRow, snapshot: Snapshot) -> set[str]:
    """Lists the states of the filter that a row is in; all rows are in the empty one."""
    states = {"", row.status}
    if is_overdue(row, snapshot.today):
        states.add(OVERDUE)
    if row.problems:
        states.add(WRONG)
    return states
