"""A package's newer version is read in the queue and taken part by part, in a real browser."""

from pathlib import Path

import pytest

from caridulu.cli.main import main
from tests.browser_editor.conftest import Check, Open
from tests.packages.shared_project import package, write

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


@pytest.mark.usefixtures("updated")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [CHANGED, WITHDRAWN])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    open_page: Open, is_accessible: Check, *, path: str, width: int, scheme: str
) -> None:
    is_accessible(open_page(path, width=width, color_scheme=scheme))
