"""The page that records what the editor changed and sends it, as ``caridulu save`` does."""

from collections.abc import Sequence
from http import HTTPStatus
from pathlib import PurePosixPath

from generator.editor.git import Git
from generator.editor.pending import ChangedFile, Pending, pending
from generator.editor.renderer import Renderer
from generator.editor.sending import introduce, send, why_not
from generator.editor.sheets import SINGLE, address_of
from generator.editor.web import Refusal, Reply, Request
from generator.editor.workspace import Snapshot, Workspace

SEND = "kirim"


class SendingPage:
    """Shows what would be sent; sends when asked, never by itself."""

    def __init__(self, workspace: Workspace, renderer: Renderer) -> None:
        self._workspace = workspace
        self._renderer = renderer

    def answer(self, request: Request) -> Reply:
        if request.method != "POST":
            return self._page()
        if request.action != SEND:
            raise Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")
        text = request.first("keterangan")
        said: list[str] = []
        with self._workspace.lock:  # what others have sent changes files
            root, language = self._workspace.root, self._renderer.language
            name, mail = request.first("nama"), request.first("surel")
            if name and mail:
                introduce(root, name, mail)
            is_sent = send(root, text, language=language, out=said.append)
        status = HTTPStatus.OK if is_sent else HTTPStatus.UNPROCESSABLE_ENTITY
        return self._page(said, text="" if is_sent else text, status=status)

    def _page(
        self, said: Sequence[str] = (), text: str = "", status: HTTPStatus = HTTPStatus.OK
    ) -> Reply:
        """What waits, below what sending has just said."""
        snapshot = self._workspace.snapshot()
        reason = why_not(Git(snapshot.root))
        waiting = None if reason else pending(snapshot.root)
        return self._renderer.page(
            "sending.html",
            title=self._renderer.say("title_sending"),
            tab="sending",
            snapshot=snapshot,
            status=status,
            said=said,
            is_sent=status is HTTPStatus.OK,
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
