"""``caridulu search``."""

import argparse
import sys

from caridulu.cli.arguments import DONE, Commands, UsageError, positive
from caridulu.knowledge import load
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality import report
from caridulu.search.query.ranking import search as search_index
from caridulu.site.build.build_date import build_date
from caridulu.site.build.pipeline import sound_knowledge


def add(commands: Commands) -> None:
    searching = commands.add(
        "search",
        search,
        'search "konsul bayar brp"',
        'search "jml pddk bombana" --explain',
        "search --batch --json < pertanyaan.txt",
    )
    searching.option("query", nargs="?")
    searching.option("--limit", type=positive, default=10)
    searching.switches("json", "explain", "exact", "batch")


def search(options: argparse.Namespace) -> int:
    """Prints what a visitor would find."""
    if not options.batch and options.query is None:
        raise UsageError("cli.search_query_missing")
    index = SearchIndex.of_knowledge(sound_knowledge(load(options.root, today=build_date())))
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
