"""Addresses are tried politely: what is there, moved, gone, refused or changed."""

import datetime as dt
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from caridulu.curation.sources.link_check import KEPT, LinkChecker, LinkState

TODAY = dt.date(2026, 11, 26)


class Site(ThreadingHTTPServer):
    """A web site on this computer; knows what it was asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.page = "<p>Inflasi dihitung tiap bulan.</p>"
        self.modified = ""
        self.failing = False

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Answers(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.agents.add(self.headers["User-Agent"])
        moved = {"/lama": (301, "/baru"), "/sementara": (302, "/baru")}
        if self.path == "/robots.txt":
            self._answer(200, "User-agent: *\nDisallow: /rahasia\n")
        elif self.path in moved:
            status, target = moved[self.path]
            self._answer(status, "", location=target)
        elif self.path == "/hilang":
            self._answer(404, "")
        elif self.path == "/rusak" or self.server.failing:
            self._answer(500, "")
        else:
            self._answer(200, self.server.page)

    def _answer(self, status: int, text: str, *, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        if self.server.modified:
            self.send_header("Last-Modified", self.server.modified)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Says nothing on the terminal."""


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def checker(root: Path, *, today: dt.date = TODAY) -> LinkChecker:
    return LinkChecker(root, today=today, pause=0)


def test_every_kind_of_address_is_told(site: Site, tmp_path: Path) -> None:
    paths = ("/ada", "/lama", "/sementara", "/hilang", "/rusak", "/rahasia/x")
    urls = [site.address(path) for path in paths]

    found = list(checker(tmp_path).check(urls))

    assert [one.state for one in found] == [
        *(LinkState.THERE, LinkState.MOVED, LinkState.THERE),
        *(LinkState.GONE, LinkState.UNREACHABLE, LinkState.REFUSED),
    ]
    assert found[1].moved_to == site.address("/baru")
    assert "/rahasia/x" not in site.asked
    assert site.asked.count("/robots.txt") == 1
    assert all(agent.startswith("CariDulu/") for agent in site.agents)


def test_a_host_that_does_not_answer_is_unreachable(tmp_path: Path) -> None:
    with Site() as closed:
        url = closed.address("/x")

    (found,) = checker(tmp_path).check([url])

    assert found.state is LinkState.UNREACHABLE


def test_what_was_found_is_kept_for_a_week(site: Site, tmp_path: Path) -> None:
    url = site.address("/ada")
    list(checker(tmp_path).check([url]))
    asked = len(site.asked)

    list(checker(tmp_path, today=TODAY + dt.timedelta(days=7)).check([url]))
    assert len(site.asked) == asked
    list(checker(tmp_path, today=TODAY + dt.timedelta(days=8)).check([url]))
    assert len(site.asked) > asked
    asked = len(site.asked)
    list(checker(tmp_path).check([url], again=True))
    assert len(site.asked) > asked


def test_what_was_not_reached_is_tried_again_and_what_was_known_of_it_is_kept(
    site: Site, tmp_path: Path
) -> None:
    url, later = site.address("/kadang"), TODAY + dt.timedelta(days=30)
    list(checker(tmp_path).check([url]))
    site.failing = True
    (failed,) = checker(tmp_path, today=later).check([url])
    site.failing, site.page = False, "<p>Inflasi tidak dihitung lagi.</p>"
    (found,) = checker(tmp_path, today=later).check([url])

    assert (failed.state, found.state) == (LinkState.UNREACHABLE, LinkState.THERE)
    assert found.changed_since(TODAY)


def test_a_page_whose_words_change_has_changed_since_it_was_read(
    site: Site, tmp_path: Path
) -> None:
    url, later = site.address("/ada"), TODAY + dt.timedelta(days=30)
    (first,) = checker(tmp_path).check([url])
    site.page = "<p>Inflasi dihitung   tiap bulan.</p><script>1+1</script> 2027"
    (same,) = checker(tmp_path, today=later).check([url])
    site.page = "<p>Inflasi tidak dihitung lagi.</p>"
    (other,) = checker(tmp_path, today=later).check([url], again=True)

    assert not first.changed_since(dt.date(2026, 1, 1))
    assert not same.changed_since(dt.date(2026, 1, 1))
    assert other.changed_since(TODAY)
    assert not other.changed_since(later)


def test_a_page_that_says_when_it_changed_is_believed(site: Site, tmp_path: Path) -> None:
    site.modified = "Tue, 03 Nov 2026 08:00:00 GMT"

    (found,) = checker(tmp_path).check([site.address("/ada")])

    assert found.changed_since(dt.date(2026, 11, 2))
    assert not found.changed_since(dt.date(2026, 11, 3))


def test_a_host_is_given_a_pause(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)

    list(LinkChecker(tmp_path, today=TODAY, pause=60).check([site.address("/a")]))

    assert len(slept) == 1  # between robots.txt and the page
    assert 50 < slept[0] <= 60


def test_damaged_findings_are_none(site: Site, tmp_path: Path) -> None:
    (tmp_path / KEPT).parent.mkdir()
    (tmp_path / KEPT).write_text("[{", encoding="utf-8")

    (found,) = checker(tmp_path).check([site.address("/ada")])

    assert found.state is LinkState.THERE
