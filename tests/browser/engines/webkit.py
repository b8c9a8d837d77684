"""WebKit as the system has it, over WebDriver: https://www.w3.org/TR/webdriver2/.

WebDriver tells of no request. So everything that is not for this computer goes to a proxy of the
test, which takes it down and answers nothing.
"""

import os
import socket
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import requests

from tests.browser.engines.visitor import SIZE, Unready, Visitor
from tests.browser.engines.waiting import awaited
from tests.browser.engines.webdriver_actions import pointed, struck
from tests.real_browser import WAIT, Misdeeds

# Without its bars the window may be as narrow as a phone; a page may only open such a one.
_BARE = f"popup,width={SIZE['width']},height={SIZE['height']},toolbar=no,menubar=no,location=no"
PATIENCE = 10  # s; a driver that has not ended by then is killed
_ARGUMENTS = ["--automation", "--javascript-can-open-windows-automatically=1"]


class _Refusal(BaseHTTPRequestHandler):
    server: "_Proxy"

    def log_message(self, *_args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_error(HTTPStatus.FORBIDDEN)

    do_CONNECT = do_POST = do_HEAD = do_GET  # noqa: N815 - names of http.server


class _Proxy(ThreadingHTTPServer):
    """Takes down which addresses it is asked for, and fetches none."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Refusal)
        self.asked: list[str] = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.server_port}"


class Refused(Exception):  # noqa: N818 - the protocol's answer, not a fault of this code
    """WebKit did not do what it was asked."""


class WebKit:
    """One session of one WebKit, which keeps nothing; each visit is a window of its own."""

    def __init__(self, driver: str, proxy: _Proxy) -> None:
        self.answers = True
        self._proxy = proxy
        self._session = driver
        wanted = {
            "webkitgtk:browserOptions": {"args": _ARGUMENTS},
            "proxy": {
                "proxyType": "manual",
                "httpProxy": proxy.place,
                "sslProxy": proxy.place,
                "noProxy": ["127.0.0.1"],
            },
        }
        begun = self.ask("POST", "/session", capabilities={"alwaysMatch": wanted})
        self._session += f"/session/{begun['sessionId']}"
        self._opener = self.ask("GET", "/window")

    @contextmanager
    def visit(self, misdeeds: Misdeeds) -> Iterator[Visitor]:
        """A window, watched for requests."""
        self._proxy.asked.clear()
        self.ask("POST", "/window", handle=self._opener)
        self.ask("POST", "/execute/sync", script=f"open('', '', '{_BARE}')", args=[])
        [window] = {*self.ask("GET", "/window/handles")} - {self._opener}
        self.ask("POST", "/window", handle=window)
        visitor = _WebKitVisitor(self)
        try:
            # Of 3,000 visits that left a window's first, empty page at once, 4 waited for ever.
            visitor.until("document.readyState === 'complete'")
            yield visitor
        finally:
            if self.answers:
                self.ask("DELETE", "/window")
        for address in self._proxy.asked:
            misdeeds.note_request(address)

    def ask(self, method: str, path: str, **parameters: Any) -> Any:
        """Sends a command and gives the value of its answer."""
        body = parameters if method == "POST" else None
        try:
            answer = requests.request(method, self._session + path, json=body, timeout=WAIT)
        except requests.Timeout:
            self.answers = False
            raise
        value = answer.json()["value"]
        if answer.status_code != HTTPStatus.OK:
            raise Refused(f"{path}: {value['error']}: {value['message']}")
        return value

    def close(self) -> None:
        if self.answers:
            self.ask("DELETE", "")


class RenewedWebKit:
    """WebKit, and another one when it no longer answers.

    On a busy machine a session now and then takes no command any more, for minutes: the test that
    is tried again needs a new one.
    """

    def __init__(self, start: Callable[[], AbstractContextManager[WebKit]]) -> None:
        self._start = start
        self._running = ExitStack()
        self._webkit: WebKit | None = None

    @contextmanager
    def visit(self, misdeeds: Misdeeds) -> Iterator[Visitor]:
        """A window of a WebKit that answers."""
        if self._webkit is None or not self._webkit.answers:
            self.close()
            self._webkit = self._running.enter_context(self._start())
        with self._webkit.visit(misdeeds) as visitor:
            yield visitor

    def close(self) -> None:
        self._running.close()


class _WebKitVisitor(Visitor):
    def __init__(self, webkit: WebKit) -> None:
        self._webkit = webkit

    def open(self, url: str) -> None:
        self._webkit.ask("POST", "/url", url=url)

    def evaluate(self, expression: str) -> Any:
        try:
            return self._webkit.ask("POST", "/execute/sync", script=f"return {expression}", args=[])
        except Refused as refused:
            raise Unready(*refused.args) from refused

    def strike(self, keys: Iterable[str]) -> None:
        self._webkit.ask("POST", "/actions", actions=struck(keys))

    def point(self, x: float, y: float) -> None:
        self._webkit.ask("POST", "/actions", actions=pointed(x, y))


@contextmanager
def started(driver: str, xvfb: str, home: Path) -> Iterator[WebKit]:
    """WebKit on a screen that nobody sees, until the block ends."""
    with _screen(xvfb) as display, _Proxy() as proxy:
        folders = {name: str(home) for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME")}
        port = _free_port()
        process = subprocess.Popen(
            [driver, "--host=127.0.0.1", f"--port={port}"],
            env={**os.environ, **folders, "DISPLAY": display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            awaited(lambda: _listens(port) or None, lambda: driver)
            webkit = WebKit(address, proxy)
            yield webkit
            webkit.close()
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            proxy.shutdown()


@contextmanager
def _screen(xvfb: str) -> Iterator[str]:
    """An X server of its own; gives the name of its display."""
    command = [xvfb, "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout
            yield f":{process.stdout.readline().strip()}"
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0
