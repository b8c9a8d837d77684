"""A YAML tree -> the typed model, or every problem of the file with its place."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args

import pydantic
from pydantic_core import ErrorDetails

from caridulu.knowledge.model import (
    PICTURE_PATTERN,
    SLUG_PATTERN,
    URL_PATTERN,
    Model,
    Packaged,
)
from caridulu.knowledge.model.package import SHA256_PATTERN, VERSION_PATTERN
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.project_files import ProjectFiles
from caridulu.knowledge.yaml.nodes import (
    ListNode,
    Loc,
    PairsNode,
    TextNode,
    YamlFile,
    place_of,
    walk,
)
from caridulu.knowledge.yaml.reader import INVISIBLE, TextReading, as_yaml, invisible_character

M = TypeVar("M", bound=Model)

# Read as Markdown or checked as an address: these may hold < and >.
NOT_PLAIN = frozenset({"answer", "guidance", "internal_note", "url", "website", "site_url"})

MESSAGE_OF_TYPE = {
    "bool_parsing": "bad_yes_no",
    "bool_type": "bad_yes_no",
    "date_format": "bad_date",
    "date_type": "bad_date",
    "date_from_datetime_parsing": "no_such_date",
    "date_parsing": "no_such_date",
    "dict_type": "expected_pairs",
    "greater_than_equal": "number_too_small",
    "enum": "expected_text",
    "int_parsing": "bad_number",
    "int_parsing_size": "bad_number",
    "int_type": "bad_number",
    "less_than_equal": "number_too_big",
    "model_type": "expected_pairs",
    "string_too_long": "text_too_long",
    "string_too_short": "empty_value",
    "string_type": "expected_text",
    "too_long": "list_too_long",
    "too_short": "list_too_short",
    "tuple_type": "expected_list",
}
MESSAGE_OF_PATTERN = {
    SLUG_PATTERN: "bad_slug",
    URL_PATTERN: "bad_url",
    PICTURE_PATTERN: "bad_picture_name",
    r"^[^\n\r]*$": "several_lines",
    r"^([01]\d|2[0-3])[.:][0-5]\d$": "bad_clock",
    r"^\d{4}-(0[1-9]|1[0-2])$": "bad_month",
    r"^[A-Z]{2}$": "bad_country",
    SHA256_PATTERN: "bad_sha256",
    VERSION_PATTERN: "bad_version",
}
LIMIT_IN_CONTEXT = ("max_length", "min_length", "ge", "le")


# Keys for which something is assumed when they are absent: with a blank value nobody knows what.
ASSUMED = frozenset({
    "status", "verified", "link", "numbered",
    "holiday_country", "approval", "identity", "second_reader",
})  # fmt: skip
# What stands for a wrong value that the model needs, so that rules see the rest of the file.
STAND_INS: tuple[object, ...] = (
    "\N{REPLACEMENT CHARACTER}",  # for a line or a Markdown text
    "1",  # for an id or a number
    "2000-01-01",
    "http://-",
    "x.png",
    "00.00",
    "visit",  # for a kind of channel
    "complaint",  # for a purpose
    "folder",  # for a kind of target
    "0" * 64,  # for the hash of a package
    {},  # for the components of a service standard
    ["1"],
    ["complaint"],
    [{"title": "\N{REPLACEMENT CHARACTER}"}],  # for sources
)


@dataclass(frozen=True)
class Checked(Generic[M]):
    """One file of the project: what it says, and what is wrong with it.

    In ``value`` a wrong value is left out, or something stands in for it. It is None when the file
    cannot be read at all.
    """

    path: str
    id: str
    file: YamlFile | None
    value: M | None
    problems: tuple[Problem, ...] = ()
    stand_ins: frozenset[Location] = frozenset()  # where rules need not look
    packaged: Packaged | None = None  # how it came from a package


# What was read and checked before, for a program that loads one project again and again.
FileCache = dict[tuple[str, type[Model]], tuple[TextReading, Checked[Any]]]


def check_path(path: Path, model: type[M], *, files: ProjectFiles, cache: FileCache) -> Checked[M]:
    """Reads and checks one YAML file of the project, unless ``cache`` has it as it is."""
    shown, reading = files.shown(path), files.read(path)
    before, known = cache.get((shown, model), (None, None))
    if known and before == reading:
        return known
    parsed = as_yaml(reading, path=shown)
    made = check(parsed.file, model) if parsed.file else Checked[M](shown, "", None, None)
    checked = replace(made, id=path.stem, problems=(*parsed.problems, *made.problems))
    cache[shown, model] = reading, checked
    return checked


def check(file: YamlFile, model: type[M]) -> Checked[M]:
    """Checks what a file says against ``model``; finds all its problems at once."""
    problems = () if file.below else tuple(text_problems(file))
    values = file.values
    try:
        return Checked(file.path, "", file, model.model_validate(values), problems)
    except pydantic.ValidationError as error:
        details = error.errors(include_url=False)
    problems += tuple(one for detail in details if (one := _translate(detail, file, model)))
    locs = [detail["loc"] for detail in details]
    places = (place for loc in locs for place in (file.at(*loc), file.key(*loc)))
    value = _mended(values, details, model)
    return Checked(file.path, "", file, value, problems, frozenset(places))


def text_problems(file: YamlFile) -> Iterator[Problem]:
    """Finds what is wrong with the texts of one file, whatever they are for.

    Keys without a value for which something would be assumed, such as ``status:``; tags in one-line
    texts; characters smuggled in by an escape in double quotes.
    """
    for loc, begin, node in walk(file.root):
        if not isinstance(node, TextNode):
            continue
        if loc[-1] in ASSUMED and not node.given:
            yield finding(Location(file.path, *begin), "knowledge.empty_value", name=loc[-1])
        place = place_of(node)
        if node.style == '"' and (found := INVISIBLE.search(node.value)):
            yield invisible_character(found.group(), place)
        if ("<" in node.value or ">" in node.value) and (key := _name(loc)) not in NOT_PLAIN:
            yield finding(place, "knowledge.angle_bracket", name=key, value=node.value)


def _mended(values: dict[str, Any], wrong: list[ErrorDetails], model: type[M]) -> M | None:
    """What the file says without what is wrong, or with stand-ins; None if nothing helps."""
    for stand_in in (None, *STAND_INS):
        for detail in wrong:
            _put(values, detail["loc"], stand_in)
        try:
            return model.model_validate(values)
        except pydantic.ValidationError as error:
            wrong = error.errors(include_url=False)
    return None


def _put(values: Any, loc: Loc, stand_in: object) -> None:
    """Puts a stand-in at ``loc``; None takes a key away, but leaves a list as long as it is."""
    loc = loc[:-1] if loc[-1] == "[key]" else loc
    for part in loc[:-1]:
        if isinstance(values, dict) and part not in values:
            return  # taken away with a part of its own that is wrong
        values = values[part]
    if stand_in is None and isinstance(values, dict):
        values.pop(loc[-1], None)
    else:
        values[loc[-1]] = deepcopy(stand_in)


def _name(loc: Loc) -> str:
    """The innermost key on the way to a value."""
    return next((part for part in reversed(loc) if isinstance(part, str)), "")


def _translate(detail: ErrorDetails, file: YamlFile, model: type[Model]) -> Problem | None:
    """Pydantic's error as ours, by its type; None when another one already says it."""
    loc = detail["loc"]
    kind = detail["type"]
    name = _name(loc)
    node = file.find(*loc)
    if kind == "missing":
        return _missing(file, loc, name)
    if kind == "extra_forbidden":
        return _unknown_key(file, loc, name, model)
    if kind == "enum" and isinstance(node, TextNode):
        return _unknown_choice(file.at(*loc), loc, node.value, model)
    if kind == "string_unicode":
        return None  # a lone surrogate: reported as an invisible character
    if kind == "too_short" and isinstance(node, ListNode) and node.items:
        return None  # long enough as written; its items have problems of their own
    context = detail.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return _mismatch(file, loc, str(detail["input"]), context["pattern"], name)
    message = MESSAGE_OF_TYPE[kind]
    if message == "expected_text" and isinstance(node, TextNode):
        message = "empty_item"
    elif message == "expected_text" and isinstance(node, PairsNode) and len(node.pairs) == 1:
        message = "text_with_colon"
    limit = next((context[key] for key in LIMIT_IN_CONTEXT if key in context), "")
    values = {
        "name": name,
        "value": node.value if isinstance(node, TextNode) else "",
        "limit": limit,
    }
    return finding(file.at(*loc), f"knowledge.{message}", **values)


def _missing(file: YamlFile, loc: Loc, name: str) -> Problem:
    """A required key that is absent, or written without a value."""
    if file.find(*loc) is not None:
        return finding(file.key(*loc), "knowledge.empty_value", name=name)
    return finding(file.at(*loc), "knowledge.missing_key", name=name)


def _unknown_key(file: YamlFile, loc: Loc, name: str, model: type[Model]) -> Problem:
    fields = _model_at(model, loc[:-1]).model_fields
    known = [field.alias or key for key, field in fields.items()]
    parent = file.find(*loc[:-1])
    written = {key.value for key, _ in parent.pairs} if isinstance(parent, PairsNode) else set()
    suggest = Suggester(key for key in known if key not in written)
    choices = ", ".join(known)
    return unknown(file.key(*loc), "knowledge.unknown_key", suggest, name, choices=choices)


def _unknown_choice(place: Location, loc: Loc, value: str, model: type[Model]) -> Problem:
    name = _name(loc)
    enum = _first(_model_at(model, loc).model_fields[name].annotation, StrEnum)
    choices = [str(member) for member in enum or ()]
    more = {"name": name, "choices": ", ".join(choices)}
    return unknown(place, "knowledge.unknown_choice", Suggester(choices), value, **more)


def _mismatch(file: YamlFile, loc: Loc, value: str, pattern: str, name: str) -> Problem:
    if loc[-1] == "[key]":
        return finding(file.key(*loc[:-1]), "knowledge.bad_slug", name=loc[-3], value=value)
    message = MESSAGE_OF_PATTERN[pattern]
    scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", value, re.IGNORECASE)
    if message == "bad_url" and scheme and scheme[1].lower() not in ("http", "https"):
        values = {"value": value, "scheme": scheme[1]}
        return finding(file.at(*loc), "knowledge.url_scheme", **values)
    return finding(file.at(*loc), f"knowledge.{message}", name=name, value=value)


def _model_at(model: type[Model], loc: Loc) -> type[Model]:
    """The innermost model on the way to ``loc``."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = _first(model.model_fields[part].annotation, Model) or model
    return model


T = TypeVar("T")


def _first(annotation: Any, base: type[T]) -> type[T] | None:
    """The first class derived from ``base`` in ``tuple[Base, ...] | None`` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        return annotation
    found = (_first(argument, base) for argument in get_args(annotation))
    return next((result for result in found if result), None)
