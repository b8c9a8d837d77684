"""Who may speak to the editor: this computer's own browser, with the token, from our own pages."""

import hashlib
import hmac
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie

from caridulu.site.serve.local_server import Refusal, Request
from caridulu.site.serve.multipart import KIND as MULTIPART

LOOPBACK = "127.0.0.1"
HTTP_PORT = 80
METHODS = ("GET", "HEAD", "POST")
FORM = "application/x-www-form-urlencoded"
TOKEN_CONTROL = "_kunci"
ATTACHMENTS, IMPORTS = "/berkas", "/impor"  # the addresses that take files
OPEN = "/aset/"  # style sheets and script: no secret, and a refusal should look decent too


class Auth:
    """Lets requests in, or raises ``Refusal``."""

    def __init__(self, *, token: str, port: int) -> None:
        self._token = token
        self._hosts = [f"{name}:{port}" for name in (LOOPBACK, "localhost")]
        if port == HTTP_PORT:  # which browsers leave out
            self._hosts += [LOOPBACK, "localhost"]
        self._cookie = f"caridulu-{port}"  # cookies do not tell ports apart

    @property
    def cookie(self) -> str:
        """The cookie by which a browser carries the token."""
        return f"{self._cookie}={self._token}"

    def is_token(self, given: str) -> bool:
        """Compares a token with ours, in constant time."""
        return hmac.compare_digest(given.encode(), self._token.encode())

    def check_origin(self, request: Request) -> None:
        """Refuses requests to another address, or from another page."""
        if request.method not in METHODS:
            raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "method")
        host = request.headers.get("Host", "")
        if host not in self._hosts:
            raise Refusal(HTTPStatus.FORBIDDEN, "foreign_host")
        origin = request.headers.get("Origin")
        is_foreign = origin not in (None, f"http://{host}")
        is_cross = request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none")
        if is_foreign or is_cross or (request.method == "POST" and origin is None):
            raise Refusal(HTTPStatus.FORBIDDEN, "foreign_origin")

    def check(self, request: Request) -> None:
        """Refuses requests without the token, and forms that are not ours."""
        if not request.path.startswith(OPEN) and not self.is_token(self._token_of(request)):
            raise Refusal(HTTPStatus.FORBIDDEN, "no_token")
        if request.method != "POST":
            return
        kinds = (FORM, MULTIPART) if request.path in (ATTACHMENTS, IMPORTS) else (FORM,)
        if request.headers.get_content_type() not in kinds:
            raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "content_type")
        given = request.form.get(TOKEN_CONTROL, [""])[0]
        if not hmac.compare_digest(given.encode(), form_token(self._token).encode()):
            raise Refusal(HTTPStatus.FORBIDDEN, "foreign_form")

    def _token_of(self, request: Request) -> str:
        try:
            morsel = SimpleCookie(request.headers.get("Cookie", "")).get(self._cookie)
        except CookieError:
            return ""
        return morsel.value if morsel else ""


def form_token(token: str) -> str:
    """Makes what every form of ours carries; it tells nothing about the token itself."""
    return hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()
