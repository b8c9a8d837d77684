"""What waits for an officer, and entries that leave: accept, merge, skip, archive."""

from collections.abc import Iterable
from http import HTTPStatus

from caridulu.curation.lifecycle.publishing import is_proposed
from caridulu.curation.lifecycle.transitions import (
    NEXT,
    Merge,
    archive,
    entry_hits,
    step,
    takes_over,
)
from caridulu.editor.files.editable_files import ENTRY_ADDRESS
from caridulu.editor.files.saving import Saver
from caridulu.editor.forms.similar import similar_entries
from caridulu.editor.http.web import Refusal, Reply, Request, see_other
from caridulu.editor.queue.proposal_page import ACTIONS, ProposalPage
from caridulu.editor.queue.queue_parts import QUEUE, pieces, project_of, sentences, turn_of
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Snapshot, Workspace
from caridulu.knowledge import Entry, Problem, Status, read_yaml

ARCHIVE = "/arsip"
ACCEPT, MERGE, CONFIRM = "terima", "gabung", "arsipkan"
CHOICES_SHOWN = 3
SUCCESSORS_SHOWN = 6


class QueuePages:
    """Answers requests about the queue and about archiving."""

    def __init__(self, workspace: Workspace, saver: Saver, renderer: Renderer) -> None:
        self._workspace = workspace
        self._saver = saver
        self._renderer = renderer
        self._proposal = ProposalPage(workspace, saver, renderer)

    def knows(self, path: str) -> bool:
        """Whether an address is one of these pages."""
        return path == QUEUE or path.startswith(f"{QUEUE}/") or path.endswith(ARCHIVE)

    def answer(self, request: Request) -> Reply:
        snapshot = self._workspace.snapshot()
        path = request.path
        if path == QUEUE and request.method != "POST":
            return self._list(snapshot)
        archiving = path.startswith(ENTRY_ADDRESS)
        name = path.removesuffix(ARCHIVE).removeprefix(ENTRY_ADDRESS).removeprefix(f"{QUEUE}/")
        entry = snapshot.entries.get(name)
        if entry is None:
            raise Refusal(HTTPStatus.NOT_FOUND, "not_found")
        if not archiving and (is_proposed(entry) or request.action in ACTIONS):
            if request.method == "POST":
                return self._proposal.decide(entry, request)
            return self._proposal.show(snapshot, entry)
        page = self._archive_page if archiving else self._candidate
        if request.method != "POST":
            return page(snapshot, entry, request.query.get("ke", ""))
        if archiving:
            return self._archive(snapshot, entry, request)
        return self._decide(snapshot, entry, request)

    def _list(self, snapshot: Snapshot) -> Reply:
        return self._renderer.page(
            "queue.html",
            title=self._renderer.say("tab_queue"),
            tab="queue",
            snapshot=snapshot,
            rows=snapshot.waiting,
            names={one.id: one.name for one in snapshot.categories},
        )

    def _candidate(
        self,
        snapshot: Snapshot,
        entry: Entry,
        _into: str = "",
        problems: tuple[Problem, ...] = (),
        said: str = "",
    ) -> Reply:
        """A draft beside the entries nearest to it."""
        near = similar_entries(snapshot, entry.question, besides=entry.id, limit=CHOICES_SHOWN)
        return self._renderer.page(
            "candidate.html",
            title=entry.question,
            tab="queue",
            snapshot=snapshot,
            status=HTTPStatus.UNPROCESSABLE_ENTITY if problems or said else HTTPStatus.OK,
            entry=entry,
            question=pieces(entry.question),
            aliases=[pieces(alias) for alias in entry.aliases],
            answer=pieces(entry.answer),
            note=pieces(entry.internal_note or ""),
            open_hits=self._open_hits(snapshot, entry),
            near=near,
            problems=[*filter(None, [said]), *self._sentences(problems)],
            turn=turn_of(snapshot, entry.id),
        )

    def _open_hits(self, snapshot: Snapshot, entry: Entry) -> list[str]:
        """What may be personal data still."""
        return self._sentences([problem for problem, _ in _hits(snapshot, entry)])

    def _sentences(self, problems: Iterable[Problem]) -> list[str]:
        return sentences(problems, self._renderer.language)

    def _decide(self, snapshot: Snapshot, entry: Entry, request: Request) -> Reply:
        action, _, into_id = request.action.partition(":")
        leaks = tuple(problem for problem, sure in _hits(snapshot, entry) if sure)
        if leaks and action in (ACCEPT, MERGE):
            return self._candidate(snapshot, entry, problems=leaks)
        if action == ACCEPT and entry.status in NEXT:
            problems = self._saver.change(step(project_of(snapshot), entry, Status.REVIEW))
            if problems:
                return self._candidate(snapshot, entry, problems=problems)
            return see_other(f"{ENTRY_ADDRESS}{entry.id}?pesan=accepted")
        into = snapshot.entries.get(into_id)
        can_merge = into is not None and entry.status in NEXT and takes_over(entry, into)
        if action != MERGE or into is None or not can_merge:
            raise Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")
        merge = archive(project_of(snapshot), entry, into)
        if merge.left:
            return self._candidate(snapshot, entry, said=self._full(merge))
        problems = self._saver.change(merge.texts)
        if problems:
            return self._candidate(snapshot, entry, problems=problems)
        return see_other(f"{ENTRY_ADDRESS}{into.id}?pesan=merged")

    def _full(self, merge: Merge) -> str:
        return self._renderer.say("archive_full", phrasings="; ".join(merge.left))

    def _archive_page(
        self,
        snapshot: Snapshot,
        entry: Entry,
        into: str = "",
        problems: tuple[Problem, ...] = (),
        said: str = "",
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
            status=HTTPStatus.UNPROCESSABLE_ENTITY if problems or said else HTTPStatus.OK,
            entry=entry,
            near=near[:SUCCESSORS_SHOWN],
            into=into,
            problems=[*filter(None, [said]), *self._sentences(problems)],
            must_choose=entry.status is Status.PUBLISHED,
        )

    def _archive(self, snapshot: Snapshot, entry: Entry, request: Request) -> Reply:
        if request.action != CONFIRM:
            raise Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")
        wanted = request.first("lain") or request.first("ke")
        into = snapshot.entries.get(wanted)
        project = project_of(snapshot)
        if into is None or not takes_over(entry, into):
            if wanted or entry.status is Status.PUBLISHED:
                said = self._renderer.say("archive_choose")
                return self._archive_page(snapshot, entry, wanted, said=said)
            texts = step(project, entry, Status.ARCHIVED)
        else:
            merge = archive(project, entry, into)
            if merge.left:
                return self._archive_page(snapshot, entry, wanted, said=self._full(merge))
            texts = merge.texts
        problems = self._saver.change(texts)
        if problems:
            return self._archive_page(snapshot, entry, wanted, problems)
        return see_other(f"{ENTRY_ADDRESS}{into.id if into else entry.id}?pesan=archived")


def _hits(snapshot: Snapshot, entry: Entry) -> Iterable[tuple[Problem, bool]]:
    """Personal data in the texts of an entry that are or would be public, sure or asked."""
    project = project_of(snapshot)
    file = read_yaml(project.path(entry), root=snapshot.root).file
    return entry_hits(project, file) if file else ()
