"""``caridulu``: reads arguments, calls the stage that does the work, prints what it returns.

Exit codes: 0 done, 1 problems, 2 wrong usage.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from caridulu import __version__
from caridulu.cli.arguments import PROBLEMS, USAGE, Command, CommandParser, Commands, UsageError
from caridulu.cli.output import not_written, say
from caridulu.messages import Language, UserError, message
from caridulu.site.build.build_date import DateError

# In the order of the help: each command with its module, which is imported when it is called.
COMMANDS = {
    "init": "init",
    "check": "check",
    "schemas": "schemas",
    "search": "search",
    "evaluate": "evaluate",
    "import": "importing.command",
    "redact": "redact",
    "review": "review",
    "publish": "publish",
    "archive": "publish",
    "explain": "publish",
    "duplicates": "reports",
    "gaps": "reports",
    "due": "reports",
    "sources": "sources",
    "build": "site",
    "serve": "site",
    "poster": "site",
    "deploy": "deploy",
    "edit": "edit",
    "save": "save",
    "undo": "undo",
    "package": "package",
    "portal": "portal",
}


def main(argv: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):  # Windows consoles are not UTF-8 by themselves
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = list(sys.argv[1:] if argv is None else argv)
    called = tuple(name for name in COMMANDS if name in arguments)
    options = parser(_language(arguments), called).parse_args(arguments)
    options.lang = Language(options.lang)
    command: Command = options.command
    try:
        return command(options)
    except UserError as error:
        say(error.sentence(options.lang).rstrip())
        return USAGE if isinstance(error, UsageError | DateError) else PROBLEMS
    except (KeyboardInterrupt, EOFError):  # nobody answers
        return 130
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        return 0
    except OSError as error:
        if error.errno is None:  # not of a file
            raise
        say(not_written(error, options.lang))
        return PROBLEMS


def parser(
    language: Language, called: tuple[str, ...] = tuple(COMMANDS)
) -> argparse.ArgumentParser:
    """Makes the command line, with help in ``language``; arguments only of commands ``called``."""
    top = CommandParser(
        prog="caridulu", description=message("cli.description", language), language=language
    )
    top.add_argument(
        "--version",
        action="version",
        version=f"caridulu {__version__}",
        help=message("cli.version", language),
    )
    top.add_argument(
        "--lang",
        default=Language.ID.value,
        choices=[one.value for one in Language],
        help=message("cli.lang", language),
    )
    top.add_argument("--root", type=Path, default=Path(), help=message("cli.root", language))
    names = top.add_subparsers(
        metavar=message("cli.command", language), required=True, parser_class=CommandParser
    )
    parsers = {}
    for name in COMMANDS:
        text = message(f"cli.{name}", language)
        parsers[name] = names.add_parser(
            name, command=name, language=language, help=text, description=text
        )
    commands = Commands(parsers, language)
    for module in dict.fromkeys(COMMANDS[name] for name in called):
        import_module(f"caridulu.cli.commands.{module}").add(commands)
    return top


def _language(arguments: Sequence[str]) -> Language:
    """Reads ``--lang`` before anything else is parsed: help texts need it."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--lang", default="id", choices=[language.value for language in Language])
    try:
        return Language(early.parse_known_args(list(arguments))[0].lang)
    except argparse.ArgumentError:  # is told with all else that is wrong
        return Language.ID
