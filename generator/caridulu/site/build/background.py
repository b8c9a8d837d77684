"""Work that goes on in a second process, so that a large site uses two processors.

Only where a process can be forked from this one alone: then the other has all values at hand, and
only its text travels back. Elsewhere, and for little work, everything is done in this process.
"""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection


class Meanwhile:
    """A text that is being made; ``text`` waits for it.

    Args:
        make: makes the text; its error is raised by ``text``.
        large: whether the work is worth a process of its own.
    """

    def __init__(self, make: Callable[[], str], *, large: bool) -> None:
        self._make = make
        self._receiver: Connection | None = None
        if large and _may_fork():
            context = multiprocessing.get_context("fork")
            self._receiver, sender = context.Pipe(duplex=False)
            self._process = context.Process(target=_send, args=(sender, make), daemon=True)
            self._process.start()
            sender.close()

    @property
    def is_apart(self) -> bool:
        """Whether another process is at it."""
        return self._receiver is not None

    def text(self) -> str:
        """What was made; if the other process ended without a word, it is made here."""
        if self._receiver is None:
            return self._make()
        try:
            made: str | Exception = self._receiver.recv()
        except EOFError:  # killed, perhaps for want of memory
            made = self._make()
        self._process.join()
        if isinstance(made, Exception):
            raise made
        return made


def _send(sender: Connection, make: Callable[[], str]) -> None:
    try:
        made: str | Exception = make()
    except Exception as error:
        made = error
    sender.send(made)


def _may_fork() -> bool:
    """Forking is safe while there is one thread, and worth it with two processors."""
    is_alone = threading.active_count() == 1 and sys.platform == "linux"
    return is_alone and len(os.sched_getaffinity(0)) > 1
