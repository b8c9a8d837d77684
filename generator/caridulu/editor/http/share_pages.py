"""Where the owner of the editor gives out codes, and where colleagues come in."""

from http import HTTPStatus

from caridulu.editor.addresses import SHARE
from caridulu.editor.http.server import ShareServer
from caridulu.editor.http.sharing import CODE_KEPT
from caridulu.editor.pages import Pages, pressed, unknown_button
from caridulu.editor.renderer import Renderer
from caridulu.editor.saving.saver import Saver
from caridulu.editor.workspace import Snapshot
from caridulu.journal.working_as import WORKING_AS
from caridulu.site.serve.local_server import Refusal, Reply, Request, see_other

CODE, END, WITHDRAW = "kode", "akhiri", "cabut"


class SharePages(Pages):
    """Answers requests about colleagues; only the owner's own computer may ask."""

    tab, places = "share", (SHARE,)

    def __init__(self, saver: Saver, renderer: Renderer, server: ShareServer) -> None:
        super().__init__(saver, renderer)
        self._sharing = server.sharing
        self._address = server.shared

    def answer(self, snapshot: Snapshot, request: Request) -> Reply:
        if WORKING_AS.get():
            raise Refusal(HTTPStatus.FORBIDDEN, "owner_only")
        if not request.is_post:
            return self._show(snapshot)
        action, guest_id = pressed(request)
        if action == CODE:
            return self._show(snapshot, code=self._sharing.new_code())
        if action == END:
            self._sharing.end(guest_id)
        elif action == WITHDRAW:
            self._sharing.withdraw_codes()
        else:
            raise unknown_button()
        return see_other(SHARE)

    def _show(self, snapshot: Snapshot, *, code: str = "") -> Reply:
        return self._page(
            "share.html",
            snapshot,
            self._say("share_title"),
            code=code,
            minutes=CODE_KEPT // 60,
            address=self._address.url,
            is_secure=bool(self._address.proxy),
            guests=self._sharing.guests(),
            codes=self._sharing.waiting_codes,
        )


def entrance(renderer: Renderer, reason: str, name: str) -> Reply:
    """Renders the page that asks a colleague for name and code."""
    return renderer.page(
        "entrance.html",
        title=renderer.say("entrance_title"),
        status=HTTPStatus.TOO_MANY_REQUESTS if reason == "closed" else HTTPStatus.FORBIDDEN,
        has_tabs=False,
        reason=reason,
        name=name,
    )
