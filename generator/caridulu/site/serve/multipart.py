"""The body of a form with files -> its controls and files (RFC 7578).

The standard library's reader of mails would do, but it copies a picture of 10 MB line by line.
Files are views of the body: one that lies on the disk is never in memory as a whole.
"""

import mmap
import re
from dataclasses import dataclass
from email.message import Message

KIND = "multipart/form-data"
_HEAD_LIMIT = 2_000  # bytes of the lines above a part
_PARTS_LIMIT = 500
_TEXT_LIMIT = 2_000_000  # bytes of a control that is no file
_LINE = b"\r\n"
_NAME = re.compile(r'(?:^|;)\s*name="([^"]*)"')
_DISPOSITION = "content-disposition:"
_FILE_NAME = re.compile(r'(?:^|;)\s*filename="([^"]*)"')


@dataclass(frozen=True)
class UploadedFile:
    """A file as a browser sends it; its name is what it is called on the officer's computer."""

    name: str
    content: memoryview


@dataclass(frozen=True)
class Multipart:
    """Texts and files by the name of their control."""

    texts: dict[str, list[str]]
    files: dict[str, list[UploadedFile]]


Body = bytes | mmap.mmap


def parse_multipart(body: Body, headers: Message) -> Multipart:
    """Reads a body; ``ValueError`` for one that is not whole."""
    boundary = headers.get_boundary("")
    if not boundary or not boundary.isascii():
        raise ValueError(boundary)
    mark = b"--" + boundary.encode("ascii")
    if body[: len(mark)] != mark:
        raise ValueError(body[:80])
    found, begin, count = Multipart({}, {}), len(mark), 0
    while body[begin : begin + 2] != b"--":
        end, count = body.find(_LINE + mark, begin), count + 1
        if end < 0 or count > _PARTS_LIMIT:
            raise ValueError(count)
        _read_part(body, begin, end, found)
        begin = end + len(_LINE + mark)
    return found


def _read_part(body: Body, begin: int, end: int, found: Multipart) -> None:
    blank = body.find(_LINE * 2, begin, min(end, begin + _HEAD_LIMIT))
    if blank < 0 or body[begin : begin + 2] != _LINE:
        raise ValueError(body[begin : begin + 80])
    head, content = body[begin:blank].decode("utf-8"), memoryview(body)[blank + 4 : end]
    line = next((each for each in head.split("\r\n") if each.lower().startswith(_DISPOSITION)), "")
    name, file = _NAME.search(line), _FILE_NAME.search(line)
    if name is None:
        raise ValueError(line)
    if file is None:
        if len(content) > _TEXT_LIMIT:
            raise ValueError(len(content))
        found.texts.setdefault(name[1], []).append(bytes(content).decode("utf-8"))
    elif file[1]:
        found.files.setdefault(name[1], []).append(UploadedFile(file[1], content))
