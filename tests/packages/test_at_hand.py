"""Packages that are called by their name alone."""

import re
from pathlib import Path

import pytest

from tests import ROOT
from tests.command_line import Run

TOLD = 'paket bps-dasar tersedia dalam versi {}; jalankan "caridulu package update"'
ROW = "packages:\n  - name: bps-dasar\n    version: '{}'\n    from: {}\n    sha256: " + "0" * 64
RECIPE = (ROOT / "kb" / "paket" / "bps-dasar" / "package.yml").read_text("utf-8")
[NOW] = re.findall(r'^version: "(.*)"$', RECIPE, re.M)


@pytest.mark.parametrize(
    ("version", "source", "times"),
    [
        ("1.9", "bps-dasar", 1),
        ("99.0", "bps-dasar", 0),
        ("1.0", "../bps-dasar", 0),
        (NOW, "bps-dasar", 0),
    ],
)
def test_check_tells_that_the_program_has_brought_a_newer_version_along(
    run: Run, project: Path, version: str, source: str, times: int
) -> None:
    with (project / "content" / "office.yml").open("a", encoding="utf-8") as file:
        file.write(ROW.format(version, source))

    assert run("check").out.count(TOLD.format(NOW)) == times
