"""Background jobs: work that takes longer than a request, and pages whose buttons begin it.

A page keeps one ``Job`` for each kind of work. It outlives the browser, not the editor. What is
done soon is told at once, else how far it is.
"""

import threading
from abc import ABC
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar

from caridulu.curation.writing import cause
from caridulu.editor.pages import Pages, StoppedError
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.site.serve.local_server import Reply, Request, see_other

SOON = 1.0  # seconds
ENDED, BUSY = "hasil", "sibuk"  # in an address: tells how a work ended, or why none has begun

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


class SnapshotJob(Generic[Result]):
    """Finds something out in the background, once for each snapshot of the project."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self._job: Job[Result] = Job(say)

    def run(self, about: object, find: Callable[[Tell], Result], *, told: str) -> Run[Result]:
        """Begins unless it has begun for ``about``; never returns the run of another snapshot."""
        run = self._job.run
        if run is None or run.about is not about:
            self._job.start(find, told=told, about=about)
            run = self._job.run
        return run if run and run.about is about else Run(RunState.RUNNING, told)


@dataclass(frozen=True)
class WorkOutcome:
    """How a work has ended: sentences, or the ``place`` of the page that tells it."""

    said: tuple[str, ...] = ()
    is_done: bool = True
    place: str = ""


class WorkPages(Pages, ABC):
    """Pages that do one work at a time beside the requests; how it ended is led to once."""

    title: ClassVar[str]  # the message with the heading

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._job: Job[WorkOutcome] = Job(renderer.say)
        self._told: object = None  # the run whose end has been led to

    def answer_at_once(self, request: Request) -> Reply | None:
        if request.is_post or not self._job.is_running:
            return None
        stopped = self._say("job_busy") if BUSY in request.query else ""
        return self._renderer.page(
            "running.html",
            title=self._say(self.title),
            tab=self.tab,
            stopped=[stopped] if stopped else (),
            run=self._job.run,
        )

    def _begin(self, work: Callable[[Tell], WorkOutcome], *, told: str, request: Request) -> Reply:
        """Begins a work; leads to its end, or after a moment to the page that waits for it."""
        if not self._job.start(partial(_ended, work), told=told, about=request):
            return see_other(f"{self.places[0]}?{BUSY}=ya")
        self._job.wait(SOON)
        return self._led_on() or see_other(self.places[0])

    def _led_on(self) -> Reply | None:
        """Leads to the page that tells how the last work ended, once."""
        run = self._job.run
        if run is None or run.state is RunState.RUNNING or run is self._told:
            return None
        self._told = run
        return see_other((run.result and run.result.place) or f"{self.places[0]}?{ENDED}=ya")

    def _outcome(self, request: Request) -> tuple[WorkOutcome, Request]:
        """Returns how the work ended that an address tells of, and the request that began it."""
        run = self._job.run
        if run is None or run.state is RunState.RUNNING or ENDED not in request.query:
            return WorkOutcome(), request
        return run.result or WorkOutcome((run.told,), is_done=False), run.about


def _ended(work: Callable[[Tell], WorkOutcome], tell: Tell) -> WorkOutcome:
    try:
        return work(tell)
    except StoppedError as stopped:
        return WorkOutcome(stopped.said, is_done=False)
