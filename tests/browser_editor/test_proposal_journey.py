"""A newer answer becomes the public one, in a real browser."""

from pathlib import Path

import pytest

from tests.browser_editor.conftest import Open, save
from tests.text_files import append_to

FILE = "kb/konsultasi/biaya-konsultasi.yml"
NEWER = "Gratis untuk semua orang, termasuk pelajar."


@pytest.fixture
def proposed(project: Path) -> Path:
    """The project, with a newer answer beside a public one."""
    path = project / FILE
    proposal = f"proposal:\n  channel: WhatsApp\n  month: 2026-11\n  answer: |\n    {NEWER}\n"
    append_to(path, proposal)
    return project


def test_proposal_is_edited_then_accepted(proposed: Path, open_page: Open) -> None:
    page = open_page("antrean/biaya-konsultasi")
    page.get_by_role("link", name="Sunting", exact=True).click()
    page.locator("#f-proposal\\.answer").fill("Gratis untuk pelajar.")  # its section has opened
    save(page)

    page.goto(page.url.partition("/entri/")[0] + "/antrean/biaya-konsultasi")
    page.get_by_role("button", name="Terima dan terbitkan").click()
    page.wait_for_url("**?pesan=proposal_accepted*")

    assert "answer: |\n  Gratis untuk pelajar.\n" in (proposed / FILE).read_text("utf-8")


@pytest.mark.parametrize(("width", "beside"), [(360, False), (1280, True)])
def test_answers_stand_side_by_side_where_there_is_room(
    proposed: Path, open_page: Open, *, width: int, beside: bool
) -> None:
    page = open_page("antrean/biaya-konsultasi", width=width)

    old, newer = (box.bounding_box() for box in page.locator(".beside > .panel").all())

    assert (newer["y"] == old["y"]) is beside
    assert (newer["y"] >= old["y"] + old["height"]) is not beside
    assert page.evaluate("document.documentElement.scrollWidth") == width
