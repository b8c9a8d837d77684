"""Office and service standards -> answers to what every office is asked, in the words people use.

The texts are in ``direct_answers.yml``. What the office has not supplied is said to be missing,
with the channels by which to ask for it; nothing is guessed.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

import yaml

from caridulu.knowledge.model import (
    Channel,
    ChannelKind,
    DirectAnswer,
    DirectKind,
    Entry,
    Office,
    Purpose,
    ServiceStandard,
    Status,
    Translation,
)
from caridulu.knowledge.opening_hours import opening_lines
from caridulu.knowledge.rules.entries.relations import fold_phrase
from caridulu.knowledge.yaml.nodes import LOADER
from caridulu.messages import Language, message

_MAP = "https://www.openstreetmap.org/search?query="
_PLACES = (ChannelKind.VISIT, ChannelKind.BOX)
_BEFORE_COMING = (
    DirectKind.HOURS,
    DirectKind.ADDRESS,
    DirectKind.FACILITIES,
    DirectKind.DISABILITY,
)
_ASKED_FOR = (ChannelKind.PHONE, ChannelKind.WHATSAPP, ChannelKind.EMAIL)
_COMPONENTS = {
    DirectKind.FEE: "fee",
    DirectKind.REPLY_TIME: "turnaround",
    DirectKind.WAITING_TIME: "turnaround",
    DirectKind.FACILITIES: "facilities",
    DirectKind.DISABILITY: "facilities",
}
_FOR_DISABLED = re.compile(
    r"disabil|difabel|kursi roda|tuna ?(?:netra|rungu|wicara|daksa)|\btuli\b|isyarat|braille"
    r"|kelompok rentan|berkebutuhan khusus",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DirectAnswers:
    """The direct answers that remain beside an office's own entries."""

    made: tuple[DirectAnswer, ...]  # those that no entry gives
    phrases: Mapping[str, tuple[str, ...]]  # by id of an entry that gives one, how that is asked
    redirects: tuple[tuple[str, str], ...]  # id of an answer that an entry gives, and the entry's


def beside_entries(
    answers: Iterable[DirectAnswer], entries: Iterable[Entry], *, taken: Collection[str]
) -> DirectAnswers:
    """Removes direct answers that a published entry gives, and phrases that are used elsewhere.

    ``answers`` are at most one of each kind, ``taken`` folded phrases of entries and referrals.
    """
    public = [entry for entry in entries if entry.status is Status.PUBLISHED]
    given = {entry.answers: entry.id for entry in public if entry.answers}
    free = [
        replace(one, phrases=tuple(p for p in one.phrases if fold_phrase(p) not in taken))
        for one in answers
    ]
    left_out = [(one, given[one.kind]) for one in free if one.kind in given]
    return DirectAnswers(
        made=tuple(one for one in free if one.kind not in given),
        phrases={entry: (one.question, *one.phrases) for one, entry in left_out},
        redirects=tuple((one.id, entry) for one, entry in left_out),
    )


def direct_id(kind: DirectKind) -> str:
    """Returns the id of a direct answer, which is also that of its page."""
    return str(_texts(kind)["id"])


def direct_answers(office: Office, services: Iterable[ServiceStandard]) -> tuple[DirectAnswer, ...]:
    """Makes one direct answer of each kind."""
    services = tuple(services)
    return tuple(_direct_answer(kind, office, services) for kind in DirectKind)


def _direct_answer(
    kind: DirectKind, office: Office, services: tuple[ServiceStandard, ...]
) -> DirectAnswer:
    texts, names = _texts(kind), _names(office)
    facts = _facts(kind, office, services, Language.ID)
    english_facts = _facts(kind, office, services, Language.EN)
    is_of_services = kind in _COMPONENTS or kind is DirectKind.SERVICES
    holders: tuple[ServiceStandard | Office, ...] = services if is_of_services else (office,)
    sources = dict.fromkeys(source for holder in holders for source in holder.sources)
    return DirectAnswer(
        id=texts["id"],
        kind=kind,
        question=texts["question"].format(**names),
        phrases=tuple(dict.fromkeys(phrase.format(**names) for phrase in texts["phrases"])),
        answer=_answer(kind, office, facts, Language.ID),
        is_supplied=bool(facts),
        sources=tuple(sources) if facts else (),
        en=Translation.model_construct(  # may be longer than what an editor writes
            question=texts["en"]["question"].format(**names),
            answer=_answer(kind, office, english_facts, Language.EN),
        ),
    )


def _names(office: Office) -> dict[str, str]:
    """Returns what the texts of all answers may name."""
    return {
        "office": office.name,
        "short_name": office.short_name,
        "kind_of_office": office.short_name.removesuffix(f" {office.place}"),  # BPS
        "region": office.region,
        "timezone": office.timezone_label,
    }


def _answer(kind: DirectKind, office: Office, facts: str, language: Language) -> str:
    """Writes the answer with its ``facts``, or that the office has not supplied them."""
    texts, more = _texts(kind, language), _more(kind, office, language)
    return str(texts["known" if facts else "unknown"]).format(
        **_names(office),
        facts=facts,
        map=_MAP + quote(f"{facts}, {office.region}"),
        also=texts["also"].format(more=more) if more else "",
        channels=_channel_list(
            office, Purpose.CONSULTATION, language, from_afar=kind in _BEFORE_COMING
        ),
    )


def _facts(
    kind: DirectKind, office: Office, services: tuple[ServiceStandard, ...], language: Language
) -> str:
    """Returns what the office has supplied for an answer; empty where it has supplied nothing."""
    match kind:
        case DirectKind.HOURS:
            return _list(opening_lines(office, language))
        case DirectKind.ADDRESS:
            return office.street_address or ""
        case DirectKind.CONTACT:
            return _channel_list(office, Purpose.CONSULTATION, language)
        case DirectKind.COMPLAINT:
            has_any = any(Purpose.COMPLAINT in channel.purposes for channel in office.channels)
            return _channel_list(office, Purpose.COMPLAINT, language) if has_any else ""
        case DirectKind.SERVICES:
            return _list(f"[{each.name}](layanan:{each.id}): {each.summary}" for each in services)
        case DirectKind.WEBSITE:
            return office.website or ""
        case DirectKind.HEAD:
            return ""  # no file of an office names its people
        case DirectKind.DISABILITY:
            lines = _component_lines(_COMPONENTS[kind], services)
            return _list(filter(_FOR_DISABLED.search, lines))
        case _:
            return _list(_component_lines(_COMPONENTS[kind], services))


def _more(kind: DirectKind, office: Office, language: Language) -> str:
    """Names what helps beside the facts: other places, other ways of contact, the website."""
    match kind:
        case DirectKind.ADDRESS:
            places = (one.address for one in office.channels if one.kind in _PLACES and one.address)
            return "; ".join(dict.fromkeys(places))
        case DirectKind.CONTACT:
            there = {channel.kind for channel in office.channels if channel.address}
            texts = _texts(kind, language)
            return ", ".join(texts[each] for each in _ASKED_FOR if each not in there)
        case DirectKind.HEAD:
            return office.website or ""
        case _:
            return ""


def _component_lines(component: str, services: tuple[ServiceStandard, ...]) -> Iterator[str]:
    """Yields the items of a component behind their headings, and services if there are several."""
    for service in services:
        for group in getattr(service.components, component):
            about = (service.name if len(services) > 1 else None, group.heading)
            head = ", ".join(filter(None, about))
            for item in group.items:
                yield f"**{head}:** {item}" if head else item


def _channel_list(
    office: Office, purpose: Purpose, language: Language, *, from_afar: bool = False
) -> str:
    """Lists the channels for a purpose, or all if none is for it.

    ``from_afar`` leaves out those that are places, unless only these are left.
    """
    fitting = office.channels_for(purpose) or office.channels
    if from_afar:
        fitting = tuple(each for each in fitting if each.kind not in _PLACES) or fitting
    return _list(_channel_line(channel, language) for channel in fitting)


def _channel_line(channel: Channel, language: Language) -> str:
    """Writes a channel with address and note; in English its kind, without the office's note."""
    doubt = "" if channel.verified else f" {message('site.unconfirmed_number', language)}"
    address = f"{channel.address}{doubt}" if channel.address else ""
    if language is Language.EN:
        name, said = message(f"site.kind_{channel.kind}", language), address
    else:
        name, said = channel.label, ". ".join(filter(None, (address, channel.note)))
    return f"**{name}:** {said}" if said else f"**{name}**"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _texts(kind: DirectKind, language: Language = Language.ID) -> Mapping[str, Any]:
    texts: Mapping[str, Any] = _all_texts()["kinds"][kind]
    return texts["en"] if language is Language.EN else texts


@cache
def _all_texts() -> Mapping[str, Any]:
    text = files(__package__).joinpath("direct_answers.yml").read_text("utf-8")
    read: Mapping[str, Any] = yaml.load(text, LOADER)  # every value stays a text
    return read
