"""Lists of entries, all or those of the queue: searched by the real ranking, filtered, by pages."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from caridulu.editor.workspace import EntryRow, Snapshot
from caridulu.knowledge import Status, fold_phrase
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search
from caridulu.search.query.result import Correction, Result

ON_PAGE = 100
FOUND = 20  # hits of a search: nobody reads on
OVERDUE, WRONG = "lewat", "masalah"
STATES = ("", *(status.value for status in Status), OVERDUE, WRONG)
IMPORTED, PROPOSED, PACKAGE = "impor", "usulan", "paket"
QUEUED = ("", Status.REVIEW.value, IMPORTED, Status.DRAFT.value, PROPOSED, PACKAGE, WRONG)

StatesOf = Callable[[EntryRow], set[str]]  # of the filter; all rows are in the empty one


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


def all_entries(snapshot: Snapshot, wanted: Filter) -> Listing:
    """Lists the entries that a filter wants."""

    def states_of(row: EntryRow) -> set[str]:
        return {row.status, *([OVERDUE] if is_overdue(row, snapshot.today) else [])}

    return _listing(snapshot, snapshot.rows, wanted, states_of, STATES)


def queued(snapshot: Snapshot, wanted: Filter) -> Listing:
    """Lists what a filter wants of the queue, in reading order, by the state in which it waits."""
    return _listing(snapshot, snapshot.queue, wanted, lambda row: {_waits_as(row)}, QUEUED)


def _waits_as(row: EntryRow) -> str:
    if row.is_proposed or row.is_behind:
        return PROPOSED if row.is_proposed else PACKAGE
    is_raw = row.is_imported and row.status == Status.DRAFT.value
    return IMPORTED if is_raw else row.status


def _listing(
    snapshot: Snapshot,
    rows: Sequence[EntryRow],
    wanted: Filter,
    states_of: StatesOf,
    names: Sequence[str],
) -> Listing:
    states = {row: {"", *states_of(row), *([WRONG] if row.problems else [])} for row in rows}
    fitting = [
        row
        for row in rows
        if wanted.category in ("", row.category) and wanted.status in states[row]
    ]
    outcome: Outcome | None = None
    corrections: tuple[Correction, ...] = ()
    if wanted.query:
        result = search(snapshot.index, wanted.query, limit=FOUND)
        outcome, corrections = result.outcome, result.corrections
        fitting = _matching_rows(snapshot, fitting, wanted, result)
    first = (wanted.page - 1) * ON_PAGE
    counts = Counter(state for row in rows for state in states[row])
    return Listing(
        rows=tuple(fitting[first : first + ON_PAGE]),
        total=len(fitting),
        pages=max(1, -(-len(fitting) // ON_PAGE)),
        counts={name: counts[name] for name in names},
        outcome=outcome,
        corrections=corrections,
    )


def _matching_rows(
    snapshot: Snapshot, rows: Sequence[EntryRow], wanted: Filter, result: Result
) -> list[EntryRow]:
    """Lists the hits in their order, then entries that only say the same words."""
    by_id = {row.id: row for row in rows if not row.is_service}
    if len(rows) < len(snapshot.rows):  # the best of these may be far from the best of all
        every = len(snapshot.index.items)
        result = search(snapshot.index, wanted.query, limit=every, cut=False)
    ids = (snapshot.index.items[hit.entry].id for hit in result.hits)
    best = [by_id[one] for one in ids if one in by_id]
    words = fold_phrase(wanted.query)
    literal = (row for row in rows if words in fold_phrase(row.question) or words == row.id)
    return list(dict.fromkeys([*best[:FOUND], *literal]))


def is_overdue(row: EntryRow, today: dt.date) -> bool:
    """Tells whether a public entry should have been reviewed by now."""
    is_public = row.status == Status.PUBLISHED.value
    return is_public and row.review_by is not None and row.review_by < today
