"""One step of an entry towards the public: its files after it, and everything in the way."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.lifecycle import transitions
from caridulu.curation.lifecycle.entry_changes import (
    NoRoomError,
    with_accepted_proposal,
    with_values,
)
from caridulu.curation.project import Project
from caridulu.curation.writing import changed_yaml
from caridulu.knowledge import (
    Entry,
    Location,
    Problem,
    Status,
    finding,
    load,
)
from caridulu.knowledge.problem import new_problems
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import unmet_expectations

# ``obstacles`` says these with what the command can do about them.
SAID_ALREADY = frozenset(
    f"knowledge.published_without_{name}" for name in ("sources", "compiled", "review_by")
)


@dataclass(frozen=True)
class Step:
    """The files of a step; it must not be made while an obstacle is left."""

    status: Status
    texts: dict[Path, str]
    obstacles: transitions.Obstacles


def next_step(
    project: Project,
    entry: Entry,
    known: Iterable[Problem],
    *,
    today: dt.date,
    reviewed: bool,
) -> Step:
    """Prepares the next step of a draft, of an entry in review, or of an answer that is proposed.

    ``known`` are the problems that the project has already. ``reviewed`` records today as the day
    on which somebody of the office has checked all of it, and a year until the next time.
    """
    path = project.path(entry)
    proposed = is_proposed(entry)
    following = Status.PUBLISHED if proposed else transitions.NEXT[entry.status]
    days = (
        {"reviewed": today, "review_by": today + transitions.REVIEW_AFTER}
        if reviewed
        else transitions.day_of_step(entry, following, today=today)
    )
    blocked = standing(project, entry.model_copy(update=days), today=today)
    text = _moved(project, entry, following, today=today)
    if text is None:
        return Step(following, {}, blocked)
    if days:
        text = changed_yaml(text, with_values(**days))
    if following is Status.REVIEW:
        problems = tuple(p for p in blocked.problems if p.key == "curation.personal_data")
    else:
        unread = _unreviewed(project, entry) if proposed and not reviewed else ()
        checked = _check_problems(project, path, text, known, today=today)
        problems = (*blocked.problems, *unread, *checked)
    return Step(following, {path: text}, transitions.Obstacles(problems, blocked.asked))


def is_proposed(entry: Entry) -> bool:
    """Whether a newer answer waits beside the public one."""
    return entry.status is Status.PUBLISHED and entry.proposal is not None


def standing(project: Project, entry: Entry, *, today: dt.date) -> transitions.Obstacles:
    """Finds what is in the way of an entry, or of the newer answer that is proposed for it."""
    if entry.proposal is None or not is_proposed(entry):
        return transitions.obstacles(project, entry, today=today)
    text = _moved(project, entry, Status.PUBLISHED, today=today)
    if text is None:
        file = project.file(entry)
        place = file.key("internal_note") if file else Location(entry.id)
        return transitions.Obstacles((finding(place, "curation.publish_note_full"),), ())
    moved = entry.model_copy(update={"answer": entry.proposal.answer})
    blocked = transitions.obstacles(project, moved, today=today, text=text)
    return transitions.Obstacles(
        tuple(_at_present(problem, project, text) for problem in blocked.problems),
        tuple(_at_present(problem, project, text) for problem in blocked.asked),
    )


def _unreviewed(project: Project, entry: Entry) -> tuple[Problem, ...]:
    """A newer answer must be recorded as reviewed: the day in the file is that of the former."""
    file = project.file(entry)
    return (finding(file.key("proposal"), "curation.publish_proposal_unreviewed"),) if file else ()


def _moved(project: Project, entry: Entry, status: Status, *, today: dt.date) -> str | None:
    """The entry's file after the step, or None when its note cannot take the former answer."""
    accepted = with_accepted_proposal(today)
    change = accepted if is_proposed(entry) else with_values(status=status.value)
    try:
        return changed_yaml(project.text(project.path(entry)), change)
    except NoRoomError:
        return None


def _check_problems(
    project: Project, path: Path, text: str, known: Iterable[Problem], *, today: dt.date
) -> Iterator[Problem]:
    """What ``caridulu check`` would say about a file, and because of it, were it written."""
    name = path.relative_to(project.root).as_posix()
    loaded = load(project.root, today=today, changes={name: text})
    found = list(new_problems(loaded.problems, _elsewhere(known, name)))
    if loaded.ok and loaded.knowledge:
        index = SearchIndex.of_knowledge(loaded.knowledge)
        unmet = unmet_expectations(index, loaded.knowledge, project.root)
        before = unmet and unmet_expectations(project.index, project.knowledge, project.root)
        found += new_problems(unmet, _elsewhere(before, name))
    for problem in found:
        if problem.key not in SAID_ALREADY:
            is_own = problem.location.path == name
            yield _at_present(problem, project, text) if is_own else problem


def _elsewhere(problems: Iterable[Problem], name: str) -> list[Problem]:
    return [problem for problem in problems if problem.location.path != name]


def _at_present(problem: Problem, project: Project, text: str) -> Problem:
    """Places a problem of a file as it would be at the line where the file has that text now."""
    place = problem.location
    lines = text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    now = project.text(project.root / place.path).splitlines()
    same = [number for number, other in enumerate(now, 1) if other.strip() == line.strip()]
    number = min(same, key=lambda one: abs(one - place.line), default=min(place.line, len(now)))
    deeper = len(now[number - 1]) - len(line) if same else 0
    return replace(problem, location=replace(place, line=number, column=place.column + deeper))
