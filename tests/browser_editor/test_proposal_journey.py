"""A newer answer becomes the public one, in a real browser."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.text_files import append_to

Open = Callable[..., Any]
FILE = "kb/konsultasi/biaya-konsultasi.yml"
OLD = "dapat dikenai tarif"
NEWER = "Gratis untuk semua orang, termasuk pelajar."


@pytest.fixture
def proposed(project: Path) -> Path:
    """The project in Git, with a newer answer beside a public one."""
    path = project / FILE
    proposal = f"proposal:\n  channel: WhatsApp\n  month: 2026-11\n  answer: |\n    {NEWER}\n"
    append_to(path, proposal)
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    subprocess.run(["git", "add", "--all"], cwd=project, check=True)
    return project


def test_newer_answer_is_accepted_from_the_queue(proposed: Path, open_page: Open) -> None:
    page = open_page("antrean")
    page.get_by_role("link", name="Apakah konsultasi statistik dipungut biaya?").click()
    shown = page.inner_text("main")
    assert OLD in shown
    assert NEWER in shown

    page.get_by_role("button", name="Terima dan terbitkan").click()
    page.wait_for_url("**/entri/biaya-konsultasi?pesan=proposal_accepted*")

    text = (proposed / FILE).read_text("utf-8")
    answer, note = text.partition("answer: |\n")[2], text.partition("internal_note: |\n")[2]
    assert answer.startswith(f"  {NEWER}\n")
    assert note.startswith("  Jawaban yang terbit sampai 2026-11-25:\n")
    assert OLD in note
    assert "proposal:" not in text
    assert page.input_value("#f-answer").strip() == NEWER
    assert "ada di catatan internal" in page.inner_text("#pesan")
    page.get_by_role("link", name="Kirim perubahan").click()
    assert FILE in page.inner_text("main")


def test_proposal_is_edited_then_accepted(proposed: Path, open_page: Open) -> None:
    page = open_page("antrean/biaya-konsultasi")
    page.get_by_role("link", name="Sunting", exact=True).click()
    page.locator("#f-proposal\\.answer").fill("Gratis untuk pelajar.")  # its section has opened
    page.locator(".save-bar").get_by_role("button", name="Simpan", exact=True).click()
    page.wait_for_url("**?pesan=saved*")

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
