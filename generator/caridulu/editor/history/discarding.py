"""A draft is thrown away: its file is gone, and so is what it said once that has been sent."""

from pathlib import Path

from caridulu.curation.drafts.entries.conversation import without_conversation
from caridulu.curation.lifecycle.transitions import NEXT
from caridulu.curation.writing import Content
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.problem_sentences import sentences
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot, project_of
from caridulu.journal.action import Action, Kind
from caridulu.journal.git import Git
from caridulu.knowledge import Entry, Status
from caridulu.knowledge.yaml.reader import shown_path

PUBLIC = f"status: {Status.PUBLISHED.value}"


def can_discard(entry: Entry) -> bool:
    """Tells whether an entry is a draft or in review."""
    return entry.status in NEXT


def discard(
    snapshot: Snapshot, entry: Entry, saver: Saver, renderer: Renderer
) -> tuple[Action | None, list[str]]:
    """Removes a draft; gives the action, or what stood in the way."""
    path = project_of(snapshot).path(entry)
    name = shown_path(path, snapshot.root)
    if not can_discard(entry) or was_public(snapshot, name):
        return None, [renderer.say("discard_public")]
    gone: dict[Path, Content] = {path: None, **without_conversation(snapshot.root, entry.id)}
    problems = saver.change(gone, Kind.DISCARDED)
    if problems:
        return None, sentences(problems, renderer.language)
    return saver.journal.last(name), []


def was_public(snapshot: Snapshot, name: str) -> bool:
    """Whether an address that people may know would lead nowhere."""
    git = Git(snapshot.root)
    return bool(git.lines("log", "--format=%h", "-1", "-S", PUBLIC, "--", name))
