"""The same visitor in three engines, one engine after another."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from tests.browser.engines.visitor import Visitor
from tests.real_browser import Misdeeds
from tests.requirements import missing, program


@pytest.fixture(scope="session", params=["chromium", "firefox", "webkit"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """A browser, started once for all journeys."""
    if request.param == "chromium":
        browser = request.getfixturevalue("chromium")
        from tests.browser.engines.chromium import Chromium

        yield Chromium(browser)
    elif request.param == "firefox":
        path = program("firefox-esr")
        try:
            from tests.browser.engines import firefox
        except ImportError:
            missing("websockets is not installed")
        with firefox.started(path, tmp_path_factory.mktemp("firefox")) as started:
            yield started
    else:
        from tests.browser.engines import webkit

        driver, xvfb = program("WebKitWebDriver"), program("Xvfb")
        home = tmp_path_factory.mktemp("webkit")
        with closing(webkit.RenewedWebKit(lambda: webkit.started(driver, xvfb, home))) as renewed:
            yield renewed


@pytest.fixture
def visitor(engine: Any, misdeeds: Misdeeds) -> Iterator[Visitor]:
    """A phone's page; afterwards it must have behaved."""
    with engine.visit(misdeeds) as visiting:
        yield visiting
    misdeeds.check()
