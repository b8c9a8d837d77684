"""One file -> its text, safely: whatever is wrong with the file becomes a problem."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from caridulu.knowledge.problem import Location, Problem, finding, printable
from caridulu.knowledge.yaml.nodes import YamlReading, parse_yaml

BINARY_LIMIT = 20  # findings in a file that is no text, and would have thousands
SIZE_LIMIT = 1_000_000  # bytes; the longest valid entry has some 60,000

# Controls, line separators, zero-width and direction marks: they hide what a text says.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True)
class TextReading:
    """A file's text with line feeds only, or None; and the problems found."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def shown_path(path: Path, root: Path) -> str:
    """Writes a path as it is below the project, with slashes, printable whatever it is called."""
    name = "/".join(path.parts[len(root.parts) :])
    return printable(os.fsencode(name).decode("utf-8", errors="replace"))


def read_text(path: Path, *, root: Path) -> TextReading:
    """Reads one file of the project as it lies on the disk."""
    shown = shown_path(path, root)
    place = Location(shown)
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            if not path.resolve(strict=True).is_relative_to(root.resolve()):
                return TextReading(None, (finding(place, "knowledge.outside"),))
            status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a named pipe would wait forever
            return TextReading(None, (finding(place, "knowledge.not_a_file"),))
        if status.st_size > SIZE_LIMIT:
            return TextReading(None, (finding(place, "knowledge.too_big"),))
        content = path.read_bytes()
    except (OSError, RuntimeError):  # RuntimeError: a symlink that points at itself
        return TextReading(None, (finding(place, "knowledge.unreadable"),))
    return decode(content, path=shown)


def decode(content: bytes, *, path: str) -> TextReading:
    """Decodes UTF-8 bytes; a byte order mark and Windows line ends are accepted."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", errors="replace").split("\n")
        place = Location(path, len(before), len(before[-1]) + 1)
        return TextReading(None, (finding(place, "knowledge.not_utf8"),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if INVISIBLE.search(text) is None:
        return TextReading(text)
    limit = BINARY_LIMIT if "\0" in text else None
    problems = tuple(islice(_invisible(text, path), limit))
    return TextReading(INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text), problems)


def _invisible(text: str, path: str) -> Iterator[Problem]:
    """Finds the first invisible character of each line."""
    for number, line in enumerate(text.split("\n"), start=1):
        if found := INVISIBLE.search(line):
            yield invisible_character(found.group(), Location(path, number, found.start() + 1))


def invisible_character(character: str, place: Location) -> Problem:
    return finding(place, "knowledge.invisible", code=f"U+{ord(character):04X}")


def read_yaml(path: Path, *, root: Path) -> YamlReading:
    return as_yaml(read_text(path, root=root), path=shown_path(path, root))


def as_yaml(reading: TextReading, *, path: str) -> YamlReading:
    """Parses what was read of a file called ``path``; the problems of both steps, if any."""
    if reading.text is None:
        return YamlReading(None, reading.problems)
    parsed = parse_yaml(reading.text, path=path)
    return YamlReading(parsed.file, reading.problems + parsed.problems)
