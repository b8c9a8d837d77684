"""Files that the editor may write: YAML in ``kb/`` and ``content/``, and pages in ``content/``.

What a browser sends is an id; the file behind it must be one that the project already has, or a
new one whose id is valid. Links that lead elsewhere are refused.
"""

import hashlib
from pathlib import Path

from caridulu.curation.dry_run import FOLDERS
from caridulu.curation.writing import read_exact
from caridulu.knowledge.yaml.reader import shown_path


class PlaceError(ValueError):
    """A file that the editor does not touch."""


def checked(root: Path, path: Path) -> Path:
    """The path, if it certainly lies in one of the editor's folders."""
    home = root.resolve()
    inside = any(path.is_relative_to(root / folder) for folder in FOLDERS)
    straight = path.parent.resolve() == home / path.parent.relative_to(root) if inside else False
    is_page = path.suffix == ".md" and path.parent == root / "content"
    is_ours = is_page or path.suffix == ".yml"
    if not straight or path.is_symlink() or not is_ours or ".." in path.parts:
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
