"""A YAML file -> the typed model, or every problem of the file with its place."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

import pydantic
from pydantic_core import ErrorDetails

from caridulu.knowledge.model import Model, Packaged
from caridulu.knowledge.problem import Location, Problem, finding
from caridulu.knowledge.project_files import ProjectFiles
from caridulu.knowledge.yaml.model_errors import name_of, problem_of
from caridulu.knowledge.yaml.nodes import Loc, TextNode, YamlFile, place_of, walk
from caridulu.knowledge.yaml.reader import INVISIBLE, TextReading, as_yaml, invisible_character

M = TypeVar("M", bound=Model)

# Read as Markdown or checked as an address: these may hold < and >.
NOT_PLAIN = frozenset({"answer", "guidance", "internal_note", "url", "website", "site_url"})

# Remarks of the project have a space behind #. In quotes behind a plain value it is read.
CUT = re.compile(r"[^\"'#]*(?<=\s)#(?=\S)")

# Keys for which something is assumed when they are absent: with a blank value nobody knows what.
ASSUMED = frozenset({
    "status", "verified", "link", "numbered",
    "holiday_country", "approval", "identity", "second_reader",
})  # fmt: skip
# What stands for a wrong value that the model needs, so that rules see the rest of the file.
STAND_INS: tuple[object, ...] = (
    "\N{REPLACEMENT CHARACTER}",  # for a line or a Markdown text
    "1",  # for an id or a number
    "2000-01-01",
    "http://x",
    "x.png",
    "00.00",
    "visit",  # for a kind of channel
    "complaint",  # for a purpose
    "folder",  # for a kind of target
    "0" * 64,  # for the hash of a package
    {},  # for the components of a service standard
    ["1"],
    ["complaint"],
    [{"title": "\N{REPLACEMENT CHARACTER}"}],  # for sources
)


@dataclass(frozen=True)
class Checked(Generic[M]):
    """One checked file of the project: its value, and its problems.

    In ``value`` a wrong value is left out, or something stands in for it. It is None when the file
    cannot be read at all.
    """

    path: str
    file: YamlFile | None = None
    value: M | None = None
    problems: tuple[Problem, ...] = ()
    id: str = ""  # of an entry or service: the file's stem
    stand_ins: frozenset[Location] = frozenset()  # where rules need not look
    packaged: Packaged | None = None  # how it came from a package


# What was read and checked before, for a program that loads one project again and again.
FileCache = dict[tuple[str, type[Model]], tuple[TextReading, Checked[Any]]]


def check_path(path: Path, model: type[M], *, files: ProjectFiles, cache: FileCache) -> Checked[M]:
    """Reads and checks one YAML file of the project, unless ``cache`` has it as it is."""
    shown, reading = files.shown(path), files.read(path)
    before, known = cache.get((shown, model), (None, None))
    if known and before == reading:
        return known
    parsed = as_yaml(reading, path=shown)
    made = check(parsed.file, model) if parsed.file else Checked[M](shown)
    checked = replace(made, id=path.stem, problems=(*parsed.problems, *made.problems))
    cache[shown, model] = reading, checked
    return checked


def check(file: YamlFile, model: type[M]) -> Checked[M]:
    """Checks what a file says against ``model``; finds all its problems at once."""
    problems = () if file.below else tuple(text_problems(file))
    values = file.values
    try:
        return Checked(file.path, file, model.model_validate(values), problems)
    except pydantic.ValidationError as error:
        details = error.errors(include_url=False)
    problems += tuple(one for detail in details if (one := problem_of(detail, file, model)))
    locs = [detail["loc"] for detail in details]
    places = (place for loc in locs for place in (file.at(*loc), file.key(*loc)))
    value = _mended(values, details, model)
    return Checked(file.path, file, value, problems, stand_ins=frozenset(places))


def text_problems(file: YamlFile) -> Iterator[Problem]:
    """Finds what is wrong with the texts of one file, whatever they are for.

    Keys without a value for which something would be assumed, such as ``status:``; tags in one-line
    texts; characters smuggled in by an escape in double quotes; words that YAML reads as something
    else than who typed them.
    """
    lines = file.text.split("\n")
    for loc, begin, node in walk(file.root):
        if not isinstance(node, TextNode):
            continue
        value, place = node.value, place_of(node)
        if loc[-1] in ASSUMED and not node.given:
            yield finding(Location(file.path, *begin), "knowledge.empty_value", name=loc[-1])
        if not node.style:
            yield from _read_otherwise(node, lines)
        if node.style == '"' and (found := INVISIBLE.search(value)):
            yield invisible_character(found.group(), place)
        if ("<" in value or ">" in value) and (key := name_of(loc)) not in NOT_PLAIN:
            yield finding(place, "knowledge.angle_bracket", name=key, value=value)


def _read_otherwise(node: TextNode, lines: list[str]) -> Iterator[Problem]:
    """Finds plain texts that swallow a row below (``- ``), or lose their end to a ``#``."""
    for number in range(node.line + 1, node.last_line + 1):
        if found := re.match(r" *(?=- )", lines[number - 1]):
            place = Location(node.path, number, found.end() + 1)
            yield finding(place, "knowledge.row_goes_on")
    begin = node.column - 1 + len(node.value) if node.last_line == node.line else 0
    if cut := CUT.match(lines[node.last_line - 1], begin):
        yield finding(Location(node.path, node.last_line, cut.end()), "knowledge.cut_off")


def _mended(values: dict[str, Any], wrong: list[ErrorDetails], model: type[M]) -> M | None:
    """Checks the values without the wrong ones, or with stand-ins; None if nothing helps."""
    for stand_in in (None, *STAND_INS):
        for detail in wrong:
            _put(values, detail["loc"], stand_in)
        try:
            return model.model_validate(values)
        except pydantic.ValidationError as error:
            wrong = error.errors(include_url=False)
    return None


def _put(values: Any, loc: Loc, stand_in: object) -> None:
    """Puts a stand-in at ``loc``; None takes a key away, but leaves a list as long as it is."""
    loc = loc[:-1] if loc[-1] == "[key]" else loc
    for part in loc[:-1]:
        if isinstance(values, dict) and part not in values:
            return  # what holds it is wrong, too, and was taken away before
        values = values[part]
    if stand_in is None and isinstance(values, dict):
        values.pop(loc[-1], None)
    else:
        values[loc[-1]] = deepcopy(stand_in)
