"""Finished site -> folder, so that a failed build leaves the old site untouched."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.messages import message
from generator.site.addresses import ASSETS, NOT_FOUND
from generator.site.assemble import Site, output_path


class FolderError(ValueError):
    """The folder to build into holds something else."""


Contents = dict[str, str | bytes]


def site_texts(site: Site) -> dict[str, str]:
    """Every text of a site by its path in the folder."""
    return {output_path(page.path): page.html for page in site.pages} | dict(site.files)


def site_contents(site: Site) -> Contents:
    """Every file of a site by its path in the folder."""
    return {**site_texts(site), **dict(site.contents())}


def as_bytes(content: str | bytes) -> bytes:
    """A file's content as it is written."""
    return content if isinstance(content, bytes) else content.encode("utf-8")


def write_site(site: Site, folder: Path) -> None:
    """Write every page and file below ``folder``."""
    made: set[str] = set()
    for name, content in site_contents(site).items():
        parent = name.rpartition("/")[0]
        if parent not in made:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        (folder / name).write_bytes(as_bytes(content))


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new folder beside ``folder`` that takes its place when the block ends without an error."""
    if not may_replace(folder):
        raise FolderError(message("site.not_our_folder", path=folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        yield fresh
        _swap(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def may_replace(folder: Path) -> bool:
    """Whether nothing is lost: the folder is new, empty, or a site that was built before."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return False
    is_site = (folder / NOT_FOUND).is_file() and (folder / ASSETS).is_dir()
    return is_site or not folder.exists() or not any(folder.iterdir())


def _swap(fresh: Path, folder: Path) -> None:
    """Two renames; when the second fails, the old site comes back."""
    fresh.chmod(0o755)
    if not folder.exists():
        fresh.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    folder.rename(old / "site")
    try:
        fresh.rename(folder)
    except OSError:
        (old / "site").rename(folder)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
