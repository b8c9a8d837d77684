"""YAML text -> a tree in which every value knows its line and column.

Every scalar stays the text that was typed: no ``yes`` -> True, ``12:30`` -> 750, ``0712`` -> 458.
Anchors, aliases, merge keys, tags and further documents are refused, not resolved.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

import yaml

from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.yaml.syntax import DEPTH_LIMIT, syntax_problem

# libyaml's parser where it is built in, else the pure one: both leave scalars as text.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NOT_GIVEN = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar as typed; ``style`` is its quote or block indicator, empty for plain.

    ``path`` of a node is that of the file in which it is written.
    """

    value: str
    line: int
    column: int
    style: str
    last_line: int
    path: str = field(default="", compare=False)

    @property
    def given(self) -> bool:
        """False for an empty value, ``null`` and ``~``, unless quoted."""
        return bool(self.style) or self.value not in NOT_GIVEN


@dataclass(frozen=True, slots=True)
class ListNode:
    items: tuple["Node", ...]
    line: int
    column: int
    path: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class PairsNode:
    """Keys and their values; a repeated key keeps its first value."""

    pairs: tuple[tuple[TextNode, "Node"], ...]
    line: int
    column: int
    path: str = field(default="", compare=False)

    def get(self, key: str) -> tuple[TextNode, "Node"] | None:
        """Finds a key as written, and its value."""
        return next((pair for pair in self.pairs if pair[0].value == key), None)


Node = TextNode | ListNode | PairsNode
Loc = tuple[str | int, ...]  # keys and list positions that lead to a value


def place_of(node: Node) -> Location:
    return Location(node.path, node.line, node.column)


def values_of(node: Node) -> Any:
    """Turns a tree into text, lists and dicts; keys without a value are left out."""
    if isinstance(node, TextNode):
        return node.value if node.given else None
    if isinstance(node, ListNode):
        return [values_of(item) for item in node.items]
    return {
        key.value: values_of(value)
        for key, value in node.pairs
        if not (isinstance(value, TextNode) and not value.given)
    }


def texts_in(tree: PairsNode) -> Iterator[tuple[Loc, TextNode]]:
    """Yields every text in a file and the way to it."""
    return ((loc, node) for loc, _, node in walk(tree) if isinstance(node, TextNode))


def walk(node: Node, loc: Loc = ()) -> Iterator[tuple[Loc, tuple[int, int], Node]]:
    """Yields every value, the way to it, and where it or its key begins."""
    items: list[tuple[str | int, Node, Node]] = []
    if isinstance(node, PairsNode):
        items = [(key.value, key, value) for key, value in node.pairs]
    elif isinstance(node, ListNode):
        items = [(number, item, item) for number, item in enumerate(node.items)]
    for part, first, value in items:
        yield (*loc, part), (first.line, first.column), value
        yield from walk(value, (*loc, part))


@dataclass(frozen=True)
class YamlFile:
    """One parsed file: its place in the project, its text, and a tree of what it says.

    The tree of a file that is laid over others has nodes of the files ``below`` it, too.
    """

    path: str
    text: str
    root: PairsNode
    below: tuple["YamlFile", ...] = ()

    @property
    def values(self) -> dict[str, Any]:
        """What the file says as texts, lists and dicts."""
        return {**values_of(self.root)}

    def find(self, *loc: str | int) -> Node | None:
        """Finds the value at ``loc`` (keys and list positions)."""
        node: Node | None = self.root
        for part in loc:
            if isinstance(node, PairsNode):
                pair = node.get(str(part))
                node = pair[1] if pair else None
            elif isinstance(node, ListNode) and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
            else:
                return None
        return node

    def at(self, *loc: str | int) -> Location:
        """Tells where the value at ``loc`` begins, or else the innermost value around it."""
        while (node := self.find(*loc)) is None:
            loc = loc[:-1]
        return place_of(node)

    def key(self, *loc: str | int) -> Location:
        """Tells where the key of ``loc`` is written, or else the innermost value around it."""
        parent = self.find(*loc[:-1])
        pair = parent.get(str(loc[-1])) if isinstance(parent, PairsNode) else None
        return place_of(pair[0]) if pair else self.at(*loc)


@dataclass(frozen=True)
class YamlReading:
    """A parsed file, or None when it cannot be read at all; and the problems found."""

    file: YamlFile | None
    problems: tuple[Problem, ...] = ()


@dataclass
class _Level:
    """An unfinished list or mapping."""

    mapping: bool
    line: int
    column: int
    nodes: list[Node] = field(default_factory=list)


def parse_yaml(text: str, *, path: str, loader: type = LOADER) -> YamlReading:
    """Parses a YAML text as that of a file called ``path``; finds the problems of its notation."""
    builder = _Builder(path)
    try:
        for event in yaml.parse(text, loader):
            builder.take(event)
            if builder.failed:
                break
    except yaml.MarkedYAMLError as error:
        builder.fail(syntax_problem(error, text, path=path))
    except (yaml.YAMLError, ValueError, OverflowError):  # pure parser: "\U0011FFFF", "\UFFFFFFFF"
        builder.fail(finding(Location(path), "knowledge.yaml_syntax"))
    root = builder.root
    if not builder.failed and (root is None or (isinstance(root, TextNode) and not root.given)):
        builder.fail(finding(Location(path), "knowledge.empty_file"))
    if builder.failed or root is None:
        return YamlReading(None, tuple(builder.problems))
    if not isinstance(root, PairsNode):
        builder.fail(finding(place_of(root), "knowledge.root_is_no_pairs"))
        return YamlReading(None, tuple(builder.problems))
    return YamlReading(YamlFile(path, text, root), tuple(builder.problems))


class _Mark(Protocol):
    """A place in the text, counted from 0; every event of a text has two."""

    line: int
    column: int


class _Builder:
    """Builds the tree from parser events without recursion, so that depth cannot crash it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.failed = False
        self._levels: list[_Level] = []
        self._seen_document = False
        self._anchored_lines: set[int] = set()

    def fail(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.failed = True

    def take(self, event: yaml.Event) -> None:
        """Adds one event to the tree."""
        match event:
            case yaml.ScalarEvent():
                self._add(self._text(event))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._add(self._close())
            case yaml.AliasEvent():
                self._report_anchor(event)
                place = self._place(event)
                name, line = event.anchor or "", place.line
                self._add(TextNode(name, line, place.column, "*", line, self.path))
            case yaml.DocumentStartEvent():
                if self._seen_document:
                    self.fail(finding(self._place(event), "knowledge.several_documents"))
                self._seen_document = True

    def _place(self, event: yaml.Event) -> Location:
        mark = cast(_Mark, event.start_mark)
        return Location(self.path, mark.line + 1, mark.column + 1)

    def _text(self, event: yaml.ScalarEvent) -> TextNode:
        self._report_notation(event)
        begin, end = cast(_Mark, event.start_mark), cast(_Mark, event.end_mark)
        place = begin.line + 1, begin.column + 1
        return TextNode(event.value, *place, event.style or "", end.line + 1, self.path)

    def _report_notation(self, event: yaml.CollectionStartEvent | yaml.ScalarEvent) -> None:
        """Reports an anchor and a tag of a value."""
        if event.anchor is not None:
            self._report_anchor(event)
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.append(finding(self._place(event), "knowledge.tag", value=tag))

    def _report_anchor(self, event: yaml.NodeEvent) -> None:
        """Reports an anchor or alias once a line: a file built to blow up has thousands."""
        place = self._place(event)
        if place.line not in self._anchored_lines:
            self._anchored_lines.add(place.line)
            self.problems.append(finding(place, "knowledge.anchor"))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._report_notation(event)
        place = self._place(event)
        if len(self._levels) >= DEPTH_LIMIT:
            self.fail(finding(place, "knowledge.too_deep", limit=DEPTH_LIMIT))
        mapping = isinstance(event, yaml.MappingStartEvent)
        self._levels.append(_Level(mapping, place.line, place.column))

    def _close(self) -> Node:
        level = self._levels.pop()
        if not level.mapping:
            return ListNode(tuple(level.nodes), level.line, level.column, self.path)
        if any(isinstance(key, PairsNode) for key in level.nodes[::2]):
            place = Location(self.path, level.line, level.column)
            self.fail(finding(place, "knowledge.braces"))
        pairs = self._pairs(level.nodes[::2], level.nodes[1::2])
        return PairsNode(pairs, level.line, level.column, self.path)

    def _pairs(self, keys: list[Node], values: list[Node]) -> tuple[tuple[TextNode, Node], ...]:
        pairs: dict[str, tuple[TextNode, Node]] = {}
        for key, value in zip(keys, values, strict=True):
            place = place_of(key)
            if isinstance(key, ListNode):
                self.problems.append(finding(place, "knowledge.key_is_no_text"))
            elif isinstance(key, PairsNode):
                continue  # reported as a reference without quotes
            elif not key.given:
                self.problems.append(finding(place, "knowledge.empty_key"))
            elif key.value == "<<" and not key.style:
                self.problems.append(finding(place, "knowledge.merge_key"))
            elif first := pairs.get(key.value):
                self.problems.append(
                    finding(place, "knowledge.duplicate_key", value=key.value, line=first[0].line)
                )
            else:
                pairs[key.value] = (key, value)
        return tuple(pairs.values())

    def _add(self, node: Node) -> None:
        if self._levels:
            self._levels[-1].nodes.append(node)
        else:
            self.root = node
