"""The office's values for the browser, as JavaScript modules for the bundles."""

import json
from dataclasses import asdict

from caridulu.curation.exports import handover_line
from caridulu.knowledge.complaint_topics import complaint_topics
from caridulu.knowledge.markdown import telephones
from caridulu.knowledge.model import Category, Channel, ChannelKind, Entry, KnowledgeBase, Purpose
from caridulu.knowledge.site_names import DIRECT_PREFIX, REFERRAL_PREFIX
from caridulu.messages import Language, messages_of, template
from caridulu.site import urls
from caridulu.site.client.translations import english_urls, names, office_names, phrases
from caridulu.site.handover.channels import ICONS, channel_label, channel_view
from caridulu.site.handover.contact_links import tel_link, whatsapp_number
from caridulu.site.handover.handover_message import SHORTEST, MessageDraft, Topic
from caridulu.site.handover.reply_calendar import ReplyCalendar
from caridulu.site.html.icons import drawing
from caridulu.site.html.identity import trial_sentence

_PAGE_WORDS = (
    "results_label", "search_broken", "categories_title", "contact", "past_review",
    "ask_newer", "helpful_yes", "helpful_thanks", "print",
    "print_answers", "print_failed", "printed", "close_search", "browser_loading",
)  # fmt: skip
_HANDOVER_STRINGS = (
    "handover_", "message_consultation_", "message_complaint_", "message_newer_",
    "message_cut", "message_opened", "message_searches", "message_code", "message_sent_from",
    "weekdays", "months", "reply_promise", "unconfirmed_", "send_notice", "impostor_notice",
)  # fmt: skip
MOST_FEATURED = 5  # questions that an empty search box offers
MESSAGE_FORMAT: dict[str, object] = {
    "version": handover_line.VERSION,
    "purposes": handover_line.PURPOSES,
    "outcomes": handover_line.OUTCOMES,
    "noSearch": handover_line.NO_SEARCH,
    "latest": handover_line.LATEST,
    "piece": handover_line.PIECE,
    "shortest": SHORTEST,
    "mailtoLimit": 1_800,  # characters of the whole link that every mail program still opens
    "whatsappLimit": 4_000,
}


def value_modules(
    knowledge: KnowledgeBase,
    *,
    site: urls.Addresses,
    calendar: ReplyCalendar,
    english: str = "",
) -> dict[str, str]:
    """Writes the modules below ``values/`` that the browser's modules import.

    ``english`` is the name of the folder with the English bundles; empty in that folder itself.
    """
    language = site.language
    ways = ("share_answer", "share_link", "share_copied", "share_by_hand")
    modules: dict[str, dict[str, object]] = {
        "folders": {"index": urls.INDEX, "english": english},
        "page_words": {"words": page_words(site)},
        "store": {
            "words": _words("saved_copy", "newer", "reload", language=language),
            "listFile": urls.STORED,
            "workerFile": urls.WORKER,
        },
        "search_config": {
            "config": search_config(knowledge, site=site),
            "strings": browser_strings("browser_", language=language),
        },
        "contact": {"contact": contact_config(knowledge, calendar=calendar, language=language)},
        "sheet_words": {"words": browser_strings("sheet_", language=language)},
        "share_words": {
            "words": {
                **_words("share", language=language),
                "trial": trial_sentence(knowledge.office),  # as the answer
            }
        },
        "ways_words": {"words": _words(*ways, language=language)},
        "reading_words": {"words": _words("read_aloud", "read_stop", language=language)},
        "topics": {"topics": _topics(knowledge, language)},
    }
    if language is Language.EN:
        words = _words("other_language", language=language)
        known = [*office_names(knowledge), *phrases()]
        modules["english_urls"] = {"englishUrls": english_urls()}
        modules["english_titles"] = {"titles": english_titles(knowledge)}
        modules["phrases"] = {"phrases": known, "names": names(), "words": words}
    return {f"values/{name}": value_module(values) for name, values in modules.items()}


def page_words(site: urls.Addresses) -> dict[str, str]:
    """Returns the sentences of the script of every page, and addresses that it leads to."""
    targets = {
        "topics": site.url(urls.HOME, urls.CATEGORIES),
        "office": site.url(urls.HOME, urls.CONTACT),
    }
    return {**_words(*_PAGE_WORDS, language=site.language), **targets}


def search_config(knowledge: KnowledgeBase, *, site: urls.Addresses) -> dict[str, object]:
    """Returns the values for live search, and contacts for when the index cannot be fetched."""
    return {
        "search": site.url(urls.HOME, urls.SEARCH),
        "contact": site.url(urls.HOME, urls.CONTACT),
        "contacts": _plain_contacts(knowledge, site.language),
        "featured": [_question(entry, site) for entry in knowledge.featured[:MOST_FEATURED]],
        "topics": [topic_name(each, site.language) for each in knowledge.categories],
        "complaints": sorted(complaint_topics(knowledge).items),
        "prefixes": {"direct": DIRECT_PREFIX, "referral": REFERRAL_PREFIX},
        "telephones": telephones_of(knowledge),
    }


def contact_config(
    knowledge: KnowledgeBase,
    *,
    calendar: ReplyCalendar,
    language: Language,
) -> dict[str, object]:
    """Returns the values for the hand-over; icons as path data."""
    office = knowledge.office
    limit = knowledge.reply_limit
    return {
        "complaints": sorted(complaint_topics(knowledge).items),
        "lang": language.value,
        "office": office.name,
        "format": MESSAGE_FORMAT,
        "channels": {
            purpose.value: [
                _channel(channel, office.name, language) for channel in office.channels_for(purpose)
            ]
            for purpose in Purpose
        },
        "icons": {
            "promise": drawing("material/calendar-check-outline"),
            "warning": drawing("material/alert-outline"),
            **{channel.kind.value: drawing(ICONS[channel.kind]) for channel in office.channels},
        },
        "calendar": asdict(calendar),
        "replyDays": limit.amount if limit else None,
        "promise": limit.text(language) if limit else None,
        "strings": browser_strings(*_HANDOVER_STRINGS, language=language),
    }


def browser_strings(*prefixes: str, language: Language = Language.ID) -> dict[str, str]:
    """Returns the sentences that the browser fills, as templates."""
    names = (name for name in sorted(messages_of("site")) if name.startswith(prefixes))
    in_scripts = (name for name in names if not name.endswith("_short"))  # these are in the pages
    return sentences(*in_scripts, language=language)


def sentences(*names: str, language: Language) -> dict[str, str]:
    """Returns sentences as templates, by name."""
    return {name: template(f"site.{name}", language) for name in names}


def _words(*names: str, language: Language) -> dict[str, str]:
    return {"lang": language.value, **sentences(*names, language=language)}


def value_module(values: dict[str, object]) -> str:
    """Writes values as a module that exports them by name."""
    return "".join(
        f"export const {name} = "
        f"{json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))};\n"
        for name, value in values.items()
    )


def _topics(knowledge: KnowledgeBase, language: Language) -> dict[str, object]:
    """Lists name and entries of every category, to narrow hits to one."""
    entries: dict[str, list[str]] = {}
    for entry in knowledge.published:
        entries.setdefault(entry.category, []).append(entry.id)
    return {
        category.id: {
            "name": topic_name(category, language),
            "entries": " ".join(entries[category.id]),
        }
        for category in knowledge.categories
        if category.id in entries
    }


def topic_name(category: Category, language: Language) -> str:
    """Returns a category's name, in English where there is one."""
    return (category.en if language is Language.EN else None) or category.name


def _question(entry: Entry, site: urls.Addresses) -> dict[str, str]:
    """Writes a question as a link, in English where it has a translation."""
    address = site.url(urls.HOME, urls.entry_path(entry.id))
    if entry.en and site.language is Language.EN:
        return {"url": address, "title": entry.en.question, "lang": "en"}
    return {"url": address, "title": entry.question, "lang": "id"}


def english_titles(knowledge: KnowledgeBase) -> dict[str, str]:
    """Returns questions in English by id, where there are any."""
    entries = {one.id: one.en for one in knowledge.published}
    direct = {one.id: one.en for one in knowledge.direct_answers}
    return {name: en.question for name, en in (entries | direct).items() if en}


def telephones_of(knowledge: KnowledgeBase) -> dict[str, dict[str, str]]:
    """Returns the numbers that answers link, by id, so that they can be called from a hit."""
    answers = {
        **{one.id: one.answer for one in knowledge.published},
        **{one.id: one.answer for one in knowledge.direct_answers},
        **{one.published_id: one.guidance for one in knowledge.referrals},
    }
    return {name: found for name, answer in answers.items() if (found := telephones(answer))}


def _plain_contacts(knowledge: KnowledgeBase, language: Language) -> list[dict[str, str | None]]:
    """Lists confirmed addresses for consultation, without a message."""
    return [
        {
            "label": channel_label(channel, language),
            "address": channel.address,
            "url": {
                ChannelKind.EMAIL: f"mailto:{channel.address}",
                ChannelKind.PHONE: tel_link(channel.address),
                ChannelKind.WHATSAPP: f"https://wa.me/{whatsapp_number(channel.address)}",
            }.get(channel.kind),
        }
        for channel in knowledge.office.channels
        if channel.verified and channel.address and Purpose.CONSULTATION in channel.purposes
    ]


def _channel(channel: Channel, office: str, language: Language) -> dict[str, object]:
    """Writes a channel for the browser; ``recipient`` where the browser writes the message."""
    view = channel_view(channel, MessageDraft(Topic.CONSULTATION, language=language), office=office)
    shown = {name: value for name, value in asdict(view).items() if name != "icon"}
    address = (channel.address if view.url else None) or ""
    written = {ChannelKind.WHATSAPP: whatsapp_number(address), ChannelKind.EMAIL: address}
    recipient = written.get(channel.kind) or None
    return {**shown, "url": None if recipient else view.url, "recipient": recipient}
