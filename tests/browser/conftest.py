"""A real browser on the real site: built once, served on this computer, watched for misdeeds."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.site.build import build_pages

ROOT = Path(__file__).parents[2]
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        pass


def _serve(folder: Path) -> http.server.ThreadingHTTPServer:
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


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


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser") / "site"
    build_pages(ROOT, folder)
    return folder


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder until the tests end, and gives its address."""
    servers = []

    def start(folder: Path) -> str:
        servers.append(_serve(folder))
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@dataclass(frozen=True)
class OwnSite:
    """A copy of the site that a test may change, and whose server it may stop."""

    folder: Path
    url: str
    stop: Callable[[], None]


@pytest.fixture
def own_site(site_folder: Path, tmp_path: Path) -> Iterator[OwnSite]:
    folder = Path(shutil.copytree(site_folder, tmp_path / "situs"))
    server = _serve(folder)

    def stop() -> None:
        server.shutdown()
        server.server_close()

    yield OwnSite(folder, f"http://127.0.0.1:{server.server_port}/", stop)
    stop()


@pytest.fixture(scope="session")
def site_url(site_folder: Path, serve: Callable[[Path], str]) -> str:
    return serve(site_folder)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = shutil.which("chromium")
    if path is None:
        missing("chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


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
        if not url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.foreign.append(url)

    def _line(self, line: Any) -> None:
        if line.type in ("error", "warning"):
            self.errors.append(line.text)


@pytest.fixture
def misdeeds() -> Misdeeds:
    return Misdeeds()


@pytest.fixture
def open_page(chromium: Any, site_url: str, misdeeds: Misdeeds) -> Iterator[Callable[..., Any]]:
    """Opens a site path in a fresh browser; afterwards the page must have behaved."""
    contexts = []

    def start(path: str, *, width: int = 360, base: str = site_url, **options: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": 740}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        misdeeds.watch(page)
        page.goto(base + path)
        return page

    yield start
    for context in contexts:
        context.close()
    assert misdeeds == Misdeeds()
