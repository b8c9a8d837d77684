"""Which file of a project is what; a file that is nothing is a problem."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from caridulu.knowledge.model import SLUG_PATTERN
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.yaml.reader import shown_path

SLUG = re.compile(SLUG_PATTERN)
ID_LENGTH = 80
LITTER = frozenset({"thumbs.db", "desktop.ini"})  # left by Windows; hidden files are left out too
YAML_SUFFIXES = frozenset({".yml", ".yaml"})


@dataclass(frozen=True)
class Layout:
    """The files of a project, each list sorted by path; single files may be absent."""

    office: Path | None
    categories: Path | None
    lexicon: Path | None
    services: tuple[Path, ...]
    pages: tuple[Path, ...]
    entries: tuple[Path, ...]
    has_kb: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Children:
    """What a folder holds, sorted; a folder called ``x.yml`` counts as a file."""

    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()

    def named(self, name: str) -> Path | None:
        return next((path for path in self.files if path.name == name), None)

    def with_suffix(self, suffix: str) -> tuple[Path, ...]:
        return tuple(path for path in self.files if path.suffix == suffix)


def valid_id(stem: str) -> bool:
    """Whether a file's stem can be an id and thus an address."""
    return len(stem) <= ID_LENGTH and SLUG.fullmatch(stem) is not None


def find_files(root: Path, *, changes: Mapping[str, str | None] | None = None) -> Layout:
    """Finds the files of the project at ``root`` and what is wrong with their names and places.

    Args:
        root: the office's project.
        changes: texts that would be written, by path from ``root``; None would be deleted.
    """
    finder = _Finder(root, changes or {})
    content, kb = finder.children(root / "content"), finder.children(root / "kb")
    services = finder.only_yaml(root / "content" / "services")
    entries = tuple(path for shelf in kb.folders for path in finder.only_yaml(shelf))
    yaml_pages = [path for path in content.files if path.suffix.lower() in YAML_SUFFIXES]
    finder.misplaced(yaml_pages, expected=("office.yml",))
    finder.misplaced(kb.files, expected=("categories.yml", "lexicon.yml"))
    finder.required(content.named("office.yml"), root / "content" / "office.yml")
    has_kb = (root / "kb").is_dir() or bool(kb.files or kb.folders)
    if has_kb:
        finder.required(kb.named("categories.yml"), root / "kb" / "categories.yml")
    else:
        finder.report(root / "kb", "no_kb")
    pages = content.with_suffix(".md")
    finder.check_ids((*services, *pages, *entries))
    finder.check_duplicate_ids(entries)
    return Layout(
        office=content.named("office.yml"),
        categories=kb.named("categories.yml"),
        lexicon=kb.named("lexicon.yml"),
        services=services,
        pages=pages,
        entries=entries,
        has_kb=has_kb,
        problems=tuple(finder.problems),
    )


class _Finder:
    """Looks into folders and keeps what is wrong with the names it sees."""

    def __init__(self, root: Path, changes: Mapping[str, str | None]) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self._written = {root / name for name, text in changes.items() if text is not None}
        self._deleted = {root / name for name, text in changes.items() if text is None}

    def report(self, path: Path, name: str, /, **values: object) -> None:
        place = Location(shown_path(path, self.root))
        self.problems.append(finding(place, f"knowledge.{name}", **values))

    def children(self, folder: Path) -> _Children:
        """What the folder holds, without hidden files and litter."""
        written = {path for path in self._written if path.parent == folder}
        new_folders = {path.parent for path in self._written if path.parent.parent == folder}
        try:
            if not folder.is_dir():
                return _Children(tuple(sorted(written)), tuple(sorted(new_folders)))
            if not folder.resolve().is_relative_to(self.root.resolve()):
                self.report(folder, "outside")
                return _Children()
            there = {*folder.iterdir(), *written, *new_folders} - self._deleted
            names = sorted(
                (
                    path
                    for path in there
                    if not path.name.startswith(".") and path.name.lower() not in LITTER
                ),
                key=lambda path: path.name,
            )
            folders = tuple(
                path
                for path in names
                if path in new_folders or (path.suffix != ".yml" and path.is_dir())
            )
        except OSError:
            self.report(folder, "unreadable")
            return _Children()
        apart = frozenset(folders)
        return _Children(tuple(path for path in names if path not in apart), folders)

    def only_yaml(self, folder: Path) -> tuple[Path, ...]:
        """The ``.yml`` files of a folder that may hold nothing else."""
        children = self.children(folder)
        for path in children.folders:
            self.report(path, "nested_folder")
        self.misplaced(path for path in children.files if path.suffix != ".yml")
        return children.with_suffix(".yml")

    def misplaced(self, paths: Iterable[Path], *, expected: tuple[str, ...] = ()) -> None:
        """Reports files that are not among the expected ones, or only nearly."""
        for path in paths:
            right_name = path.stem + ".yml"
            nearly = path.suffix != ".yml" and path.suffix.lower() in YAML_SUFFIXES
            if nearly and (not expected or right_name in expected):
                self.report(path, "wrong_suffix", name=right_name)
            elif path.name not in expected:
                self.report(path, "stray_file")

    def required(self, found: Path | None, expected: Path) -> None:
        if found is None:
            self.report(expected, "missing_file")

    def check_ids(self, paths: Iterable[Path]) -> None:
        for path in paths:
            if not valid_id(path.stem):
                self.report(path, "bad_id", value=shown_path(path, path.parent))

    def check_duplicate_ids(self, entries: Iterable[Path]) -> None:
        first: dict[str, Path] = {}
        for path in entries:
            other = first.setdefault(path.stem, path)
            if other is not path:
                self.report(path, "duplicate_id", id=path.stem, other=shown_path(other, self.root))
