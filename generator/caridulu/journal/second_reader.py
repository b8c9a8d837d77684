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
Words = tuple[str, ...]


def wrote(root: Path, path: str) -> bool:
    """Tells whether who works here wrote the words of a file that nobody has published yet."""
    return Journal(root).who() in authors(versions(root, path))


def wrote_proposal(root: Path, path: str) -> bool:
    """Tells whether who works here wrote the newer answer that a file proposes."""
    return Journal(root).who() in proposers(versions(root, path))


def authors(states: Sequence[FileVersion]) -> set[str]:
    """Names who has changed the public words since they were last public."""
    found = set()
    for number, state in enumerate(states):
        if number and _is_public(state.text):
            break
        older = states[number + 1].text if number + 1 < len(states) else ""
        if words(state.text) != words(older):
            found.add(state.by)
    return found - {""}


def proposers(states: Sequence[FileVersion]) -> set[str]:
    """Names who has changed a proposal since it was made."""
    found = set()
    for number, state in enumerate(states):
        proposed = words(state.text, PROPOSED)
        if not any(proposed):
            break
        older = states[number + 1].text if number + 1 < len(states) else ""
        if proposed != words(older, PROPOSED):
            found.add(state.by)
    return found - {""}


def words(text: str, keys: Sequence[tuple[str, ...]] = WORDS) -> Words:
    """Reads the words of an entry that visitors read."""
    file = parse_yaml(text, path="").file
    nodes = (file.find(*key) if file else None for key in keys)
    return tuple(node.value if isinstance(node, TextNode) else "" for node in nodes)


def _is_public(text: str) -> bool:
    return words(text, (("status",),)) == (Status.PUBLISHED.value,)
