"""The interface of all kinds of targets; paths are those of the site, with ``/``."""

from collections.abc import Iterable
from typing import Protocol


class Host(Protocol):
    """A target that has been reached. Every failure is a ``PublishingError``."""

    lanes: int  # how many files may be written at once
    is_made: bool = False  # whether its folder was not there before
    at_once: bool = False  # whether everything becomes public in one moment, with ``finish``

    def read(self, path: str) -> bytes | None:
        """Returns a file, or None if there is none."""

    def write(self, path: str, content: bytes) -> None:
        """Puts a file there, whole or not at all."""

    def copy(self, source: str, target: str) -> None:
        """Puts the content of one file at another path, whole or not at all."""

    def remove(self, path: str) -> None:
        """Takes a file away, and folders that it leaves empty; none there is no failure."""

    def present(self, paths: Iterable[str]) -> frozenset[str]:
        """Returns those of the paths at which there is something."""

    def top_names(self) -> tuple[str, ...]:
        """Returns the names of what lies at the top of the target."""

    def rehearse(self) -> None:
        """Makes sure that ``finish`` would be let in; nothing where a written file tells enough."""
        return

    def finish(self, note: str) -> None:
        """Makes public what was written; nothing where every file is public once it is there."""
        return
