"""What a visitor does in any browser, so that a journey is written once for all of them."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from json import dumps
from typing import Any

from tests.browser.engines.waiting import awaited, pause

SIZE = {"width": 360, "height": 740}  # of a cheap phone


class Unready(Exception):  # noqa: N818 - no mistake: the page is being left, and the next one comes
    """The page cannot be asked just now."""


class Visitor(ABC):
    """One page in a browser of ``SIZE``; selectors mean the first element that is seen."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Opens an address and waits until it is loaded."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """The JSON value of a JavaScript expression; raises ``Unready`` between two pages."""

    @abstractmethod
    def strike(self, keys: Iterable[str]) -> None:
        """Strikes keys one after another, each named as in ``KeyboardEvent.key``."""

    @abstractmethod
    def point(self, x: float, y: float) -> None:
        """Clicks at a place of the viewport."""

    def type(self, words: str) -> None:
        self.strike(words)

    def press(self, key: str) -> None:
        self.strike([key])

    def click(self, selector: str, text: str = "") -> None:
        """Clicks the middle of an element, once no other one lies above it."""
        place = f"""((found) => {{
          found.scrollIntoView({{ block: "center", behavior: "instant" }});
          const {{ left, top, width, height }} = found.getClientRects()[0];
          const [x, y] = [left + width / 2, top + height / 2];
          return found.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
        }})({_seen(selector, text)})"""
        self.point(*self.until(place))

    def wait_for(self, selector: str, text: str = "") -> str:
        """Waits for an element that holds ``text``, and gives all of its text."""
        return str(self.until(f"{_seen(selector, text)}.innerText.trim()"))

    def text(self, selector: str) -> str:
        return self.wait_for(selector)

    def wait_for_address(self, end: str) -> None:
        """Waits until the address ends so and its page is loaded."""
        self.until(f"location.href.endsWith({dumps(end)}) && document.readyState === 'complete'")

    def wait_for_focus(self, selector: str) -> None:
        self.until(f"document.activeElement.matches({dumps(selector)})")

    def attribute(self, selector: str, name: str) -> str:
        return str(self.until(f"{_seen(selector)}.getAttribute({dumps(name)})"))

    def until(self, condition: str) -> Any:
        """Waits for a condition in JavaScript, and gives its value."""
        said: list[str] = []

        def ask() -> Any:
            try:
                return self.evaluate(condition) or None
            except Unready as unready:
                said[:] = [str(unready)]
                return None

        return awaited(ask, lambda: f"{condition} {said}", self.rest)

    def rest(self) -> None:
        """Passes a moment."""
        pause()


def _seen(selector: str, text: str = "") -> str:
    """A JavaScript expression: the first element that a reader can see and that holds a text."""
    holds = f"each.checkVisibility() && each.innerText.includes({dumps(text)})"
    return f"[...document.querySelectorAll({dumps(selector)})].find((each) => {holds})"
