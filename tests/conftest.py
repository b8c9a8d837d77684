"""Fixtures that every area's tests share."""

import datetime as dt
import gc
import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from tests import EPOCH, ROOT, SAMPLE, TODAY
from tests.built_once import built_once
from tests.real_browser import ARGUMENTS, PROGRAMS, starts_a_worker
from tests.requirements import missing, program
from tests.sample_copy import copy_sample

if TYPE_CHECKING:  # at run time a fixture imports what it needs: xdist's first process needs none
    from caridulu.knowledge import KnowledgeBase
    from caridulu.search.index.search_index import SearchIndex

# A shared or busy machine must not fail a property for being slow.
settings.register_profile(
    "caridulu",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("caridulu")

LAUNCHES = 3
AXE = Path(__file__).parent / "browser" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session", autouse=True)
def _clock() -> Iterator[None]:
    """Stops the calendar, also for the processes that a test starts."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", EPOCH)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_waiting() -> Iterator[None]:
    """Spares what only takes time: files that outlive a power cut, servers that end at leisure."""
    with pytest.MonkeyPatch.context() as here:
        here.setattr("os.fsync", lambda _: None)
        here.setattr("caridulu.site.serve.local_server.LocalServer.glance", 0.005)
        yield


@pytest.fixture
def sample_root() -> Path:
    """The project of a small office that does not exist, without problems; only to be read."""
    return SAMPLE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample project that a test may change."""
    return copy_sample(tmp_path / "proyek")


@pytest.fixture(scope="session")
def kept_builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the sample project keeps for the next; only to be read."""
    from caridulu.site.build.pipeline import build_site

    def build(folder: Path) -> None:
        build_site(copy_sample(folder / "proyek"), today=TODAY)

    return built_once(tmp_path_factory, "dibangun", build) / "proyek" / ".caridulu"


@pytest.fixture
def built_project(project: Path, kept_builds: Path) -> Path:
    """A copy of the sample project that was built before: the next build is a quick one."""
    shutil.copytree(kept_builds, project / ".caridulu")
    return project


@pytest.fixture(scope="session")
def built_offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list of three offices, beside their sites; only to be read."""
    from tests.portal.three_offices import write_offices

    return built_once(tmp_path_factory, "kantor", write_offices) / "offices.yml"


@pytest.fixture(scope="session")
def real_knowledge() -> "KnowledgeBase":
    """The first office's knowledge base, which is the largest here; only to be read."""
    from caridulu.knowledge import load

    loaded = load(ROOT, today=TODAY)
    assert loaded.knowledge
    return loaded.knowledge


@pytest.fixture(scope="session")
def real_index(real_knowledge: "KnowledgeBase") -> "SearchIndex":
    """Its index; only to be read."""
    from caridulu.search.index.search_index import SearchIndex

    return SearchIndex.of_knowledge(real_knowledge)


@pytest.fixture(scope="session")
def real_folder(real_index: "SearchIndex", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This index as it is published; only to be read."""
    from caridulu.search.quality.engines import write_index

    return built_once(tmp_path_factory, "indeks", lambda folder: write_index(real_index, folder))


@pytest.fixture
def today() -> dt.date:
    """The day on which every test runs."""
    return TODAY


@pytest.fixture(scope="session")
def node() -> str:
    """Path of node, which runs the browser's modules."""
    return program("node")


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The system's Chromium, driven by Playwright; one for all tests.

    The first service worker of one launch in thirty never starts on a busy computer: such a browser
    is launched again.
    """
    path = program(*PROGRAMS)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    with sync_playwright() as playwright:
        folder = tmp_path_factory.mktemp("worker")
        for _ in range(LAUNCHES):
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
            if starts_a_worker(browser, folder):
                break
            browser.close()
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker, as a script."""
    if not AXE.is_file():
        missing("axe-core is not installed: npm install in tests/browser")
    return AXE.read_text("utf-8")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Starts a process for each processor; two if tests in a browser run, which often wait."""
    processors = os.cpu_count() or 1
    return processors if "not browser" in config.option.markexpr else 2 * processors


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Imports all tests while the garbage collector pauses, which takes a tenth less."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Keeps the garbage collector from looking through all imported code again and again.

    Gain: a fifth of the processor time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs a browser, tried once more if it fails, and puts files that are slow first.

    So that no processor waits at the end for a last slow file.
    """
    slow = set()
    for item in items:
        if {"chromium", "engine"} & {*getattr(item, "fixturenames", ())}:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1))
        if any(item.iter_markers("browser")) or any(item.iter_markers("slow")):
            slow.add(item.path)
    items.sort(key=lambda item: item.path not in slow)
