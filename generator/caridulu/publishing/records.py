"""The records kept at a target: its versions, and a deployment under way."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, TypeAdapter

from caridulu.publishing.failure import PublishingError

STATE = ".caridulu/"
MANIFEST, PLAN = f"{STATE}manifest.json", f"{STATE}plan.json"
PROGRESS, KEPT = f"{STATE}progress.json", f"{STATE}kept/"
VERSION = 1
UNKNOWN = "?"  # in the place of a hash: an interrupted deployment may have written there


def _inside(path: str) -> str:
    """Refuses a path that leads out of the site, whoever has written it down."""
    parts = path.split("/")
    if any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts):
        raise ValueError(path)
    return path


Inside = Annotated[str, AfterValidator(_inside)]  # a path in the site, or a hash below KEPT
Files = Mapping[Inside, str]  # path in the site -> SHA-256 of its content


@dataclass(frozen=True)
class Version:
    """One state of the site that was public, or is to be."""

    published: dt.datetime
    files: Files


@dataclass(frozen=True)
class Manifest:
    """What a target holds, after a deployment that was finished."""

    run: str = ""  # of the deployment that wrote it
    now: Version | None = None
    before: Version | None = None
    retired: Files = field(default_factory=dict)  # slices of older versions, still in place
    since: Mapping[str, str] = field(default_factory=dict)  # when each of them was replaced
    kept: frozenset[Inside] = frozenset()  # hashes below KEPT

    @property
    def files(self) -> Files:
        """The files of the public version; none before the first."""
        return self.now.files if self.now else {}


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
    steps: tuple[Inside, ...]  # files to send, in order
    batch: int  # of the steps, how many are under way at once
    keep: Files  # contents of the version before to put aside: path -> hash
    remove: tuple[Inside, ...]  # files to remove at the end
    drop: tuple[Inside, ...]  # hashes of contents that nobody needs any longer
    differs: Files = field(default_factory=dict)  # what an earlier interruption has left otherwise


@dataclass(frozen=True)
class SentSoFar:
    """How far a deployment has come: of its steps, so many have arrived."""

    run: str
    at: dt.datetime
    arrived: int


Record = TypeVar("Record", Manifest, Plan, SentSoFar)
_FORMS: Mapping[type, TypeAdapter[Any]] = {
    kind: TypeAdapter(kind) for kind in (Manifest, Plan, SentSoFar)
}


def record_text(record: Manifest | Plan | SentSoFar) -> bytes:
    """Writes a record as it lies at the target: each value on its line, for hosts with a history.

    Indentation would take five times as long.
    """
    rows = {"version": VERSION, **vars(record)}
    text = json.dumps(
        rows, ensure_ascii=False, separators=(",\n", ": "), sort_keys=True, default=_plain
    )
    return f"{text}\n".encode()


def _plain(value: Manifest | Version | dt.datetime | frozenset[str]) -> object:
    if isinstance(value, dt.datetime):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else vars(value)


def read_manifest(content: bytes | None) -> Manifest:
    """Reads what a target holds; nothing where nothing was sent yet.

    A first deployment that was undone leaves versions without a file: these are none.
    """
    if content is None:
        return Manifest()
    read = _read(content, MANIFEST, Manifest)
    now, before = (one if one and one.files else None for one in (read.now, read.before))
    return replace(read, now=now, before=before)


def read_plan(content: bytes | None) -> Plan | None:
    """Reads the deployment that is under way, if there is one."""
    return None if content is None else _read(content, PLAN, Plan)


def read_progress(content: bytes | None, plan: Plan) -> SentSoFar:
    """Reads how far ``plan`` has come; notes of another deployment count for nothing."""
    none = SentSoFar(plan.run, plan.started, 0)
    read = none if content is None else _read(content, PROGRESS, SentSoFar)
    return read if read.run == plan.run else none


def _read(content: bytes, path: str, kind: type[Record]) -> Record:
    """Reads a file of the target's; one that we do not understand is left alone, aloud."""
    try:
        values = json.loads(content)
        if values["version"] != VERSION:
            raise PublishingError("newer_record", path=path)
        named = {one.name: values[one.name] for one in fields(kind)}
        read: Record = _FORMS[kind].validate_python(named)
    except (ValueError, KeyError, TypeError) as error:
        raise PublishingError("broken_record", path=path) from error
    return read
