"""Work on the site that takes its time: which, on what target, and how it ended."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from caridulu.editor.jobs import Run, RunState, Tell
from caridulu.editor.workspace import Snapshot
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


Act = Callable[[Tell], WorkResult]


@dataclass(frozen=True)
class Assignment:
    """What work is for, and the project as the work has seen it."""

    work: Work
    target: Target | None
    snapshot: Snapshot


@dataclass(frozen=True)
class SiteJob:
    """A piece of work at one moment."""

    run: Run[WorkResult]

    @property
    def about(self) -> Assignment:
        about: Assignment = self.run.about
        return about

    @property
    def target(self) -> Target | None:
        return self.about.target

    @property
    def outcome(self) -> WorkResult | None:
        """How it ended; None while it goes on."""
        if self.run.state is RunState.RUNNING:
            return None
        return self.run.result or WorkResult((self.run.told,), is_done=False)
