"""What the browser must know about this office, as modules that the bundles take in."""

import json
import re
from dataclasses import asdict

from generator.knowledge.model import Channel, ChannelKind, KnowledgeBase, Purpose
from generator.messages import Language
from generator.messages.site import MESSAGES
from generator.site.addresses import CONTACT_PAGE, SEARCH, Addresses, page_path
from generator.site.channels import channel_url, icon_name, is_unconfirmed
from generator.site.fallback import MAILTO_LIMIT, VERSION, WHATSAPP_LIMIT, Draft, Topic
from generator.site.links import relative, tel_link, whatsapp_number
from generator.site.reply_date import ReplyCalendar
from generator.site.shell import icon_id, icon_source

_CARRIED = ("consultation", "complaint")  # topics that the browser writes messages for
_OTHER_TOPICS = tuple(f"message_{t.name.lower()}_" for t in Topic if t.name.lower() not in _CARRIED)
_HANDOVER = (
    *("weekdays", "months", "reply_promise", "reply_promise_date"),
    *("unconfirmed", "send_notice", "impostor_notice"),
)


def value_modules(
    knowledge: KnowledgeBase,
    *,
    index: str,
    site: Addresses,
    calendar: ReplyCalendar,
    sprite: str | None = None,
) -> dict[str, str]:
    """The modules ``place``, ``config``, ``contact`` and ``topics``."""
    return {
        "place": _module("index", f"{index}/"),
        "config": _module("config", search_config(knowledge, site=site)),
        "contact": _module("contact", contact_config(knowledge, calendar=calendar, sprite=sprite)),
        "topics": _module("topics", _topics(knowledge)),
    }


def search_config(knowledge: KnowledgeBase, *, site: Addresses) -> dict[str, object]:
    """What searching needs, and the addresses that help when nothing else can be fetched."""

    def url(path: str) -> str:
        return relative("", path, index_files=site.index_files)

    return {
        "search": url(SEARCH),
        "contact": url(page_path(CONTACT_PAGE)),
        "contacts": _plain_contacts(knowledge),
        "strings": browser_strings("browser_"),
    }


def contact_config(
    knowledge: KnowledgeBase, *, calendar: ReplyCalendar, sprite: str | None = None
) -> dict[str, object]:
    """What the way to a person needs; icons as names in the sprite, or as drawings without one."""
    icon = icon_id if sprite else _drawing
    office = knowledge.office
    service = next((service for service in knowledge.services if service.reply_limit), None)
    limit = service.limits.get(service.reply_limit or "") if service else None
    return {
        "office": office.name,
        "format": VERSION,
        "limits": {"mailto": MAILTO_LIMIT, "whatsapp": WHATSAPP_LIMIT},
        "channels": {
            purpose.value: [
                _channel(channel, knowledge)
                for channel in office.channels
                if purpose in channel.purposes
            ]
            for purpose in Purpose
        },
        "icons": {
            "promise": icon("material/calendar-check-outline"),
            "warning": icon("material/alert-outline"),
            **{channel.kind.value: icon(icon_name(channel)) for channel in office.channels},
        },
        "sprite": sprite,
        "calendar": asdict(calendar),
        "replyDays": limit.amount if limit else None,
        "promise": str(limit) if limit else None,
        "strings": browser_strings("handover_", "message_", *_HANDOVER),
    }


def browser_strings(*prefixes: str, language: Language = Language.ID) -> dict[str, str]:
    """The sentences that the browser fills, as templates."""
    column = 0 if language is Language.ID else 1
    return {
        name: texts[column]
        for name, texts in sorted(MESSAGES.items())
        if name.startswith(prefixes) and not name.startswith(_OTHER_TOPICS)
    }


def _module(name: str, value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"export const {name} = {text};\n"


def _topics(knowledge: KnowledgeBase) -> dict[str, object]:
    """Name and entries of every category, to narrow hits to one."""
    entries: dict[str, list[str]] = {}
    for entry in knowledge.published:
        entries.setdefault(entry.category, []).append(entry.id)
    return {
        category.id: {"name": category.name, "entries": " ".join(entries[category.id])}
        for category in knowledge.categories
        if category.id in entries
    }


def _plain_contacts(knowledge: KnowledgeBase) -> list[dict[str, str | None]]:
    """Confirmed addresses for consultation, without a message."""
    return [
        {"label": channel.label, "address": channel.address, "url": _plain_url(channel)}
        for channel in knowledge.office.channels
        if channel.verified and channel.address and Purpose.CONSULTATION in channel.purposes
    ]


def _plain_url(channel: Channel) -> str | None:
    address = channel.address or ""
    match channel.kind:
        case ChannelKind.EMAIL:
            return f"mailto:{address}"
        case ChannelKind.PHONE:
            return tel_link(address)
        case ChannelKind.WHATSAPP:
            return f"https://wa.me/{whatsapp_number(address)}"
        case _:
            return None


def _channel(channel: Channel, knowledge: KnowledgeBase) -> dict[str, object]:
    """A channel for the browser; ``number`` or ``mailbox`` where the message can be written in."""
    url = channel_url(channel, Draft(Topic.CONSULTATION), office=knowledge.office.name)
    written = {ChannelKind.WHATSAPP: "number", ChannelKind.EMAIL: "mailbox"}.get(channel.kind)
    carrier = {} if written is None or url is None else {written: _carrier(channel)}
    return {
        "id": channel.id,
        "kind": channel.kind.value,
        "label": channel.label,
        "address": channel.address,
        "note": channel.note,
        "unconfirmed": is_unconfirmed(channel),
        "url": None if carrier else url,
        **carrier,
    }


def _carrier(channel: Channel) -> str:
    address = channel.address or ""
    return whatsapp_number(address) if channel.kind is ChannelKind.WHATSAPP else address


def _drawing(icon: str) -> str:
    """The drawing of one of Material's icons."""
    found = re.search(r' d="([^"]+)"', icon_source(icon))
    return found.group(1) if found else ""
