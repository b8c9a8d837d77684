"""How people find an entry: its own sample queries against the real ranking."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from caridulu.editor.fields.remarks import Level, Remark
from caridulu.knowledge import Entry, KnowledgeBase, Location, Status
from caridulu.messages import Language
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import SampleSearch, sample_searches


def traces(knowledge: KnowledgeBase, entry: Entry) -> tuple[SampleSearch, ...]:
    """Searches for the entry's own phrases, as if the entry were public."""
    others = [other for other in knowledge.entries if other.id != entry.id]
    public = entry.model_copy(update={"status": Status.PUBLISHED})
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
