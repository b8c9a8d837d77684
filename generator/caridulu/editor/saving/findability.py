"""Findability of an entry: searches for its own phrases with the real ranking."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from caridulu.editor.fields.remarks import Level, Remark
from caridulu.editor.workspace import Snapshot
from caridulu.knowledge import Entry, KnowledgeBase, Location, Status
from caridulu.messages import Language
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import SampleSearch, sample_searches
from caridulu.search.quality.own_report import Competition, competitors


@dataclass(frozen=True)
class Findability:
    """What ``caridulu evaluate`` says of a public entry."""

    searched: int  # its aliases
    lost: tuple[str, ...]  # those that do not find it first when they are left out
    competition: Competition | None  # what competes with it most for its own words


def traces(knowledge: KnowledgeBase, entry: Entry) -> tuple[SampleSearch, ...]:
    """Searches for the entry's own phrases, as if the entry were public."""
    others = [other for other in knowledge.entries if other.id != entry.id]
    now = {"status": Status.PUBLISHED, "publish_on": None, "hide_after": None}
    public = entry.model_copy(update=now)
    index = SearchIndex.of_knowledge(replace(knowledge, entries=(*others, public)))
    return tuple(sample_searches(index, entry))


def complaints(
    found: Iterable[SampleSearch], language: Language, *, is_public: bool
) -> Iterator[Remark]:
    """Yields what ``caridulu check`` says about phrases that do not find their entry."""
    level = Level.ASKED if is_public else Level.NOTE
    for trace in found:
        if not trace.fulfilled:
            sentence = trace.problem(Location(""), language).sentence(language)
            yield Remark(trace.loc, sentence, level)


def findability_of(snapshot: Snapshot, entry_id: str) -> Findability | None:
    """Measures a public entry as it is saved; None if there is no such entry.

    Takes seconds the first time after a change: ten indexes are made.
    """
    knowledge = snapshot.knowledge
    public = knowledge.published if knowledge else ()
    entry = next((one for one in public if one.id == entry_id), None)
    if entry is None or knowledge is None:
        return None
    own = [one for one in snapshot.held_out if one.entry == entry_id]
    phrases = [(entry_id, text) for text in (entry.question, *entry.all_aliases)]
    competing = competitors(SearchIndex.of_knowledge(knowledge), phrases)
    lost = tuple(one.phrase for one in own if one.place != 1)
    return Findability(len(own), lost, next(iter(competing), None))
