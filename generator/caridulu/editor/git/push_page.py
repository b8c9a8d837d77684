"""The page that records what the editor changed and sends it, as ``caridulu save`` does.

Every other page answers while the network is waited for; only a second sending is refused.
"""

import threading
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePosixPath

from caridulu.editor.files.file_kinds import SINGLE, address_of
from caridulu.editor.git.git import Git
from caridulu.editor.git.pending import pending
from caridulu.editor.git.push import introduce, push, why_not
from caridulu.editor.http.server import ACTION
from caridulu.editor.renderer import Renderer
from caridulu.editor.workspace import Snapshot, Workspace
from caridulu.site.serve.local_server import Refusal, Reply, Request

SEND = "kirim"


@dataclass(frozen=True)
class PushResult:
    """What sending has said, and whether everything is sent."""

    said: tuple[str, ...] = ()
    is_sent: bool = True


class PushPage:
    """Shows what would be sent; sends when asked, never by itself."""

    def __init__(self, workspace: Workspace, renderer: Renderer) -> None:
        self._workspace = workspace
        self._renderer = renderer
        self._pushing = threading.Lock()
        self._is_awaited = False  # somebody has opened the page meanwhile
        self._missed = PushResult()

    def answer(self, request: Request) -> Reply:
        """Shows the page, or sends when its button was pressed."""
        if request.method != "POST":
            missed, self._missed = self._missed, PushResult()
            return self._page(missed, HTTPStatus.OK)
        if request.first(ACTION) != SEND:
            raise Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")
        if not self._pushing.acquire(blocking=False):
            return self._page(PushResult(), HTTPStatus.CONFLICT)
        try:
            result = self._push(request)
            self._missed = result if self._is_awaited else PushResult()
        finally:
            self._is_awaited = False
            self._pushing.release()
        if result.is_sent:
            return self._page(result, HTTPStatus.OK)
        text = request.first("keterangan")
        return self._page(result, HTTPStatus.UNPROCESSABLE_ENTITY, text)

    def _push(self, request: Request) -> PushResult:
        root, lock, said = self._workspace.root, self._workspace.lock, list[str]()
        name, mail = request.first("nama"), request.first("surel")
        if name and mail:
            with lock:
                introduce(root, name, mail)
        text, language = request.first("keterangan"), self._renderer.language
        is_sent = push(root, text, language=language, out=said.append, lock=lock)
        return PushResult(tuple(said), is_sent)

    def _page(self, result: PushResult, status: HTTPStatus, text: str = "") -> Reply:
        """What waits, below what sending has just said; nothing of it while sending runs."""
        snapshot = self._workspace.snapshot()
        if self._pushing.locked():
            self._is_awaited = True
            reason = "send_running"
        else:
            reason = why_not(Git(snapshot.root))
        waiting = None
        if not reason:
            with self._workspace.lock:  # of the list of what waits, too
                waiting = pending(snapshot.root)
        files = waiting.files if waiting else ()
        names = [self._name(snapshot, file.path) for file in files]
        return self._renderer.page(
            "push.html",
            title=self._renderer.say("title_sending"),
            tab="sending",
            snapshot=snapshot,
            status=status,
            said=result.said,
            is_sent=result.is_sent,
            reason=self._renderer.say(reason) if reason else "",
            pending=waiting,
            files=[(address_of(f.path), name, f) for name, f in zip(names, files, strict=True)],
            text=text or self._suggestion(names),
        )

    def _name(self, snapshot: Snapshot, path: str) -> str:
        """The name that people know a file by."""
        for kind, single in SINGLE.values():
            if path == single:
                return self._renderer.say(f"title_{kind}")
        return snapshot.names.get(path, PurePosixPath(path).stem)

    def _suggestion(self, names: list[str]) -> str:
        """What the officer may write about the change; only they know why it was made."""
        if not names:
            return ""
        key = "send_suggestion_more" if names[1:] else "send_suggestion"
        return self._renderer.say(key, name=names[0], others=len(names) - 1)
