"""Whether who is about to publish a text has written it, where an office asks for a second reader.

A rule of work among people who trust each other: it rests on the names that Git or the computer
gives, and whoever changes theirs can get around it.
"""

from collections.abc import Sequence
from pathlib import Path

from caridulu.journal.journal import Journal
from caridulu.journal.versions import FileVersion, versions
from caridulu.knowledge import Status, parse_yaml
from caridulu.knowledge.yaml.nodes import TextNode

WORDS = (("question",), ("answer",), ("en", "question"), ("en", "answer"))
PROPOSED = (("proposal", "answer"),)
Keys = Sequence[tuple[str, ...]]


def wrote(root: Path, path: str) -> bool:
    """Tells whether who works here wrote the words of a file that nobody has published yet."""
    states = versions(root, path)
    public = [n for n, state in enumerate(states) if n and _is_public(state.text)]
    return Journal(root).who() in _authors(states, WORDS, end=min(public, default=len(states)))


def wrote_proposal(root: Path, path: str) -> bool:
    """Tells whether who works here wrote the newer answer that a file proposes."""
    states = versions(root, path)
    without = [n for n, state in enumerate(states) if not any(words(state.text, PROPOSED))]
    return Journal(root).who() in _authors(states, PROPOSED, end=min(without, default=len(states)))


def _authors(states: Sequence[FileVersion], keys: Keys, *, end: int) -> set[str]:
    """Who has changed the words at ``keys``, of the states up to ``end``, newest first."""
    said = [*(words(state.text, keys) for state in states), words("", keys)]
    return {states[n].by for n in range(end) if said[n] != said[n + 1]} - {""}


def words(text: str, keys: Keys = WORDS) -> tuple[str, ...]:
    """Reads the words of an entry that visitors read."""
    file = parse_yaml(text, path="").file
    nodes = (file.find(*key) if file else None for key in keys)
    return tuple(node.value if isinstance(node, TextNode) else "" for node in nodes)


def _is_public(text: str) -> bool:
    return words(text, (("status",),)) == (Status.PUBLISHED.value,)
