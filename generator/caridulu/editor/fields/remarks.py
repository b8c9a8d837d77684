"""Remarks on a form, each at the control it is about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from caridulu.editor.fields.form_fields import NAME, Field, Widget, field_named
from caridulu.editor.fields.form_values import Values
from caridulu.knowledge import Components, Location, Problem, Severity
from caridulu.knowledge.rules.missing import OFFICE_KEYS
from caridulu.knowledge.yaml.nodes import Loc, Node, PairsNode, TextNode, walk
from caridulu.messages import Language, message, messages_of

# Problems of a file that lacks something, and the field that is left empty.
LACKING = {f"knowledge.no_{name}": name for name in OFFICE_KEYS} | {
    f"knowledge.published_without_{name}": name for name in ("sources", "compiled", "review_by")
}
LACKING["knowledge.no_title"] = "title"
LACKING |= {"knowledge.package_link": "links", "knowledge.entries_without_english": "en"}
# These may stand in the file of a package, so that the office's own file lacks them.
LACKING |= {"knowledge.review_due": "review_by", "knowledge.release_due": "next_release"}
MISSING_KEYS = ("knowledge.missing_key", "knowledge.empty_value")
TARGET_LACKS = "knowledge.target_lacks"
UNVERIFIED = "knowledge.unverified_channel"
# Said in other words than in a terminal.
REQUIRED = (*MISSING_KEYS, "knowledge.no_title", TARGET_LACKS)
COMPONENTS = {field.title: name for name, field in Components.model_fields.items()}


class Level(StrEnum):
    """REFUSED stops saving, ASKED stops it until an officer confirms, NOTE does not."""

    REFUSED = "refused"
    ASKED = "asked"
    NOTE = "note"


@dataclass(frozen=True)
class Remark:
    """One sentence about the value at ``loc`` of the file; about the whole file if empty."""

    loc: Loc
    text: str
    level: Level = Level.REFUSED


@dataclass(frozen=True)
class Placed:
    """A remark at its control; ``line`` counts from 1 within a field of lines."""

    text: str
    level: Level
    line: int | None = None


def level_of(problem: Problem) -> Level:
    """Returns the level of a problem: notices stop nobody."""
    return Level.NOTE if problem.severity is Severity.NOTICE else Level.REFUSED


def loc_of(problem: Problem, tree: PairsNode) -> Loc:
    """Finds the way to the field that a problem is about, which the file may lack."""
    values = dict(problem.values)
    if problem.key in LACKING:
        return (LACKING[problem.key],)
    if problem.key == "knowledge.no_component":
        return ("components", COMPONENTS.get(values["value"], ""))
    loc, node = _last_before(tree, problem.location)
    if problem.key == UNVERIFIED:  # its place is that of the channel where the file lacks the key
        return (*loc[:2], "verified")
    if isinstance(node, TextNode) and node.style == "|" and problem.location.line > node.line:
        return (*loc, problem.location.line - node.line - 1)  # a line of the text
    if problem.key == TARGET_LACKS:  # its place is that of the kind
        return (*loc[:-1], values["name"])
    if problem.key not in MISSING_KEYS:
        return loc
    if (node.line, node.column) != (problem.location.line, problem.location.column):
        loc = loc[:-1]  # the place is that of a key in the group
    return (*loc, values["name"])


def _last_before(tree: PairsNode, place: Location) -> tuple[Loc, Node]:
    """Finds the last value that begins, with its key, at a place or before it.

    What a package's file says has lines of its own.
    """
    best: tuple[Loc, Node] = ((), tree)
    begins = (0, 0)
    for loc, begin, node in walk(tree):
        if node.path == tree.path and begins <= begin <= (place.line, place.column):
            best, begins = (loc, node), begin
    return best


def in_plain_words(remark: Remark, fields: tuple[Field, ...]) -> Remark:
    """Rewrites a remark so that it names fields by their labels, not by their keys in YAML."""
    return replace(remark, text=with_labels(remark.text, fields))


def with_labels(sentence: str, fields: tuple[Field, ...]) -> str:
    """Puts the labels of fields in the place of their keys in YAML."""
    titles = dict(_titles(fields))

    def named(match: re.Match[str]) -> str:
        title = titles.get(match[1])
        return f"“{title}”" if title else match[0]

    text = re.sub(r'"([a-z_]+)"', named, sentence)
    return as_sentence(re.sub(r"\b(?:kunci|key) (?=“)", "", text))


def as_sentence(text: str) -> str:
    """Begins a text with a capital, unless that is a path, and ends it with a mark."""
    begun = text if "/" in text.partition(" ")[0] else text[:1].upper() + text[1:]
    return begun if begun.endswith((".", "?", "!")) else f"{begun}."


def form_sentence(problem: Problem, language: Language) -> str:
    """Rewrites a sentence about a file for who fills in a form."""
    own = editor_words("form", problem.key, language, **dict(problem.values))
    return own or problem.sentence(language)


def editor_words(place: str, key: str, language: Language, /, **values: object) -> str:
    """Says what the editor says otherwise at a place than others do; empty if nothing."""
    name = f"{place}_{key.rpartition('.')[2]}"
    return message(f"editor.{name}", language, **values) if name in messages_of("editor") else ""


def label_of(
    control: str, fields: tuple[Field, ...], *, pair_name: str = "", id_title: str = ""
) -> str:
    """Writes ``Kanal 3, Kegunaan`` for ``channels.2.purposes``."""
    words: list[str] = []
    for part in control.split("."):
        one = field_named(fields, part)
        if part.isdecimal() and words:
            words[-1] += f" {int(part) + 1}"
        elif one:
            words.append(one.title)
            fields = one.fields
        elif part in (NAME, "_id"):
            words.append(pair_name if part == NAME else id_title)
    return ", ".join(words)


def _titles(fields: Iterable[Field]) -> Iterator[tuple[str, str]]:
    for field in fields:
        yield from _titles(field.fields)
        yield field.name, field.title


def placed(
    remarks: Iterable[Remark], fields: tuple[Field, ...], values: Values
) -> dict[str, list[Placed]]:
    """Groups remarks by the name of their control; those about none under the empty name."""
    found: dict[str, list[Placed]] = {}
    for remark in remarks:
        name, line = _control(remark.loc, fields, values)
        listed = found.setdefault(name, [])
        one = Placed(remark.text, remark.level, line)
        if one not in listed:
            listed.append(one)
    return found


def _control(loc: Loc, fields: tuple[Field, ...], value: Any) -> tuple[str, int | None]:
    """Finds the innermost control on the way to a value, and the line in a field of lines.

    ``channels``, ``2``, ``purposes`` leads to the control ``channels.2.purposes``.
    """
    field = field_named(fields, loc[0]) if loc else None
    if field is None:
        return "", None
    name, rest, value = field.name, loc[1:], value.get(field.name)
    if field.widget in (Widget.LINES, Widget.TEXT) and rest and isinstance(rest[0], int):
        return name, rest[0] + 1
    if field.widget in (Widget.GROUPS, Widget.PAIRS):
        keys = [row[NAME] if field.widget is Widget.PAIRS else n for n, row in enumerate(value)]
        if not rest or rest[0] not in keys:
            return name, None
        row = keys.index(rest[0])
        name, rest, value = f"{name}.{row}", rest[1:], value[row]
    elif field.widget is not Widget.GROUP:
        return name, None
    inner, line = _control(rest, field.fields, value)
    return f"{name}.{inner}" if inner else name, line
