"""Addresses of sources -> whether their pages are still there.

The only place of the generator that uses a network, and never during a build. Polite: one request
at a time, a pause between two to one host, robots.txt (RFC 9309) respected, answers kept in
``.caridulu/sources.json`` for a week. What could not be reached is no answer: it is tried again.
"""

import datetime as dt
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import requests
from pydantic import TypeAdapter, ValidationError

from caridulu import __version__
from caridulu.curation.writing import write_all

KEPT = Path(".caridulu") / "sources.json"  # may be deleted at any time
FRESH = dt.timedelta(days=7)  # after which an address is tried again
PAUSE = 1.0  # seconds between two requests to one host
TIMEOUT = (10, 20)  # seconds to connect, and between two parts of an answer
LARGEST = 2_000_000  # bytes of a page that are read
AGENT = f"CariDulu/{__version__} (link check)"
ROBOT = "CariDulu"
_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")


class LinkState(StrEnum):
    """What was found at an address."""

    THERE = "there"
    MOVED = "moved"  # for good (301, 308); ``moved_to`` says where
    GONE = "gone"  # 404, 410
    REFUSED = "refused"  # programs are not wanted: to be looked at by a person
    UNREACHABLE = "unreachable"


_STATES = dict.fromkeys((404, 410), LinkState.GONE) | dict.fromkeys(
    (401, 403, 429, 451), LinkState.REFUSED
)


@dataclass(frozen=True)
class TriedLink:
    """What was found at an address, and when."""

    url: str
    state: LinkState
    on: dt.date
    moved_to: str = ""  # the new address of a page that has moved
    modified: dt.date | None = None  # the last day on which the page is known to have changed
    digest: str = ""  # of its words, to notice the next change

    def is_fresh(self, today: dt.date) -> bool:
        return self.state is not LinkState.UNREACHABLE and self.on + FRESH >= today

    def changed_since(self, accessed: dt.date | None) -> bool:
        return bool(self.modified and accessed and self.modified > accessed)


_LINKS = TypeAdapter(list[TriedLink])


class LinkChecker:
    """Tries addresses, politely; keeps what it found in the project at ``root``."""

    def __init__(self, root: Path, *, today: dt.date, pause: float = PAUSE) -> None:
        self._path = root / KEPT
        self._today = today
        self._pause = pause
        self._kept = _read(self._path)
        self._robots: dict[str, RobotFileParser | None] = {}
        self._last: dict[str, float] = {}
        self._session = requests.Session()
        self._session.headers["User-Agent"] = AGENT

    def check(self, urls: Iterable[str], *, again: bool = False) -> Iterator[TriedLink]:
        """Returns a finding for each address; ``again`` tries also those found within a week."""
        for url in dict.fromkeys(urls):
            known = self._kept.get(url)
            if again or known is None or not known.is_fresh(self._today):
                self._kept[url] = self._with_changes(self._tried(url), known)
                self._write()
            yield self._kept[url]

    def _with_changes(self, found: TriedLink, known: TriedLink | None) -> TriedLink:
        """Adds when the page last changed, by its own word or since the last time."""
        if known is None or not known.digest:
            return found
        if found.state is not LinkState.THERE:
            return replace(found, modified=known.modified, digest=known.digest)
        if found.digest == known.digest:
            return replace(found, modified=found.modified or known.modified)
        return replace(found, modified=found.modified or self._today)

    def _tried(self, url: str) -> TriedLink:
        try:
            if not self._may_fetch(url):
                return TriedLink(url, LinkState.REFUSED, self._today)
            with self._get(url) as answer:
                return self._finding(url, answer)
        except requests.RequestException:
            return TriedLink(url, LinkState.UNREACHABLE, self._today)

    def _finding(self, url: str, answer: requests.Response) -> TriedLink:
        if not answer.ok:
            state = _STATES.get(answer.status_code, LinkState.UNREACHABLE)
            return TriedLink(url, state, self._today)
        if any(step.status_code in (301, 308) for step in answer.history):
            return TriedLink(url, LinkState.MOVED, self._today, moved_to=answer.url)
        body = next(answer.iter_content(LARGEST), b"")
        modified = _day(answer.headers.get("Last-Modified", ""))
        return TriedLink(url, LinkState.THERE, self._today, modified=modified, digest=_digest(body))

    def _may_fetch(self, url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules(f"{site}/robots.txt")
        rules = self._robots[site]
        return rules is None or rules.can_fetch(ROBOT, url)

    def _rules(self, url: str) -> RobotFileParser | None:
        """Reads a robots.txt; None where there is none (RFC 9309, 2.3.1.3: all is allowed)."""
        with self._get(url) as answer:
            if 400 <= answer.status_code < 500:
                return None
            answer.raise_for_status()
            text = next(answer.iter_content(LARGEST), b"").decode("utf-8", "replace")
        rules = RobotFileParser(url)
        rules.parse(text.splitlines())
        return rules

    def _get(self, url: str) -> requests.Response:
        """Requests an address after the pause that its host is owed."""
        host = urlsplit(url).netloc
        wait = self._last.get(host, float("-inf")) + self._pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        try:
            return self._session.get(url, timeout=TIMEOUT, stream=True)
        finally:
            self._last[host] = time.monotonic()

    def _write(self) -> None:
        links = [self._kept[url] for url in sorted(self._kept)]
        self._path.parent.mkdir(exist_ok=True)
        write_all({self._path: _LINKS.dump_json(links, indent=1).decode("utf-8") + "\n"})


def _read(path: Path) -> dict[str, TriedLink]:
    """Reads what earlier calls found; a damaged file counts as none."""
    try:
        return {one.url: one for one in _LINKS.validate_json(path.read_bytes())}
    except (OSError, ValidationError):
        return {}


def _day(header: str) -> dt.date | None:
    try:
        return parsedate_to_datetime(header).date()
    except ValueError:
        return None


def _digest(body: bytes) -> str:
    """Digests the words of a page: counters, dates and markup change by themselves."""
    words = _WORDS.findall(_MARKUP.sub(" ", body.decode("utf-8", "replace")).casefold())
    return blake2b(" ".join(words).encode(), digest_size=16).hexdigest()
