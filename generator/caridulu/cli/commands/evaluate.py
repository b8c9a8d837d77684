"""``caridulu evaluate``."""

import argparse
import gzip
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from caridulu.cli.arguments import DONE, Commands, UsageError
from caridulu.cli.output import progress
from caridulu.curation.writing import write_all
from caridulu.knowledge import load
from caridulu.messages import UserError, message
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.published_index import publish_index
from caridulu.search.quality import engines, evaluation
from caridulu.search.quality.own_report import OwnReport, own_report
from caridulu.search.quality.report_sections import report_lines, sections
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import sound_knowledge
from caridulu.site.pages.evaluation_page import evaluation_page

ENGINES = {"whoosh": engines.found_by_whoosh, "browser": engines.found_by_browser}


def add(commands: Commands) -> None:
    measuring = commands.add(
        "evaluate", evaluate, "evaluate --html laporan.html", "evaluate koleksi/ --json"
    )
    measuring.option("collection", nargs="?", type=Path)
    measuring.option("--queries", type=Path)
    measuring.option("--qrels", type=Path)
    measuring.switches("index-only")
    measuring.option("--engine", choices=list(ENGINES), default="whoosh")
    measuring.option("--html", type=Path, metavar="FILE")
    measuring.switches("json")


def evaluate(options: argparse.Namespace) -> int:
    """Prints the measures of one engine on one collection, and a report on the own knowledge."""
    if options.qrels and not (options.collection or options.queries):
        raise UsageError("search.qrels_alone")
    if options.html and (options.collection or options.qrels):
        raise UsageError("search.own_only")
    began = time.perf_counter()
    progress(message("cli.indexing", options.lang))
    knowledge, own = None, None
    with _errors_told(options):
        if options.collection:
            index = SearchIndex(evaluation.read_items(options.collection))
        else:
            knowledge = sound_knowledge(load(options.root, today=build_date()))
            index = SearchIndex.of_knowledge(knowledge)
        if options.index_only:
            print(json.dumps(_index_figures(index, began)))
            return DONE
        engine, collection = _engine(index, options), _collection(index, options)
        measured = evaluation.evaluate(options.engine, engine, collection)
        if knowledge and not options.qrels:
            asked = evaluation.read_questions(options.queries) if options.queries else None
            own = own_report(knowledge, index, asked)
    if options.json:
        print(json.dumps(measured.fields() | (own.fields() if own else {})))
    else:
        print(measured.text(options.lang))
    if own:
        _tell(own, index, measured, options)
    return DONE


@contextmanager
def _errors_told(options: argparse.Namespace) -> Iterator[None]:
    """Says in a sentence why a collection cannot be read or searched."""
    try:
        yield
    except engines.NodeMissingError as error:
        raise UserError("search.node_missing") from error
    except FileNotFoundError as error:
        raise UserError("search.collection_missing", path=error.filename) from error
    except (OSError, ValueError, KeyError) as error:
        values = {"path": options.collection or options.root}
        reason = f"{type(error).__name__}: {error}"
        raise UserError("search.collection_unreadable", reason=reason, **values) from error


def _tell(
    own: OwnReport,
    index: SearchIndex,
    measured: evaluation.Evaluation,
    options: argparse.Namespace,
) -> None:
    questions = {item.id: item.question for item in index.items}
    found = list(sections(own, questions, options.lang))
    if not options.json:
        print("\n".join(report_lines(found, options.lang)))
    if options.html:
        write_all({options.html: evaluation_page(found, measured, options.lang)})


def _collection(index: SearchIndex, options: argparse.Namespace) -> evaluation.Collection:
    """Reads the queries to ask, with the items that answer them."""
    if options.collection:
        return evaluation.read_collection(options.collection, options.queries, options.qrels)
    if options.queries and options.qrels:
        return evaluation.collection_of(index.items, options.queries, options.qrels)
    return evaluation.own_collection(index.items)


def _engine(index: SearchIndex, options: argparse.Namespace) -> evaluation.Engine:
    """Wraps the chosen engine as evaluation calls it."""

    def search_all(queries: Sequence[str]) -> list[evaluation.Found]:
        progress(message("cli.searching", options.lang, queries=len(queries)))
        return ENGINES[options.engine](index, queries)

    return search_all


def _index_figures(index: SearchIndex, began: float) -> dict[str, float]:
    files = publish_index(index, address="*")
    return {
        "documents": len(index.items),
        "files": len(files),
        "bytes": sum(len(text.encode("utf-8")) for text in files.values()),
        "gzip_bytes": sum(len(gzip.compress(t.encode("utf-8"), 9)) for t in files.values()),
        "seconds": round(time.perf_counter() - began, 3),
    }
