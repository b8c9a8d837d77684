"""The afternoon of reading, in a real browser and with the keyboard alone."""

from pathlib import Path

import pytest

from tests.browser_editor.conftest import Open


@pytest.fixture
def unread(project: Path) -> Path:
    """The project before anybody of the office has read it."""
    for path in (project / "kb").glob("*/*.yml"):
        path.write_text(path.read_text("utf-8").replace("\nreviewed:", "\ncompiled:"), "utf-8")
    return project


@pytest.mark.parametrize("width", [360, 1280])
def test_the_office_reads_and_decides_with_single_letters(
    unread: Path, open_page: Open, width: int
) -> None:
    page = open_page("bacaan", width=width)
    page.get_by_role("link", name="Mulai membaca").click()
    page.wait_for_load_state()  # letters are the script's
    first = page.inner_text("h1")

    page.keyboard.press("b")
    page.wait_for_url("**?sesudah=*")
    page.wait_for_load_state()
    assert f"Dicatat benar: {first}" in page.inner_text("main")

    second = page.inner_text("h1")
    page.keyboard.press("t")
    page.keyboard.type("berapa lama batasnya?")  # its letters decide nothing
    page.keyboard.press("Enter")
    page.wait_for_url("**?sesudah=*")
    page.get_by_text(f"Dicatat untuk ditanyakan dahulu: {second}").wait_for()
    page.wait_for_load_state()

    third = page.inner_text("h1")
    page.keyboard.press("u")
    page.wait_for_url("**/entri/*")
    assert page.input_value("#f-question") == third
    texts = [path.read_text("utf-8") for path in (unread / "kb").glob("*/*.yml")]
    assert sum("\nreviewed: 2026-11-25\n" in text for text in texts) == 1
    assert sum("\nopen_question: berapa lama batasnya?\n" in text for text in texts) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
