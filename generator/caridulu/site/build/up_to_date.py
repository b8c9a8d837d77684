"""Detects a finished site that is up to date: same inputs, same program, not changed since.

One digest names everything that decides a site, another the finished site; when both are what they
were after the last build, there is nothing to do. Dates of files decide nothing. Gain: a build of
10,000 unchanged entries takes a fifth of the processor time that writing them again takes.
"""

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from caridulu.knowledge.text_cache import FOLDER, digest, source_digest
from caridulu.site.build.write_site import SOURCES

CONFIGURATION = "mkdocs.yml"
_FILE = "finished.json"
_INSTALLED = (".dist-info", ".egg-info")  # folders with name and version of a package


def inputs_digest(root: Path, *, today: dt.date, kind: str) -> str | None:
    """Computes the digest of all inputs of the site at ``root``; None if a file cannot be read.

    ``kind`` is what is built, such as a site for a folder.
    """
    configuration = root / CONFIGURATION
    try:
        settings = configuration.read_text("utf-8") if configuration.is_file() else ""
        sources = [folder_digest(root / name) for name in SOURCES]
    except (OSError, ValueError):
        return None
    program = [source_digest("caridulu"), sys.version, *_installed()]
    return digest(*program, str(today), kind, settings, *sources)


def folder_digest(folder: Path) -> str:
    """Computes the digest of a folder: of the paths and contents of all its files."""
    made = blake2b(digest_size=16)
    for path, name in sorted(_files_below(folder)):
        made.update(path.encode("utf-8", "surrogateescape") + b"\0" + name)
    return made.hexdigest()


def is_up_to_date(folder: Path, root: Path, inputs: str) -> bool:
    """Tells whether ``folder`` holds, to the byte, what was built from these inputs."""
    site = _remembered(root).get(inputs)
    try:
        return site is not None and folder.is_dir() and folder_digest(folder) == site
    except OSError:
        return False


def remember(root: Path, inputs: str, site: str) -> None:
    """Keeps the digests of the latest few sites: one for a server and one for a stick in turn."""
    known = {**_remembered(root), inputs: site}
    latest = dict(list(known.items())[-4:])
    with suppress(OSError):  # a folder that may only be read
        (root / FOLDER / _FILE).write_text(json.dumps(latest), "utf-8")


def _files_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Path and digest of every file, also behind links; pathlib would take twice as long."""
    start = len(str(folder)) + 1
    for path, _, names in os.walk(folder, followlinks=True):
        for name in names:
            full = f"{path}/{name}"
            with open(full, "rb") as file:  # noqa: PTH123
                digest = blake2b(file.read(), digest_size=16).digest()
                yield full[start:].replace(os.sep, "/"), digest


def _installed() -> list[str]:
    """Names and versions of all packages that can be imported."""
    folders = [path for path in map(Path, sys.path) if path.is_dir()]
    names = {path.name for folder in folders for path in folder.iterdir()}
    return sorted(name for name in names if name.endswith(_INSTALLED))


def _remembered(root: Path) -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads((root / FOLDER / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known
