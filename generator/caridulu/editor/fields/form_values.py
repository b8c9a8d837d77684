"""Converts a form's values: from the YAML tree, from a submitted form, and to YAML.

Everything is text until it is written, as typed: ``yes``, ``0712`` and ``12:30`` stay what they
are. Controls are named by their way from the root: ``sources.0.url``.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, cast

from caridulu.editor.fields.form_fields import NAME, Field, Widget
from caridulu.knowledge.yaml.nodes import ListNode, Node, PairsNode, TextNode
from caridulu.knowledge.yaml.reader import INVISIBLE

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Values: TypeAlias = dict[str, Any]  # by field; its widget says which kind of ``Value`` each is
YamlValue: TypeAlias = "str | int | bool | dt.date | list[YamlValue] | dict[str, YamlValue]"
Submitted: TypeAlias = Mapping[str, list[str]]

TRUE = frozenset({"true", "yes", "on", "1", "y", "t"})  # as pydantic reads them


def seen(text: str) -> str:
    """Removes the invisible marks that chats and web pages hide in what is copied from them."""
    return INVISIBLE.sub("", re.sub("[\x0b\x0c\u2028\u2029]", "\n", text))


def tidy_markdown(text: str) -> str:
    """Leaves plain line ends, no spaces at line ends but hard breaks, and single blank lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").split("\n")
    tidy = [re.sub(r"(?<=\S) {2,}$", "  ", line) for line in lines]
    tidy = [line if line.endswith("  ") and line.strip() else line.rstrip() for line in tidy]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(tidy)).strip("\n")


def blank(fields: Iterable[Field]) -> Values:
    return of_tree(fields, None)


def of_tree(fields: Iterable[Field], node: Node | None) -> Values:
    """Reads the values of a file or group from its YAML tree."""
    found = dict(_pairs(node))
    return {field.name: _of_node(field, found.get(field.name)) for field in fields}


def _pairs(node: Node | None) -> Iterable[tuple[str, Node]]:
    return ((key.value, value) for key, value in node.pairs) if isinstance(node, PairsNode) else ()


def _of_node(field: Field, node: Node | None) -> Value:
    items = node.items if isinstance(node, ListNode) else ()
    if field.widget is Widget.GROUP:
        return of_tree(field.fields, node)
    if field.widget is Widget.GROUPS:
        return [of_tree(field.fields, item) for item in items]
    if field.widget is Widget.PAIRS:
        return [{NAME: name, **of_tree(field.fields, item)} for name, item in _pairs(node)]
    if field.widget in (Widget.LINES, Widget.CHOICES):
        return [item.value for item in items if isinstance(item, TextNode)]
    if not isinstance(node, TextNode) or not node.given:
        return field.default
    if field.widget is Widget.YESNO:
        return "true" if node.value.lower() in TRUE else "false"
    return node.value.strip("\n") if field.widget is Widget.TEXT else node.value


def of_form(
    fields: Iterable[Field], submitted: Submitted, *, prefix: str = "", with_blank: bool = False
) -> Values:
    """Reads the values of a submitted form; empty rows are left out, unless their places count."""
    return {
        field.name: _of_controls(
            field, submitted, name=f"{prefix}{field.name}", with_blank=with_blank
        )
        for field in fields
    }


def _of_controls(field: Field, submitted: Submitted, *, name: str, with_blank: bool) -> Value:
    if field.widget is Widget.GROUP:
        return of_form(field.fields, submitted, prefix=f"{name}.", with_blank=with_blank)
    if field.widget in (Widget.GROUPS, Widget.PAIRS):
        rows = (
            _row(field, submitted, number, with_blank=with_blank)
            for number in _rows(submitted, name)
        )
        return [row for row in rows if with_blank or not is_blank(row, field.fields)]
    given = [seen(text) for text in submitted.get(name, [])]
    if field.widget is Widget.CHOICES:
        return list(given)
    if field.widget is Widget.LINES:
        lines = (line.strip() for text in given for line in text.splitlines())
        return [line for line in lines if line]
    text = given[-1] if given else ""
    if field.widget is Widget.YESNO:
        return "true" if text == "true" else "false"
    return (
        tidy_markdown(text) if field.widget is Widget.TEXT else " ".join(text.splitlines()).strip()
    )


def _rows(submitted: Submitted, name: str) -> list[str]:
    """Lists the names of a list's rows, in the order in which the browser sent them."""
    marker = re.compile(re.escape(name) + r"\.\d{1,6}")
    return [key for key in submitted if marker.fullmatch(key)]


def _row(field: Field, submitted: Submitted, name: str, *, with_blank: bool) -> Values:
    """Reads the values of one row."""
    row = of_form(field.fields, submitted, prefix=f"{name}.", with_blank=with_blank)
    if field.widget is Widget.PAIRS:
        key = (submitted.get(f"{name}.{NAME}") or [""])[-1].strip()
        return {NAME: key, **row}
    return row


def is_blank(row: Values, fields: Iterable[Field]) -> bool:
    """Tells whether a group holds nothing but defaults."""
    empty = blank(fields)
    return not row.get(NAME) and all(
        not value
        or value == empty.get(name)
        or (isinstance(value, dict) and not any(value.values()))
        for name, value in row.items()
        if name != NAME
    )


def yaml_values(
    fields: Iterable[Field], values: Values, *, old: Node | None = None
) -> dict[str, YamlValue]:
    """Types the values as YAML writes them, without what is empty.

    ``old`` is what is written now: a default that is written out stays written out.
    """
    written = dict(_pairs(old))
    found: dict[str, YamlValue] = {}
    for field in fields:
        value = values[field.name]
        before = written.get(field.name)
        is_told = old is None and field.widget is Widget.CHOICE  # a new file names its status
        is_default = before is None and value == field.default and not is_told
        if _says_nothing(field, value, before) or is_default:
            continue
        found[field.name] = _yaml_value(field, value, before)
    return found


def _says_nothing(field: Field, value: Value, old: Node | None) -> bool:
    """Tells whether a value is left out; a group whose defaults are written out is not."""
    if isinstance(value, dict) and not field.required:
        if not is_blank(value, field.fields):
            return False
        return old is None or not yaml_values(field.fields, value, old=old)
    return value in ("", [])


def _yaml_value(field: Field, value: Value, old: Node | None) -> YamlValue:
    if isinstance(value, dict):
        return dict(yaml_values(field.fields, value, old=old))
    if isinstance(value, list):
        if field.widget is Widget.PAIRS:
            named, rows = dict(_pairs(old)), cast("list[Values]", value)
            return {
                row[NAME]: dict(yaml_values(field.fields, row, old=named.get(row[NAME])))
                for row in rows
            }
        return [_item(field, one, old) for one in value]
    return _scalar(field.widget, value)


def _item(field: Field, value: Value, old: Node | None) -> YamlValue:
    if isinstance(value, dict):
        return dict(yaml_values(field.fields, value, old=_same_row(field, value, old)))
    # The days of a week are numbers; names stay text.
    widget = Widget.NUMBER if field.widget is Widget.CHOICES else field.item
    return _scalar(widget, str(value))


def _same_row(field: Field, row: Values, old: Node | None) -> Node | None:
    """Finds the row as it is written now by its first field, wherever it has moved."""
    first = field.fields[0].name
    for item in old.items if isinstance(old, ListNode) else ():
        if dict(of_tree(field.fields[:1], item)) == {first: row[first]}:
            return item
    return None


def _scalar(widget: Widget, text: str) -> YamlValue:
    if widget is Widget.NUMBER and re.fullmatch(r"0|[1-9]\d*", text):
        return int(text)
    if widget is Widget.YESNO:
        return text == "true"
    if widget is Widget.DATE:
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return text  # the check says what is wrong with it
    return text
