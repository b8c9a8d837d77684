"""A folder on this computer or on a network share."""

import errno
import os
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from caridulu.knowledge.model import Target
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.hosts.host import Host
from caridulu.publishing.records import STATE

OURS = ("content", "kb", "site")  # folders of a project that no site is sent to
FULL = (errno.ENOSPC, errno.EDQUOT)
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def open_folder(target: Target, root: Path) -> Iterator["Folder"]:
    """Opens the folder of a target; it is made if only the last part of its path is missing."""
    given = target.path or ""
    if given.startswith("\\\\") and os.name != "nt":
        raise PublishingError("share_not_mounted", path=given)
    place = root / Path(given).expanduser()
    project, resolved = root.resolve(), place.resolve()
    inside = (project / name for name in OURS)
    if project.is_relative_to(resolved) or any(map(resolved.is_relative_to, inside)):
        raise PublishingError("folder_in_project", path=given)
    if place.exists() and not place.is_dir():
        raise PublishingError("folder_is_file", path=given)
    if not place.parent.is_dir():
        raise PublishingError("folder_missing", path=given)
    is_made = not place.exists()
    with _errors_told(given):
        place.mkdir(exist_ok=True)
    folder = Folder(place, given, is_made=is_made)
    try:
        yield folder
    finally:
        folder.tidy()
        if is_made:
            with suppress(OSError):  # something was sent
                place.rmdir()


class Folder(Host):
    """Files below one folder; each is written beside and moved into its place."""

    lanes = 4  # a share answers slowly, but to several

    def __init__(self, place: Path, shown: str, *, is_made: bool) -> None:
        self._place, self._shown, self.is_made = place, shown, is_made

    def read(self, path: str) -> bytes | None:
        with _errors_told(self._shown):
            try:
                return (self._place / path).read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                return None

    def write(self, path: str, content: bytes) -> None:
        with _errors_told(self._shown):
            fresh = self._fresh()
            with fresh.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())  # a share tells only now that it is full
            self._move(fresh, path)

    def copy(self, source: str, target: str) -> None:
        with _errors_told(self._shown):
            fresh = self._fresh()
            shutil.copyfile(self._place / source, fresh)
            self._move(fresh, target)

    def remove(self, path: str) -> None:
        with _errors_told(self._shown):
            (self._place / path).unlink(missing_ok=True)
        parent = (self._place / path).parent
        with suppress(OSError):  # not empty: of others, or of ours
            while parent != self._place:
                parent.rmdir()
                parent = parent.parent

    def present(self, paths: Iterable[str]) -> frozenset[str]:
        with _errors_told(self._shown):
            return frozenset(path for path in paths if os.path.lexists(self._place / path))

    def top_names(self) -> tuple[str, ...]:
        with _errors_told(self._shown):
            return tuple(sorted(each.name for each in self._place.iterdir()))

    def tidy(self) -> None:
        """Takes away what killed or failed writing has left."""
        with suppress(OSError):
            for fresh in (self._place / STATE).glob("new-*"):
                fresh.unlink(missing_ok=True)
            (self._place / STATE).rmdir()  # only if nothing was ever sent

    def _fresh(self) -> Path:
        folder = self._place / STATE
        folder.mkdir(exist_ok=True)
        return folder / f"new-{threading.get_ident()}"

    def _move(self, fresh: Path, path: str) -> None:
        target = self._place / path
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.replace(target)


@contextmanager
def _errors_told(path: str) -> Iterator[None]:
    """Says in a sentence what a folder refuses."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise PublishingError("folder_full", path=path) from error
        if error.errno in CLOSED:
            raise PublishingError("folder_closed", path=path) from error
        reason = error.strerror or str(error)
        raise PublishingError("folder_failed", path=path, reason=reason) from error
