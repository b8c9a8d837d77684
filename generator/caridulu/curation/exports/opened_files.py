"""Opening what an officer hands over: size limits, encodings, zip archives; nothing is unpacked."""

import codecs
import json
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import IO

from caridulu.knowledge import Location, Problem, finding
from caridulu.knowledge.problem import ProblemsError

LARGEST = 100_000_000  # bytes of a text export; a chat of ten years has some 20 million
LARGEST_JSON = 30_000_000
LARGEST_UNZIPPED = 300_000_000
LARGEST_RATIO = 200  # unzipped bytes to zipped ones; text stays below 30
SMALL_UNZIPPED = 5_000_000  # bytes that no ratio makes dangerous
ZIP_ENTRIES = 20_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # begins old and encrypted files of Office programs
_CHUNK = 1 << 20
# In JSON; an escaped backslash and whole pairs are passed over.
_HALF_LETTERS = re.compile(
    r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
# Facebook and Instagram write each byte of a letter as a letter of its own: ``\u00c3\u00a9``.
_LETTERS_OF_BYTES = re.compile(r"\\\\|((?:\\u00[89a-fA-F][0-9a-fA-F]){2,})")
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


class RefusedError(ProblemsError):
    """The file cannot be used, and why; ``senders`` where an officer has to say who they are."""

    def __init__(self, problem: Problem, senders: Iterable[str] = ()) -> None:
        super().__init__([problem])
        self.problem = problem
        self.senders = frozenset(senders)


def refuse(path: Path, key: str, /, *, line: int = 1, **values: object) -> RefusedError:
    """Makes the refusal of a file, to be raised."""
    return RefusedError(finding(Location(path.name, line), f"curation.{key}", **values))


def check_readable(path: Path) -> None:
    """Refuses what is neither a folder nor a file that may be read; a named pipe would wait."""
    try:
        if path.is_dir():
            return
        if not path.is_file():
            raise refuse(path, "no_such_file")
        path.open("rb").close()
    except OSError as error:
        raise refuse(path, "unreadable") from error


def check_size(path: Path, *, largest: int = LARGEST) -> None:
    """Refuses a file that does not exist, is empty or is too large."""
    check_readable(path)
    if not path.is_file():
        raise refuse(path, "no_such_file")
    size = path.stat().st_size
    if size == 0:
        raise refuse(path, "empty")
    if size > largest:
        raise refuse(path, "too_large", size=size // 1_000_000, limit=largest // 1_000_000)


def wide_encoding(chunk: bytes) -> str | None:
    """Tells UTF-16 by its mark, or by every other byte being zero."""
    if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    half = len(chunk) // 2
    for name, empty, full in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if chunk[empty::2].count(0) > 0.6 * half > 0.1 * half > chunk[full::2].count(0):
            return name
    return None


def encoding_of(path: Path) -> str:
    with path.open("rb") as stream:
        return _encoding(path, stream)


def _encoding(path: Path, stream: IO[bytes]) -> str:
    """Finds the encoding: UTF-16, UTF-8, or cp1252 when the bytes can be nothing else."""
    chunk = stream.read(_CHUNK)
    if wide := wide_encoding(chunk):
        return wide
    possible = {name: codecs.getincrementaldecoder(name)() for name in ("utf-8-sig", "cp1252")}
    is_last = False
    while not is_last:
        is_last = not chunk
        if b"\0" in chunk:
            raise refuse(path, "binary")
        for name, decoder in list(possible.items()):
            try:
                decoder.decode(chunk, final=is_last)
            except UnicodeDecodeError:
                del possible[name]
        chunk = stream.read(_CHUNK)
    if not possible:
        raise refuse(path, "encoding")
    return next(iter(possible))


def whole_letters(text: str) -> str:
    """Replaces halves of letters (lone surrogates), which no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def json_of(path: Path) -> object:
    check_size(path, largest=LARGEST_JSON)
    try:
        text = path.read_text(encoding=encoding_of(path))
        text = _LETTERS_OF_BYTES.sub(_as_letters, text)
        return json.loads(_HALF_LETTERS.sub(_as_replaced, text))
    except json.JSONDecodeError as error:
        raise refuse(path, "bad_json", line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise refuse(path, "bad_json") from error


def _as_replaced(found: re.Match[str]) -> str:
    return "\\ufffd" if found[1] else found[0]


def _as_letters(found: re.Match[str]) -> str:
    """Returns the letters that escaped bytes are in UTF-8; other escapes as they stand."""
    try:
        letters = bytes.fromhex((found[1] or "").replace("\\u00", "")).decode()
    except UnicodeDecodeError:
        return found[0]
    return letters if letters.isprintable() and letters else found[0]


def check_zip(path: Path) -> zipfile.ZipFile:
    """Opens an archive; refused when something in it climbs out, is locked, or blows up."""
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGED as error:
        raise refuse(path, "corrupt_zip") from error
    listed = archive.infolist()
    total = sum(one.file_size for one in listed)
    packed = max(1, sum(one.compress_size for one in listed))
    is_dense = total > SMALL_UNZIPPED and total / packed > LARGEST_RATIO
    if len(listed) > ZIP_ENTRIES:
        raise refuse(path, "zip_of_many_files", count=len(listed), limit=ZIP_ENTRIES)
    if total > LARGEST_UNZIPPED or is_dense:
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
    """Opens the lines of a text file, or of the one chat in a zip, without line ends."""
    if path.suffix.lower() == ".zip":
        with _chat_in_zip(path) as text:
            yield _lines(path, text)
        return
    check_size(path)
    with path.open(encoding=encoding_of(path)) as text:
        yield _lines(path, text)


@contextmanager
def _chat_in_zip(path: Path) -> Iterator[IO[str]]:
    """Opens the one chat of an archive, which may be large for the pictures in it."""
    check_size(path, largest=sys.maxsize)
    with check_zip(path) as archive:
        texts = [
            one
            for one in archive.infolist()
            if one.filename.lower().endswith(".txt")
            and not PurePosixPath(one.filename).name.startswith("._")  # macOS adds one to each
        ]
        chats = [one for one in texts if one.filename.lower().endswith("_chat.txt")] or texts
        if len(chats) != 1:
            raise refuse(path, "zip_of_chats" if chats else "zip_without_chat", count=len(chats))
        if chats[0].file_size > LARGEST:
            raise refuse(path, "zip_bomb", size=chats[0].file_size // 1_000_000)
        try:
            with archive.open(chats[0]) as stream:
                encoding = _encoding(path, stream)  # reads it whole, and so finds damage
        except DAMAGED as error:
            raise refuse(path, "corrupt_zip") from error
        with archive.open(chats[0]) as raw, TextIOWrapper(raw, encoding) as text:
            yield text


def _lines(path: Path, text: IO[str]) -> Iterator[str]:
    try:
        for line in text:
            yield line.rstrip("\n")
    except DAMAGED as error:
        raise refuse(path, "unreadable") from error
