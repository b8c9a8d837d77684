"""What every command needs: the opened project."""

import datetime as dt
from pathlib import Path
from typing import TextIO

from caridulu.cli.console import say
from caridulu.curation.project import Project, open_project
from caridulu.curation.writing import YamlWriterMissingError
from caridulu.knowledge import format_text
from caridulu.messages import Language


def opened(root: Path, today: dt.date, err: TextIO, language: Language) -> Project | None:
    """The project, or None after telling why it cannot be read."""
    project, loaded = open_project(root, today=today)
    if project is None:
        err.write(format_text(loaded.problems, language))
        say(err, "project_broken", language)
    return project


def not_written(error: YamlWriterMissingError | OSError, err: TextIO, language: Language) -> int:
    """Exit code 1 after telling why nothing was written."""
    if isinstance(error, YamlWriterMissingError):
        say(err, "needs_ruamel", language)
    else:
        say(err, "cannot_write", language, path=error.filename, value=error.strerror)
    return 1
