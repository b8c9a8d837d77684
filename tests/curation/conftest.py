"""The sample project, opened, and commands run in a copy of it."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.curation.project import Project, open_project
from tests.command_line import run as run


@pytest.fixture
def opened(project: Path, today: dt.date) -> Project:
    """The sample project, opened."""
    return open_project(project, today=today)
