import datetime as dt

import pytest

from caridulu.knowledge import KnowledgeBase, load
from caridulu.search.index.search_index import SearchIndex
from tests import ROOT


@pytest.fixture(scope="session")
def real_knowledge() -> KnowledgeBase:
    loaded = load(ROOT, today=dt.date(2026, 11, 25))
    assert loaded.knowledge
    return loaded.knowledge


@pytest.fixture(scope="session")
def real_index(real_knowledge: KnowledgeBase) -> SearchIndex:
    return SearchIndex.of_knowledge(real_knowledge)
