"""Plans which files a deployment sends, keeps and removes; writes nothing.

``now`` becomes ``before``: of the files that differ, the new contents travel and the old ones are
put aside. ``back`` is the same with the two in each other's place.
"""

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from caridulu.publishing import records
from caridulu.publishing.stages import is_slice, travel_order

# Slices of the version before the version before stay this long after they were replaced: who
# published twice in a row has visitors who still have the first page open.
GRACE = dt.timedelta(hours=1)
BATCH = 40  # files between two notes of how many have arrived


@dataclass(frozen=True)
class AtTarget:
    """The files at a target: by its manifest, and after an interruption by plan and progress."""

    manifest: records.Manifest
    plan: records.Plan | None = None  # interrupted
    progress: records.SentSoFar | None = None

    @property
    def is_interrupted(self) -> bool:
        """Whether something public may be half of one version, half of another."""
        return self.plan is not None and self.plan.phase is records.Phase.SENDING

    @property
    def kept(self) -> records.Files:
        """Contents of the public version that an interrupted deployment has put aside."""
        return self.plan.keep if self.plan and self.is_interrupted else {}

    def files(self) -> dict[str, str]:
        """Returns our files at the target by path: their hash, or UNKNOWN."""
        return {**self.manifest.retired, **self.manifest.files, **self.differs()}

    def differs(self) -> dict[str, str]:
        """Returns what interrupted deployments have left otherwise than the manifest says."""
        if not (self.plan and self.progress and self.is_interrupted):
            return {}
        wanted = self.plan.manifest.files
        arrived = self.progress.arrived
        under_way = self.plan.steps[arrived:][: self.plan.batch]
        return {
            **self.plan.differs,
            **{path: wanted[path] for path in self.plan.steps[:arrived]},
            **dict.fromkeys(under_way, records.UNKNOWN),
        }


def planned(
    held: AtTarget,
    files: records.Files,
    *,
    computer: str,
    now: dt.datetime,
    before: records.Version | None,
    published: dt.datetime | None = None,
    forget: bool = False,
) -> records.Plan:
    """Compares a version with what a target holds, and plans the deployment.

    ``files`` are those of the version that is to be public, ``published`` when it was first sent,
    if not now. ``before`` is the version that ``back`` leads to afterwards; ``forget`` leaves
    nothing of earlier ones at the target.
    """
    there, run = held.files(), secrets.token_hex(8)
    send = sorted((path for path in files if there.get(path) != files[path]), key=travel_order)
    before = None if forget else before
    since = {} if forget else _staying(held, there, files, before, now)
    stay = {path: there[path] for path in since}
    keep = _to_keep(before, files, stay)
    gone = there.keys() - files.keys() - stay.keys()
    kept = frozenset(keep.values())
    aside = frozenset(held.plan.keep.values()) if held.plan else frozenset()
    return records.Plan(
        run=run,
        computer=computer,
        started=now,
        phase=records.Phase.KEEPING,
        manifest=records.Manifest(
            run=run,
            now=records.Version(published or now, files),
            before=before,
            retired=stay,
            since=since,
            kept=kept,
        ),
        steps=tuple(send),
        batch=BATCH,
        keep=keep,
        # Slices go after the pages that name them.
        remove=tuple(sorted(gone, key=travel_order, reverse=True)),
        drop=tuple(sorted((held.manifest.kept | aside) - kept)),
        differs=held.differs(),
    )


def _staying(
    held: AtTarget,
    there: records.Files,
    files: records.Files,
    before: records.Version | None,
    now: dt.datetime,
) -> dict[str, str]:
    """Finds slices that the new version does not name and that stay: path -> since when."""
    needed = before.files if before else {}
    since: dict[str, str] = {}
    for path in there:
        if not is_slice(path) or path in files:
            continue
        left = held.manifest.since.get(path, now.isoformat())
        if path in needed or now - dt.datetime.fromisoformat(left) < GRACE:
            since[path] = left
    return since


def _to_keep(
    before: records.Version | None, files: records.Files, stay: Mapping[str, str]
) -> dict[str, str]:
    """Finds contents of the version before that would be lost: path -> hash."""
    if before is None:
        return {}
    return {
        path: digest
        for path, digest in before.files.items()
        if files.get(path) != digest and path not in stay
    }
