"""The editor over HTTP: on this computer only, for one browser."""

from collections.abc import Callable
from urllib.parse import quote

from caridulu.editor.http.auth import ATTACHMENTS, IMPORTS, LOOPBACK, Auth
from caridulu.knowledge.attachments import PICTURE_LIMIT
from caridulu.site.serve.local_server import LocalServer, Refusal, Reply, Request, see_other

TOKEN_QUERY = "kunci"
ROOM = 4  # times what is taken: who sends more than that is told so in words
IMPORT_LIMIT = 500_000_000  # bytes of exports that are sent at once
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
            limits={ATTACHMENTS: ROOM * PICTURE_LIMIT, IMPORTS: IMPORT_LIMIT},
        )
        self._pages = pages
        self.auth = Auth(token=token, port=self.server_port)
        self.first_address = f"{self.address}?{TOKEN_QUERY}={token}"

    def _admitted(self, request: Request) -> Reply:
        self.auth.check_origin(request)
        given = request.query.get(TOKEN_QUERY)
        if request.method == "GET" and given is not None and self.auth.is_token(given):
            place = "/" + quote(request.path).lstrip("/")  # "//x" is another host
            cookie = f"{self.auth.cookie}; Path=/; HttpOnly; SameSite=Strict"
            return see_other(place, **{"Set-Cookie": cookie})
        self.auth.check(request)
        return self._pages(request)
