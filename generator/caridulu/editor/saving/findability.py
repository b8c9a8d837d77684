"""How people find an entry: its own sample queries against the real ranking."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from caridulu.editor.fields.remarks import Level, Remark
from caridulu.knowledge import Entry, KnowledgeBase, Status
from caridulu.knowledge.yaml.checked import Loc
from caridulu.messages import Language, message
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import TOP
from caridulu.search.query.outcome import Outcome
from caridulu.search.query.ranking import search

SHOWN = 5


@dataclass(frozen=True)
class Trace:
    """One sample query and where it leads; ``place`` counts from 1, None if not found."""

    query: str
    loc: Loc
    wanted: bool  # False for a query that the entry must not answer
    place: int | None
    first: str  # question of the first hit
    fulfilled: bool
    found: tuple[str, ...]


def traces(knowledge: KnowledgeBase, entry: Entry) -> tuple[Trace, ...]:
    """Searches for the entry's question, aliases and ``not_for``, as if the entry were public."""
    others = [other for other in knowledge.entries if other.id != entry.id]
    public = entry.model_copy(update={"status": Status.PUBLISHED})
    index = SearchIndex.of_knowledge(replace(knowledge, entries=(*others, public)))
    return tuple(_traces(index, entry))


def _traces(index: SearchIndex, entry: Entry) -> Iterator[Trace]:
    yield _trace(index, entry, entry.question, ("question",), wanted=True)
    for n, alias in enumerate(entry.aliases):
        yield _trace(index, entry, alias, ("aliases", n), wanted=True)
    for n, phrase in enumerate(entry.not_for):
        yield _trace(index, entry, phrase, ("not_for", n), wanted=False)


def _trace(index: SearchIndex, entry: Entry, query: str, loc: Loc, *, wanted: bool) -> Trace:
    result = search(index, query, limit=SHOWN)
    found = [index.items[hit.entry] for hit in result.hits]
    ids = tuple(item.id for item in found)
    place = ids.index(entry.id) + 1 if entry.id in ids else None
    answers = place == 1 and result.outcome is Outcome.ANSWERED
    return Trace(
        query=query,
        loc=loc,
        wanted=wanted,
        place=place,
        first=found[0].question if found else "",
        fulfilled=(place is not None and place <= TOP) if wanted else not answers,
        found=ids[:TOP],
    )


def complaints(found: Iterable[Trace], language: Language, *, is_public: bool) -> Iterator[Remark]:
    """Yields what ``caridulu check`` says about queries that are not fulfilled."""
    level = Level.ASKED if is_public else Level.NOTE
    for trace in found:
        if not trace.fulfilled:
            yield Remark(trace.loc, _complaint(trace, language), level)


def _complaint(trace: Trace, language: Language) -> str:
    if not trace.wanted:
        return message("search.found_by_not_for", language, query=trace.query)
    return message(
        "search.not_found_by_own_words",
        language,
        query=trace.query,
        top=TOP,
        found=", ".join(trace.found) or message("search.nothing_found", language),
    )
