"""Sends a site from a process of its own, which is killed in the middle: ``kill -9``.

    python -m tests.publishing.hosts.killed PROJECT TARGET FOLDER-WITH-THE-SITE CHANGES

dies during the change of that number, half of it already sent where the host lets us.
"""

import datetime as dt
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from caridulu.publishing import publish
from caridulu.publishing.publish import Publisher
from tests import TODAY


class Deadly:
    """A host that has this process killed while one of its changes is on its way."""

    def __init__(self, host: Any, changes: int) -> None:
        self._host, self._left, self._lock = host, changes, threading.Lock()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._host, name)
        return self._counted(found) if name in ("write", "copy", "remove", "finish") else found

    def _counted(self, act: Any) -> Any:
        def counted(*arguments: Any) -> Any:
            with self._lock:
                self._left -= 1
                if self._left == 0:
                    threading.Timer(0.002, os.kill, (os.getpid(), signal.SIGKILL)).start()
            return act(*arguments)

        return counted


def main(project: str, target: str, folder: str, changes: str) -> None:
    """Sends, and dies."""
    site = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file()
    }
    publisher = Publisher(Path(project), today=TODAY, now=lambda: dt.datetime.now(dt.UTC))
    opened = publish.open_host

    class Opened:
        def __init__(self, *arguments: Any, **options: Any) -> None:
            self._context = opened(*arguments, **options)

        def __enter__(self) -> Deadly:
            return Deadly(self._context.__enter__(), int(changes))

        def __exit__(self, *error: Any) -> Any:
            return self._context.__exit__(*error)

    publish.open_host = Opened  # type: ignore[assignment]
    publisher.send(site, publisher.target(target))


if __name__ == "__main__":
    main(*sys.argv[1:])
