import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from caridulu.knowledge import KnowledgeBase, load
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.engines import published_folder
from tests import ROOT


@pytest.fixture(scope="session")
def real_knowledge() -> KnowledgeBase:
    loaded = load(ROOT, today=dt.date(2026, 11, 25))
    assert loaded.knowledge
    return loaded.knowledge


@pytest.fixture(scope="session")
def real_index(real_knowledge: KnowledgeBase) -> SearchIndex:
    return SearchIndex.of_knowledge(real_knowledge)


@pytest.fixture(scope="session")
def real_folder(real_index: SearchIndex) -> Iterator[Path]:
    """The real knowledge base's index, published; only to be read."""
    with published_folder(real_index) as folder:
        yield folder
