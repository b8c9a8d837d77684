"""The editor over HTTP, for the browser of the computer on which it runs."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from caridulu.editor.http.auth import ATTACHMENTS, IMPORTS, KEPT, LOOPBACK, SETUP, Auth
from caridulu.knowledge.attachments import PICTURE_LIMIT
from caridulu.site.serve.local_server import LocalServer, Refusal, Reply, Request, see_other

if TYPE_CHECKING:  # which stands on this module
    from caridulu.editor.http.share_server import ShareServer

TOKEN_QUERY = "kunci"
IMPORT_LIMIT = 500_000_000  # bytes of exports that are sent at once
# Bytes that may be sent to an address; who sends a little more than is taken is told so in words.
UPLOAD_LIMITS = {
    ATTACHMENTS: 4 * PICTURE_LIMIT,
    SETUP: 4 * PICTURE_LIMIT,
    IMPORTS: IMPORT_LIMIT,
}
ACTION = "_aksi"  # the control that every button of ours is
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src"
        " 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # "no-referrer" would hide the origin of our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class EditorServer(LocalServer):
    """Serves the editor's pages to whom ``Auth`` lets in.

    Args:
        pages: gives the reply to a request that was let in.
        explain: gives the page that says why a request is refused.
        token: what the browser must know.
        port: 0 takes any free one.
    """

    def __init__(
        self,
        pages: Callable[[Request], Reply],
        explain: Callable[[Refusal], Reply],
        *,
        token: str,
        port: int = 0,
    ) -> None:
        super().__init__(
            self._admitted,
            explain,
            host=LOOPBACK,
            port=port,
            headers=HEADERS,
            limits=UPLOAD_LIMITS,
        )
        self._pages = pages
        self.share: ShareServer | None = None  # for colleagues
        self.auth = Auth(token=token, port=self.server_port)
        self.first_address = f"{self.address}?{TOKEN_QUERY}={token}"

    def _admitted(self, request: Request) -> Reply:
        self.auth.check_origin(request)
        given = request.query.get(TOKEN_QUERY)
        if request.method == "GET" and given is not None and self.auth.is_token(given):
            place = "/" + quote(request.path).lstrip("/")  # "//x" is another host
            cookie = f"{self.auth.cookie}; Path=/; Max-Age={KEPT}; HttpOnly; SameSite=Strict"
            return see_other(place, **{"Set-Cookie": cookie})
        self.auth.check(request)
        return self._pages(request)
