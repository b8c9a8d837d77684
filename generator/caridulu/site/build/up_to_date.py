"""A site that is there already: from the same files, by the same program, untouched since.

One digest names everything that decides a site, another the finished site; when both are what they
were after the last build, there is nothing to do. Dates of files decide nothing. Gain: a build of
10,000 unchanged entries takes a tenth of the time that it takes to write them again.
"""

import datetime as dt
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from caridulu.site.build.write_site import SOURCES
from caridulu.site.text_cache import FOLDER, digest, source_digest

CONFIGURATION = "mkdocs.yml"
_FILE = "finished.json"
_INSTALLED = (".dist-info", ".egg-info")  # folders with name and version of a package


def inputs_digest(root: Path, *, today: dt.date, kind: str) -> str | None:
    """Names all that decides the site of the office at ``root``; None if it cannot be told.

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


def folder_digest(folder: Path) -> str:
    """Names a finished site by all its files."""
    return _tree_digest(_names_below(folder))


def is_up_to_date(folder: Path, root: Path, inputs: str) -> bool:
    """Tells whether ``folder`` holds, to the byte, what was built from these inputs."""
    site = _remembered(root).get(inputs)
    if site is None or not folder.is_dir() or folder.is_symlink():
        return False
    try:
        return folder_digest(folder) == site
    except (OSError, _LinkedFolderError):
        return False


def remember(root: Path, inputs: str, site: str) -> None:
    """Keeps the digests of the latest few sites: one for a server and one for a stick in turn."""
    known = {**_remembered(root), inputs: site}
    latest = dict(list(known.items())[-4:])
    with suppress(OSError):  # a folder that may only be read
        (root / FOLDER / _FILE).write_text(json.dumps(latest), "utf-8")


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


def _remembered(root: Path) -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads((root / FOLDER / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known
