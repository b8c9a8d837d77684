"""Values that templates print: entries in lists, categories with counts, the service standard."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from caridulu.knowledge.markdown import excerpt, item_words
from caridulu.knowledge.model import (
    Category,
    ChannelKind,
    ComponentGroup,
    Components,
    Entry,
    KnowledgeBase,
    Limit,
    Office,
    ServiceStandard,
)
from caridulu.knowledge.opening_hours import opening_lines
from caridulu.messages import message
from caridulu.site.html.markdown_html import slug
from caridulu.site.urls import CONTACT, category_path, entry_path, service_path

_DASH = "\N{EN DASH}"
_FORGED = (ChannelKind.WHATSAPP, ChannelKind.PHONE, ChannelKind.EMAIL)  # what impostors imitate
_SNIPPET = 100  # characters of the answer under a question in a list: two lines on a phone


@dataclass(frozen=True)
class EntryLink:
    """An entry in a list."""

    title: str
    path: str
    snippet: str


@dataclass(frozen=True)
class CategoryView:
    """A category with its published entries."""

    category: Category
    path: str
    entries: tuple[EntryLink, ...]


Categories = Callable[[], tuple[CategoryView, ...]]
"""Asked for late: an entry that is rendered first need not be read again for its beginning."""


@dataclass(frozen=True)
class Keyword:
    """A word of the A-Z index and the entries it leads to."""

    word: str
    entries: tuple[EntryLink, ...]


@dataclass(frozen=True)
class Letter:
    """One letter of the A-Z index with the keywords under it."""

    letter: str
    keywords: tuple[Keyword, ...]


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

    id: str
    title: str
    groups: tuple[ComponentGroup, ...]
    names_contact: bool  # whether a number or mailbox of the office stands in it


def entry_link(entry: Entry) -> EntryLink:
    """Describes an entry for a list."""
    return EntryLink(entry.question, entry_path(entry.id), excerpt(entry.answer, limit=_SNIPPET))


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


def letters(entries: Iterable[Entry]) -> tuple[Letter, ...]:
    """Lists every tag, or the question of an entry without tags, by its first letter."""
    links: dict[str, dict[str, EntryLink]] = {}
    spelling: dict[str, str] = {}
    for entry in entries:
        for word in entry.tags or (entry.question,):
            key = word.casefold()
            spelling.setdefault(key, word)
            links.setdefault(key, {})[entry.id] = entry_link(entry)
    shelves: dict[str, list[Keyword]] = {}
    for key in sorted(links):
        initial = key[0].upper()
        letter = initial if re.fullmatch("[A-Z]", initial) else f"0{_DASH}9"
        shelves.setdefault(letter, []).append(
            Keyword(spelling[key], _by_title(links[key].values()))
        )
    return tuple(Letter(letter, tuple(shelves[letter])) for letter in sorted(shelves))


def _by_title(links: Iterable[EntryLink]) -> tuple[EntryLink, ...]:
    return tuple(sorted(links, key=lambda link: link.title.casefold()))


def service_sections(service: ServiceStandard, office: Office) -> tuple[ServiceSection, ...]:
    """Lists the components that the office has filled, in the order of the regulation."""
    contacts = {channel.address for channel in office.channels if channel.kind in _FORGED}
    return tuple(
        ServiceSection(
            id=slug(title), title=title, groups=groups, names_contact=_names(groups, contacts)
        )
        for name, field in Components.model_fields.items()
        if (groups := getattr(service.components, name)) and (title := field.title or name)
    )


def missing_components(service: ServiceStandard) -> tuple[str, ...]:
    """Names the components of a service standard that the office has not supplied."""
    return tuple(
        field.title or name
        for name, field in Components.model_fields.items()
        if not getattr(service.components, name)
    )


def _names(groups: Iterable[ComponentGroup], contacts: Iterable[str | None]) -> bool:
    text = "\n".join(item for group in groups for item in group.items)
    return any(contact and contact in text for contact in contacts)


def reply_promise(service: ServiceStandard) -> str | None:
    """Gives the promised time for an answer, such as ``3 hari kerja``."""
    limit = service.limits.get(service.reply_limit or "")
    return None if limit is None else str(limit)


def reply_limit(knowledge: KnowledgeBase) -> Limit | None:
    """Gives the time in which a consultation is answered, of the first service that promises it."""
    limits = (service.limits.get(service.reply_limit or "") for service in knowledge.services)
    return next((limit for limit in limits if limit), None)


def tiles(service: ServiceStandard, office: Office) -> tuple[Tile, ...]:
    """Lists waiting, time for an answer, fee, requirements and hours: those that are known."""
    promises = (_waiting(service), _time(service))
    found = (*promises, _fee(service), _requirements(service), _hours(office))
    return tuple(tile for tile in found if tile is not None)


def _waiting(service: ServiceStandard) -> Tile | None:
    limit = service.limits.get(service.waiting_limit or "")
    value = None if limit is None else str(limit)
    note = message("site.tile_waiting_note")
    return _tile("waiting", "clock-outline", value, note, service, "turnaround")


def _time(service: ServiceStandard) -> Tile | None:
    promise = reply_promise(service)
    note = message("site.tile_time_note")
    return _tile("time", "calendar-check-outline", promise, note, service, "turnaround")


def _fee(service: ServiceStandard) -> Tile | None:
    groups = service.components.fee
    fee = item_words(groups[0].items[0]).rstrip(".") if groups else None
    note = message("site.tile_fee_note", service=service.name)
    return _tile("fee", "cash-check", fee, note, service, "fee")


def _requirements(service: ServiceStandard) -> Tile | None:
    groups = service.components.requirements
    counts = sorted({len(group.items) for group in groups})
    count = _DASH.join(dict.fromkeys(f"{number}" for number in (*counts[:1], *counts[-1:])))
    value = message("site.tile_requirements_value", count=count) if groups else None
    note = "; ".join(f"{group.heading}: {len(group.items)}" for group in groups if group.heading)
    return _tile("requirements", "clipboard-check-outline", value, note, service, "requirements")


def _tile(
    name: str, icon: str, value: str | None, note: str, service: ServiceStandard, component: str
) -> Tile | None:
    """A fact of a service, which its component explains; None while it is unknown."""
    if value is None:
        return None
    title = Components.model_fields[component].title or component
    path = f"{service_path(service.id)}#{slug(title)}"
    return Tile(f"material/{icon}", message(f"site.tile_{name}"), value, note, path)


def _hours(office: Office) -> Tile | None:
    lines = opening_lines(office)
    if not lines:
        return None
    note = "; ".join((*lines[1:], office.timezone_label))
    label = message("site.tile_hours")
    return Tile("material/store-clock-outline", label, lines[0], note, CONTACT)
