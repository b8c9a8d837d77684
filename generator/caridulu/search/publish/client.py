"""The browser's search as one small file: ``browser/``'s modules joined and minified."""

import re
from importlib.resources import files

from caridulu.search.publish.minified import small_module

MODULES = (
    *("builtins", "spelling", "stemmer", "analyzer", "vocabulary", "shards", "query_words"),
    *("outcome", "ranking", "question_back", "index"),
)
EXPORTED = ["IndexProblem", "openIndex"]
_IMPORT = re.compile(r'^import .*? from "\./\w+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:(?=const|function|async|class)|\{.*\};$)", re.MULTILINE)


def client_script() -> str:
    """Joins the modules into one that exports ``openIndex`` and ``IndexProblem``.

    The modules share one scope, so no two may use the same top-level name; node refuses a file
    where they do, and a test runs it.
    """
    browser = files("caridulu.search") / "browser"
    sources = (browser.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in MODULES)
    joined = "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)) for text in sources)
    return small_module(joined, EXPORTED)
