"""``caridulu``: reads arguments, calls the stage that does the work, prints what it returns.

Exit codes: 0 done, 1 problems, 2 wrong usage.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from caridulu.cli import (
    check,
    deploy,
    edit,
    init,
    package,
    portal,
    publish,
    redact,
    reports,
    review,
    search,
    site,
    sources,
)
from caridulu.cli.importing import command as importing
from caridulu.cli.parts import USAGE, Command, CommandParser, Commands, say
from caridulu.messages import Language, message
from caridulu.site.build.build_date import DateError

AREAS = (
    *(init, check, search, importing, redact, review, publish, reports, sources, site),
    *(deploy, edit, package, portal),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; its exit code."""
    for stream in (sys.stdout, sys.stderr):  # Windows consoles are not UTF-8 by themselves
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = list(sys.argv[1:] if argv is None else argv)
    options = parser(_language(arguments)).parse_args(arguments)
    options.lang = Language(options.lang)
    command: Command = options.command
    try:
        return command(options)
    except DateError as error:
        say(message("site.bad_epoch", options.lang, value=error.value))
        return USAGE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        return 0


def parser(language: Language) -> argparse.ArgumentParser:
    """The whole command line, with help in ``language``."""
    top = argparse.ArgumentParser(prog="caridulu", description=message("cli.description", language))
    top.add_argument(
        "--lang", default="id", choices=["id", "en"], help=message("cli.lang", language)
    )
    top.add_argument("--root", type=Path, default=Path(), help=message("cli.root", language))
    names = top.add_subparsers(
        metavar=message("cli.command", language), required=True, parser_class=CommandParser
    )
    for area in AREAS:
        area.add(Commands(names, language))
    return top


def _language(arguments: Sequence[str]) -> Language:
    """The language of ``--lang`` before anything else is parsed: help texts need it."""
    early = argparse.ArgumentParser(add_help=False)
    early.add_argument("--lang", default="id", choices=[language.value for language in Language])
    return Language(early.parse_known_args(list(arguments))[0].lang)
