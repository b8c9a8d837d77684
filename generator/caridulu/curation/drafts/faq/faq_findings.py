"""Compares an FAQ's entries with each other and the project's: duplicates, contradictions."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.drafts.entries.duplicates import Pair, find_duplicates
from caridulu.curation.drafts.faq.faq_import import FaqEntry, FaqPlan
from caridulu.curation.progress import PROGRESS_STEP, Progress
from caridulu.curation.project import Project, as_published
from caridulu.knowledge import Problem, Severity, load
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.contradictions import Statement, contradictions
from caridulu.search.quality.expectations import sample_searches


@dataclass(frozen=True)
class FaqFindings:
    """What an officer should know before the FAQ is public."""

    near: tuple[Pair, ...]  # at least one of each is new
    contradictions: tuple[tuple[Statement, Statement], ...]
    unfound: tuple[str, ...]  # ids of entries that their own question does not find
    dropped: tuple[tuple[str, str], ...]  # id, and a phrasing that others answer better
    problems: tuple[Problem, ...]  # what the check says of the new files


class _Counter:
    """Counts questions that are searched for, and tells now and then how many are done."""

    def __init__(self, on_progress: Progress, total: int) -> None:
        self._on_progress = on_progress
        self._total = total
        self._done = 0

    def __call__(self) -> None:
        self._done += 1
        if self._done % PROGRESS_STEP == 0:
            self._on_progress(min(self._done, self._total), self._total)


def checked_faq(
    plan: FaqPlan,
    project: Project,
    texts: Mapping[Path, str],
    *,
    today: dt.date,
    on_progress: Progress = lambda *_: None,
) -> tuple[FaqPlan, FaqFindings]:
    """Checks the entries as if they were public; phrasings that do not find theirs are left out.

    ``on_progress`` is called with how many of all searches are done.
    """
    changes = {path.relative_to(project.root).as_posix(): text for path, text in texts.items()}
    loaded = load(project.root, today=today, changes=changes)
    new = {entry.path(project.root).relative_to(project.root).as_posix() for entry in plan.entries}
    problems = tuple(
        p for p in loaded.problems if p.location.path in new and p.severity is Severity.PROBLEM
    )
    if loaded.knowledge is None:
        return plan, FaqFindings((), (), (), (), loaded.problems)
    ids = {entry.id for entry in plan.entries}
    knowledge = as_published(loaded.knowledge, ids)
    index = SearchIndex.of_knowledge(knowledge)
    count = _Counter(on_progress, len(ids) + len(knowledge.published))
    missed: dict[str, list[str]] = {}
    for entry in knowledge.entries:
        if entry.id in ids:
            count()
            samples = sample_searches(index, entry)
            missed[entry.id] = [sample.query for sample in samples if not sample.fulfilled]
    entries = tuple(_finding(entry, missed.get(entry.id, ())) for entry in plan.entries)
    pairs = find_duplicates(Project(project.root, knowledge), on_progress=count)
    told = contradictions(knowledge, index.analyzer)
    findings = FaqFindings(
        near=tuple(pair for pair in pairs if {pair.first, pair.second} & ids),
        contradictions=tuple(t for t in told if {t[0].entry.id, t[1].entry.id} & ids),
        unfound=tuple(
            entry.id
            for entry in plan.entries
            if entry.planned.draft.question in missed.get(entry.id, ())
        ),
        dropped=tuple(
            (old.id, alias)
            for old, kept in zip(plan.entries, entries, strict=True)
            for alias in old.aliases
            if alias not in kept.aliases
        ),
        problems=problems,
    )
    return replace(plan, entries=entries), findings


def _finding(entry: FaqEntry, missed: Collection[str]) -> FaqEntry:
    """An entry without the phrasings that do not find it."""
    kept = tuple(alias for alias in entry.aliases if alias not in missed)
    return entry if kept == entry.aliases else replace(entry, aliases=kept)
