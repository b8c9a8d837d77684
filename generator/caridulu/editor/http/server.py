"""The editor over HTTP, for the browser of the computer on which it runs."""

from collections.abc import Callable
from urllib.parse import quote

from caridulu.editor.http.auth import HEADERS, KEPT, LOOPBACK, UPLOAD_LIMITS, Auth
from caridulu.editor.http.share_server import ShareServer
from caridulu.site.serve.local_server import LocalServer, Refusal, Reply, Request, see_other

TOKEN_QUERY = "kunci"


class EditorServer(LocalServer):
    """Serves the editor's pages to whom ``Auth`` lets in.

    Args:
        pages: gives the reply to a request that was let in.
        explain: gives the page that says why a request is refused.
        token: what the browser must know.
        port: 0 takes any free one.
    """

    headers, limits = HEADERS, UPLOAD_LIMITS

    def __init__(
        self,
        pages: Callable[[Request], Reply],
        explain: Callable[[Refusal], Reply],
        *,
        token: str,
        port: int = 0,
    ) -> None:
        super().__init__(self._admitted, explain, host=LOOPBACK, port=port)
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
