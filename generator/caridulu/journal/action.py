"""One action of an officer, with the former content of each file."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

VERSION = 1
LOCAL = (".caridulu/", "ekspor/")  # belong to this computer
SHOWN_ONLY = "ekspor/percakapan/"  # conversations: what these files held is never kept
LISTS = (".caridulu/", "ekspor/sebutan/")
LINES = ("added", "removed")
MARK = b"\xef\xbb\xbf"


class ActionKind(StrEnum):
    """What was done."""

    SAVED = "saved"
    CREATED = "created"
    PUBLISHED = "published"
    ACCEPTED = "accepted"
    MERGED = "merged"
    JOINED = "joined"  # two drafts of one matter
    DIVIDED = "divided"  # a draft of two matters
    ARCHIVED = "archived"
    IMPORTED = "imported"
    HARVESTED = "harvested"
    REFUSED = "refused"  # entries, for a question that none of them answers
    PROPOSAL_ACCEPTED = "proposal_accepted"
    PROPOSAL_DROPPED = "proposal_dropped"
    READ = "read"
    APPROVED = "approved"
    ATTACHED = "attached"
    DETACHED = "detached"
    DISCARDED = "discarded"
    DROPPED = "dropped"  # a question, from the list of those without an answer
    SMALL_TALK = "small_talk"  # of an export, not to be shown again
    GROUPED = "grouped"  # questions without an answer that ask the same
    REVERTED = "reverted"
    RESTORED = "restored"
    EDITED = "edited"  # with a program of the officer's own
    PACKAGED = "packaged"
    PACKAGE_READ = "package_read"
    SCHEMAS = "schemas"
    FOUND = "found"  # in Git, after the journal had been damaged


@dataclass(frozen=True)
class FileChange:
    path: str  # from the project's root, with slashes
    before: bytes | None  # what the file held; None when there was none
    after: str  # the fingerprint of what it holds since; empty when it was taken away
    # Lines that a list of this computer gained and lost; these stand for what it held, because the
    # list goes on growing.
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    is_forgotten: bool = False  # what it held is no longer kept
    # Bytes of a conversation that stay when what was added behind them is taken back.
    grown_from: int = 0

    @property
    def is_local(self) -> bool:
        """Whether the file belongs to this computer and is never sent."""
        return self.path.startswith(LOCAL)

    @property
    def is_list(self) -> bool:
        """Whether it is a list of this computer, of which an action changes single lines."""
        return self.path.startswith(LISTS)


@dataclass(frozen=True)
class Action:
    """One recorded action; all of its files were written together."""

    id: str  # sorts by time
    kind: ActionKind
    at: float  # seconds since 1970
    by: str  # who did it, as far as the computer knows
    files: tuple[FileChange, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files of the project that it changed."""
        return tuple(file.path for file in self.files if not file.is_local)

    @property
    def is_forgotten(self) -> bool:
        """Whether what its files held before is no longer kept."""
        return any(file.is_forgotten for file in self.files)


def fingerprint(content: bytes | None) -> str:
    """Computes the hash of a file's content, ignoring line ends and byte order mark."""
    if content is None:
        return ""
    return hashlib.sha256(content.removeprefix(MARK).replace(b"\r\n", b"\n")).hexdigest()


def to_json(action: Action) -> str:
    """Writes an action as it is kept."""
    kept = {
        "version": VERSION,
        "kind": action.kind.value,
        "at": action.at,
        "by": action.by,
        "files": [_file_to_json(file) for file in action.files],
    }
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def of_json(name: str, text: str) -> Action:
    """Reads an action; ``ValueError`` or ``KeyError`` when it is damaged."""
    kept = json.loads(text)
    if not isinstance(kept, dict) or kept.get("version") != VERSION:
        raise ValueError(name)
    kind = ActionKind(kept["kind"]) if kept["kind"] in set(ActionKind) else ActionKind.SAVED
    files = tuple(_file_of_json(file) for file in kept["files"])
    return Action(name, kind, float(kept["at"]), str(kept["by"]), files)


def _file_to_json(file: FileChange) -> dict[str, Any]:
    kept: dict[str, Any] = {"path": file.path, "after": file.after}
    if file.is_forgotten:
        kept["forgotten"] = True
    elif file.before is not None:
        try:
            kept["before"] = file.before.decode("utf-8")
        except UnicodeDecodeError:
            kept["before_base64"] = base64.b64encode(file.before).decode("ascii")
    if file.grown_from:
        kept["grown_from"] = file.grown_from
    kept |= {name: list(getattr(file, name)) for name in LINES if getattr(file, name)}
    return kept


def _file_of_json(kept: Mapping[str, Any]) -> FileChange:
    before: bytes | None = None
    if "before" in kept:
        before = str(kept["before"]).encode("utf-8")
    elif "before_base64" in kept:
        before = base64.b64decode(kept["before_base64"])
    added, removed = (tuple(kept.get(name, ())) for name in LINES)
    path, after = str(kept["path"]), str(kept["after"])
    if PurePosixPath(path).is_absolute() or ".." in path.split("/") or "\\" in path:
        raise ValueError(path)  # undoing writes only in the project
    grown_from = int(kept.get("grown_from", 0))
    return FileChange(path, before, after, added, removed, bool(kept.get("forgotten")), grown_from)
