"""Runs the command line in this process."""

import pytest

from caridulu.cli.main import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Runs a command; its exit code, its output, and what it says beside."""
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err
