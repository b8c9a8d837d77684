"""Compares an FAQ's entries with each other and the project's: duplicates, contradictions."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.curation.drafts.entries.duplicates import Pair, find_duplicates
from caridulu.curation.drafts.faq.faq_import import FaqPlan
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


def checked_faq(
    plan: FaqPlan, project: Project, texts: Mapping[Path, str], *, today: dt.date
) -> tuple[FaqPlan, FaqFindings]:
    """Checks the entries as if they were public; phrasings that do not find theirs are left out."""
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
    missed = {
        entry.id: [sample.query for sample in sample_searches(index, entry) if not sample.fulfilled]
        for entry in knowledge.entries
        if entry.id in ids
    }
    entries = tuple(
        replace(entry, aliases=tuple(a for a in entry.aliases if a not in missed.get(entry.id, ())))
        for entry in plan.entries
    )
    pairs = find_duplicates(Project(project.root, knowledge))
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
