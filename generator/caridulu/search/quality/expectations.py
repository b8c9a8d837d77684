"""Each entry's own tests: its question and aliases must find it, its ``not_for`` must not."""

from collections.abc import Iterator
from pathlib import Path

from caridulu.knowledge import Entry, KnowledgeBase, Location, Problem
from caridulu.knowledge.problem import finding
from caridulu.messages import message
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

TOP = 3


def unmet_expectations(
    index: SearchIndex, knowledge: KnowledgeBase, root: Path
) -> tuple[Problem, ...]:
    """Finds the entries that their own words do not find; ``root`` is the project's folder."""
    return tuple(problem for entry in knowledge.published for problem in _unmet(index, entry, root))


def _unmet(index: SearchIndex, entry: Entry, root: Path) -> Iterator[Problem]:
    for query in (entry.question, *entry.aliases):
        found = [index.items[hit.entry].id for hit in search(index, query, limit=TOP).hits]
        if entry.id not in found:
            yield finding(
                locate(root, entry, query),
                "search.not_found_by_own_words",
                query=query,
                top=TOP,
                found=", ".join(found) or message("search.nothing_found"),
            )
    for query in entry.not_for:
        result = search(index, query, limit=1)
        first = [index.items[hit.entry].id for hit in result.hits]
        if first == [entry.id] and result.outcome is Outcome.ANSWERED:
            yield finding(locate(root, entry, query), "search.found_by_not_for", query=query)


def locate(root: Path, entry: Entry, phrase: str) -> Location:
    """Finds a phrase in the entry's file; its first line if it was built from references."""
    path = f"kb/{entry.category}/{entry.id}.yml"
    lines = (root / path).read_text(encoding="utf-8-sig").splitlines()
    places = ((n, line.find(phrase)) for n, line in enumerate(lines, 1))
    return next(
        (Location(path, number, column + 1) for number, column in places if column >= 0),
        Location(path, 1, 1),
    )
