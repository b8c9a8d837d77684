"""Twins: what Python and the browser both do has the same names in the same order."""

import ast
import json
import re

import pytest

from caridulu.search import parameters
from caridulu.search.publish.client import parameters_module
from tests import ROOT

SEARCH = ROOT / "generator" / "caridulu" / "search"
BROWSER = SEARCH / "browser"
TWINS = {
    "spelling": "analysis",
    "analyzer": "analysis",
    "vocabulary": "index",
    "query_words": "query",
    "asked_parts": "query",
    "query_reading": "query",
    "outcome": "query",
    "ranking": "query",
    "question_back": "query",
}
PARAMETERS = sorted(n for n in vars(parameters) if n.isupper() and not n.startswith("_"))
_CONSTANT = re.compile(r"^const (\w+) = (.*);$", re.MULTILINE)
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./parameters\.js";$', re.MULTILINE)
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


@pytest.mark.parametrize(("module", "folder"), TWINS.items())
def test_twins_have_the_same_functions_in_the_same_order(module: str, folder: str) -> None:
    ours = _public_names((SEARCH / folder / f"{module}.py").read_text("utf-8"))
    exported = _EXPORT.findall((BROWSER / f"{module}.js").read_text("utf-8"))
    functions = [_snake_case(name) for name in exported if not name.isupper()]
    assert functions == ours
    assert ours


def test_the_browser_is_sent_every_parameter() -> None:
    sent = dict(_CONSTANT.findall(parameters_module()))
    ours = {name: value for name, value in vars(parameters).items() if name in PARAMETERS}
    assert {name: json.loads(value) for name, value in sent.items()} == json.loads(json.dumps(ours))
    assert sent["MAX_TEXT"] == "1000"


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_parameter_is_used_by_the_browser(name: str) -> None:
    modules = "\n".join(path.read_text("utf-8") for path in BROWSER.glob("*.js"))
    used = _IMPORT.sub("", modules)
    assert re.search(rf"(?<!\w){name}(?!\w)", used)


@pytest.mark.parametrize("module", TWINS)
def test_a_module_of_the_browser_imports_the_parameters_that_it_uses(module: str) -> None:
    text = (BROWSER / f"{module}.js").read_text("utf-8")
    imported = {name for names in _IMPORT.findall(text) for name in re.findall(r"\w+", names)}
    used = set(re.findall(r"(?<![\w\"'])[A-Z][A-Z_]+(?!\w)", _IMPORT.sub("", text)))
    assert imported == used.intersection(PARAMETERS)
