"""Checked files -> entries, services, pages and referrals, facts filled in and links checked."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from caridulu.knowledge.direct_answers import direct_id
from caridulu.knowledge.loading.checked_files import CheckedFiles
from caridulu.knowledge.loading.content_pages import read_page
from caridulu.knowledge.model import (
    DirectKind,
    EntryFile,
    Model,
    Page,
    Referral,
    ReferralsFile,
    ServiceFile,
    ServiceStandard,
    Status,
)
from caridulu.knowledge.problem import Problem
from caridulu.knowledge.project_files import Layout, ProjectFiles
from caridulu.knowledge.rules.entries.relations import PlacedEntry, status_by_id, status_by_replaced
from caridulu.knowledge.rules.entries.schedules import scheduled_ids
from caridulu.knowledge.rules.texts.facts import (
    Facts,
    facts_of,
    fill_entry,
    fill_referrals,
    fill_service,
)
from caridulu.knowledge.rules.texts.links import LinkTargets, ProjectLinks
from caridulu.knowledge.rules.texts.mentions import Mentions
from caridulu.knowledge.site_names import FOLDERS, REFERRAL_PREFIX, link_targets, site_path
from caridulu.knowledge.yaml.checked import Checked, M
from caridulu.knowledge.yaml.nodes import YamlFile

Made = TypeVar("Made", bound=Model)


@dataclass(frozen=True)
class PlacedService:
    """A service standard and the file it stands in."""

    service: ServiceStandard
    file: YamlFile


@dataclass(frozen=True)
class PlacedPage:
    """A page of the office and the path of its file, as problems name it."""

    page: Page
    path: str


@dataclass(frozen=True)
class Filled:
    """The contents of a project with references filled in, and the problems of its texts."""

    entries: tuple[PlacedEntry, ...]
    services: tuple[PlacedService, ...]
    pages: tuple[PlacedPage, ...]
    referrals: tuple[Referral, ...]
    facts: Facts
    problems: tuple[Problem, ...]


def filled_project(
    checked: CheckedFiles, layout: Layout, files: ProjectFiles, today: dt.date
) -> Filled:
    """Fills facts into all texts and checks where their links lead."""
    filler = _Filler(facts_of(checked.office, checked.public_services))
    entries = filler.entries(checked.entries)
    services = filler.services(checked.services)
    referrals = filler.referrals(checked.referrals)
    targets = _link_targets(entries, checked, layout, today)
    office = checked.office.value
    mentions = Mentions(office.links if office else (), filler.facts.values, targets.paths)
    links = ProjectLinks(filler.facts, targets, mentions)
    pages = filler.pages(layout.pages, files, links)
    return Filled(
        entries=entries,
        services=services,
        pages=pages,
        referrals=referrals,
        facts=filler.facts,
        problems=(
            *filler.problems,
            *_link_problems(links, checked, entries, services, referrals),
        ),
    )


class _Filler:
    """Fills facts into the files of a project; keeps the problems of their texts."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.problems: list[Problem] = []

    def entries(self, files: Iterable[Checked[EntryFile]]) -> tuple[PlacedEntry, ...]:
        return tuple(PlacedEntry(*each) for each in self._filled(files, fill_entry))

    def services(self, files: Iterable[Checked[ServiceFile]]) -> tuple[PlacedService, ...]:
        return tuple(PlacedService(*each) for each in self._filled(files, fill_service))

    def _filled(
        self,
        files: Iterable[Checked[M]],
        fill: Callable[[str, M, YamlFile, Facts], tuple[Made, list[Problem]]],
    ) -> Iterator[tuple[Made, YamlFile]]:
        """What can be read of these files, with the package that it is from."""
        for one in files:
            if one.file and one.value:
                made, found = fill(one.id, one.value, one.file, self.facts)
                self.problems += found
                yield made.model_copy(update={"packaged": one.packaged}), one.file

    def referrals(self, one: Checked[ReferralsFile]) -> tuple[Referral, ...]:
        if one.file is None or one.value is None:
            return ()
        referrals, found = fill_referrals(one.value, one.file, self.facts)
        self.problems += found
        return referrals

    def pages(
        self, paths: Iterable[Path], files: ProjectFiles, links: ProjectLinks
    ) -> tuple[PlacedPage, ...]:
        """Reads the office's pages; follows their links, too."""
        placed = []
        for path in paths:
            page, found = read_page(path, files, links)
            self.problems += found
            if page:
                placed.append(PlacedPage(page, files.shown(path)))
        return tuple(placed)


def _link_problems(
    links: ProjectLinks,
    checked: CheckedFiles,
    entries: Iterable[PlacedEntry],
    services: Iterable[PlacedService],
    referrals: Iterable[Referral],
) -> Iterator[Problem]:
    """Links that lead nowhere, in everything but pages."""
    office, file = checked.office.value, checked.office.file
    if office and file:
        yield from links.of_named(office.links, file)
        yield from links.of_tasks(office.tasks, file)
    for entry in entries:
        yield from links.of_entry(entry)
    if referrals_file := checked.referrals.file:
        yield from links.of_referrals(referrals, referrals_file)
    for one in services:
        yield from links.of_service(one.service, one.file)


def _link_targets(
    entries: Iterable[PlacedEntry], checked: CheckedFiles, layout: Layout, today: dt.date
) -> LinkTargets:
    """Collects where links can lead; a file that is not whole may have more than we can read."""
    categories = None if checked.categories.problems else checked.categories.value
    referrals = None if checked.referrals.problems else checked.referrals.value
    statuses = status_by_id(entries)
    replaced = status_by_replaced(placed.entry for placed in entries)
    scheduled = scheduled_ids((placed.entry for placed in entries), today)
    others = [one.published_id for one in referrals.referrals] if referrals else []
    direct = map(direct_id, DirectKind)
    names = link_targets(
        entries={*statuses, *checked.unread, *direct, *others} - replaced.keys(),
        categories=[one.id for one in categories.categories] if categories else [],
        services=[one.id for one in checked.public_services],
        pages=[path.stem for path in layout.pages],
    )
    paths = {site_path(name): name for name in names}
    unread = [] if categories else ["kategori:", FOLDERS["kategori"]]
    if referrals is None and checked.referrals.path:
        unread += [f"entri:{REFERRAL_PREFIX}", FOLDERS["entri"] + REFERRAL_PREFIX]
    known = {name: statuses[name] for name in statuses.keys() - checked.unread} | replaced
    return LinkTargets(
        names={*paths.values(), *(f"entri:{name}" for name in replaced)},
        paths=paths,
        unread=tuple(unread),
        unpublished={
            f"entri:{name}": status
            for name, status in known.items()
            if status is not Status.PUBLISHED
        },
        scheduled={f"entri:{name}" for name in scheduled},
        attachments=[path.name for path in layout.attachments],
    )
