"""All entries that were found fit in one reading -> public, at once; the others with the reason."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from caridulu.curation.lifecycle.entry_changes import with_values
from caridulu.curation.lifecycle.publishing import SAID_ALREADY, is_proposed
from caridulu.curation.lifecycle.transitions import REVIEW_AFTER, obstacles
from caridulu.curation.project import Project
from caridulu.curation.writing import changed_yaml
from caridulu.knowledge import Entry, KnowledgeBase, Problem, Status, in_order, load
from caridulu.knowledge.problem import new_problems
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.expectations import SampleSearch, locate, sample_searches

NONE: Mapping[str, Iterable[Problem]] = MappingProxyType({})
ROUNDS = 6  # entries that are held back may be what others refer to


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
    held_back: Mapping[str, Iterable[Problem]] = NONE,
) -> Publication:
    """Prepares all entries in review for the public.

    Args:
        project: The project.
        known: The problems that it has already.
        today: The day of the step.
        reviewed: Somebody of the office has read all of it today.
        confirmed: What may be personal data was looked at and is none.
        held_back: Entries that are not published whatever they say, each with the reason.
    """
    waiting = [
        entry
        for entry in project.knowledge.entries
        if entry.status is Status.REVIEW and not is_proposed(entry)
    ]
    days = {"reviewed": today, "review_by": today + REVIEW_AFTER} if reviewed else {}
    held = {each: list(problems) for each, problems in held_back.items()}
    ready: dict[str, Entry] = {}
    texts: dict[str, str] = {}
    for entry in (one for one in waiting if one.id not in held):
        blocked = obstacles(project, entry.model_copy(update=days), today=today)
        found = [*blocked.problems, *(() if confirmed else blocked.asked)]
        if found:
            held[entry.id] = found
        else:
            ready[entry.id] = entry
            change = with_values(status=Status.PUBLISHED.value, **days)
            texts[entry.id] = changed_yaml(project.text(project.path(entry)), change)
    batch = _Batch(project, tuple(known), today)
    for _ in range(ROUNDS):
        stopped = batch.stopped({ready[each]: texts[each] for each in ready})
        if not stopped:
            break
        for entry_id, problems in stopped.items():
            held[entry_id] = problems
            del ready[entry_id]
    return Publication(
        texts={project.path(entry): texts[entry.id] for entry in ready.values()},
        published=tuple(sorted(ready)),
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

    def stopped(self, texts: Mapping[Entry, str]) -> dict[str, list[Problem]]:
        """Finds the entries that must stay back, with the reasons."""
        names = {self._name(entry): entry.id for entry in texts}
        changes = {self._name(entry): text for entry, text in texts.items()}
        loaded = load(self._project.root, today=self._today, changes=changes)
        stopped: dict[str, list[Problem]] = {}
        for problem in new_problems(loaded.problems, self._known):
            if problem.location.path in names and problem.key not in SAID_ALREADY:
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
    return [sample for sample in sample_searches(index, entry) if not sample.fulfilled]
