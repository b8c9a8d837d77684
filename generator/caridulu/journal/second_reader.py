"""Two-person rule: tells whether the publisher of a text is also its author.

A rule of work among people who trust each other: it rests on the names that Git or the computer
gives, and whoever changes theirs can get around it.
"""

from collections.abc import Sequence
from pathlib import Path

from caridulu.curation.project import Project
from caridulu.journal.journal import Journal
from caridulu.journal.versions import FileVersion, versions
from caridulu.knowledge import Entry, Location, Problem, Status, finding, parse_yaml
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


def is_own(project: Project, entry: Entry, *, proposed: bool) -> bool:
    """Tells whether the office asks for a second reader, and who publishes has written the text."""
    if not project.knowledge.office.second_reader:
        return False
    return (wrote_proposal if proposed else wrote)(project.root, _name(project, entry))


def own_entries(project: Project) -> dict[str, tuple[Problem, ...]]:
    """Finds entries in review that only another one may publish, by id, each with the reason."""
    return {
        entry.id: (finding(Location(_name(project, entry)), "curation.publish_own", id=entry.id),)
        for entry in project.knowledge.entries
        if entry.status is Status.REVIEW and is_own(project, entry, proposed=False)
    }


def _name(project: Project, entry: Entry) -> str:
    return project.path(entry).relative_to(project.root).as_posix()


def _authors(states: Sequence[FileVersion], keys: Keys, *, end: int) -> set[str]:
    """Names who has changed the words at ``keys`` in the states up to ``end``, newest first."""
    said = [*(words(state.text, keys) for state in states), words("", keys)]
    return {states[n].by for n in range(end) if said[n] != said[n + 1]} - {""}


def words(text: str, keys: Keys = WORDS) -> tuple[str, ...]:
    """Reads the words of an entry that visitors read."""
    file = parse_yaml(text, path="").file
    nodes = (file.find(*key) if file else None for key in keys)
    return tuple(node.value if isinstance(node, TextNode) else "" for node in nodes)


def _is_public(text: str) -> bool:
    return words(text, (("status",),)) == (Status.PUBLISHED.value,)
