"""What ``caridulu check`` would say if files were written, before they are written.

The project's ``content/`` and ``kb/`` are kept as copies in a temporary folder, which follows the
project by modification time; the change is made there first and everything is loaded from there.
"""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from caridulu.knowledge import LoadResult, Problem, Severity, load

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


class Trial:
    """The copies, and what loading them with a change says."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = tempfile.TemporaryDirectory(prefix="caridulu-")
        self._copies: dict[str, Stamp] = {}

    def close(self) -> None:
        self._folder.cleanup()

    def load(self, changes: Mapping[str, str | None], *, today: dt.date) -> LoadResult:
        """The project with some files' texts replaced, or taken away by None."""
        copy = Path(self._folder.name)
        self._follow(copy)
        for name, text in changes.items():
            self._copies.pop(name, None)  # is copied again next time
            target = copy / name
            if text is None:
                target.unlink(missing_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.encode("utf-8"))
        loaded = load(copy, today=today)
        for name, text in changes.items():
            if text is not None:
                (copy / name).unlink()
        return loaded

    def _follow(self, copy: Path) -> None:
        """Brings the copies up to date."""
        now = stamps(self._root)
        for name in self._copies.keys() - now.keys():
            (copy / name).unlink(missing_ok=True)
            del self._copies[name]
        for name, stamp in now.items():
            if self._copies.get(name) != stamp:
                target = copy / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.unlink(missing_ok=True)
                shutil.copy2(self._root / name, target, follow_symlinks=False)
                self._copies[name] = stamp


def new_problems(after: Iterable[Problem], before: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems, without notices, that were not there before, whatever line they have moved to."""
    known = {(p.location.path, p.key, p.values) for p in before}
    return tuple(
        p
        for p in after
        if p.severity is Severity.PROBLEM and (p.location.path, p.key, p.values) not in known
    )
