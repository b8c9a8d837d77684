"""The site that a preview shows; a newer one can replace it."""

import secrets
import threading
from abc import ABC, abstractmethod
from collections.abc import Mapping

from caridulu.messages import message
from caridulu.site.urls import NOT_FOUND, output_path


class ShownSite(ABC):
    """Answers what a preview asks; each site that is shown counts as a version."""

    def __init__(self) -> None:
        self._base = "/"
        self._news = threading.Condition()
        self._started = secrets.token_hex(4)
        self._count = 0

    @property
    def version(self) -> str:
        """Changes with every site, and with every start."""
        return f"{self._started}-{self._count}"

    def wait(self, version: str, *, seconds: float) -> str:
        """Returns the version, as soon as it is another one or the time is over."""
        with self._news:
            self._news.wait_for(lambda: self.version != version, timeout=seconds)
        return self.version

    def site_path(self, address: str) -> str:
        """Returns the path of an address on the site, which may expect to live in a folder."""
        return address.removeprefix(self._base).removeprefix("/")

    @abstractmethod
    def content(self, path: str) -> str | bytes | None:
        """Returns what stands at a site path; None if nothing does."""

    def not_found(self) -> str | bytes:
        """Returns the page for unknown addresses, and for all while there is no site yet."""
        waiting = f"<p>{message('site.preview_waiting')}</p>"
        return self.content(NOT_FOUND) or f'<!doctype html><html lang="id"><body>{waiting}</body>'


class BuiltSite(ShownSite):
    """A finished site in memory."""

    def __init__(self) -> None:
        super().__init__()
        self._files: Mapping[str, bytes] = {}

    def show(self, files: Mapping[str, bytes], *, base: str) -> None:
        """Puts a site in the place of the last one; pages that are open load anew."""
        with self._news:
            self._files, self._base = files, base
            self._count += 1
            self._news.notify_all()

    def content(self, path: str) -> bytes | None:
        """Returns the file for a site path; None if there is none."""
        return self._files.get(output_path(path))
