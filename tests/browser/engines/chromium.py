"""Chromium, driven by Playwright."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Error

from tests.browser.engines.visitor import SIZE, Unready, Visitor
from tests.browser.engines.waiting import GLANCE
from tests.real_browser import Misdeeds


class Chromium:
    def __init__(self, browser: Any) -> None:
        self._browser = browser

    @contextmanager
    def visit(self, misdeeds: Misdeeds) -> Iterator[Visitor]:
        """A page with a store of its own, watched."""
        context = self._browser.new_context(viewport=SIZE)
        page = context.new_page()
        misdeeds.watch(page)
        try:
            yield _ChromiumVisitor(page)
        finally:
            context.close()


class _ChromiumVisitor(Visitor):
    def __init__(self, page: Any) -> None:
        self._page = page

    def open(self, url: str) -> None:
        self._page.goto(url)

    def evaluate(self, expression: str) -> Any:
        try:
            return self._page.evaluate(expression)
        except Error as error:
            raise Unready(error.message) from error

    def strike(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def point(self, x: float, y: float) -> None:
        self._page.mouse.click(x, y)

    def rest(self) -> None:
        self._page.wait_for_timeout(1000 * GLANCE)  # lets Playwright hear of requests
