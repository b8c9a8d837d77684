"""Linter, formatter and type checker find nothing, and no test is left out."""

import importlib.util
import subprocess
import sys
from fnmatch import fnmatch

import pytest

from tests import ROOT
from tests.requirements import missing


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        pytest.param(["mypy"], marks=pytest.mark.slow),
    ],
    ids=["ruff check", "ruff format", "mypy"],
)
def test_tool_finds_nothing(command: list[str]) -> None:
    if importlib.util.find_spec(command[0]) is None:
        missing(f"{command[0]} is not installed: it is in the dev extra")
    finished = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_top_folder_holds_only_texts() -> None:
    """What a comparison of two states of the code wrote down once lay there, with consultations."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8")
    if listed.returncode:
        missing("this is no clone: git lists no files")
    for name in listed.stdout.splitlines():
        if "/" not in name:
            assert "\0" not in (ROOT / name).read_text("utf-8"), name


def test_no_folder_of_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    left_out = pytestconfig.getini("norecursedirs")
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    names = {part for folder in folders for part in folder.relative_to(ROOT).parts}
    assert [name for name in names if any(fnmatch(name, pattern) for pattern in left_out)] == []
