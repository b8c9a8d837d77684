"""Search quality on a collection, for every kind of query, in both engines.

    python tests/benchmarks/search_quality.py FOLDER [--limit N] [--json]

FOLDER holds corpus.jsonl, qrels.tsv, queries.jsonl and, for other kinds of query with the same
answers, queries.<kind>.jsonl. Prints MRR@10 and success@1 of each kind, and how many queries the
engines answer differently, which must be none. Needs node.
"""

import argparse
import json
import random
import sys
from dataclasses import replace
from pathlib import Path

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.quality.evaluation import Collection, evaluate, read_collection, read_items
from tests.search.both_engines import found_by_browser, found_by_whoosh

SEED = 20261125


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="queries of each kind, a fixed sample")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    index = SearchIndex(read_items(options.folder))
    for file in sorted(options.folder.glob("queries*.jsonl")):
        kind = file.name.removeprefix("queries").removesuffix(".jsonl").strip(".") or "clean"
        row = measure(index, sampled(read_collection(options.folder, file, None), options.limit))
        print(json.dumps({"kind": kind, **row}) if options.json else line(kind, row), flush=True)
    print(f"Repeat: python {' '.join(sys.argv)}", file=sys.stderr)


def sampled(collection: Collection, limit: int | None) -> Collection:
    names = sorted(collection.queries)
    if limit and limit < len(names):
        names = random.Random(SEED).sample(names, limit)
    return replace(collection, queries={name: collection.queries[name] for name in names})


def measure(index: SearchIndex, collection: Collection) -> dict[str, float]:
    texts = list(collection.queries.values())
    ours = found_by_whoosh(index, texts)
    theirs = found_by_browser(index, texts)
    measured = evaluate("whoosh", lambda _: [(list(f.ids), f.outcome) for f in ours], collection)
    return {
        "queries": measured.queries,
        "mrr@10": measured.mrr,
        "success@1": measured.success,
        "recall@10": measured.recall,
        "nothing": measured.nothing,
        "engines_differ": sum(a != b for a, b in zip(ours, theirs, strict=True)),
    }


def line(kind: str, row: dict[str, float]) -> str:
    return f"{kind:10}" + "  ".join(f"{name} {value}" for name, value in row.items())


if __name__ == "__main__":
    main()
