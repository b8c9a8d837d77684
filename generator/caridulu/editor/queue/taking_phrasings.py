"""A question that somebody asked -> a phrasing of the entry that answers it."""

from pathlib import Path

from caridulu.curation.lifecycle.entry_changes import NoRoomError, with_aliases
from caridulu.curation.writing import Content, changed_yaml
from caridulu.editor.pages import StoppedError
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Snapshot, project_of
from caridulu.knowledge import Entry


def with_phrasing(
    snapshot: Snapshot, entry: Entry, phrasing: str, renderer: Renderer
) -> dict[Path, Content]:
    """Gives the entry's file with one more phrasing."""
    project = project_of(snapshot)
    path = project.path(entry)
    try:
        return {path: changed_yaml(project.text(path), with_aliases((phrasing,)))}
    except NoRoomError as error:
        raise StoppedError(renderer.say("phrasing_full", question=entry.question)) from error
