"""Check, build, send: what ``caridulu deploy`` and the editor call."""

import datetime as dt
import hashlib
import re
import socket
import zoneinfo
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from caridulu.curation.progress import Progress
from caridulu.knowledge import load
from caridulu.knowledge.gc_paused import gc_paused
from caridulu.knowledge.model import Office, Target
from caridulu.publishing.deployment import Deployed, Deployment, named
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.local_lock import only_one
from caridulu.publishing.published_sources import (
    SourceFingerprints,
    last_published,
    note_back,
    note_published,
)
from caridulu.publishing.records import Files
from caridulu.publishing.targets import open_host
from caridulu.search.index.search_index import SearchIndex
from caridulu.site.build.pipeline import (
    build_site,
    check_project,
    sound_knowledge,
    stop_at_problems,
)

# The page of an entry; those of the office itself and of referrals have no file of their own.
ANSWER = re.compile(r"kb/(?!kantor-|rujukan-)([^/]+)/index\.html")


@dataclass(frozen=True)
class Publisher:
    """Publishes the project at ``root``; ``now`` gives the moment.

    A subclass may publish another site to other targets. A project with problems is a
    ``BuildError``, a target that is not reached or refuses a ``PublishingError``.
    """

    root: Path
    today: dt.date
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)

    def target(self, name: str | None = None) -> Target:
        """Returns the target of that code, or the first; ``PublishingError`` if there is none."""
        targets = self.targets()
        for target in targets:
            if name in (None, target.id):
                return target
        if not targets:
            raise PublishingError("no_targets")
        choices = ", ".join(target.id for target in targets)
        raise PublishingError("unknown_target", value=name, choices=choices)

    def targets(self) -> Sequence[Target]:
        return self.office().deploy

    def sources(self) -> Files:
        """Returns the project's files by fingerprint, to be taken before the site is built."""
        return SourceFingerprints(self.root).now()

    def finished_site(self) -> dict[str, bytes]:
        """Checks the project as ``caridulu check`` does and builds it; gives its files by path."""
        loaded = load(self.root, today=self.today)
        sound = loaded.knowledge if loaded.ok else None
        index = SearchIndex.of_knowledge(sound) if sound else None
        stop_at_problems(check_project(loaded, root=self.root, index=index))
        with gc_paused(for_good=True):
            site = build_site(self.root, today=self.today)
        return site.contents()

    def send(
        self,
        site: dict[str, bytes],
        target: Target,
        *,
        take_over: bool = False,
        forget: bool = False,
        sources: Files | None = None,
        on_progress: Progress = lambda *_: None,
    ) -> Deployed:
        """Makes a site public at a target, as ``Deployment.deploy`` does it.

        ``sources`` are what it was built from, to be noted down.
        """
        with only_one(self.root), self.deployment(target, on_progress) as deployment:
            self._check_still_there(deployment, target)
            if sources and not take_over:
                self._check_all_known(deployment, target, site)
            done = deployment.deploy(site, take_over=take_over, forget=forget)
        note_published(self.root, target, done.at, sources or {})
        return done

    def _check_still_there(self, deployment: Deployment, target: Target) -> None:
        """Refuses a target that has lost the site: its share may not be connected."""
        held = deployment.look()
        is_empty = held.manifest.now is None and held.plan is None
        if is_empty and last_published(self.root, target):
            raise PublishingError("target_lost", place=target.place)

    def _check_all_known(
        self, deployment: Deployment, target: Target, site: Mapping[str, bytes]
    ) -> None:
        """Refuses to withdraw answers that a colleague published and this folder does not have."""
        there, last = deployment.look().manifest, last_published(self.root, target)
        if there.now and last and there.now.published == last.at:
            return
        ours = (path.stem for path in (self.root / "kb").rglob("*.yml"))
        gone = there.files.keys() - site.keys()
        codes = {found[1] for path in gone if (found := ANSWER.fullmatch(path))}
        if unknown := sorted(codes.difference(ours)):
            raise PublishingError("unknown_answers", count=len(unknown), names=named(unknown))

    def back(self, target: Target, *, on_progress: Progress = lambda *_: None) -> Deployed:
        """Makes the version before public again; an interrupted deployment is undone."""
        with only_one(self.root), self.deployment(target, on_progress) as deployment:
            done = deployment.back()
        note_back(self.root, target, done.version)
        return done

    def office(self) -> Office:
        """Returns the office, also while an entry has problems: ``back`` must still work."""
        loaded = load(self.root, today=self.today)
        return loaded.knowledge.office if loaded.knowledge else sound_knowledge(loaded).office

    @contextmanager
    def deployment(
        self, target: Target, on_progress: Progress = lambda *_: None
    ) -> Iterator[Deployment]:
        """Reaches a target; what only looks at it can be asked of the deployment itself."""
        # Names this project on this computer without telling what either is called.
        name = f"{socket.gethostname()}\n{self.root.resolve()}"
        computer = hashlib.sha256(name.encode()).hexdigest()[:16]
        now, note = self.moment()
        with open_host(target, self.root) as host:
            yield Deployment(
                host=host, computer=computer, now=now, on_progress=on_progress, note=note
            )

    def moment(self) -> tuple[dt.datetime, str]:
        """Returns the moment where the office is, and what a history says of it."""
        office = self.office()
        now = self.now().astimezone(zoneinfo.ZoneInfo(office.timezone))
        return now, f"{office.short_name}: {now:%Y-%m-%d %H.%M} {office.timezone_label}"
