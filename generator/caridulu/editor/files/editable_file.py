"""A file behind a form, YAML or Markdown: its values, its texts, and where its problems belong."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from caridulu.editor.files.editable_files import ENTRY, Sheet
from caridulu.editor.files.page_text import PageText
from caridulu.editor.files.yaml_merge import merged
from caridulu.editor.forms.fields import PAGE
from caridulu.editor.forms.form_values import Values, of_file, plain
from caridulu.editor.forms.remarks import Remark, elsewhere, level_of, remark_of
from caridulu.knowledge import Problem, Status, parse_yaml, read_yaml
from caridulu.knowledge.located_text import LocatedText, text_of_value
from caridulu.knowledge.yaml.checked import Loc
from caridulu.knowledge.yaml.nodes import ListNode, Node, TextNode, YamlFile
from caridulu.knowledge.yaml.reader import read_text, shown_path
from caridulu.messages import Language, message


@dataclass(frozen=True)
class Stretch:
    """One text of a file."""

    loc: Loc
    text: LocatedText


class Written(Protocol):
    """What a sheet's file says; its path is as problems name it."""

    @property
    def path(self) -> str: ...

    def values(self) -> Values:
        """What a form shows of it."""

    def saying(self, values: Values) -> str:
        """Its text with other values; ``MergeError`` where its layout stands in the way."""

    def remark(self, problem: Problem, language: Language) -> Remark:
        """A problem at the field that it is about."""

    def stretches(self) -> Iterator[Stretch]:
        """Every text in it, for a look at each."""

    def is_public(self) -> bool:
        """Whether visitors read it."""


@dataclass(frozen=True)
class _Yaml:
    sheet: Sheet
    file: YamlFile

    @property
    def path(self) -> str:
        return self.file.path

    def values(self) -> Values:
        return of_file(self.sheet.fields, self.file)

    def saying(self, values: Values) -> str:
        return _yaml_saying(self.sheet, values, file=self.file)

    def remark(self, problem: Problem, language: Language) -> Remark:
        return remark_of(problem, self.file, language)

    def stretches(self) -> Iterator[Stretch]:
        return (
            Stretch(loc, text_of_value(self.file, node)) for loc, node in _texts(self.file.root)
        )

    def is_public(self) -> bool:
        status = self.file.find("status")
        is_told = isinstance(status, TextNode) and status.value == Status.PUBLISHED.value
        return is_told or self.sheet.kind != ENTRY


@dataclass(frozen=True)
class _Page:
    path: str
    page: PageText

    def values(self) -> Values:
        return {"title": self.page.title, "body": self.page.body}

    def saying(self, values: Values) -> str:
        return self.page.saying(str(values["title"]), str(values["body"]))

    def remark(self, problem: Problem, language: Language) -> Remark:
        if problem.location.path != self.path:
            return elsewhere(problem, language)
        if problem.key == "knowledge.no_title":
            return Remark(("title",), message("editor.required", language))
        loc = self.page.field_at(problem.location)
        return Remark(loc, problem.sentence(language), level_of(problem))

    def stretches(self) -> Iterator[Stretch]:
        yield Stretch((), LocatedText(self.page.text, self.path, self.page.text))

    def is_public(self) -> bool:
        return True


@dataclass(frozen=True)
class SheetReading:
    """A sheet's file, or None; and what keeps it from being read."""

    written: Written | None
    problems: tuple[Problem, ...] = ()


def read_sheet(sheet: Sheet, path: Path, *, root: Path) -> SheetReading:
    """What the file of a sheet says now."""
    if sheet.kind == PAGE:
        page = read_text(path, root=root)
        found = written(sheet, page.text, path=shown_path(path, root))
        return SheetReading(found, page.problems)
    reading = read_yaml(path, root=root)
    return SheetReading(_Yaml(sheet, reading.file) if reading.file else None, reading.problems)


def written(sheet: Sheet, text: str | None, *, path: str) -> Written | None:
    """What a text says as the file of a sheet; None when there is none or it cannot be read."""
    if text is None:
        return None
    if sheet.kind == PAGE:
        return _Page(path, PageText(text))
    file = parse_yaml(text, path=path).file
    return _Yaml(sheet, file) if file else None


def new_text(sheet: Sheet, values: Values) -> str:
    """The text of a file that is not written yet."""
    if sheet.kind == PAGE:
        return PageText("").saying(str(values["title"]), str(values["body"]))
    return _yaml_saying(sheet, values, file=None)


def _yaml_saying(sheet: Sheet, values: Values, *, file: YamlFile | None) -> str:
    wanted = plain(sheet.fields, values, old=file.root if file else None)
    order = [field.name for field in sheet.fields]
    return merged(file.text if file else "", wanted, order=order)


def _texts(node: Node, loc: Loc = ()) -> Iterator[tuple[Loc, TextNode]]:
    if isinstance(node, TextNode):
        yield loc, node
    elif isinstance(node, ListNode):
        for n, item in enumerate(node.items):
            yield from _texts(item, (*loc, n))
    else:
        for key, value in node.pairs:
            yield from _texts(value, (*loc, key.value))
