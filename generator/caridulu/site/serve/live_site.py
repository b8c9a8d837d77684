"""The site as it is now, in memory, for ``caridulu serve``: a change is seen at once.

Pages are made with the last search index first, and shown; the index follows a moment later. Nobody
else sees the preview, so nothing is looked through for personal data and nothing is written.
"""

import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from caridulu.knowledge import load
from caridulu.knowledge.model import KnowledgeBase
from caridulu.knowledge.yaml.checked import FileCache
from caridulu.messages import message
from caridulu.site.build.assemble import assemble, output_path, search_files
from caridulu.site.build.build_command import blocking, build_date
from caridulu.site.build.build_site import CACHE
from caridulu.site.build.cache import Cache, cache_in
from caridulu.site.build.up_to_date import SOURCES
from caridulu.site.build.write_site import site_contents
from caridulu.site.client.asset_files import SearchFiles
from caridulu.site.pages.render_pages import SiteError
from caridulu.site.urls import ASSETS, INDEX, NOT_FOUND, Addresses

PAUSE = 0.15  # seconds between two looks at the sources
SHARE = 20  # one part of the time at most is spent on looking: a large project waits longer

Tell = Callable[[tuple[str, ...]], None]


class Preview:
    """The latest site that could be built.

    Args:
        root: the office's project.
        tell: takes the problems that stand in the way of a newer site; none when it was built.
    """

    def __init__(self, root: Path, *, tell: Tell) -> None:
        self._root = root
        self._tell = tell
        self._cache = FileCache()
        self._search: SearchFiles | None = None
        self._files: Mapping[str, str | bytes] = {}
        self._earlier: Mapping[str, str | bytes] = {}
        self._base = "/"
        self._news = threading.Condition()
        self._started = secrets.token_hex(4)
        self._count = 0

    @property
    def version(self) -> str:
        """Changes with every site, and with every start."""
        return f"{self._started}-{self._count}"

    def wait(self, version: str, *, seconds: float) -> str:
        """The version, as soon as it is another one or the time is over."""
        with self._news:
            self._news.wait_for(lambda: self.version != version, timeout=seconds)
        return self.version

    def content(self, path: str) -> str | bytes | None:
        """What stands at a site path; None if nothing does.

        Scripts and index of the site before are still there for pages that are open.
        """
        name = output_path(path)
        if name not in self._files and path.startswith((ASSETS, INDEX)):
            return self._earlier.get(name)
        return self._files.get(name)

    def site_path(self, address: str) -> str:
        """The site path that a browser asks for; a site may expect to live in a folder."""
        return address.removeprefix(self._base).removeprefix("/")

    def not_found(self) -> str | bytes:
        """The page for addresses that do not exist, and for all while there is no site yet."""
        waiting = f"<p>{message('site.preview_waiting')}</p>"
        return self._files.get(NOT_FOUND, f'<!doctype html><html lang="id"><body>{waiting}</body>')

    def refresh(self) -> None:
        """Build the site anew; with problems the last one stays."""
        try:
            knowledge = self._knowledge()
            with cache_in(self._root / CACHE) as cache:
                if self._search:
                    self._show(knowledge, self._search, cache)
                    self._tell(())
                found = search_files(knowledge, cache=cache)
                if found != self._search:
                    self._show(knowledge, found, cache)
                    self._search = found
        except SiteError as error:
            self._tell(error.problems)

    def _knowledge(self) -> KnowledgeBase:
        loaded = load(self._root, today=build_date(), cache=self._cache)
        problems = blocking(loaded.problems)
        if loaded.knowledge is None or problems:
            raise SiteError(tuple(problem.text() for problem in problems))
        return loaded.knowledge

    def _show(self, knowledge: KnowledgeBase, search: SearchFiles, cache: Cache) -> None:
        site = assemble(knowledge, today=build_date(), search=search, cache=cache)
        with self._news:
            if search is self._search or not self._search:  # else only the index is newer
                self._count += 1
            self._base = Addresses.of(knowledge).base_path
            self._earlier, self._files = self._files, site_contents(site)
            self._news.notify_all()


def changes(root: Path, *, pause: float = PAUSE) -> Iterator[None]:
    """Yields whenever a source file of the project has changed.

    Looking works on every disk, unlike the news that systems send of their own folders only.
    """
    before = _signature(root)
    while True:
        began = time.monotonic()
        now = _signature(root)
        took = time.monotonic() - began
        if now != before:
            before = now
            yield
        time.sleep(max(pause, took * SHARE))


def _signature(root: Path) -> set[tuple[str, int, int]]:
    """All source files with time and size: enough to see that something happened."""
    seen = set()
    for name in SOURCES:
        for folder, _, files in os.walk(root / name, followlinks=True):
            for file in files:
                path = f"{folder}/{file}"
                try:
                    status = os.stat(path)  # noqa: PTH116 (pathlib takes twice as long)
                except OSError:  # gone already
                    continue
                seen.add((path, status.st_mtime_ns, status.st_size))
    return seen
