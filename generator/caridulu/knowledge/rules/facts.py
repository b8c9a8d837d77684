"""Facts written once (office, channels, service limits) and referenced as ``{{ ... }}``."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from caridulu.knowledge.located_text import Passage, passage_of
from caridulu.knowledge.model import (
    ComponentGroup,
    Components,
    Entry,
    EntryFile,
    Office,
    ServiceFile,
    ServiceStandard,
)
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.rules.contacts import Contact, contacts_of, holds_contact, typed_contacts
from caridulu.knowledge.yaml.checked import Checked, Loc
from caridulu.knowledge.yaml.nodes import ListNode, TextNode, YamlFile

REFERENCE = re.compile(r"\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}")
BRACES = re.compile(r"\{\{|\}\}")
OFFICE_FIELDS = ("name", "short_name", "region", "website", "timezone_label")
FIXED_BLOCKS = ("channels-consultation", "channels-complaint", "featured", "categories")
SERVICE_BLOCKS = ("requirements", "procedure", "turnaround", "service")


@dataclass(frozen=True)
class Facts:
    """What can be referenced: its text by name, and what is known but not filled in."""

    values: Mapping[str, str]
    empty: frozenset[str]
    blocks: frozenset[str]
    unread: frozenset[str]  # first parts of names whose file has problems of its own
    contacts: tuple[Contact, ...]
    nearest: Suggester
    nearest_block: Suggester


@dataclass(frozen=True)
class Filled:
    """A text with its references filled in, and what is wrong with them."""

    text: str
    problems: tuple[Problem, ...] = ()


def facts_of(office: Office | None, services: Iterable[Checked[ServiceFile]]) -> Facts:
    """The references that the office's own files make available."""
    named: dict[str, str | None] = {}
    unread = set() if office else {"office", "channel"}
    blocks = set(FIXED_BLOCKS)
    if office:
        named |= {f"office.{name}": getattr(office, name) for name in OFFICE_FIELDS}
        named |= {f"channel.{channel.id}": channel.address for channel in office.channels}
    fees: dict[str, str] = {}
    for service in services:
        blocks |= {f"{name}-{service.id}" for name in SERVICE_BLOCKS}
        if service.value is None:
            unread.add(service.id)
            continue
        named |= {
            f"{service.id}.{name}": str(limit) for name, limit in service.value.limits.items()
        }
        fees[f"{service.id}.fee"] = "; ".join(
            item for group in service.value.components.fee for item in group.items
        )
    values = {name: text for name, text in named.items() if text}
    values |= {name: _filled_in(text, values) for name, text in fees.items() if text}
    known = named.keys() | fees.keys()
    return Facts(
        values=values,
        empty=frozenset(known - values.keys()),
        blocks=frozenset(blocks),
        unread=frozenset(unread),
        contacts=contacts_of(office.channels) if office else (),
        nearest=Suggester(values),
        nearest_block=Suggester(blocks),
    )


def fill_in(text: str, facts: Facts) -> str:
    """The text with the references filled in that can be; the others stay."""
    return _filled_in(text, facts.values)


def _filled_in(text: str, values: Mapping[str, str]) -> str:
    return REFERENCE.sub(lambda match: values.get(match[1], match[0]), text)


def fill(passage: Passage, facts: Facts, *, blocks: bool = False) -> Filled:
    """The passage with its references filled in; ``blocks`` allows ``{{ block.<name> }}``."""
    text = passage.text
    problems = list(typed_contacts(passage, facts.contacts))
    for match in REFERENCE.finditer(text):
        place = passage.locate(text.count("\n", 0, match.start()), match[0])
        problem = _reference_problem(match[1], place, facts, blocks=blocks)
        if problem:
            problems.append(problem)
    loose = BRACES.search(REFERENCE.sub(lambda match: " " * len(match[0]), text))
    if loose:
        place = passage.locate(text.count("\n", 0, loose.start()), loose[0])
        problems.append(finding(place, "knowledge.open_reference"))
    return Filled(_filled_in(text, facts.values), tuple(problems))


def _reference_problem(name: str, place: Location, facts: Facts, *, blocks: bool) -> Problem | None:
    kind, _, rest = name.partition(".")
    if name in facts.values or kind in facts.unread:
        return None
    if kind == "block":
        if not blocks:
            return finding(place, "knowledge.block_outside_page", name=name)
        if rest in facts.blocks:
            return None
        choices = ", ".join(FIXED_BLOCKS)
        key, suggest = "knowledge.unknown_block", facts.nearest_block
        return unknown(place, key, suggest, rest, choices=choices)
    if name in facts.empty:
        return finding(place, "knowledge.empty_reference", name=name)
    return unknown(place, "knowledge.unknown_reference", facts.nearest, name)


def fill_entry(
    entry_id: str, given: EntryFile, file: YamlFile, facts: Facts
) -> tuple[Entry, list[Problem]]:
    """The entry with its references filled in, and the problems of its texts."""
    texts = _Texts(file, facts)
    updates = {
        "id": entry_id,
        "question": texts.fill(given.question, "question"),
        "aliases": tuple(texts.fill(text, "aliases", i) for i, text in enumerate(given.aliases)),
        "answer": texts.fill(given.answer, "answer").strip(),
    }
    # Checked already; validating 10,000 entries twice would take as long as reading them.
    return Entry.model_construct(**(dict(given) | updates)), texts.problems


def text_problems(file: YamlFile, facts: Facts) -> list[Problem]:
    """The problems of the texts of an entry file that is wrong in other ways."""
    aliases = file.find("aliases")
    count = len(aliases.items) if isinstance(aliases, ListNode) else 0
    texts = _Texts(file, facts)
    for loc in (("question",), ("answer",), *(("aliases", i) for i in range(count))):
        if isinstance(node := file.find(*loc), TextNode):
            texts.fill(node.value, *loc)
    return texts.problems


def fill_service(
    service_id: str, given: ServiceFile, file: YamlFile, facts: Facts
) -> tuple[ServiceStandard, list[Problem]]:
    """The service standard with its references filled in, and the problems of its texts."""
    texts = _Texts(file, facts)
    components = {
        name: tuple(
            _fill_group(group, partial(texts.fill_part, ("components", name, i)))
            for i, group in enumerate(getattr(given.components, name))
        )
        for name in Components.model_fields
    }
    updates = {
        "id": service_id,
        "summary": texts.fill(given.summary, "summary"),
        "components": given.components.model_copy(update=components),
    }
    return ServiceStandard.model_construct(**(dict(given) | updates)), texts.problems


def _fill_group(group: ComponentGroup, fill_part: Callable[..., str]) -> ComponentGroup:
    items = tuple(fill_part(item, "items", i) for i, item in enumerate(group.items))
    heading = fill_part(group.heading, "heading") if group.heading else None
    return group.model_copy(update={"items": items, "heading": heading})


class _Texts:
    """Fills the texts of one file and keeps what is wrong with them."""

    def __init__(self, file: YamlFile, facts: Facts) -> None:
        self.file = file
        self.facts = facts
        self.problems: list[Problem] = []

    def fill(self, text: str, *loc: str | int) -> str:
        """The text at ``loc`` filled in, with the blank lines around it that the model drops."""
        if not needs_filling(text, self.facts.contacts):
            return text
        filled = fill(self._passage(loc), self.facts)
        self.problems += filled.problems
        return filled.text

    def fill_part(self, part: Loc, text: str, *loc: str | int) -> str:
        """The text at ``loc`` within ``part``."""
        return self.fill(text, *part, *loc)

    def _passage(self, loc: Loc) -> Passage:
        node = self.file.find(*loc)
        if not isinstance(node, TextNode):
            raise TypeError(f"no text at {loc} in {self.file.path}")
        return passage_of(self.file, node)


def needs_filling(text: str, contacts: Iterable[Contact]) -> bool:
    """Whether a text may hold a reference or a typed contact."""
    return "{{" in text or "}}" in text or holds_contact(text, contacts)
