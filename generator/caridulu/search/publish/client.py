"""The browser's search as one small file: ``browser/``'s modules joined, without comments.

What they import from ``./parameters.js`` is written here, from ``search/parameters.py``.
"""

import json
import re
from collections.abc import Iterable
from importlib.resources import files
from itertools import chain, product
from string import ascii_letters

from rjsmin import jsmin

from caridulu.search import parameters

MODULES = (
    "builtins", "spelling", "stemmer", "analyzer", "vocabulary", "shards", "query_words",
    "asked_parts", "query_reading", "outcome", "ranking", "question_back", "index",
)  # fmt: skip
EXPORTED = {"openIndex", "IndexProblem"}
_IMPORT = re.compile(r'^import [^;]*? from "\./\w+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const|function|async|class)", re.MULTILINE)
# A comma after a digit may be one of {3,}; no module has a loop without a body, and every statement
# ends with a semicolon or a block.
_NEEDLESS = re.compile(r";(?=\})|(?<!\d),(?=[)\]}])|\n")
_CONSTANT = re.compile(r"\bconst ([A-Z_]+)=(\d+);\n?")
_ONE_PARAMETER = re.compile(r"\((\w+)\)(?==>)")
_WORD = re.compile(r"\w+")
_WHOLE_WORD = re.compile(r"(?<![$\w])\w+")
_PROPERTY = re.compile(r"(?<=[{,])(\w+)(?=[,}=])|\.(\w+)|\b(\w+):")
_DECLARED = re.compile(r"\b(?:function|class|const|let) (\w+)")


def client_script() -> str:
    """Joins the modules into one that exports ``openIndex`` and ``IndexProblem``.

    The modules share one scope, so no two may use the same top-level name; node refuses a file
    where they do, and a test runs it.
    """
    browser = files("caridulu.search") / "browser"
    sources = [browser.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in MODULES]
    modules = [_joinable(name, text) for name, text in zip(MODULES, sources, strict=True)]
    joined = "\n".join([parameters_module(), *modules])
    small = _NEEDLESS.sub("", _with_constants_written_in(str(jsmin(joined))))
    small = _ONE_PARAMETER.sub(r"\1", small)
    return _with_short_names(small, _DECLARED.findall(joined)) + "\n"


def parameters_module() -> str:
    """Writes what both engines have alike as constants of the same names."""
    return "".join(
        f"const {name} = {json.dumps(value)};\n"
        for name, value in vars(parameters).items()
        if name.isupper() and not name.startswith("_")
    )


def _joinable(name: str, text: str) -> str:
    without_imports = _IMPORT.sub("", text)
    return without_imports if name == "index" else _EXPORT.sub("", without_imports)


def _with_constants_written_in(script: str) -> str:
    """Drops ``const FINAL=70;`` and writes 70 wherever FINAL stood."""
    values = dict(_CONSTANT.findall(script))
    names = re.compile(rf"\b({'|'.join(values)})\b")
    return names.sub(lambda found: values[found[1]], _CONSTANT.sub("", script))


def _with_short_names(script: str, names: Iterable[str]) -> str:
    """Renames what is declared to ``$a``, ``$b``, ...; a name that is a property somewhere stays.

    Every name gets one of its own, so that no scope matters. Saves a seventh of the compressed
    script, without which a page with search does not stay below its limit (test_speed.py).
    """
    words = set(_WORD.findall(script))
    said = {word for text in re.findall(r'"[^"\n]*"', script) for word in _WORD.findall(text)}
    kept = said | EXPORTED | {word for found in _PROPERTY.findall(script) for word in found}
    letters = map("".join, chain(product(ascii_letters), product(ascii_letters, repeat=2)))
    chosen = [name for name in sorted(words.intersection(names) - kept) if len(name) > 2]
    short = {name: f"${letter}" for name, letter in zip(chosen, letters, strict=False)}
    return _WHOLE_WORD.sub(lambda found: short.get(found[0], found[0]), script)
