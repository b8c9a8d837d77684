"""The body of a form with files -> its controls and files (RFC 7578).

The standard library's reader of mails would do, but it copies a picture of 10 MB line by line.
"""

import re
from dataclasses import dataclass
from email.message import Message

KIND = "multipart/form-data"
_HEAD_LIMIT = 2_000  # bytes of the lines above a part
_PARTS_LIMIT = 50
_LINE = b"\r\n"
_NAME = re.compile(r'(?:^|;)\s*name="([^"]*)"')
_DISPOSITION = "content-disposition:"
_FILE_NAME = re.compile(r'(?:^|;)\s*filename="([^"]*)"')


@dataclass(frozen=True)
class UploadedFile:
    """A file as a browser sends it; its name is what it is called on the officer's computer."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Multipart:
    """Texts and files by the name of their control."""

    texts: dict[str, list[str]]
    files: dict[str, UploadedFile]


def parse_multipart(body: bytes, headers: Message) -> Multipart:
    """Reads a body; ``ValueError`` for one that is not whole."""
    boundary = headers.get_boundary("")
    if not boundary or not boundary.isascii():
        raise ValueError(boundary)
    mark = b"--" + boundary.encode("ascii")
    before, *parts = (_LINE + body).split(_LINE + mark)
    if before or not parts or not parts[-1].startswith(b"--") or len(parts) > _PARTS_LIMIT:
        raise ValueError(len(parts))
    found = Multipart({}, {})
    for part in parts[:-1]:
        _read_part(part, found)
    return found


def _read_part(part: bytes, found: Multipart) -> None:
    end = part.find(_LINE * 2, 0, _HEAD_LIMIT)
    if end < 0 or not part.startswith(_LINE):
        raise ValueError(part[:80])
    head, content = part[:end].decode("utf-8"), part[end + 4 :]
    line = next((each for each in head.split("\r\n") if each.lower().startswith(_DISPOSITION)), "")
    name, file = _NAME.search(line), _FILE_NAME.search(line)
    if name is None:
        raise ValueError(line)
    if file is None:
        found.texts.setdefault(name[1], []).append(content.decode("utf-8"))
    elif file[1]:
        found.files[name[1]] = UploadedFile(file[1], content)
