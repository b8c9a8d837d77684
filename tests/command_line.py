"""Runs commands on a copy of the sample project, as an officer does."""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from caridulu.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What a command returned and wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


class Terminal(io.StringIO):
    """What an officer types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(
    project: Path, today: dt.date, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> Run:
    """Runs a command in the sample project; ``typed`` is what is typed at a terminal."""
    noon = dt.datetime.combine(today, dt.time(12), dt.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{noon.timestamp():.0f}")

    def runner(command: str, *arguments: object, typed: str | None = None, **options) -> Ran:
        line = ["--root", str(project), command, *map(str, arguments)]
        for name, value in options.items():
            option = f"--{name.replace('_', '-')}"
            if value is True:
                line.append(option)
            elif value is not None:
                line += [option, str(value)]
        monkeypatch.setattr("sys.stdin", io.StringIO() if typed is None else Terminal(typed))
        capsys.readouterr()
        code = main(line)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return runner
