"""One deployment of a project at a time on this computer; one that is killed holds nobody up."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from caridulu.publishing.failure import PublishingError

LOCK = Path(".caridulu") / "publishing.lock"  # in the project; may be deleted at any time


@contextmanager
def only_one(root: Path) -> Iterator[None]:
    """Holds the lock of the project at ``root``; the system lets go of it whatever happens.

    ``PublishingError`` if another deployment is under way.
    """
    path = root / LOCK
    try:
        path.parent.mkdir(exist_ok=True)
        stream = path.open("ab")
    except OSError as error:
        reason = error.strerror or str(error)
        raise PublishingError("folder_failed", path=path.parent, reason=reason) from error
    with stream:
        try:
            _lock(stream)
        except OSError as error:
            raise PublishingError("busy_here") from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[bytes]) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
