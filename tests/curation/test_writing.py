"""Files are written all or none, each with the line ends it had."""

import os
from pathlib import Path

import pytest

from caridulu.curation.writing import write_all


def test_files_that_cannot_all_be_written_are_not_written(tmp_path: Path) -> None:
    first = tmp_path / "a" / "satu.yml"
    first.parent.mkdir()
    first.write_text("lama\n", encoding="utf-8")
    blocked = tmp_path / "b"
    (blocked / "dua.yml").mkdir(parents=True)

    with pytest.raises(OSError, match="dua"):
        write_all({first: "baru\n", blocked / "dua.yml": "baru\n"})

    assert first.read_text(encoding="utf-8") == "lama\n"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "b", "dua.yml", "satu.yml"]


def test_windows_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbfstatus: draft\r\n# ya\r\n")

    write_all({path: "status: review\n# ya\n"})

    assert path.read_bytes() == b"\xef\xbb\xbfstatus: review\r\n# ya\r\n"


def test_the_disk_is_waited_for_once_a_file_and_after_all_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Waiting for the disk is what writing thousands of files costs."""
    texts = {tmp_path / f"{name}.yml": "baru\n" for name in ("satu", "dua", "tiga")}
    for path in texts:
        path.write_text("lama\n", encoding="utf-8")
    written: list[int] = []

    def wait(_: int) -> None:
        staged = [path.read_text(encoding="utf-8") for path in tmp_path.glob(".*.tmp")]
        written.append(staged.count("baru\n"))

    monkeypatch.setattr(os, "fsync", wait)
    write_all(dict(texts))

    assert written == [3, 3, 3]
    assert {path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"baru\n"}
