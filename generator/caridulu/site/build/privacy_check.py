"""Stands in for the gate over the sources until it is there."""

from pathlib import Path

from caridulu.knowledge.model import KnowledgeBase
from caridulu.knowledge.problem import Problem
from caridulu.privacy.gate import gate as artefact_gate
from caridulu.site.text_cache import TextCache, digest


def gate(knowledge: KnowledgeBase, *, root: Path, cache: TextCache) -> tuple[Problem, ...]:
    """Looks through the published sources."""
    names = [f"kb/{entry.category}/{entry.id}.yml" for entry in knowledge.published]
    names += [f"content/{page.id}.md" for page in knowledge.pages]
    texts = {name: (root / name).read_text("utf-8") for name in names if (root / name).is_file()}
    keys = {name: digest("gate", name, text) for name, text in texts.items()}
    unread = {f"{n}.txt": t for n, t in texts.items() if not cache.knows(keys[n])}
    problems = artefact_gate(unread, knowledge, root=root)
    if not problems:
        for key in keys.values():
            cache.mark(key)
    return problems
