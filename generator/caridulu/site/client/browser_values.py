"""What the browser must know about this office, as modules that the bundles take in."""

import json
from dataclasses import asdict

from caridulu.knowledge.model import Channel, ChannelKind, KnowledgeBase, Purpose
from caridulu.messages import Language
from caridulu.messages.site import MESSAGES
from caridulu.site.handover.handover_message import (
    MAILTO_LIMIT,
    VERSION,
    WHATSAPP_LIMIT,
    Draft,
    Topic,
)
from caridulu.site.handover.reply_date import ReplyCalendar
from caridulu.site.html.channels import (
    channel_address,
    channel_label,
    channel_url,
    icon_name,
    unconfirmed_part,
)
from caridulu.site.html.contact_links import tel_link, whatsapp_number
from caridulu.site.html.icons import drawing, icon_id
from caridulu.site.pages.english import names, phrases, places
from caridulu.site.pages.views import limit_text
from caridulu.site.urls import CATEGORIES, CONTACT, HOME, SEARCH, Addresses

_CARRIED = ("consultation", "complaint", "newer")  # topics that the browser writes messages for
_OTHER_TOPICS = tuple(f"message_{t.name.lower()}_" for t in Topic if t.name.lower() not in _CARRIED)
_PAGE_WORDS = (  # of what the script adds to a page
    *("results_label", "search_broken", "categories_title", "contact", "past_review"),
    *("ask_newer", "helpful_yes", "helpful_thanks", "print"),
    *("print_answers", "print_failed", "printed"),
)
_KEPT_WORDS = ("saved_copy", "newer", "reload")  # where the visitor has stored the site
_HANDOVER = (
    *("weekdays", "months", "reply_promise", "reply_promise_date"),
    *("unconfirmed_", "send_notice", "impostor_notice"),
)


def value_modules(
    knowledge: KnowledgeBase,
    *,
    index: str,
    site: Addresses,
    calendar: ReplyCalendar,
    sprite: str | None = None,
    english: str = "",
) -> dict[str, str]:
    """The modules that the bundles take in: ``place``, ``words``, ``config`` and others.

    Args:
        knowledge: what the office knows.
        index: folder of the published index, as a site path.
        site: where everything lives, and in which language.
        calendar: the office's working days.
        sprite: the file of channels' icons, as a site path.
        english: name of the folder with the English bundles; empty in that folder itself.
    """
    contact = contact_config(knowledge, calendar=calendar, sprite=sprite, language=site.language)
    modules = {
        "place": _module(index=f"{index}/", english=english),
        "words": _module(words=page_words(site)),
        "words_kept": _module(words=kept_words(site)),
        "config": _module(config=search_config(knowledge, site=site)),
        "contact": _module(contact=contact),
        "sheet_words": _module(sheetWords=browser_strings("sheet_", language=site.language)),
        "topics": _module(topics=_topics(knowledge)),
    }
    if site.language is Language.EN:
        modules["places"] = _module(places=places())
        modules["phrases"] = _module(phrases=phrases(), names=names())
    return modules


def page_words(site: Addresses) -> dict[str, str]:
    """What the script of every page says, and where it leads."""
    places = {"topics": site.url(HOME, CATEGORIES), "office": site.url(HOME, CONTACT)}
    return {**_words(*_PAGE_WORDS, language=site.language), **places}


def kept_words(site: Addresses) -> dict[str, str]:
    """What the script says of a page that the visitor's device has stored."""
    return _words(*_KEPT_WORDS, language=site.language)


def _words(*names: str, language: Language) -> dict[str, str]:
    words = {name: MESSAGES[name][_column(language)] for name in names}
    return {"lang": language.value, **words}


def search_config(knowledge: KnowledgeBase, *, site: Addresses) -> dict[str, object]:
    """What searching needs, and the addresses that help when nothing else can be fetched."""
    return {
        "search": site.url(HOME, SEARCH),
        "contact": site.url(HOME, CONTACT),
        "contacts": _plain_contacts(knowledge, site.language),
        "strings": browser_strings("browser_", language=site.language),
    }


def contact_config(
    knowledge: KnowledgeBase,
    *,
    calendar: ReplyCalendar,
    sprite: str | None = None,
    language: Language = Language.ID,
) -> dict[str, object]:
    """What the way to a person needs; icons as names in the sprite, or as drawings without one."""
    icon = icon_id if sprite else drawing
    office = knowledge.office
    service = next((service for service in knowledge.services if service.reply_limit), None)
    limit = service.limits.get(service.reply_limit or "") if service else None
    return {
        "office": office.name,
        "format": VERSION,
        "limits": {"mailto": MAILTO_LIMIT, "whatsapp": WHATSAPP_LIMIT},
        "channels": {
            purpose.value: [
                _channel(channel, knowledge, language)
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
        "promise": limit_text(limit, language) if limit else None,
        "strings": browser_strings("handover_", "message_", *_HANDOVER, language=language),
    }


def browser_strings(*prefixes: str, language: Language = Language.ID) -> dict[str, str]:
    """The sentences that the browser fills, as templates."""
    return {
        name: texts[_column(language)]
        for name, texts in sorted(MESSAGES.items())
        if name.startswith(prefixes) and not name.startswith(_OTHER_TOPICS)
        if not name.endswith("_short")  # stands in the pages
    }


def _column(language: Language) -> int:
    return list(Language).index(language)


def _module(**values: object) -> str:
    return "".join(
        f"export const {name} = "
        f"{json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))};\n"
        for name, value in values.items()
    )


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


def _plain_contacts(knowledge: KnowledgeBase, language: Language) -> list[dict[str, str | None]]:
    """Confirmed addresses for consultation, without a message."""
    return [
        {
            "label": channel_label(channel, language),
            "address": channel.address,
            "url": _plain_url(channel),
        }
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


def _channel(channel: Channel, knowledge: KnowledgeBase, language: Language) -> dict[str, object]:
    """A channel for the browser; ``number`` or ``mailbox`` where the message can be written in."""
    url = channel_url(channel, Draft(Topic.CONSULTATION), office=knowledge.office.name)
    written = {ChannelKind.WHATSAPP: "number", ChannelKind.EMAIL: "mailbox"}.get(channel.kind)
    carrier = {} if written is None or url is None else {written: _carrier(channel)}
    return {
        "id": channel.id,
        "kind": channel.kind.value,
        "label": channel_label(channel, language),
        "address": channel_address(channel, language),
        "note": channel.note,
        "unconfirmed": unconfirmed_part(channel),
        "url": None if carrier else url,
        **carrier,
    }


def _carrier(channel: Channel) -> str:
    address = channel.address or ""
    return whatsapp_number(address) if channel.kind is ChannelKind.WHATSAPP else address
