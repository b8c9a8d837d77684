import datetime as dt
from pathlib import Path

import pytest

from generator.knowledge import KnowledgeBase, load
from generator.search.index import SearchIndex

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def real_knowledge() -> KnowledgeBase:
    loaded = load(ROOT, today=dt.date(2026, 11, 25))
    assert loaded.knowledge
    return loaded.knowledge


@pytest.fixture(scope="session")
def real_index(real_knowledge: KnowledgeBase) -> SearchIndex:
    return SearchIndex.of_knowledge(real_knowledge)
