"""The editor on a copy of the sample project: as values, and behind its server."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caridulu.cli.edit_functions import serving
from caridulu.editor.files.editable_file import read_sheet
from caridulu.editor.files.editable_files import find_sheet
from caridulu.editor.files.paths import text_of, version
from caridulu.editor.files.saving import Draft, Saver
from caridulu.editor.files.submitted_file import draft_of
from caridulu.editor.forms.form_values import Values
from caridulu.editor.git.journal import Journal
from caridulu.editor.workspace import Workspace
from caridulu.messages import Language
from tests.editor.client import Client
from tests.editor.git_project import git, named

NOON = "1795608000"  # 2026-11-25 12:00 UTC


@pytest.fixture
def workspace(project: Path, today: dt.date) -> Workspace:
    return Workspace(project, today=lambda: today)


@pytest.fixture
def saver(workspace: Workspace) -> Saver:
    return Saver(workspace, Journal(workspace.root), language=Language.ID)


@pytest.fixture
def draft(workspace: Workspace) -> Callable[..., Draft]:
    """The draft of the sheet at an address, with some values changed."""

    def make(address: str, change: Callable[[Values], None] = lambda _: None) -> Draft:
        snapshot = workspace.snapshot()
        sheet = find_sheet(snapshot, address)
        assert sheet is not None
        assert sheet.path is not None
        now = read_sheet(sheet, sheet.path, root=workspace.root).written
        assert now is not None
        values = now.values()
        change(values)
        seen = version(text_of(sheet.path))
        return draft_of(snapshot, sheet, values, new_id="", version=seen)

    return make


@pytest.fixture
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git without the settings of whoever runs the tests."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "tidak-ada"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def repository(project: Path, tmp_path: Path, _own_settings: None) -> Path:
    """The project in Git, with a place to be sent to."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "pusat.git")
    git(project, "init", "--quiet", "--initial-branch=main")
    named(project, "Petugas PST")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "-m", "awal")
    git(project, "remote", "add", "origin", str(tmp_path / "pusat.git"))
    git(project, "push", "--quiet", "--set-upstream", "origin", "main")
    return project


@pytest.fixture
def client(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    with serving(project) as server:
        thread = threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        thread.start()
        yield Client(server)
        server.shutdown()
        thread.join()
