"""Links inside the site are checked against what the site has."""

import datetime as dt
from pathlib import Path

from caridulu.knowledge import format_text, load
from caridulu.knowledge.rules.links import GENERATED_PAGES, INSIDE
from caridulu.site.html.markdown_html import SCHEMES
from caridulu.site.urls import CONTACT_PAGE, GENERATED


def test_generated_pages_are_those_of_the_site() -> None:
    assert set(GENERATED_PAGES) == {*GENERATED, CONTACT_PAGE}


def test_kinds_of_link_are_those_of_the_site() -> None:
    assert {*INSIDE, "http", "https", "mailto", "tel"} == set(SCHEMES)


def test_link_to_a_replaced_entry_leads_to_its_successor(project: Path, today: dt.date) -> None:
    (project / "content" / "syarat.md").write_text(
        "# Syarat\n\nLihat [jawaban](entri:waktu-jawaban) dan [jam](entri:jam-jawab#atas).\n",
        encoding="utf-8",
    )

    assert format_text(load(project, today=today).problems) == ""
