"""What is written down at the target: its versions, and a deployment that is under way."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from caridulu.publishing.failure import PublishingError

STATE = ".caridulu/"
MANIFEST, PLAN = f"{STATE}manifest.json", f"{STATE}plan.json"
PROGRESS, KEPT = f"{STATE}progress.json", f"{STATE}kept/"
VERSION = 1
UNKNOWN = "?"  # in the place of a hash: an interrupted deployment may have written there

Files = Mapping[str, str]  # path in the site -> SHA-256 of its content


@dataclass(frozen=True)
class Version:
    """One state of the site that was public, or is to be."""

    published: dt.datetime
    files: Files

    def values(self) -> dict[str, Any]:
        """Returns what is written down."""
        return {"published": self.published.isoformat(), "files": dict(sorted(self.files.items()))}


@dataclass(frozen=True)
class Manifest:
    """What a target holds, after a deployment that was finished."""

    run: str = ""  # of the deployment that wrote it
    now: Version | None = None
    before: Version | None = None
    retired: Files = field(default_factory=dict)  # slices of older versions, still in place
    since: Mapping[str, str] = field(default_factory=dict)  # when each of them was replaced
    kept: frozenset[str] = frozenset()  # hashes below KEPT

    @property
    def files(self) -> Files:
        """The files of the public version; none before the first."""
        return self.now.files if self.now else {}

    def text(self) -> bytes:
        """Returns the file at the target."""
        return _text(
            run=self.run,
            now=self.now and self.now.values(),
            before=self.before and self.before.values(),
            retired=dict(sorted(self.retired.items())),
            since=dict(sorted(self.since.items())),
            kept=sorted(self.kept),
        )


class Phase(StrEnum):
    """KEEPING: nothing public has changed yet. SENDING: something may have."""

    KEEPING = "keeping"
    SENDING = "sending"


@dataclass(frozen=True)
class Plan:
    """A deployment that has begun; it is removed when that has ended."""

    run: str
    computer: str
    started: dt.datetime
    phase: Phase
    manifest: Manifest  # as it will be
    steps: tuple[str, ...]  # files to send, in order
    batch: int  # of the steps, how many are under way at once
    keep: Files  # contents of the version before to put aside: path -> hash
    remove: tuple[str, ...]  # files to remove at the end
    drop: tuple[str, ...]  # hashes of contents that nobody needs any longer
    differs: Files = field(default_factory=dict)  # what an earlier interruption has left otherwise

    def text(self) -> bytes:
        """Returns the file at the target."""
        return _text(
            run=self.run,
            computer=self.computer,
            started=self.started.isoformat(),
            phase=self.phase.value,
            manifest=json.loads(self.manifest.text()),
            steps=self.steps,
            batch=self.batch,
            keep=dict(sorted(self.keep.items())),
            remove=self.remove,
            drop=self.drop,
            differs=dict(sorted(self.differs.items())),
        )


@dataclass(frozen=True)
class Progress:
    """How far a deployment has come: of its steps, so many have arrived."""

    run: str
    at: dt.datetime
    arrived: int

    def text(self) -> bytes:
        """Returns the file at the target."""
        return _text(run=self.run, at=self.at.isoformat(), arrived=self.arrived)


def read_manifest(content: bytes | None) -> Manifest:
    """Reads what a target holds; nothing where nothing was sent yet."""
    return Manifest() if content is None else _read(content, MANIFEST, _manifest)


def read_plan(content: bytes | None) -> Plan | None:
    """Reads the deployment that is under way, if there is one."""
    return None if content is None else _read(content, PLAN, _plan)


def read_progress(content: bytes | None, plan: Plan) -> Progress:
    """Reads how far ``plan`` has come; notes of another deployment count for nothing."""
    none = Progress(plan.run, plan.started, 0)
    if content is None:
        return none
    read: Progress = _read(content, PROGRESS, _progress)
    return read if read.run == plan.run else none


def _text(**values: object) -> bytes:
    rows = {"version": VERSION, **values}
    return (json.dumps(rows, ensure_ascii=False, indent=0) + "\n").encode()


def _read(content: bytes, path: str, make: Any) -> Any:
    """Reads a file of the target's; one that we do not understand is left alone, aloud."""
    try:
        values = json.loads(content)
        if values["version"] != VERSION:
            raise PublishingError("newer_record", path=path)
        return make(values)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublishingError("broken_record", path=path) from error


def _version(values: Any) -> Version | None:
    if values is None:
        return None
    return Version(dt.datetime.fromisoformat(values["published"]), _files(values["files"]))


def _files(values: Any) -> dict[str, str]:
    """Paths of files, none of which leads out of the site."""
    files = {str(path): str(digest) for path, digest in values.items()}
    if not all(map(is_inside, files)):
        raise ValueError(values)
    return files


def is_inside(path: str) -> bool:
    """Whether a path stays within the site, whoever has written it down."""
    parts = path.split("/")
    return not any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts)


def _paths(values: Any) -> tuple[str, ...]:
    return tuple(_files(dict.fromkeys(values, "")))


def _hashes(values: Any) -> tuple[str, ...]:
    return tuple(path.removeprefix(KEPT) for path in _paths(f"{KEPT}{digest}" for digest in values))


def _manifest(values: Any) -> Manifest:
    return Manifest(
        run=str(values["run"]),
        now=_version(values["now"]),
        before=_version(values["before"]),
        retired=_files(values["retired"]),
        since=dict(values["since"]),
        kept=frozenset(_hashes(values["kept"])),
    )


def _plan(values: Any) -> Plan:
    return Plan(
        run=str(values["run"]),
        computer=str(values["computer"]),
        started=dt.datetime.fromisoformat(values["started"]),
        phase=Phase(values["phase"]),
        manifest=_manifest(values["manifest"]),
        steps=_paths(values["steps"]),
        batch=int(values["batch"]),
        keep=_files(values["keep"]),
        remove=_paths(values["remove"]),
        drop=_hashes(values["drop"]),
        differs=_files(values["differs"]),
    )


def _progress(values: Any) -> Progress:
    at = dt.datetime.fromisoformat(values["at"])
    return Progress(str(values["run"]), at, int(values["arrived"]))
