"""One step of an entry towards the public: its files after it, and everything in the way."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.dry_run import new_problems
from caridulu.curation.lifecycle.entry_changes import (
    NoRoomError,
    with_accepted_proposal,
    with_review,
    with_value,
)
from caridulu.curation.lifecycle.transitions import NEXT, REVIEW_AFTER, Obstacles, obstacles
from caridulu.curation.project import Project
from caridulu.curation.writing import changed_yaml, read_exact
from caridulu.knowledge import (
    Entry,
    Location,
    Problem,
    Severity,
    Status,
    finding,
    load,
    read_yaml,
)
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import unmet_expectations

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
    """The next step of a draft, of an entry in review, or of an answer that is proposed.

    Args:
        project: The project.
        entry: The entry to be moved.
        known: The problems that the project has already.
        today: The day of the step.
        reviewed: Record today as the day of review, and a year until the next.
    """
    path = project.path(entry)
    days = {"reviewed": today, "review_by": today + REVIEW_AFTER} if reviewed else {}
    blocked = standing(project, entry.model_copy(update=days), today=today)
    following = Status.PUBLISHED if is_proposed(entry) else NEXT[entry.status]
    text = _moved(project, entry, following, today=today)
    if text is None:
        return Step(following, {}, blocked)
    if days:
        text = changed_yaml(text, with_review(**days))
    if following is Status.REVIEW:
        personal = tuple(p for p in blocked.problems if p.key == "curation.personal_data")
        blocked = Obstacles(personal, blocked.asked)
    else:
        checked = check_problems(project, {path: text}, known, today=today)
        unread = () if reviewed else _unreviewed(project, entry)
        blocked = Obstacles((*blocked.problems, *unread, *checked), blocked.asked)
    return Step(following, {path: text}, blocked)


def is_proposed(entry: Entry) -> bool:
    """Whether a newer answer waits beside the public one."""
    return entry.status is Status.PUBLISHED and entry.proposal is not None


def standing(project: Project, entry: Entry, *, today: dt.date) -> Obstacles:
    """What stands in the way of an entry, or of the newer answer that is proposed for it."""
    if entry.proposal is None or not is_proposed(entry):
        return obstacles(project, entry, today=today)
    file = read_yaml(project.path(entry), root=project.root).file
    text = _moved(project, entry, Status.PUBLISHED, today=today)
    if file is None or text is None:
        place = file.key("internal_note") if file else Location(entry.id)
        return Obstacles((finding(place, "curation.publish_note_full"),), ())
    moved = entry.model_copy(update={"answer": entry.proposal.answer})
    blocked = obstacles(project, moved, today=today, text=text)
    return Obstacles(
        tuple(_as_it_is(problem, project, text) for problem in blocked.problems),
        tuple(_as_it_is(problem, project, text) for problem in blocked.asked),
    )


def _unreviewed(project: Project, entry: Entry) -> tuple[Problem, ...]:
    """A newer answer must be recorded as reviewed: the day in the file is that of the former."""
    file = read_yaml(project.path(entry), root=project.root).file
    if file is None or not is_proposed(entry):
        return ()
    return (finding(file.key("proposal"), "curation.publish_proposal_unreviewed"),)


def _moved(project: Project, entry: Entry, status: Status, *, today: dt.date) -> str | None:
    """The entry's file after the step, or None when its note cannot take the former answer."""
    proposed = with_accepted_proposal(today) if is_proposed(entry) else None
    try:
        return changed_yaml(
            read_exact(project.path(entry)), proposed or with_value("status", status.value)
        )
    except NoRoomError:
        return None


def check_problems(
    project: Project, texts: Mapping[Path, str], known: Iterable[Problem], *, today: dt.date
) -> tuple[Problem, ...]:
    """What ``caridulu check`` would say about files and because of them, were they written."""
    named = {path.relative_to(project.root).as_posix(): text for path, text in texts.items()}
    loaded = load(project.root, today=today, changes=named)
    own = [
        problem
        for problem in loaded.problems
        if problem.severity is Severity.PROBLEM and problem.location.path in named
    ]
    found = [*own, *new_problems(loaded.problems, known)]
    if loaded.ok and loaded.knowledge:
        index = SearchIndex.of_knowledge(loaded.knowledge)
        unmet = unmet_expectations(index, loaded.knowledge, project.root)
        before = unmet and unmet_expectations(project.index, project.knowledge, project.root)
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
    lines = text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    now = read_exact(project.root / place.path).splitlines()
    same = [number for number, other in enumerate(now, 1) if other.strip() == line.strip()]
    number = min(same, key=lambda one: abs(one - place.line), default=min(place.line, len(now)))
    deeper = len(now[number - 1]) - len(line) if same else 0
    return replace(problem, location=replace(place, line=number, column=place.column + deeper))
