"""``caridulu edit`` as officers call it."""

import socket
import threading
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from caridulu.cli.edit import serving
from caridulu.cli.main import main
from caridulu.messages import Language

Capture = pytest.CaptureFixture[str]


def _edit(root: Path, *options: str) -> int:
    return main(["--root", str(root), "edit", *options])


def test_folder_of_something_else(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "surat.docx").write_bytes(b"")
    assert _edit(tmp_path) == 2
    assert capsys.readouterr().err == (
        f"Folder {tmp_path} tidak berisi content/ dan kb/; jalankan dari folder proyek atau pakai"
        " --root. Kantor baru dimulai dari folder kosong.\n"
    )


@pytest.mark.parametrize("port", [70_000, -5])
def test_port_that_does_not_exist(project: Path, port: int, capsys: Capture) -> None:
    assert _edit(project, "--port", str(port)) == 2
    assert capsys.readouterr().err == (
        f"Porta {port} tidak ada; pilih --port antara 1 dan 65535, atau biarkan kosong.\n"
    )


def test_port_in_use(project: Path, capsys: Capture) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code = _edit(project, "--port", str(port))

    assert code == 1
    assert capsys.readouterr().err == (
        f"Porta {port} sedang dipakai; tutup penyunting yang lain atau pilih --port lain.\n"
    )


def test_browser_is_opened_at_the_address_with_the_token(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    opened: list[str] = []

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("caridulu.editor.http.server.EditorServer.serve_forever", interrupted)

    assert _edit(project) == 0
    assert "/?kunci=" in opened[0]
    assert capsys.readouterr().err.startswith(f"Penyunting siap: {opened[0]}\n")


def test_pages_speak_english_too(project: Path) -> None:
    with serving(project, language=Language.EN) as server:
        thread = threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        thread.start()
        browser = build_opener(HTTPCookieProcessor())
        pages = {}
        for path in ("", "entri/biaya-konsultasi", "antrean/konsultasi-lewat-video", "periksa"):
            with browser.open(server.first_address if not path else server.address + path) as reply:
                pages[path] = reply.read().decode()
        server.shutdown()
        thread.join()

    assert "Search for a question or words" in pages[""]
    assert "How people find this" in pages["entri/biaya-konsultasi"]
    assert "Accept and edit" in pages["antrean/konsultasi-lewat-video"]
    assert "Problems (0)" in pages["periksa"]
