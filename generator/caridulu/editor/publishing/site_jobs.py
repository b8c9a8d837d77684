"""Work on the site that takes its time: which, on what target, and how it ended."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from caridulu.editor.jobs import Job, Run, RunState, Tell
from caridulu.knowledge import Problem
from caridulu.knowledge.model import Target
from caridulu.publishing.deployment import WayBack


class Work(StrEnum):
    TRY = "try"
    PREPARE = "prepare"
    PUBLISH = "publish"
    LOOK = "look"
    BACK = "back"


@dataclass(frozen=True)
class WorkResult:
    said: tuple[str, ...]  # sentences for the officer
    is_done: bool = True  # whether it did what was wanted
    reason: str = ""  # the name of the failure, where a button can help
    problems: tuple[Problem, ...] = ()  # what keeps the site from being built
    way_back: WayBack | None = None  # what going back would do


@dataclass(frozen=True)
class SiteJob:
    """A piece of work at one moment."""

    work: Work
    target: Target | None
    run: Run[WorkResult]

    @property
    def outcome(self) -> WorkResult | None:
        """How it ended; None while it goes on."""
        if self.run.state is RunState.RUNNING:
            return None
        return self.run.result or WorkResult((self.run.told,), is_done=False)


Act = Callable[[Tell], WorkResult]


class Worker:
    """Does one piece of work after the other, and keeps what the last one was for."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self._running: Job[WorkResult] = Job(say, broken="publish_broken")
        self._starting = threading.Lock()
        self._about: tuple[Work, Target | None] = (Work.PREPARE, None)

    @property
    def job(self) -> SiteJob | None:
        """What is being done, or was done last."""
        with self._starting:
            run = self._running.run
            return SiteJob(*self._about, run) if run else None

    def last(self, *works: Work) -> SiteJob | None:
        """Returns what is being done; else what was done last, if it is one of ``works``."""
        job = self.job
        return job if job and (job.outcome is None or job.work in works) else None

    def start(self, work: Work, target: Target | None, act: Act, *, said: str) -> bool:
        with self._starting:
            if not self._running.start(act, told=said):
                return False
            self._about = (work, target)
            return True
