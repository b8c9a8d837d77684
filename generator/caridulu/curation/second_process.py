"""A second process for half of a large work, and the pipe to it."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection


@contextmanager
def second_process(work: Callable[..., None], *values: object) -> Iterator[Connection]:
    """Calls ``work(pipe, *values)`` in another process, which ends with the block.

    It is a fresh process, which all systems have and which the threads of the editor permit; it is
    ready after one to three seconds. It may be killed, perhaps for want of memory: then the pipe
    raises ``EOFError`` or ``OSError``.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_undisturbed, args=(work, theirs, *values), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        process.terminate()
        process.join()


def _undisturbed(work: Callable[..., None], *values: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    work(*values)
