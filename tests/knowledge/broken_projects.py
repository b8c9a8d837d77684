"""Broken projects: folders laid over the sample project, and files that only a program can make.

A folder case is ``invalid/<case>/``: its files replace those of the sample project,
``removed.txt`` names what is taken away, ``expected.problems`` is what an editor then reads.
"""

import datetime as dt
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from caridulu.knowledge import LoadResult, load
from tests.sample_copy import copy_sample

INVALID = Path(__file__).parent / "invalid"
TODAY = dt.date(2026, 11, 25)
BROKEN = "kb/konsultasi/rusak.yml"


@dataclass(frozen=True)
class GeneratedCase:
    """Makes a broken file at ``BROKEN``, or elsewhere; and what an editor then reads."""

    name: str
    make: Callable[[Path, Path], None]
    expected: str


def bytes_case(name: str, content: bytes, expected: str) -> GeneratedCase:
    def make(path: Path, _root: Path) -> None:
        path.write_bytes(content)

    return GeneratedCase(name, make, expected)


def _link_outside(path: Path, root: Path) -> None:
    outside = root.parent / "luar.yml"
    outside.write_text("question: Rahasia?\n")
    path.symlink_to(outside)


def _folder_link_outside(_path: Path, root: Path) -> None:
    outside = root.parent / "luar"
    outside.mkdir()
    (outside / "rahasia.yml").write_text("question: Rahasia?\n")
    (root / "kb" / "luar").symlink_to(outside, target_is_directory=True)


def _latin_page(_path: Path, root: Path) -> None:
    (root / "content" / "kafe.md").write_bytes("# Café\n".encode("latin-1"))


BOMB = b"a: &a [x]\n" + b"".join(
    b"%c: &%c [*%c, *%c, *%c]\n" % (i, i, i - 1, i - 1, i - 1) for i in range(ord("b"), ord("k"))
)
ANCHOR = (
    'nilai yang diawali "&" atau "*" tidak dapat dipakai; apit seluruh nilai dengan tanda kutip'
)


def _picture_with_many_pixels(_path: Path, root: Path) -> None:
    place = root / "content" / "berkas" / "peta.png"
    place.parent.mkdir()
    Image.new("1", (10_000, 10_000)).save(place)


def _large_pdf(_path: Path, root: Path) -> None:
    place = root / "content" / "berkas" / "laporan.pdf"
    place.parent.mkdir()
    place.write_bytes(b"%PDF-1.7\n" + bytes(6_000_000) + b"%%EOF")


UNREADABLE = "tidak dapat dibuka; periksa apakah berkas atau folder ini ada dan boleh Anda baca"
OUTSIDE = "tautan ini menunjuk ke luar folder proyek; ganti dengan berkas atau folder aslinya"
NO_FILE = "ini bukan berkas biasa; hapus atau ganti dengan berkas teks"
DEEP = "kurung atau indentasi bertumpuk lebih dari 20 tingkat; sederhanakan susunannya"

GENERATED = (
    bytes_case(
        "NUL byte",
        b"question: Apa?\nanswer: Ya\x00\ncategory: konsultasi\n",
        f"{BROKEN}:2:11: ada karakter tak tampak U+0000; hapus karakter itu\n",
    ),
    bytes_case(
        "Latin-1",
        "question: Apa?\nanswer: Café\n".encode("latin-1"),
        f"{BROKEN}:2:12: berkas bukan teks UTF-8; simpan ulang dengan pengodean UTF-8\n",
    ),
    GeneratedCase(
        "Latin-1 page",
        _latin_page,
        "content/kafe.md:1:6: berkas bukan teks UTF-8; simpan ulang dengan pengodean UTF-8\n",
    ),
    bytes_case(
        "UTF-16",
        "question: Apa?\n".encode("utf-16"),
        f"{BROKEN}:1:1: berkas bukan teks UTF-8; simpan ulang dengan pengodean UTF-8\n",
    ),
    bytes_case("empty file", b"", f"{BROKEN}:1:1: berkas kosong; isi atau hapus berkas ini\n"),
    bytes_case(
        "over 1 MB",
        b"question: Apa?\nanswer: |\n" + b"  Ya, tentu saja.\n" * 60_000,
        f"{BROKEN}:1:1: berkas lebih besar dari 1 MB; bagi menjadi beberapa berkas\n",
    ),
    GeneratedCase(
        "picture with too many pixels",
        _picture_with_many_pixels,
        "content/berkas/peta.png:1:1: gambar ini 10000 x 10000 piksel, terlalu besar; kecilkan"
        " dahulu\n",
    ),
    GeneratedCase(
        "large PDF",
        _large_pdf,
        "content/berkas/laporan.pdf:1:1: berkas ini lebih besar dari 5 MB; kecilkan dahulu\n",
    ),
    bytes_case("ten thousand brackets", b"tags: " + b"[" * 10_000, f"{BROKEN}:1:1006: {DEEP}\n"),
    bytes_case(
        "ten thousand closed brackets",
        b"tags: " + b"[" * 10_000 + b"]" * 10_000,
        f"{BROKEN}:1:1006: {DEEP}\n",
    ),
    bytes_case(
        "thirty closed brackets",
        b"tags: " + b"[" * 30 + b"]" * 30,
        f"{BROKEN}:1:26: {DEEP}\n",
    ),
    bytes_case("ten thousand hyphens", b"- " * 10_000, f"{BROKEN}:1:41: {DEEP}\n"),
    GeneratedCase("folder", lambda path, _: path.mkdir(), f"{BROKEN}:1:1: {NO_FILE}\n"),
    GeneratedCase("named pipe", lambda path, _: os.mkfifo(path), f"{BROKEN}:1:1: {NO_FILE}\n"),
    GeneratedCase("link to outside", _link_outside, f"{BROKEN}:1:1: {OUTSIDE}\n"),
    GeneratedCase("folder linked to outside", _folder_link_outside, f"kb/luar:1:1: {OUTSIDE}\n"),
    GeneratedCase(
        "link to nothing",
        lambda path, _: path.symlink_to("tidak-ada.yml"),
        f"{BROKEN}:1:1: {UNREADABLE}\n",
    ),
    GeneratedCase(
        "link to itself",
        lambda path, _: path.symlink_to(path.name),
        f"{BROKEN}:1:1: {UNREADABLE}\n",
    ),
)


def folder_cases() -> list[Path]:
    return sorted(path for path in INVALID.iterdir() if path.is_dir())


def load_folder_case(case: Path, root: Path) -> LoadResult:
    """The sample project with the case laid over it, loaded from ``root``."""
    copy_sample(root)
    ours = shutil.ignore_patterns("expected.problems", "removed.txt")
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=ours)
    removed = case / "removed.txt"
    for name in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        path = root / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return load(root, today=TODAY)


def load_generated_case(case: GeneratedCase, root: Path) -> LoadResult:
    """The sample project with the case's file added, loaded from ``root``."""
    copy_sample(root)
    case.make(root / BROKEN, root)
    return load(root, today=TODAY)
