"""Runs commands on a copy of the sample project."""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from caridulu.curation.project import Project, open_project


@dataclass(frozen=True)
class Ran:
    """What a command returned and wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(project: Path, today: dt.date) -> Run:
    """Runs a command in the sample project."""

    def runner(command: Callable[..., int], *args: Any, **options: Any) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        code = command(*args, root=project, today=today, out=out, err=err, **options)
        return Ran(code, out.getvalue(), err.getvalue())

    return runner


@pytest.fixture
def opened(project: Path, today: dt.date) -> Project:
    """The sample project, opened."""
    found, _ = open_project(project, today=today)
    assert found
    return found
