"""Problems and notices that need a search index to be found."""

from collections.abc import Iterator
from pathlib import Path

from caridulu.knowledge import KnowledgeBase, Problem
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.contradictions import contradiction_notices, synonym_notices
from caridulu.search.quality.expectations import unmet_expectations, unmet_phrases


def index_problems(index: SearchIndex, knowledge: KnowledgeBase, root: Path) -> Iterator[Problem]:
    """Searches for every phrasing of a sound knowledge base; compares entries and lexicon."""
    yield from unmet_expectations(index, knowledge, root)
    yield from unmet_phrases(index, knowledge, root)
    yield from contradiction_notices(knowledge, root, index.analyzer)
    yield from synonym_notices(knowledge, root)
