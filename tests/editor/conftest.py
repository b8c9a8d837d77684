"""The editor on a copy of the sample project: as values, and behind its server."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caridulu.editor.fields.form_values import Values
from caridulu.editor.files.file_kinds import find_file
from caridulu.editor.saving.saver import Saver
from caridulu.editor.saving.submitted_form import SubmittedForm, submitted_form
from caridulu.editor.workspace import Workspace
from caridulu.journal.journal import Journal
from caridulu.knowledge.model import MAX_ALIASES
from caridulu.messages import Language
from tests.editor.client import Client, running
from tests.editor.git_project import FEES, git, named
from tests.packages.shared_project import package, write
from tests.sample_copy import copy_sample
from tests.text_files import replace_in

NOON = "1795608000"  # 2026-11-25 12:00 UTC


@pytest.fixture
def workspace(project: Path, today: dt.date) -> Workspace:
    return Workspace(project, today=lambda: today)


@pytest.fixture
def saver(workspace: Workspace) -> Saver:
    return Saver(workspace, Journal(workspace.root), language=Language.ID)


@pytest.fixture
def filled_in(workspace: Workspace) -> Callable[..., SubmittedForm]:
    """The form at an address, submitted with some values changed."""

    def make(
        address: str, change: Callable[[Values], None] = lambda _: None, **changed: object
    ) -> SubmittedForm:
        snapshot = workspace.snapshot()
        file = find_file(snapshot, address)
        assert file is not None
        values = file.values() | changed
        change(values)
        return submitted_form(snapshot, file, values, new_id="", version=file.version)

    return make


@pytest.fixture
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git without the settings of whoever runs the tests."""
    _without_own_settings(monkeypatch, tmp_path)


def _without_own_settings(environment: pytest.MonkeyPatch, folder: Path) -> None:
    environment.setenv("GIT_CONFIG_GLOBAL", str(folder / "tidak-ada"))
    environment.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project in Git beside a place to be sent to; only to be copied."""
    folder = tmp_path_factory.mktemp("git")
    project = folder / "proyek"
    copy_sample(project)
    with pytest.MonkeyPatch.context() as environment:
        _without_own_settings(environment, folder)
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "pusat.git")
        git(project, "init", "--quiet", "--initial-branch=main")
        named(project, "Petugas PST")
        git(project, "add", "--all")
        git(project, "commit", "--quiet", "-m", "awal")
        git(project, "remote", "add", "origin", str(folder / "pusat.git"))
        git(project, "push", "--quiet", "--set-upstream", "origin", "main")
    return folder


@pytest.fixture
def repository(project: Path, tmp_path: Path, recorded: Path, _own_settings: None) -> Path:
    """The project in Git, with a place to be sent to."""
    shutil.copytree(recorded / "pusat.git", tmp_path / "pusat.git")
    shutil.copytree(recorded / "proyek" / ".git", project / ".git")
    config = project / ".git" / "config"
    replace_in(config, str(recorded), str(tmp_path))
    return project


@pytest.fixture
def full(project: Path) -> Path:
    """The file of the fees, which has no room for two more phrasings."""
    path = project / FEES
    aliases = "".join(f"  - ongkos konsul nomor {number}\n" for number in range(MAX_ALIASES - 4))
    replace_in(path, "aliases:\n", f"aliases:\n{aliases}", 1)
    return path


@pytest.fixture
def at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of packages that come with the program, with one that any office can use."""
    folder = tmp_path / "paket"
    for module in ("at_hand", "copies"):
        monkeypatch.setattr(f"caridulu.packages.{module}.SHIPPED", (folder,))
    write(folder / "istilah", package())
    return folder


@pytest.fixture
def client(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    with running(project) as server:
        yield Client(server)
