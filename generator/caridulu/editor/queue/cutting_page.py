"""The page for drafts that an import has cut wrongly: joins two, or divides one."""

from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

from caridulu.curation.drafts.entries.conversation import (
    Neighbours,
    conversation_of,
    copied_conversation,
    neighbours,
    with_conversation,
)
from caridulu.curation.drafts.entries.cutting import (
    Division,
    NoQuestionError,
    Pieces,
    asked_otherwise,
    divided,
    joined,
)
from caridulu.curation.exports.tables.table_file import TABLES
from caridulu.editor.pages import PageParts, StoppedError, pressed, see_done, unknown_button
from caridulu.editor.queue.queue_parts import DIVIDE, entry_at, queue_address, was_public
from caridulu.editor.workspace import WAITING, Snapshot
from caridulu.journal.action import ActionKind
from caridulu.knowledge import Entry
from caridulu.site.serve.local_server import Refusal, Reply, Request

JOIN = "satukan"
NEW = "baru"  # in an address: the id of the draft that was divided off
PHRASINGS, PARAGRAPHS, QUESTION, OWN = "tanya", "jawab", "pertanyaan", "tetap"
ASK = "tanyakan"  # by a phrasing


def neighbours_of(snapshot: Snapshot, entry: Entry) -> Neighbours:
    """Finds the drafts whose conversations stand nearest to this one's in its export.

    In a table an officer has told the matters apart: only drafts of one row may be one matter.
    """
    conversation = conversation_of(snapshot.root, entry.id)
    is_row = Path(conversation.export if conversation else "").suffix.lower() in TABLES
    ids = (one.id for one in snapshot.waiting if one.is_imported and one.status in WAITING)
    drafts = (snapshot.entries[one] for one in ids if one in snapshot.entries)
    others = (one.id for one in drafts if not is_row or _digest(one) == _digest(entry))
    return neighbours(snapshot.root, entry.id, others)


def _digest(entry: Entry) -> str | None:
    """Returns the digest of the consultation from which a draft was made."""
    return entry.provenance.digest if entry.provenance else None


class CuttingPage(PageParts):
    """Answers requests about joining drafts and dividing one."""

    tab = "queue"

    def join(self, snapshot: Snapshot, entry: Entry, other_id: str) -> Reply:
        """Makes one of two drafts of the same export; the one that was asked first stays."""
        before, after = neighbours_of(snapshot, entry)
        if other_id not in (*before, *after):
            raise Refusal(HTTPStatus.CONFLICT, "draft_decided")
        other = snapshot.entries[other_id]
        first, second = (entry, other) if other_id in after else (other, entry)
        if was_public(snapshot, second):
            raise StoppedError(self._say("discard_public"))
        merge = joined(snapshot.project, first, second)
        if merge.left:
            raise StoppedError(self._say("phrasing_full", question=first.question))
        texts = {**merge.texts, **with_conversation(snapshot.root, first.id, second.id)}
        action = self._change(texts, ActionKind.JOINED)
        return see_done(queue_address(first), "joined", action)

    def show(self, snapshot: Snapshot, request: Request, stopped: Sequence[str] = ()) -> Reply:
        """Shows each phrasing and each paragraph of the answer, to be ticked."""
        entry, wanted = entry_at(snapshot, request), _division_of(request)
        return self._page(
            "division.html",
            snapshot,
            self._say("divide_link"),
            stopped=stopped,
            entry=entry,
            address=queue_address(entry),
            pieces=Pieces.of(snapshot.project, entry),
            wanted=wanted,
            conversation=conversation_of(snapshot.root, entry.id),
        )

    def decide(self, snapshot: Snapshot, request: Request) -> Reply:
        """Writes both drafts, and leads back to the first."""
        entry = entry_at(snapshot, request)
        if pressed(request).action != DIVIDE:
            raise unknown_button()
        taken = [row.id for row in snapshot.rows]
        try:
            new, texts = divided(snapshot.project, entry, _division_of(request), taken=taken)
        except NoQuestionError:
            raise StoppedError(self._say("divide_no_question")) from None
        texts |= copied_conversation(snapshot.root, entry.id, new)
        action = self._change(texts, ActionKind.DIVIDED)
        return see_done(queue_address(entry), "divided", action, **{NEW: new})

    def ask_otherwise(self, snapshot: Snapshot, entry: Entry, place: str) -> Reply:
        """Lets a phrasing be the question of a draft."""
        if place not in map(str, range(1, 1 + len(entry.aliases))):
            raise unknown_button()
        texts = asked_otherwise(snapshot.project, entry, int(place))
        action = self._change(texts, ActionKind.SAVED)
        return see_done(queue_address(entry), "asked_otherwise", action)


def _division_of(request: Request) -> Division:
    """Reads what is ticked, and the question of the other draft."""
    return Division(
        phrasings=_places(request, PHRASINGS),
        paragraphs=_places(request, PARAGRAPHS),
        question=request.line(QUESTION),
        own=request.line(OWN),
    )


def _places(request: Request, name: str) -> set[int]:
    return {int(one) for one in request.form.get(name, ()) if one.isascii() and one.isdigit()}
