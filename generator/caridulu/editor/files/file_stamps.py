"""What tells that a file of the project has changed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("kb", "content")


@dataclass(frozen=True)
class Stamp:
    """What tells that a file has changed."""

    modified: int
    size: int


def stamps(root: Path) -> dict[str, Stamp]:
    """Reads the stamp of every file of the project's folders, by its path from ``root``."""
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
