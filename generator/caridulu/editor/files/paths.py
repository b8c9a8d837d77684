"""Files that the editor may write: YAML, pages in ``content/``, attachments in ``content/berkas/``.

What a browser sends is an id; the file behind it must be one that the project already has, or a
new one whose id is valid. Links that lead elsewhere are refused.
"""

import hashlib
from pathlib import Path

from caridulu.curation.writing import read_exact
from caridulu.knowledge.attachments import FOLDER
from caridulu.knowledge.model import KIND_OF_SUFFIX
from caridulu.site.build.write_site import SOURCES


class OutsideError(ValueError):
    """A file that the editor does not touch."""


def checked(root: Path, path: Path) -> Path:
    """Returns the path if it lies in one of the editor's folders, else raises ``OutsideError``."""
    inside = any(path.is_relative_to(root / folder) for folder in SOURCES)
    straight = inside and path.parent.resolve() == root.resolve() / path.parent.relative_to(root)
    is_page = path.suffix == ".md" and path.parent == root / "content"
    is_attachment = path.suffix in KIND_OF_SUFFIX and path.parent == root / FOLDER
    is_ours = is_page or is_attachment or path.suffix == ".yml"
    if not straight or path.is_symlink() or not is_ours or ".." in path.parts:
        raise OutsideError(str(path))
    return path


def text_of(root: Path, path: Path) -> str | None:
    """Reads a file that the editor may write; None when there is no such file."""
    try:
        return read_exact(checked(root, path))
    except FileNotFoundError:
        return None


def version(text: str | None) -> str:
    """Computes the hash of a file's text, as a form remembers it; empty for a new file."""
    return "" if text is None else hashlib.sha256(text.encode("utf-8")).hexdigest()


def version_on_disk(root: Path, path: Path) -> str:
    """Computes the same of a file as it is now."""
    return version(text_of(root, path))
