"""A real browser on the real site: built once, served on this computer, watched for misdeeds."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from caridulu.site.build.build_command import build_offline, build_pages
from tests import ROOT
from tests.real_browser import Misdeeds
from tests.static_host import host

MOMENT = dt.datetime(2026, 11, 25, 4, tzinfo=dt.UTC)  # on which sites are built and read


def build(make: Callable[[Path, Path], None], folder: Path) -> Path:
    """Builds the real site into ``folder``, as on the day of ``MOMENT``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", f"{MOMENT.timestamp():.0f}")
        make(ROOT, folder)
    return folder


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(build_pages, tmp_path_factory.mktemp("browser") / "site")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder until the tests end, and gives its address."""
    servers = []

    def start(folder: Path) -> str:
        servers.append(host(folder))
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@dataclass(frozen=True)
class OwnSite:
    """A copy of the site that a test may change."""

    folder: Path
    url: str


@pytest.fixture
def own_site(site_folder: Path, tmp_path: Path, serve: Callable[[Path], str]) -> OwnSite:
    folder = Path(shutil.copytree(site_folder, tmp_path / "situs"))
    return OwnSite(folder, serve(folder))


@pytest.fixture(scope="session")
def site_url(site_folder: Path, serve: Callable[[Path], str]) -> str:
    return serve(site_folder)


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
        context.clock.set_system_time(MOMENT)
        page = context.new_page()
        page.set_default_timeout(10_000)
        misdeeds.watch(page)
        page.goto(base + path)
        return page

    yield start
    for context in contexts:
        context.close()
    misdeeds.check()


@pytest.fixture
def stick(chromium: Any, tmp_path: Path, misdeeds: Misdeeds) -> Iterator[Callable[[str], Any]]:
    """Opens a file of the site as it lies on a USB stick; afterwards the page must have behaved."""
    build(build_offline, tmp_path / "usb")
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.clock.set_system_time(MOMENT)
    misdeeds.own = ("file:",)
    misdeeds.watch(page)

    def start(path: str) -> Any:
        page.goto((tmp_path / "usb" / path).as_uri())
        return page

    yield start
    page.close()
    misdeeds.check()
