"""A real browser on the real site: built once, served on this computer, watched for misdeeds."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from caridulu.knowledge import KnowledgeBase
from caridulu.site.build.build_command import build_pages
from tests import EPOCH, ROOT
from tests.browser.other_site import OtherSites, Visit
from tests.browser.weak_host import WeakHost
from tests.built_once import built_once
from tests.real_browser import Misdeeds
from tests.sample_copy import copy_sample
from tests.static_host import host

# The day of all tests. Playwright's own clock would also take the place of `performance`.
SET_CLOCK = f"""(() => {{
  const RealDate = Date;
  const ahead = {EPOCH}000 - RealDate.now();
  globalThis.Date = class extends RealDate {{
    constructor(...given) {{
      if (given.length) super(...given);
      else super(RealDate.now() + ahead);
    }}
    static now() {{
      return RealDate.now() + ahead;
    }}
  }};
}})()"""


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def build(folder: Path) -> None:
        build_pages(ROOT, folder / "situs")

    return built_once(tmp_path_factory, "kantor-nyata", build) / "situs"


@pytest.fixture(scope="session")
def knowledge(real_knowledge: KnowledgeBase) -> KnowledgeBase:
    return real_knowledge


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
def small_site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small office, which a browser stores in a moment."""

    def build(folder: Path) -> None:
        project = copy_sample(folder / "proyek")
        build_pages(project, folder / "situs")

    return built_once(tmp_path_factory, "situs-kecil", build) / "situs"


@pytest.fixture
def weak_folder(site_folder: Path) -> Path:
    """The site that ``weak`` serves; a module may take another one."""
    return site_folder


@pytest.fixture
def weak(weak_folder: Path, tmp_path: Path) -> Iterator[WeakHost]:
    """A host of the site that a test may change, weaken and stop."""
    server = WeakHost(Path(shutil.copytree(weak_folder, tmp_path / "situs")))
    yield server
    server.stop()


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
        context.add_init_script(SET_CLOCK)
        page = context.new_page()
        page.set_default_timeout(10_000)
        misdeeds.watch(page)
        page.goto(base + path)
        return page

    yield start
    for context in contexts:
        context.close()
    misdeeds.check()


@pytest.fixture(scope="session")
def stick_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def build(folder: Path) -> None:
        build_pages(ROOT, folder / "situs", offline=True)

    return built_once(tmp_path_factory, "usb", build) / "situs"


@pytest.fixture
def stick(chromium: Any, stick_folder: Path, misdeeds: Misdeeds) -> Iterator[Callable[[str], Any]]:
    """Opens a file of the site as it lies on a USB stick; afterwards the page must have behaved."""
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.add_init_script(SET_CLOCK)
    misdeeds.own = ("file:",)
    misdeeds.watch(page)

    def start(path: str) -> Any:
        page.goto((stick_folder / path).as_uri())
        return page

    yield start
    page.close()
    misdeeds.check()


@pytest.fixture
def visit(chromium: Any, site_url: str, misdeeds: Misdeeds) -> Iterator[Visit]:
    """Opens a page of another origin with the search box; afterwards it must have behaved."""
    sites = OtherSites(chromium, site_url, misdeeds)
    yield sites.visit
    sites.close()
    misdeeds.check()
