"""Facts written once (office, channels, service limits) and referenced as ``{{ ... }}``."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from caridulu.knowledge.located_text import LocatedText, text_at
from caridulu.knowledge.markdown import written_link
from caridulu.knowledge.model import (
    Channel,
    ComponentGroup,
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
from caridulu.knowledge.rules.texts.contacts import Contact, contacts_of, typed_contacts
from caridulu.knowledge.site_names import FIXED_BLOCKS, block_names
from caridulu.knowledge.yaml.checked import Checked
from caridulu.knowledge.yaml.nodes import YamlFile
from caridulu.messages import Language, message

REFERENCE = re.compile(r"\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}")
BRACES = re.compile(r"\{\{|\}\}")
BLOCK = "block."  # begins a reference to what the site puts in
OFFICE_FIELDS = ("name", "short_name", "region", "place", "website", "timezone_label")


@dataclass(frozen=True)
class Facts:
    """What can be referenced: its text by name, and what is known but not filled in."""

    values: Mapping[str, str]  # as Markdown; a named link is a link
    plain: Mapping[str, str]  # for texts without marks; a named link is its title
    english: Mapping[str, str]  # as English Markdown
    plain_english: Mapping[str, str]  # for English texts without marks
    empty: frozenset[str]  # what the office has not filled in
    blocks: frozenset[str]  # as they are referenced: block.featured
    unread: frozenset[str]  # first parts of names whose file has problems of its own
    contacts: tuple[Contact, ...]  # numbers and e-mail addresses that texts must refer to
    nearest: Suggester = field(compare=False)  # the name that a misspelt one may mean
    nearest_block: Suggester = field(compare=False)  # the same for blocks


def facts_of(office_file: Checked[Office], services: Sequence[Checked[ServiceFile]]) -> Facts:
    """Collects the references that the office's own files make available.

    Some may be missing where a file has problems; its names then count as not read.
    """
    office = office_file.value
    channels, links = (office.channels, office.links) if office else ((), ())
    read = {one.id: one.value for one in services if one.value}
    limits = {
        f"{service_id}.{name}": limit
        for service_id, service in read.items()
        for name, limit in service.limits.items()
    }
    fees = {
        f"{service_id}.fee": "; ".join(i for group in service.components.fee for i in group.items)
        for service_id, service in read.items()
    }
    named: dict[str, str | None] = {}
    if office:
        named |= {f"office.{name}": getattr(office, name) for name in OFFICE_FIELDS}
        named |= {f"channel.{channel.id}": channel.address for channel in channels}
    titles = {f"link.{link.id}": link.title for link in links}
    linked = {f"link.{link.id}": written_link(link.title, link.url) for link in links}

    def values_in(language: Language, links: dict[str, str]) -> dict[str, str]:
        texts = {name: limit.text(language) for name, limit in limits.items()}
        return _filled(named | texts | _doubts(channels, language) | links, fees)

    values = values_in(Language.ID, linked)
    unread = {service.id for service in services if service.problems}
    if office_file.problems or not office:
        unread |= {"office", "channel", "link"}
    blocks = block_names(service.id for service in services)
    return Facts(
        values=values,
        plain=values_in(Language.ID, titles),
        english=values_in(Language.EN, linked),
        plain_english=values_in(Language.EN, titles),
        empty=frozenset((named.keys() | fees.keys()) - values.keys()),
        blocks=frozenset(f"{BLOCK}{name}" for name in blocks),
        unread=frozenset(unread),
        contacts=contacts_of(channels),
        nearest=Suggester(values),
        nearest_block=Suggester(blocks),
    )


def _doubts(channels: Iterable[Channel], language: Language) -> dict[str, str]:
    """Adds to each number that nobody has confirmed that it is not confirmed."""
    doubt = message("site.unconfirmed_number", language)
    return {
        f"channel.{channel.id}": f"{channel.address} {doubt}"
        for channel in channels
        if channel.is_unconfirmed_number
    }


def _filled(named: Mapping[str, str | None], fees: dict[str, str]) -> dict[str, str]:
    """Leaves out what is empty, and fills the rest into the texts of fees."""
    values = {name: text for name, text in named.items() if text}
    return values | {name: fill_in(text, values) for name, text in fees.items() if text}


def fill_in(text: str, values: Mapping[str, str]) -> str:
    """Fills in the references that are among ``values``; the others stay."""
    return REFERENCE.sub(lambda match: values.get(match[1], match[0]), text)


def with_stand_ins(text: str) -> str:
    """Puts an address as long as it in the place of each reference, so that places stay."""
    return REFERENCE.sub(lambda match: "tel:".ljust(len(match[0]), "0"), text)


def reference_problems(
    typed: LocatedText, facts: Facts, *, blocks: bool = False
) -> Iterator[Problem]:
    """Finds references to nothing and typed contacts; ``blocks`` allows ``{{ block.<name> }}``."""
    yield from typed_contacts(typed, facts.contacts)
    if BRACES.search(typed.text) is None:
        return
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


class FileTexts:
    """Fills in the texts of one file; what is wrong with them is added to ``problems``."""

    def __init__(self, file: YamlFile, facts: Facts, problems: list[Problem]) -> None:
        self.file, self.facts, self.problems = file, facts, problems

    def fill(self, text: str, *loc: str | int, values: Mapping[str, str] | None = None) -> str:
        """Fills in the Markdown text that stands at ``loc``, with other ``values`` if given."""
        if typed := text_at(self.file, *loc):
            self.problems += reference_problems(typed, self.facts)
        return fill_in(text, self.facts.values if values is None else values)

    def fill_plain(self, text: str, *loc: str | int) -> str:
        """Fills in the text without marks that stands at ``loc``."""
        return self.fill(text, *loc, values=self.facts.plain)

    def fill_all_plain(self, texts: Iterable[str], *loc: str | int) -> tuple[str, ...]:
        """Fills in the texts without marks of the list at ``loc``."""
        return tuple(self.fill_plain(text, *loc, i) for i, text in enumerate(texts))


def fill_entry(entry_id: str, given: EntryFile, texts: FileTexts) -> Entry:
    """Fills in the references of an entry."""
    updates: dict[str, object] = {
        "id": entry_id,
        "question": texts.fill_plain(given.question, "question"),
        "aliases": texts.fill_all_plain(given.aliases, "aliases"),
        "more_aliases": texts.fill_all_plain(given.more_aliases, "more_aliases"),
        "answer": texts.fill(given.answer, "answer"),
    }
    if given.en:
        plain, marked = texts.facts.plain_english, texts.facts.english
        question = texts.fill(given.en.question, "en", "question", values=plain)
        answer = texts.fill(given.en.answer, "en", "answer", values=marked)
        updates["en"] = Translation.model_construct(question=question, answer=answer)
    # Checked already; validating 10,000 entries twice would take as long as reading them.
    return Entry.model_construct(**(dict(given) | updates))


def fill_service(service_id: str, given: ServiceFile, texts: FileTexts) -> ServiceStandard:
    """Fills in the references of a service standard."""

    def filled(group: ComponentGroup, *at: str | int) -> ComponentGroup:
        items = tuple(texts.fill(one, *at, "items", i) for i, one in enumerate(group.items))
        heading = texts.fill_plain(group.heading, *at, "heading") if group.heading else None
        return group.model_copy(update={"items": items, "heading": heading})

    components = {
        name: tuple(filled(group, "components", name, i) for i, group in enumerate(groups))
        for name, _, groups in given.components.all()
    }
    updates = {
        "id": service_id,
        "summary": texts.fill_plain(given.summary, "summary"),
        "note": given.note and texts.fill_plain(given.note, "note"),
        "components": given.components.model_copy(update=components),
    }
    return ServiceStandard.model_construct(**(dict(given) | updates))


def fill_referrals(given: ReferralsFile, texts: FileTexts) -> tuple[Referral, ...]:
    """Fills in the references of all referrals."""
    filled = []
    for i, referral in enumerate(given.referrals):
        at = ("referrals", i)
        updates = {
            "matter": texts.fill_plain(referral.matter, *at, "matter"),
            "phrases": texts.fill_all_plain(referral.phrases, *at, "phrases"),
            "institution": texts.fill_plain(referral.institution, *at, "institution"),
            "guidance": texts.fill(referral.guidance, *at, "guidance"),
        }
        filled.append(referral.model_copy(update=updates))
    return tuple(filled)
