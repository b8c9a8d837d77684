"""A small HTTP server for one computer: a thread a request, ``Request`` in, ``Reply`` out.

The preview and the editor stand on it. Werkzeug 3.1 and bottle 0.13 were tried in its place. Their
limits on forms do not hold for forms without files, a form that is not UTF-8 ends as "500", a port
in use ends the program with words of their own, and Ctrl+C is swallowed; undoing that took as many
lines as are saved. bottle serves one request at a time.
"""

import mmap
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from tempfile import TemporaryFile
from typing import Any, ClassVar
from urllib.parse import parse_qsl, unquote, urlsplit

from caridulu.site.serve.multipart import KIND as MULTIPART
from caridulu.site.serve.multipart import Body, Multipart, UploadedFile, parse_multipart

BODY_LIMIT = 2_000_000  # bytes; the office's whole lexicon has some 50,000
PIECE = 1_000_000  # bytes of a larger body that are in memory at once
CONTROLS_LIMIT = 20_000
QUERY_LIMIT = 50
HTML = "text/html; charset=utf-8"


class Refusal(Exception):  # noqa: N818 - not an error: an answer
    """A request that is not served; ``reason`` names a message."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Message = field(default_factory=Message)
    body: Body = b""

    @property
    def is_post(self) -> bool:
        """Whether a form was submitted."""
        return self.method == "POST"

    @cached_property
    def form(self) -> dict[str, list[str]]:
        """The controls of a submitted form, in the browser's order, without files."""
        if self._multipart:
            return self._multipart.texts
        found: dict[str, list[str]] = {}
        if not isinstance(self.body, bytes):  # so much can only be files
            raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_big")
        try:
            pairs = parse_qsl(
                self.body.decode("ascii"),
                keep_blank_values=True,
                strict_parsing=bool(self.body),
                errors="strict",
                max_num_fields=CONTROLS_LIMIT,
            )
        except ValueError:  # UnicodeDecodeError is one
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed") from None
        for name, value in pairs:
            found.setdefault(name, []).append(value)
        return found

    @property
    def files(self) -> Mapping[str, Sequence[UploadedFile]]:
        """The files of a submitted form by control."""
        return self._multipart.files if self._multipart else {}

    @cached_property
    def _multipart(self) -> Multipart | None:
        if self.headers.get_content_type() != MULTIPART:
            return None
        try:
            return parse_multipart(self.body, self.headers)
        except ValueError:  # UnicodeDecodeError is one
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed") from None

    def first(self, name: str) -> str:
        """Returns the last value of a control: a button overrides a hidden one; empty if none."""
        return (self.form.get(name) or [""])[-1].strip()

    def line(self, name: str) -> str:
        """Returns the last value of a control as one line with single spaces."""
        return " ".join(self.first(name).split())


@dataclass(frozen=True)
class Reply:
    """What is sent back; a body in pieces is sent as they come."""

    body: bytes | Iterable[bytes]
    status: HTTPStatus = HTTPStatus.OK
    kind: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)


def see_other(address: str, **headers: str) -> Reply:
    """Leads a browser to another page after a form was taken."""
    return Reply(b"", HTTPStatus.SEE_OTHER, headers={"Location": address, **headers})


class LocalServer(ThreadingHTTPServer):
    """Serves ``answer``, which may raise ``Refusal``; port 0 takes any free one.

    ``explain`` gives the page that says why a request is refused.
    """

    headers: ClassVar[Mapping[str, str]] = {}  # go with every reply
    limits: ClassVar[Mapping[str, int]] = {}  # bytes that an address takes, if not ``BODY_LIMIT``
    silence = 10.0  # seconds after which a browser that sends nothing is given up
    glance = 0.1  # seconds until it hears that it is to end
    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows another program could share the port

    def __init__(
        self,
        answer: Callable[[Request], Reply],
        explain: Callable[[Refusal], Reply],
        *,
        host: str,
        port: int,
    ) -> None:
        super().__init__((host, port), _Handler)
        self.answer = answer
        self.explain = explain
        self.address = f"http://{host}:{self.server_port}/"

    def serve_forever(self, poll_interval: float | None = None) -> None:
        """Serves until ``shutdown``, by default heard within ``glance``."""
        super().serve_forever(self.glance if poll_interval is None else poll_interval)

    def limit_of(self, path: str, headers: Message) -> int:
        """Returns how many bytes may be sent to an address, before any of them is read."""
        return self.limits.get(path, BODY_LIMIT)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignores browsers that disconnect; prints what is ours to repair."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Speaks HTTP/1.0: every connection ends with its reply."""

    server: LocalServer
    server_version = "CariDulu"
    sys_version = ""

    def setup(self) -> None:
        super().setup()
        self.connection.settimeout(self.server.silence)

    def log_message(self, format: str, *args: Any) -> None:
        """Keeps no access log: addresses hold what officers type."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuses in our own words what the standard library refuses."""
        self._send(self.server.explain(Refusal(HTTPStatus(code), "malformed")))

    def do_GET(self) -> None:
        try:
            reply = self.server.answer(self._request())
        except Refusal as refusal:
            reply = self.server.explain(refusal)
        self._send(reply)

    do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_GET  # noqa: N815

    def _request(self) -> Request:
        try:
            parts = urlsplit(self.path)
            query = dict(parse_qsl(parts.query, keep_blank_values=True, max_num_fields=QUERY_LIMIT))
        except ValueError:
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed") from None
        path = unquote(parts.path)
        limit = self.server.limit_of(path, self.headers)
        body: Body = self._body(limit) if self.command == "POST" else b""
        return Request(self.command, path, query, self.headers, body)

    def _body(self, limit: int) -> Body:
        length = self.headers.get("Content-Length", "")
        if "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdigit()):
            raise Refusal(HTTPStatus.LENGTH_REQUIRED, "malformed")
        if len(length) > 9 or int(length) > limit:
            raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_big")
        if int(length) > BODY_LIMIT:
            return self._body_on_disk(int(length))
        try:
            body = self.rfile.read(int(length))
        except TimeoutError:
            body = b""
        if len(body) < int(length):
            raise Refusal(HTTPStatus.REQUEST_TIMEOUT, "slow")
        return body

    def _body_on_disk(self, length: int) -> mmap.mmap:
        """Reads a large body into a file without a name, which goes with the request."""
        left = length
        try:
            with TemporaryFile() as file:
                while left:
                    piece = self.rfile.read(min(left, PIECE))
                    if not piece:
                        raise Refusal(HTTPStatus.REQUEST_TIMEOUT, "slow")
                    left -= len(piece)
                    file.write(piece)
                file.flush()
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except TimeoutError:
            raise Refusal(HTTPStatus.REQUEST_TIMEOUT, "slow") from None
        except ConnectionError:
            raise
        except OSError:
            with suppress(OSError):  # a browser hears no answer before it has sent all
                while left and (piece := self.rfile.read(min(left, PIECE))):
                    left -= len(piece)
            raise Refusal(HTTPStatus.INSUFFICIENT_STORAGE, "no_room") from None

    def _send(self, reply: Reply) -> None:
        headers = {**self.server.headers, **reply.headers, "Content-Type": reply.kind}
        if isinstance(reply.body, bytes):
            headers["Content-Length"] = str(len(reply.body))
        self.send_response(reply.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            for piece in [reply.body] if isinstance(reply.body, bytes) else reply.body:
                self.wfile.write(piece)
