"""What keeps Git from sending is told in words on which an officer can act."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.editor.client import Client
from tests.editor.git_project import FEES, REFUSED, another_officer, edited, git

pytestmark = pytest.mark.slow  # clones, commits and pushes of several officers

KEPT = "Perubahan sudah dicatat di komputer ini, tetapi belum terkirim. Tidak ada yang hilang."
NO_KEY = (
    "Tujuan kiriman meminta kata sandi atau kunci yang tidak ada di komputer ini, atau menolaknya."
    " Mintalah pengelola Git di kantor mengaturnya sekali, lalu coba lagi. Pesan Git: "
)
OUT_OF_REACH = (
    "Tujuan kiriman tidak dapat dihubungi. Periksa sambungan internet, lalu coba lagi. Pesan Git: "
)


def _sent(client: Client, repository: Path) -> str:
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")
    page = client.worked("/kirim", {"keterangan": "biaya", "_aksi": "kirim"})
    assert REFUSED in page
    assert KEPT in page
    assert "1 perubahan sudah dicatat, tetapi belum terkirim." in page
    return page


def _script(path: Path, *lines: str) -> None:
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
    path.chmod(0o755)


class _Asking(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="kantor"')
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def _asking() -> Iterator[str]:
    """A server that asks for a password."""
    with HTTPServer(("127.0.0.1", 0), _Asking) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/pusat.git"
        server.shutdown()


def test_a_lock_that_stayed_behind_is_named(repository: Path, client: Client) -> None:
    """Git leaves it where the computer goes off while something is recorded."""
    lock = repository / ".git/index.lock"
    lock.touch()
    edited(repository, FEES, "dikenai tarif", "dikenai biaya")

    page = client.worked("/kirim", {"keterangan": "biaya", "_aksi": "kirim"})
    lock.unlink()

    assert (
        "Belum dikerjakan karena Git di komputer ini terkunci: program lain sedang memakainya, atau"
        " komputer mati di tengah pekerjaan. Tidak ada yang hilang. Tutup program lain itu, lalu"
        f" coba lagi. Bila tetap terkunci, hapus berkas {lock}." in page
    )
    sent = client.worked("/kirim", {"keterangan": "biaya", "_aksi": "kirim"})
    assert "<p>Terkirim.</p>" in sent


def test_a_password_is_asked(repository: Path, client: Client) -> None:
    with _asking() as address:
        git(repository, "remote", "set-url", "origin", address)

        assert f"{NO_KEY}fatal: could not read Username" in _sent(client, repository)


def test_ssh_asks_nobody_in_a_terminal(
    repository: Path, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    _script(
        tmp_path / "bin" / "ssh",
        f'echo "$@" > "{tmp_path}/dipanggil"',
        'echo "git@kantor.example: Permission denied (publickey,password)." >&2',
        "exit 255",
    )
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    git(repository, "remote", "set-url", "origin", "git@kantor.example:pusat.git")

    page = _sent(client, repository)

    assert f"{NO_KEY}git@kantor.example: Permission denied (publickey,password)." in page
    assert "-oBatchMode=yes" in (tmp_path / "dipanggil").read_text("utf-8")


def test_the_link_is_down(repository: Path, client: Client) -> None:
    git(repository, "remote", "set-url", "origin", "http://127.0.0.1:1/pusat.git")

    assert f"{OUT_OF_REACH}fatal: unable to access" in _sent(client, repository)


def test_the_place_refuses(repository: Path, client: Client, tmp_path: Path) -> None:
    _script(tmp_path / "pusat.git" / "hooks" / "pre-receive", "echo penuh >&2", "exit 1")

    page = _sent(client, repository)

    assert (
        "Tujuan kiriman menolak perubahan ini menurut aturannya sendiri. Mengirim lagi tidak"
        " akan berhasil; sampaikan pesan berikut kepada pengelola Git di kantor. Pesan"
        " Git: ! [remote rejected] main -&gt; main (pre-receive hook declined): penuh" in page
    )


def test_another_officer_sends_at_the_same_moment(
    repository: Path, client: Client, tmp_path: Path
) -> None:
    another_officer(tmp_path, FEES, "konsul bayar brp", "konsul bayar berapa")
    git(tmp_path / "lain", "push", "--quiet", "--force", "origin", "HEAD~1:main")
    (repository / ".git" / "hooks").mkdir(exist_ok=True)
    push = f'git --git-dir "{tmp_path}/lain/.git" push --quiet'
    _script(repository / ".git" / "hooks" / "pre-push", push)

    page = _sent(client, repository)

    assert (
        "Petugas lain mengirim pada saat yang sama. Kirim lagi: perubahannya diambil lebih dahulu."
        in page
    )
    (repository / ".git" / "hooks" / "pre-push").unlink()
    assert "<p>Terkirim.</p>" in client.worked("/kirim", {"_aksi": "kirim"})


def test_what_others_have_sent_cannot_be_fetched(repository: Path, client: Client) -> None:
    git(repository, "remote", "set-url", "origin", "http://127.0.0.1:1/pusat.git")

    page = client.worked("/kirim", {"_aksi": "ambil"})

    assert "Perubahan petugas lain belum diambil. Perubahan Anda tetap seperti semula." in page
    assert OUT_OF_REACH in page
