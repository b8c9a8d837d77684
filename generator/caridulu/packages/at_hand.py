"""Packages that a new office can begin with: those of this program, and others installed."""

from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

from caridulu.knowledge.model import PackageFile
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


def _at_hand(root: Path, name: str) -> PackageAtHand | None:
    try:
        recipe, texts = read_package(name, root=root)
    except PackageError:  # who names it in a terminal is told why
        return None
    return PackageAtHand(recipe, tuple(shared_names(texts)))
