"""Checks requests: the secret of this computer's browser, the page they come from, their size."""

import hashlib
import hmac
from collections.abc import Collection, Mapping
from contextvars import ContextVar
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie

from caridulu.editor.addresses import ATTACHMENTS, IMPORTS, SETUP
from caridulu.knowledge.attachments import PICTURE_LIMIT
from caridulu.site.serve.local_server import Refusal, Request
from caridulu.site.serve.multipart import KIND as MULTIPART

LOOPBACK = "127.0.0.1"
HTTP_PORT = 80
METHODS = ("GET", "HEAD", "POST")
FORM = "application/x-www-form-urlencoded"
TOKEN_CONTROL = "_kunci"
IMPORT_LIMIT = 500_000_000  # bytes of exports that are sent at once
# Bytes that may be sent to an address that takes files; who sends a little more than is taken is
# told so in words. Of a new office, it is the emblem.
UPLOAD_LIMITS = {
    ATTACHMENTS: 4 * PICTURE_LIMIT,
    SETUP: 4 * PICTURE_LIMIT,
    IMPORTS: IMPORT_LIMIT,
}
HEADERS = {  # of every reply
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
OPEN = "/aset/"  # style sheets and script: no secret, and a refusal should look decent too
KEPT = 400 * 24 * 3600  # seconds; browsers keep no cookie longer

# Of a guest: what the forms of this request carry. A thread serves one request.
FORM_KEY: ContextVar[str] = ContextVar("form_key", default="")


def own_origins(port: int) -> dict[str, str]:
    """Maps what ``Host`` may be to the origin of pages in this computer's own browser."""
    names = (LOOPBACK, "localhost")
    hosts = (host for name in names for host in hosts_of(name, port, usual=HTTP_PORT))
    return {host: f"http://{host}" for host in hosts}


def hosts_of(name: str, port: int, *, usual: int) -> Collection[str]:
    """Lists how browsers write a host in ``Host``: they leave out the usual port."""
    return (f"{name}:{port}", name) if port == usual else (f"{name}:{port}",)


def check_origin(request: Request, origins: Mapping[str, str]) -> None:
    """Refuses requests to a ``Host`` without an origin, or from a page of another origin."""
    if request.method not in METHODS:
        raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "method")
    host = request.headers.get("Host", "")
    if host not in origins:
        raise Refusal(HTTPStatus.FORBIDDEN, "foreign_host")
    origin = request.headers.get("Origin")
    is_foreign = origin not in (None, origins[host])
    is_cross = request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none")
    if is_foreign or is_cross or (request.is_post and origin is None):
        raise Refusal(HTTPStatus.FORBIDDEN, "foreign_origin")


def check_form(request: Request, key: str) -> None:
    """Refuses a form of another kind, or one that was made with another key."""
    kinds = (FORM, MULTIPART) if request.path in UPLOAD_LIMITS else (FORM,)
    if request.headers.get_content_type() not in kinds:
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "content_type")
    given = request.form.get(TOKEN_CONTROL, [""])[0]
    if not is_same(given, form_token(key)):
        raise Refusal(HTTPStatus.FORBIDDEN, "foreign_form")


def cookie_of(request: Request, name: str) -> str:
    """Reads a cookie; empty where the browser sends none that can be read."""
    try:
        morsel = SimpleCookie(request.headers.get("Cookie", "")).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def is_same(given: str, ours: str) -> bool:
    """Compares two secrets in constant time."""
    return hmac.compare_digest(given.encode(), ours.encode())


def form_token(key: str) -> str:
    """Computes the token of every form (an HMAC), which does not reveal the key."""
    return hmac.new(key.encode(), b"form", hashlib.sha256).hexdigest()
