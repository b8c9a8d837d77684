"""The base of all pages of the editor: buttons, notices, and writing files."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlencode

from caridulu.curation.lifecycle.entry_changes import NoRoomError, with_aliases
from caridulu.curation.writing import Content
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.editor.files.paths import version_on_disk
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.personal_data_remarks import sentences
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.action import Action, ActionKind
from caridulu.knowledge import Entry, Problem
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

UNDATED = "saved_undated"  # saved, and the officer is told what became of the review date
SHOWN_LATER = "saved_published"  # once the site is published
DONE = (
    "saved", UNDATED, SHOWN_LATER, "unchanged", "undone", "discarded", "skipped", "made_alias",
    "proposal_accepted", "proposal_dropped", "package_decided", "archived", "archived_partly",
    "archived_alone", "merged", "accepted", "restored", "reverted", "ready", "ready_package",
    "target_saved", "target_removed", "question_dropped", "published_ready", "joined", "divided",
    "asked_otherwise", "questions_grouped", "package_updated",
)  # fmt: skip
TOO_LATE = ("undo_late", "proposal_gone")
PARTLY = "ready_without"  # the office is there, its answers are not
ACTION_QUERY = "tindakan"


class Button(NamedTuple):
    """A pressed button: its action and the object of it, as in ``hapus:peta.png``."""

    action: str
    about: str


def pressed(request: Request) -> Button:
    action, _, about = request.first("_aksi").partition(":")
    return Button(action, about)


def unknown_button() -> Refusal:
    return Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")


@dataclass(frozen=True)
class Notice:
    """What happened, above a page; ``undoable`` is the id of the action that can be taken back."""

    text: str
    look: str  # done, stop, ask
    undoable: str = ""
    links: tuple[tuple[str, str], ...] = ()  # address and words


def done_address(address: str, said: str, action: Action | None = None, **more: str) -> str:
    """Returns the address of a page with a notice on what was done, which can be undone there.

    ``more`` is put into the address for that page.
    """
    query = {"pesan": said, **({ACTION_QUERY: action.id} if action else {}), **more}
    return f"{address}?{urlencode(query)}"


def see_done(address: str, said: str, action: Action | None = None, **more: str) -> Reply:
    """Redirects to a page with a notice on what was done."""
    return see_other(done_address(address, said, action, **more))


class StoppedError(Exception):
    """A button cannot do what it says; ``said`` are the sentences that tell why."""

    def __init__(self, *said: str, status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY) -> None:
        super().__init__(*said)
        self.said, self.status = said, status


class PageParts:
    """The parts that every page works with: workspace, saver and renderer."""

    tab: ClassVar[str] = ""  # of these pages

    def __init__(self, saver: Saver, renderer: Renderer) -> None:
        self._workspace = saver.workspace
        self._saver = saver
        self._renderer = renderer
        self._say = renderer.say

    def _respond(
        self,
        snapshot: Snapshot,
        request: Request,
        show: Callable[..., Reply],
        decide: Callable[[Snapshot, Request], Reply],
    ) -> Reply:
        """Shows a page, or does what its pressed button says; else the page says why not."""
        if not request.is_post:
            return show(snapshot, request)
        try:
            return decide(snapshot, request)
        except StoppedError as stopped:
            shown = show(self._workspace.snapshot(), request, stopped=stopped.said)
            is_page = shown.status is HTTPStatus.OK  # else it leads elsewhere
            return replace(shown, status=stopped.status) if is_page else shown

    def _page(
        self,
        template: str,
        snapshot: Snapshot,
        title: str,
        *,
        request: Request | None = None,
        tab: str = "",
        **values: Any,
    ) -> Reply:
        """Renders a page; with ``request`` it begins with what was done on the one before.

        Without ``stopped`` nothing says why something was not done.
        """
        if request:
            values["notice"] = self.notice(request)
        shown = {"stopped": (), **values}
        return self._renderer.page(
            template, title=title, tab=tab or self.tab, snapshot=snapshot, **shown
        )

    def _sentences(self, problems: Iterable[Problem]) -> list[str]:
        """Says problems in the words of forms, each once."""
        return sentences(problems, self._renderer.language)

    def _check_unchanged(self, request: Request, path: Path, said: str) -> None:
        """Stops a button whose page has shown another state of its file."""
        if version_on_disk(self._workspace.root, path) != request.first("_versi"):
            raise StoppedError(self._say(said), status=HTTPStatus.CONFLICT)

    def _change(self, texts: Mapping[Path, Content], kind: ActionKind) -> Action:
        """Writes several files at once, unless that makes problems."""
        with self._workspace.lock:
            if problems := self._saver.new_problems(texts):
                raise StoppedError(*self._sentences(problems))
            return self._saver.put(texts, kind)

    def _with_phrasing(
        self, snapshot: Snapshot, entry: Entry, phrasing: str
    ) -> dict[Path, Content]:
        """Returns an entry's file with one more phrasing."""
        project = snapshot.project
        path = project.path(entry)
        try:
            return {path: changed_yaml(project.text(path), with_aliases((phrasing,)))}
        except NoRoomError as error:
            raise StoppedError(self._say("phrasing_full", question=entry.question)) from error

    def notice(self, request: Request) -> Notice | None:
        """Reads from a page's address what was done on the page before."""
        name = request.query.get("pesan", "")
        if name not in (*DONE, *TOO_LATE, PARTLY):
            return None
        look = "done" if name in DONE else "ask"
        return Notice(self._say(name), look, self._undoable(request))

    def _undoable(self, request: Request) -> str:
        """Reads from a page's address the action before it, if that can still be undone."""
        journal = self._saver.journal
        action = journal.find(request.query.get(ACTION_QUERY, ""))
        return action.id if action and journal.can_undo(action) else ""


class Pages(PageParts, ABC):
    """Answers requests about pages that belong together."""

    places: ClassVar[tuple[str, ...]] = ()  # their addresses
    folders: ClassVar[tuple[str, ...]] = ()  # what the addresses of others begin with

    def knows(self, path: str) -> bool:
        """Tells whether an address is one of these pages."""
        return path in self.places or path.startswith(self.folders)

    @abstractmethod
    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        """Shows a page, or does what a pressed button says."""

    def answer_at_once(self, request: Request) -> Reply | None:
        """Answers while files are read or written; None leaves a request to ``answer``."""
        return None

    def close(self) -> None:
        """Ends what runs beside the pages."""
