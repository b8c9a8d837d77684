import datetime as dt
import os
import shutil
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


@pytest.fixture(scope="session")
def node() -> str:
    """Path of node; skips without it, fails where the tests must run."""
    path = shutil.which("node")
    if path is None and os.environ.get("CI") == "true":
        pytest.fail("node is missing")
    if path is None:
        pytest.skip("node is missing: the browser's search is not tested")
    return path
