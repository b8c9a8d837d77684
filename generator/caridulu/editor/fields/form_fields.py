"""The model's JSON Schema -> the fields of a form, in the model's order.

A field's label and help are the ``title`` and ``description`` that the model gives it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

import pydantic

from caridulu.knowledge.model import Line, Markdown, Model
from caridulu.knowledge.model.fields import MONTH_PATTERN
from caridulu.knowledge.schemas import FILES, TITLES

ENTRY, CATEGORIES, LEXICON = "entry", "categories", "lexicon"
OFFICE, REFERRALS, SERVICE = "office", "referrals", "service"
PAGE = "page"  # Markdown, which no JSON Schema checks
UNSEEN = {ENTRY: ("from_faq", "package"), SERVICE: ("package",)}  # what the editor writes by itself
LONG = 2_000  # characters; longer texts are Markdown

Schema = Mapping[str, Any]


class Widget(StrEnum):
    LINE = "line"
    TEXT = "text"  # Markdown
    DATE = "date"
    MONTH = "month"
    NUMBER = "number"
    YESNO = "yesno"
    CHOICE = "choice"
    CHOICES = "choices"
    LINES = "lines"  # one value a line
    GROUP = "group"
    GROUPS = "groups"
    PAIRS = "pairs"  # groups that each have a name of their own


class PageFields(Model):
    """What the form of ``content/<id>.md`` asks for."""

    title: Line = pydantic.Field(
        title="Judul", description="Judul halaman, juga di daftar halaman pada bagian bawah situs."
    )
    body: Markdown = pydantic.Field(
        title="Isi halaman",
        description="Markdown. Paragraf pertama juga menjadi ringkasan bagi mesin pencari. Baris"
        " seperti {{ block.channels-consultation }} diganti situs dengan daftar kanal; biarkan"
        " berdiri sendiri pada satu baris.",
    )


NAME = "_name"  # within a PAIRS item: its key


@dataclass(frozen=True)
class Field:
    """One field of a form; ``fields`` are those of a group."""

    name: str
    title: str
    help: str
    widget: Widget
    required: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()
    item: Widget = Widget.LINE  # what each of LINES is
    pattern: str = ""  # of a line


@cache
def form_fields(file: str) -> tuple[Field, ...]:
    """Lists the fields of one kind of file: ``entry``, ``categories``, ``page``..."""
    model = PageFields if file == PAGE else FILES[file][0]
    schema = model.model_json_schema()
    fields = _fields(schema, schema.get("$defs", {}))
    return tuple(field for field in fields if field.name not in UNSEEN.get(file, ()))


def field_named(fields: Iterable[Field], name: object) -> Field | None:
    """Finds a field by its name; None if there is none."""
    return next((field for field in fields if field.name == name), None)


def office_row_fields(name: str) -> tuple[Field, ...]:
    """Lists the fields of each row of a list in the office's file, such as ``channels``."""
    return next(field for field in form_fields(OFFICE) if field.name == name).fields


def _fields(schema: Schema, definitions: Schema) -> tuple[Field, ...]:
    required = schema.get("required", ())
    return tuple(
        _field(name, prop, definitions, required=name in required)
        for name, prop in schema["properties"].items()
    )


def _field(name: str, prop: Schema, definitions: Schema, *, required: bool) -> Field:
    plain = _resolved(prop, definitions)
    widget, inner = _widget(plain, definitions)
    return Field(
        name=name,
        title=prop.get("title") or TITLES.get(plain.get("title", ""), name),
        help=prop.get("description", ""),  # of the field itself; a class's is for programmers
        widget=widget,
        required=required,
        default=_default(prop.get("default")),
        choices=_choices(inner) if widget in (Widget.CHOICE, Widget.CHOICES) else (),
        fields=_fields(inner, definitions) if "properties" in inner else (),
        item=_widget(inner, definitions)[0] if widget is Widget.LINES else Widget.LINE,
        pattern=plain.get("pattern", "") if widget is Widget.LINE else "",
    )


def _resolved(prop: Schema, definitions: Schema) -> Schema:
    """Finds the schema behind a reference or an optional value."""
    if "anyOf" in prop:
        return _resolved(next(s for s in prop["anyOf"] if s.get("type") != "null"), definitions)
    if "$ref" in prop:
        found: Schema = definitions[prop["$ref"].rpartition("/")[2]]
        return found
    return prop


def _widget(plain: Schema, definitions: Schema) -> tuple[Widget, Schema]:
    """Chooses the widget for a schema; with it, the schema of what it holds."""
    if "enum" in plain:
        return Widget.CHOICE, plain
    if plain["type"] == "array":
        inner = _resolved(plain["items"], definitions)
        if "enum" in inner or "maximum" in inner:
            return Widget.CHOICES, inner
        return (Widget.GROUPS if "properties" in inner else Widget.LINES), inner
    if plain["type"] == "object":
        if "properties" in plain:
            return Widget.GROUP, plain
        return Widget.PAIRS, _resolved(next(iter(plain["patternProperties"].values())), definitions)
    return _text_widget(plain), plain


def _text_widget(plain: Schema) -> Widget:
    kinds = {"integer": Widget.NUMBER, "boolean": Widget.YESNO}
    if plain["type"] in kinds:
        return kinds[plain["type"]]
    if plain.get("format") == "date":
        return Widget.DATE
    if plain.get("maxLength", 0) > LONG:
        return Widget.TEXT
    return Widget.MONTH if plain.get("pattern") == MONTH_PATTERN else Widget.LINE


def _choices(inner: Schema) -> tuple[str, ...]:
    """Lists the values of a fixed set: named, or the numbers of a range."""
    return tuple(inner.get("enum") or map(str, range(inner["minimum"], inner["maximum"] + 1)))


def _default(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else ""
