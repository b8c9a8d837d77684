"""What ``caridulu check`` would say if files were written, before they are written."""

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from caridulu.knowledge import LoadResult, Problem, Severity, load
from caridulu.knowledge.yaml.checked import FileCache

FOLDERS = ("kb", "content")


@dataclass(frozen=True)
class Stamp:
    """What tells that a file has changed."""

    modified: int
    size: int


def stamps(root: Path) -> dict[str, Stamp]:
    """Every file of the project's folders by its path from ``root``."""
    return {
        Path(entry.path).relative_to(root).as_posix(): _stamp(entry)
        for folder in FOLDERS
        for entry in _walk(root / folder)
    }


def _stamp(entry: "os.DirEntry[str]") -> Stamp:
    status = entry.stat(follow_symlinks=False)
    return Stamp(status.st_mtime_ns, status.st_size)


def _walk(folder: Path) -> Iterator["os.DirEntry[str]"]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as found:
        for entry in sorted(found, key=lambda one: one.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path))
            else:
                yield entry


class DryRun:
    """Loads a project with a change that is not written; files that stay are checked once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._cache = FileCache()

    def load(self, changes: Mapping[str, str | None], *, today: dt.date) -> LoadResult:
        """Loads the project with some files' texts replaced, or taken away by None."""
        return load(self._root, today=today, changes=changes, cache=self._cache)


def new_problems(after: Iterable[Problem], before: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems, without notices, that were not there before, whatever line they have moved to."""
    known = {(p.location.path, p.key, p.values) for p in before}
    return tuple(
        p
        for p in after
        if p.severity is Severity.PROBLEM and (p.location.path, p.key, p.values) not in known
    )
