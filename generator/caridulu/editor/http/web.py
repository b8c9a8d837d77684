"""Requests and replies between the server and the pages."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from urllib.parse import parse_qsl

BODY_LIMIT = 2_000_000  # bytes; the office's whole lexicon has some 50,000
CONTROLS_LIMIT = 20_000
TOKEN_CONTROL = "_kunci"
ACTION_CONTROL = "_aksi"
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # "no-referrer" would hide the origin of our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True)
class Request:
    """What was asked, after it has been let in."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, list[str]] = field(default_factory=dict)

    @cached_property
    def action(self) -> str:
        """The button that was pressed."""
        return self.first(ACTION_CONTROL)

    def first(self, name: str) -> str:
        """The last value of a control, so that a button overrides a hidden one; empty if none."""
        return (self.form.get(name) or [""])[-1].strip()


@dataclass(frozen=True)
class Reply:
    """What is sent back."""

    body: bytes
    status: HTTPStatus = HTTPStatus.OK
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


class Refusal(Exception):  # noqa: N818 - not an error: an answer
    """A request that is not served; ``reason`` names a message."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


def see_other(address: str) -> Reply:
    """The reply that leads a browser to another page after a form was taken."""
    return Reply(b"", HTTPStatus.SEE_OTHER, headers={"Location": address})


def controls(text: str) -> dict[str, list[str]]:
    """The controls of a submitted form, in the browser's order."""
    try:
        pairs = parse_qsl(
            text,
            keep_blank_values=True,
            strict_parsing=bool(text),
            errors="strict",
            max_num_fields=CONTROLS_LIMIT,
        )
    except ValueError as error:  # UnicodeDecodeError is one
        raise Refusal(HTTPStatus.BAD_REQUEST, "malformed") from error
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def form_token(token: str) -> str:
    """What every form of ours carries; it tells nothing about the token itself."""
    return hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()
