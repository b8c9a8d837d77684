"""What the commands share: exit codes, adding a command, talking."""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from caridulu.messages import Language, ToldError, message, messages_of

DONE, PROBLEMS, USAGE = 0, 1, 2

Command = Callable[[argparse.Namespace], int]


class CommandParser(argparse.ArgumentParser):
    """Arguments of one command; their help is the message ``<command>_<argument>``."""

    def __init__(self, *, command: str = "", language: Language = Language.ID, **settings: Any):
        super().__init__(**settings)
        self.command, self.language = command, language

    def option(self, flag: str, **settings: Any) -> None:
        """Adds an argument; without a message of the command's own, one for all commands helps."""
        argument = flag.lstrip("-").replace("-", "_")
        own = f"{self.command}_{argument}"
        key = own if own in messages_of("cli") else argument
        self.add_argument(flag, help=message(f"cli.{key}", self.language), **settings)

    def switches(self, *names: str) -> None:
        """Adds options without a value."""
        for name in names:
            self.option(f"--{name}", action="store_true")


@dataclass(frozen=True)
class Commands:
    """The parsers of the commands, by name; each gets its arguments, with help in one language."""

    parsers: Mapping[str, CommandParser]
    language: Language

    def say(self, name: str) -> str:
        return message(f"cli.{name}", self.language)

    def add(self, name: str, command: Command, *examples: str) -> CommandParser:
        added = self.parsers[name]
        added.epilog = "\n".join([self.say("examples"), *(f"  caridulu {e}" for e in examples)])
        added.set_defaults(command=command)
        return added


class UsageError(ToldError):
    """A command is called in a way that means nothing."""


def not_written(error: OSError, language: Language) -> str:
    """Says why a file was not written."""
    from caridulu.curation.writing import cause  # most commands start sooner without

    values = {"path": error.filename or "-", "value": error.strerror}
    return message(f"curation.cannot_write_{cause(error)}", language, **values).rstrip()


def positive(text: str) -> int:
    """Reads a whole number from 1."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr, flush=True)


def progress(text: str) -> None:
    """Says what takes its time, to somebody who watches."""
    if sys.stderr.isatty():
        say(text)
