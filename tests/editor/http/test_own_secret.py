"""The secret of every day lies beside the user's settings, where only the user reads it."""

import os
from pathlib import Path

import pytest

from caridulu.editor.http.own_secret import own_secret, settings_folder

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")


def test_the_same_every_day(tmp_path: Path) -> None:
    first = own_secret(tmp_path / "caridulu")

    assert len(first) == 32
    assert own_secret(tmp_path / "caridulu") == first
    assert own_secret(tmp_path / "lain") != first


@posix
def test_only_the_user_reads_it(tmp_path: Path) -> None:
    own_secret(tmp_path / "caridulu")

    assert (tmp_path / "caridulu").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "caridulu/editor-key").stat().st_mode & 0o777 == 0o600


@posix
def test_one_that_others_could_read_is_replaced(tmp_path: Path) -> None:
    first = own_secret(tmp_path)
    (tmp_path / "editor-key").chmod(0o644)

    second = own_secret(tmp_path)

    assert second != first
    assert own_secret(tmp_path) == second
    assert (tmp_path / "editor-key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"pendek", b"a" * 200, b"\xff" * 40, b"x " * 20])
def test_a_damaged_one_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "editor-key").write_bytes(content)
    (tmp_path / "editor-key").chmod(0o600)

    secret = own_secret(tmp_path)

    assert len(secret) == 32
    assert own_secret(tmp_path) == secret


@posix
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "lain"
    elsewhere.write_text("a" * 40)
    elsewhere.chmod(0o600)
    (tmp_path / "editor-key").symlink_to(elsewhere)

    assert own_secret(tmp_path) != "a" * 40
    assert elsewhere.read_text() == "a" * 40


def test_where_nothing_can_be_kept_it_lasts_for_once(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")

    first, second = (own_secret(tmp_path / "berkas" / "caridulu") for _ in range(2))

    assert len(first) == len(second) == 32
    assert first != second


@pytest.mark.parametrize(
    ("platform", "variable", "inside"),
    [
        ("linux", "XDG_CONFIG_HOME", ".config/caridulu"),
        ("darwin", "", "Library/Application Support/caridulu"),
        ("win32", "APPDATA", "AppData/Roaming/caridulu"),
    ],
)
def test_the_folder_of_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, inside: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)

    assert settings_folder() == tmp_path / inside

    if variable:
        monkeypatch.setenv(variable, str(tmp_path / "setelan"))
        assert settings_folder() == tmp_path / "setelan" / "caridulu"
