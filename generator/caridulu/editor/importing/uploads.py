"""Uploaded exports -> files of ``ekspor/``, which belongs to this computer and not to Git."""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from caridulu.site.serve.multipart import UploadedFile

FOLDER = "ekspor"
LONGEST_NAME = 100  # characters
LONGEST_SUFFIX = 10
USUAL_NAME = "ekspor"
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_DEVICES = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.I)  # of Windows


@dataclass(frozen=True)
class KeptExport:
    """An export that lies on this computer; its size is in bytes."""

    name: str
    size: int


def safe_name(name: str) -> str:
    """Makes a file name of what a browser sends: no folder, nothing that a system forbids."""
    last = PurePosixPath(name.replace("\\", "/")).name
    visible = "".join(c for c in unicodedata.normalize("NFC", last) if c.isprintable())
    clean = _UNSAFE.sub("_", visible).strip(" .")
    stem, dot, suffix = clean.rpartition(".")
    if not dot or len(suffix) > LONGEST_SUFFIX:
        stem, suffix = clean, ""
    stem = _DEVICES.sub(r"_\g<0>", stem[:LONGEST_NAME].strip(" .")) or USUAL_NAME
    return f"{stem}.{suffix}" if suffix else stem


def keep_exports(root: Path, files: Iterable[UploadedFile]) -> list[str]:
    """Keeps uploaded files and returns their names; the same file again keeps its name."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    return list(dict.fromkeys(_kept(folder, file) for file in files))


def _kept(folder: Path, file: UploadedFile) -> str:
    wanted = PurePosixPath(safe_name(file.name))
    name, number = wanted.name, 1
    while (folder / name).exists():
        if _is_same(folder / name, file):
            return name
        number += 1
        name = f"{wanted.stem} ({number}){wanted.suffix}"
    coming = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        coming.write_bytes(file.content)
        coming.replace(folder / name)
    finally:
        coming.unlink(missing_ok=True)
    return name


def _is_same(path: Path, file: UploadedFile) -> bool:
    if not path.is_file() or path.stat().st_size != len(file.content):
        return False
    with path.open("rb") as stream:
        return (
            hashlib.file_digest(stream, "sha256").digest() == hashlib.sha256(file.content).digest()
        )


def kept_exports(root: Path) -> tuple[KeptExport, ...]:
    """Lists the exports of a project, by name."""
    folder = root / FOLDER
    found = folder.iterdir() if folder.is_dir() else ()
    return tuple(
        KeptExport(path.name, path.stat().st_size)
        for path in sorted(found)
        if path.is_file() and not path.name.startswith(".")
    )


def remove_export(root: Path, name: str) -> None:
    """Removes one of the listed exports; any other name is ignored."""
    if name in {one.name for one in kept_exports(root)}:
        (root / FOLDER / name).unlink(missing_ok=True)
