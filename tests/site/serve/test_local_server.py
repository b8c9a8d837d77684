"""What every request meets, whoever answers it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPResponse
from typing import ClassVar

import pytest

from caridulu.site.serve.local_server import (
    BODY_LIMIT,
    LocalServer,
    Refusal,
    Reply,
    Request,
    see_other,
)


def _answer(request: Request) -> Reply:
    """Says what was asked; knows a page that comes in pieces, and one that has moved."""
    if request.path == "/potongan":
        return Reply(iter([b"satu ", b"dua"]))
    if request.path == "/lama":
        return see_other("/baru")
    if request.path == "/terlarang":
        raise Refusal(HTTPStatus.FORBIDDEN, "no_token")
    return Reply(f"{request.path} {request.query} {request.form}".encode())


def _explain(refusal: Refusal) -> Reply:
    return Reply(refusal.reason.encode(), refusal.status)


class _Server(LocalServer):
    headers: ClassVar = {"Cache-Control": "no-store"}


@contextmanager
def _serving(silence: float = 10.0) -> Iterator[LocalServer]:
    with _Server(_answer, _explain, host="127.0.0.1", port=0) as server:
        server.silence = silence
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with _serving() as started:
        yield started


def _asked(
    server: LocalServer, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, sent)
    response = connection.getresponse()
    return response, response.read()


def test_a_request_is_read(server: LocalServer) -> None:
    response, body = _asked(server, "POST", "/kb/a%20b?q=inflasi&q=ipm", b"a=1&b=%C3%A9&a=2&c=")

    assert response.status == 200
    expected = "/kb/a b {'q': 'ipm'} {'a': ['1', '2'], 'b': ['é'], 'c': ['']}"
    assert body.decode() == expected
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Length"] == str(len(expected.encode()))


def test_a_head_has_no_body(server: LocalServer) -> None:
    response, body = _asked(server, "HEAD", "/")

    assert (response.status, body) == (200, b"")
    assert int(response.headers["Content-Length"]) > 0


def test_a_body_in_pieces_ends_with_the_connection(server: LocalServer) -> None:
    response, body = _asked(server, "GET", "/potongan")

    assert body == b"satu dua"
    assert response.headers["Content-Length"] is None


def test_a_refusal_is_explained(server: LocalServer) -> None:
    response, body = _asked(server, "GET", "/terlarang")

    assert (response.status, body) == (403, b"no_token")


def test_a_form_leads_to_another_page(server: LocalServer) -> None:
    response, _ = _asked(server, "POST", "/lama", b"")

    assert (response.status, response.headers["Location"]) == (303, "/baru")


@pytest.mark.parametrize(
    ("headers", "status", "reason"),
    [
        ({"Content_Length": "-1"}, 411, b"malformed"),
        ({"Content_Length": "²"}, 411, b"malformed"),
        ({"Content_Length": "1", "Transfer_Encoding": "chunked"}, 411, b"malformed"),
        ({"Content_Length": str(BODY_LIMIT + 1)}, 413, b"too_big"),
        ({"Content_Length": "9" * 40}, 413, b"too_big"),
    ],
)
def test_a_body_has_a_length_and_a_limit(
    server: LocalServer, headers: dict[str, str], status: int, reason: bytes
) -> None:
    response, body = _asked(server, "POST", "/", b"", **headers)

    assert (response.status, body) == (status, reason)


def test_a_silent_browser_is_given_up() -> None:
    with (
        _serving(silence=0.2) as server,
        socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as raw,
    ):
        raw.sendall(b"POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\nq=")
        reply = raw.makefile("rb").read()

    assert reply.startswith(b"HTTP/1.0 408")
    assert reply.endswith(b"slow")


def test_what_is_no_http_is_refused_in_our_words(server: LocalServer) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as raw:
        raw.sendall(b"GET / HTTP/9.9\r\n\r\n")
        reply = raw.makefile("rb").read()

    assert reply.endswith(b"malformed")


def test_nothing_is_logged(server: LocalServer, capfd: pytest.CaptureFixture[str]) -> None:
    _asked(server, "GET", "/?q=rahasia")
    _asked(server, "BATAL", "/")

    assert capfd.readouterr() == ("", "")
