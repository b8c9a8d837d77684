"""A real browser on the editor of a copy of the sample project, watched for misdeeds."""

import asyncio
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.editor.command import serving
from generator.editor.server import EditorServer

AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NOON = "1795608000"  # 2026-11-25 12:00 UTC


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def missing(reason: str) -> None:
    """Skips on a computer without a browser; fails where the tests must run."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker, as a script."""
    if not AXE.is_file():
        missing("axe-core is not installed: npm install in tests/browser")
    return AXE.read_text("utf-8")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    path = shutil.which("chromium")
    if path is None:
        missing("chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    with _other_browser_set_aside(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def _other_browser_set_aside() -> Iterator[None]:
    """Lets a second Playwright start while the site's tests keep theirs open until the end."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(loop)


@pytest.fixture
def server(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[EditorServer]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    with serving(project) as started:
        thread = threading.Thread(
            target=started.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        thread.start()
        yield started
        started.shutdown()
        thread.join()


@dataclass
class Misdeeds:
    """What a page must never do."""

    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Any) -> None:
        page.on("request", lambda request: self._request(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda line: self._line(line))

    def _request(self, url: str) -> None:
        if not url.startswith("http://127.0.0.1:"):
            self.foreign.append(url)

    def _line(self, line: Any) -> None:
        refused = "status of 422" in line.text or "status of 409" in line.text  # forms, not faults
        if line.type in ("error", "warning") and not refused:
            self.errors.append(line.text)


@pytest.fixture
def open_page(chromium: Any, server: EditorServer) -> Iterator[Callable[..., Any]]:
    """Opens an address of the editor in a browser of its own; the page must behave."""
    contexts = []
    misdeeds = Misdeeds()

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
    assert misdeeds == Misdeeds()
