"""Where a package is fetched from: a folder, an archive, an address, or an installed module."""

import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import EntryPoint
from pathlib import Path
from threading import Thread

import pytest

from tests.command_line import Run
from tests.packages.shared_project import ADDED, package, write


def _archive(path: Path, texts: dict[str, str], folder: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(f"{folder}{name}", text)
    return path


def test_wheel_is_a_package_too(run: Run, tmp_path: Path) -> None:
    wheel = _archive(tmp_path / "istilah-1.0-py3-none-any.whl", package(), "istilah/data/")

    assert run("package", "add", wheel).out == ADDED


def test_archive_cannot_write_elsewhere(run: Run, project: Path, tmp_path: Path) -> None:
    texts = {**package(), "../luar.yml": "a: b\n", "x/../../luar.yml": "a: b\n", "catatan.txt": "x"}

    assert run("package", "add", _archive(tmp_path / "paket.zip", texts)).out == ADDED
    assert not list(project.rglob("luar.yml"))
    assert not list(project.rglob("catatan.txt"))


@pytest.mark.parametrize("end", [2, 50])
def test_broken_archive_is_told(run: Run, tmp_path: Path, end: int) -> None:
    path = _archive(tmp_path / "paket.zip", package())
    content = path.read_bytes()
    path.write_bytes(content[:end] + b"\xff" * 20 + content[end + 20 :])

    assert run("package", "add", path).err == (
        'Arsip "../paket.zip" rusak. Unduh sekali lagi, atau mintalah yang utuh kepada'
        " penyusunnya.\n"
    )


@pytest.mark.parametrize(("size", "files"), [(1_000_001, 1), (1_000_000, 50)])
def test_too_large_a_package_is_refused(run: Run, tmp_path: Path, size: int, files: int) -> None:
    texts = package() | {f"istilah/besar-{number}.yml": "#" * size for number in range(files)}

    assert run("package", "add", _archive(tmp_path / "paket.zip", texts)).err == (
        'Paket "../paket.zip" terlalu besar, maka tidak diambil. Tanyakan kepada penyusunnya.\n'
    )


def test_file_that_is_no_text_is_named(run: Run, tmp_path: Path) -> None:
    source = write(tmp_path / "istilah", package())
    (source / "istilah" / "sampel.yml").write_bytes(b"\xff\xfe")

    assert run("package", "add", source).err == (
        'Berkas istilah/sampel.yml dalam paket "../istilah" tidak dapat dibaca. Mintalah paket yang'
        " utuh kepada penyusunnya.\n"
    )


def test_package_is_fetched_from_an_address(run: Run, tmp_path: Path) -> None:
    content = _archive(tmp_path / "paket.zip", package()).read_bytes()

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/paket.zip" else 404)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        lost = run("package", "add", f"{address}/lain.zip")
        made = run("package", "add", f"{address}/paket.zip")
        server.shutdown()

    assert made.out == ADDED
    assert lost.err == (
        f'Paket tidak dapat diambil dari "{address}/lain.zip". Periksa sambungan internet dan'
        " alamatnya, lalu ulangi.\n"
    )


def test_installed_package_is_known_by_its_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "modul" / "paket_istilah", {**package(), "__init__.py": ""})
    monkeypatch.syspath_prepend(tmp_path / "modul")
    found = EntryPoint("istilah-dasar", "paket_istilah", "caridulu.packages")
    monkeypatch.setattr(
        "caridulu.packages.copies.entry_points",
        lambda *, group, name: [found] if (found.group, found.name) == (group, name) else [],
    )

    assert run("package", "add", "istilah-dasar").out == ADDED
