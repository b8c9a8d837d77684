"""Imports run one way: knowledge -> search -> privacy -> curation -> site -> editor -> cli."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import ROOT

GENERATOR = ROOT / "generator" / "caridulu"
ORDER = (
    *("messages", "knowledge", "starter", "search", "privacy", "curation", "site", "editor"),
    *("cli", "__main__"),
)
MODULES = sorted(GENERATOR.rglob("*.py"))


def _imported(path: Path) -> Iterator[str]:
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


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(GENERATOR).as_posix())
def test_imports_only_earlier_areas(path: Path) -> None:
    area = _area(path)
    if area == "__init__":
        return
    ours = {name.split(".")[1] for name in _imported(path) if name.startswith("caridulu.")}
    allowed = {*ORDER[: ORDER.index(area) + 1], "__version__"}
    assert ours <= allowed


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(GENERATOR).as_posix())
def test_only_the_plugin_imports_mkdocs(path: Path) -> None:
    names = {name.split(".")[0] for name in _imported(path)}
    if path != GENERATOR / "site" / "build" / "plugin.py":
        assert names.isdisjoint({"mkdocs", "material"})


def test_every_area_is_in_the_order() -> None:
    areas = {_area(path) for path in MODULES} - {"__init__"}
    assert areas <= set(ORDER)
