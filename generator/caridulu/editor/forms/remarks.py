"""What is said about a form, each at the control it is about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from caridulu.editor.forms.fields import NAME, Field, Kind
from caridulu.editor.forms.form_values import Value, Values
from caridulu.knowledge import Components, Location, Problem, Severity
from caridulu.knowledge.rules.missing import OFFICE_KEYS
from caridulu.knowledge.yaml.checked import Loc
from caridulu.knowledge.yaml.nodes import ListNode, Node, PairsNode, YamlFile
from caridulu.messages import Language, message

WITHOUT = "knowledge.published_without_"
MISSING_OFFICE = {f"knowledge.no_{name}": name for name in OFFICE_KEYS}
MISSING = ("knowledge.missing_key", "knowledge.empty_value")


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


def remark_of(problem: Problem, file: YamlFile, language: Language) -> Remark:
    """A problem of the file as a remark; of another file with its place."""
    if problem.location.path != file.path:
        return elsewhere(problem, language)
    level = level_of(problem)
    loc: Loc
    if problem.key.startswith(WITHOUT):
        loc = (problem.key.removeprefix(WITHOUT),)
    elif problem.key in MISSING_OFFICE:
        loc = (MISSING_OFFICE[problem.key],)
    elif problem.key == "knowledge.no_component":
        loc = ("components", _component(dict(problem.values)["value"]))
    elif problem.key in MISSING:
        loc = (*_pairs_at(file.root, problem.location), dict(problem.values)["name"])
        return Remark(loc, message("editor.required", language), level)
    else:
        loc = loc_at(file, problem.location)
    return Remark(loc, problem.sentence(language), level)


def level_of(problem: Problem) -> Level:
    """Notices stop nobody."""
    return Level.NOTE if problem.severity is Severity.NOTICE else Level.REFUSED


def elsewhere(problem: Problem, language: Language) -> Remark:
    """A problem of another file."""
    sentence = f"{problem.location.path}: {problem.sentence(language)}"
    return Remark((), sentence, level_of(problem))


def _component(title: str) -> str:
    """The component of a service standard that has a title."""
    fields = Components.model_fields.items()
    return next((name for name, field in fields if field.title == title), "")


def loc_at(file: YamlFile, place: Location) -> Loc:
    """Which value of the file stands at a place: the last one that begins before it."""
    best: Loc = ()
    begins = (0, 0)
    for line, column, loc in _places(file.root, ()):
        if begins <= (line, column) <= (place.line, place.column):
            best, begins = loc, (line, column)
    return best


def _places(node: Node, loc: Loc) -> Iterator[tuple[int, int, Loc]]:
    if isinstance(node, PairsNode):
        for key, value in node.pairs:
            yield key.line, key.column, (*loc, key.value)
            yield value.line, value.column, (*loc, key.value)
            yield from _places(value, (*loc, key.value))
    elif isinstance(node, ListNode):
        for n, item in enumerate(node.items):
            yield item.line, item.column, (*loc, n)
            yield from _places(item, (*loc, n))


def _pairs_at(node: Node, place: Location, loc: Loc = ()) -> Loc:
    """The group that begins at a place, or else holds the key that does."""
    if isinstance(node, PairsNode):
        children = [(key.value, value) for key, value in node.pairs]
        if (node.line, node.column) == (place.line, place.column):
            return loc
        if any((k.line, k.column) == (place.line, place.column) for k, _ in node.pairs):
            return loc
    else:
        children = []
    items = enumerate(node.items) if isinstance(node, ListNode) else iter(children)
    for part, child in items:
        found = _pairs_at(child, place, (*loc, part))
        if found:
            return found
    return ()


def in_plain_words(remark: Remark, fields: tuple[Field, ...]) -> Remark:
    """The remark as a sentence that names fields by their labels, not by their keys in YAML."""
    titles = dict(_titles(fields))

    def named(match: re.Match[str]) -> str:
        title = titles.get(match[1])
        return f"“{title}”" if title else match[0]

    text = re.sub(r'"([a-z_]+)"', named, remark.text)
    if "/" not in text.partition(" ")[0]:  # a path keeps its letters
        text = text[:1].upper() + text[1:]
    return replace(remark, text=text if text.endswith((".", "?", "!")) else f"{text}.")


def _titles(fields: Iterable[Field]) -> Iterator[tuple[str, str]]:
    for field in fields:
        yield from _titles(field.fields)
        yield field.name, field.title


def placed(
    remarks: Iterable[Remark], fields: tuple[Field, ...], values: Values
) -> dict[str, list[Placed]]:
    """The remarks by the name of their control; those about no control under the empty name."""
    found: dict[str, list[Placed]] = {}
    for remark in remarks:
        name, line = _control(remark.loc, fields, values)
        listed = found.setdefault(name, [])
        one = Placed(remark.text, remark.level, line)
        if one not in listed:
            listed.append(one)
    return found


def _control(loc: Loc, fields: tuple[Field, ...], values: Values) -> tuple[str, int | None]:
    field = next((field for field in fields if loc and field.name == loc[0]), None)
    if field is None:
        return "", None
    value, rest = values.get(field.name, ""), loc[1:]
    if field.kind in (Kind.LINES, Kind.TEXT) and rest and isinstance(rest[0], int):
        return field.name, rest[0] + 1
    if field.kind is Kind.GROUP and isinstance(value, dict):
        return _inside(field.name, rest, field.fields, value)
    if field.kind in (Kind.GROUPS, Kind.PAIRS) and rest and isinstance(value, list):
        row = _row(field, rest[0], value)
        if row is not None and isinstance(inner := value[row], dict):
            return _inside(f"{field.name}.{row}", rest[1:], field.fields, inner)
    return field.name, None


def _row(field: Field, part: str | int, rows: list[Value]) -> int | None:
    """The number of a row, which a list counts and pairs name."""
    if field.kind is Kind.PAIRS:
        names = [row.get(NAME) if isinstance(row, dict) else None for row in rows]
        return names.index(str(part)) if str(part) in names else None
    return part if isinstance(part, int) and part < len(rows) else None


def _inside(
    prefix: str, rest: Loc, fields: tuple[Field, ...], values: Values
) -> tuple[str, int | None]:
    name, line = _control(rest, fields, values)
    return (f"{prefix}.{name}" if name else prefix), line
