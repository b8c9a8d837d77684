"""What the commands share: exit codes, adding a command, the knowledge base, talking."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from caridulu.knowledge import KnowledgeBase, Severity, load
from caridulu.knowledge.problem import format_text
from caridulu.messages import Language, message
from caridulu.site.build.build_date import build_date

DONE, PROBLEMS, USAGE = 0, 1, 2

Command = Callable[[argparse.Namespace], int]


@dataclass(frozen=True)
class Commands:
    """Adds commands to the parser, with help in one language."""

    names: "argparse._SubParsersAction[argparse.ArgumentParser]"
    language: Language

    def say(self, name: str) -> str:
        """A text of the command line."""
        return message(f"cli.{name}", self.language)

    def add(self, name: str, command: Command, *examples: str) -> argparse.ArgumentParser:
        """A command whose help text is the message of the same name."""
        added = self.names.add_parser(
            name,
            help=self.say(name),
            description=self.say(name),
            epilog="\n".join([self.say("examples"), *(f"  caridulu {e}" for e in examples)]),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        added.set_defaults(command=command)
        return added


def positive(text: str) -> int:
    """A whole number from 1."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def load_knowledge(root: Path) -> KnowledgeBase | None:
    """The knowledge base, or None after printing its problems."""
    loaded = load(root, today=build_date())
    if loaded.ok and loaded.knowledge:
        return loaded.knowledge
    say(format_text(p for p in loaded.problems if p.severity is Severity.PROBLEM).rstrip())
    return None


def say(*lines: str) -> None:
    """What is not the command's result goes to standard error."""
    for line in lines:
        print(line, file=sys.stderr)


def progress(text: str) -> None:
    """Say what takes its time, to somebody who watches."""
    if sys.stderr.isatty():
        say(text)
