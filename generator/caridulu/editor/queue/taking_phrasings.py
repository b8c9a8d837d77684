"""A question that somebody asked -> a phrasing of the entry that answers it."""

from collections.abc import Mapping
from pathlib import Path

from caridulu.curation.lifecycle.entry_changes import NoRoomError, with_aliases
from caridulu.curation.writing import Content, changed_yaml
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.problem_sentences import sentences
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot, project_of
from caridulu.journal.action import Kind
from caridulu.knowledge import Entry


def take_phrasing(
    snapshot: Snapshot,
    entry: Entry,
    phrasing: str,
    along: Mapping[Path, Content],
    saver: Saver,
    renderer: Renderer,
) -> list[str]:
    """Writes the entry, and what changes ``along`` with it; gives what stood in the way."""
    project = project_of(snapshot)
    path = project.path(entry)
    try:
        text = changed_yaml(project.text(path), with_aliases((phrasing,)))
    except NoRoomError:
        return [renderer.say("phrasing_full", question=entry.question)]
    return sentences(saver.change({path: text, **along}, Kind.HARVESTED), renderer.language)
