"""Who may speak to the editor: this computer's own browser, with the token, from our own pages."""

import hmac
from collections.abc import Mapping
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie

from caridulu.editor.http.web import BODY_LIMIT, TOKEN_CONTROL, Refusal, form_token

LOOPBACK = "127.0.0.1"
HTTP_PORT = 80
METHODS = ("GET", "HEAD", "POST")
FORM = "application/x-www-form-urlencoded"


class Guard:
    """Lets requests in, or raises ``Refusal``."""

    def __init__(self, *, token: str, port: int) -> None:
        self._token = token
        self._hosts = [f"{name}:{port}" for name in (LOOPBACK, "localhost")]
        if port == HTTP_PORT:  # which browsers leave out
            self._hosts += [LOOPBACK, "localhost"]
        self.cookie = f"caridulu-{port}"  # cookies do not tell ports apart

    @property
    def set_cookie(self) -> str:
        """The header that lets the browser carry the token."""
        return f"{self.cookie}={self._token}; Path=/; HttpOnly; SameSite=Strict"

    def is_token(self, given: str) -> bool:
        """Whether this is the token, told in constant time."""
        return hmac.compare_digest(given.encode(), self._token.encode())

    def check_place(self, method: str, headers: Mapping[str, str]) -> None:
        """The address and the page the request came from."""
        if method not in METHODS:
            raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "method")
        host = headers.get("Host", "")
        if host not in self._hosts:
            raise Refusal(HTTPStatus.FORBIDDEN, "foreign_host")
        origin = headers.get("Origin")
        if origin is not None and origin != f"http://{host}":
            raise Refusal(HTTPStatus.FORBIDDEN, "foreign_origin")
        if headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
            raise Refusal(HTTPStatus.FORBIDDEN, "foreign_origin")
        if method == "POST" and origin is None:
            raise Refusal(HTTPStatus.FORBIDDEN, "foreign_origin")

    def check_token(self, headers: Mapping[str, str]) -> None:
        """The token in the cookie."""
        try:
            cookies = SimpleCookie(headers.get("Cookie", ""))
        except CookieError:
            raise Refusal(HTTPStatus.FORBIDDEN, "no_token") from None
        morsel = cookies.get(self.cookie)
        if morsel is None or not self.is_token(morsel.value):
            raise Refusal(HTTPStatus.FORBIDDEN, "no_token")

    def body_length(self, headers: Mapping[str, str]) -> int:
        """How many bytes of form may be read."""
        if headers.get("Content-Type", "").partition(";")[0].strip().lower() != FORM:
            raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "content_type")
        length = headers.get("Content-Length", "")
        if "Transfer-Encoding" in headers or not (length.isascii() and length.isdigit()):
            raise Refusal(HTTPStatus.LENGTH_REQUIRED, "malformed")
        if len(length) > 9 or int(length) > BODY_LIMIT:
            raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_big")
        return int(length)

    def check_form(self, form: Mapping[str, list[str]]) -> None:
        """The form was ours."""
        given = form.get(TOKEN_CONTROL, [""])[0]
        if not hmac.compare_digest(given.encode(), form_token(self._token).encode()):
            raise Refusal(HTTPStatus.FORBIDDEN, "foreign_form")
