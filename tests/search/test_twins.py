"""Twins: what Python and the browser both do has the same names in the same order."""

import ast
import json
import re

import pytest

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.published_index import publish_index, shared_parameters
from tests import ROOT

SEARCH = ROOT / "generator" / "caridulu" / "search"
BROWSER = SEARCH / "browser"
TWINS = {
    "spelling": "analysis",
    "analyzer": "analysis",
    "vocabulary": "index",
    "query_words": "query",
    "outcome": "query",
    "ranking": "query",
    "question_back": "query",
}
_EXPORT = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)


def _snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _is_value(node: ast.stmt) -> bool:
    """Whether a class only holds values, which JavaScript has without a class."""
    if not isinstance(node, ast.ClassDef):
        return False
    return bool(node.decorator_list or node.bases)


def _public_names(source: str) -> list[str]:
    """Functions and classes at the top, in snake case."""
    found = (
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not _is_value(node)
    )
    return [_snake_case(node.name) for node in found if not node.name.startswith("_")]


@pytest.mark.parametrize(("module", "room"), TWINS.items())
def test_twins_have_the_same_functions_in_the_same_order(module: str, room: str) -> None:
    ours = _public_names((SEARCH / room / f"{module}.py").read_text("utf-8"))
    exported = _EXPORT.findall((BROWSER / f"{module}.js").read_text("utf-8"))
    functions = [_snake_case(name) for name in exported if not name.isupper()]
    assert functions == ours
    assert ours


def test_a_manifest_brings_every_parameter(real_index: SearchIndex) -> None:
    files = publish_index(real_index, address="*")
    sent = json.loads(files["manifest.json"])["parameters"]
    assert sent == json.loads(json.dumps(shared_parameters()))
    assert sent["maxText"] == 300


@pytest.mark.parametrize("name", sorted(shared_parameters()))
def test_every_parameter_is_used_by_the_browser(name: str) -> None:
    modules = "\n".join(path.read_text("utf-8") for path in BROWSER.glob("*.js"))
    assert re.search(rf"\b{name}\b", modules)
