"""One step of an entry towards the public: its files after it, and everything in the way."""

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from generator.curation.entry_changes import with_review
from generator.curation.life_cycle import NEXT, Obstacles, obstacles, step
from generator.curation.project import Project
from generator.curation.trial import Trial, new_problems
from generator.curation.writing import changed_yaml, read_exact
from generator.knowledge import Entry, Problem, Severity, Status
from generator.search.expectations import unmet_expectations

REVIEW_AFTER = dt.timedelta(days=365)  # default of ``publish --reviewed``
# ``obstacles`` says these with what the command can do about them.
SAID_ALREADY = frozenset(
    f"knowledge.published_without_{name}" for name in ("sources", "reviewed", "review_by")
)


@dataclass(frozen=True)
class Step:
    """The files of a step; it must not be made while an obstacle is left."""

    status: Status
    texts: dict[Path, str]
    obstacles: Obstacles


def next_step(
    project: Project,
    entry: Entry,
    known: Iterable[Problem],
    *,
    today: dt.date,
    reviewed: bool,
) -> Step:
    """The next step of a draft or of an entry in review.

    Args:
        project: The project.
        entry: The entry to be moved.
        known: The problems that the project has already.
        today: The day of the step.
        reviewed: Record today as the day of review, and a year until the next.
    """
    path, following = project.path(entry), NEXT[entry.status]
    texts = step(project, entry, following)
    days = {"reviewed": today, "review_by": today + REVIEW_AFTER} if reviewed else {}
    if days:
        texts[path] = changed_yaml(texts[path], with_review(**days))
    blocked = obstacles(project, entry.model_copy(update=days), today=today)
    if following is Status.REVIEW:
        personal = tuple(p for p in blocked.problems if p.key == "curation.personal_data")
        blocked = Obstacles(personal, blocked.asked)
    else:
        checked = check_problems(project, texts, known, today=today)
        blocked = Obstacles((*blocked.problems, *checked), blocked.asked)
    return Step(following, texts, blocked)


def check_problems(
    project: Project, texts: Mapping[Path, str], known: Iterable[Problem], *, today: dt.date
) -> tuple[Problem, ...]:
    """What ``caridulu check`` would say about files and because of them, were they written."""
    named = {path.relative_to(project.root).as_posix(): text for path, text in texts.items()}
    with closing(Trial(project.root)) as trial:
        loaded = trial.load(named, today=today)
    own = [
        problem
        for problem in loaded.problems
        if problem.severity is Severity.PROBLEM and problem.location.path in named
    ]
    found = [*own, *new_problems(loaded.problems, known)]
    if loaded.ok and loaded.knowledge:
        unmet = unmet_expectations(loaded.knowledge, project.root)
        before = unmet_expectations(project.knowledge, project.root) if unmet else ()
        found += [*new_problems(unmet, before), *(p for p in unmet if p.location.path in named)]
    return tuple(
        _as_it_is(problem, project, named.get(problem.location.path))
        for problem in dict.fromkeys(found)
        if problem.key not in SAID_ALREADY
    )


def _as_it_is(problem: Problem, project: Project, text: str | None) -> Problem:
    """A problem of a file as it would be, at the line where the file has that text now."""
    if text is None:
        return problem
    place = problem.location
    line = text.splitlines()[place.line - 1].strip()
    now = read_exact(project.root / place.path).splitlines()
    same = [number for number, other in enumerate(now, start=1) if other.strip() == line]
    number = min(same, key=lambda one: abs(one - place.line), default=min(place.line, len(now)))
    return replace(problem, location=replace(place, line=number))
