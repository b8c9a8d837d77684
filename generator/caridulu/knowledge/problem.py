"""What an editor can fix: a finding with its place, in the editor's language."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from caridulu.messages import Language, UserError, message

EXCERPT_LENGTH = 80  # characters of a quoted value; longer ones end with an ellipsis
WHOLE = frozenset({"choices", "other"})  # values of ours: what can be chosen, where else to look


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file: path relative to the project, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Severity(StrEnum):
    """PROBLEM stops a build; NOTICE is an honest gap and does not."""

    PROBLEM = "problem"
    NOTICE = "notice"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One finding for an editor; sorts in file and line order."""

    location: Location
    key: str
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.PROBLEM

    def sentence(self, language: Language = Language.ID) -> str:
        """Says what is wrong and what to do, in one sentence."""
        return message(self.key, language, **dict(self.values))

    def text(self, language: Language = Language.ID) -> str:
        """Writes ``path:line:col: what is wrong; what to do``, notices marked as such."""
        sentence = self.sentence(language)
        if self.severity is Severity.NOTICE:
            sentence = message("knowledge.notice", language, text=sentence)
        return f"{self.location}: {sentence}"


def finding(location: Location, key: str, /, **values: object) -> Problem:
    """Makes a problem whose quoted values are shortened to one printable line each."""
    return Problem(location, key, _shortened_values(values))


def notice(location: Location, key: str, /, **values: object) -> Problem:
    """Makes a notice whose quoted values are shortened to one printable line each."""
    return Problem(location, key, _shortened_values(values), Severity.NOTICE)


def _shortened_values(values: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, str(value) if name in WHOLE else shortened(str(value)))
        for name, value in values.items()
    )


def shortened(text: str) -> str:
    """Shortens a text to one printable line of at most ``EXCERPT_LENGTH``."""
    line = printable(re.sub(r"\s+", " ", text).strip())
    return line if len(line) <= EXCERPT_LENGTH else line[: EXCERPT_LENGTH - 1].rstrip() + "…"


def printable(text: str) -> str:
    """Replaces every character that a terminal cannot show by U+FFFD."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorts problems in file and line order, once each."""
    return tuple(sorted(set(problems)))


def stopping(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Selects the problems that stop a build: all but notices."""
    return tuple(problem for problem in problems if problem.severity is Severity.PROBLEM)


def new_problems(after: Iterable[Problem], before: Iterable[Problem]) -> tuple[Problem, ...]:
    """Selects problems, without notices, that were not there before, on whatever line."""
    known = {(p.location.path, p.key, p.values) for p in before}
    return tuple(p for p in stopping(after) if (p.location.path, p.key, p.values) not in known)


def format_text(problems: Iterable[Problem], language: Language = Language.ID) -> str:
    """Writes one line per problem."""
    return "".join(f"{problem.text(language)}\n" for problem in problems)


class ProblemsError(UserError):
    """Raised when problems in the content prevent what was asked."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__("")
        self.problems = tuple(problems)

    def sentence(self, language: Language = Language.ID) -> str:
        return format_text(self.problems, language).rstrip()


def format_json(problems: Iterable[Problem], language: Language = Language.ID) -> str:
    """Writes a JSON list with one object per problem."""
    rows = [
        {
            "path": problem.location.path,
            "line": problem.location.line,
            "column": problem.location.column,
            "severity": problem.severity.value,
            "key": problem.key,
            "message": problem.sentence(language),
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def format_github(problems: Iterable[Problem], language: Language = Language.ID) -> str:
    """Writes one GitHub workflow command per problem, shown beside the line of a pull request."""
    return "".join(_workflow_command(problem, language) for problem in problems)


def _workflow_command(problem: Problem, language: Language) -> str:
    command = "notice" if problem.severity is Severity.NOTICE else "error"
    place = problem.location
    path = _escape(place.path).replace(":", "%3A").replace(",", "%2C")
    sentence = _escape(problem.sentence(language))
    return f"::{command} file={path},line={place.line},col={place.column}::{sentence}\n"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
