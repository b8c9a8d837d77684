"""A text that an editor typed, with the position of each of its characters in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caridulu.knowledge.problem import Location
from caridulu.knowledge.yaml.nodes import TextNode, YamlFile

# One character of a text in single or double quotes, as it is typed; blanks are not counted.
_IN_SINGLE_QUOTES = re.compile(r"''|\S")
_IN_DOUBLE_QUOTES = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[\s\S])|\S",
)
_BLANK_ESCAPES = frozenset("ntrvfNLP_ \t\n")


@dataclass(frozen=True)
class LocatedText:
    """The text of a YAML value or of a page; ``line`` and ``column`` are where it begins.

    ``style`` is the quote or block indicator of YAML, empty for a plain value or a page.
    """

    text: str
    path: str
    source: str  # the whole file
    line: int = 1
    column: int = 1
    style: str = ""

    def locate(self, offset: int) -> Location:
        """Finds where in the file the character at ``offset`` of the text stands.

        YAML folds and strips blanks, and nothing else: the place is found by counting the other
        characters, whatever the style of the value.
        """
        number = sum(not char.isspace() for char in self.text[:offset])
        at = next((at for n, at in enumerate(self._typed()) if n == number), None)
        if at is None:
            return Location(self.path, self.line, self.column)
        line = self.source.count("\n", 0, at)
        return Location(self.path, line + 1, at - self.source.rfind("\n", 0, at))

    def _typed(self) -> Iterator[int]:
        """Yields the place in the file of each character of the text that is no blank."""
        is_block = self.style in ("|", ">")  # whose text begins in the line below
        lines = self.source.split("\n")[: self.line if is_block else self.line - 1]
        start = sum(len(line) + 1 for line in lines) + (0 if is_block else self.column - 1)
        if self.style == "'":
            return (found.start() for found in _IN_SINGLE_QUOTES.finditer(self.source, start + 1))
        if self.style == '"':
            typed = _IN_DOUBLE_QUOTES.finditer(self.source, start + 1)
            return (found.start() for found in typed if not _is_blank(found[0]))
        return (at for at in range(start, len(self.source)) if not self.source[at].isspace())


def _is_blank(typed: str) -> bool:
    """Whether what is typed in double quotes stands for a blank, or for nothing."""
    if typed[0] != "\\":
        return False
    if typed[1] in "xuU":
        return chr(int(typed[2:], 16)).isspace()
    return typed[1] in _BLANK_ESCAPES


def text_of_value(file: YamlFile, node: TextNode) -> LocatedText:
    """Places the text of one YAML value in its file, without blanks around it."""
    holder = next((one for one in file.below if one.path == node.path), file)
    place = node.line, node.column
    return LocatedText(node.value.strip(), holder.path, holder.text, *place, node.style)


def text_at(file: YamlFile, *loc: str | int) -> LocatedText | None:
    """Places the text at ``loc`` of a file; None if there is none."""
    node = file.find(*loc)
    return text_of_value(file, node) if isinstance(node, TextNode) else None
