"""Entries that leave: who takes over the address and the phrasings, so that no link breaks."""

from collections.abc import Sequence
from http import HTTPStatus

from caridulu.curation.drafts.entries.conversation import without_conversation
from caridulu.curation.lifecycle import transitions
from caridulu.editor.addresses import ENTRY_ADDRESS
from caridulu.editor.forms.similar import similar_entries
from caridulu.editor.pages import Pages, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import ActionKind
from caridulu.knowledge import Entry, Status
from caridulu.knowledge.nearest import Suggester
from caridulu.site.serve.local_server import Refusal, Reply, Request

ARCHIVE = "/arsip"  # behind the address of the entry
CONFIRM = "arsipkan"
NEAR = 12  # entries among which successors are looked for
SUCCESSORS_SHOWN = 6


class ArchivePages(Pages):
    """Answers requests about archiving an entry."""

    tab = "entries"

    def knows(self, path: str) -> bool:
        return path.startswith(ENTRY_ADDRESS) and path.endswith(ARCHIVE)

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        return self._respond(snapshot, request, self._show, self._archive)

    def _entry(self, snapshot: Snapshot, request: Request) -> Entry:
        name = request.path.removeprefix(ENTRY_ADDRESS).removesuffix(ARCHIVE)
        if name not in snapshot.entries:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        return snapshot.entries[name]

    def _show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        """Asks who takes over the address and the phrasings of an entry that leaves."""
        entry = self._entry(snapshot, request)
        into = request.first("lain") or request.first("ke") or request.query.get("ke", "")
        near = [
            hit
            for hit in similar_entries(snapshot, entry.question, besides=entry.id, limit=NEAR).hits
            if transitions.takes_over(entry, snapshot.entries[hit.id])
        ]
        return self._page(
            "archive.html",
            snapshot,
            self._say("archive_title"),
            stopped=stopped,
            entry=entry,
            near=near[:SUCCESSORS_SHOWN],
            into=into,
            other=request.first("lain"),
            must_choose=entry.status is Status.PUBLISHED,
        )

    def _archive(self, snapshot: Snapshot, request: Request) -> Reply:
        entry = self._entry(snapshot, request)
        if pressed(request).action != CONFIRM:
            raise unknown_button()
        wanted = request.first("lain") or request.first("ke")
        into = snapshot.entries.get(wanted)
        if into and transitions.takes_over(entry, into):
            merge = transitions.archive(snapshot.project, entry, into)
            gone = without_conversation(snapshot.root, entry.id)
            action = self._change({**merge.texts, **gone}, ActionKind.ARCHIVED)
            said = "archived_partly" if merge.left else "archived"
            return see_done(ENTRY_ADDRESS + into.id, said, action)
        if wanted and into is None:
            near = Suggester(snapshot.entries)(wanted)
            name = "archive_unknown_near" if near else "archive_unknown"
            raise StoppedError(self._say(name, value=wanted, near=near))
        if wanted or entry.status is Status.PUBLISHED:
            raise StoppedError(self._say("archive_choose"))
        texts = transitions.with_status(
            snapshot.project, entry, Status.ARCHIVED, today=snapshot.today
        )
        action = self._change(texts, ActionKind.ARCHIVED)
        return see_done(ENTRY_ADDRESS + entry.id, "archived_alone", action)
