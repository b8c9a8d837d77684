"""``caridulu redact``: copies a text line by line without personal data."""

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from caridulu.cli.arguments import DONE, PROBLEMS, Commands
from caridulu.cli.console import Console
from caridulu.cli.output import say
from caridulu.curation import line_redaction
from caridulu.curation.exports.opened_files import encoding_of
from caridulu.curation.project import open_project
from caridulu.knowledge.problem import ProblemsError
from caridulu.messages import message
from caridulu.privacy.redaction import Redactor, in_context
from caridulu.privacy.redaction import redact as redacted
from caridulu.site.build.build_date import build_date


def add(commands: Commands) -> None:
    redacting = commands.add("redact", redact, "redact percakapan.txt", "redact < pesan.txt")
    redacting.option("file", nargs="?", type=Path)
    redacting.switches("all")


def redact(options: argparse.Namespace) -> int:
    """Copies a text without personal data; a file's senders are known before its first line."""
    _let_bytes_through(sys.stdin, sys.stdout)
    redactor = _redactor(options)
    try:
        if options.file is None:
            return _copy(sys.stdin, line_redaction.LineRedactor(redactor), options)
        with _opened(options.file) as source:
            ahead = line_redaction.senders_ahead(source)
            return _copy(source, line_redaction.LineRedactor(redactor, ahead), options)
    except FileNotFoundError:
        say(message("cli.missing", options.lang, path=options.file))
    except (OSError, UnicodeDecodeError) as error:
        path = options.file or "-"
        say(message("cli.unreadable", options.lang, path=path, reason=error))
    return PROBLEMS


def _let_bytes_through(*streams: TextIO) -> None:
    """Keeps line ends, and bytes that are no UTF-8, as they are."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")


def _redactor(options: argparse.Namespace) -> Redactor:
    """Returns the project's redactor; without a readable project, one that knows no office."""
    if not (options.root / "content").is_dir():
        return Redactor()
    try:
        return open_project(options.root, today=build_date()).redactor
    except ProblemsError:
        return Redactor()


def _opened(path: Path) -> TextIO:
    """Opens a text file in its encoding; a pipe, which can be read once only, as UTF-8."""
    if path.is_file():
        return path.open(encoding=encoding_of(path), newline="")
    return path.open(encoding="utf-8", errors="surrogateescape", newline="")


def _copy(
    source: TextIO, redactor: line_redaction.LineRedactor, options: argparse.Namespace
) -> int:
    """Writes each line redacted before the next one is read, and says what it left."""
    console = Console(options.lang)
    replaced, asked = 0, 0
    for number, line in enumerate(line_redaction.lines_of(source), start=1):
        if len(line) >= line_redaction.LONGEST_LINE:
            console.complain("redact_long_line", line=number, limit=line_redaction.LONGEST_LINE)
            return PROBLEMS
        text = line.rstrip("\r\n")
        entities = redactor.entities(text)
        sys.stdout.write(redacted(text, entities, asked=options.all) + line[len(text) :])
        sys.stdout.flush()
        left = [one for one in entities if not (one.certain or options.all)]
        replaced, asked = replaced + len(entities) - len(left), asked + len(left)
        for entity in left:
            value = in_context(text, entity, options.lang)
            console.complain("redact_asked", line=number, value=value)
    if redactor.has_more_senders:
        console.complain("redact_many_senders", limit=line_redaction.MOST_SENDERS)
    console.complain("redact_done", count=replaced, asked=asked)
    return DONE
