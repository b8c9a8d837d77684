"""Uploaded exports get safe names in ``ekspor/`` and nowhere else."""

from pathlib import Path

import pytest

from caridulu.editor.importing.uploads import (
    keep_exports,
    kept_exports,
    remove_export,
    safe_name,
)
from caridulu.site.serve.multipart import UploadedFile


def _file(name: str, content: bytes) -> UploadedFile:
    return UploadedFile(name, memoryview(content))


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (
            "Chat WhatsApp dengan +62 812-0000-1101.txt",
            "Chat WhatsApp dengan +62 812-0000-1101.txt",
        ),
        ("../../content/office.yml", "office.yml"),
        ("..\\..\\kb\\a.csv", "a.csv"),
        ("C:\\Users\\pst\\Buku tamu.xlsx", "Buku tamu.xlsx"),
        ("/etc/passwd", "passwd"),
        ("..", "ekspor"),
        ("", "ekspor"),
        (".gitignore", "gitignore"),
        ("a\x00b\u202e.csv", "ab.csv"),
        ('tanya: "apa?" <1>.csv', "tanya_ _apa_ _1_.csv"),
        ("con.txt", "_con.txt"),
        ("kotak. .", "kotak"),
        (f"{'a' * 300}.mbox", f"{'a' * 100}.mbox"),
        ("cafe\u0301.csv", "café.csv"),
    ],
)
def test_a_name_has_no_folder_and_nothing_that_a_system_forbids(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept


def test_the_same_file_again_keeps_its_name_and_another_gets_a_number(tmp_path: Path) -> None:
    first = keep_exports(tmp_path, [_file("a.csv", b"x;y"), _file("a.csv", b"x;y")])
    second = keep_exports(tmp_path, [_file("a.csv", b"x;z"), _file("a.csv", b"x;y")])

    assert (first, second) == (["a.csv"], ["a (2).csv", "a.csv"])
    assert (tmp_path / "ekspor/a (2).csv").read_bytes() == b"x;z"
    assert kept_exports(tmp_path) == {"a (2).csv": 3, "a.csv": 3}


def test_a_chat_that_went_on_takes_the_place_of_its_shorter_export(tmp_path: Path) -> None:
    keep_exports(tmp_path, [_file("chat.txt", b"halo\n")])

    assert keep_exports(tmp_path, [_file("chat.txt", b"halo\nlagi\n")]) == ["chat.txt"]
    assert keep_exports(tmp_path, [_file("chat.txt", b"halo\n")]) == ["chat (2).txt"]
    assert kept_exports(tmp_path) == {"chat (2).txt": 5, "chat.txt": 10}


def test_several_mails_are_one_folder(tmp_path: Path) -> None:
    mails = [_file("1.eml", b"a"), _file("2.EML", b"bc"), _file("b.csv", b"x")]

    assert keep_exports(tmp_path, mails) == ["b.csv", "Surel"]
    assert keep_exports(tmp_path, mails[:2]) == ["Surel (2)"]
    assert keep_exports(tmp_path, mails[:1]) == ["1.eml"]
    assert sorted(path.name for path in (tmp_path / "ekspor/Surel").iterdir()) == ["1.eml", "2.EML"]


def test_only_listed_exports_are_removed(tmp_path: Path) -> None:
    assert kept_exports(tmp_path) == {}
    keep_exports(tmp_path, [_file("a.csv", b"x"), _file("1.eml", b"a"), _file("2.eml", b"b")])
    (tmp_path / "ekspor/percakapan").mkdir()
    (tmp_path / "lain.txt").write_text("tetap", encoding="utf-8")

    for name in ("../lain.txt", "percakapan", "tidak-ada.csv", "a.csv"):
        remove_export(tmp_path, name)

    assert (tmp_path / "lain.txt").exists()
    assert sorted(path.name for path in (tmp_path / "ekspor").iterdir()) == [
        ".gitignore",
        "Surel",
        "percakapan",
    ]
    remove_export(tmp_path, "Surel")
    assert kept_exports(tmp_path) == {}
