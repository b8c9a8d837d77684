"""What waits for an officer, and entries that leave: accept, merge, skip, archive."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from http import HTTPStatus
from pathlib import Path

from caridulu.curation.drafts.conversation import conversation_of
from caridulu.curation.lifecycle.publishing import is_proposed
from caridulu.curation.lifecycle.transitions import (
    NEXT,
    archive,
    entities_in,
    takes_over,
    with_status,
)
from caridulu.curation.phrasings.waiting import Waiting
from caridulu.editor.files.file_kinds import ENTRY_ADDRESS
from caridulu.editor.forms.similar import similar_entries
from caridulu.editor.history.discarding import discard
from caridulu.editor.history.notice import ACTION_QUERY, notice_of
from caridulu.editor.http.server import ACTION
from caridulu.editor.pages import Pages
from caridulu.editor.queue.package_page import ACTIONS as PACKAGE_ACTIONS
from caridulu.editor.queue.package_page import PackagePage, waits
from caridulu.editor.queue.proposal_page import ACTIONS, ProposalPage
from caridulu.editor.queue.queue_parts import QUEUE, project_of, sentences, turn_of
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot, Workspace
from caridulu.journal.action import Kind
from caridulu.knowledge import Entry, Status
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

ARCHIVE = "/arsip"
ACCEPT, MERGE, CONFIRM, DISCARD = "terima", "gabung", "arsipkan", "buang"
CHOICES_SHOWN = 3
SUCCESSORS_SHOWN = 6

Page = Callable[[Sequence[str]], Reply]  # shows an entry again, and above it what stands in the way


class QueuePages(Pages):
    """Answers requests about the queue and about archiving."""

    def __init__(self, workspace: Workspace, saver: Saver, renderer: Renderer) -> None:
        super().__init__(workspace, saver, renderer)
        self._proposal = ProposalPage(workspace, saver, renderer)
        self._package = PackagePage(workspace, saver, renderer)

    def knows(self, path: str) -> bool:
        return path == QUEUE or path.startswith(f"{QUEUE}/") or path.endswith(ARCHIVE)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        """Shows a page, or does what a pressed button says."""
        path, is_post = request.path, request.method == "POST"
        if path == QUEUE and not is_post:
            return self._list(snapshot, request)
        archiving = path.startswith(ENTRY_ADDRESS)
        name = path.removesuffix(ARCHIVE).removeprefix(ENTRY_ADDRESS).removeprefix(f"{QUEUE}/")
        entry = snapshot.entries.get(name)
        if entry is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        if archiving:
            into = request.first("lain") or request.first("ke") or request.query.get("ke", "")
            page = partial(self._archive_page, snapshot, entry, into)
            return self._archive(snapshot, entry, request, page) if is_post else page()
        if is_proposed(entry) or request.first(ACTION) in ACTIONS:
            if is_post:
                return self._proposal.decide(entry, request)
            return self._proposal.show(snapshot, entry)
        if waits(entry) or request.first(ACTION) in PACKAGE_ACTIONS:
            if is_post:
                return self._package.decide(entry, request)
            return self._package.show(snapshot, entry)
        candidate = partial(self._candidate, snapshot, entry, request)
        return self._decide(snapshot, entry, request, candidate) if is_post else candidate()

    def _list(self, snapshot: Snapshot, request: Request) -> Reply:
        return self._renderer.page(
            "queue.html",
            title=self._renderer.say("tab_queue"),
            tab="queue",
            snapshot=snapshot,
            rows=snapshot.waiting,
            notice=notice_of(request, self._saver.journal, self._renderer),
            questions=len(Waiting.of(snapshot.root).texts),
            names={one.id: one.name for one in snapshot.categories},
        )

    def _candidate(
        self, snapshot: Snapshot, entry: Entry, request: Request, problems: Sequence[str] = ()
    ) -> Reply:
        """A draft beside the entries nearest to it, and what may be personal data still."""
        return self._renderer.page(
            "candidate.html",
            title=entry.question,
            tab="queue",
            snapshot=snapshot,
            status=HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK,
            entry=entry,
            open_hits=self._personal_data(snapshot, entry),
            conversation=conversation_of(snapshot.root, entry.id),
            near=similar_entries(snapshot, entry.question, besides=entry.id, limit=CHOICES_SHOWN),
            problems=problems,
            notice=notice_of(request, self._saver.journal, self._renderer),
            turn=turn_of(snapshot, entry.id),
        )

    def _personal_data(
        self, snapshot: Snapshot, entry: Entry, *, only_sure: bool = False
    ) -> list[str]:
        """Personal data in the texts of an entry that are or would be public."""
        project = project_of(snapshot)
        file = project.file(entry)
        found = entities_in(project, file) if file else ()
        shown = (one.problem for one in found if one.entity.certain or not only_sure)
        return sentences(shown, self._renderer.language)

    def _decide(self, snapshot: Snapshot, entry: Entry, request: Request, page: Page) -> Reply:
        action, _, into_id = request.first(ACTION).partition(":")
        if action == DISCARD:
            following = turn_of(snapshot, entry.id).next
            done, stopped = discard(snapshot, entry, self._saver, self._renderer)
            then = f"{following}?pesan=discarded&{ACTION_QUERY}={done}"
            return page(stopped) if stopped else see_other(then)
        into = snapshot.entries.get(into_id)
        if action in (ACCEPT, MERGE):
            leaks = self._personal_data(snapshot, entry, only_sure=True)
            if leaks:
                return page(leaks)
        if action == ACCEPT and entry.status in NEXT:
            texts = with_status(project_of(snapshot), entry, Status.REVIEW, today=snapshot.today)
            return self._written(texts, page, f"{entry.id}?pesan=accepted", Kind.ACCEPTED)
        if action == MERGE and into and entry.status in NEXT and takes_over(entry, into):
            return self._merged(snapshot, entry, into, page, said="merged")
        raise Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")

    def _archive_page(
        self, snapshot: Snapshot, entry: Entry, into: str, problems: Sequence[str] = ()
    ) -> Reply:
        """Who takes over the address and the phrasings of an entry that leaves."""
        near = [
            hit
            for hit in similar_entries(snapshot, entry.question, besides=entry.id, limit=12).hits
            if takes_over(entry, snapshot.entries[hit.id])
        ]
        return self._renderer.page(
            "archive.html",
            title=self._renderer.say("archive_title"),
            tab="entries",
            snapshot=snapshot,
            status=HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK,
            entry=entry,
            near=near[:SUCCESSORS_SHOWN],
            into=into,
            problems=problems,
            must_choose=entry.status is Status.PUBLISHED,
        )

    def _archive(self, snapshot: Snapshot, entry: Entry, request: Request, page: Page) -> Reply:
        if request.first(ACTION) != CONFIRM:
            raise Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")
        wanted = request.first("lain") or request.first("ke")
        into = snapshot.entries.get(wanted)
        if into and takes_over(entry, into):
            return self._merged(snapshot, entry, into, page, said="archived")
        if wanted or entry.status is Status.PUBLISHED:
            return page([self._renderer.say("archive_choose")])
        texts = with_status(project_of(snapshot), entry, Status.ARCHIVED, today=snapshot.today)
        return self._written(texts, page, f"{entry.id}?pesan=archived", Kind.ARCHIVED)

    def _merged(
        self, snapshot: Snapshot, entry: Entry, into: Entry, page: Page, *, said: str
    ) -> Reply:
        """Archives an entry into another, if that has room for its phrasings."""
        merge = archive(project_of(snapshot), entry, into)
        if merge.left:
            return page([self._renderer.say("archive_full", phrasings="; ".join(merge.left))])
        return self._written(merge.texts, page, f"{into.id}?pesan={said}", Kind(said))

    def _written(self, texts: Mapping[Path, str], page: Page, then: str, kind: Kind) -> Reply:
        """Writes files and leads to an entry, unless that makes problems."""
        problems = self._saver.change(texts, kind)
        if problems:
            return page(sentences(problems, self._renderer.language))
        return see_other(f"{ENTRY_ADDRESS}{then}")
