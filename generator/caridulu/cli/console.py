"""Printing and asking of the curation commands, and opening their project."""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from caridulu.cli.output import say
from caridulu.curation.lifecycle.transitions import Merge
from caridulu.curation.project import Project, open_project
from caridulu.knowledge import Entry, Problem, Status, format_text
from caridulu.knowledge.problem import ProblemsError
from caridulu.messages import Language, UserError, message
from caridulu.site.build.build_date import build_date


@dataclass(frozen=True)
class Console:
    """Prints and asks in one language; results on standard output, all else on standard error."""

    language: Language

    def sentence(self, name: str, /, **values: object) -> str:
        return message(f"curation.{name}", self.language, **values).rstrip()

    def status_name(self, status: Status) -> str:
        """Names a status as people read it."""
        return self.sentence(f"status_{status.value}")

    def tell(self, name: str, /, **values: object) -> None:
        print(self.sentence(name, **values))

    def tell_below(self, name: str, /, **values: object) -> None:
        """Prints a sentence that belongs to the line above, set in."""
        print(f"  {self.sentence(name, **values)}")

    def tell_archived(self, merge: Merge, entry: Entry, into: Entry) -> None:
        """Says where an entry has gone, and how many of its phrasings found no room there."""
        self.tell("archived", id=entry.id, other=into.id)
        if merge.left:
            self.tell_below("no_room", count=len(merge.left), id=entry.id, other=into.id)

    def complain(self, name: str, /, **values: object) -> None:
        say(self.sentence(name, **values))

    def list_problems(self, problems: Iterable[Problem]) -> None:
        sys.stderr.write(format_text(problems, self.language))

    def ask(self, question: str) -> str | None:
        """Returns the answer to a question in lower case, None at the end of the input."""
        print(question, end=" ", flush=True)
        line = sys.stdin.readline()
        return line.strip().lower() if line else None


def opened(options: argparse.Namespace) -> Project:
    """Opens the project, or prints why it cannot be read and ends the command."""
    try:
        return open_project(options.root, today=build_date())
    except ProblemsError as error:
        Console(options.lang).list_problems(error.problems)
        raise UserError("curation.project_broken") from error
