"""The editor's HTTP server: on this computer only, one thread a request."""

import os
import sys
import time
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from caridulu.editor.http.auth import LOOPBACK, Guard
from caridulu.editor.http.web import HEADERS, Refusal, Reply, Request, controls

TOKEN_QUERY = "kunci"
OPEN = "/aset/"  # style sheets and script: no secret, and a refusal should look decent too
SILENCE = 10.0  # seconds without a byte
PATIENCE = 30.0  # seconds for a whole form
CHUNK = 65_536

Answer = Callable[[Request], Reply]
Explain = Callable[[Refusal], Reply]


class EditorServer(ThreadingHTTPServer):
    """Serves ``answer`` to whom the guard lets in.

    Args:
        answer: gives the reply to a request.
        explain: gives the page that says why a request is refused.
        token: what the browser must know.
        port: 0 takes any free one.
        host: nothing but the loopback address is accepted.
    """

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows another program could share the port

    def __init__(
        self, answer: Answer, explain: Explain, *, token: str, port: int = 0, host: str = LOOPBACK
    ) -> None:
        if host != LOOPBACK:
            raise ValueError(f"the editor serves {LOOPBACK} only, not {host}")
        super().__init__((host, port), _Handler)
        self.answer = answer
        self.explain = explain
        self.guard = Guard(token=token, port=self.server_port)
        self.address = f"http://{LOOPBACK}:{self.server_port}/"
        self.first_address = f"{self.address}?{TOKEN_QUERY}={token}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no news; anything else is ours to repair."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: EditorServer
    timeout = SILENCE
    server_version = "CariDulu"
    sys_version = ""

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: the addresses hold what officers type."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the standard library refuses is refused in our own words too."""
        self.close_connection = True
        status = HTTPStatus(code)
        self._send(self.server.explain(Refusal(status, "malformed")))

    def do_GET(self) -> None:
        self._reply()

    do_POST = do_HEAD = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_GET  # noqa: N815

    def _reply(self) -> None:
        try:
            reply = self._answer()
        except Refusal as refusal:
            self.close_connection = True  # a body that was not read is not the next request
            reply = self.server.explain(refusal)
        self._send(reply)

    def _answer(self) -> Reply:
        guard = self.server.guard
        headers = dict(self.headers.items())
        guard.check_place(self.command, headers)
        parts = urlsplit(self.path)
        query = _query(parts.query)
        given = query.get(TOKEN_QUERY)
        if self.command == "GET" and given is not None and guard.is_token(given):
            place = "/" + quote(unquote(parts.path)).lstrip("/")  # "//x" is another host
            headers = {"Location": place, "Set-Cookie": guard.set_cookie}
            return Reply(b"", HTTPStatus.SEE_OTHER, headers=headers)
        if not parts.path.startswith(OPEN):
            guard.check_token(headers)
        form = {}
        if self.command == "POST":
            form = controls(self._body(guard.body_length(headers)))
            guard.check_form(form)
        path = unquote(parts.path, errors="replace")
        return self.server.answer(Request(self.command, path, query, form))

    def _body(self, length: int) -> str:
        """The form's text; refused when it does not arrive in time."""
        end = time.monotonic() + PATIENCE
        pieces: list[bytes] = []
        missing = length
        while missing and time.monotonic() < end:
            try:
                piece = self.rfile.read1(min(missing, CHUNK))
            except TimeoutError:
                break
            if not piece:
                break
            pieces.append(piece)
            missing -= len(piece)
        if missing:
            raise Refusal(HTTPStatus.REQUEST_TIMEOUT, "slow")
        try:
            return b"".join(pieces).decode("ascii")
        except UnicodeDecodeError:
            raise Refusal(HTTPStatus.BAD_REQUEST, "malformed") from None

    def _send(self, reply: Reply) -> None:
        try:
            self.send_response(reply.status)
            for name, value in {**HEADERS, **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(reply.body)
        except (ConnectionError, TimeoutError):
            self.close_connection = True


def _query(text: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=50))
    except ValueError:
        raise Refusal(HTTPStatus.BAD_REQUEST, "malformed") from None
