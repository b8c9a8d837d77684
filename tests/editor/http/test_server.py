"""Who is kept out; afterwards every file is as it was and the server still answers."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from caridulu.editor.http.auth import check_origin, form_token, own_origins
from caridulu.editor.http.server import EditorServer
from caridulu.site.serve.local_server import BODY_LIMIT, Refusal, Reply, Request
from tests.editor.client import Client, files_of

FEES = "/entri/biaya-konsultasi"
FORM = {"_aksi": "simpan", "question": "Dibajak?", "answer": "Ya.", "category": "konsultasi"}


@pytest.fixture(autouse=True)
def _unharmed(client: Client, project: Path) -> Iterator[None]:
    """Whatever a test sends: no file has changed, and the list of entries still opens."""
    before = files_of(project)
    yield
    assert files_of(project) == before
    assert "Apakah konsultasi statistik dipungut biaya?" in client.get("/entri")


def _form(client: Client, **more: str) -> str:
    return urlencode({"_kunci": form_token(client.token), **FORM, **more})


@pytest.mark.parametrize("host", ["penyerang.example", "127.0.0.1", "0.0.0.0:80", "", "[::1]:80"])
def test_foreign_host(client: Client, host: str) -> None:
    assert client.send("GET", "/", Host=host).status == 403


@pytest.mark.parametrize(
    "origin", ["https://penyerang.example", "null", "http://127.0.0.1:1", "http://localhost"]
)
def test_foreign_origin(client: Client, origin: str) -> None:
    reply = client.send("POST", FEES, _form(client), Origin=origin)

    assert reply.status == 403
    assert "bukan dari penyunting ini" in reply.text


def test_form_without_origin(client: Client) -> None:
    assert client.send("POST", FEES, _form(client), Origin=None).status == 403


def test_request_from_another_site(client: Client) -> None:
    assert client.send("GET", "/", Sec_Fetch_Site="cross-site").status == 403


@pytest.mark.parametrize("cookie", [None, "", "caridulu=1", "caridulu-{port}=salah", "\x00;;==,"])
def test_missing_or_wrong_token(client: Client, cookie: str | None) -> None:
    sent = cookie.format(port=client.port) if cookie else cookie

    assert client.send("GET", "/", Cookie=sent).status in (400, 403)
    assert client.send("POST", FEES, _form(client), Cookie=sent).status in (400, 403)


def test_wrong_token_in_the_address(client: Client) -> None:
    assert client.send("GET", "/?kunci=salah", Cookie=None).status == 403


def test_token_in_the_address_becomes_a_cookie(client: Client) -> None:
    reply = client.send("GET", f"/?kunci={client.token}", Cookie=None)

    assert reply.status == 303
    assert reply.headers["Location"] == "/"
    assert reply.headers["Set-Cookie"] == (
        f"caridulu-{client.port}={client.token}; Path=/; Max-Age=34560000; HttpOnly; "
        "SameSite=Strict"
    )


def test_token_does_not_lead_to_another_host(client: Client) -> None:
    reply = client.send("GET", f"//penyerang.example/?kunci={client.token}", Cookie=None)

    assert not reply.headers["Location"].startswith("//")


def test_form_of_another_session(client: Client) -> None:
    assert client.send("POST", FEES, urlencode({**FORM, "_kunci": "salah"})).status == 403
    assert client.send("POST", FEES, urlencode(FORM)).status == 403


@pytest.mark.parametrize(
    "path",
    [
        "/entri/..%2f..%2f..%2fetc%2fpasswd",
        "/entri/../../content/office",
        "/layanan/..%5c..%5coffice",
        "/aset/../../model.py",
        "/aset/editor.css",
        "/entri/",
        "/kb/konsultasi/biaya-konsultasi.yml",
        "/content",
        "/%00",
        "/antrean/..",
        "/entri/..%2fx/arsip",
    ],
)
def test_traversal_and_folders(client: Client, path: str) -> None:
    assert client.send("GET", path).status == 404
    assert client.send("POST", path, _form(client)).status == 404


@pytest.mark.parametrize(
    "entry_id", ["../../x", "..", "/etc/passwd", "a/b", "A B", "x" * 81, "a\x00"]
)
def test_new_entry_with_a_path_for_a_code(client: Client, entry_id: str) -> None:
    reply = client.post("/entri/baru", {**FORM, "_versi": "", "_id": entry_id})

    assert reply.status == 422
    assert "tidak dapat menjadi alamat" in reply.text


@pytest.mark.parametrize("category", ["../content", "..", "/tmp", "tidak-ada", "konsultasi/.."])
def test_category_with_a_path(client: Client, category: str) -> None:
    form = {**FORM, "_versi": "", "_id": "kode-baru", "category": category}

    assert client.post("/entri/baru", form).status == 422


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege on Windows")
def test_symbolic_link(client: Client, project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "luar.yml"
    outside.write_text("question: Rahasia kantor?\nanswer: x\n", encoding="utf-8")
    link = project / "kb/konsultasi/pintas.yml"
    link.symlink_to(outside)

    shown = client.get("/entri/pintas")
    reply = client.post("/entri/pintas", {**FORM, "_versi": ""})

    assert "Rahasia kantor" not in shown
    assert reply.status == 403
    assert outside.read_text("utf-8") == "question: Rahasia kantor?\nanswer: x\n"
    link.unlink()


def test_oversized_body(client: Client) -> None:
    assert client.send("POST", FEES, b"", Content_Length=str(BODY_LIMIT + 1)).status == 413
    assert client.send("POST", FEES, b"", Content_Length="9" * 40).status == 413


def test_nobody_unknown_sends_a_large_file(client: Client) -> None:
    assert client.send("POST", "/impor", b"x" * 4_001, Cookie=None).status == 413
    assert client.send("POST", "/impor", b"x" * 4_000, Cookie=None).status == 403


def test_too_many_controls(client: Client) -> None:
    form = "&".join(f"a{number}=" for number in range(20_001))

    assert client.send("POST", FEES, f"{_form(client)}&{form}").status == 400


@pytest.mark.parametrize(
    "action", ["", "hapus-semua", "tambah:question", "hapus:sources.99", "naik:x.y", "arsipkan"]
)
def test_unknown_action(client: Client, action: str) -> None:
    reply = client.post(FEES, {**FORM, "_aksi": action})

    assert reply.status == 400
    assert "Tombol ini tidak dikenal." in reply.text


def test_publishing_the_office_is_no_action(client: Client) -> None:
    assert client.post("/kantor", {"_aksi": "terbitkan"}).status == 400


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{", "application/json"),
        (b"<a/>", "text/xml"),
        (b"x", "multipart/form-data; boundary=y"),
        (b"x", ""),
        (b"\xff\xfe=\xff", "application/x-www-form-urlencoded"),
        (b"a=%FF%FE", "application/x-www-form-urlencoded"),
        (b"tanpa-sama-dengan", "application/x-www-form-urlencoded"),
    ],
)
def test_malformed_body(client: Client, body: bytes, kind: str) -> None:
    assert client.send("POST", FEES, body, Content_Type=kind).status in (400, 415)


def test_body_without_length(client: Client) -> None:
    reply = client.send("POST", FEES, b"", Content_Length="-1")

    assert reply.status == 411


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods(client: Client, method: str) -> None:
    assert client.send(method, FEES).status == 405


def test_malformed_address(client: Client) -> None:
    assert client.send("GET", "http://[x/").status == 400


@pytest.mark.parametrize(
    "line", [b"", b"GARBAGE\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01"]
)
def test_no_http(client: Client, line: bytes) -> None:
    with socket.create_connection(("127.0.0.1", client.port), timeout=60) as raw:
        raw.sendall(line)


def test_slow_client_does_not_hold_up_others(client: Client) -> None:
    with socket.create_connection(("127.0.0.1", client.port), timeout=60) as raw:
        raw.sendall(b"GET / HTTP/1.1\r\nHost:")
        assert client.send("GET", "/").status == 200


def test_only_the_loopback_address_is_served() -> None:
    def answer(_: object) -> Reply:
        return Reply(b"")

    with EditorServer(answer, answer, token="kunci") as server:
        assert server.server_address[0] == "127.0.0.1"


def test_pages_forbid_everything_from_elsewhere(client: Client) -> None:
    headers = client.send("GET", "/").headers

    assert headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"


def test_tokens_of_two_sessions_differ() -> None:
    assert form_token("satu") != form_token("dua")


def test_browsers_leave_out_the_usual_port() -> None:
    request = Request("GET", "/")
    request.headers["Host"] = "127.0.0.1"
    check_origin(request, own_origins(80))
    with pytest.raises(Refusal):
        check_origin(request, own_origins(81))
