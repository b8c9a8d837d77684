"""Publishes entries, one step or all at once: the changed files, and what prevents it."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.lifecycle import transitions
from caridulu.curation.lifecycle.entry_changes import (
    NoRoomError,
    with_accepted_proposal,
    with_values,
)
from caridulu.curation.lifecycle.transitions import REVIEW_AFTER, obstacles
from caridulu.curation.project import Project
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.knowledge import (
    Entry,
    KnowledgeBase,
    Location,
    Problem,
    Status,
    finding,
    in_order,
    load,
)
from caridulu.knowledge.problem import new_problems
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import (
    SampleSearch,
    divided,
    locate,
    sample_searches,
    unmet_expectations,
)

# ``obstacles`` says these with what the command can do about them.
COVERED_BY_OBSTACLES = frozenset(
    f"knowledge.published_without_{name}" for name in ("sources", "compiled", "review_by")
)
ROUNDS = 6  # entries that are held back may be what others refer to


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
    days = (
        {"reviewed": today, "review_by": today + transitions.REVIEW_AFTER}
        if reviewed
        else transitions.day_of_step(entry, following, today=today)
    )
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
        checked = _check_problems(project, path, text, known, today=today)
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
        if problem.key not in COVERED_BY_OBSTACLES:
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


@dataclass(frozen=True)
class Publication:
    """The files of the entries that become public, and what keeps the others back."""

    texts: dict[Path, str]
    published: tuple[str, ...]  # ids
    held: tuple[tuple[str, tuple[Problem, ...]], ...]  # id, and why


def publish_all(
    project: Project,
    known: Iterable[Problem],
    *,
    today: dt.date,
    reviewed: bool,
    confirmed: bool,
    held_back: Mapping[str, Iterable[Problem]],
    unread: Collection[str] = (),
) -> Publication:
    """Prepares all entries in review for the public.

    ``known`` are the problems that the project has already. ``reviewed``: somebody of the office
    has read all of it today, but the ids that are ``unread``: these keep the days that they have.
    ``confirmed``: what may be personal data was looked at and is none.
    What is ``held_back`` is not published whatever it says, each entry with the reason.
    """
    day_of_reading = {"reviewed": today, "review_by": today + REVIEW_AFTER} if reviewed else {}
    held = {entry_id: list(problems) for entry_id, problems in held_back.items()}
    ready: dict[Entry, str] = {}  # with the texts of their files
    for entry in project.knowledge.entries:
        if entry.status is not Status.REVIEW or entry.id in held:
            continue
        days = {} if entry.id in unread else day_of_reading
        blocked = obstacles(project, entry.model_copy(update=days), today=today)
        found = [*blocked.problems, *(() if confirmed else blocked.asked)]
        if found:
            held[entry.id] = found
        else:
            change = with_values(status=Status.PUBLISHED.value, **days)
            ready[entry] = changed_yaml(project.text(project.path(entry)), change)
    held |= _Batch(project, tuple(known), today).take_out_stopped(ready)
    return Publication(
        texts={project.path(entry): text for entry, text in ready.items()},
        published=tuple(sorted(entry.id for entry in ready)),
        held=tuple((each, in_order(problems)) for each, problems in sorted(held.items())),
    )


class _Batch:
    """Checks what the project would be, were some entries public."""

    def __init__(self, project: Project, known: tuple[Problem, ...], today: dt.date) -> None:
        self._project = project
        self._known = known
        self._today = today
        self._unmet_before = {
            (entry.id, sample.query)
            for entry in project.knowledge.published
            for sample in _unmet(project.index, entry)
        }

    def take_out_stopped(self, texts: dict[Entry, str]) -> dict[str, list[Problem]]:
        """Takes out of ``texts`` the entries that must stay back; gives the reasons by id."""
        held: dict[str, list[Problem]] = {}
        for _ in range(ROUNDS):
            stopped = self._stopped(texts)
            if not stopped:
                break
            held |= stopped
            for entry in [each for each in texts if each.id in stopped]:
                del texts[entry]
        return held

    def _stopped(self, texts: Mapping[Entry, str]) -> dict[str, list[Problem]]:
        """Entries that must stay back if all of these were public, with the reasons."""
        names = {self._name(entry): entry.id for entry in texts}
        changes = {self._name(entry): text for entry, text in texts.items()}
        loaded = load(self._project.root, today=self._today, changes=changes)
        stopped: dict[str, list[Problem]] = {}
        for problem in new_problems(loaded.problems, self._known):
            if problem.location.path in names and problem.key not in COVERED_BY_OBSTACLES:
                stopped.setdefault(names[problem.location.path], []).append(problem)
        if stopped or loaded.knowledge is None:
            return stopped
        return self._not_found(loaded.knowledge, set(names.values()))

    def _not_found(self, knowledge: KnowledgeBase, new: set[str]) -> dict[str, list[Problem]]:
        """Entries that their own words do not find, and those that push public ones away."""
        index = SearchIndex.of_knowledge(knowledge)
        stopped: dict[str, list[Problem]] = {}
        for entry in knowledge.published:
            for sample in _unmet(index, entry):
                if (entry.id, sample.query) in self._unmet_before:
                    continue
                guilty = [entry.id] if entry.id in new else [i for i in sample.found if i in new]
                place = locate(self._project.root, entry, sample.query)
                for each in guilty[:1]:
                    stopped.setdefault(each, []).append(sample.problem(place))
        return stopped

    def _name(self, entry: Entry) -> str:
        return self._project.path(entry).relative_to(self._project.root).as_posix()


def _unmet(index: SearchIndex, entry: Entry) -> list[SampleSearch]:
    """The office's own phrases that do not find the entry; those of a package hold nothing back."""
    return divided(sample_searches(index, entry), entry)[1]
