"""What lies where in the zip, and that its bytes depend on its parts only."""

import csv
import io
import re
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.windows_zip.parts import RUNTIME_NAME, make_runtime, make_wheel, read_runtime
from windows_zip.archive import FILES, LongPathError, Runtime, RuntimeFileError, write_zip

BATCH = "Cari Dulu/Mulai.bat"
README = "Cari Dulu/BACA SAYA.txt"
PROGRAM = "Cari Dulu/program/1.2.3"


@pytest.fixture
def archive(tmp_path: Path) -> ZipFile:
    write_zip(
        tmp_path / "caridulu.zip",
        "1.2.3",
        read_runtime(make_runtime(tmp_path)),
        [make_wheel(tmp_path, "caridulu"), make_wheel(tmp_path, "pohon", "2.0")],
    )
    return ZipFile(tmp_path / "caridulu.zip")


def test_program_and_content_lie_apart_and_there_is_no_content(archive: ZipFile) -> None:
    assert archive.namelist() == [
        README,
        BATCH,
        f"{PROGRAM}/komponen.csv",
        f"{PROGRAM}/mulai.py",
        f"{PROGRAM}/python/python.exe",
        f"{PROGRAM}/python/python313._pth",
        f"{PROGRAM}/python/python313.dll",
        f"{PROGRAM}/python/python313.zip",
        f"{PROGRAM}/wheels/caridulu-1.0-py3-none-any.whl",
        f"{PROGRAM}/wheels/pohon-2.0-py3-none-any.whl",
        "Cari Dulu/program/versi.txt",
    ]
    assert archive.read("Cari Dulu/program/versi.txt") == b"1.2.3\r\n"


def test_python_looks_for_modules_in_its_own_folder_only(archive: ZipFile) -> None:
    assert archive.read(f"{PROGRAM}/python/python313._pth") == b"python313.zip\r\n.\r\n..\\lib\r\n"


def test_every_part_is_listed_with_its_licence_and_hash(archive: ZipFile, tmp_path: Path) -> None:
    text = archive.read(f"{PROGRAM}/komponen.csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))

    def digest(name: str) -> str:
        return sha256((tmp_path / name).read_bytes()).hexdigest()

    own, tree = "caridulu-1.0-py3-none-any.whl", "pohon-2.0-py3-none-any.whl"
    assert rows == [
        ["komponen", "versi", "lisensi", "berkas", "sha256"],
        ["Python", "3.13.9", "PSF-2.0", RUNTIME_NAME, digest(RUNTIME_NAME)],
        ["caridulu", "1.0", "MIT", own, digest(own)],
        ["pohon", "2.0", "MIT", tree, digest(tree)],
    ]


def test_the_same_parts_give_the_same_bytes(archive: ZipFile, tmp_path: Path) -> None:
    again = tmp_path / "lagi"
    again.mkdir()
    (again / RUNTIME_NAME).write_bytes((tmp_path / RUNTIME_NAME).read_bytes())
    write_zip(
        again / "caridulu.zip",
        "1.2.3",
        read_runtime(again / RUNTIME_NAME),
        [make_wheel(again, "caridulu"), make_wheel(again, "pohon", "2.0")],
    )
    assert (again / "caridulu.zip").read_bytes() == (tmp_path / "caridulu.zip").read_bytes()


def test_a_runtime_with_another_hash_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuntimeFileError, match=f"^{RUNTIME_NAME} does not have the SHA-256 00$"):
        Runtime.read(make_runtime(tmp_path), "00")


def test_a_zip_of_something_else_is_no_runtime(tmp_path: Path) -> None:
    runtime = read_runtime(make_runtime(tmp_path, name="lain.zip", library="ruby34"))
    with pytest.raises(RuntimeFileError, match=r"^lain.zip is no embeddable package of Python 3$"):
        assert runtime.python


def test_a_path_that_windows_may_refuse_is_refused_here(tmp_path: Path) -> None:
    deep = "/".join(["folder"] * 18) + "/berkas.txt"
    wheel = make_wheel(tmp_path, "pohon", files={deep: ""})
    runtime = read_runtime(make_runtime(tmp_path))
    with pytest.raises(LongPathError, match=r"^pohon-1.0-py3-none-any.whl has a path of 164: "):
        write_zip(tmp_path / "caridulu.zip", "1.2.3", runtime, [wheel])


def test_the_batch_file_is_plain(archive: ZipFile) -> None:
    text = archive.read(BATCH).decode("ascii")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert "\n" not in "".join(lines)
    assert all(not line.endswith(" ") for line in lines)
    assert not re.search(r"\b[A-Za-z]:\\", text)
    assert "!" not in text  # which delayed expansion would take out of a folder's name
    assert lines[:2] == ["@echo off", "setlocal DisableDelayedExpansion"]


def test_the_batch_file_names_its_own_folder_once_and_works_from_there(archive: ZipFile) -> None:
    text = archive.read(BATCH).decode("ascii")
    # pushd also opens a folder of the network, and no name of a folder comes into a command.
    assert re.findall(r"^.*%~.*$", text, re.MULTILINE) == ['pushd "%~dp0"\r']
    assert set(re.findall(r"%\w+%", text)) == {"%VERSI%"}
    assert re.findall(r'"(program[^"]*)"', text) == [
        r"program\%VERSI%\python\python.exe",
        r"program\%VERSI%\mulai.py",
    ]


def test_the_batch_file_is_not_read_any_more_once_python_runs(archive: ZipFile) -> None:
    last = archive.read(BATCH).decode("ascii").splitlines()[-1]
    assert last.startswith("(")
    assert last.endswith(" & exit /b")


def test_the_readme_fits_a_small_window_and_names_what_is_there(archive: ZipFile) -> None:
    text = archive.read(README).decode("ascii")
    assert max(map(len, text.splitlines())) <= 78
    for name in ("Mulai.bat", "program", "kantor", "komponen.csv", "Buka blokir"):
        assert name in text


def test_the_readme_gives_the_address_at_which_the_editor_answers(archive: ZipFile) -> None:
    port = re.search(r"^PORT = (\d+)", (FILES / "mulai.py").read_text("utf-8"), re.MULTILINE)
    assert port
    assert f"http://127.0.0.1:{port[1]}/" in archive.read(README).decode("ascii")
