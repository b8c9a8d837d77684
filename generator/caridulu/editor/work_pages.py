"""Pages with buttons that may take long: what is done soon is told at once, else how far it is."""

from abc import ABC
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from caridulu.editor.jobs import Job, RunState, Tell
from caridulu.editor.pages import Pages, StoppedError
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.site.serve.local_server import Reply, Request, see_other

SOON = 1.0  # seconds
ENDED, BUSY = "hasil", "sibuk"  # in an address: tells how a work ended, or why none has begun


@dataclass(frozen=True)
class Outcome:
    """How a work has ended: sentences, or the ``place`` of the page that tells it."""

    said: tuple[str, ...] = ()
    is_done: bool = True
    place: str = ""


class WorkPages(Pages, ABC):
    """Pages that do one work at a time beside the requests; how it ended is led to once."""

    title: ClassVar[str]  # the message with the heading

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._job: Job[Outcome] = Job(renderer.say)
        self._told: object = None  # the run whose end has been led to

    def meanwhile(self, request: Request) -> Reply | None:
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

    def _begin(self, work: Callable[[Tell], Outcome], *, told: str, request: Request) -> Reply:
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

    def _outcome(self, request: Request) -> tuple[Outcome, Request]:
        """Returns how the work ended that an address tells of, and the request that began it."""
        run = self._job.run
        if run is None or run.state is RunState.RUNNING or ENDED not in request.query:
            return Outcome(), request
        return run.result or Outcome((run.told,), is_done=False), run.about


def _ended(work: Callable[[Tell], Outcome], tell: Tell) -> Outcome:
    try:
        return work(tell)
    except StoppedError as stopped:
        return Outcome(stopped.said, is_done=False)
