"""The pictures and PDFs of a project as the editor sees it."""

from caridulu.editor.workspace import Snapshot
from caridulu.knowledge.attachments import read_attachments
from caridulu.knowledge.model import Attachment
from caridulu.knowledge.project_files import ProjectFiles


def sound_attachments(snapshot: Snapshot) -> dict[str, Attachment]:
    """Lists the files of the project that can be published, by name."""
    return read_attachments(snapshot.layout.attachments, ProjectFiles(snapshot.root)).sound
