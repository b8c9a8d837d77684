"""The editor over HTTP: for the browser of the same computer, and for colleagues.

Colleagues come over the local network, or by the office's own TLS proxy.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from email.message import Message
from http import HTTPStatus
from http.cookies import SimpleCookie
from urllib.parse import quote

from caridulu.editor.http import auth
from caridulu.editor.http.auth import HEADERS, KEPT, LOOPBACK, OPEN, UPLOAD_LIMITS
from caridulu.editor.http.sharing import SESSION_KEPT, EntryError, SharedAddress, Sharing
from caridulu.journal.working_as import WORKING_AS
from caridulu.site.serve.local_server import LocalServer, Refusal, Reply, Request, see_other

TOKEN_QUERY = "kunci"
ENTER, LEAVE = "/masuk", "/keluar"
ENTRY_LIMIT = 4_000  # bytes that somebody unknown may send

Entrance = Callable[[str, str], Reply]  # why somebody is not let in, and the name they gave


class EditorServer(LocalServer):
    """Serves the editor's pages to this computer's own browser; port 0 takes any free one.

    ``explain`` gives the page that says why a request is refused.
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
        self._token = token
        self._origins = auth.own_origins(self.server_port)
        self._cookie_name = f"caridulu-{self.server_port}"  # cookies do not tell ports apart
        self.cookie = f"{self._cookie_name}={token}"
        self.first_address = f"{self.address}?{TOKEN_QUERY}={token}"

    def limit_of(self, path: str, headers: Message) -> int:
        """Takes little from a page of another site, which sends no cookie of ours."""
        is_known = self._is_known(Request("POST", path, headers=headers))
        return super().limit_of(path, headers) if is_known else ENTRY_LIMIT

    def _is_known(self, request: Request) -> bool:
        return auth.is_same(auth.cookie_of(request, self._cookie_name), self._token)

    def _admitted(self, request: Request) -> Reply:
        auth.check_origin(request, self._origins)
        given = request.query.get(TOKEN_QUERY, "")
        if request.method == "GET" and auth.is_same(given, self._token):
            place = "/" + quote(request.path).lstrip("/")  # "//x" is another host
            cookie = f"{self.cookie}; Path=/; Max-Age={KEPT}; HttpOnly; SameSite=Strict"
            return see_other(place, **{"Set-Cookie": cookie})
        if not request.path.startswith(OPEN) and not self._is_known(request):
            raise Refusal(HTTPStatus.FORBIDDEN, "no_token")
        if request.is_post:
            auth.check_form(request, self._token)
        return self._pages(request)


class ShareServer(LocalServer):
    """Serves the editor's pages to colleagues who have used a code, and to nobody else.

    These find the page that asks for name and code, and the ``assets`` of it, which hold no secret.
    """

    headers, limits = HEADERS, UPLOAD_LIMITS

    def __init__(
        self,
        pages: Callable[[Request], Reply],
        explain: Callable[[Refusal], Reply],
        entrance: Entrance,
        *,
        assets: Mapping[str, Reply],
        address: SharedAddress,
        sharing: Sharing,
    ) -> None:
        super().__init__(self._admitted, explain, host=address.host, port=address.port)
        self._pages = pages
        self._entrance = entrance
        self._assets = assets
        self.sharing = sharing
        self.shared = replace(address, port=self.server_port)
        # With this prefix a browser takes the cookie from https only, and for this host only.
        self.cookie_name = "__Host-caridulu" if address.proxy else f"caridulu-{self.server_port}"

    def limit_of(self, path: str, headers: Message) -> int:
        """Takes little from somebody unknown."""
        token = auth.cookie_of(Request("POST", path, headers=headers), self.cookie_name)
        return super().limit_of(path, headers) if self.sharing.guest(token) else ENTRY_LIMIT

    def _admitted(self, request: Request) -> Reply:
        auth.check_origin(request, self.shared.origins)
        token = auth.cookie_of(request, self.cookie_name)
        guest = self.sharing.guest(token)
        if guest is None:
            return self._unknown(request)
        if request.is_post:
            auth.check_form(request, token)
        auth.FORM_KEY.set(token)
        WORKING_AS.set(guest.name)
        if request.path == LEAVE and request.is_post:
            self.sharing.end(guest.id)
            return see_other("/", **{"Set-Cookie": self._cookie("", kept=0)})
        return see_other("/") if request.path in (ENTER, LEAVE) else self._pages(request)

    def _unknown(self, request: Request) -> Reply:
        """Answers somebody without a session: with the entrance, whatever they ask for."""
        if request.path in self._assets and not request.is_post:
            return self._assets[request.path]
        if not request.is_post or request.path != ENTER:
            return self._entrance("", "")
        if request.headers.get_content_type() != auth.FORM:
            raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "content_type")
        try:
            token = self.sharing.enter(request.first("nama"), request.first("kode"))
        except EntryError as error:
            return self._entrance(error.reason, request.first("nama"))
        return see_other("/", **{"Set-Cookie": self._cookie(token, kept=SESSION_KEPT)})

    def _cookie(self, token: str, *, kept: int) -> str:
        cookie: SimpleCookie = SimpleCookie({self.cookie_name: token})
        flags = cookie[self.cookie_name]
        flags["path"], flags["max-age"], flags["samesite"] = "/", kept, "Strict"
        flags["httponly"] = True
        flags["secure"] = bool(self.shared.proxy)
        return flags.OutputString()
