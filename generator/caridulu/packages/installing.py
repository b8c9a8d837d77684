"""A package taken into a project, or a newer version of it: the files that change, checked."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from caridulu.curation.writing import Content, read_exact
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.knowledge import LoadResult, Office, Problem, check, load, read_yaml
from caridulu.knowledge.model import PackageFile, PackagePin
from caridulu.knowledge.package_hash import package_hash
from caridulu.knowledge.problem import new_problems
from caridulu.knowledge.project_files import OFFICE_FILE, PACKAGES, SERVICES
from caridulu.knowledge.yaml.reader import shown_path
from caridulu.packages.copies import PackageError, read_package, yaml_files
from caridulu.packages.rows import CATEGORIES, PLACES, rows_in, with_rows, without_rows
from caridulu.packages.updating import PackageUpdate, shared_names, updated


@dataclass(frozen=True)
class PackageChange:
    """The files of a project with a package, or with a newer version; none when it is the same."""

    recipe: PackageFile
    texts: Mapping[Path, Content]
    problems: tuple[Problem, ...]  # that the project would then have, and has not now
    shared: tuple[str, ...]  # ids of entries, services as layanan:<id>
    update: PackageUpdate | None = None


def pins_of(root: Path) -> tuple[PackagePin, ...]:
    """Lists the office's pinned packages, also while a copy differs from its pin."""
    file = read_yaml(root / OFFICE_FILE, root=root).file
    office = check(file, Office).value if file else None
    return office.packages if office else ()


def install(
    root: Path, source: str, *, today: dt.date, is_new_office: bool = False
) -> PackageChange:
    """Copies a package into a project that does not have it, and pins it.

    Of the categories with which a new office begins, those that the package has, too, are left to
    it, with their icons, English names and order.
    """
    recipe, texts = read_package(source, root=root)
    loaded = load(root, today=today)
    if recipe.name in (pin.name for pin in pins_of(root)):
        raise PackageError("is_there", name=recipe.name)
    row = {"name": recipe.name, "version": recipe.version, "from": source}

    def pin(tree: Any) -> None:
        tree.setdefault("packages", []).append({**row, "sha256": package_hash(texts)})

    office = root / OFFICE_FILE
    files: dict[Path, Content] = {_folder(root, recipe.name) / n: t for n, t in texts.items()}
    files[office] = changed_yaml(read_exact(office), pin)
    if is_new_office:
        key, name = PLACES[CATEGORIES]
        path, theirs = root / name, rows_in(texts.get(CATEGORIES), key)
        files[path] = without_rows(read_exact(path), key, theirs)
    problems = _new_problems(root, files, loaded, today)
    return PackageChange(recipe, files, problems, tuple(shared_names(texts)))


def update(root: Path, pin: PackagePin, *, today: dt.date) -> PackageChange:
    """Takes in the version that lies where a package comes from."""
    change = unchecked_update(root, pin)
    if change.update is None:
        return change
    loaded = load(root, today=today)
    return replace(change, problems=_new_problems(root, change.texts, loaded, today))


def unchecked_update(root: Path, pin: PackagePin) -> PackageChange:
    """Compares that version with a project; nobody has looked for problems."""
    recipe, texts = read_package(pin.from_, root=root)
    if recipe.name != pin.name:
        raise PackageError("other_package", name=pin.name, other=recipe.name)
    folder, sha256 = _folder(root, pin.name), package_hash(texts)
    shared = tuple(shared_names(texts))
    before = {p.relative_to(folder).as_posix(): read_exact(p) for p in yaml_files(folder)}
    files: dict[Path, Content] = {folder / name: None for name in before if name not in texts}
    files |= {folder / name: text for name, text in texts.items() if before.get(name) != text}
    if sha256 == pin.sha256:  # a copy that was lost or changed is put back
        return PackageChange(recipe, files, (), shared)
    if package_hash(before) != pin.sha256:
        raise PackageError("base_changed", name=pin.name)
    own_paths = sorted((*root.glob("kb/*/*.yml"), *root.glob(f"content/{SERVICES}/*.yml")))
    own = {shown_path(path, root): read_exact(path) for path in own_paths}
    own_update = updated(pin.name, before=before, after=texts, own=own)
    files |= {root / name: text for name, text in own_update.texts.items()}
    files |= _kept_rows(root, before, texts)

    def repin(tree: Any) -> None:
        for row in tree["packages"]:
            if row["name"] == pin.name:
                row["version"], row["sha256"] = recipe.version, sha256

    office = root / OFFICE_FILE
    files[office] = changed_yaml(str(files.get(office) or read_exact(office)), repin)
    return PackageChange(recipe, files, (), shared, own_update)


def _folder(root: Path, name: str) -> Path:
    return root / "kb" / PACKAGES / name


def _kept_rows(
    root: Path, before: Mapping[str, str], after: Mapping[str, str]
) -> dict[Path, Content]:
    """Adds to the office's own files the rows that a package no longer has: texts lean on them."""
    files: dict[Path, Content] = {}
    for name, (key, place) in PLACES.items():
        left = {row["id"] for row in rows_in(after.get(name), key)}
        dropped = [row for row in rows_in(before.get(name), key) if row["id"] not in left]
        if dropped:
            path = root / place
            files[path] = with_rows(read_exact(path), key, dropped)
    return files


def _new_problems(
    root: Path, files: Mapping[Path, Content], before: LoadResult, today: dt.date
) -> tuple[Problem, ...]:
    changes = {shown_path(path, root): text for path, text in files.items()}
    texts = {name: text if isinstance(text, str) else None for name, text in changes.items()}
    return new_problems(load(root, today=today, changes=texts).problems, before.problems)
