"""Links inside the site are checked against what the site has."""

import datetime as dt
from pathlib import Path

from caridulu.knowledge import format_text, load


def test_link_to_a_replaced_entry_leads_to_its_successor(project: Path, today: dt.date) -> None:
    (project / "content" / "syarat.md").write_text(
        "# Syarat\n\nLihat [jawaban](entri:waktu-jawaban) dan [jam](entri:jam-jawab#atas).\n",
        encoding="utf-8",
    )

    assert format_text(load(project, today=today).problems) == ""
