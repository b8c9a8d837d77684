"""Names of the icons that texts may choose: those of Material's package, where it is installed."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path


def material_templates() -> Path | None:
    """Finds the folder of Material's templates without importing the package."""
    package = find_spec("material")
    folders = package.submodule_search_locations if package else None
    return Path(folders[0], "templates") if folders else None


@cache
def icon_names() -> frozenset[str]:
    """Lists names such as ``magnify``; empty without the package."""
    folder = material_templates()
    if folder is None:
        return frozenset()
    return frozenset(path.stem for path in (folder / ".icons/material").glob("*.svg"))
