"""Git for tests of the editor: a project with a place to be sent to, and other officers."""

import subprocess
from pathlib import Path

import pytest

from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record

REFUSED = 'class="banner ask"'  # on the page "Kirim": why not all was done
FEES = "kb/konsultasi/biaya-konsultasi.yml"


def git(folder: Path, *arguments: str) -> str:
    """What a command of Git prints; it must succeed."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def named(folder: Path, name: str) -> None:
    """Tells Git who records in a repository."""
    git(folder, "config", "user.name", name)
    git(folder, "config", "user.email", "petugas@kantor.example")


def edited(project: Path, path: str, old: str, new: str, *, by_editor: bool = True) -> None:
    """Changes a file, by the editor or behind its back."""
    text = (project / path).read_text("utf-8")
    assert old in text
    changed = text.replace(old, new)
    if by_editor:
        record(project, {project / path: changed}, ActionKind.SAVED)
    else:
        (project / path).write_text(changed, encoding="utf-8")


def edited_last_month(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Changes the fees, and a month later the office, outside of any repository."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    edited(project, FEES, "dikenai tarif", "dikenai biaya")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798286400")  # 2026-12-26
    edited(project, "content/office.yml", "Contoh", "Uji")


def another_officer(tmp_path: Path, path: str, old: str, new: str) -> None:
    """Somebody else sends a change first."""
    git(tmp_path, "clone", "--quiet", str(tmp_path / "pusat.git"), "lain")
    named(tmp_path / "lain", "Petugas Lain")
    edited(tmp_path / "lain", path, old, new, by_editor=False)
    git(tmp_path / "lain", "commit", "--quiet", "--all", "-m", "lain")
    git(tmp_path / "lain", "push", "--quiet")
