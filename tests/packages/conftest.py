"""A package of the sample project, as another office's officers make it."""

from pathlib import Path

import pytest

from tests.command_line import run as run

RECIPE = """\
name: konsep
title: Konsep statistik
version: "1.0"
maker: Kantor Statistik Kabupaten Contoh
licence: CC BY 4.0
categories: [konsep-data]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a ``package.yml`` about the sample's concepts."""
    made = tmp_path / "konsep"
    made.mkdir()
    (made / "package.yml").write_text(RECIPE, encoding="utf-8")
    return made
