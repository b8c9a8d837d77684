"""Which state of the project each target shows, as published from this computer.

``.caridulu/published.json`` in the project may be deleted at any time; then it is not known what
has changed since.
"""

import datetime as dt
import hashlib
import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from caridulu.curation.writing import write_all
from caridulu.knowledge.model import Status, Target
from caridulu.knowledge.project_files import OFFICE_FILE, PACKAGES
from caridulu.publishing.records import Files
from caridulu.site.serve.source_changes import source_stamps

NOTES = Path(".caridulu") / "published.json"
VERSION = 1
KEPT = 2  # the public version and the one before
# What the office's file says for this program only, with the lines that belong to it.
_OURS = re.compile(rb"^(?:deploy|officers):.*\n(?:(?:[ \t-].*)?\n)*", re.M)
_STATUS = re.compile(rb"^status: *([a-z]+)", re.M)
_OVER_PACKAGE = re.compile(rb"^package:", re.M)  # which may be hidden by it
_HIDDEN = {one.value.encode() for one in Status if one is not Status.PUBLISHED}


@dataclass(frozen=True)
class Published:
    """One version that was published from here; ``sources`` are empty where they are not known."""

    at: dt.datetime
    sources: Mapping[str, str]


_TARGETS = TypeAdapter(dict[str, tuple[Published, ...]])


class SourceFingerprints:
    """Computes fingerprints of a site's source files; reads only changed files again.

    Drafts and archived files have none: nothing of the site depends on them.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, tuple[list[int], str]] = {}

    def now(self) -> dict[str, str]:
        """Returns the fingerprint of each source file by its path in the project."""
        read = {}
        for path, *stamp in source_stamps(self._root):
            with suppress(FileNotFoundError):  # gone already
                read[path] = self._fingerprint(path, stamp)
        self._read = read
        start = len(str(self._root / "-")) - 1  # of the folder in which one stands: 0
        known = ((path, read[path][1]) for path in sorted(read))
        return {path[start:].replace(os.sep, "/"): one for path, one in known if one}

    def _fingerprint(self, path: str, stamp: list[int]) -> tuple[list[int], str]:
        known = self._read.get(path)
        if known and known[0] == stamp:
            return known
        content = Path(path).read_bytes()
        if _posix(path).endswith(f"/{OFFICE_FILE}"):
            content = _OURS.sub(b"", content)
        return stamp, "" if _is_hidden(path, content) else hashlib.sha256(content).hexdigest()


def _is_hidden(path: str, content: bytes) -> bool:
    """Tells whether visitors see nothing of a file, nor of a package's entry below it."""
    if _posix(path).endswith("/content/import.yml"):
        return True
    if not path.endswith(".yml") or f"/kb/{PACKAGES}/" in _posix(path):
        return False
    status = _STATUS.search(content)
    return bool(status and status[1] in _HIDDEN) and not _OVER_PACKAGE.search(content)


def _posix(path: str) -> str:
    """Writes a path with ``/``, also before its first part: the root may be ``.``."""
    return "/" + path.replace(os.sep, "/")


def changed_sources(before: Files, now: Files) -> tuple[str, ...]:
    """Lists the files that differ between two states, sorted."""
    return tuple(path for path in sorted({*before, *now}) if before.get(path) != now.get(path))


def last_published(root: Path, target: Target) -> Published | None:
    """Returns what is public at a target; None where nothing was published from here."""
    return next(iter(versions_of(root, target)), None)


def versions_of(root: Path, target: Target) -> tuple[Published, ...]:
    """Returns the versions published from here to a target, the public one first."""
    return _notes(root).get(target.place, ())


def note_published(root: Path, target: Target, at: dt.datetime, sources: Files) -> None:
    earlier = (one for one in versions_of(root, target) if one.at != at)
    _write(root, target, (Published(at, sources), *earlier))


def note_back(root: Path, target: Target, at: dt.datetime | None) -> None:
    """Notes that a target shows an earlier version again; None where it shows nothing."""
    known = versions_of(root, target)
    wanted = [one for one in known if one.at == at]
    if at and not wanted:
        wanted = [Published(at, {})]
    _write(root, target, (*wanted, *(one for one in known if one.at != at)) if at else ())


def _write(root: Path, target: Target, versions: tuple[Published, ...]) -> None:
    targets = _TARGETS.dump_python({**_notes(root), target.place: versions[:KEPT]}, mode="json")
    notes = {"version": VERSION, "targets": targets}
    with suppress(OSError):  # the site is public all the same
        write_all({root / NOTES: json.dumps(notes, ensure_ascii=False, indent=0) + "\n"})


def _notes(root: Path) -> Mapping[str, tuple[Published, ...]]:
    try:
        notes = json.loads((root / NOTES).read_text("utf-8"))
        return _TARGETS.validate_python(notes["targets"] if notes["version"] == VERSION else {})
    except (OSError, ValueError, KeyError, TypeError):
        return {}
