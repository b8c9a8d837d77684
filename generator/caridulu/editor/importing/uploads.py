"""Uploaded exports -> files of ``ekspor/``, which belongs to this computer and not to Git."""

import hashlib
import re
import secrets
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path, PurePosixPath

from caridulu.site.serve.multipart import UploadedFile

FOLDER = "ekspor"
LONGEST_NAME = 100  # characters
LONGEST_SUFFIX = 10
USUAL_NAME = "ekspor"
ONE_MAIL = ".eml"
IGNORED = ".gitignore"
MAILS = "Surel"  # a folder of single mails
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_DEVICES = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.I)  # of Windows


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
    """Keeps uploaded files and returns their names; the same file again keeps its name.

    A longer export of the same chat takes the place of the shorter one.

    Several single mails are kept, and read, as one folder: a reply is in another file than what it
    answers.
    """
    folder, listed = root / FOLDER, list(files)
    folder.mkdir(exist_ok=True)
    if not (folder / IGNORED).exists():
        (folder / IGNORED).write_text("*\n", encoding="utf-8")
    mails = [file for file in listed if file.name.lower().endswith(ONE_MAIL)]
    if len(mails) < 2:
        return list(dict.fromkeys(_keep_upload(folder, file) for file in listed))
    others = [_keep_upload(folder, file) for file in listed if file not in mails]
    own = folder / _free(folder, MAILS)
    own.mkdir()
    for file in mails:
        _keep_upload(own, file)
    return list(dict.fromkeys([*others, own.name]))


def _keep_upload(folder: Path, file: UploadedFile) -> str:
    wanted = safe_name(file.name)
    for name in _names(wanted):
        path = folder / name
        kept = path.stat().st_size if path.is_file() else 0
        is_begun = path.is_file() and _begins_with(file, path)
        if not path.exists() or (is_begun and kept < len(file.content)):  # a month later
            coming = folder / f".{secrets.token_hex(8)}.tmp"
            try:
                coming.write_bytes(file.content)
                coming.replace(path)
            finally:
                coming.unlink(missing_ok=True)
            return name
        if is_begun and kept == len(file.content):
            return name
    raise AssertionError(wanted)


def _names(wanted: str) -> Iterator[str]:
    """Yields a name, then others to try while the one before is taken."""
    yield wanted
    path = PurePosixPath(wanted)
    yield from (f"{path.stem} ({number}){path.suffix}" for number in count(2))


def _free(folder: Path, wanted: str) -> str:
    return next(name for name in _names(wanted) if not (folder / name).exists())


def _begins_with(file: UploadedFile, path: Path) -> bool:
    """Tells whether a file holds all of a kept one, as the longer export of a chat does."""
    with path.open("rb") as stream:
        kept = hashlib.file_digest(stream, "sha256")
    begin = file.content[: path.stat().st_size]
    return kept.digest() == hashlib.sha256(begin).digest()


def kept_exports(root: Path) -> dict[str, int]:
    """Lists the exports of a project, files and folders of mails: name -> bytes."""
    folder = root / FOLDER
    found = sorted(folder.iterdir()) if folder.is_dir() else ()
    sizes = {path.name: _size(path) for path in found if not path.name.startswith(".")}
    return {name: size for name, size in sizes.items() if size is not None}


def _size(path: Path) -> int | None:
    """Counts the bytes of a file, or of the mails in a folder; None for a folder without mails."""
    if path.is_file():
        return path.stat().st_size
    mails = list(path.glob(f"*{ONE_MAIL}"))
    return sum(mail.stat().st_size for mail in mails) if mails else None


def remove_export(root: Path, name: str) -> None:
    """Removes one of the listed exports; any other name is ignored."""
    path = root / FOLDER / name
    if name not in kept_exports(root):
        return
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
