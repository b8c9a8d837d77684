"""Runs work in a second process beside the build of a large site.

Gain: a first build of 10,000 entries takes two fifths less time, while one process looks through
them for personal data and another makes the search index.
"""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

T = TypeVar("T")


def in_background(*works: Callable[[], T], large: bool) -> Sequence[Callable[[], T]]:
    """Starts ``works``, one after the other, in a second process.

    Returns for each a function that waits for its value, or raises its exception. It computes
    in-process, when the value is asked for, if the works are not ``large``, if no process can be
    forked here, or if the worker died.
    """
    if not large or not _may_fork():
        return works
    context = multiprocessing.get_context("fork")  # the worker has all values at hand
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, works), daemon=True)
    process.start()
    sender.close()
    made = _Made(process, receiver, works)
    return [partial(made.value, number) for number in range(len(works))]


class _Made(Generic[T]):
    """The values that a worker makes, received in its order."""

    def __init__(
        self, process: BaseProcess, receiver: Connection, works: Sequence[Callable[[], T]]
    ) -> None:
        self._process, self._receiver, self._works = process, receiver, works
        self._received: list[T | Exception] = []

    def value(self, number: int) -> T:
        while len(self._received) <= number:
            self._receive()
        made = self._received[number]
        if isinstance(made, Exception):
            raise made
        return made

    def _receive(self) -> None:
        try:
            self._received.append(self._receiver.recv())
        except EOFError:  # killed, perhaps for want of memory
            self._received.append(self._works[len(self._received)]())
        if len(self._received) == len(self._works):
            self._process.join()


def _send(sender: Connection, works: Sequence[Callable[[], object]]) -> None:
    for work in works:
        try:
            made = work()
        except Exception as error:  # told where the value is asked for
            made = error
        sender.send(made)


def _may_fork() -> bool:
    """Forking is safe while there is one thread, and worth it with two processors."""
    is_alone = threading.active_count() == 1 and sys.platform == "linux"
    return is_alone and len(os.sched_getaffinity(0)) > 1
