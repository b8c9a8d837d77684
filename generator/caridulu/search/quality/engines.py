"""The two engines behind one interface: Whoosh in this process, the browser's in node."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.client import client_script
from caridulu.search.publish.published_index import publish_index
from caridulu.search.quality.evaluation import DEPTH, Found
from caridulu.search.query.ranking import search

BATCH = files("caridulu.search") / "browser" / "batch.mjs"


class NodeMissingError(Exception):
    """Node is needed for the browser engine and was not found."""


def found_by_whoosh(index: SearchIndex, queries: Sequence[str]) -> list[Found]:
    """Searches with the Python engine."""
    results = [search(index, query, limit=DEPTH) for query in queries]
    return [([index.items[hit.entry].id for hit in one.hits], one.outcome) for one in results]


def found_by_browser(index: SearchIndex, queries: Sequence[str]) -> list[Found]:
    """Searches with the JavaScript engine over the index published into a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="caridulu-") as name:
        write_index(index, Path(name))
        rows = run_node(Path(name), queries, [str(DEPTH)])
    return [([hit["id"] for hit in row["hits"]], row["outcome"]) for row in rows]


def write_index(index: SearchIndex, folder: Path) -> None:
    for file, text in publish_index(index, address="*").items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run_node(
    folder: Path, queries: Sequence[str], settings: Sequence[str]
) -> list[Mapping[str, Any]]:
    """Runs ``batch.mjs`` over an index published in a folder: one row for each query.

    Raises:
        NodeMissingError: there is no node.
    """
    node = shutil.which("node")
    if node is None:
        raise NodeMissingError
    with tempfile.TemporaryDirectory(prefix="caridulu-") as name:
        scripts = {"search.mjs": client_script(), BATCH.name: BATCH.read_text(encoding="utf-8")}
        for file, text in scripts.items():
            Path(name, file).write_text(text, encoding="utf-8")
        finished = subprocess.run(
            [node, Path(name, BATCH.name), folder, *settings],
            input="".join(json.dumps(query) + "\n" for query in queries),
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    return [json.loads(line) for line in finished.stdout.splitlines()]
