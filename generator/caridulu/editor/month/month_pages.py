"""The first page, what there is to do this month, and the questions that nobody has answered."""

import datetime as dt
from dataclasses import dataclass
from http import HTTPStatus

from caridulu.curation.lifecycle.due import Due, builds_needed, due_within
from caridulu.curation.phrasings import Waiting
from caridulu.editor import addresses
from caridulu.editor.addresses import MONTH, UNANSWERED
from caridulu.editor.git.pending import waiting_files
from caridulu.editor.pages import Pages, pressed, see_done, unknown_button
from caridulu.editor.publishing.unpublished import Unpublished, unpublished
from caridulu.editor.reading.reading_pages import SOON, ReadingList, Reviews
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.journal.git import Git
from caridulu.knowledge import Status, fold_phrase
from caridulu.knowledge.rules.missing import NOT_SUPPLIED
from caridulu.publishing.published_sources import SourceFingerprints
from caridulu.search.query.ranking import search
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

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


def unanswered(snapshot: Snapshot, waiting: Waiting) -> tuple[str, ...]:
    """Lists what people asked and an officer found in no entry, unless one answers it by now."""
    phrases = (
        phrase for entry in snapshot.entries.values() for phrase in (entry.question, *entry.aliases)
    )
    asked = {fold_phrase(phrase) for phrase in phrases} if waiting.refused else set()
    public = [snapshot.project.index] if snapshot.knowledge else []  # with what is no entry

    def is_answered(text: str) -> bool:
        refused = waiting.refused_of(text)
        for index in (snapshot.index, *public):
            result = search(index, text, limit=1)
            found = index.items[result.hits[0].entry].id if result.hits else ""
            if result.outcome.is_sure and found not in refused:
                return True
        return False

    listed = (text for key, text in waiting.texts.items() if key in waiting.refused.keys() - asked)
    return tuple(text for text in listed if not is_answered(text))


def _publishing(snapshot: Snapshot, public: Unpublished | None) -> Task:
    """How far the public site is behind the project."""
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
    """Scheduled builds that have not happened, and those of the next weeks."""
    if snapshot.knowledge is None:
        return (), ()
    last = public.published.at.date() if public and public.published else None
    since = last + dt.timedelta(days=1) if last else snapshot.today
    needed = due_within(builds_needed(snapshot.knowledge, since=since), snapshot.today + SOON)
    late = due_within(needed, snapshot.today) if last else ()
    return late, needed[len(late) :]


DROP = "hapus"
MOST = 100  # questions on the page


class MonthPages(Pages):
    tab, places = "month", (MONTH, UNANSWERED)

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._fingerprints = SourceFingerprints(self._workspace.root)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        is_post = request.method == "POST"
        if request.path == UNANSWERED:
            return self._drop(snapshot, request) if is_post else self._unanswered(snapshot, request)
        if is_post:
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

    def _unanswered(self, snapshot: Snapshot, request: Request) -> Reply:
        listed = unanswered(snapshot, Waiting.of(snapshot.root))
        return self._page(
            "unanswered.html",
            snapshot,
            self._say("title_unanswered"),
            request=request,
            questions=listed[:MOST],
            left=max(0, len(listed) - MOST),
        )

    def _drop(self, snapshot: Snapshot, request: Request) -> Reply:
        """Takes a question off the list for good; that can be undone."""
        action, text = pressed(request)
        waiting = Waiting.of(snapshot.root)
        if action != DROP:
            raise unknown_button()
        if fold_phrase(text) not in waiting.texts:  # dropped meanwhile
            return see_other(UNANSWERED)
        done = self._saver.put(waiting.off_the_list(text).files(snapshot.root), ActionKind.DROPPED)
        return see_done(UNANSWERED, "question_dropped", done)
