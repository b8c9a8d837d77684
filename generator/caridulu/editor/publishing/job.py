"""Work on the site that takes its time: one piece at a time, in the background of the editor."""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from caridulu.knowledge import Problem
from caridulu.knowledge.model import Target
from caridulu.publishing.deployment import WayBack


class Work(StrEnum):
    """What is done with the site, or with a target."""

    TRY = "try"
    PREPARE = "prepare"
    PUBLISH = "publish"
    LOOK = "look"
    BACK = "back"


@dataclass(frozen=True)
class Outcome:
    """How a piece of work ended.

    Attributes:
        said: sentences for the officer.
        is_done: whether it did what was wanted.
        reason: the name of the failure, where a button can help.
        problems: what keeps the site from being built.
        way_back: what going back would do.
    """

    said: tuple[str, ...]
    is_done: bool = True
    reason: str = ""
    problems: tuple[Problem, ...] = ()
    way_back: WayBack | None = None


@dataclass(frozen=True)
class Job:
    """A piece of work at one moment; ``total`` counts files once they travel."""

    work: Work
    target: Target | None
    began: dt.datetime
    said: str
    done: int = 0
    total: int = 0
    outcome: Outcome | None = None


Tell = Callable[[str, int, int], None]
Act = Callable[[Tell], Outcome]


class Worker:
    """Does one piece of work after the other; ``broken`` is said of one that nobody foresaw."""

    def __init__(self, broken: str) -> None:
        self._broken = broken
        self._starting = threading.Lock()
        self.job: Job | None = None

    def last(self, *works: Work) -> Job | None:
        """Returns what is being done; else what was done last, if it is one of ``works``."""
        job = self.job
        return job if job and (job.outcome is None or job.work in works) else None

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self.job is not None and self.job.outcome is None

    def start(self, work: Work, target: Target | None, act: Act, *, said: str) -> bool:
        """Begins a piece of work, unless another one is being done."""
        with self._starting:
            if self.is_busy:
                return False
            job = Job(work, target, dt.datetime.now(dt.UTC), said)
            self.job = job
        threading.Thread(target=self._run, args=(job, act), daemon=True).start()
        return True

    def _run(self, job: Job, act: Act) -> None:
        def tell(said: str, done: int, total: int) -> None:
            self.job = replace(job, said=said, done=done, total=total)

        outcome = Outcome((self._broken,), is_done=False)
        try:
            outcome = act(tell)
        finally:
            self.job = replace(job, outcome=outcome)
