"""Values for templates: entry lists, categories, the facts of a service standard."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from caridulu.knowledge.markdown import excerpt, item_words
from caridulu.knowledge.model import (
    CONTACTS,
    Category,
    ComponentGroup,
    Components,
    Entry,
    KnowledgeBase,
    Office,
    ServiceStandard,
)
from caridulu.knowledge.opening_hours import opening_lines
from caridulu.messages import Language, message
from caridulu.site.html.markdown_html import slug
from caridulu.site.pages.service_ways import way_with
from caridulu.site.urls import CONTACT, category_path, entry_path, service_path

_DASH = "\N{EN DASH}"
_RECENT = 4  # entries on the home page
_SNIPPET = 100  # characters of the answer under a question in a list: two lines on a phone


@dataclass(frozen=True)
class EntryLink:
    title: str
    path: str
    snippet: str
    in_english: bool = False  # its title


@dataclass(frozen=True)
class CategoryView:
    category: Category
    path: str
    entries: tuple[EntryLink, ...]


# A function: the views hold the beginning of every answer, which most pages need not wait for.
Categories = Callable[[], tuple[CategoryView, ...]]


@dataclass(frozen=True)
class Tile:
    """One of the key facts of a service standard."""

    icon: str
    label: str
    value: str
    note: str
    path: str


@dataclass(frozen=True)
class ServiceSection:
    """A filled component of a service standard."""

    name: str
    id: str
    title: str
    groups: tuple[ComponentGroup, ...]
    names_contact: bool  # whether a number or mailbox of the office stands in it


def entry_link(entry: Entry, language: Language = Language.ID) -> EntryLink:
    """Describes an entry for a list; in English by its English question if there is one."""
    english = entry.en if language is Language.EN else None
    title = english.question if english else entry.question
    snippet = excerpt(entry.answer, limit=_SNIPPET)
    return EntryLink(title, entry_path(entry.id), snippet, in_english=english is not None)


def category_views(knowledge: KnowledgeBase) -> tuple[CategoryView, ...]:
    """Lists categories that have published entries, in the office's order."""
    shelves: dict[str, list[EntryLink]] = {}
    for entry in knowledge.published:
        shelves.setdefault(entry.category, []).append(entry_link(entry))
    return tuple(
        CategoryView(category, category_path(category.id), _by_title(shelves[category.id]))
        for category in knowledge.categories
        if category.id in shelves
    )


def recent_entries(entries: Iterable[Entry], language: Language) -> tuple[EntryLink, ...]:
    """Lists entries that the office wrote or looked through after the bulk of them, latest first.

    What came with a package is new to the office, but no news to who visits it.
    """
    own = (entry for entry in entries if entry.reviewed or not entry.packaged or entry.is_adjusted)
    dated = [(day, entry) for entry in own if (day := entry.reviewed or entry.compiled)]
    if not dated:
        return ()
    counts = Counter(day for day, _ in dated)
    bulk = max(counts, key=lambda day: (counts[day], day))
    later = sorted(
        ((day, entry) for day, entry in dated if day > bulk),
        key=lambda one: (-one[0].toordinal(), one[1].id),
    )
    return tuple(entry_link(entry, language) for _, entry in later[:_RECENT])


def letters(entries: Iterable[Entry]) -> dict[str, dict[str, tuple[EntryLink, ...]]]:
    """Lists tags, and questions of entries without tags, by first letter; each with its entries."""
    links: dict[str, dict[str, EntryLink]] = {}
    spelling: dict[str, str] = {}
    for entry in entries:
        for word in entry.tags or (entry.question,):
            key = word.casefold()
            spelling.setdefault(key, word)
            links.setdefault(key, {})[entry.id] = entry_link(entry)
    shelves: dict[str, dict[str, tuple[EntryLink, ...]]] = {}
    for key in sorted(links):
        initial = key[0].upper()
        letter = initial if re.fullmatch("[A-Z]", initial) else f"0{_DASH}9"
        shelves.setdefault(letter, {})[spelling[key]] = _by_title(links[key].values())
    return dict(sorted(shelves.items()))


def _by_title(links: Iterable[EntryLink]) -> tuple[EntryLink, ...]:
    return tuple(sorted(links, key=lambda link: link.title.casefold()))


def service_sections(service: ServiceStandard, office: Office) -> tuple[ServiceSection, ...]:
    """Lists the components that the office has filled, in the order of the regulation."""
    contacts = {channel.address for channel in office.channels if channel.kind in CONTACTS}
    return tuple(
        ServiceSection(
            name=name,
            id=slug(title),
            title=title,
            groups=groups,
            names_contact=_names(groups, contacts),
        )
        for name, title, groups in service.components.all()
        if groups
    )


def missing_components(service: ServiceStandard) -> tuple[str, ...]:
    """Names the components of a service standard that the office has not supplied."""
    return tuple(title for _, title, groups in service.components.all() if not groups)


def _names(groups: Iterable[ComponentGroup], contacts: Iterable[str | None]) -> bool:
    text = "\n".join(item for group in groups for item in group.items)
    return any(contact and contact in text for contact in contacts)


def tiles(service: ServiceStandard, office: Office) -> tuple[Tile, ...]:
    """Lists waiting, time for an answer, fee, requirements and hours: those that are known."""
    found = (
        _limit_tile(service, "waiting", "clock-outline", service.waiting_limit),
        _limit_tile(service, "time", "calendar-check-outline", service.reply_limit),
        _fee_tile(service),
        _requirements_tile(service),
        hours_tile(office),
    )
    return tuple(one for one in found if one is not None)


def _limit_tile(service: ServiceStandard, name: str, icon: str, limit: str | None) -> Tile | None:
    if limit not in service.limits:
        return None
    value, path = str(service.limits[limit]), _path(service, "turnaround", limit)
    note = message(f"site.tile_{name}_note")
    return Tile(f"material/{icon}", message(f"site.tile_{name}"), value, note, path)


def _fee_tile(service: ServiceStandard) -> Tile | None:
    if not service.components.fee:
        return None
    value = item_words(service.components.fee[0].items[0]).rstrip(".")
    note = message("site.tile_fee_note", service=service.name)
    path = _path(service, "fee")
    return Tile("material/cash-check", message("site.tile_fee"), value, note, path)


def _requirements_tile(service: ServiceStandard) -> Tile | None:
    """Counts the requirements; where the groups have several numbers, the least and the most."""
    groups = service.components.requirements
    if not groups:
        return None
    counts = [len(group.items) for group in groups]
    count = _DASH.join(map(str, sorted({min(counts), max(counts)})))
    value = message("site.tile_requirements_value", count=count)
    note = "; ".join(f"{one.heading}: {len(one.items)}" for one in groups if one.heading)
    label, path = message("site.tile_requirements"), _path(service, "requirements")
    return Tile("material/clipboard-check-outline", label, value, note, path)


def _path(service: ServiceStandard, component: str, limit: str | None = None) -> str:
    """Leads to the way to a service with the limit, else to the first one, else to a component."""
    way = way_with(service, str(service.limits[limit]) if limit else None)
    anchor = way.id if way else slug(Components.model_fields[component].title or component)
    return f"{service_path(service.id)}#{anchor}"


def hours_tile(office: Office) -> Tile | None:
    """Returns the opening hours; None while the office has not supplied them."""
    lines = opening_lines(office)
    if not lines:
        return None
    note = "; ".join((*lines[1:], office.timezone_label))
    label = message("site.tile_hours")
    return Tile("material/store-clock-outline", label, lines[0], note, CONTACT)
