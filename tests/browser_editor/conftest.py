"""A real browser on the editor of a copy of the sample project, watched for misdeeds."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from caridulu.editor.http.server import EditorServer
from tests.accessibility import RULES, RUN_AXE
from tests.editor.client import running
from tests.real_browser import Misdeeds

# Of forms, and of an editor that has ended: no faults.
REFUSALS = ("status of 422", "status of 409", "status of 403", "ERR_CONNECTION_REFUSED")
NOON = "1795608000"  # 2026-11-25 12:00 UTC
# What lies under the bar of buttons has no contrast to measure.
UNPIN = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".save-bar { position: static !important }");
  document.adoptedStyleSheets = [sheet];
}"""
FOCUSED = """() => {
  const { id, value, textContent, labels } = document.activeElement;
  return [id, value, textContent, labels?.[0]?.textContent].map((text) => `${text ?? ""}`.trim());
}"""
Check = Callable[[Any], None]
Open = Callable[..., Any]


def tab_to(page: Any, name: str) -> None:
    """Presses Tab until the focus is on what begins so: its id, value, text or label."""
    for _ in range(90):
        page.keyboard.press("Tab")
        if any(said.startswith(name) for said in page.evaluate(FOCUSED)):
            return
    pytest.fail(f"{name} is not reached with the keyboard")


def press(page: Any, name: str) -> None:
    """Presses a button below a form."""
    page.locator(".save-bar").get_by_role("button", name=name, exact=True).click()


def save(page: Any) -> None:
    """Saves a form."""
    press(page, "Simpan")
    page.wait_for_url("**?pesan=saved*")


@pytest.fixture
def server(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[EditorServer]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    with running(project) as started:
        yield started


@pytest.fixture
def open_page(chromium: Any, server: EditorServer) -> Iterator[Callable[..., Any]]:
    """Opens an address of the editor in a browser of its own; the page must behave."""
    contexts = []
    misdeeds = Misdeeds(tolerated=REFUSALS)

    def start(path: str = "", *, width: int = 1280, **options: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        misdeeds.watch(page)
        page.goto(server.first_address)
        page.goto(server.address + path)
        return page

    yield start
    for context in contexts:
        context.close()
    misdeeds.check()


@pytest.fixture
def is_accessible(axe: str) -> Check:
    """A page must be accessible, and not wider than the screen."""

    def check(page: Any) -> None:
        page.wait_for_load_state()
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        page.evaluate(UNPIN)
        page.evaluate(axe)
        assert page.evaluate(RUN_AXE, RULES) == []
        width = page.evaluate("window.innerWidth")
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    return check
