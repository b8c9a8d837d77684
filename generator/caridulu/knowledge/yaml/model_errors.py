"""Pydantic's errors -> problems with their places in the file, in the words of an editor."""

import re
from enum import StrEnum
from typing import Any, TypeVar, get_args

from pydantic_core import ErrorDetails

from caridulu.knowledge.model import PICTURE_PATTERN, SLUG_PATTERN, URL_PATTERN, Model
from caridulu.knowledge.model.fields import (
    CLOCK_PATTERN,
    COLOR_PATTERN,
    COUNTRY_PATTERN,
    ICON_PATTERN,
    LINE_PATTERN,
    MONTH_PATTERN,
)
from caridulu.knowledge.model.package import SHA256_PATTERN, VERSION_PATTERN
from caridulu.knowledge.nearest import Suggester, unknown
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.yaml.nodes import ListNode, Loc, Node, PairsNode, TextNode, YamlFile

T = TypeVar("T")

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
    ICON_PATTERN: "bad_icon",
    COLOR_PATTERN: "bad_color",
    LINE_PATTERN: "several_lines",
    CLOCK_PATTERN: "bad_clock",
    MONTH_PATTERN: "bad_month",
    COUNTRY_PATTERN: "bad_country",
    SHA256_PATTERN: "bad_sha256",
    VERSION_PATTERN: "bad_version",
}
LIMIT_IN_CONTEXT = ("max_length", "min_length", "ge", "le")


def name_of(loc: Loc) -> str:
    """Returns the innermost key on the way to a value."""
    return next((part for part in reversed(loc) if isinstance(part, str)), "")


def problem_of(detail: ErrorDetails, file: YamlFile, model: type[Model]) -> Problem | None:
    """Converts an error of pydantic into a problem; None if another problem covers it."""
    loc, name, context = detail["loc"], name_of(detail["loc"]), detail.get("ctx", {})
    node = file.find(*loc)
    match detail["type"]:
        case "missing":
            return _missing(file, loc, name)
        case "extra_forbidden":
            return _unknown_key(file, loc, name, model)
        case "enum" if isinstance(node, TextNode):
            return _unknown_choice(file.at(*loc), loc, node.value, model)
        case "string_unicode":
            return None  # a lone surrogate: reported as an invisible character
        case "too_short" if isinstance(node, ListNode) and node.items:
            return None  # long enough as written; its items have problems of their own
        case "string_pattern_mismatch":
            return _mismatch(file, loc, str(detail["input"]), context["pattern"], name)
        case kind:
            limit = next((context[key] for key in LIMIT_IN_CONTEXT if key in context), "")
            value = node.value if isinstance(node, TextNode) else ""
            message = f"knowledge.{_message(kind, node)}"
            return finding(file.at(*loc), message, name=name, value=value, limit=limit)


def _message(kind: str, node: Node | None) -> str:
    """Names the message for a kind of pydantic's errors and the value that has it."""
    message = MESSAGE_OF_TYPE[kind]
    if message == "expected_text" and isinstance(node, TextNode):
        return "empty_item"
    if message == "expected_text" and isinstance(node, PairsNode) and len(node.pairs) == 1:
        return "text_with_colon"
    return message


def _missing(file: YamlFile, loc: Loc, name: str) -> Problem:
    """Reports a required key that is absent, or written without a value."""
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
    name = name_of(loc)
    enum = class_in(_model_at(model, loc).model_fields[name].annotation, StrEnum)
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
    """Returns the innermost model on the way to ``loc``."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = class_in(model.model_fields[part].annotation, Model) or model
    return model


def class_in(annotation: Any, base: type[T]) -> type[T] | None:
    """Finds the first class derived from ``base`` in ``tuple[Base, ...] | None`` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        return annotation
    found = (class_in(argument, base) for argument in get_args(annotation))
    return next((result for result in found if result), None)
