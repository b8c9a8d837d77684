"""An mbox, an ``.eml`` file or a folder of them -> its messages, as they stand there."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from caridulu.curation.exports.opened_files import (
    RefusedError,
    check_readable,
    check_size,
    refuse,
    whole_letters,
)
from caridulu.curation.exports.part_paths import within
from caridulu.knowledge import Problem

MAIL = (".eml", ".mbox", ".mbx")  # suffixes
OUTLOOK = (".msg", ".pst", ".ost")  # that only Outlook can read
LARGEST_MESSAGE = 30_000_000  # bytes, without most of long attachments
LONGEST_CODED = 2_000_000  # bytes of one attachment that are kept: more than of any text is read
MOST_FILES = 20_000  # of a folder
LONGEST_LINE = 1_000_000  # bytes that are read at once
LONGEST_FROM = 1_000  # bytes of the line that begins a message
_FROM = re.compile(rb"^From \S+.*\d{4}\s*$|^From - ")
# With a date of C's asctime: no line of a text, also where no blank line stands before it.
_DATED_FROM = re.compile(
    rb"^From \S+ +(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d"
    rb"( [+-]\d{4})? \d{4}\s*$"
)
_CODED = re.compile(rb"(?:[A-Za-z0-9+/]{4}){10,}\r?\n")  # a whole line of base64


@dataclass(frozen=True)
class RawMail:
    """One message as it stands in its file."""

    file: str
    line: int
    content: bytes
    ends_mailbox: bool = False  # nothing follows it in its mbox
    is_too_large: bool = False  # only its beginning was read
    number: int = 0  # in its mbox, from 1; 0: the only one of its file
    refused: Problem | None = None  # why nothing was read of this file of a folder
    left_out: int = 0  # bytes of attachments, and one more for each line

    @property
    def path(self) -> str:
        """The file, and which message of it, as problems name them."""
        return within(self.file, f"e-mail {self.number}") if self.number else self.file


def is_mail(path: Path) -> bool:
    """Tells whether something is a folder, a mail or a mailbox; Thunderbird's have no suffix."""
    if path.is_dir() or path.suffix:
        return path.is_dir() or path.suffix.lower() in MAIL
    with path.open("rb") as stream:
        return _FROM.match(stream.readline(LONGEST_FROM)) is not None


def messages_in(path: Path) -> Iterator[RawMail]:
    """Reads the messages of an mbox, an ``.eml`` file or a folder of them."""
    if not path.is_dir():
        yield from _messages_of(path, name=path.name)
        return
    found = (p for p in path.rglob("*") if p.suffix.lower() in MAIL and p.is_file())
    files = sorted(islice(found, MOST_FILES))
    if not files:
        raise refuse(path, "folder_without_mail")
    for file in files:
        name = file.name if file.parent == path else _nested(file, path)
        try:
            yield from _messages_of(file, name=name)
        except RefusedError as refused:  # the other files go on
            yield RawMail(whole_letters(name), 1, b"", refused=refused.problem)


def _messages_of(file: Path, *, name: str) -> Iterator[RawMail]:
    if file.suffix.lower() == ".eml":
        check_readable(file)
        yield _single(file, name=whole_letters(name))
    else:
        yield from _mbox_messages(file)


def _nested(file: Path, folder: Path) -> str:
    """Names a file in a folder of folders, which may have others of that name."""
    return (Path(folder.name) / file.relative_to(folder)).as_posix()


def _single(path: Path, *, name: str) -> RawMail:
    """Reads the one message of an ``.eml`` file; an empty one is a mail that is cut."""
    lines = _Lines()
    with path.open("rb") as stream:
        for line in iter(partial(stream.readline, LONGEST_LINE), b""):
            lines.add(line)
            if lines.is_too_large:
                break
    mail = lines.mail(name, 1)
    return replace(mail, content=_plain(mail.content))


class _Lines:
    """The lines of one message; of a long attachment, which nobody reads, only the first."""

    def __init__(self) -> None:
        self._kept: list[bytes] = []
        self._size = self._coded = self.left_out = 0

    def add(self, line: bytes) -> None:
        self._coded = self._coded + len(line) if _CODED.fullmatch(line) else 0
        if self._coded > LONGEST_CODED:
            self.left_out += len(line) + 1
            return
        self._size += len(line)
        if self._size <= LARGEST_MESSAGE:
            self._kept.append(line)

    @property
    def is_too_large(self) -> bool:
        return self._size > LARGEST_MESSAGE

    def mail(self, file: str, line: int, *, number: int = 0, ends_mailbox: bool = False) -> RawMail:
        content = b"".join(self._kept)
        return RawMail(
            file, line, content, ends_mailbox, self.is_too_large, number, left_out=self.left_out
        )


def _plain(content: bytes) -> bytes:
    """Restores the bytes of a mail that a text editor has saved again: without marks of Unicode."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = content.decode("utf-16", "replace").encode()
    return content.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")


def _mbox_messages(path: Path) -> Iterator[RawMail]:
    check_size(path)
    name = whole_letters(path.name)
    lines = _Lines()
    begin, count, blank = 0, 0, True
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if _DATED_FROM.match(line) or (blank and _FROM.match(line)):
                if begin:
                    yield lines.mail(name, begin, number=count)
                begin, lines, count = number, _Lines(), count + 1
            elif not begin and line.strip():
                raise refuse(path, "no_mbox", line=number)
            else:
                lines.add(line[1:] if re.match(rb">+From ", line) else line)
            blank = not line.strip()
    if begin:
        yield lines.mail(name, begin, number=count, ends_mailbox=True)
