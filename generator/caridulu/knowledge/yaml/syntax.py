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
    mark = error.problem_mark or error.context_mark
    row, column = _inside(lines, (mark.line, mark.column) if mark else (0, 0))
    if (tab := _tab_before(lines, row)) is not None:
        return finding(Location(path, tab + 1, lines[tab].index("\t") + 1), "knowledge.tab")
    complaint = f"{error.context or ''} {error.problem or ''}"
    name = next((name for pattern, name in COMPLAINTS if pattern.search(complaint)), "yaml_syntax")
    if name in ("colon_in_value", "missing_colon") and (glued := _glued_key(lines, row, path)):
        return glued
    if name == "yaml_syntax" and lines[row][:column].rstrip().endswith(("'", '"')):
        name = "text_after_quote"
    if (braces := _unquoted_reference(lines[row], inside=name == "open_bracket")) is not None:
        return finding(Location(path, row + 1, braces + 1), "knowledge.braces")
    if name in AT_ITS_BEGINNING and error.context_mark:
        begin = error.context_mark
        row, column = _inside(lines, (begin.line, begin.column))
    if name == "colon_in_value" and ": " not in lines[row][:column]:
        name = "indentation"  # the line's own key: it sits too deep under a finished value
    place = Location(path, row + 1, column + 1)
    value = lines[row][column : column + 1]
    return finding(place, f"knowledge.{name}", value=value, limit=DEPTH_LIMIT)


def _inside(lines: list[str], place: tuple[int, int]) -> tuple[int, int]:
    """The place, or the end of the last line with text when the parser points behind it."""
    row, column = place
    if row < len(lines) and lines[row].strip():
        return row, column
    row = min(row, len(lines) - 1)
    while row > 0 and not lines[row].strip():
        row -= 1
    return row, len(lines[row].rstrip())


def _tab_before(lines: list[str], row: int) -> int | None:
    """The nearest of this line and the one above that is indented with a tab."""
    rows = (row, row - 1)
    return next((r for r in rows if r >= 0 and re.match(r" *\t", lines[r])), None)


def _glued_key(lines: list[str], row: int, path: str) -> Problem | None:
    """The nearest of this line and the one above whose value follows the colon without a space."""
    for r in (row, row - 1):
        if r >= 0 and (found := KEY_WITHOUT_SPACE.match(lines[r])):
            place = Location(path, r + 1, found.end() + 1)
            return finding(place, "knowledge.no_space", value=found[1])
    return None


def _unquoted_reference(line: str, *, inside: bool) -> int | None:
    """Where a value begins with ``{{`` outside quotes, or holds it ``inside`` brackets."""
    if inside and "{{" in line:
        return line.index("{{")
    found = re.match(r"\s*(?:- +)*(?:[\w-]+: +)?(?=\{\{)", line)
    return found.end() if found else None
