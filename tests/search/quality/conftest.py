import datetime as dt

import pytest

from caridulu.knowledge import KnowledgeBase, load
from tests import SAMPLE


@pytest.fixture(scope="session")
def sample() -> KnowledgeBase:
    """The small office's knowledge base."""
    knowledge = load(SAMPLE, today=dt.date(2026, 11, 25)).knowledge
    assert knowledge
    return knowledge
