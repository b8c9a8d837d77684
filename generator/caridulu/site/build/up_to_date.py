"""A site that is there already: from the same files, by the same program, untouched since.

Everything that decides a site is read and named by one digest, and so is the finished site; when
both are what they were after the last build, there is nothing to do. Dates of files decide nothing.
"""

import datetime as dt
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from caridulu.site.build.cache import digest, source_digest
from caridulu.site.build.write_site import as_bytes

SOURCES = ("content", "kb")
CONFIGURATION = "mkdocs.yml"
_FILE = "finished.json"
_INSTALLED = (".dist-info", ".egg-info")  # folders with name and version of a package


def inputs_digest(root: Path, *, today: dt.date, kind: str) -> str | None:
    """A name for all that decides the site of the office at ``root``; None if it cannot be told.

    Args:
        root: the office's project.
        today: decides which entries are past their review date.
        kind: what is built, such as a site for a folder.
    """
    configuration = root / CONFIGURATION
    try:
        settings = configuration.read_bytes() if configuration.is_file() else b""
        sources = [_tree_digest(_names_below(root / name)) for name in SOURCES]
    except (OSError, _LinkedFolderError):
        return None
    program = [source_digest("caridulu"), sys.version, *_installed()]
    return digest(*program, str(today), kind, _name(settings).hex(), *sources)


def site_digest(contents: Mapping[str, str | bytes]) -> str:
    """A name for a site, given as its files."""
    return _tree_digest((path, _name(as_bytes(content))) for path, content in contents.items())


def is_finished(folder: Path, cache: Path, inputs: str) -> bool:
    """Whether ``folder`` holds what was built from these inputs, to the byte."""
    site = _remembered(cache).get(inputs)
    if site is None or not folder.is_dir() or folder.is_symlink():
        return False
    try:
        return _tree_digest(_names_below(folder)) == site
    except (OSError, _LinkedFolderError):
        return False


def remember(cache: Path, inputs: str, site: str) -> None:
    """Keep the latest few sites in mind: a folder and a stick are built in turn."""
    known = {**_remembered(cache), inputs: site}
    latest = dict(list(known.items())[-4:])
    try:
        (cache / _FILE).write_text(json.dumps(latest), "utf-8")
    except OSError:  # a folder that may only be read
        return


class _LinkedFolderError(Exception):
    """A folder that is elsewhere; what it holds is not looked at."""


def _names_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file by its path from ``folder``, with a name for its content."""
    start = len(str(folder)) + 1
    for path, folders, names in os.walk(folder):
        if any(os.path.islink(f"{path}/{name}") for name in folders):  # noqa: PTH114
            raise _LinkedFolderError
        for name in names:
            full = (
                f"{path}/{name}"  # a site has 20,000 files: pathlib would take as long as reading
            )
            with open(full, "rb") as file:  # noqa: PTH123
                yield full[start:].replace(os.sep, "/"), _name(file.read())


def _name(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()


def _tree_digest(names: Iterable[tuple[str, bytes]]) -> str:
    made = blake2b(digest_size=16)
    for path, name in sorted(names):
        made.update(path.encode("utf-8", "surrogateescape") + b"\0" + name)
    return made.hexdigest()


def _installed() -> list[str]:
    """Names and versions of all packages that can be imported."""
    folders = [path for path in map(Path, sys.path) if path.is_dir()]
    names = {name for folder in folders for name in os.listdir(folder)}  # noqa: PTH208
    return sorted(name for name in names if name.endswith(_INSTALLED))


def _remembered(cache: Path) -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads((cache / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known
