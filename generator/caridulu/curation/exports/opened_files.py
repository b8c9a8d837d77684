"""Opening what an officer hands over: size limits, encodings, zip archives; nothing is unpacked."""

import codecs
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import IO

from caridulu.knowledge import Location, Problem, finding

LARGEST = 100_000_000  # bytes of a text export; a chat of ten years has some 20 million
LARGEST_UNZIPPED = 300_000_000
LARGEST_RATIO = 200  # unzipped bytes to zipped ones; text stays below 30
ZIP_ENTRIES = 20_000
_CHUNK = 1 << 20
# What a damaged file or archive raises while it is read; ValueError: also of wrong letters.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class RefusedError(Exception):
    """The file cannot be used; carries the problem for the officer."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def refuse(path: Path, key: str, /, *, line: int = 1, **values: object) -> RefusedError:
    """The refusal of a file, to be raised."""
    return RefusedError(finding(Location(path.name, line), f"curation.{key}", **values))


def check_size(path: Path) -> int:
    """Size in bytes of a file that exists, is not empty and not too large."""
    try:
        if not path.is_file():
            raise refuse(path, "no_such_file")
        size = path.stat().st_size
    except OSError as error:
        raise refuse(path, "unreadable") from error
    if size == 0:
        raise refuse(path, "empty")
    if size > LARGEST:
        raise refuse(path, "too_large", size=size // 1_000_000, limit=LARGEST // 1_000_000)
    return size


def encoding_of(path: Path) -> str:
    """UTF-8, UTF-16 by its mark, or cp1252 when the bytes can be nothing else."""
    with path.open("rb") as stream:
        return encoding_of_stream(path, stream)


def encoding_of_stream(path: Path, stream: IO[bytes]) -> str:
    """The encoding of a whole stream."""
    head = stream.read(4)
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    utf8, western, chunk = True, True, head
    while chunk:
        if b"\0" in chunk:
            raise refuse(path, "binary")
        if utf8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                utf8 = False
        western = western and not any(byte in chunk for byte in b"\x81\x8d\x8f\x90\x9d")
        chunk = stream.read(_CHUNK)
    if utf8:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            utf8 = False
    if utf8:
        return "utf-8-sig"
    if not western:
        raise refuse(path, "encoding")
    return "cp1252"


def check_zip(path: Path) -> zipfile.ZipFile:
    """The archive, when nothing in it climbs out, is locked, or blows up."""
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGED as error:
        raise refuse(path, "corrupt_zip") from error
    listed = archive.infolist()
    total = sum(one.file_size for one in listed)
    packed = max(1, sum(one.compress_size for one in listed))
    if (
        len(listed) > ZIP_ENTRIES
        or total > LARGEST_UNZIPPED
        or (total > 5_000_000 and total / packed > LARGEST_RATIO)
    ):
        raise refuse(path, "zip_bomb", size=total // 1_000_000)
    for one in listed:
        name = one.filename.replace("\\", "/")
        if name.startswith("/") or ".." in PurePosixPath(name).parts or ":" in name[:2]:
            raise refuse(path, "zip_path", value=one.filename)
        if one.flag_bits & 1:
            raise refuse(path, "locked")
    return archive


@contextmanager
def text_lines(path: Path) -> Iterator[Iterator[str]]:
    """The lines of a text file, or of the one chat in a zip, without line ends."""
    if path.suffix.lower() == ".zip":
        check_size_of_zip(path)
        with check_zip(path) as archive:
            names = [i for i in archive.infolist() if i.filename.lower().endswith(".txt")]
            chats = [i for i in names if i.filename.lower().endswith("_chat.txt")] or names
            if len(chats) != 1:
                raise refuse(path, "zip_without_chat", count=len(chats))
            if chats[0].file_size > LARGEST:
                raise refuse(path, "zip_bomb", size=chats[0].file_size // 1_000_000)
            encoding = _encoding_in_zip(path, archive, chats[0])
            with archive.open(chats[0]) as raw, TextIOWrapper(raw, encoding) as text:
                yield _lines(path, text)
        return
    check_size(path)
    with path.open(encoding=encoding_of(path)) as text:
        yield _lines(path, text)


def _encoding_in_zip(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    """The encoding of a text in an archive; reading it whole also finds damage."""
    try:
        with archive.open(member) as stream:
            return encoding_of_stream(path, stream)
    except DAMAGED as error:
        raise refuse(path, "corrupt_zip") from error


def check_size_of_zip(path: Path) -> None:
    """As ``check_size``, with room for the pictures in a chat's archive."""
    if not path.is_file():
        raise refuse(path, "no_such_file")
    if path.stat().st_size == 0:
        raise refuse(path, "empty")


def _lines(path: Path, text: IO[str]) -> Iterator[str]:
    try:
        for line in text:
            yield line.rstrip("\n")
    except DAMAGED as error:
        raise refuse(path, "unreadable") from error
