"""The knowledge base that a command reads, or its problems."""

from pathlib import Path

from caridulu.cli.parts import say
from caridulu.knowledge import KnowledgeBase, Severity, load
from caridulu.knowledge.problem import format_text
from caridulu.site.build.build_date import build_date


def load_knowledge(root: Path) -> KnowledgeBase | None:
    """The knowledge base, or None after printing its problems."""
    loaded = load(root, today=build_date())
    if loaded.ok and loaded.knowledge:
        return loaded.knowledge
    say(format_text(p for p in loaded.problems if p.severity is Severity.PROBLEM).rstrip())
    return None
