"""An error of the YAML parser -> a problem that an editor without YAML knowledge can solve."""

import re

import yaml

from caridulu.knowledge.problem import Location, Problem, finding

DEPTH_LIMIT = 20  # the deepest valid file is 5 levels deep; libyaml itself stops at 1,000

# What PyYAML says, in its C and its pure wording -> our message. First match wins.
COMPLAINTS = (
    (re.compile(r"nesting depth"), "too_deep"),
    (re.compile(r"escape"), "bad_escape"),
    (re.compile(r"quoted scalar"), "open_quote"),
    (re.compile(r"scanning an (alias|anchor)"), "anchor"),
    (re.compile(r"cannot start any token"), "bad_start"),
    (re.compile(r"expected ':'"), "missing_colon"),
    (re.compile(r"mapping values are not allowed"), "colon_in_value"),
    (re.compile(r"flow (sequence|mapping)"), "open_bracket"),
)
KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- +)*([a-z_]+:)(?=[^\s:/])")  # no address
AT_ITS_BEGINNING = frozenset({"open_quote", "open_bracket", "missing_colon", "anchor"})


def syntax_problem(error: yaml.MarkedYAMLError, text: str, *, path: str) -> Problem:
    """Makes the problem for broken YAML, at the place where an editor has to look."""
    lines = text.split("\n")
    row, column = _inside(lines, error.problem_mark or error.context_mark)
    name = _complaint(error)
    if problem := _tab_before(lines, row, path):
        return problem
    if name in ("colon_in_value", "missing_colon") and (problem := _glued_key(lines, row, path)):
        return problem
    if (braces := _unquoted_reference(lines[row], inside=name == "open_bracket")) is not None:
        return finding(Location(path, row + 1, braces + 1), "knowledge.braces")
    if name == "yaml_syntax" and lines[row][:column].rstrip().endswith(("'", '"')):
        name = "text_after_quote"
    if name in AT_ITS_BEGINNING and error.context_mark:
        row, column = _inside(lines, error.context_mark)
    if name == "colon_in_value" and ": " not in lines[row][:column]:
        name = "indentation"  # the line's own key: it sits too deep under a finished value
    place = Location(path, row + 1, column + 1)
    value = lines[row][column : column + 1]
    return finding(place, f"knowledge.{name}", value=value, limit=DEPTH_LIMIT)


def _complaint(error: yaml.MarkedYAMLError) -> str:
    """Names what the parser complains of."""
    said = f"{error.context or ''} {error.problem or ''}"
    return next((name for pattern, name in COMPLAINTS if pattern.search(said)), "yaml_syntax")


def _inside(lines: list[str], mark: yaml.Mark | None) -> tuple[int, int]:
    """Gives row and column of a mark; behind the text, those of the end of its last line."""
    row, column = (mark.line, mark.column) if mark else (0, 0)
    if row < len(lines) and lines[row].strip():
        return row, column
    row = min(row, len(lines) - 1)
    while row > 0 and not lines[row].strip():
        row -= 1
    return row, len(lines[row].rstrip())


def _tab_before(lines: list[str], row: int, path: str) -> Problem | None:
    """Finds a tab that indents the line, or else the line above."""
    for r in (row, row - 1):
        if r >= 0 and (found := re.match(r" *\t", lines[r])):
            return finding(Location(path, r + 1, found.end()), "knowledge.tab")
    return None


def _glued_key(lines: list[str], row: int, path: str) -> Problem | None:
    """Finds a value without a space before it in the line, or else in the line above."""
    for r in (row, row - 1):
        if r >= 0 and (found := KEY_WITHOUT_SPACE.match(lines[r])):
            place = Location(path, r + 1, found.end() + 1)
            return finding(place, "knowledge.no_space", value=found[1])
    return None


def _unquoted_reference(line: str, *, inside: bool) -> int | None:
    """Finds the column at which a value begins with ``{{``, or holds it ``inside`` brackets."""
    if inside and "{{" in line:
        return line.index("{{")
    found = re.match(r"\s*(?:- +)*(?:[\w-]+: +)?(?=\{\{)", line)
    return found.end() if found else None
