"""Facts written once (office, channels, service limits) and referenced as ``{{ ... }}``."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from caridulu.knowledge.limits import limit_text
from caridulu.knowledge.located_text import LocatedText, text_of_value
from caridulu.knowledge.markdown import written_link
from caridulu.knowledge.model import (
    ComponentGroup,
    Components,
    Entry,
    EntryFile,
    Office,
    Referral,
    ReferralsFile,
    ServiceFile,
    ServiceStandard,
    Translation,
)
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.rules.contacts import Contact, contacts_of, holds_contact, typed_contacts
from caridulu.knowledge.site_names import FIXED_BLOCKS, block_names
from caridulu.knowledge.yaml.checked import Checked, Loc
from caridulu.knowledge.yaml.nodes import TextNode, YamlFile
from caridulu.messages import Language, message

REFERENCE = re.compile(r"\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}")
BRACES = re.compile(r"\{\{|\}\}")
BLOCK = "block."  # begins a reference to what the site puts in
OFFICE_FIELDS = ("name", "short_name", "region", "place", "website", "timezone_label")


@dataclass(frozen=True)
class Facts:
    """What can be referenced: its text by name, and what is known but not filled in.

    Attributes:
        values: as Markdown; a named link is a link.
        plain: for texts without marks; a named link is its title.
        english: as English Markdown.
        plain_english: for English texts without marks.
        empty: what the office has not filled in.
        blocks: as they are referenced: block.featured.
        unread: first parts of names whose file has problems of its own.
        contacts: numbers and e-mail addresses that texts must refer to.
        nearest: finds the name that a misspelt one may mean.
        nearest_block: the same for blocks.
    """

    values: Mapping[str, str]
    plain: Mapping[str, str]
    english: Mapping[str, str]
    plain_english: Mapping[str, str]
    empty: frozenset[str]
    blocks: frozenset[str]
    unread: frozenset[str]
    contacts: tuple[Contact, ...]
    nearest: Suggester = field(compare=False)
    nearest_block: Suggester = field(compare=False)


def facts_of(
    office: Office | None,
    services: Iterable[Checked[ServiceFile]],
    *,
    office_is_whole: bool,
) -> Facts:
    """Collects the references that the office's own files make available.

    Args:
        office: what its file says, if it can be read.
        services: the files of its service standards.
        office_is_whole: False where some of its references may be missing for its problems.
    """
    services = tuple(services)
    named = _office_facts(office) if office else {}
    named |= {name: text for one in services for name, text in _limits(one).items()}
    fees = {name: text for one in services for name, text in _fee(one).items()}
    links, doubts = _named_links(office), _doubts(office, Language.ID)
    titles = {f"link.{link.id}": link.title for link in office.links} if office else {}
    english = {**_english_limits(services), **_doubts(office, Language.EN)}
    values = _filled(named | links | doubts, fees)
    unread = {service.id for service in services if service.problems}
    if not office or not office_is_whole:
        unread |= {"office", "channel", "link"}
    blocks = block_names(service.id for service in services)
    return Facts(
        values=values,
        plain=_filled(named | titles | doubts, fees),
        english=_filled(named | links | english, fees),
        plain_english=_filled(named | titles | english, fees),
        empty=frozenset((named.keys() | fees.keys()) - values.keys()),
        blocks=frozenset(f"{BLOCK}{name}" for name in blocks),
        unread=frozenset(unread),
        contacts=contacts_of(office.channels) if office else (),
        nearest=Suggester(values),
        nearest_block=Suggester(blocks),
    )


def _office_facts(office: Office) -> dict[str, str | None]:
    named = {f"office.{name}": getattr(office, name) for name in OFFICE_FIELDS}
    return named | {f"channel.{channel.id}": channel.address for channel in office.channels}


def _limits(service: Checked[ServiceFile]) -> dict[str, str]:
    limits = service.value.limits if service.value else {}
    return {f"{service.id}.{name}": str(limit) for name, limit in limits.items()}


def _fee(service: Checked[ServiceFile]) -> dict[str, str]:
    if service.value is None:
        return {}
    groups = service.value.components.fee
    return {f"{service.id}.fee": "; ".join(item for group in groups for item in group.items)}


def _english_limits(services: Iterable[Checked[ServiceFile]]) -> dict[str, str]:
    return {
        f"{one.id}.{name}": limit_text(limit, Language.EN)
        for one in services
        if one.value
        for name, limit in one.value.limits.items()
    }


def _named_links(office: Office | None) -> dict[str, str]:
    links = office.links if office else ()
    return {f"link.{link.id}": written_link(link.title, link.url) for link in links}


def _doubts(office: Office | None, language: Language) -> dict[str, str]:
    """Numbers that nobody has confirmed: they say so wherever they stand."""
    doubt = message("site.unconfirmed_number", language)
    return {
        f"channel.{channel.id}": f"{channel.address} {doubt}"
        for channel in (office.channels if office else ())
        if channel.is_unconfirmed_number
    }


def _filled(named: Mapping[str, str | None], fees: Mapping[str, str]) -> dict[str, str]:
    """What is known, and fees, in which it is filled in."""
    values = {name: text for name, text in named.items() if text}
    return values | {name: fill_in(text, values) for name, text in fees.items() if text}


def fill_in(text: str, values: Mapping[str, str]) -> str:
    """Fills in the references that are among ``values``; the others stay."""
    return REFERENCE.sub(lambda match: values.get(match[1], match[0]), text)


def offset_as_typed(typed: str, values: Mapping[str, str], offset: int) -> int:
    """Finds where in a typed text stands what is at ``offset`` once references are filled in."""
    longer = 0  # how much longer the filled-in text is so far
    for match in REFERENCE.finditer(typed):
        value = values.get(match[1], match[0])
        begin = match.start() + longer
        if offset < begin:
            break
        if offset < begin + len(value):
            return match.start()
        longer += len(value) - len(match[0])
    return offset - longer


def reference_problems(
    typed: LocatedText, facts: Facts, *, blocks: bool = False
) -> Iterator[Problem]:
    """Finds references to nothing and typed contacts; ``blocks`` allows ``{{ block.<name> }}``."""
    yield from typed_contacts(typed, facts.contacts)
    for match in REFERENCE.finditer(typed.text):
        name = match[1]
        if name in facts.values or name.partition(".")[0] in facts.unread:
            continue
        if not blocks or name not in facts.blocks:
            yield _reference_problem(name, typed.locate(match.start()), facts, blocks=blocks)
    rest = REFERENCE.sub(lambda match: " " * len(match[0]), typed.text)
    for braces in BRACES.finditer(rest):
        yield finding(typed.locate(braces.start()), "knowledge.open_reference")


def _reference_problem(name: str, place: Location, facts: Facts, *, blocks: bool) -> Problem:
    if name.startswith(BLOCK) and not blocks:
        return finding(place, "knowledge.block_outside_page", name=name)
    if name.startswith(BLOCK):
        choices, value = ", ".join(FIXED_BLOCKS), name.removeprefix(BLOCK)
        return unknown(
            place, "knowledge.unknown_block", facts.nearest_block, value, choices=choices
        )
    if name in facts.empty:
        return finding(place, "knowledge.empty_reference", name=name)
    return unknown(place, "knowledge.unknown_reference", facts.nearest, name)


def fill_entry(
    entry_id: str, given: EntryFile, file: YamlFile, facts: Facts
) -> tuple[Entry, list[Problem]]:
    """Fills in the references of an entry; gives it with the problems of its texts."""
    texts = _Texts(file, facts)
    updates = {
        "id": entry_id,
        "question": texts.fill_plain(given.question, "question"),
        "aliases": tuple(
            texts.fill_plain(text, "aliases", i) for i, text in enumerate(given.aliases)
        ),
        "answer": texts.fill(given.answer, "answer"),
        "en": _fill_translation(given.en, texts) if given.en else None,
    }
    # Checked already; validating 10,000 entries twice would take as long as reading them.
    return Entry.model_construct(**(dict(given) | updates)), texts.problems


def _fill_translation(given: Translation, texts: "_Texts") -> Translation:
    facts = texts.facts
    question = texts.fill(given.question, "en", "question", values=facts.plain_english)
    answer = texts.fill(given.answer, "en", "answer", values=facts.english)
    return Translation.model_construct(question=question, answer=answer)


def fill_service(
    service_id: str, given: ServiceFile, file: YamlFile, facts: Facts
) -> tuple[ServiceStandard, list[Problem]]:
    """Fills in the references of a service standard; gives it with the problems of its texts."""
    texts = _Texts(file, facts)
    components = {
        name: tuple(
            _fill_group(group, partial(texts.fill_part, ("components", name, i)), facts.plain)
            for i, group in enumerate(getattr(given.components, name))
        )
        for name in Components.model_fields
    }
    updates = {
        "id": service_id,
        "summary": texts.fill_plain(given.summary, "summary"),
        "note": given.note and texts.fill_plain(given.note, "note"),
        "components": given.components.model_copy(update=components),
    }
    return ServiceStandard.model_construct(**(dict(given) | updates)), texts.problems


def fill_referrals(
    given: ReferralsFile, file: YamlFile, facts: Facts
) -> tuple[tuple[Referral, ...], list[Problem]]:
    """Fills in the references of all referrals; gives them with the problems of their texts."""
    texts = _Texts(file, facts)
    filled = []
    for i, referral in enumerate(given.referrals):
        fill = partial(texts.fill_part, ("referrals", i))
        fill_plain = partial(fill, values=facts.plain)
        updates = {
            "matter": fill_plain(referral.matter, "matter"),
            "phrases": tuple(
                fill_plain(text, "phrases", n) for n, text in enumerate(referral.phrases)
            ),
            "institution": fill_plain(referral.institution, "institution"),
            "guidance": fill(referral.guidance, "guidance"),
        }
        filled.append(referral.model_copy(update=updates))
    return tuple(filled), texts.problems


def _fill_group(
    group: ComponentGroup, fill_part: Callable[..., str], plain: Mapping[str, str]
) -> ComponentGroup:
    items = tuple(fill_part(item, "items", i) for i, item in enumerate(group.items))
    heading = fill_part(group.heading, "heading", values=plain) if group.heading else None
    return group.model_copy(update={"items": items, "heading": heading})


class _Texts:
    """Fills the texts of one file and keeps what is wrong with them."""

    def __init__(self, file: YamlFile, facts: Facts) -> None:
        self.file = file
        self.facts = facts
        self.problems: list[Problem] = []

    def fill(self, text: str, *loc: str | int, values: Mapping[str, str] | None = None) -> str:
        """Fills in the Markdown text that stands at ``loc``, with other ``values`` if given."""
        node = self.file.find(*loc)
        if isinstance(node, TextNode) and needs_filling(text, self.facts.contacts):
            self.problems += reference_problems(text_of_value(self.file, node), self.facts)
        return fill_in(text, self.facts.values if values is None else values)

    def fill_plain(self, text: str, *loc: str | int) -> str:
        """Fills in the text without marks that stands at ``loc``."""
        return self.fill(text, *loc, values=self.facts.plain)

    def fill_part(
        self, part: Loc, text: str, *loc: str | int, values: Mapping[str, str] | None = None
    ) -> str:
        """Fills in the text that stands at ``loc`` within ``part``."""
        return self.fill(text, *part, *loc, values=values)


def needs_filling(text: str, contacts: Iterable[Contact]) -> bool:
    """Whether a text may hold a reference or a typed contact."""
    return "{{" in text or "}}" in text or holds_contact(text, contacts)
