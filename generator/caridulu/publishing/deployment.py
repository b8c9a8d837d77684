"""Deploys a version of the site to a host; finishes or undoes an interrupted deployment.

    settle    what the last deployment had only to clear away
    adopt     files of others that may be taken over are noted down as the version before
    keep      contents that would be lost are put aside: nothing public has changed yet
    send      slices, then what names them; after each batch, how many have arrived
    manifest  from here on the new version counts
    clear     what no longer belongs to the site

Whatever is written twice comes out the same, so a deployment that was killed is simply begun again.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import groupby

from caridulu.curation.progress import Progress
from caridulu.publishing import records
from caridulu.publishing.changes import BATCH, AtTarget, planned
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.hosts.host import Host
from caridulu.publishing.stages import is_slice, stage_of

SHOWN = 3  # files or answers of others that a sentence names
PATIENCE = dt.timedelta(minutes=10)  # a deployment from another computer that says nothing is over


@dataclass(frozen=True)
class Deployed:
    at: dt.datetime
    sent: int
    size: int  # bytes sent
    removed: int
    same: int  # files that were there already
    was_interrupted: bool  # whether an earlier deployment had not come to its end
    version: dt.datetime | None = None  # when the version was first public, after ``back``

    @property
    def is_new(self) -> bool:
        """Whether anything has changed at the target."""
        return bool(self.sent or self.removed) or self.was_interrupted


@dataclass(frozen=True)
class WayBack:
    """The plan that restores the version before; ``version`` has no files if there was none."""

    version: records.Version
    now: records.Version | None
    plan: records.Plan


@dataclass(frozen=True)
class Deployment:
    """Sends versions to one host."""

    host: Host
    computer: str  # whose interrupted deployments are known to be over
    now: dt.datetime
    on_progress: Progress = lambda *_: None  # in files
    note: str = ""  # for hosts that keep a history

    def look(self) -> AtTarget:
        """Reads what the target holds; ``PublishingError`` while another computer is publishing."""
        manifest = records.read_manifest(self.host.read(records.MANIFEST))
        plan = records.read_plan(self.host.read(records.PLAN))
        if plan is None:
            return AtTarget(manifest)
        progress = records.read_progress(self.host.read(records.PROGRESS), plan)
        if plan.computer != self.computer and self.now - progress.at < PATIENCE:
            raise PublishingError("busy", time=f"{progress.at.astimezone(self.now.tzinfo):%H.%M}")
        return AtTarget(manifest, plan, progress)

    def planned(
        self, site: Mapping[str, bytes], *, take_over: bool = False, forget: bool = False
    ) -> records.Plan:
        """Returns what ``deploy`` would do, without doing it."""
        held, files = self.look(), hashes(site)
        held, _ = self._adopted(held, files, take_over=take_over)
        return self._plan(held, files, forget=forget)

    def deploy(
        self, site: Mapping[str, bytes], *, take_over: bool = False, forget: bool = False
    ) -> Deployed:
        """Makes a site public, of its files by path.

        ``take_over`` lets it replace files of others in its place, which ``back`` restores;
        ``forget`` leaves nothing of earlier versions at the target.
        """
        held, files = self._settled(), hashes(site)
        held, adopted = self._adopted(held, files, take_over=take_over)
        plan = self._plan(held, files, forget=forget)
        is_same = held.manifest.now is not None and held.manifest.now.files == files
        is_bare = not (held.manifest.before or held.manifest.retired or held.manifest.kept)
        if is_same and held.plan is None and (is_bare or not forget):
            at = held.manifest.now.published if held.manifest.now else self.now
            return Deployed(at, 0, 0, 0, len(files), was_interrupted=False)
        if adopted:
            self.host.write(records.MANIFEST, records.record_text(held.manifest))

        def put(path: str) -> int:
            self.host.write(path, site[path])
            return len(site[path])

        return self._carry_out(held, plan, put)

    def back(self) -> Deployed:
        """Makes the version before public; one that was interrupted is undone.

        ``PublishingError`` if there is none, or the target no longer has all of it.
        """
        held = self._settled()
        way = self._way_back(held)
        version, plan = way.version, way.plan
        sources = {path: f"{records.KEPT}{version.files[path]}" for path in plan.steps}

        def put(path: str) -> int:
            self.host.copy(sources[path], path)
            return 0

        done = self._carry_out(held, plan, put)
        return replace(done, version=version.published if version.files else None)

    def planned_back(self) -> WayBack:
        """Returns what ``back`` would do, without doing it; ``PublishingError`` as there."""
        held = self.look()
        is_over = held.plan is not None and held.plan.run == held.manifest.run
        return self._way_back(AtTarget(held.manifest) if is_over else held)

    def _way_back(self, held: AtTarget) -> WayBack:
        now, before = held.manifest.now, held.manifest.before
        if held.plan:
            version, next_before = now or records.Version(self.now, {}), before
        elif before:
            version, next_before = before, now
        else:
            raise PublishingError("no_version_before")
        plan = planned(
            held,
            version.files,
            computer=self.computer,
            now=self.now,
            before=next_before,
            published=version.published,
            forget=not version.files,
        )
        kept = held.manifest.kept | set(held.kept.values())
        sources = {f"{records.KEPT}{version.files[path]}" for path in plan.steps}
        is_there = self.host.present(sources).issuperset(sources)
        if not is_there or not {version.files[path] for path in plan.steps} <= kept:
            raise PublishingError("before_incomplete")
        return WayBack(version, now, plan)

    def _plan(self, held: AtTarget, files: records.Files, *, forget: bool) -> records.Plan:
        now = held.manifest.now
        before = now if now and now.files != files else held.manifest.before
        return planned(
            held, files, computer=self.computer, now=self.now, before=before, forget=forget
        )

    def _settled(self) -> AtTarget:
        """Clears away what a deployment that already counts has left."""
        held = self.look()
        if held.plan and held.plan.run == held.manifest.run:
            self._clear(held.plan)
            return AtTarget(held.manifest)
        return held

    def _adopted(
        self, held: AtTarget, files: records.Files, *, take_over: bool
    ) -> tuple[AtTarget, bool]:
        """Notes down files of others in the site's place, if they may be replaced."""
        there = held.files()
        new = [path for path in files if path not in there and not is_slice(path)]
        foreign = sorted(self.host.present(new))
        if not foreign:
            return held, False
        if not take_over:
            raise PublishingError("foreign_files", count=len(foreign), names=named(foreign))
        theirs = {path: _digest(self.host.read(path) or b"") for path in foreign}
        now = held.manifest.now or records.Version(self.now, {})
        adopted = replace(now, files={**now.files, **theirs})
        return replace(held, manifest=replace(held.manifest, now=adopted)), True

    def _carry_out(self, held: AtTarget, plan: records.Plan, put: Callable[[str], int]) -> Deployed:
        aside = held.manifest.kept | set(held.kept.values())
        if not held.is_interrupted:  # what an interrupted plan tells is needed until the next one
            self._note_plan(plan)
        lost = {digest: path for path, digest in plan.keep.items() if digest not in aside}
        self._side_by_side(
            lambda digest: self.host.copy(lost[digest], f"{records.KEPT}{digest}"), lost
        )
        plan = replace(plan, phase=records.Phase.SENDING)
        self._note_plan(plan)
        size = self._send(plan, put)
        self.host.write(records.MANIFEST, records.record_text(plan.manifest))
        self._clear(plan)
        self.host.finish(self.note)
        return Deployed(
            at=self.now,
            sent=len(plan.steps),
            size=size,
            removed=len(plan.remove),
            same=len(plan.manifest.files) - len(plan.steps),
            was_interrupted=held.is_interrupted,
        )

    def _note_plan(self, plan: records.Plan) -> None:
        if self.host.at_once:
            return
        self.host.write(records.PLAN, records.record_text(plan))
        noted = records.read_plan(self.host.read(records.PLAN))
        if noted is None or noted.run != plan.run:  # another computer began in the same moment
            raise PublishingError("busy", time=f"{self.now:%H.%M}")

    def _send(self, plan: records.Plan, put: Callable[[str], int]) -> int:
        """Sends the files of a plan, batch after batch; returns how many bytes they had."""
        size = arrived = 0
        with ThreadPoolExecutor(max_workers=self.host.lanes) as lanes:
            for batch in _batches(plan.steps):
                for sent in lanes.map(put, batch):
                    size += sent
                    arrived += 1
                    self.on_progress(arrived, len(plan.steps))
                if not self.host.at_once:
                    noted = records.SentSoFar(plan.run, self.now, arrived)
                    self.host.write(records.PROGRESS, records.record_text(noted))
        return size

    def _side_by_side(self, act: Callable[[str], None], each: Iterable[str]) -> None:
        with ThreadPoolExecutor(max_workers=self.host.lanes) as lanes:
            for _ in lanes.map(act, each):
                pass

    def _clear(self, plan: records.Plan) -> None:
        """Takes away what no longer belongs to the site, and at last the plan."""
        for _, stage in groupby(plan.remove, key=stage_of):
            self._side_by_side(self.host.remove, stage)
        self._side_by_side(self.host.remove, [f"{records.KEPT}{digest}" for digest in plan.drop])
        if not self.host.at_once:
            self.host.remove(records.PROGRESS)
            self.host.remove(records.PLAN)


def named(names: Sequence[str]) -> str:
    """Lists the first of some names for a sentence."""
    return ", ".join(names[:SHOWN]) + (", ..." if len(names) > SHOWN else "")


def hashes(site: Mapping[str, bytes]) -> dict[str, str]:
    """Returns the SHA-256 of each file."""
    return {path: _digest(content) for path, content in site.items()}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _batches(steps: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cuts the steps where a stage ends, and into pieces that travel side by side."""
    for _, stage in groupby(steps, key=stage_of):
        rest = tuple(stage)
        while rest:
            yield rest[:BATCH]
            rest = rest[BATCH:]
