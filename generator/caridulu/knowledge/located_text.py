"""A stretch of text that an editor typed, able to say where in the file a word of it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product, takewhile

from caridulu.knowledge.problem import Location
from caridulu.knowledge.yaml.nodes import TextNode, YamlFile


@dataclass(frozen=True)
class Passage:
    """Text of a YAML value or of a page; ``first`` and ``last`` are its lines in the file."""

    text: str
    path: str
    source: str  # the whole file
    begin: Location
    first: int
    last: int
    exact: bool  # its lines are lines of the file, unlike those of a folded text

    def locate(self, line: int, *needles: str) -> Location:
        """Where the first of ``needles`` to be found stands.

        Args:
            line: The line of the paragraph to look in, counted from 0.
            needles: What to look for, the most exact first.
        """
        lines = self.source.split("\n")
        if not self.exact:
            return self._search(lines, range(self.first, self.last + 1), needles) or self.begin
        number = min(self.first + line, self.last)
        rest = range(number, self.last + 1)
        paragraph = tuple(takewhile(lambda n: lines[n - 1].strip(), rest))
        indent = len(lines[number - 1]) - len(lines[number - 1].lstrip())
        return self._search(lines, paragraph, needles) or Location(self.path, number, indent + 1)

    def _search(
        self, lines: list[str], numbers: Iterable[int], needles: Iterable[str]
    ) -> Location | None:
        for needle, number in product(needles, numbers):
            column = lines[number - 1].find(needle)
            if column >= 0:
                return Location(self.path, number, column + 1)
        return None


def passage_of(file: YamlFile, node: TextNode) -> Passage:
    """The passage of one YAML value."""
    block = node.style in ("|", ">")
    ends_file = node.last_line > file.text.count("\n")
    return Passage(
        text=node.value,
        path=file.path,
        source=file.text,
        begin=Location(file.path, node.line, node.column),
        first=node.line + 1 if block else node.line,
        last=node.last_line - 1 if block and not ends_file else node.last_line,
        exact=node.style == "|" or node.line == node.last_line,
    )


def passage_of_page(text: str, path: str) -> Passage:
    """The passage of a whole Markdown file."""
    last = text.count("\n") + 1
    return Passage(text, path, text, Location(path), first=1, last=last, exact=True)
