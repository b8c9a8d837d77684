"""A file that a form shows and changes: YAML, or a Markdown page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from caridulu.curation.overrides import PACKAGE, own_text, values_of_text, whole_text
from caridulu.curation.yaml_changes import new_yaml
from caridulu.editor.fields.form_fields import ENTRY, PAGE, Field, form_fields
from caridulu.editor.fields.form_values import Values, blank, of_tree, yaml_values
from caridulu.editor.fields.remarks import REQUIRED, Remark, form_sentence, level_of, loc_of
from caridulu.editor.files.page_text import page_tree, with_title_and_body
from caridulu.editor.files.paths import version
from caridulu.editor.files.yaml_merge import merged
from caridulu.knowledge import Lexicon, Problem, Status, check, parse_yaml
from caridulu.knowledge.located_text import LocatedText, text_of_value
from caridulu.knowledge.project_files import own_path, packaged_path
from caridulu.knowledge.yaml.layers import laid_over
from caridulu.knowledge.yaml.nodes import Loc, PairsNode, TextNode, YamlFile, texts_in
from caridulu.knowledge.yaml.reader import read_text, shown_path
from caridulu.messages import Language, message


@dataclass(frozen=True)
class EditableFile:
    """One file at one moment; a change makes another value, and writes nothing."""

    kind: str  # which form shows it
    root: Path  # the project's folder
    path: Path | None = None  # None before it is written for the first time
    text: str | None = None  # None when there is no such file, or when it cannot be read
    problems: tuple[Problem, ...] = ()  # what keeps it from being read
    below: str | None = None  # of the package's file that the file adjusts, or would adjust

    @classmethod
    def read(cls, kind: str, path: Path, *, root: Path) -> "EditableFile":
        path = own_path(root, path)
        lower = packaged_path(root, path)
        below = read_text(lower, root=root).text if lower else None
        if lower and not path.exists():
            return cls(kind, root, path, below=below)
        reading = read_text(path, root=root)
        return cls(kind, root, path, reading.text, reading.problems, below)

    @property
    def id(self) -> str:
        return self.path.stem if self.path else ""

    @property
    def is_new(self) -> bool:
        return self.path is None

    @property
    def name(self) -> str:
        """The path as problems name it."""
        return shown_path(self.path, self.root) if self.path else ""

    @property
    def fields(self) -> tuple[Field, ...]:
        return form_fields(self.kind)

    @property
    def version(self) -> str:
        """The hash of the file's text, to detect changes since a form was filled."""
        return version(self.text)

    @property
    def is_packaged(self) -> bool:
        """Whether a package has the file, too; saving the form then adjusts what that says."""
        return self.below is not None

    @cached_property
    def _yaml(self) -> YamlFile | None:
        own = parse_yaml(self.text or "", path=self.name).file
        lower = parse_yaml(self.below, path="").file if self.below else None
        return laid_over(own, lower) if own and lower else own or lower

    @property
    def _whole(self) -> str:
        """The text that a form changes."""
        text = self.text or ""
        lower = packaged_path(self.root, self.path) if self.below and self.path else None
        return whole_text(text, self.below or "", name=lower.parent.parent.name) if lower else text

    @cached_property
    def tree(self) -> PairsNode | None:
        """What the file says, with the line of every value; None when it cannot be read."""
        if self.text is None and self.below is None:
            return None
        if self.kind == PAGE:
            return page_tree(self.text or "")
        return self._yaml.root if self._yaml else None

    def unreadable(self) -> tuple[Problem, ...]:
        if self.tree is not None:
            return ()
        read = parse_yaml(self.text, path=self.name).problems if self.text is not None else ()
        return (*self.problems, *read)

    def values(self) -> Values:
        return of_tree(self.fields, self.tree) if self.tree else blank(self.fields)

    def additions_apart(self, values: Values) -> Values:
        """Puts new lines of a package's list of aliases into the office's list beside it."""
        if not self.is_packaged or self.kind != ENTRY:
            return values
        there, typed = self.values()["aliases"], values["aliases"]
        kept, new = ([one for one in typed if (one in there) is known] for known in (True, False))
        more = [*values["more_aliases"], *new]
        return values | {"aliases": kept, "more_aliases": more}

    def with_values(self, values: Values, *, path: Path | None = None) -> "EditableFile":
        """Changes the lines that must change; ``MergeError`` where the layout stands in the way.

        ``path`` is where the file then lies, by default where it is.
        """
        if self.kind == PAGE:
            text = with_title_and_body(self.text or "", values["title"], values["body"])
        else:
            whole, wanted = self._whole, yaml_values(self.fields, values, old=self.tree)
            if base := values_of_text(whole).get(PACKAGE):
                wanted[PACKAGE] = base
            text = merged(whole, wanted, order=[field.name for field in self.fields])
            if self.below:
                own = own_text(text, self.below, before=self.text)
                text = own or new_yaml({PACKAGE: base})
        return replace(self, path=path or self.path, text=text)

    def checked_lexicon(self) -> Lexicon | None:
        """Reads the file as a lexicon; None while something is wrong with it."""
        found = check(self._yaml, Lexicon) if self._yaml else None
        return found.value if found and not found.problems else None

    def is_public(self) -> bool:
        status = self._yaml.find("status") if self._yaml and self.kind != PAGE else None
        if isinstance(status, TextNode):
            return status.value == Status.PUBLISHED.value
        return self.kind != ENTRY

    def texts(self) -> Iterator[tuple[Loc, LocatedText]]:
        """Yields every text in the file and the way to it; a page as one text."""
        if self.kind == PAGE:
            text = self.text or ""
            yield (), LocatedText(text, self.name, text)
        elif self._yaml:
            for loc, node in texts_in(self._yaml.root):
                yield loc, text_of_value(self._yaml, node)

    def remark(self, problem: Problem, language: Language) -> Remark:
        """Turns a problem into a remark at the field that it is about; of another file, at none."""
        level = level_of(problem)
        if problem.location.path != self.name or self.tree is None:
            sentence = f"{problem.location.path}: {form_sentence(problem, language)}"
            return Remark((), sentence, level)
        loc = loc_of(problem, self.tree)
        if problem.key in REQUIRED:
            return Remark(loc, message("editor.required", language), level)
        return Remark(loc, form_sentence(problem, language), level)
