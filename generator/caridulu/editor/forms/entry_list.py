"""The list of entries: searched by the real ranking, filtered by category and status."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from caridulu.editor.workspace import Row, Snapshot
from caridulu.knowledge import Status, fold
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import Correction, search

ON_PAGE = 100
FOUND = 20  # hits of a search: nobody reads on
OVERDUE, WRONG = "lewat", "masalah"


@dataclass(frozen=True)
class Filter:
    """What the officer asked for."""

    query: str = ""
    category: str = ""
    status: str = ""
    page: int = 1


@dataclass(frozen=True)
class Listing:
    """One page of rows, and how many there are by status."""

    rows: tuple[Row, ...]
    total: int
    pages: int
    counts: Mapping[str, int]
    outcome: Outcome | None = None  # of a search
    corrections: tuple[Correction, ...] = ()


def filter_of(query: Mapping[str, str]) -> Filter:
    """The filter in the address of the list."""
    page = query.get("hal", "1")
    return Filter(
        query=query.get("q", "").strip(),
        category=query.get("kategori", ""),
        status=query.get("status", ""),
        page=int(page) if page.isdecimal() and 0 < int(page) < 10_000 else 1,
    )


def listing(snapshot: Snapshot, wanted: Filter) -> Listing:
    """The rows that fit."""
    outcome: Outcome | None = None
    corrections: tuple[Correction, ...] = ()
    rows: Iterable[Row] = snapshot.rows
    if wanted.query:
        result = search(snapshot.index, wanted.query, limit=FOUND)
        outcome, corrections = result.outcome, result.corrections
        rows = _found(snapshot, [snapshot.index.items[hit.entry].id for hit in result.hits], wanted)
    fits = STATES.get(wanted.status, _has_status(wanted.status))
    fitting = [
        row for row in rows if wanted.category in ("", row.category) and fits(row, snapshot.today)
    ]
    first = (wanted.page - 1) * ON_PAGE
    return Listing(
        rows=tuple(fitting[first : first + ON_PAGE]),
        total=len(fitting),
        pages=max(1, -(-len(fitting) // ON_PAGE)),
        counts=counts(snapshot),
        outcome=outcome,
        corrections=corrections,
    )


def _found(snapshot: Snapshot, ids: list[str], wanted: Filter) -> list[Row]:
    """The hits in their order, then what the index does not hold but says the same words."""
    by_id = {row.id: row for row in snapshot.rows}
    words = fold(wanted.query)
    literal = (row for row in snapshot.rows if words in fold(row.question) or words == row.id)
    return list(dict.fromkeys([*(by_id[one] for one in ids if one in by_id), *literal]))


def counts(snapshot: Snapshot) -> dict[str, int]:
    """How many entries are in each state of the filter."""
    states = {"": _any, **{status.value: _has_status(status.value) for status in Status}, **STATES}
    return {
        name: sum(fits(row, snapshot.today) for row in snapshot.rows)
        for name, fits in states.items()
    }


def _any(_row: Row, _today: dt.date) -> bool:
    return True


def _has_status(status: str) -> Callable[[Row, dt.date], bool]:
    return lambda row, _today: status in ("", row.status)


def _is_overdue(row: Row, today: dt.date) -> bool:
    public = row.status == Status.PUBLISHED.value
    return public and row.review_by is not None and row.review_by < today


def _is_wrong(row: Row, _today: dt.date) -> bool:
    return row.problems > 0


STATES: dict[str, Callable[[Row, dt.date], bool]] = {OVERDUE: _is_overdue, WRONG: _is_wrong}
