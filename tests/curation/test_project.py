"""A project folder as curation needs it."""

import datetime as dt
import re
from pathlib import Path

from caridulu.curation.project import open_project


def test_the_index_of_living_entries_has_those_whose_day_is_past_and_no_archived(
    project: Path, today: dt.date
) -> None:
    hidden = project / "kb" / "konsultasi" / "biaya-konsultasi.yml"
    archived = hidden.with_name("konsultasi-lewat-video.yml")
    for path, state in ((hidden, "published\nhide_after: 2026-11-01"), (archived, "archived")):
        text = re.sub(r"status: \w+", f"status: {state}", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")

    opened = open_project(project, today=today)

    living = {item.id for item in opened.index_of_living.items}
    assert hidden.stem in living
    assert hidden.stem not in {item.id for item in opened.index.items}
    assert archived.stem not in living
