"""Arguments of the commands with their help, and the codes with which commands exit."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NoReturn

from caridulu.cli.output import say
from caridulu.cli.wrong_usage import wrong_usage
from caridulu.messages import Language, UserError, message, messages_of

DONE, PROBLEMS, USAGE = 0, 1, 2

Command = Callable[[argparse.Namespace], int]


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Help with its headings in one language."""

    def __init__(self, prog: str, *, language: Language, **settings: Any):
        super().__init__(prog, **settings)
        self._prefix = message("cli.usage_prefix", language) + " "

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._prefix if prefix is None else prefix)


class CommandParser(argparse.ArgumentParser):
    """Arguments of one command; their help is the message ``<command>_<argument>``."""

    def __init__(self, *, command: str = "", language: Language = Language.ID, **settings: Any):
        formatter = partial(HelpFormatter, language=language)
        super().__init__(formatter_class=formatter, add_help=False, **settings)
        self.command, self.language = command, language
        self._positionals.title = message("cli.usage_arguments", language)
        self._optionals.title = message("cli.usage_options", language)
        self.add_argument("-h", "--help", action="help", help=message("cli.usage_help", language))

    def error(self, text: str) -> NoReturn:
        """Says what is wrong in one sentence, and where help is."""
        sentence = wrong_usage(text, self.language)
        say(message("cli.usage_wrong", self.language, sentence=sentence, command=self.prog))
        raise SystemExit(USAGE)

    def option(
        self, *flags: str, group: argparse._ArgumentGroup | None = None, **settings: Any
    ) -> None:
        """Adds an argument; without a message of the command's own, one for all commands helps."""
        argument = flags[-1].lstrip("-").replace("-", "_")
        own = f"{self.command}_{argument}"
        key = own if own in messages_of("cli") else argument
        help_text = message(f"cli.{key}", self.language)
        (group or self).add_argument(*flags, help=help_text, **settings)

    def switches(self, *names: str) -> None:
        """Adds options without a value."""
        for name in names:
            self.option(f"--{name}", action="store_true")


@dataclass(frozen=True)
class Commands:
    """The parsers of the commands, by name; each gets its arguments, with help in one language."""

    parsers: Mapping[str, CommandParser]
    language: Language

    def add(self, name: str, command: Command, *examples: str) -> CommandParser:
        added = self.parsers[name]
        title = message("cli.examples", self.language)
        added.epilog = "\n".join([title, *(f"  caridulu {example}" for example in examples)])
        added.set_defaults(command=command)
        return added


class UsageError(UserError):
    """A command is called with contradictory or missing arguments."""


def positive(text: str) -> int:
    """Reads a whole number from 1."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
