"""The first page: what there is to do this month."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from caridulu.curation.lifecycle.due import Due, builds_needed, due_within
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.editor import addresses
from caridulu.editor.addresses import MONTH
from caridulu.editor.git.pending import waiting_files
from caridulu.editor.month.unanswered_pages import unanswered
from caridulu.editor.pages import Pages, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.publishing.unpublished import Unpublished, unpublished
from caridulu.editor.reading.reading_list import SOON, ReadingList, Reviews
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.journal.git import Git
from caridulu.knowledge import Status
from caridulu.knowledge.model import PackageFile, PackagePin
from caridulu.knowledge.rules.missing import NOT_SUPPLIED
from caridulu.packages.at_hand import newer_version
from caridulu.packages.copies import PackageError
from caridulu.packages.installing import pins_of, unchecked_update
from caridulu.packages.updating import counted
from caridulu.publishing.published_sources import SourceFingerprints
from caridulu.site.serve.local_server import Reply, Request

NO_TARGET = "no_target"
UPDATE = "perbarui-paket"


@dataclass(frozen=True)
class NewPackage:
    """A newer version of an office's package that has come with this program."""

    recipe: PackageFile
    used: str  # the office's version
    changes: Sequence[str]  # sentences


@dataclass(frozen=True)
class Task:
    """One kind of work; ``name`` is that of its sentences, ``days`` are those of schedules."""

    name: str
    count: int
    address: str
    days: tuple[Due, ...] = ()
    package: NewPackage | None = None


def tasks(
    snapshot: Snapshot,
    public: Unpublished | None,
    *,
    unsent: int | None,
    packages: Iterable[NewPackage],
) -> tuple[Task, ...]:
    """Lists all kinds of work, also those with nothing to do.

    ``unsent`` are changes that are recorded nowhere but on this computer; None if none ever is.
    """
    waiting = Waiting.of(snapshot.root)
    late, coming = _builds(snapshot, public)
    reading = ReadingList.of(snapshot)
    reviews = Reviews.of(snapshot)
    not_supplied = sum(one.key in NOT_SUPPLIED for one in snapshot.loaded.problems)
    listed = (
        Task("problems", len(snapshot.problems), addresses.PROBLEMS),
        Task("builds_late", len(late), addresses.PUBLISHING, late),
        Task("overdue", len(reviews.overdue), addresses.READING),
        *([] if unsent is None else [Task("unsent", unsent, addresses.SENDING)]),
        _publishing(snapshot, public),
        *(Task("package", 1, MONTH, package=one) for one in packages),  # brings the queue more
        Task("queue", len(snapshot.waiting), addresses.QUEUE),
        Task("unanswered", len(unanswered(snapshot, waiting)), addresses.UNANSWERED),
        Task("phrasings", waiting.undecided, addresses.PHRASINGS),
        Task("due_soon", len(reviews.soon), f"{addresses.READING}#segera"),
        Task("builds", len(coming), addresses.PUBLISHING, coming),
        Task("reading", 0 if reading.is_approved else reading.unread, addresses.READING),
        Task("not_supplied", not_supplied, f"{addresses.PROBLEMS}#not_supplied"),
    )
    return tuple(sorted(listed, key=lambda one: one.name == NO_TARGET))  # which may stay so


def _publishing(snapshot: Snapshot, public: Unpublished | None) -> Task:
    """Tells how far the public site is behind the project."""
    if public is None:
        return Task(NO_TARGET, 1, addresses.PUBLISHING)
    public_rows = sum(row.status == Status.PUBLISHED.value for row in snapshot.rows)
    if public.published is None and public_rows:
        return Task("never_published", public_rows, addresses.PUBLISHING)
    if public.published and not public.is_known:
        return Task("unknown_public", 1, addresses.PUBLISHING)
    return Task("unpublished", len(public.paths), addresses.PUBLISHING)


def _builds(
    snapshot: Snapshot, public: Unpublished | None
) -> tuple[tuple[Due, ...], tuple[Due, ...]]:
    """Lists scheduled builds that have not happened, and those of the next weeks."""
    if snapshot.knowledge is None:
        return (), ()
    last = public.published.at.date() if public and public.published else None
    since = last + dt.timedelta(days=1) if last else snapshot.today
    needed = due_within(builds_needed(snapshot.knowledge, since=since), snapshot.today + SOON)
    late = due_within(needed, snapshot.today) if last else ()
    return late, needed[len(late) :]


class MonthPages(Pages):
    tab, places = "month", (MONTH,)

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._fingerprints = SourceFingerprints(self._workspace.root)
        self._compared: tuple[Snapshot | None, Sequence[NewPackage]] = (None, ())

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        return self._respond(snapshot, request, self._show, self._update_package)

    def _show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        targets = snapshot.targets
        public = unpublished(snapshot, targets[0], self._fingerprints) if targets else None
        listed = tasks(
            snapshot, public, unsent=self._unsent(), packages=self._new_packages(snapshot)
        )
        if snapshot.knowledge is None:  # of the rest nothing is known
            listed = tuple(one for one in listed if one.name == "problems")
        return self._page(
            "month.html",
            snapshot,
            self._say("title_month"),
            request=request,
            stopped=stopped,
            todo=[one for one in listed if one.count],
            done=[self._say(f"month_{one.name}_done") for one in listed if not one.count],
        )

    def _new_packages(self, snapshot: Snapshot) -> Sequence[NewPackage]:
        """Compares once until the project changes: 14 changed entries take 0.3 s, 140 take 2."""
        if self._compared[0] is not snapshot:
            self._compared = snapshot, tuple(self._compare(snapshot))
        return self._compared[1]

    def _compare(self, snapshot: Snapshot) -> Iterator[NewPackage]:
        for pin in snapshot.knowledge.office.packages if snapshot.knowledge else ():
            if newer := newer_version(snapshot.root, pin):
                yield NewPackage(newer, pin.version, self._changes(pin))

    def _changes(self, pin: PackagePin) -> Sequence[str]:
        """Tells what a newer version would change, or why it cannot be compared."""
        language = self._renderer.language
        try:
            update = unchecked_update(self._workspace.root, pin).update
        except PackageError as error:
            return [error.sentence(language)]
        return update.sentences(language, lambda ids: counted(ids, language)) if update else ()

    def _update_package(self, _: Snapshot, request: Request) -> Reply:
        """Takes in the newer version of a package, once however often the button is pressed."""
        button, root = pressed(request), self._workspace.root
        with self._workspace.lock:
            pin = next((one for one in pins_of(root) if one.name == button.about), None)
            if button.action != UPDATE or pin is None:
                raise unknown_button()
            if newer_version(root, pin) is None:
                return see_done(MONTH, "package_updated")
            try:
                texts = unchecked_update(root, pin).texts
            except PackageError as error:
                raise StoppedError(error.sentence(self._renderer.language)) from error
            action = self._change(texts, ActionKind.PACKAGED)
            return see_done(MONTH, "package_updated", action)

    def _unsent(self) -> int | None:
        """Changes that only this computer has: files not recorded, commits not sent."""
        git = Git(self._workspace.root)
        if git.folder is None:  # nothing is ever sent
            return None
        files = waiting_files(self._workspace.root, self._saver.journal)
        return files + (git.unsent() if git.has_upstream() else 0)
