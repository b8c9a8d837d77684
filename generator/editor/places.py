"""Files that the editor may write: YAML in ``kb/`` and ``content/``, found by name, never by path.

What a browser sends is an id; the file behind it must be one that the project already has, or a
new one whose id is valid. Links that lead elsewhere are refused.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from generator.curation.trial import FOLDERS
from generator.curation.writing import read_exact
from generator.knowledge.layout import Layout, valid_id
from generator.knowledge.reader import shown_path


class PlaceError(ValueError):
    """A file that the editor does not touch."""


def entry_file(layout: Layout, entry_id: str) -> Path | None:
    """The file of an existing entry."""
    return _with_stem(layout.entries, entry_id)


def service_file(layout: Layout, service_id: str) -> Path | None:
    """The file of an existing service standard."""
    return _with_stem(layout.services, service_id)


def _with_stem(paths: Iterable[Path], stem: str) -> Path | None:
    return next((path for path in paths if path.stem == stem), None)


def new_entry(root: Path, category: str, entry_id: str) -> Path:
    """Where a new entry is written."""
    if not valid_id(category) or not valid_id(entry_id):
        raise PlaceError(f"{category}/{entry_id}")
    return root / "kb" / category / f"{entry_id}.yml"


def checked(root: Path, path: Path) -> Path:
    """The path, if it certainly lies in one of the editor's folders."""
    home = root.resolve()
    inside = any(path.is_relative_to(root / folder) for folder in FOLDERS)
    straight = path.parent.resolve() == home / path.parent.relative_to(root) if inside else False
    if not straight or path.is_symlink() or path.suffix != ".yml" or ".." in path.parts:
        raise PlaceError(str(path))
    return path


def text_of(path: Path) -> str | None:
    """The file's text, or None when there is no such file."""
    try:
        return read_exact(path)
    except FileNotFoundError:
        return None


def version(text: str | None) -> str:
    """What a form remembers of the file that it was filled from; empty for a new one."""
    return "" if text is None else hashlib.sha256(text.encode("utf-8")).hexdigest()


def shown(root: Path, path: Path) -> str:
    """The path as problems name it."""
    return shown_path(path, root)
