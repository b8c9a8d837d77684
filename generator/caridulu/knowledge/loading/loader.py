"""A project folder -> the knowledge base, and every problem in it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.knowledge.attachments import Attachments, read_attachments
from caridulu.knowledge.direct_answers import beside_entries, direct_answers
from caridulu.knowledge.gc_paused import gc_paused
from caridulu.knowledge.loading.checked_files import CheckedFiles, check_files
from caridulu.knowledge.loading.filling import Filled, filled_project
from caridulu.knowledge.model import Entry, KnowledgeBase, Lexicon, Status
from caridulu.knowledge.problem import Problem, in_order, stopping
from caridulu.knowledge.project_files import Layout, ProjectFiles, find_files
from caridulu.knowledge.rules import missing
from caridulu.knowledge.rules.entries import one_entry, relations
from caridulu.knowledge.rules.entries.referrals import referral_problems, taken_phrases
from caridulu.knowledge.rules.entries.schedules import schedule_problems, shown_entries
from caridulu.knowledge.rules.office.attachments import (
    identity_problems,
    shown_names,
    unused_attachments,
)
from caridulu.knowledge.rules.office.office_file import (
    categories_problems,
    lexicon_problems,
    office_problems,
    service_problems,
)
from caridulu.knowledge.rules.office.targets import target_problems
from caridulu.knowledge.rules.sources import source_notices
from caridulu.knowledge.rules.texts.facts import Facts
from caridulu.knowledge.yaml.checked import FileCache

# Files that this process has checked: commands and the editor load one project again and again.
_CHECKED: FileCache = {}


@dataclass(frozen=True)
class LoadResult:
    """The result of loading a project: its knowledge base without faulty entries, and all problems.

    ``layout`` are its files, ``facts`` what texts can refer to, ``faulty`` entries that are left
    out of it for their problems, as far as they can be read.
    """

    knowledge: KnowledgeBase | None
    problems: tuple[Problem, ...]
    layout: Layout
    facts: Facts
    faulty: tuple[Entry, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing stops a build; notices do not."""
        return not stopping(self.problems)

    @property
    def readable(self) -> KnowledgeBase | None:
        """The knowledge base with its faulty entries: to be looked through, not to be published."""
        if self.knowledge is None:
            return None
        return replace(self.knowledge, entries=(*self.knowledge.entries, *self.faulty))


@gc_paused()
def load(
    root: Path,
    *,
    today: dt.date,
    changes: Mapping[str, str | None] | None = None,
    cache: FileCache | None = None,
) -> LoadResult:
    """Loads ``content/`` and ``kb/`` under ``root``; what is wrong in them becomes problems.

    ``today`` decides which entries are past their review date. ``changes`` are texts to read
    instead of those on the disk, by path from ``root``; None takes a file away: so a change is
    checked before it is written. ``cache`` are files that an earlier call has checked, by default
    those of any call. Gain: a fifth of a load of 143 entries in which one file is another.
    """
    files = ProjectFiles(root, changes or {})
    layout = find_files(files)
    checked = check_files(layout, files, _CHECKED if cache is None else cache)
    attachments = read_attachments(layout.attachments, files)
    filled = filled_project(checked, layout, files, today)
    of_values = (
        *filled.problems,
        *_rule_problems(checked, filled, layout, today),
        *_attachment_problems(checked, filled, attachments),
    )
    # Where something stands in for a wrong value, that value is the only problem.
    stand_ins = {place for one in checked.all() for place in one.stand_ins}
    problems = in_order(
        (
            *layout.problems,
            *checked.package_problems,
            *(problem for one in checked.all() for problem in one.problems),
            *(problem for problem in of_values if problem.location not in stand_ins),
        )
    )
    knowledge = _knowledge(checked, filled, problems, attachments, today)
    sound = {entry.id for entry in knowledge.entries} if knowledge else set()
    faulty = tuple(one.entry for one in filled.entries if one.entry.id not in sound)
    return LoadResult(knowledge, problems, layout, filled.facts, faulty)


def _rule_problems(
    checked: CheckedFiles, filled: Filled, layout: Layout, today: dt.date
) -> Iterator[Problem]:
    """Applies the rules for single files and for relations between files."""
    yield from _entry_rules(filled.entries, today, unread=checked.unread)
    for one in filled.services:
        yield from service_problems(one.service, one.file)
        yield from one_entry.reversed_days(one.service, one.file)
        yield from missing.missing_in_service(one.service, one.file, today)
        yield from source_notices(one.service, one.file)
    yield from _office_rules(checked, filled, layout)
    yield from _category_rules(checked, filled)
    if (file := checked.lexicon.file) and (lexicon := checked.lexicon.value):
        yield from lexicon_problems(lexicon, file)
    if file := checked.referrals.file:
        yield from referral_problems(filled.referrals, file, filled.entries)
        for i, referral in enumerate(filled.referrals):
            yield from source_notices(referral, file, "referrals", i)


def _entry_rules(
    entries: tuple[relations.PlacedEntry, ...], today: dt.date, *, unread: frozenset[str]
) -> Iterator[Problem]:
    yield from relations.entry_problems(entries, unread=unread)
    for placed in entries:
        yield from one_entry.publishing_problems(placed)
        if placed.entry.status is Status.PUBLISHED:
            yield from source_notices(placed.entry, placed.file)
        yield from missing.missing_in_entry(placed.entry, placed.file, today)
        yield from schedule_problems(placed.entry, placed.file, today)
    yield from missing.missing_english(entries)


def _office_rules(checked: CheckedFiles, filled: Filled, layout: Layout) -> Iterator[Problem]:
    file, office = checked.office.file, checked.office.value
    if not file or not office:
        return
    yield from office_problems(office, file)
    yield from target_problems(office.deploy, file)
    yield from missing.missing_in_office(office, file)
    yield from source_notices(office, file)
    if not layout.has_kb:
        return
    if not checked.lexicon.problems:
        yield from missing.missing_place(office, file, checked.lexicon.value or Lexicon())
    yield from relations.featured_problems(
        office.featured, filled.entries, file=file, unread=checked.unread
    )


def _category_rules(checked: CheckedFiles, filled: Filled) -> Iterator[Problem]:
    file, categories = checked.categories.file, checked.categories.value
    if not file or not categories:
        return
    if not checked.categories.problems:
        yield from one_entry.shelf_problems(filled.entries, categories.categories)
    yield from categories_problems(categories, file)
    entries = (placed.entry for placed in filled.entries)
    yield from missing.missing_in_categories(categories, file, entries)


def _attachment_problems(
    checked: CheckedFiles, filled: Filled, attachments: Attachments
) -> Iterator[Problem]:
    """Finds files that cannot be published, or that nothing shows."""
    yield from attachments.problems
    file, office = checked.office.file, checked.office.value
    if file and office:
        yield from identity_problems(office.identity, file, attachments)
    shown = shown_names(
        office,
        entries=(placed.entry for placed in filled.entries),
        services=(one.service for one in filled.services),
        pages=filled.pages,
        referrals=filled.referrals,
    )
    yield from unused_attachments(attachments, shown, office)


def _knowledge(
    checked: CheckedFiles,
    filled: Filled,
    problems: Iterable[Problem],
    attachments: Attachments,
    today: dt.date,
) -> KnowledgeBase | None:
    """Makes a knowledge base of the files without a problem; None without office or categories."""
    faulty = {problem.location.path for problem in stopping(problems)}  # files
    office, categories = checked.office.value, checked.categories.value
    if not office or not categories or faulty & {checked.office.path, checked.categories.path}:
        return None
    lexicon = checked.lexicon.value if checked.lexicon.path not in faulty else None
    entries = tuple(one.entry for one in filled.entries if one.file.path not in faulty)
    services = tuple(one.service for one in filled.services if one.file.path not in faulty)
    pages = tuple(page for page in filled.pages if page.path not in faulty)
    referrals = filled.referrals if checked.referrals.path not in faulty else ()
    public_services = tuple(one for one in services if one.status is Status.PUBLISHED)
    shown = shown_entries(entries, today)
    public_entries = [entry for entry in shown if entry.status is Status.PUBLISHED]
    taken = taken_phrases(shown, referrals)
    direct = beside_entries(direct_answers(office, public_services), shown, taken=taken)
    named = shown_names(office, public_entries, public_services, pages, referrals)
    attached = [one for name, one in sorted(attachments.sound.items()) if name in named]
    emblem = office.identity.emblem
    return KnowledgeBase(
        entries=entries,
        categories=categories.categories,
        lexicon=lexicon or Lexicon(),
        office=office,
        services=public_services,
        hidden_services=tuple(one for one in services if one not in public_services),
        pages=pages,
        redirects=tuple(sorted((*relations.redirects(shown), *direct.redirects))),
        direct_answers=direct.made,
        direct_phrases=direct.phrases,
        referrals=referrals,
        attachments=tuple(attached),
        packages=tuple(one.value for one in checked.packages if one.value),
        today=today,
        emblem=attachments.sound.get(emblem.file) if emblem else None,
    )
