"""A package's newer version is read in the queue and taken part by part, in a real browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caridulu.cli.main import main
from tests.browser_editor.conftest import Check
from tests.packages.shared_project import package, write

Open = Callable[..., Any]
OLD = "Yang disebut sampel dijelaskan di sini."
NEWER = "Sampel ialah sebagian dari populasi yang diamati."
CHANGED, WITHDRAWN = "antrean/sampel", "antrean/populasi"


@pytest.fixture
def updated(project: Path, tmp_path: Path) -> Path:
    """A project whose package has changed one entry and withdrawn another."""
    source = write(tmp_path / "istilah", package())
    command = ["--root", str(project), "package"]
    assert main([*command, "add", str(source)]) == 0
    (source / "istilah" / "populasi.yml").unlink()
    write(source, package("1.1", sampel=NEWER))
    assert main([*command, "update"]) == 0
    return project


def test_a_newer_answer_is_taken_with_the_keyboard(updated: Path, open_page: Open) -> None:
    page = open_page("antrean", width=360)
    page.get_by_role("link", name="Apa itu sampel?").press("Enter")
    page.wait_for_url(f"**/{CHANGED}")
    shown = page.inner_text("main")
    assert OLD in shown
    assert NEWER in shown

    assert page.locator("fieldset", has_text=NEWER).get_by_role("checkbox").is_checked()
    page.get_by_role("button", name="Simpan pilihan").press("Enter")
    page.wait_for_url("**/entri/sampel?pesan=package_decided*")

    assert page.input_value("#f-answer").strip() == NEWER
    assert not (updated / "kb" / "istilah" / "sampel.yml").exists()


def test_an_answer_stays_when_its_box_is_cleared(updated: Path, open_page: Open) -> None:
    page = open_page(CHANGED, width=360)
    page.locator("fieldset", has_text=NEWER).get_by_role("checkbox").press("Space")

    page.get_by_role("button", name="Simpan pilihan").press("Enter")
    page.wait_for_url("**/entri/sampel?pesan=package_decided*")

    assert page.input_value("#f-answer").strip() == OLD
    assert "dijelaskan di sini" in (updated / "kb" / "istilah" / "sampel.yml").read_text("utf-8")


def test_a_withdrawn_entry_becomes_the_offices_own(updated: Path, open_page: Open) -> None:
    page = open_page(WITHDRAWN, width=360)

    page.get_by_role("button", name="Jadikan milik kantor sendiri").press("Enter")
    page.wait_for_url("**/entri/populasi?pesan=package_decided*")

    text = (updated / "kb" / "istilah" / "populasi.yml").read_text("utf-8")
    assert text.startswith("question: Apa itu populasi?\n")
    page.goto(page.url.partition("/entri/")[0] + "/antrean")
    assert "Apa itu populasi?" not in page.inner_text("main")


@pytest.mark.usefixtures("updated")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [CHANGED, WITHDRAWN])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    open_page: Open, is_accessible: Check, *, path: str, width: int, scheme: str
) -> None:
    is_accessible(open_page(path, width=width, color_scheme=scheme))
