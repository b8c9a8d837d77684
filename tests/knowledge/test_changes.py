"""A change is checked before it is written: what is loaded is what would be on the disk."""

import datetime as dt
from pathlib import Path

import pytest

from caridulu.knowledge import load

ENTRY = "kb/konsultasi/biaya-konsultasi.yml"


def _written(root: Path, changes: dict[str, str | None]) -> None:
    for name, text in changes.items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    "name",
    [ENTRY, "kb/konsultasi/entri-baru.yml", "kb/rak-baru/entri-baru.yml", "content/baru.md"],
)
@pytest.mark.parametrize("text", ["question: Apakah ada biaya\n", "# Judul\n\nTeks.\n", "a: [\n"])
def test_a_written_file_loads_as_when_it_was_only_a_change(
    project: Path, today: dt.date, name: str, text: str
) -> None:
    before = load(project, today=today, changes={name: text})
    _written(project, {name: text})

    assert load(project, today=today) == before


def test_a_file_that_moves_loads_as_when_it_has_moved(project: Path, today: dt.date) -> None:
    text = (project / ENTRY).read_text("utf-8")
    changes = {ENTRY: None, "kb/konsep-data/biaya-konsultasi.yml": text}

    before = load(project, today=today, changes=changes)
    _written(project, changes)

    assert load(project, today=today) == before


def test_files_that_do_not_change_are_taken_from_the_disk(project: Path, today: dt.date) -> None:
    assert load(project, today=today, changes={}) == load(project, today=today)
