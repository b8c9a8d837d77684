"""New values -> the old YAML text with only those lines changed that must.

``ruamel.yaml`` keeps comments, quotes and layout; what is compared is the text as typed, from our
own reader, so that ``yes`` and ``0712`` are no change.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import Any

import yaml
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString, ScalarString

from caridulu.curation.yaml_changes import changed_yaml, new_yaml, text_lines, with_lost_comments
from caridulu.editor.fields.form_values import TRUE, YamlValue
from caridulu.knowledge import parse_yaml
from caridulu.knowledge.yaml.nodes import ListNode, Node, PairsNode, TextNode, values_of, walk


class MergeError(Exception):
    """The file's layout does not let this change be written without harm to the rest."""


def merged(text: str, values: dict[str, YamlValue], *, order: Sequence[str]) -> str:
    """Changes a YAML text, empty for a new file, so that it says ``values`` and no more.

    New keys are written in ``order``.
    """
    if not text:
        return new_yaml({key: _quoted(value) for key, value in values.items()})
    file = parse_yaml(text, path="").file
    if file is None:
        raise MergeError
    root = file.root
    has_blanks = not all(_is_given(one) for _, _, one in walk(root))  # keys that are taken out
    if says(root, values) and not has_blanks:
        return text
    changed = changed_yaml(text, lambda tree: _merge_pairs(tree, values, root, order))
    whole = with_lost_comments(text, changed, root)
    for candidate in (_above_comments(text, whole, root), whole, changed):
        again = parse_yaml(candidate, path="").file
        if again and says(again.root, values):
            return candidate
    raise MergeError


def says(node: Node | None, value: YamlValue) -> bool:
    if isinstance(value, dict):
        return (
            isinstance(node, PairsNode)
            and {key.value for key, one in node.pairs if _is_given(one)} == value.keys()
            and all(says(one, value[key.value]) for key, one in node.pairs if _is_given(one))
        )
    if isinstance(value, list):
        return (
            isinstance(node, ListNode)
            and len(node.items) == len(value)
            and all(map(says, node.items, value))
        )
    if not isinstance(node, TextNode):
        return False
    if isinstance(value, bool):
        return (node.value.lower() in TRUE) == value
    if isinstance(value, str):
        return node.value.strip("\n") == value.strip("\n")
    return node.value == _text(value)


def _is_given(node: Node) -> bool:
    return not isinstance(node, TextNode) or node.given


def _text(value: YamlValue) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _quoted(value: YamlValue) -> Any:
    """Quotes a value that another YAML reader would not take for text."""
    if isinstance(value, dict):
        return {key: _quoted(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_quoted(one) for one in value]
    if not isinstance(value, str):
        return value
    if "\n" in value:
        return LiteralScalarString(value.rstrip("\n") + "\n")
    return DoubleQuotedScalarString(value) if _looks_typed(value) else value


def _looks_typed(text: str) -> bool:
    """Tells whether other YAML readers take a text for something else: ``yes``, ``12:30``.

    What begins with a sign is quoted too: readers differ about ``[?0]``.
    """
    if not text[:1].isalnum():
        return True
    try:
        return not isinstance(yaml.safe_load(text), str)
    except yaml.YAMLError:
        return False  # the writer quotes what is no plain text
    except ValueError:
        return True  # a day that there is not, such as 2026-02-30


def _like(old: Any, value: YamlValue) -> Any:
    """Writes a value in the notation of the old one."""
    if isinstance(old, ScalarString) and isinstance(value, str):
        if isinstance(old, LiteralScalarString) and old.endswith("\n"):
            value = value.rstrip("\n") + "\n"
        return type(old)(value) if "\n" not in value or "\n" in old else _quoted(value)
    return _quoted(value)


def _merge_pairs(
    tree: Any, values: dict[str, YamlValue], node: PairsNode, order: Sequence[str] = ()
) -> None:
    nodes = {key.value: one for key, one in node.pairs}
    for key in [key for key in tree if str(key) not in values]:
        del tree[key]
    for key, value in values.items():
        if key not in tree:
            tree.insert(_place(list(tree), key, order or list(values)), key, _quoted(value))
        elif not says(nodes.get(key), value):
            _merge_value(tree, key, value, nodes.get(key))


def _place(present: list[Any], key: str, order: Sequence[str]) -> int:
    """Finds the place of a key: after the last one that comes before it in the order."""
    before = set(order[: order.index(key)]) if key in order else set(order)
    return max((n + 1 for n, one in enumerate(present) if str(one) in before), default=0)


def _merge_value(tree: Any, key: Any, value: YamlValue, node: Node | None) -> None:
    if isinstance(value, dict) and isinstance(node, PairsNode):
        _merge_pairs(tree[key], value, node)
    elif isinstance(value, list) and isinstance(node, ListNode):
        _merge_items(tree[key], value, node)
    else:
        tree[key] = _like(tree[key], value)


def _merge_items(tree: Any, values: list[YamlValue], node: ListNode) -> None:
    """Merges lists: items that stay keep their comments, changed ones are changed in place."""
    old, new = [_key(values_of(item)) for item in node.items], [_key(value) for value in values]
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for _, i1, i2, j1, j2 in reversed(changes):
        if i2 - i1 != j2 - j1:
            del tree[i1:i2]
            for value in reversed(values[j1:j2]):
                tree.insert(i1, _quoted(value))
            continue
        for i, value in enumerate(values[j1:j2], start=i1):
            if not says(node.items[i], value):
                _merge_value(tree, i, value, node.items[i])


def _key(item: Any) -> str:
    """Tells an item from its neighbours: by its text, or by a group's first value."""
    if isinstance(item, dict):
        item = next(iter(item.values()), "")
    return _text(item)


def _above_comments(old: str, new: str, root: PairsNode) -> str:
    """Moves lines that came between a comment and what it is about above the comment."""
    before, after = (text.splitlines(keepends=True) for text in (old, new))
    inside = text_lines(root)
    result = list(after)
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for tag, i1, _, j1, j2 in reversed(changes):
        comment = _comment_above(before, i1, inside)
        begin = j1 - len(comment)
        is_about_next = len(comment) < i1 < len(before) and before[i1].strip()
        has_stayed = "#" in "".join(comment) and after[begin:j1] == comment
        if tag == "insert" and is_about_next and has_stayed:
            result[begin:j2] = [*after[j1:j2], *comment]
    return "".join(result)


def _comment_above(lines: list[str], end: int, inside: Collection[int]) -> list[str]:
    """Returns the comments and empty lines above line ``end``; those ``inside`` a text are none."""
    begin = end
    while begin and begin not in inside and _is_remark(lines[begin - 1]):
        begin -= 1
    return lines[begin:end]


def _is_remark(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
