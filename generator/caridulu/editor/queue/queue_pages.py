"""The pages of the queue: drafts to accept, merge, make a phrasing, skip or discard."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import Path

from caridulu.curation.drafts.entries.conversation import conversation_of, without_conversation
from caridulu.curation.lifecycle import transitions
from caridulu.curation.lifecycle.publication import is_proposed
from caridulu.curation.waiting_phrasings import Waiting
from caridulu.curation.writing import Content
from caridulu.editor.addresses import QUEUE
from caridulu.editor.forms.entry_list import filter_of, queued
from caridulu.editor.forms.similar import similar_entries
from caridulu.editor.pages import Pages, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.queue.cutting_page import ASK, JOIN, NEW, CuttingPage, neighbours_of
from caridulu.editor.queue.package_page import ACTIONS as PACKAGE_ACTIONS
from caridulu.editor.queue.package_page import PackagePage, Shared, shared_at
from caridulu.editor.queue.proposal_page import ACTIONS, ProposalPage
from caridulu.editor.queue.queue_parts import (
    DIVIDE,
    DOUBTED,
    OTHERS,
    entry_at,
    form_address,
    is_service,
    queue_address,
    queue_place,
    sections_of,
    was_public,
)
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot, waits_for_package
from caridulu.journal.action import ActionKind
from caridulu.knowledge import Entry, Status
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

ACCEPT, MERGE, DISCARD = "terima", "gabung", "buang"
ALIAS, SKIP = "sebutan", "lewati"
LONG = 20  # items from which on one searches among them
CHOICES_SHOWN = 3
OTHERS_SHOWN = 6  # that are searched for


class QueuePages(Pages):
    """Answers requests about the queue and each draft in it."""

    tab, places, folders = "queue", (QUEUE,), (f"{QUEUE}/",)

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        super().__init__(saver, renderer)
        self._proposal = ProposalPage(saver, renderer)
        self._package = PackagePage(saver, renderer)
        self._cutting = CuttingPage(saver, renderer)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        """Answers about what waits: a newer answer, what a package says now, or all of a draft."""
        if request.path == QUEUE and not request.is_post:
            return self._list(snapshot, request)
        queued, action = shared_at(snapshot, request), pressed(request).action
        page: ProposalPage | PackagePage | CuttingPage
        if isinstance(queued, Entry) and (is_proposed(queued) or action in ACTIONS):
            page = self._proposal
        elif waits_for_package(queued) or action in PACKAGE_ACTIONS:
            page = self._package
        elif not request.is_post and (is_service(queued) or queued.status not in transitions.NEXT):
            return see_other(form_address(queued))  # decided meanwhile; a service has its form only
        elif request.path.endswith(f"/{DIVIDE}"):
            self._refuse_if_decided(queued)
            page = self._cutting
        else:
            return self._respond(snapshot, request, self._candidate, self._decide)
        return self._respond(snapshot, request, page.show, page.decide)

    def _list(self, snapshot: Snapshot, request: Request) -> Reply:
        wanted = filter_of(request.query)
        listing = queued(snapshot, wanted)
        return self._page(
            "queue.html",
            snapshot,
            self._say("tab_queue"),
            request=request,
            wanted=wanted,
            listing=listing,
            sections=[(OTHERS, listing.rows)] if wanted.query else sections_of(listing.rows),
            is_long=listing.counts[""] > LONG,
            has_ready=any(
                row.status == Status.REVIEW.value and not row.is_service for row in snapshot.waiting
            ),
            categories=snapshot.categories,
            entries=snapshot.entries,
            doubted=DOUBTED,
            others=OTHERS,
            form_address=form_address,
            queue_address=queue_address,
            questions=Waiting.of(snapshot.root).undecided,
            names=snapshot.category_names,
        )

    def _candidate(
        self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()
    ) -> Reply:
        """Shows a draft beside its conversation and the nearest entries, doubts marked in both."""
        entry = entry_at(snapshot, request)
        found = self._entities(snapshot, entry)
        conversation = conversation_of(snapshot.root, entry.id)
        doubted = [one.entity.text for one in found]
        sought = request.query.get("cari", "").strip()
        near = similar_entries(snapshot, entry.question, besides=entry.id, limit=CHOICES_SHOWN)
        others = similar_entries(snapshot, sought, besides=entry.id, limit=OTHERS_SHOWN).hits
        return self._page(
            "candidate.html",
            snapshot,
            entry.question,
            request=request,
            stopped=stopped,
            entry=entry,
            open_hits=self._sentences(one.problem for one in found),
            doubted=[*doubted, *(conversation.doubted if conversation else ())],
            conversation=conversation,
            neighbours=[
                (side, snapshot.entries[one])
                for side, ids in neighbours_of(snapshot, entry)._asdict().items()
                for one in ids
            ],
            is_imported=bool(entry.provenance and entry.provenance.digest),
            near=near,
            sought=sought,
            others=[one for one in others if one not in near.hits],
            turn=queue_place(snapshot, entry),
            divided_off=snapshot.entries.get(request.query.get(NEW, "")),
            doubts=next((row.doubts for row in snapshot.queue if row.id == entry.id), ()),
        )

    def _entities(self, snapshot: Snapshot, entry: Entry) -> list[transitions.LocatedEntity]:
        """Finds personal data in the texts of an entry that are or would be public."""
        project = snapshot.project
        file = project.file(entry)
        return list(transitions.entities_in(project, file)) if file else []

    def _decide(self, snapshot: Snapshot, request: Request) -> Reply:
        entry = entry_at(snapshot, request)
        action, into_id = pressed(request)
        if action == DISCARD:
            self._refuse_if_public(snapshot, entry)
            gone: dict[Path, Content] = {snapshot.project.path(entry): None}
            return self._led_on(snapshot, entry, gone, "discarded", ActionKind.DISCARDED)
        self._refuse_if_decided(entry)
        if action == JOIN:
            return self._cutting.join(snapshot, entry, into_id)
        if action == ASK:
            return self._cutting.ask_otherwise(snapshot, entry, into_id)
        if action == SKIP:  # its digest stays, so that no import asks about it again
            texts = transitions.with_status(
                snapshot.project, entry, Status.ARCHIVED, today=snapshot.today
            )
            return self._led_on(snapshot, entry, texts, "skipped", ActionKind.ARCHIVED)
        into = snapshot.entries.get(into_id)
        sure = [one.problem for one in self._entities(snapshot, entry) if one.entity.certain]
        if action in (ACCEPT, MERGE, ALIAS) and sure:
            raise StoppedError(*self._sentences(sure))
        if action == ACCEPT:
            texts = transitions.with_status(
                snapshot.project, entry, Status.REVIEW, today=snapshot.today
            )
            accepted = self._change(texts, ActionKind.ACCEPTED)
            return see_done(form_address(entry), "accepted", accepted)
        if action in (MERGE, ALIAS) and into and transitions.takes_over(entry, into):
            return self._taken_over(snapshot, entry, into, is_kept=action == MERGE)
        raise unknown_button()

    def _refuse_if_decided(self, entry: Shared) -> None:
        if entry.status not in transitions.NEXT:
            raise Refusal(HTTPStatus.CONFLICT, "draft_decided")

    def _refuse_if_public(self, snapshot: Snapshot, entry: Entry) -> None:
        """Keeps the file of an entry whose address people may know: it would lead nowhere."""
        if entry.status not in transitions.NEXT or was_public(snapshot, entry):
            raise StoppedError(self._say("discard_public"))

    def _taken_over(self, snapshot: Snapshot, entry: Entry, into: Entry, *, is_kept: bool) -> Reply:
        """Gives a draft's phrasings to an entry that has room; its file is archived, or goes."""
        if not is_kept:
            self._refuse_if_public(snapshot, entry)
        merge = transitions.archive(snapshot.project, entry, into, is_kept=is_kept)
        if merge.left and is_kept:
            raise StoppedError(self._say("archive_full", phrasings="; ".join(merge.left)))
        if merge.left:
            raise StoppedError(self._say("phrasing_full", question=into.question))
        said, place = ("merged", form_address(into)) if is_kept else ("made_alias", "")
        return self._led_on(snapshot, entry, merge.texts, said, ActionKind.MERGED, place=place)

    def _led_on(
        self,
        snapshot: Snapshot,
        entry: Entry,
        texts: Mapping[Path, Content],
        said: str,
        kind: ActionKind,
        *,
        place: str = "",
    ) -> Reply:
        """Writes files, forgets the conversation, and leads to a place or else the next draft."""
        following = place or queue_place(snapshot, entry).next
        action = self._change({**texts, **without_conversation(snapshot.root, entry.id)}, kind)
        return see_done(following, said, action)
