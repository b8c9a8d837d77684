"""Imports run one way, in the order of the packages, and between the folders of each."""

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests import ROOT

GENERATOR = ROOT / "generator" / "caridulu"
ORDER = (
    "messages", "knowledge", "starter", "search", "privacy", "curation", "site",
    "packages", "journal", "publishing", "portal", "editor", "cli", "__main__",
)  # fmt: skip
MODULES = sorted(GENERATOR.rglob("*.py"))


@cache
def _imported(path: Path) -> tuple[str, ...]:
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield module
            yield from (f"{module}.{name.name}" for name in node.names)


def _area(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def test_imports_only_earlier_areas() -> None:
    wrong = []
    for path in MODULES:
        area = _area(path)
        if area != "__init__":
            allowed = {*ORDER[: ORDER.index(area) + 1], "__version__"}
            ours = {name.split(".")[1] for name in _imported(path) if name.startswith("caridulu.")}
            wrong += [(path, name) for name in ours - allowed]
    assert wrong == []


def test_folders_side_by_side_import_each_other_one_way() -> None:
    for parent, folders in _folders().items():
        try:
            TopologicalSorter(folders).prepare()
        except CycleError as circle:
            pytest.fail(f"{parent}: {circle.args[1]}")


def _folders() -> dict[Path, dict[str, set[str]]]:
    """By folder: which of its folders import which."""
    found: dict[Path, dict[str, set[str]]] = {}
    for path in MODULES:
        own = path.relative_to(GENERATOR).parts
        for name in _imported(path):
            first, *other = name.split(".")
            if first != "caridulu":
                continue
            pairs = enumerate(zip(own, other, strict=False))
            at, (here, there) = next((each for each in pairs if len({*each[1]}) > 1), (0, ("", "")))
            parent = GENERATOR.joinpath(*own[:at])
            if here and (parent / here).is_dir() and (parent / there).is_dir():
                found.setdefault(parent, {}).setdefault(here, set()).add(there)
    return found


def test_only_the_plugin_imports_mkdocs() -> None:
    importing = {
        path.relative_to(GENERATOR).as_posix()
        for path in MODULES
        if not {name.split(".")[0] for name in _imported(path)}.isdisjoint({"mkdocs", "material"})
    }
    assert importing == {"site/build/plugin.py"}


def test_every_area_is_in_the_order() -> None:
    assert {_area(path) for path in MODULES} - {"__init__"} <= set(ORDER)


def test_what_is_imported_is_a_dependency() -> None:
    own = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    declared = {_normal(re.split(r"[<>=;]", each)[0]) for each in own} | {"pydantic-core"}
    names = {name.split(".")[0] for path in MODULES for name in _imported(path)}
    foreign = names - sys.stdlib_module_names - {"caridulu"}
    installed = packages_distributions()
    assert {_normal(installed[name][0]) for name in foreign} <= declared


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def test_a_public_class_has_a_name_of_its_own() -> None:
    names = Counter(
        node.name
        for path in MODULES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, count in names.items() if count > 1] == []
