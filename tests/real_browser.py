"""What tests in a real browser share: what a page must never do."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.static_host import host

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# Chromium without the window that nobody sees: Debian's package of that name, twice as fast.
PROGRAMS = ("chromium-headless-shell", "chromium")
WAIT = 120  # seconds; WebKit on a busy machine once took more than 60
OWN = ("http://127.0.0.1:", "data:", "blob:")


@dataclass
class Misdeeds:
    """Requests to another host, and errors; ``tolerated`` answers are no faults."""

    tolerated: tuple[str, ...] = ()
    own: tuple[str, ...] = OWN
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Any) -> None:
        page.on("request", lambda request: self.note_request(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda line: self._line(line))

    def note_request(self, url: str) -> None:
        """Takes down a request unless it goes to the site itself."""
        if not url.startswith(self.own):
            self.foreign.append(url)

    def note_error(self, text: str) -> None:
        """Takes down what a browser said in its console, unless it is tolerated."""
        if not any(each in text for each in self.tolerated):
            self.errors.append(text)

    def _line(self, line: Any) -> None:
        if line.type in ("error", "warning"):
            self.note_error(line.text)

    def check(self) -> None:
        """Fails unless the page behaved."""
        assert (self.foreign, self.errors) == ([], [])


def starts_a_worker(browser: Any, folder: Path) -> bool:
    """Whether a page of this browser gets a service worker; ``folder`` is for its files."""
    (folder / "index.html").write_text("<!doctype html>", encoding="utf-8")
    (folder / "worker.js").write_text("", encoding="utf-8")
    (folder / "404.html").write_text("", encoding="utf-8")
    (folder / "_headers").write_text("", encoding="utf-8")
    server = host(folder)
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    started = page.evaluate(f"""Promise.race([
        navigator.serviceWorker.register("worker.js").then(() => true),
        new Promise((end) => setTimeout(end, {1000 * WAIT}, false)),
    ])""")
    page.close()
    server.shutdown()
    server.server_close()
    return bool(started)
