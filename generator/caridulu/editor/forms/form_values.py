"""What a form holds: from the YAML tree, from a submitted form, and back to plain values.

Everything is text until it is written, as typed: ``yes``, ``0712`` and ``12:30`` stay what they
are. Controls are named by their way from the root: ``sources.0.url``.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from caridulu.editor.files.typed_text import seen, tidy_markdown
from caridulu.editor.forms.fields import NAME, Field, Kind
from caridulu.knowledge.yaml.nodes import ListNode, Node, PairsNode, TextNode, YamlFile

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Values: TypeAlias = dict[str, Value]
Plain: TypeAlias = "str | int | bool | dt.date | list[Plain] | dict[str, Plain]"
Submitted: TypeAlias = Mapping[str, list[str]]

TRUE = frozenset({"true", "yes", "on", "1", "y", "t"})  # as pydantic reads them


def blank(fields: Iterable[Field]) -> Values:
    """An empty form."""
    return {field.name: _blank(field) for field in fields}


def _blank(field: Field) -> Value:
    if field.kind is Kind.GROUP:
        return blank(field.fields)
    return [] if _is_list(field) else field.default


def _is_list(field: Field) -> bool:
    return field.kind in (Kind.LINES, Kind.CHOICES, Kind.GROUPS, Kind.PAIRS)


def of_file(fields: Iterable[Field], file: YamlFile) -> Values:
    """What a file says."""
    return _of_pairs(fields, file.root)


def _of_pairs(fields: Iterable[Field], node: Node | None) -> Values:
    found = dict(_pairs(node))
    return {field.name: _of_node(field, found.get(field.name)) for field in fields}


def _pairs(node: Node | None) -> Iterable[tuple[str, Node]]:
    return ((key.value, value) for key, value in node.pairs) if isinstance(node, PairsNode) else ()


def _of_node(field: Field, node: Node | None) -> Value:
    items = node.items if isinstance(node, ListNode) else ()
    if field.kind is Kind.GROUP:
        return _of_pairs(field.fields, node)
    if field.kind is Kind.GROUPS:
        return [_of_pairs(field.fields, item) for item in items]
    if field.kind is Kind.PAIRS:
        return [{NAME: name, **_of_pairs(field.fields, item)} for name, item in _pairs(node)]
    if field.kind in (Kind.LINES, Kind.CHOICES):
        return [item.value for item in items if isinstance(item, TextNode)]
    if not isinstance(node, TextNode) or not node.given:
        return field.default
    if field.kind is Kind.YESNO:
        return "true" if node.value.lower() in TRUE else "false"
    return node.value.strip("\n") if field.kind is Kind.TEXT else node.value


def of_form(fields: Iterable[Field], submitted: Submitted, *, prefix: str = "") -> Values:
    """What a person filled in; empty rows are left out."""
    return {
        field.name: _of_controls(field, submitted, name=f"{prefix}{field.name}") for field in fields
    }


def _of_controls(field: Field, submitted: Submitted, *, name: str) -> Value:
    if field.kind is Kind.GROUP:
        return of_form(field.fields, submitted, prefix=f"{name}.")
    if field.kind in (Kind.GROUPS, Kind.PAIRS):
        return [row for number in _rows(submitted, name) if (row := _row(field, submitted, number))]
    given = [seen(text) for text in submitted.get(name, [])]
    if field.kind is Kind.CHOICES:
        return list(given)
    if field.kind is Kind.LINES:
        lines = (line.strip() for text in given for line in text.splitlines())
        return [line for line in lines if line]
    text = given[-1] if given else ""
    if field.kind is Kind.YESNO:
        return "true" if text == "true" else "false"
    return tidy_markdown(text) if field.kind is Kind.TEXT else " ".join(text.splitlines()).strip()


def _rows(submitted: Submitted, name: str) -> list[str]:
    """Names of the rows of a list, in the order in which the browser sent their markers."""
    marker = re.compile(re.escape(name) + r"\.\d{1,6}")
    return [key for key in submitted if marker.fullmatch(key)]


def _row(field: Field, submitted: Submitted, name: str) -> Values | None:
    """The values of one row, or None when nothing was filled in and nobody asked for the row."""
    row = of_form(field.fields, submitted, prefix=f"{name}.")
    if field.kind is Kind.PAIRS:
        key = (submitted.get(f"{name}.{NAME}") or [""])[-1].strip()
        row = {NAME: key, **row}
    return None if is_blank(row, field.fields) else row


def is_blank(row: Values, fields: Iterable[Field]) -> bool:
    """Whether a group says nothing beyond the defaults."""
    empty = blank(fields)
    return not row.get(NAME) and all(
        not value
        or value == empty.get(name)
        or (isinstance(value, dict) and not any(value.values()))
        for name, value in row.items()
        if name != NAME
    )


def plain(fields: Iterable[Field], values: Values, *, old: Node | None = None) -> dict[str, Plain]:
    """Values as they are written: without what is empty, typed as YAML shows them.

    Args:
        fields: the fields of the file or group.
        values: what the form holds.
        old: what is written now; a default that is written out stays written out.
    """
    written = dict(_pairs(old))
    found: dict[str, Plain] = {}
    for field in fields:
        value = values[field.name]
        before = written.get(field.name)
        is_told = old is None and field.kind is Kind.CHOICE  # a new file names its status
        is_default = before is None and value == field.default and not is_told
        if _says_nothing(field, value) or is_default:
            continue
        found[field.name] = _plain(field, value, before)
    return found


def _says_nothing(field: Field, value: Value) -> bool:
    if isinstance(value, dict) and not field.required:
        return is_blank(value, field.fields)
    return value in ("", [])


def _plain(field: Field, value: Value, old: Node | None) -> Plain:
    if isinstance(value, dict):
        return dict(plain(field.fields, value, old=old))
    if isinstance(value, list):
        if field.kind is Kind.PAIRS:
            named = dict(_pairs(old))
            return {
                str(row[NAME]): dict(plain(field.fields, row, old=named.get(str(row[NAME]))))
                for row in value
                if isinstance(row, dict)
            }
        return [_item(field, one, old) for one in value]
    return _scalar(field.kind, value)


def _item(field: Field, value: Value, old: Node | None) -> Plain:
    if isinstance(value, dict):
        return dict(plain(field.fields, value, old=_same_row(field, value, old)))
    kind = Kind.NUMBER if field.kind is Kind.CHOICES else field.item  # days; names stay text
    return _scalar(kind, str(value))


def _same_row(field: Field, row: Values, old: Node | None) -> Node | None:
    """The row as written now, known by its first field, wherever it has moved."""
    first = field.fields[0].name
    for item in old.items if isinstance(old, ListNode) else ():
        if dict(_of_pairs(field.fields[:1], item)) == {first: row[first]}:
            return item
    return None


def _scalar(kind: Kind, text: str) -> Plain:
    if kind is Kind.NUMBER and re.fullmatch(r"0|[1-9]\d*", text):
        return int(text)
    if kind is Kind.YESNO:
        return text == "true"
    if kind is Kind.DATE:
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return text  # the check says what is wrong with it
    return text
