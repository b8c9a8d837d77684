"""Background jobs: work that takes longer than a request, polled by its page.

A page keeps one ``Job`` for each kind of work. It outlives the browser, not the editor.
"""

import threading
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Generic, TypeVar

from caridulu.curation.writing import cause

Result = TypeVar("Result")


# Is given how far the work is: a sentence, and counts (done, of all) of files once they travel.
Tell = Callable[..., None]


class RunState(StrEnum):
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Run(Generic[Result]):
    """One run of a job; ``told`` is the message on its progress or its failure."""

    state: RunState
    told: str = ""
    result: Result | None = None
    done: int = 0
    total: int = 0
    about: Any = None  # what it is for, as its page has it


class Job(Generic[Result]):
    """One kind of work, done by one thread at a time; its last run is kept until it is forgotten.

    ``broken`` names what is said of an error that nobody foresaw.
    """

    def __init__(self, say: Callable[[str], str], *, broken: str = "job_broken") -> None:
        self._say = say
        self._broken = broken
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.run: Run[Result] | None = None

    @property
    def is_running(self) -> bool:
        return self.run is not None and self.run.state is RunState.RUNNING

    def start(self, work: Callable[[Tell], Result], *, told: str, about: Any = None) -> bool:
        """Begins the work; False while it is being done already."""
        begun: Run[Result] = Run(RunState.RUNNING, told, about=about)
        with self._lock:
            if self.is_running:
                return False
            self.run = begun
            context = copy_context()  # who works here is written into the journal
            act = (self._do, work, begun)
            self._thread = threading.Thread(target=context.run, args=act, daemon=True)
            self._thread.start()
        return True

    def wait(self, seconds: float) -> None:
        """Waits for the end of what is running, so long at most."""
        if self._thread:
            self._thread.join(seconds)

    def forget(self) -> None:
        with self._lock:
            if not self.is_running:
                self.run = None

    def _do(self, work: Callable[[Tell], Result], begun: Run[Result]) -> None:
        def tell(told: str, done: int = 0, total: int = 0, /) -> None:
            self.run = replace(begun, told=told, done=done, total=total)

        failed = replace(begun, state=RunState.FAILED)
        ended = replace(failed, told=self._say(self._broken))  # stays if we are wrong
        try:
            ended = replace(begun, state=RunState.DONE, told="", result=work(tell))
        except OSError as error:
            ended = replace(failed, told=self._say(f"cannot_write_{cause(error)}"))
        finally:
            self.run = ended


class Look(Generic[Result]):
    """Finds something out beside the page, once about each state of the project."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self._job: Job[Result] = Job(say)

    def run(self, about: object, find: Callable[[Tell], Result], *, told: str) -> Run[Result]:
        """Begins unless it has begun; what is said meanwhile is never of another state."""
        run = self._job.run
        if run is None or run.about is not about:
            self._job.start(find, told=told, about=about)
            run = self._job.run
        return run if run and run.about is about else Run(RunState.RUNNING, told)
