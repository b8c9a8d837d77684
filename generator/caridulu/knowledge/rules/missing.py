"""What the office has not supplied yet, and what is due: notices, never reasons to stop."""

import datetime as dt
from collections.abc import Iterable, Iterator

from caridulu.knowledge.model import (
    CategoriesFile,
    Entry,
    Lexicon,
    Office,
    Purpose,
    ServiceStandard,
    Status,
)
from caridulu.knowledge.problem import Location, Problem, notice
from caridulu.knowledge.rules.entries.relations import PlacedEntry
from caridulu.knowledge.source_doubts import is_home_page
from caridulu.knowledge.yaml.nodes import YamlFile

SHOWN = 3  # ids of entries that a notice names
OFFICE_KEYS = ("street_address", "hours", "site_url")
NO_COMPONENT = "knowledge.no_component"
# What a new project says until the office says it.
EXAMPLES = {"name": "Nama Kantor", "short_name": "Nama Kantor", "region": "Wilayah Kerja"}
# Notices about what only the office can say; others are about how something is written.
NOT_SUPPLIED = frozenset(
    {f"knowledge.no_{name}" for name in OFFICE_KEYS}
    | {f"knowledge.no_channel_{purpose}" for purpose in Purpose}
    | {NO_COMPONENT, "knowledge.unverified_channel", "knowledge.open_question"}
    | {"knowledge.package_link", "knowledge.still_example"}
)


def missing_in_office(office: Office, file: YamlFile) -> Iterator[Problem]:
    """Finds what is missing or still an example, and channels that nobody has confirmed."""
    for name, example in EXAMPLES.items():
        if getattr(office, name) == example:
            yield notice(file.at(name), "knowledge.still_example", name=name, value=example)
    for name in OFFICE_KEYS:
        if not getattr(office, name):
            yield notice(file.key(name), f"knowledge.no_{name}")
    for purpose in Purpose:
        if not office.channels_for(purpose):
            yield notice(file.key("channels"), f"knowledge.no_channel_{purpose}")
    for i, channel in enumerate(office.channels):
        if not channel.verified:
            place = file.at("channels", i, "verified")
            yield notice(place, "knowledge.unverified_channel", value=channel.label)


def missing_place(office: Office, file: YamlFile, lexicon: Lexicon) -> Iterator[Problem]:
    """Finds the region missing among the places, whose names a question need not find."""
    region = office.region.casefold()
    names = [place.casefold() for place in lexicon.places]
    is_known = any(name in region or region in name for name in names)
    if not is_known and office.region != EXAMPLES["region"]:
        yield notice(file.at("region"), "knowledge.region_no_place", value=office.region)


def missing_in_service(
    service: ServiceStandard, file: YamlFile, today: dt.date
) -> Iterator[Problem]:
    """Finds components of a public service that are not filled in, and an overdue review."""
    if service.status is not Status.PUBLISHED:
        return
    for name, title, groups in service.components.all():
        if not groups:
            place = file.key("components", name)
            place = place if file.find("components", name) else file.key("components")
            yield notice(_in_own_file(place, service), NO_COMPONENT, value=title)
    yield from _overdue_review(service, file, today)


def missing_in_entry(entry: Entry, file: YamlFile, today: dt.date) -> Iterator[Problem]:
    """Finds overdue reviews and releases of a public entry, what is asked, tables at home pages."""
    if entry.status is Status.PUBLISHED:
        if entry.open_question:
            place = file.at("open_question")
            yield notice(place, "knowledge.open_question", value=entry.open_question)
        yield from _overdue_review(entry, file, today)
        if entry.next_release is not None and entry.next_release < today:
            place = _in_own_file(file.at("next_release"), entry)
            value = entry.next_release.isoformat()
            yield notice(place, "knowledge.release_due", value=value)
    for i, table in enumerate(entry.data_links):
        if is_home_page(table.url):
            place = file.at("data_links", i, "url")
            yield notice(place, "knowledge.data_link_home", value=table.url)


def missing_english(placed: Iterable[PlacedEntry]) -> Iterator[Problem]:
    """Counts public entries without an English text, once there is one that has it."""
    public = [one for one in placed if one.entry.status is Status.PUBLISHED]
    lacking = [one for one in public if one.entry.en is None]
    if lacking and len(lacking) < len(public):
        ids = ", ".join(one.entry.id for one in lacking[:SHOWN])
        counts = {"count": len(lacking), "all": len(public), "ids": ids}
        yield notice(lacking[0].file.at("question"), "knowledge.entries_without_english", **counts)


def _overdue_review(
    reviewed: Entry | ServiceStandard, file: YamlFile, today: dt.date
) -> Iterator[Problem]:
    if reviewed.review_by is not None and reviewed.review_by < today:
        place = _in_own_file(file.at("review_by"), reviewed)
        yield notice(place, "knowledge.review_due", value=reviewed.review_by.isoformat())


def _in_own_file(place: Location, adjusted: Entry | ServiceStandard) -> Location:
    """Returns the office's own file for a place in a package's file, which nobody edits."""
    is_own = adjusted.packaged is None or place.path == adjusted.own_path
    return place if is_own else Location(adjusted.own_path)


def missing_in_categories(
    categories: CategoriesFile, file: YamlFile, entries: Iterable[Entry]
) -> Iterator[Problem]:
    """Finds categories without a public entry."""
    used = {entry.category for entry in entries if entry.status is Status.PUBLISHED}
    for i, category in enumerate(categories.categories):
        if category.id not in used:
            place = file.at("categories", i, "id")
            yield notice(place, "knowledge.empty_category", value=category.id)
