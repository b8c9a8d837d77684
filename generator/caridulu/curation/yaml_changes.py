"""Changes YAML texts and keeps their comments and layout."""

import re
from collections.abc import Callable, Collection, Mapping
from difflib import SequenceMatcher
from io import StringIO
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedBase
from ruamel.yaml.scalarstring import LiteralScalarString

from caridulu.knowledge import parse_yaml
from caridulu.knowledge.yaml.nodes import PairsNode, texts_in

Change = Callable[[Any], None]  # of the tree of a YAML text, in place


def _writer(text: str) -> YAML:
    """Makes a writer that keeps comments, quotes, long lines and the indentation of lists."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.allow_duplicate_keys = True  # the first counts, as in ``parse_yaml``, which tells of it
    yaml.width = 1_000_000
    flat = re.search(r"^[a-z_]+:[ ]*\n- ", text, re.M)
    yaml.indent(mapping=2, sequence=2 if flat else 4, offset=0 if flat else 2)
    return yaml


def new_yaml(values: Mapping[str, object]) -> str:
    """Writes a YAML text with the given keys in order; long texts as blocks."""
    laid_out = {
        key: block(value)
        if isinstance(value, str) and ("\n" in value or key in ("answer", "internal_note"))
        else value
        for key, value in values.items()
    }
    return _dumped(_writer(""), laid_out)


def block(text: str) -> str:
    """Marks a text to be written as a block of lines under ``|``."""
    marked: str = LiteralScalarString(text.rstrip("\n") + "\n")
    return marked


def changed_yaml(text: str, change: Change) -> str:
    """Returns the text after ``change``, with every line kept that the change does not touch.

    A key that stands in it twice is written once.
    """
    yaml = _writer(text)
    tree = yaml.load(text)
    before = _dumped(yaml, tree)
    change(tree)
    after = _dumped(yaml, tree)
    if before == after and not parse_yaml(text, path="").problems:
        return text
    made = after if before == text else transplanted(text, before, after)
    return made if _says_the_same(made, after) else after


def with_more(key: str, values: Collection[object]) -> Change:
    """Adds values to a list, but none that it has."""

    def change(tree: Any) -> None:
        listed = tree.get(key)
        new = [one for one in values if one not in (listed or ())]
        if listed:
            listed.extend(new)
        else:
            tree[key] = new

    return change


def _says_the_same(text: str, other: str) -> bool:
    """Whether the layout by hand has let a change in: lists over several lines may not."""
    read, expected = (parse_yaml(one, path="") for one in (text, other))
    if read.file is None or expected.file is None or read.problems:
        return False
    return read.file.values == expected.file.values


def without_comments(text: str) -> str:
    """Takes the comments out of a YAML text; without any, it stays as it is."""
    return changed_yaml(text, _uncomment) if "#" in text else text


def _uncomment(node: Any) -> None:
    if isinstance(node, Mapping | list):
        comments = cast(CommentedBase, node).ca
        comments.comment, comments.end = None, []
        comments.items.clear()
        for one in node.values() if isinstance(node, Mapping) else node:
            _uncomment(one)
    elif hasattr(node, "comment"):  # of a block of lines, what stands after it
        node.comment = None


def yaml_tree(text: str) -> Any:
    """Reads a YAML text with the layout of its values, to be written elsewhere."""
    return _writer(text).load(text)


def _dumped(yaml: YAML, tree: Any) -> str:
    stream = StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue()


def transplanted(text: str, before: str, after: str) -> str:
    """Applies the difference between ``before`` and ``after`` to ``text``.

    The text is laid out by hand, ``before`` is the same as a program lays it out, as ``after`` is.
    """
    original, old, new = (t.splitlines(keepends=True) for t in (text, before, after))
    place: dict[int, int] = {len(old): len(original)}
    spans = SequenceMatcher(None, original, old, autojunk=False).get_opcodes()
    for _, i1, i2, j1, j2 in spans:
        for j in range(j1, j2):
            place[j] = min(i1 + (j - j1), i2)
    result = list(original)
    for tag, j1, j2, k1, k2 in reversed(
        SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    ):
        if tag != "equal":
            result[place[j1] : place[j2]] = new[k1:k2]
    return "".join(result)


def text_lines(root: PairsNode) -> set[int]:
    """Numbers the lines within texts, of which some only look like comments."""
    return {
        n for _, one in texts_in(root) for n in range(one.line, max(one.line + 1, one.last_line))
    }


def with_lost_comments(old: str, new: str, root: PairsNode) -> str:
    """Puts comment lines back that went away with a value before them; ``root``: of the old."""
    before, after = (text.splitlines(keepends=True) for text in (old, new))
    inside = text_lines(root)
    kept = set(after)
    result = list(after)
    for tag, i1, i2, _, j2 in reversed(
        SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    ):
        if tag in ("delete", "replace"):
            result[j2:j2] = [
                before[i]
                for i in range(i1, i2)
                if i + 1 not in inside
                and before[i].lstrip().startswith("#")
                and before[i] not in kept
            ]
    return "".join(result)
