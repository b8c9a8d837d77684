"""``caridulu edit`` as officers call it."""

import re
import socket
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from caridulu.cli.main import main
from caridulu.messages import Language
from tests.editor.client import running

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves the secret of whoever runs the tests alone."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "setelan"))


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


@pytest.fixture
def _interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that is ended as soon as it serves."""

    def interrupted(_: object, poll_interval: float = 0.5) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("caridulu.editor.http.server.EditorServer.serve_forever", interrupted)


@pytest.fixture
def free_port(monkeypatch: pytest.MonkeyPatch) -> int:
    """Stands for the port of every day, which another program may use."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    monkeypatch.setattr("caridulu.cli.commands.edit.USUAL_PORT", port)
    return port


@pytest.mark.usefixtures("_interrupted")
def test_browser_is_opened_at_the_same_address_every_day(
    project: Path, free_port: int, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)

    assert _edit(project) == 0
    assert _edit(project) == 0

    home = f"http://127.0.0.1:{free_port}/"
    assert opened[0] == opened[1]
    assert opened[0].startswith(f"{home}?kunci=")
    assert capsys.readouterr().err == 2 * (
        f"Penyunting siap: {opened[0]}\n"
        "Biarkan jendela ini terbuka; tekan Ctrl+C untuk berhenti.\n"
        f"Setelah sekali dibuka, simpan alamat ini sebagai penanda (bookmark) untuk hari-hari "
        f"berikutnya: {home}\n"
    )


@pytest.mark.usefixtures("_interrupted")
def test_another_port_while_the_usual_one_is_in_use(
    project: Path, free_port: int, capsys: Capture
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port))
        taken.listen()
        assert _edit(project, "--no-browser") == 0

    said = capsys.readouterr().err
    assert said.startswith(
        f"Porta {free_port} sedang dipakai, mungkin oleh penyunting yang lain; kali ini alamatnya "
        "lain.\nPenyunting siap: http://127.0.0.1:"
    )
    assert f":{free_port}/" not in said
    assert "setiap hari" not in said


def test_the_bookmark_works_the_next_day(project: Path) -> None:
    port, token = 0, "sama-setiap-hari-di-komputer-ini-saja"
    browser = build_opener(HTTPCookieProcessor())
    for path in (f"?kunci={token}", ""):  # the second day's editor has not seen this browser
        with running(project, port=port, token=token) as server:
            port = server.server_port
            with browser.open(server.address + path) as reply:
                assert "Penyunting Cari Dulu" in reply.read().decode()


@pytest.mark.usefixtures("_interrupted")
def test_sharing_tells_an_address_codes_and_what_no_tls_means(
    project: Path, capsys: Capture
) -> None:
    code = _edit(
        project, "--port", "0", "--no-browser", "--share-at", "127.0.0.1", "--share-port", "0"
    )

    assert code == 0
    said = capsys.readouterr().err
    home = re.findall(r"siap: (\S+)\?kunci", said)[0]
    letters = "[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}"
    assert re.search(
        r"Untuk rekan di komputer lain: http://127\.0\.0\.1:\d+\n"
        "Kode sekali pakai, satu untuk setiap orang, berlaku 60 menit: "
        rf"{letters}, {letters}, {letters}\n"
        rf"Kode lain dan daftar yang masuk: {home}berbagi\n"
        "Tanpa TLS: siapa pun di jaringan kantor dapat membaca apa yang diketik, juga kode dan "
        "sesinya. Pakailah hanya di jaringan yang Anda percaya, atau lewat proksi TLS kantor "
        r"\(--share-as\)\.\n$",
        said,
    )


@pytest.mark.usefixtures("_interrupted")
def test_behind_a_proxy_only_this_computer_is_listened_to(project: Path, capsys: Capture) -> None:
    proxy = "https://sunting.contoh.example"
    options = ("--port", "0", "--no-browser", "--share-as", proxy, "--share-port", "0")

    assert _edit(project, *options) == 0

    said = capsys.readouterr().err
    assert f"Untuk rekan di komputer lain: {proxy}\n" in said
    assert re.search(
        rf"Proksi TLS kantor harus meneruskan {proxy} ke http://127\.0\.0\.1:\d+ dengan tajuk "
        r"\(header\) Host yang asli\.\n$",
        said,
    )
    assert "Tanpa TLS" not in said


def test_an_address_that_is_not_this_computer_s(project: Path, capsys: Capture) -> None:
    assert _edit(project, "--port", "0", "--no-browser", "--share-at", "192.0.2.1") == 1
    assert capsys.readouterr().err == (
        "Porta 8124 tidak dapat dibuka di alamat 192.0.2.1: sedang dipakai, atau bukan alamat "
        "komputer ini; pilih --share-port atau --share-at lain.\n"
    )


def test_no_network_to_share_on(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def unreachable() -> str:
        raise OSError

    monkeypatch.setattr("caridulu.cli.commands.edit.own_address", unreachable)

    assert _edit(project, "--port", "0", "--no-browser", "--share") == 1
    assert capsys.readouterr().err == (
        "Komputer ini tidak terhubung ke jaringan; periksa jaringannya, atau sebutkan alamat "
        "komputer ini dengan --share-at.\n"
    )


def test_a_proxy_without_https_is_refused(project: Path, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        _edit(project, "--share-as", "http://sunting.contoh.example")

    assert ended.value.code == 2
    assert "--share-as" in capsys.readouterr().err


def test_pages_speak_english_too(project: Path) -> None:
    with running(project, language=Language.EN) as server:
        browser = build_opener(HTTPCookieProcessor())
        pages = {}
        for path in (
            "",
            "entri",
            "entri/biaya-konsultasi",
            "antrean/konsultasi-lewat-video",
            "periksa",
        ):
            with browser.open(server.first_address if not path else server.address + path) as reply:
                pages[path] = reply.read().decode()

    assert "This month&#39;s work" in pages[""]
    assert "Search for a question or words" in pages["entri"]
    assert "How people find this" in pages["entri/biaya-konsultasi"]
    assert "Accept and edit" in pages["antrean/konsultasi-lewat-video"]
    assert "Problems (0)" in pages["periksa"]
