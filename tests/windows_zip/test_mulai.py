"""What a double click does: unpacks once, takes in a newer zip, never touches the content."""

import importlib.util
import os
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

from caridulu.cli.commands.edit import USUAL_PORT, serving
from caridulu.starter import NewOffice, start
from tests.editor.client import files_of
from tests.windows_zip.parts import make_runtime, make_wheel, read_runtime
from windows_zip.archive import write_zip

Capture = pytest.CaptureFixture[str]
Starter = Callable[[str], tuple[int, list[list[str]]]]
PREPARING = "Menyiapkan program. Ini hanya sekali, dan dapat memerlukan beberapa menit.\n"


def closed_address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/"


ADDRESS = closed_address()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where an office keeps its folder; the name has a space, a bracket and an ampersand."""
    return tmp_path / "Dokumen (lama) & baru" / "Cari Dulu"


@pytest.fixture
def zip_of(tmp_path: Path) -> Callable[[str], Path]:
    """Makes the zip of a version."""

    def make(version: str) -> Path:
        folder = tmp_path / version
        folder.mkdir()
        wheel = make_wheel(folder, "caridulu", version, files={"caridulu/versi": version})
        target = folder / f"caridulu-windows-{version}.zip"
        write_zip(target, version, read_runtime(make_runtime(folder)), [wheel])
        return target

    return make


@pytest.fixture
def begin(home: Path, monkeypatch: pytest.MonkeyPatch) -> Starter:
    """Double clicks; gives the exit code and the commands that were run."""

    def click(version: str) -> tuple[int, list[list[str]]]:
        module = loaded(home / "program" / version / "mulai.py")
        commands: list[list[str]] = []

        def call(command: list[str | Path]) -> int:
            commands.append([os.fspath(part) for part in command])
            return 0

        monkeypatch.setattr(module.subprocess, "call", call)
        monkeypatch.setattr(module, "ADDRESS", ADDRESS)
        return module.main(), commands

    return click


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("mulai", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def extract(archive: Path, home: Path) -> None:
    with ZipFile(archive) as read:
        read.extractall(home.parent)


def editor_of(home: Path) -> list[str]:
    office = str(home / "kantor")
    return [sys.executable, "-X", "utf8", "-m", "caridulu", "--root", office, "edit"]


def versions(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "program").iterdir() if path.is_dir())


def office_in(home: Path) -> dict[str, bytes]:
    start(home / "kantor", NewOffice(name="Dinas Perpustakaan Kota Kendari"))
    (home / "kantor" / "kb" / "layanan").mkdir()
    (home / "kantor" / "kb" / "layanan" / "baru.yml").write_text("question: Baru?\n", "utf-8")
    return files_of(home / "kantor")


def test_the_first_start_unpacks_and_every_start_opens_the_same_address(
    home: Path, zip_of: Callable[[str], Path], begin: Starter, capsys: Capture
) -> None:
    extract(zip_of("1.0.0"), home)
    assert begin("1.0.0") == (0, [editor_of(home)])
    assert capsys.readouterr().out == PREPARING
    assert (home / "program/1.0.0/lib/caridulu/versi").read_text() == "1.0.0"
    assert begin("1.0.0") == (0, [editor_of(home)])
    assert capsys.readouterr().out == ""
    assert not (home / "kantor").exists()


def test_a_version_extracted_over_another_keeps_the_content_and_nothing_of_the_old_program(
    home: Path, zip_of: Callable[[str], Path], begin: Starter
) -> None:
    extract(zip_of("1.0.0"), home)
    begin("1.0.0")
    content = office_in(home)
    extract(zip_of("1.1.0"), home)
    assert (home / "program/versi.txt").read_text() == "1.1.0\n"
    begin("1.1.0")
    assert versions(home) == ["1.1.0"]
    assert (home / "program/1.1.0/lib/caridulu/versi").read_text() == "1.1.0"
    assert files_of(home / "kantor") == content


def test_a_newer_zip_beside_is_taken_in_and_keeps_the_content(
    home: Path, zip_of: Callable[[str], Path], begin: Starter, capsys: Capture
) -> None:
    extract(zip_of("1.9.0"), home)
    content = office_in(home)
    (home / "Mulai.bat").write_text("lama")
    for version in ("1.8.0", "1.10.0"):
        zip_of(version).rename(home / f"caridulu-windows-{version}.zip")
    fresh = home / "program" / "1.10.0"
    python = str(fresh / "python" / Path(sys.executable).name)
    assert begin("1.9.0") == (0, [[python, "-X", "utf8", str(fresh / "mulai.py")]])
    assert capsys.readouterr().out == (
        "Memasang versi baru dari caridulu-windows-1.10.0.zip. Isi kantor tidak berubah.\n"
    )
    assert (home / "program/versi.txt").read_text() == "1.10.0\n"
    assert (home / "Mulai.bat").read_text().startswith("@echo off\n")
    assert begin("1.10.0") == (0, [editor_of(home)])
    assert versions(home) == ["1.10.0"]
    assert files_of(home / "kantor") == content


def test_a_zip_that_was_not_downloaded_whole_is_named_and_left(
    home: Path, zip_of: Callable[[str], Path], begin: Starter, capsys: Capture
) -> None:
    extract(zip_of("1.0.0"), home)
    content = bytearray(zip_of("1.1.0").read_bytes())
    content[content.index(b"python.exe") + len("python.exe")] ^= 0xFF  # within what it holds
    (home / "caridulu-windows-1.1.0.zip").write_bytes(content)
    (home / "caridulu-windows-9.9.9.zip").write_bytes(content[:200])
    assert begin("1.0.0") == (0, [editor_of(home)])
    assert capsys.readouterr().out == (
        "Memasang versi baru dari caridulu-windows-1.1.0.zip. Isi kantor tidak berubah.\n"
        "caridulu-windows-1.1.0.zip tidak dapat dipasang; versi yang lama dipakai. Unduh sekali"
        " lagi.\n" + PREPARING
    )
    assert (home / "program/versi.txt").read_text() == "1.0.0\n"
    assert versions(home) == ["1.0.0"]


def test_a_damaged_part_is_named_and_nothing_is_started(
    home: Path, zip_of: Callable[[str], Path], begin: Starter, capsys: Capture
) -> None:
    extract(zip_of("1.0.0"), home)
    (wheel,) = (home / "program/1.0.0/wheels").iterdir()
    wheel.write_bytes(wheel.read_bytes() + b"x")
    assert begin("1.0.0") == (1, [])
    assert capsys.readouterr().out == (
        f"{PREPARING}Berkas program {wheel.name} rusak. Unduh zip sekali lagi, lalu ekstrak di"
        " folder ini.\n"
    )
    assert not (home / "program/1.0.0/siap.txt").exists()


def test_what_an_interrupted_start_has_left_is_unpacked_anew(
    home: Path, zip_of: Callable[[str], Path], begin: Starter
) -> None:
    extract(zip_of("1.0.0"), home)
    (home / "program/1.0.0/lib").mkdir()
    (home / "program/1.0.0/lib/setengah.py").touch()
    begin("1.0.0")
    assert not (home / "program/1.0.0/lib/setengah.py").exists()
    assert (home / "program/1.0.0/lib/caridulu").is_dir()


def test_a_second_double_click_shows_the_editor_that_runs(
    home: Path,
    zip_of: Callable[[str], Path],
    project: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    extract(zip_of("1.0.0"), home)
    module = loaded(home / "program/1.0.0/mulai.py")
    opened: list[str] = []
    monkeypatch.setattr(module.webbrowser, "open", opened.append)
    monkeypatch.setattr(module.subprocess, "call", pytest.fail)
    monkeypatch.setenv("http_proxy", ADDRESS)  # where nothing answers
    with serving(project) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setattr(module, "ADDRESS", server.address)
        assert module.main() == 0
        server.shutdown()
    assert opened == [server.address]
    assert capsys.readouterr().out == f"Penyunting sudah terbuka di {server.address}\n"
    assert not (home / "program/1.0.0/lib").exists()


def test_another_program_at_the_address_is_no_editor(
    home: Path, zip_of: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    extract(zip_of("1.0.0"), home)
    module = loaded(home / "program/1.0.0/mulai.py")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        threading.Thread(target=lambda: other.accept()[0].close(), daemon=True).start()
        address = f"http://127.0.0.1:{other.getsockname()[1]}/"
        monkeypatch.setattr(module, "ADDRESS", address)
        assert not module.is_running()


def test_the_editor_is_looked_for_where_it_usually_is(
    home: Path, zip_of: Callable[[str], Path]
) -> None:
    extract(zip_of("1.0.0"), home)
    assert loaded(home / "program/1.0.0/mulai.py").PORT == USUAL_PORT
