"""The first page: what there is to do this month."""

import datetime as dt
from dataclasses import dataclass
from http import HTTPStatus

from caridulu.curation.lifecycle.due import Due, builds_needed, due_within
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.editor import addresses
from caridulu.editor.addresses import MONTH
from caridulu.editor.git.pending import waiting_files
from caridulu.editor.month.unanswered_pages import unanswered
from caridulu.editor.pages import Pages
from caridulu.editor.publishing.unpublished import Unpublished, unpublished
from caridulu.editor.reading.reading_list import SOON, ReadingList, Reviews
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.git import Git
from caridulu.knowledge import Status
from caridulu.knowledge.rules.missing import NOT_SUPPLIED
from caridulu.publishing.published_sources import SourceFingerprints
from caridulu.site.serve.local_server import Refusal, Reply, Request

NO_TARGET = "no_target"


@dataclass(frozen=True)
class Task:
    """One kind of work; ``name`` is that of its sentences, ``days`` are those of schedules."""

    name: str
    count: int
    address: str
    days: tuple[Due, ...] = ()


def tasks(
    snapshot: Snapshot, public: Unpublished | None, *, unsent: int | None
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

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if request.is_post:
            raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "method")
        targets = snapshot.targets
        public = unpublished(snapshot, targets[0], self._fingerprints) if targets else None
        listed = tasks(snapshot, public, unsent=self._unsent())
        if snapshot.knowledge is None:  # of the rest nothing is known
            listed = tuple(one for one in listed if one.name == "problems")
        return self._page(
            "month.html",
            snapshot,
            self._say("title_month"),
            request=request,
            todo=[one for one in listed if one.count],
            done=[self._say(f"month_{one.name}_done") for one in listed if not one.count],
        )

    def _unsent(self) -> int | None:
        """Changes that only this computer has: files not recorded, commits not sent."""
        git = Git(self._workspace.root)
        if git.folder is None:  # nothing is ever sent
            return None
        files = waiting_files(self._workspace.root, self._saver.journal)
        return files + (git.unsent() if git.has_upstream() else 0)
