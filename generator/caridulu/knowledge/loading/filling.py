"""Checked files -> entries, services, pages and referrals, facts filled in and links checked."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from caridulu.knowledge.direct_answers import direct_id
from caridulu.knowledge.loading.checked_files import CheckedFiles
from caridulu.knowledge.loading.content_pages import read_page
from caridulu.knowledge.model import DirectKind, Model, Page, Referral, ServiceStandard, Status
from caridulu.knowledge.problem import Problem
from caridulu.knowledge.project_files import Layout, ProjectFiles
from caridulu.knowledge.rules.entries.relations import PlacedEntry, status_by_id, status_by_replaced
from caridulu.knowledge.rules.texts.facts import (
    Facts,
    FileTexts,
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
class Filled:
    """The contents of a project with references filled in, and the problems of its texts."""

    entries: tuple[PlacedEntry, ...]
    services: tuple[PlacedService, ...]
    pages: tuple[Page, ...]
    referrals: tuple[Referral, ...]
    facts: Facts
    problems: tuple[Problem, ...]


def filled_project(
    checked: CheckedFiles, layout: Layout, files: ProjectFiles, today: dt.date
) -> Filled:
    """Fills facts into all texts and checks where their links lead."""
    facts = facts_of(checked.office, checked.public_services)
    problems: list[Problem] = []
    entries = tuple(
        PlacedEntry(*one) for one in _filled(checked.entries, fill_entry, facts, problems)
    )
    services = tuple(
        PlacedService(*one) for one in _filled(checked.services, fill_service, facts, problems)
    )
    referrals: tuple[Referral, ...] = ()
    if checked.referrals.file and checked.referrals.value:
        texts = FileTexts(checked.referrals.file, facts, problems)
        referrals = fill_referrals(checked.referrals.value, texts)
    targets = _link_targets(entries, checked, layout, today)
    named = checked.office.value.links if checked.office.value else ()
    links = ProjectLinks(facts, targets, Mentions(named, facts.values, targets.paths))
    read = (read_page(path, files, links, problems) for path in layout.pages)
    pages = tuple(page for page in read if page)
    problems += _link_problems(links, checked, entries, services, referrals)
    return Filled(entries, services, pages, referrals, facts, tuple(problems))


def _filled(
    files: Iterable[Checked[M]],
    fill: Callable[[str, M, FileTexts], Made],
    facts: Facts,
    problems: list[Problem],
) -> Iterator[tuple[Made, YamlFile]]:
    """Yields what can be read of these files, facts filled in, with its package and file."""
    for one in files:
        if one.file and one.value:
            made = fill(one.id, one.value, FileTexts(one.file, facts, problems))
            yield made.model_copy(update={"packaged": one.packaged}), one.file


def _link_problems(
    links: ProjectLinks,
    checked: CheckedFiles,
    entries: Iterable[PlacedEntry],
    services: Iterable[PlacedService],
    referrals: Iterable[Referral],
) -> Iterator[Problem]:
    """Finds links that lead nowhere, in everything but pages."""
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
    """Collects where links can lead."""
    # A file with problems may name more than can be read: links to such names are not checked.
    categories = None if checked.categories.problems else checked.categories.value
    referrals = None if checked.referrals.problems else checked.referrals.value
    unread: tuple[str, ...] = ()
    if not categories:
        unread += ("kategori:", FOLDERS["kategori"])
    if referrals is None and checked.referrals.path:
        unread += (f"entri:{REFERRAL_PREFIX}", FOLDERS["entri"] + REFERRAL_PREFIX)
    status = status_by_id(entries)
    replaced = status_by_replaced(placed.entry for placed in entries)
    referral_ids = [one.published_id for one in referrals.referrals] if referrals else []
    direct_ids = map(direct_id, DirectKind)
    names = link_targets(
        entries={*status, *checked.unread, *direct_ids, *referral_ids} - replaced.keys(),
        categories=[one.id for one in categories.categories] if categories else [],
        services=[one.id for one in checked.public_services],
        pages=[path.stem for path in layout.pages],
    )
    paths = {site_path(name): name for name in names}
    readable = {name: status[name] for name in status.keys() - checked.unread} | replaced
    unpublished = {name: of for name, of in readable.items() if of is not Status.PUBLISHED}
    scheduled = [
        placed.entry.id
        for placed in entries
        if placed.entry.status is Status.PUBLISHED and not placed.entry.is_shown(today)
    ]
    return LinkTargets(
        names={*paths.values(), *(f"entri:{name}" for name in replaced)},
        paths=paths,
        unread=unread,
        unpublished={f"entri:{name}": of for name, of in unpublished.items()},
        scheduled={f"entri:{name}" for name in scheduled},
        attachments=[path.name for path in layout.attachments],
    )
