"""Files, each checked by itself -> what they say, facts filled in and links followed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from caridulu.knowledge.direct_answers import direct_id
from caridulu.knowledge.loading.checked_files import CheckedFiles
from caridulu.knowledge.loading.content_pages import read_page
from caridulu.knowledge.model import DirectKind, Page, Referral, ServiceStandard, Status
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
from caridulu.knowledge.yaml.nodes import YamlFile


@dataclass(frozen=True)
class Filled:
    """What a project says, references filled in, by file; and the problems found on the way."""

    entries: tuple[PlacedEntry, ...]
    services: tuple[tuple[ServiceStandard, YamlFile], ...]
    pages: tuple[tuple[str, Page], ...]
    referrals: tuple[Referral, ...]
    facts: Facts
    problems: tuple[Problem, ...]


def fill_in(checked: CheckedFiles, layout: Layout, files: ProjectFiles, today: dt.date) -> Filled:
    """Fills facts into all texts, and follows the links in them."""
    facts = facts_of(checked.office, checked.public_services)
    problems: list[Problem] = []
    entries, services, pages = [], [], []
    for one in checked.entries:
        if one.file and one.value:
            entry, found = fill_entry(one.id, one.value, one.file, facts)
            entry = entry.model_copy(update={"packaged": one.packaged})
            entries.append(PlacedEntry(entry, one.file))
            problems += found
    for standard in checked.services:
        if standard.file and standard.value:
            service, found = fill_service(standard.id, standard.value, standard.file, facts)
            service = service.model_copy(update={"packaged": standard.packaged})
            services.append((service, standard.file))
            problems += found
    targets = _link_targets(entries, checked, layout, today)
    office = checked.office.value
    mentions = Mentions(office.links if office else (), facts.values, targets.paths)
    links = ProjectLinks(facts, targets, mentions)
    if office and (file := checked.office.file):
        problems += [*links.of_named(office.links, file), *links.of_tasks(office.tasks, file)]
    for placed in entries:
        problems += links.of_entry(placed)
    referrals: tuple[Referral, ...] = ()
    if (file := checked.referrals.file) and (given := checked.referrals.value):
        referrals, found = fill_referrals(given, file, facts)
        problems += [*found, *links.of_referrals(referrals, file)]
    for service, read in services:
        problems += links.of_service(service, read)
    for path in layout.pages:
        page, found = read_page(path, files, links)
        problems += found
        if page:
            pages.append((files.shown(path), page))
    return Filled(tuple(entries), tuple(services), tuple(pages), referrals, facts, tuple(problems))


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
