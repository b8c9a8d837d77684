"""Firefox as the system has it, over WebDriver BiDi: https://www.w3.org/TR/webdriver-bidi/."""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.browser.engines.visitor import SIZE, Unready, Visitor
from tests.browser.engines.waiting import awaited
from tests.browser.engines.webdriver_actions import pointed, struck
from tests.real_browser import WAIT, Misdeeds

_EVENTS = ["network.beforeRequestSent", "log.entryAdded"]
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Refused(Exception):  # noqa: N818 - the protocol's answer, not a fault of this code
    """Firefox did not do what it was asked."""


class Firefox:
    """One session of one Firefox; each visit is a container of its own."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._asked = 0
        self._misdeeds = Misdeeds()
        self._page = ""

    @contextmanager
    def visit(self, misdeeds: Misdeeds) -> Iterator[Visitor]:
        """A page with a store of its own, watched."""
        container = self.ask("browser.createUserContext")
        self._page = self.ask("browsingContext.create", type="tab", **container)["context"]
        self.ask("browsingContext.setViewport", context=self._page, viewport=SIZE)
        self._misdeeds = misdeeds
        try:
            yield _FirefoxVisitor(self, self._page)
        finally:
            self._misdeeds = Misdeeds()  # what closing brings about is not the visitor's
            self.ask("browser.removeUserContext", **container)

    def ask(self, method: str, **parameters: Any) -> Any:
        """Sends a command and waits for its answer; notes what happens meanwhile."""
        self._asked += 1
        command = {"id": self._asked, "method": method, "params": parameters}
        self._connection.send(json.dumps(command))
        while True:
            message = json.loads(self._connection.recv(timeout=WAIT))
            if message.get("id") != self._asked:
                self._note(message["method"], message["params"])
            elif message["type"] == "error":
                raise Refused(f"{method}: {message['error']}: {message['message']}")
            else:
                return message["result"]

    def _note(self, event: str, happened: dict[str, Any]) -> None:
        page = happened.get("source", happened).get("context")
        if page not in (self._page, None):  # workers belong to no page
            return
        if event == "network.beforeRequestSent":
            self._misdeeds.note_request(happened["request"]["url"])
        elif event == "log.entryAdded" and happened["level"] in ("error", "warn"):
            self._misdeeds.note_error(f"{happened['text']} {happened.get('stackTrace', '')}")


class _FirefoxVisitor(Visitor):
    def __init__(self, firefox: Firefox, page: str) -> None:
        self._firefox = firefox
        self._page = page

    def open(self, url: str) -> None:
        self._firefox.ask("browsingContext.navigate", context=self._page, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        try:
            answer = self._firefox.ask(
                "script.evaluate",
                expression=f"Promise.resolve({expression}).then((value) => JSON.stringify(value))",
                target={"context": self._page},
                awaitPromise=True,
            )
        except Refused as refused:
            raise Unready(*refused.args) from refused
        if answer["type"] == "exception":
            raise Unready(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def strike(self, keys: Iterable[str]) -> None:
        self._firefox.ask("input.performActions", context=self._page, actions=struck(keys))

    def point(self, x: float, y: float) -> None:
        self._firefox.ask("input.performActions", context=self._page, actions=pointed(x, y))


@contextmanager
def started(program: str, profile: Path) -> Iterator[Firefox]:
    """Firefox with an empty profile, until the tests end."""
    command = [program, "--headless", "--no-remote", "--remote-debugging-port", "0"]
    said = profile / "said.txt"
    with said.open("w") as output:
        process = subprocess.Popen(
            [*command, "--profile", str(profile)], stdout=output, stderr=output
        )
    try:
        with connect(f"{_address(process, said)}/session", max_size=None) as connection:
            firefox = Firefox(connection)
            firefox.ask("session.new", capabilities={})
            firefox.ask("session.subscribe", events=_EVENTS)
            yield firefox
            firefox.ask("browser.close")
        process.wait(WAIT)
    finally:
        process.kill()
        process.wait()


def _address(process: subprocess.Popen[bytes], said: Path) -> str:
    """Where Firefox listens, once it says so."""

    def ask() -> str | None:
        found = _LISTENING.search(said.read_text("utf-8", "replace"))
        assert found or process.poll() is None, said.read_text("utf-8", "replace")
        return found and found[1]

    return awaited(ask, lambda: said.read_text("utf-8", "replace"))
