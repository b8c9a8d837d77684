"""Reads the files of a project, and finds which of them is an entry, a service or a page."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from caridulu.knowledge.model import SLUG_PATTERN
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.site_names import DIRECT_PREFIX, REFERRAL_PREFIX
from caridulu.knowledge.yaml.reader import TextReading, decode, read_text, shown_path

SLUG = re.compile(SLUG_PATTERN)
ID_LENGTH = 80
LITTER = frozenset({"thumbs.db", "desktop.ini"})  # left by Windows; hidden files are left out too
OFFICE_FILE = "content/office.yml"
PACKAGES = "paket"  # the folder in kb/ with copies of packages
SERVICES = "services"  # the folder with services, in content/ and in packages
RESERVED = frozenset({PACKAGES, SERVICES})  # no category is called so
PACKAGE_FILES = ("package.yml", "categories.yml", "lexicon.yml", "referrals.yml", "links.yml")
YAML_SUFFIXES = frozenset({".yml", ".yaml"})


@dataclass(frozen=True)
class Children:
    """What a folder holds, sorted; a folder called ``x.yml`` counts as a file."""

    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()

    def named(self, name: str) -> Path | None:
        return next((path for path in self.files if path.name == name), None)

    def with_suffix(self, suffix: str) -> tuple[Path, ...]:
        return tuple(path for path in self.files if path.suffix == suffix)


@dataclass(frozen=True)
class ProjectFiles:
    """The files below ``root`` as they lie on the disk, or as ``changes`` would make them.

    ``changes`` are texts by path from ``root``; None takes a file away.
    """

    root: Path
    changes: Mapping[str, str | None] = field(default_factory=dict)

    def shown(self, path: Path) -> str:
        """Writes a path as problems name it: from the project's root, with slashes."""
        return shown_path(path, self.root)

    def read(self, path: Path) -> TextReading:
        """Reads the text of one file."""
        shown = self.shown(path)
        changed = self.changes.get(shown)
        if changed is None:
            return read_text(path, root=self.root)
        return decode(changed.encode("utf-8", "surrogatepass"), path=shown)

    def has_folder(self, folder: Path) -> bool:
        within = (folder == one or folder in one.parents for one in self._written)
        return folder.is_dir() or any(within)

    def children(self, folder: Path) -> Children:
        """Lists a folder, without hidden files and litter; ``OSError`` if nobody may."""
        new_folders = {one for one in self._written if one.parent == folder}
        there = self._written.get(folder, set()) | new_folders
        if folder.is_dir():
            there |= set(folder.iterdir())
        there -= self._gone
        shown = [
            path
            for path in sorted(there, key=lambda path: path.name)
            if not path.name.startswith(".") and path.name.lower() not in LITTER
        ]
        folders = {
            path
            for path in shown
            if path in new_folders or (path.suffix != ".yml" and path.is_dir())
        }
        return Children(
            tuple(path for path in shown if path not in folders),
            tuple(path for path in shown if path in folders),
        )

    @cached_property
    def _written(self) -> dict[Path, set[Path]]:
        """Changed files that are there, by folder."""
        found: dict[Path, set[Path]] = {}
        for name, text in self.changes.items():
            if text is not None:
                path = self.root / name
                found.setdefault(path.parent, set()).add(path)
        return found

    @cached_property
    def _gone(self) -> set[Path]:
        return {self.root / name for name, text in self.changes.items() if text is None}


@dataclass(frozen=True)
class PackageCopy:
    """A package as it lies in ``kb/paket/``."""

    folder: Path
    files: tuple[Path, ...]  # of which each package has one
    entries: tuple[Path, ...]
    services: tuple[Path, ...] = ()

    @property
    def name(self) -> str:
        return self.folder.name

    def file(self, name: str) -> Path | None:
        """Finds one of the files beside entries and services."""
        return next((path for path in self.files if path.name == name), None)


@dataclass(frozen=True)
class Layout:
    """The files of a project, each list sorted by path; single files may be absent."""

    office: Path | None
    categories: Path | None
    lexicon: Path | None
    referrals: Path | None
    tables: Path | None  # of the exports that are imported: their columns
    services: tuple[Path, ...]
    pages: tuple[Path, ...]
    entries: tuple[Path, ...]
    attachments: tuple[Path, ...]
    has_kb: bool
    problems: tuple[Problem, ...]
    packages: tuple[PackageCopy, ...] = ()

    def packaged(self, path: Path) -> tuple[PackageCopy, Path] | None:
        """Finds the package's file below an office's file, or the package's file itself."""
        is_service = path.parent.name == SERVICES
        found = (
            (copy, one)
            for copy in self.packages
            for one in (copy.services if is_service else copy.entries)
            if one.stem == path.stem
        )
        return next(found, None)


def own_name(name: str) -> str:
    """Names the office's file that is laid over one of a package, both from their folder.

    ``surat/sktm.yml`` -> ``kb/surat/sktm.yml``, ``services/surat.yml`` ->
    ``content/services/surat.yml``
    """
    return f"content/{name}" if name.startswith(f"{SERVICES}/") else f"kb/{name}"


def own_path(root: Path, path: Path) -> Path:
    """Returns the office's file for a path: for a package's file, the one merged over it."""
    packages = root / "kb" / PACKAGES
    if not path.is_relative_to(packages):
        return path
    return root / own_name("/".join(path.relative_to(packages).parts[1:]))


def packaged_path(root: Path, path: Path) -> Path | None:
    """Finds on the disk the package's file below an office's file; None if there is none."""
    is_service = path.parent == root / "content" / SERVICES
    if path.suffix != ".yml" or not (is_service or path.parent.parent == root / "kb"):
        return None
    shelf = SERVICES if is_service else "*"
    found = sorted((root / "kb" / PACKAGES).glob(f"*/{shelf}/{path.name}"))
    return next((one for one in found if is_service or one.parent.name != SERVICES), None)


def valid_id(stem: str) -> bool:
    """Tells whether a file's stem can be an id and thus an address."""
    return len(stem) <= ID_LENGTH and SLUG.fullmatch(stem) is not None


def find_files(files: ProjectFiles) -> Layout:
    """Finds the role of each file of a project, and what is wrong with names and folders."""
    finder = _Finder(files)
    root = files.root
    content, kb = finder.children(root / "content"), finder.children(root / "kb")
    if files.has_folder(root / "content") or files.has_folder(root / "kb"):
        finder.check_content(content)
        finder.check_kb(kb)
    else:
        finder.report(root / OFFICE_FILE, "no_project")
    attachments = finder.attachments(root / "content" / "berkas")
    pages = content.with_suffix(".md")
    packages = finder.packages(root / "kb" / PACKAGES)
    shared_entries = tuple(path for copy in packages for path in copy.entries)
    shared_services = tuple(path for copy in packages for path in copy.services)
    shelves = [folder for folder in kb.folders if folder.name != PACKAGES]
    own_entries = tuple(path for shelf in shelves for path in finder.only_yaml(shelf))
    entries = _with_shared(own_entries, shared_entries)
    services = _with_shared(finder.only_yaml(root / "content" / SERVICES), shared_services)
    finder.check_ids((*services, *pages, *entries))
    finder.check_prefixes(entries)
    for paths in (own_entries, shared_entries, shared_services):
        finder.check_duplicate_ids(paths)
    return Layout(
        office=content.named("office.yml"),
        categories=kb.named("categories.yml"),
        lexicon=kb.named("lexicon.yml"),
        referrals=kb.named("referrals.yml"),
        tables=content.named("import.yml"),
        services=services,
        pages=pages,
        entries=entries,
        attachments=attachments,
        has_kb=files.has_folder(root / "kb"),
        problems=tuple(finder.problems),
        packages=packages,
    )


def _with_shared(own: tuple[Path, ...], shared: tuple[Path, ...]) -> tuple[Path, ...]:
    """Adds what packages have and the office has no file of."""
    names = {path.stem for path in own}
    return (*own, *(path for path in shared if path.stem not in names))


class _Finder:
    """Lists folders, and collects problems of the names in them."""

    def __init__(self, files: ProjectFiles) -> None:
        self.files = files
        self.problems: list[Problem] = []

    @cached_property
    def _root(self) -> Path:
        return self.files.root.resolve()

    def report(self, path: Path, name: str, /, **values: object) -> None:
        place = Location(self.files.shown(path))
        self.problems.append(finding(place, f"knowledge.{name}", **values))

    def children(self, folder: Path) -> Children:
        """Lists a folder; gives nothing where that is a problem."""
        try:
            if folder.is_dir() and not folder.resolve().is_relative_to(self._root):
                self.report(folder, "outside")
                return Children()
            return self.files.children(folder)
        except OSError:
            self.report(folder, "unreadable")
            return Children()

    def check_content(self, content: Children) -> None:
        """Reports files that do not belong into ``content``, and a missing office."""
        yaml_files = [path for path in content.files if path.suffix.lower() in YAML_SUFFIXES]
        self.misplaced(yaml_files, expected=("office.yml", "import.yml"))
        self.required(content.named("office.yml"), self.files.root / OFFICE_FILE)

    def check_kb(self, kb: Children) -> None:
        """Reports files that do not belong into ``kb``, and missing categories."""
        root = self.files.root
        self.misplaced(kb.files, expected=("categories.yml", "lexicon.yml", "referrals.yml"))
        if self.files.has_folder(root / "kb"):
            self.required(kb.named("categories.yml"), root / "kb/categories.yml")
        else:
            self.report(root / "kb", "no_kb")

    def attachments(self, folder: Path) -> tuple[Path, ...]:
        """Lists the files of a folder that may hold no other folders."""
        there = self.children(folder)
        for path in there.folders:
            self.report(path, "nested_folder")
        return there.files

    def only_yaml(self, folder: Path) -> tuple[Path, ...]:
        """Lists the ``.yml`` files of a folder that may hold nothing else."""
        children = self.children(folder)
        for path in children.folders:
            self.report(path, "nested_folder")
        self.misplaced(path for path in children.files if path.suffix != ".yml")
        return children.with_suffix(".yml")

    def packages(self, folder: Path) -> tuple[PackageCopy, ...]:
        if not self.files.has_folder(folder):
            return ()
        there = self.children(folder)
        self.misplaced(there.files)
        return tuple(filter(None, map(self._package, there.folders)))

    def _package(self, folder: Path) -> PackageCopy | None:
        """Lists the files of a package; None for a folder that an undone package has left empty."""
        there = self.children(folder)
        shelves = {shelf: self.only_yaml(shelf) for shelf in there.folders}
        if not there.files and not any(shelves.values()):
            return None
        self.misplaced(there.files, expected=PACKAGE_FILES)
        self.required(there.named(PACKAGE_FILES[0]), folder / PACKAGE_FILES[0])
        services = shelves.pop(folder / SERVICES, ())
        entries = tuple(path for paths in shelves.values() for path in paths)
        return PackageCopy(folder, there.with_suffix(".yml"), entries, services)

    def misplaced(self, paths: Iterable[Path], *, expected: tuple[str, ...] = ()) -> None:
        """Reports files that are not among the expected ones, or only nearly."""
        for path in paths:
            bare = Path(path.name.removesuffix(".txt"))  # which Notepad adds, and Windows hides
            right_name = bare.stem + ".yml"
            nearly = path.suffix != ".yml" and bare.suffix.lower() in YAML_SUFFIXES
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

    def check_prefixes(self, entries: Iterable[Path]) -> None:
        for path in entries:
            for prefix in (DIRECT_PREFIX, REFERRAL_PREFIX):
                if path.stem.startswith(prefix):
                    self.report(path, "reserved_prefix", value=path.stem, prefix=prefix)

    def check_duplicate_ids(self, entries: Iterable[Path]) -> None:
        first: dict[str, Path] = {}
        for path in entries:
            other = first.setdefault(path.stem, path)
            if other is not path:
                self.report(path, "duplicate_id", id=path.stem, other=self.files.shown(other))
