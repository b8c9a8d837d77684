"""The knowledge base that a command reads, or its problems."""

from pathlib import Path

from caridulu.knowledge import KnowledgeBase, load
from caridulu.knowledge.problem import ProblemsError, stopping
from caridulu.site.build.build_date import build_date


def load_knowledge(root: Path) -> KnowledgeBase:
    """Loads the knowledge base; ``ProblemsError`` with what keeps it from being read."""
    loaded = load(root, today=build_date())
    if loaded.ok and loaded.knowledge:
        return loaded.knowledge
    raise ProblemsError(stopping(loaded.problems))
