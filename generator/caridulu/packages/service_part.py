"""An office's service -> the part of it that offices of its kind share."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from caridulu.curation.yaml_changes import new_yaml
from caridulu.knowledge import parse_yaml
from caridulu.knowledge.model import PackageService, ServiceFile, SharedComponent
from caridulu.knowledge.yaml.nodes import Node, PairsNode, YamlFile

# What goes along beside the components that are named. Limits are each office's own promise, and a
# note tells where its own text comes from.
KEYS = ("name", "summary", "components", "sources", "compiled", "review_by")
TEXTS = ("name", "summary")
COMPONENTS = "components"


def may_be_shared(key_path: str) -> bool:
    """Tells whether packages hold a key of services: ``name``, ``components.fee``."""
    key, _, component = key_path.partition(".")
    return key in KEYS and (key != COMPONENTS or component in tuple(SharedComponent))


@dataclass(frozen=True)
class ServicePart:
    """What goes into a package of one service; ``file`` is the office's."""

    wanted: PackageService
    file: YamlFile

    @property
    def text(self) -> str:
        """The package's file: without the office's comments, dated when it was compiled."""
        said = {"compiled": self.file.values.get("reviewed"), **self.file.values}
        typed = ServiceFile.model_validate(self._part_of(said))
        return new_yaml(typed.model_dump(exclude_defaults=True))

    @property
    def text_in_place(self) -> str:
        """The same on the lines where the office has written it, so that problems lead there."""
        root = self.file.root
        parts = root.get(COMPONENTS)
        gone = {*_lines_without(root, KEYS, end=self.file.text.count("\n") + 1)}
        if parts and isinstance(parts[1], PairsNode):
            after = (key.line for key, _ in root.pairs if key.line > parts[0].line)
            end = min(after, default=self.file.text.count("\n") + 2) - 1
            gone |= {*_lines_without(parts[1], self.wanted.components, end=end)}
        lines = self.file.text.splitlines(keepends=True)
        text = "".join("\n" if n in gone else line for n, line in enumerate(lines, start=1))
        made = parse_yaml(text, path=self.file.path).file
        is_same = made is not None and made.values == self._part_of(self.file.values)
        return text if is_same else self.text  # some of them share a line

    def nodes(self) -> Iterator[Node]:
        """Yields the values that must hold for any office."""
        ways = [(name,) for name in TEXTS]
        for way in (*ways, *((COMPONENTS, name) for name in self.wanted.components)):
            if node := self.file.find(*way):
                yield node

    def _part_of(self, said: dict[str, Any]) -> dict[str, Any]:
        parts = said.get(COMPONENTS, {})
        named = {name.value: parts[name] for name in self.wanted.components if name in parts}
        said = {**said, COMPONENTS: named}
        return {key: said[key] for key in KEYS if key in said}


def _lines_without(pairs: PairsNode, kept: Collection[str], *, end: int) -> Iterator[int]:
    """Lists the lines of pairs, up to ``end``, that say nothing of the kept keys."""
    begins = [key.line for key, _ in pairs.pairs]
    for (key, _), last in zip(pairs.pairs, [*(n - 1 for n in begins[1:]), end], strict=True):
        if key.value not in kept:
            yield from range(key.line, last + 1)
