"""Compares an FAQ's entries with each other and the project's: duplicates, contradictions."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from caridulu.curation.drafts.entries.duplicates import SHOWN, Pair, find_duplicates, pairs_of
from caridulu.curation.drafts.faq.faq_import import FaqEntry, FaqPlan
from caridulu.curation.progress import PROGRESS_STEP, Progress
from caridulu.curation.project import Project, as_published
from caridulu.knowledge import Entry, KnowledgeBase, Problem, Severity, Status, load
from caridulu.knowledge.gc_paused import gc_paused
from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.contradictions import Statement, contradictions
from caridulu.search.quality.expectations import sample_searches
from caridulu.search.query.ranking import search
from caridulu.search.query.result import Result

FOUND = 20  # by a question: near entries stand behind referrals and the office's facts


@dataclass(frozen=True)
class FindingMessage:
    """What is said of one finding: a message of ``curation`` by its name, and its values."""

    name: str
    values: Mapping[str, object]


@dataclass(frozen=True)
class FaqFindings:
    """What an officer should know before the FAQ is public."""

    near: tuple[Pair, ...]  # at least one of each is new
    contradictions: tuple[tuple[Statement, Statement], ...]
    unfound: tuple[str, ...]  # ids of entries that their own question does not find
    dropped: tuple[tuple[str, str], ...]  # id, and a phrasing that others answer better
    problems: tuple[Problem, ...]  # what the check says of the new files

    def messages(self, called: Callable[[str], str] = str) -> tuple[list[FindingMessage], ...]:
        """Lists what is alike, what differs and what is not found: a list for each kind.

        ``called`` writes an entry's id as a person reads it.
        """
        near, differing = [], []
        for pair in self.near:
            first, other = called(pair.first), called(pair.second)
            name = "faq_near_but_differs" if pair.answers_differ else "faq_near"
            shares = {"question": pair.same_question, "answer": pair.same_answer}
            near.append(FindingMessage(name, {"first": first, "other": other, **shares}))
        for one, there in self.contradictions:
            first, other = called(one.entry.id), called(there.entry.id)
            values = {"first": first, "value": one.text, "other": other, "there": there.text}
            differing.append(FindingMessage("faq_differs", values))
        unfound = [FindingMessage("faq_unfound", {"id": called(one)}) for one in self.unfound]
        dropped = [
            FindingMessage("faq_alias_dropped", {"id": called(one), "value": alias})
            for one, alias in self.dropped
        ]
        return near, differing, unfound, dropped


def _counting(on_progress: Progress, total: int) -> Callable[[], None]:
    """Counts questions that are searched for, and tells now and then how many are done."""
    numbers = count(1)

    def tell() -> None:
        done = next(numbers)
        if done % PROGRESS_STEP == 0:
            on_progress(min(done, total), total)

    return tell


@gc_paused()
def checked_faq(
    plan: FaqPlan,
    project: Project,
    texts: Mapping[Path, str],
    *,
    today: dt.date,
    on_progress: Progress = lambda *_: None,
) -> tuple[FaqPlan, FaqFindings]:
    """Checks the entries as if they were public; phrasings that do not find theirs are left out.

    ``on_progress`` is called with how many of all searches are done. Of 15,000 entries, a fifth of
    the time went into looking for garbage (tests/benchmarks/importing.py).
    """
    changes = {_project_path(path, project): text for path, text in texts.items()}
    loaded = load(project.root, today=today, changes=changes)
    if loaded.knowledge is None:
        return plan, FaqFindings((), (), (), (), loaded.problems)
    ids = {entry.id for entry in plan.entries}
    checked = Project(project.root, as_published(loaded.knowledge, ids))
    index = SearchIndex.of_knowledge(checked.knowledge)
    new_entries = [entry for entry in checked.knowledge.entries if entry.id in ids]
    found, pairs = _found_and_near(checked, index, new_entries, on_progress)
    missed = {entry.id: _missed(index, entry, found[entry.id]) for entry in new_entries}
    statements = contradictions(checked.knowledge, index.analyzer)
    findings = FaqFindings(
        near=tuple(pair for pair in pairs if {pair.first, pair.second} & ids),
        contradictions=tuple(
            (one, other) for one, other in statements if {one.entry.id, other.entry.id} & ids
        ),
        unfound=tuple(
            entry.id
            for entry in plan.entries
            if entry.planned.draft.question in missed.get(entry.id, ())
        ),
        dropped=tuple(_dropped(plan.entries, missed)),
        problems=tuple(_problems_of(plan, project, loaded.problems)),
    )
    entries = tuple(_without(entry, missed.get(entry.id, ())) for entry in plan.entries)
    return replace(plan, entries=entries), findings


def _project_path(path: Path, project: Project) -> str:
    return path.relative_to(project.root).as_posix()


def _problems_of(plan: FaqPlan, project: Project, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yields what the check says of the new files: no notices."""
    new = {_project_path(entry.path(project.root), project) for entry in plan.entries}
    for problem in problems:
        if problem.location.path in new and problem.severity is Severity.PROBLEM:
            yield problem


def _found_and_near(
    project: Project, index: SearchIndex, new: Sequence[Entry], on_progress: Progress
) -> tuple[dict[str, Result], tuple[Pair, ...]]:
    """Finds what the questions of new entries find, and the pairs of near entries among all."""
    published = project.knowledge.published
    if _is_all_public(project.knowledge):
        found = _found_by_questions(index, published, _counting(on_progress, len(published)))
        return found, _near_pairs(index, found)
    told = _counting(on_progress, len(new) + len(published))
    found = _found_by_questions(index, new, told)
    return found, find_duplicates(project, on_progress=told)


def _is_all_public(knowledge: KnowledgeBase) -> bool:
    """Tells whether the public search finds all that an entry could be near to: no draft waits."""
    living = (entry for entry in knowledge.entries if entry.status is not Status.ARCHIVED)
    return sum(1 for _ in living) == len(knowledge.published)


def _found_by_questions(
    index: SearchIndex, entries: Iterable[Entry], told: Callable[[], None]
) -> dict[str, Result]:
    """Searches for the question of each entry, by id; half of the time of an import is this.

    How each question was read is not kept: of thousands that is much.
    """
    found = {}
    for entry in entries:
        told()
        result = search(index, entry.question, limit=FOUND)
        found[entry.id] = replace(result, words=(), pairs=(), frame=())
    return found


def _near_pairs(index: SearchIndex, found: Mapping[str, Result]) -> tuple[Pair, ...]:
    """Finds near entries among what the questions of all entries find."""
    is_entry = [kind_of(item.id) is ItemKind.ENTRY for item in index.items]
    hits = {
        number: [hit for hit in found[item.id].hits if is_entry[hit.entry]][: SHOWN + 1]
        for number, item in enumerate(index.items)
        if is_entry[number]
    }
    return pairs_of(index, hits)


def _missed(index: SearchIndex, entry: Entry, asked: Result) -> list[str]:
    """Lists the phrases of an entry that do not find it."""
    samples = sample_searches(index, entry, asked)
    return [sample.query for sample in samples if not sample.fulfilled]


def _dropped(
    entries: Iterable[FaqEntry], missed: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, str]]:
    """Yields the aliases that do not find their entry, each after the entry's id."""
    for entry in entries:
        for alias in entry.aliases:
            if alias in missed.get(entry.id, ()):
                yield entry.id, alias


def _without(entry: FaqEntry, missed: Collection[str]) -> FaqEntry:
    """Takes out of an entry the phrasings that do not find it."""
    kept = tuple(alias for alias in entry.aliases if alias not in missed)
    return entry if kept == entry.aliases else replace(entry, aliases=kept)
