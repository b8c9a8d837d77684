"""What each ``caridulu`` command does with its parsed options; each returns the exit code."""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from generator.knowledge import KnowledgeBase, Problem, Severity, load
from generator.knowledge import schemas as json_schemas
from generator.knowledge.problem import format_github, format_json, format_text, in_order
from generator.messages import message
from generator.search import engines, evaluation, report
from generator.search.client import client_script
from generator.search.expectations import unmet_expectations
from generator.search.index import SearchIndex
from generator.search.published import publish, publish_index
from generator.search.ranking import search as search_index
from generator.site.build import BuildError, build_date, build_pages
from generator.site.build import build as build_site
from generator.site.build import serve as serve_site
from generator.site.write import FolderError

DONE, PROBLEMS, USAGE = 0, 1, 2
FORMATS = {"text": format_text, "json": format_json, "github": format_github}


def check(options: argparse.Namespace) -> int:
    """Print every problem and notice of the content; 1 if there is a problem."""
    loaded = load(options.root, today=build_date())
    found = loaded.problems
    if loaded.ok and loaded.knowledge:
        found = in_order((*found, *unmet_expectations(loaded.knowledge, options.root)))
    print(FORMATS[options.format](found, options.lang), end="")
    problems = sum(problem.severity is Severity.PROBLEM for problem in found)
    if options.format == "text":
        name = "check_failed" if problems else "check_clean"
        entries = len(loaded.knowledge.published) if loaded.knowledge else 0
        counts = {"problems": problems, "notices": len(found) - problems, "entries": entries}
        _say(message(f"cli.{name}", options.lang, **counts))
    return PROBLEMS if problems else DONE


def build(options: argparse.Namespace) -> int:
    """Build the site; the old one stays if that fails."""
    _progress(message("cli.building", options.lang))
    target = options.pages or options.offline or options.site_dir or options.root / "site"
    try:
        if options.pages or options.offline:
            warnings: tuple[str, ...] = ()
            build_pages(options.root, target)
        else:
            warnings = build_site(options.root, target, strict=options.strict)
    except BuildError as error:
        _say(*error.problems)
        return PROBLEMS
    except FolderError as error:
        _say(str(error))
        return PROBLEMS
    _say(*warnings, message("cli.build_done", options.lang, path=target), _weights(options))
    return DONE


def _weights(options: argparse.Namespace) -> str:
    knowledge = _knowledge(options.root)
    published = publish(knowledge) if knowledge else None
    files = published.files.values() if published else ()
    return message(
        "cli.build_weights",
        options.lang,
        client=_kilobytes([client_script()]),
        index=_kilobytes(files),
        files=len(files),
    )


def _kilobytes(texts: Iterable[str]) -> float:
    return round(sum(len(gzip.compress(t.encode("utf-8"), 9)) for t in texts) / 1000, 1)


def serve(options: argparse.Namespace) -> int:
    """Live preview until interrupted."""
    serve_site(options.root, address=options.address)
    return DONE


def search(options: argparse.Namespace) -> int:
    """Print what a visitor would find."""
    if not options.batch and options.query is None:
        _say(message("cli.search_query_missing", options.lang))
        return USAGE
    knowledge = _knowledge(options.root)
    if knowledge is None:
        return PROBLEMS
    index = SearchIndex.of_knowledge(knowledge)
    queries = (line.rstrip("\r\n") for line in sys.stdin) if options.batch else [options.query]
    for query in queries:
        result = search_index(index, query, limit=options.limit, exact=options.exact)
        if options.json:
            print(report.json_line(index, result, explained=options.explain))
        else:
            lines = report.text_lines(index, result, options.lang, explained=options.explain)
            print("\n".join(lines))
    return DONE


def evaluate(options: argparse.Namespace) -> int:
    """Print the measures of one engine on one collection."""
    try:
        return _evaluate(options)
    except engines.NodeMissingError:
        _say(message("search.node_missing", options.lang))
    except (OSError, ValueError, KeyError) as error:
        path = options.collection or options.root
        reason = f"{type(error).__name__}: {error}"
        _say(message("search.collection_unreadable", options.lang, path=path, reason=reason))
    return PROBLEMS


def _evaluate(options: argparse.Namespace) -> int:
    began = time.perf_counter()
    _progress(message("cli.indexing", options.lang))
    if options.collection is None:
        knowledge = _knowledge(options.root)
        if knowledge is None:
            return PROBLEMS
        index = SearchIndex.of_knowledge(knowledge)
    else:
        index = SearchIndex(evaluation.read_items(options.collection))
    if options.index_only:
        print(json.dumps(_index_figures(index, began)))
        return DONE
    collection = (
        evaluation.read_collection(options.collection, options.queries, options.qrels)
        if options.collection
        else evaluation.own_collection(index.items)
    )
    run = engines.found_by_browser if options.engine == "browser" else engines.found_by_whoosh

    def engine(texts: Iterable[str]) -> list[tuple[list[str], str]]:
        listed = list(texts)
        _progress(message("cli.searching", options.lang, queries=len(listed)))
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


def schemas(options: argparse.Namespace) -> int:
    """Write the JSON Schemas that VS Code checks the YAML files with."""
    folder = options.root / ".vscode" / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in json_schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    return DONE


def _knowledge(root: Path) -> KnowledgeBase | None:
    """The knowledge base, or None after printing its problems."""
    loaded = load(root, today=build_date())
    if loaded.ok and loaded.knowledge:
        return loaded.knowledge
    problems: list[Problem] = [p for p in loaded.problems if p.severity is Severity.PROBLEM]
    _say(format_text(problems).rstrip())
    return None


def _progress(text: str) -> None:
    """Say what takes its time, to somebody who watches."""
    if sys.stderr.isatty():
        _say(text)


def _say(*lines: str) -> None:
    """What is not the command's result goes to standard error."""
    for line in lines:
        print(line, file=sys.stderr)
