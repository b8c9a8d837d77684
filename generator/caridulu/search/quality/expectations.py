"""Each entry's own tests: its question and aliases must find it, its ``not_for`` must not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from caridulu.knowledge import Entry, KnowledgeBase, Location, Problem
from caridulu.knowledge.problem import finding
from caridulu.messages import Language, message
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

TOP = 3
SHOWN = 5


@dataclass(frozen=True)
class SampleSearch:
    """One phrase of an entry, searched for.

    Attributes:
        query: the phrase.
        loc: where it stands in the entry: ``("aliases", 2)``.
        wanted: False for a phrase that the entry must not answer.
        place: of the entry among the hits, counted from 1; None if it is not found.
        first: the question of the first hit.
        found: ids of the first hits.
        fulfilled: whether the entry is found as wanted.
    """

    query: str
    loc: tuple[str | int, ...]
    wanted: bool
    place: int | None
    first: str
    found: tuple[str, ...]
    fulfilled: bool

    def problem(self, place: Location, language: Language = Language.ID) -> Problem:
        """Says that the expectation is not fulfilled."""
        if not self.wanted:
            return finding(place, "search.found_by_not_for", query=self.query)
        found = ", ".join(self.found) or message("search.nothing_found", language)
        key = "search.not_found_by_own_words"
        return finding(place, key, query=self.query, top=TOP, found=found)


def unmet_expectations(
    index: SearchIndex, knowledge: KnowledgeBase, root: Path
) -> tuple[Problem, ...]:
    """Finds the entries that their own words do not find; ``root`` is the project's folder."""
    return tuple(
        sample.problem(locate(root, entry, sample.query))
        for entry in knowledge.published
        for sample in sample_searches(index, entry)
        if not sample.fulfilled
    )


def sample_searches(index: SearchIndex, entry: Entry) -> Iterator[SampleSearch]:
    """Searches for an entry's question, aliases and ``not_for``."""
    yield _searched(index, entry, entry.question, ("question",), wanted=True)
    for number, alias in enumerate(entry.aliases):
        yield _searched(index, entry, alias, ("aliases", number), wanted=True)
    for number, phrase in enumerate(entry.not_for):
        yield _searched(index, entry, phrase, ("not_for", number), wanted=False)


def _searched(
    index: SearchIndex, entry: Entry, query: str, loc: tuple[str | int, ...], *, wanted: bool
) -> SampleSearch:
    result = search(index, query, limit=SHOWN)
    found = [index.items[hit.entry] for hit in result.hits]
    ids = tuple(item.id for item in found)
    place = ids.index(entry.id) + 1 if entry.id in ids else None
    answers = place == 1 and result.outcome is Outcome.ANSWERED
    fulfilled = (place is not None and place <= TOP) if wanted else not answers
    first = found[0].question if found else ""
    return SampleSearch(query, loc, wanted, place, first, ids[:TOP], fulfilled)


def locate(root: Path, entry: Entry, phrase: str) -> Location:
    """Finds a phrase in the entry's file; its first line if it was built from references."""
    path = f"kb/{entry.category}/{entry.id}.yml"
    lines = (root / path).read_text(encoding="utf-8-sig").splitlines()
    places = ((n, line.find(phrase)) for n, line in enumerate(lines, 1))
    return next(
        (Location(path, number, column + 1) for number, column in places if column >= 0),
        Location(path, 1, 1),
    )
