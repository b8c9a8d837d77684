"""``caridulu edit`` as the command line calls it."""

import socket
import threading
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from caridulu.cli import edit_functions as command
from caridulu.cli.edit_functions import edit, serving
from caridulu.messages import Language


def _edit(root: Path, *, port: int = 0) -> tuple[int, list[str]]:
    said: list[str] = []
    code = edit(root, port=port, open_browser=False, language=Language.ID, out=said.append)
    return code, said


def test_folder_without_a_project(tmp_path: Path) -> None:
    code, said = _edit(tmp_path)

    assert code == 2
    assert said == [
        f"Folder {tmp_path} tidak berisi content/ dan kb/; jalankan dari folder proyek atau pakai"
        " --root."
    ]


@pytest.mark.parametrize("port", [70_000, -5])
def test_port_that_does_not_exist(project: Path, port: int) -> None:
    code, said = _edit(project, port=port)

    assert code == 2
    assert said == [
        f"Porta {port} tidak ada; pilih --port antara 1 dan 65535, atau biarkan kosong."
    ]


def test_port_in_use(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        code, said = _edit(project, port=port)

    assert code == 1
    assert said == [
        f"Porta {port} sedang dipakai; tutup penyunting yang lain atau pilih --port lain."
    ]


def test_without_the_yaml_writer(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "find_spec", lambda _: None)

    code, said = _edit(project)

    assert code == 2
    assert said[0].startswith("Penyunting memerlukan ruamel.yaml")


def test_browser_is_opened_at_the_address_with_the_token(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("caridulu.editor.http.server.EditorServer.serve_forever", interrupted)
    said: list[str] = []

    code = edit(project, port=0, open_browser=True, language=Language.ID, out=said.append)

    assert code == 0
    assert "/?kunci=" in opened[0]
    assert said[0].startswith(f"Penyunting siap: {opened[0]}\n")


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
