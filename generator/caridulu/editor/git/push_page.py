"""The page that records what the editor changed and sends it, as ``caridulu save`` does.

Every other page answers while the network is waited for; only a second sending is refused.
"""

import threading
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePosixPath

from caridulu.editor.files.editable_files import SINGLE, address_of
from caridulu.editor.git.git import Git
from caridulu.editor.git.pending import ChangedFile, Pending, pending
from caridulu.editor.git.push import introduce, send, why_not
from caridulu.editor.http.web import Refusal, Reply, Request
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Snapshot, Workspace

SEND = "kirim"


@dataclass(frozen=True)
class Outcome:
    """What sending has said, and whether everything is sent."""

    said: tuple[str, ...]
    is_sent: bool


class SendingPage:
    """Shows what would be sent; sends when asked, never by itself."""

    def __init__(self, workspace: Workspace, renderer: Renderer) -> None:
        self._workspace = workspace
        self._renderer = renderer
        self._sending = threading.Lock()
        self._is_awaited = False  # somebody has opened the page meanwhile
        self._missed: Outcome | None = None

    def answer(self, request: Request) -> Reply:
        if request.method != "POST":
            missed, self._missed = self._missed, None
            return self._page(missed, status=HTTPStatus.OK)
        if request.action != SEND:
            raise Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")
        text = request.first("keterangan")
        if not self._sending.acquire(blocking=False):
            return self._page(status=HTTPStatus.CONFLICT)
        try:
            outcome = self._send(request, text)
            self._missed = outcome if self._is_awaited else None
        finally:
            self._is_awaited = False
            self._sending.release()
        return self._page(outcome, text="" if outcome.is_sent else text)

    def _send(self, request: Request, text: str) -> Outcome:
        root, lock, said = self._workspace.root, self._workspace.lock, list[str]()
        name, mail = request.first("nama"), request.first("surel")
        if name and mail:
            with lock:
                introduce(root, name, mail)
        language = self._renderer.language
        is_sent = send(root, text, language=language, out=said.append, lock=lock)
        return Outcome(tuple(said), is_sent)

    def _page(
        self, outcome: Outcome | None = None, text: str = "", status: HTTPStatus | None = None
    ) -> Reply:
        """What waits, below what sending has just said; nothing of it while sending runs."""
        snapshot = self._workspace.snapshot()
        if self._sending.locked():
            self._is_awaited = True
            reason, waiting = "send_running", None
        else:
            reason = why_not(Git(snapshot.root))
            with self._workspace.lock:  # of the list of what waits, too
                waiting = None if reason else pending(snapshot.root)
        is_sent = outcome is None or outcome.is_sent
        return self._renderer.page(
            "sending.html",
            title=self._renderer.say("title_sending"),
            tab="sending",
            snapshot=snapshot,
            status=status or (HTTPStatus.OK if is_sent else HTTPStatus.UNPROCESSABLE_ENTITY),
            said=outcome.said if outcome else (),
            is_sent=is_sent,
            reason=self._renderer.say(reason) if reason else "",
            pending=waiting,
            files=[self._shown(snapshot, file) for file in waiting.files] if waiting else (),
            text=text or self._suggestion(snapshot, waiting),
        )

    def _shown(self, snapshot: Snapshot, file: ChangedFile) -> tuple[str, str, ChangedFile]:
        """The file with the address of its form and the name that people know it by."""
        return address_of(file.path), self._name(snapshot, file.path), file

    def _name(self, snapshot: Snapshot, path: str) -> str:
        single = next((kind for kind, place in SINGLE.values() if place == path), "")
        if single:
            return self._renderer.say(f"title_{single}")
        stem = PurePosixPath(path).stem
        knowledge = snapshot.knowledge
        names = {row.path: row.question for row in snapshot.rows}
        if knowledge:
            names |= {f"content/services/{one.id}.yml": one.name for one in knowledge.services}
            names |= {f"content/{one.id}.md": one.title for one in knowledge.pages}
        return names.get(path, stem)

    def _suggestion(self, snapshot: Snapshot, waiting: Pending | None) -> str:
        """What the officer may write about the change; only they know why it was made."""
        if not waiting or not waiting.files:
            return ""
        first, others = waiting.files[0], len(waiting.files) - 1
        name = self._name(snapshot, first.path)
        key = "send_suggestion_more" if others else "send_suggestion"
        return self._renderer.say(key, name=name, others=others)
