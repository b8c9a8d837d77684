"""Publishes entries, one step or all at once: the changed files, and what prevents it."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from caridulu.curation.lifecycle import transitions
from caridulu.curation.lifecycle.entry_changes import (
    NoRoomError,
    with_accepted_proposal,
    with_values,
)
from caridulu.curation.lifecycle.transitions import REVIEW_AFTER, obstacles
from caridulu.curation.lifecycle.trial_publication import Trial, at_present
from caridulu.curation.progress import Progress
from caridulu.curation.project import Project
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.knowledge import Entry, Location, Problem, Status, finding, in_order


@dataclass(frozen=True)
class Step:
    """The files of a step; it must not be made while an obstacle is left."""

    status: Status
    texts: dict[Path, str]
    obstacles: transitions.Obstacles


def next_step(
    project: Project, entry: Entry, known: Iterable[Problem], *, today: dt.date, reviewed: bool
) -> Step:
    """Prepares the next step of a draft, of an entry in review, or of an answer that is proposed.

    ``known`` are the problems that the project has already. ``reviewed`` records today as the day
    on which somebody of the office has checked all of it, and a year until the next time.
    """
    path = project.path(entry)
    proposed = is_proposed(entry)
    following = Status.PUBLISHED if proposed else transitions.NEXT[entry.status]
    days = _read_on(today) if reviewed else transitions.day_of_step(entry, following, today=today)
    blocked = obstacles_of(project, entry.model_copy(update=days), today=today)
    text = _moved(project, entry, following, today=today)
    if text is None:
        return Step(following, {}, blocked)
    if days:
        text = changed_yaml(text, with_values(**days))
    if following is Status.REVIEW:
        problems = tuple(p for p in blocked.problems if p.key == "curation.personal_data")
    else:
        unread = _unreviewed(project, entry) if proposed and not reviewed else ()
        checked = Trial(project, tuple(known), today).stopped({entry: text}).get(entry.id, ())
        problems = (*blocked.problems, *unread, *checked)
    return Step(following, {path: text}, transitions.Obstacles(problems, blocked.asked))


def is_proposed(entry: Entry) -> bool:
    """Whether a newer answer waits beside the public one."""
    return entry.status is Status.PUBLISHED and entry.proposal is not None


def obstacles_of(project: Project, entry: Entry, *, today: dt.date) -> transitions.Obstacles:
    """Finds what prevents publishing an entry, or the newer answer proposed for it."""
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
        tuple(at_present(problem, project, text) for problem in blocked.problems),
        tuple(at_present(problem, project, text) for problem in blocked.asked),
    )


def _unreviewed(project: Project, entry: Entry) -> tuple[Problem, ...]:
    """Asks for a review of a newer answer: the day in the file is that of the former one."""
    file = project.file(entry)
    return (finding(file.key("proposal"), "curation.publish_proposal_unreviewed"),) if file else ()


def _moved(project: Project, entry: Entry, status: Status, *, today: dt.date) -> str | None:
    """Writes the entry's file after the step; None if its note cannot take the former answer."""
    accepted = with_accepted_proposal(today)
    change = accepted if is_proposed(entry) else with_values(status=status.value)
    try:
        return changed_yaml(project.text(project.path(entry)), change)
    except NoRoomError:
        return None


@dataclass(frozen=True)
class Publication:
    """The files of the entries that become public, and what keeps the others back."""

    texts: dict[Path, str]
    published: tuple[str, ...]  # ids
    held: tuple[tuple[str, tuple[Problem, ...]], ...]  # id, and why


@dataclass(frozen=True)
class PublicationTerms:
    """What an officer has decided about the entries in review."""

    reviewed: bool  # somebody of the office has read all of it today, but what is ``unread``
    confirmed: bool  # what may be personal data was looked at and is none
    held_back: Mapping[str, Iterable[Problem]]  # ids of what is not published, and why
    unread: Collection[str] = ()  # ids of what keeps the days that it has


def publish_all(
    project: Project,
    known: Iterable[Problem],
    terms: PublicationTerms,
    *,
    today: dt.date,
    on_progress: Progress = lambda *_: None,
) -> Publication:
    """Prepares all entries in review for the public.

    ``known`` are the problems that the project has already; ``on_progress`` is called with how many
    phrasings were searched for.
    """
    day_of_reading = _read_on(today) if terms.reviewed else {}
    held = {entry_id: list(problems) for entry_id, problems in terms.held_back.items()}
    ready: dict[Entry, str] = {}  # with the texts of their files
    for entry in project.knowledge.entries:
        if entry.status is not Status.REVIEW or entry.id in held:
            continue
        days = {} if entry.id in terms.unread else day_of_reading
        blocked = obstacles(project, entry.model_copy(update=days), today=today)
        found = [*blocked.problems, *(() if terms.confirmed else blocked.asked)]
        if found:
            held[entry.id] = found
        else:
            change = with_values(status=Status.PUBLISHED.value, **days)
            ready[entry] = changed_yaml(project.text(project.path(entry)), change)
    held |= Trial(project, tuple(known), today, on_progress).take_out_stopped(ready)
    return Publication(
        texts={project.path(entry): text for entry, text in ready.items()},
        published=tuple(sorted(entry.id for entry in ready)),
        held=tuple((each, in_order(problems)) for each, problems in sorted(held.items())),
    )


def with_all_read(
    publication: Publication, project: Project, unread: Collection[str], *, today: dt.date
) -> dict[Path, str]:
    """Writes the files of a publication as if the ``unread`` had been read today, too."""
    paths = {project.path(entry) for entry in map(project.entry, unread) if entry}
    change = with_values(**_read_on(today))
    return {
        path: changed_yaml(text, change) if path in paths else text
        for path, text in publication.texts.items()
    }


def _read_on(day: dt.date) -> dict[str, dt.date]:
    """Records a day on which somebody of the office has checked all, and a year until the next."""
    return {"reviewed": day, "review_by": day + REVIEW_AFTER}
