"""A folder -> the index that is in it now; its replacement is opened while the old one answers."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread

from caridulu.portal.served.index_folder import READING, IndexFolderError
from caridulu.portal.served.served_index import ServedIndex

_Version = tuple[int, int, int]


class CurrentIndex:
    """The newest index of a folder that could be opened; its replacement comes whole.

    ``tell_refused`` is told that what is there now cannot be opened; the old one answers on. The
    first one raises ``IndexFolderError``.
    """

    def __init__(self, folder: Path, tell_refused: Callable[[], None]) -> None:
        self._folder, self._tell_refused = folder, tell_refused
        self._seen = self._version()
        self._index = ServedIndex(folder)
        self._opening = Lock()

    def latest(self) -> ServedIndex:
        """Returns the index, at once; a look at the folder costs some microseconds."""
        version = self._version()
        if version not in (None, self._seen) and self._opening.acquire(blocking=False):
            self._seen = version
            Thread(target=self._open, daemon=True).start()
        return self._index

    def _version(self) -> _Version | None:
        """Tells one index from another; None while none is there."""
        try:
            found = (self._folder / READING).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _open(self) -> None:
        try:
            self._index = ServedIndex(self._folder)
        except (IndexFolderError, ValueError):
            self._tell_refused()
        finally:
            self._opening.release()
