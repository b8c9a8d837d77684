"""Texts and bytes -> files: all files of a change are written, or none."""

import errno
import os
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

AT_ONCE = 16  # files for which the disk is waited for side by side
Content = str | bytes | None  # of a file; None: there is none


def read_exact(path: Path) -> str:
    """Reads a text with line feeds; ``write_all`` restores its line ends and byte order mark."""
    return path.read_text(encoding="utf-8-sig")


def write_all(texts: Mapping[Path, Content]) -> None:
    """Writes all files or none: each beside its place, then moved there.

    A text keeps the line ends and byte order mark of the file that it replaces; bytes are written
    as they are; None takes a file away.
    """
    new: list[tuple[Path, Path]] = []  # where it lies now, where it belongs
    former: dict[Path, Path | None] = {}  # copies made beforehand: a full disk cannot stop a return
    folders: list[Path] = []
    done: list[Path] = []
    is_kept = False
    try:
        for path, content in texts.items():
            if len(texts) > 1:
                former[path] = _beside(path, path.read_bytes()) if path.exists() else None
            if content is not None:
                folders += _made(path.parent)
                new.append((_staged(path, content), path))
        _settle(new)
        for temporary, path in new:
            temporary.replace(path)
            done.append(path)
        for path, content in texts.items():
            if content is None:
                path.unlink(missing_ok=True)
                done.append(path)
        is_kept = True
    finally:
        if not is_kept:
            _return_to({path: former.get(path) for path in done})
        for left in (*(temporary for temporary, _ in new), *former.values()):
            if left:
                left.unlink(missing_ok=True)
        if not is_kept:
            for folder in reversed(folders):
                folder.rmdir()


def _return_to(former: Mapping[Path, Path | None]) -> None:
    for path, copy in former.items():
        if copy:
            copy.replace(path)
        else:
            path.unlink(missing_ok=True)


def _made(folder: Path) -> list[Path]:
    """Makes a folder and those above it; returns the new ones."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _staged(path: Path, content: str | bytes) -> Path:
    if isinstance(content, bytes):
        return _beside(path, content)
    old = path.read_bytes() if path.exists() else b""
    text = content.replace("\n", "\r\n") if b"\r\n" in old else content
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return _beside(path, mark + text.encode("utf-8"))


def _beside(path: Path, content: bytes) -> Path:
    """Writes a hidden file beside a place; leaves none when the disk is full."""
    temporary: Path | None = None
    try:
        number, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    except OSError as error:
        error.filename = str(path)  # not that of a file that is gone again
        if temporary:
            temporary.unlink(missing_ok=True)
        raise
    return temporary


def _settle(new: Iterable[tuple[Path, Path]]) -> None:
    """Waits until new files are on the disk, so that no loss of power leaves half of one.

    A disk takes many at once, side by side and after the last is written: thousands in half of the
    time (``tests/benchmarks/writing.py``).
    """

    def settle(temporary: Path, path: Path) -> None:
        try:
            with temporary.open("rb+") as stream:
                os.fsync(stream.fileno())
        except OSError as error:
            error.filename = str(path)
            raise

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(settle, *zip(*new, strict=True)))


def cause(error: OSError) -> str:
    """Names the cause of an error: ``full``, ``read_only``, ``not_allowed`` or ``other``."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "full"
    if error.errno == errno.EROFS:
        return "read_only"
    return "not_allowed" if isinstance(error, PermissionError) else "other"
