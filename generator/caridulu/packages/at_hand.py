"""Packages that are called by their name: those of this program, and others installed."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

from caridulu.knowledge import Office, Problem, check, notice, read_yaml
from caridulu.knowledge.model import PackageFile
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.packages.copies import GROUP, RECIPE, SHIPPED, PackageError, read_package
from caridulu.packages.updating import shared_names


@dataclass(frozen=True)
class PackageAtHand:
    """A package that is called by its name alone, and the ids of what it shares."""

    recipe: PackageFile
    shared: tuple[str, ...]


def packages_at_hand(root: Path) -> tuple[PackageAtHand, ...]:
    """Lists the packages that need no file or address, by their names."""
    shipped = {path.parent.name for folder in SHIPPED for path in folder.glob(f"*/{RECIPE}")}
    installed = {found.name for found in entry_points(group=GROUP)}
    return tuple(filter(None, (_at_hand(root, name) for name in sorted(shipped | installed))))


def newer_versions(root: Path) -> Iterator[Problem]:
    """Notices packages of a project that are at hand in a newer version than the project has."""
    file = read_yaml(root / OFFICE_FILE, root=root).file
    office = check(file, Office).value if file else None
    for number, pin in enumerate(office.packages if file and office else ()):
        there = _at_hand(root, pin.name) if pin.from_ == pin.name else None
        if file and there and _numbers(there.recipe.version) > _numbers(pin.version):
            place = file.at("packages", number, "version")
            values = {"name": pin.name, "version": there.recipe.version}
            yield notice(place, "packages.newer_version", **values)


def _numbers(version: str) -> list[int]:
    return list(map(int, version.split(".")))


def _at_hand(root: Path, name: str) -> PackageAtHand | None:
    try:
        recipe, texts = read_package(name, root=root)
    except PackageError:  # who names it in a terminal is told why
        return None
    return PackageAtHand(recipe, tuple(shared_names(texts)))
