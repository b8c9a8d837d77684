"""Finished site -> folder, so that a failed build leaves the old site untouched."""

import ctypes
import glob
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from caridulu.messages import UserError
from caridulu.site.build.render_site import Site
from caridulu.site.urls import ASSETS, SEARCH, output_path

SOURCES = ("content", "kb")  # folders of a project that decide its site
_AT_WORK = ".caridulu-{name}-"  # begins the names of folders that exist during a build only
_FORGOTTEN = 86_400  # seconds; no build takes a day
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


class FolderError(UserError):
    """The folder to build into is no place for a site."""


def write_site(site: Site, folder: Path) -> None:
    made: set[str] = set()
    for name, content in site.contents().items():
        parent = name.rpartition("/")[0]
        if parent not in made:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        (folder / name).write_bytes(content)


def check_target(folder: Path, *, root: Path) -> None:
    """Raises ``FolderError`` unless a site in ``folder`` takes the place of nothing but a site.

    The folder is new, empty, or holds a site that was built before; the sources of the project at
    ``root`` must not lie in it, nor the folder in them.
    """
    place = folder.resolve()
    for source in (root / name for name in SOURCES):
        inside = place.is_relative_to(source.resolve())
        if inside or source.resolve().is_relative_to(place):
            raise FolderError("site.target_in_sources", path=folder, source=source.name)
    if folder.is_symlink():
        raise FolderError("site.target_is_link", path=folder, target=place)
    if folder.exists() and not folder.is_dir():
        raise FolderError("site.target_is_file", path=folder)
    if not _may_replace(folder):
        raise FolderError("site.not_our_folder", path=folder)


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Makes a folder beside ``folder`` that takes its place when the block ends without an error.

    On Linux in one step; elsewhere, and on file systems that cannot exchange two folders, there is
    a moment between two renames in which ``folder`` does not exist.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = _beside(folder)
    except OSError as error:
        values = {"path": folder, "folder": folder.parent}
        raise FolderError("site.target_not_writable", **values) from error
    try:
        yield fresh
        fresh.chmod(0o755)
        if not _exchange(fresh, folder):
            _swap(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _forget_killed_builds(folder)


def _may_replace(folder: Path) -> bool:
    is_site = (folder / output_path(SEARCH)).is_file() and (folder / ASSETS).is_dir()
    return is_site or not folder.exists() or not any(folder.iterdir())


def _beside(folder: Path) -> Path:
    return Path(tempfile.mkdtemp(prefix=_AT_WORK.format(name=folder.name), dir=folder.parent))


def _forget_killed_builds(folder: Path) -> None:
    """Removes what killed builds have left beside ``folder``; another may be at work now."""
    pattern = glob.escape(_AT_WORK.format(name=folder.name)) + "*"
    for path in folder.parent.glob(pattern):
        with suppress(OSError):
            if time.time() - path.lstat().st_mtime > _FORGOTTEN:
                shutil.rmtree(path)


def _exchange(fresh: Path, folder: Path) -> bool:
    """Whether the two folders now stand in each other's place: renameat2(2), Linux only."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)  # in glibc since 2.28
    if rename is None:
        return False
    names = (_AT_FDCWD, os.fsencode(fresh), _AT_FDCWD, os.fsencode(folder))
    return bool(rename(*names, _RENAME_EXCHANGE) == 0)


def _swap(fresh: Path, folder: Path) -> None:
    """Renames both folders; when the second renaming fails, the old site comes back."""
    if not folder.exists():
        fresh.rename(folder)
        return
    old = _beside(folder)
    folder.rename(old / "site")
    try:
        fresh.rename(folder)
    except OSError:
        (old / "site").rename(folder)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
