"""A project folder -> the knowledge base, and every problem in it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from caridulu.knowledge.content_pages import read_page
from caridulu.knowledge.model import (
    CategoriesFile,
    Entry,
    EntryFile,
    KnowledgeBase,
    Lexicon,
    Office,
    Page,
    ServiceFile,
    ServiceStandard,
    Status,
)
from caridulu.knowledge.problem import Problem, Severity, in_order
from caridulu.knowledge.project_files import find_files
from caridulu.knowledge.rules.facts import Facts, facts_of, fill_entry, fill_service, text_problems
from caridulu.knowledge.rules.links import Targets, answer_link_problems, targets_of
from caridulu.knowledge.rules.missing import category_gaps, entry_gaps, office_gaps, service_gaps
from caridulu.knowledge.rules.office import (
    categories_problems,
    lexicon_problems,
    office_problems,
    service_problems,
)
from caridulu.knowledge.rules.relations import (
    PlacedEntry,
    entry_problems,
    featured_problems,
    redirects,
    shelf_problems,
    status_by_id,
)
from caridulu.knowledge.yaml.checked import Checked, Known, M, check_path
from caridulu.knowledge.yaml.reader import shown_path


@dataclass(frozen=True)
class LoadResult:
    """The knowledge base, as far as it is right, and the problems and notices of the run."""

    knowledge: KnowledgeBase | None
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing stops a build; notices do not."""
        return not any(problem.severity is Severity.PROBLEM for problem in self.problems)


def load(
    root: Path,
    *,
    today: dt.date,
    known: Known | None = None,
    changes: Mapping[str, str | None] | None = None,
) -> LoadResult:
    """Loads ``content/`` and ``kb/`` under ``root``; never raises for what they hold.

    Args:
        root: the office's project.
        today: from when on an entry is past its review date.
        known: files that an earlier call has checked.
        changes: texts to read instead of those on the disk, by path from ``root``; None takes a
            file away. So a change is checked before it is written.
    """
    return _Loading(root, today, known, changes or {}).result()


class _Loading:
    """One run: reads the office's files, fills facts into texts, checks what holds between them."""

    def __init__(
        self, root: Path, today: dt.date, known: Known | None, changes: Mapping[str, str | None]
    ) -> None:
        self.root = root
        self.today = today
        self.known = known
        self.changes = changes
        self.layout = find_files(root, changes=changes)
        self.problems: list[Problem] = list(self.layout.problems)

    def result(self) -> LoadResult:
        office = self._check(self.layout.office, Office)
        categories = self._check(self.layout.categories, CategoriesFile)
        lexicon = self._check(self.layout.lexicon, Lexicon)
        standards = [self._check(path, ServiceFile) for path in self.layout.services]
        facts = facts_of(office.value, standards)
        services = self._services(standards, facts)
        checked_entries = [self._check(path, EntryFile) for path in self.layout.entries]
        placed = self._entries(checked_entries, facts)
        unread = {checked.id for checked in checked_entries if checked.value is None}
        self.problems += entry_problems(placed, unread=unread)
        self._check_office(office, placed, unread)
        self._check_categories(categories, checked_entries, placed)
        self._check_lexicon(lexicon)
        targets = self._targets(placed, unread, categories)
        self._check_links(checked_entries, facts, targets)
        pages = self._pages(facts, targets)
        problems = in_order(self.problems)
        wrong = {p.location.path for p in problems if p.severity is Severity.PROBLEM}
        if not office.value or not categories.value or wrong & {office.path, categories.path}:
            return LoadResult(None, problems)
        entries = _sound_entries(placed, wrong)
        known = {entry.id for entry in entries}
        featured = tuple(id_ for id_ in office.value.featured if id_ in known)
        knowledge = KnowledgeBase(
            entries=entries,
            categories=categories.value.categories,
            lexicon=lexicon.value if lexicon.value and lexicon.path not in wrong else Lexicon(),
            office=office.value.model_copy(update={"featured": featured}),
            services=tuple(service for path, service in services if path not in wrong),
            pages=tuple(page for path, page in pages if path not in wrong),
            redirects=redirects(entries),
        )
        return LoadResult(knowledge, problems)

    def _check(self, path: Path | None, model: type[M]) -> Checked[M]:
        """The file checked; an absent one is empty, and reported by its absence if required."""
        if path is None:
            return Checked("", "", None, None, ())
        checked = check_path(path, model, root=self.root, known=self.known, changes=self.changes)
        self.problems += checked.problems
        return checked

    def _services(
        self, standards: Iterable[Checked[ServiceFile]], facts: Facts
    ) -> list[tuple[str, ServiceStandard]]:
        services = []
        for checked in standards:
            if checked.file and checked.value:
                service, problems = fill_service(checked.id, checked.value, checked.file, facts)
                services.append((checked.path, service))
                self.problems += problems
                self.problems += service_problems(checked.value, checked.file)
                self.problems += service_gaps(checked.value, checked.file, self.today)
        return services

    def _targets(
        self,
        placed: Iterable[PlacedEntry],
        unread: Iterable[str],
        categories: Checked[CategoriesFile],
    ) -> Targets:
        replaced = {old for one in placed for old in one.entry.replaces}
        return targets_of(
            statuses={
                name: status
                for name, status in status_by_id(placed).items()
                if name not in replaced  # a link to it leads to its successor
            },
            also_entries={*unread, *replaced},
            categories=categories.value.categories if categories.value else None,
            services=[path.stem for path in self.layout.services],
            pages=[path.stem for path in self.layout.pages],
        )

    def _check_links(
        self, checked_entries: Iterable[Checked[EntryFile]], facts: Facts, targets: Targets
    ) -> None:
        for checked in checked_entries:
            if checked.file:
                public = checked.value is not None and checked.value.status is Status.PUBLISHED
                self.problems += answer_link_problems(checked.file, facts, targets, public=public)

    def _pages(self, facts: Facts, targets: Targets) -> list[tuple[str, Page]]:
        pages = []
        for path in self.layout.pages:
            page, problems = read_page(path, facts, targets, root=self.root, changes=self.changes)
            self.problems += problems
            if page:
                pages.append((shown_path(path, self.root), page))
        return pages

    def _entries(
        self, checked_entries: Iterable[Checked[EntryFile]], facts: Facts
    ) -> list[PlacedEntry]:
        """The entries that could be read."""
        placed = []
        for checked in checked_entries:
            if checked.file and checked.value:
                entry, problems = fill_entry(checked.id, checked.value, checked.file, facts)
                placed.append(PlacedEntry(entry, checked.file))
                self.problems += problems
                self.problems += entry_gaps(entry, checked.file, self.today)
            elif checked.file:
                self.problems += text_problems(checked.file, facts)
        return placed

    def _check_office(
        self, office: Checked[Office], placed: Iterable[PlacedEntry], unread: Iterable[str]
    ) -> None:
        if office.file and office.value:
            self.problems += office_problems(office.value, office.file)
            self.problems += office_gaps(office.value, office.file)
            if self.layout.has_kb:
                self.problems += featured_problems(
                    office.value.featured, placed, file=office.file, unread=unread
                )

    def _check_categories(
        self,
        categories: Checked[CategoriesFile],
        checked_entries: Iterable[Checked[EntryFile]],
        placed: Iterable[PlacedEntry],
    ) -> None:
        if categories.file and categories.value:
            entries = [one.entry for one in placed]
            files = (checked.file for checked in checked_entries if checked.file)
            self.problems += shelf_problems(files, categories.value.categories)
            self.problems += categories_problems(categories.value, categories.file)
            self.problems += category_gaps(categories.value, categories.file, entries)

    def _check_lexicon(self, lexicon: Checked[Lexicon]) -> None:
        if lexicon.file and lexicon.value:
            self.problems += lexicon_problems(lexicon.value, lexicon.file)


def _sound_entries(placed: Iterable[PlacedEntry], wrong: set[str]) -> tuple[Entry, ...]:
    """The entries of files without a problem, related only to one another."""
    sound = [one.entry for one in placed if one.file.path not in wrong]
    if not wrong:
        return tuple(sound)
    known = {entry.id for entry in sound}
    return tuple(
        entry.model_copy(update={"related": tuple(id_ for id_ in entry.related if id_ in known)})
        for entry in sound
    )
