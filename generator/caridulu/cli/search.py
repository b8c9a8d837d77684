"""``caridulu search`` and ``evaluate``."""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from caridulu.cli.parts import (
    DONE,
    PROBLEMS,
    USAGE,
    Commands,
    load_knowledge,
    positive,
    progress,
    say,
)
from caridulu.messages import message
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.published_index import publish_index
from caridulu.search.quality import engines, evaluation, report
from caridulu.search.query.ranking import search as search_index


def add(commands: Commands) -> None:
    """Add the commands about searching."""
    searching = commands.add(
        "search",
        search,
        'search "konsul bayar brp"',
        'search "jml pddk bombana" --explain',
        "search --batch --json < pertanyaan.txt",
    )
    searching.add_argument("query", nargs="?", help=commands.say("search_query"))
    searching.add_argument("--limit", type=positive, default=10, help=commands.say("search_limit"))
    for option in ("json", "explain", "exact", "batch"):
        help_text = commands.say(f"search_{option}")
        searching.add_argument(f"--{option}", action="store_true", help=help_text)
    measuring = commands.add("evaluate", evaluate, "evaluate", "evaluate koleksi/ --json")
    measuring.add_argument(
        "collection", nargs="?", type=Path, help=commands.say("evaluate_collection")
    )
    measuring.add_argument("--queries", type=Path, help=commands.say("evaluate_queries"))
    measuring.add_argument("--qrels", type=Path, help=commands.say("evaluate_qrels"))
    measuring.add_argument(
        "--index-only", action="store_true", help=commands.say("evaluate_index_only")
    )
    measuring.add_argument(
        "--engine",
        choices=["whoosh", "browser"],
        default="whoosh",
        help=commands.say("evaluate_engine"),
    )
    measuring.add_argument("--json", action="store_true", help=commands.say("search_json"))


def search(options: argparse.Namespace) -> int:
    """Print what a visitor would find."""
    if not options.batch and options.query is None:
        say(message("cli.search_query_missing", options.lang))
        return USAGE
    knowledge = load_knowledge(options.root)
    if knowledge is None:
        return PROBLEMS
    index = SearchIndex.of_knowledge(knowledge)
    queries = (line.rstrip("\r\n") for line in sys.stdin) if options.batch else [options.query]
    for query in queries:
        result = search_index(index, query, limit=options.limit, exact=options.exact)
        if options.json:
            line = report.json_line(index, result, explained=options.explain)
            print(line, flush=True)
        else:
            lines = report.text_lines(index, result, options.lang, explained=options.explain)
            print("\n".join(lines))
    return DONE


def evaluate(options: argparse.Namespace) -> int:
    """Print the measures of one engine on one collection."""
    try:
        return _evaluate(options)
    except engines.NodeMissingError:
        say(message("search.node_missing", options.lang))
    except (OSError, ValueError, KeyError) as error:
        path = options.collection or options.root
        reason = f"{type(error).__name__}: {error}"
        say(message("search.collection_unreadable", options.lang, path=path, reason=reason))
    return PROBLEMS


def _evaluate(options: argparse.Namespace) -> int:
    began = time.perf_counter()
    progress(message("cli.indexing", options.lang))
    if options.collection is None:
        knowledge = load_knowledge(options.root)
        if knowledge is None:
            return PROBLEMS
        index = SearchIndex.of_knowledge(knowledge)
    else:
        index = SearchIndex(evaluation.read_items(options.collection))
    if options.index_only:
        print(json.dumps(_index_figures(index, began)))
        return DONE
    if options.collection:
        collection = evaluation.read_collection(options.collection, options.queries, options.qrels)
    elif options.queries and options.qrels:
        collection = evaluation.collection_of(index.items, options.queries, options.qrels)
    else:
        collection = evaluation.own_collection(index.items)
    run = engines.found_by_browser if options.engine == "browser" else engines.found_by_whoosh

    def engine(texts: Iterable[str]) -> list[tuple[list[str], str]]:
        listed = list(texts)
        progress(message("cli.searching", options.lang, queries=len(listed)))
        return [(list(found.ids), found.outcome) for found in run(index, listed)]

    measured = evaluation.evaluate(options.engine, engine, collection)
    print(measured.json() if options.json else measured.text(options.lang))
    return DONE


def _index_figures(index: SearchIndex, began: float) -> dict[str, float]:
    files = publish_index(index, address="*").files
    return {
        "documents": len(index.items),
        "files": len(files),
        "bytes": sum(len(text.encode("utf-8")) for text in files.values()),
        "gzip_bytes": sum(len(gzip.compress(t.encode("utf-8"), 9)) for t in files.values()),
        "seconds": round(time.perf_counter() - began, 3),
    }
