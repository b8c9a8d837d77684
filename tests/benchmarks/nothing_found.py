"""How honest "nothing found" is: the whole curve of the outcome's threshold.

    python tests/benchmarks/nothing_found.py --unanswerable FILE [--collection FOLDER]
        [--queries FILE ...] [--json]

Without --collection the knowledge base of this folder is searched. --queries are answerable
questions (default: the collection's queries.jsonl), FILE holds questions that nothing answers; both
are JSON lines with "text". For every share of the query's weight found in the best entry, in
sixteenths, and for every sum of that share and the lead over the second entry, it prints which
part of the answerable and of the unanswerable questions reaches it: the share decides whether
entries are shown, the sum whether they are presented as an answer.
"""

import argparse
import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from caridulu.knowledge import load
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.parameters import ANSWERED_SHARE, LEAST_SHARE, WEAK_SHARE
from caridulu.search.quality.evaluation import read_items
from caridulu.search.query.ranking import Result, search


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unanswerable", type=Path, required=True)
    parser.add_argument("--collection", type=Path)
    parser.add_argument("--queries", type=Path, nargs="*")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    index = open_index(options.collection)
    files = options.queries or [options.collection / "queries.jsonl"]
    asked = [text for file in files for text in texts(file)]
    results = [found(index, asked), found(index, texts(options.unanswerable))]
    answerable, unanswerable = ([result.evidence for result in group] for group in results)
    for name, measure, chosen in (
        ("shown", lambda e: e.share, WEAK_SHARE),
        ("answered", lambda e: (e.share >= LEAST_SHARE) * (e.share + e.lead), ANSWERED_SHARE),
    ):
        positive, negative = list(map(measure, answerable)), list(map(measure, unanswerable))
        for share in range(1, 17 if name == "shown" else 25):
            row = {
                "curve": name,
                "share": share,
                "answerable": reached(positive, share),
                "unanswerable": reached(negative, share),
                "chosen": share == chosen,
            }
            print(json.dumps(row) if options.json else line(row))
        print(f"AUROC {name} {auroc(positive, negative):.3f}", file=sys.stderr)
    for name, group in zip(("answerable", "unanswerable"), results, strict=True):
        counts = Counter(str(result.outcome) for result in group)
        print(name, json.dumps(counts), file=sys.stderr)
    print(f"Repeat: python {' '.join(sys.argv)}", file=sys.stderr)


def open_index(collection: Path | None) -> SearchIndex:
    if collection:
        return SearchIndex(read_items(collection))
    knowledge = load(Path(), today=dt.date.today()).knowledge
    assert knowledge, "caridulu check shows the problems"
    return SearchIndex.of_knowledge(knowledge)


def texts(file: Path) -> list[str]:
    return [json.loads(row)["text"] for row in file.read_text("utf-8").splitlines()]


def found(index: SearchIndex, queries: Sequence[str]) -> list[Result]:
    return [search(index, query, limit=1) for query in queries]


def reached(values: Sequence[int], share: int) -> float:
    return round(sum(value >= share for value in values) / max(1, len(values)), 3)


def auroc(positive: Sequence[int], negative: Sequence[int]) -> float:
    """Chance that an answerable question has the larger share; ties count half."""
    wins = sum((p > n) + (p == n) / 2 for p in positive for n in negative)
    return wins / max(1, len(positive) * len(negative))


def line(row: dict[str, Any]) -> str:
    return (
        f"{row['curve']:8} {row['share']:2}/16  answerable {row['answerable']:.3f}  "
        f"unanswerable {row['unanswerable']:.3f}{'  <- chosen' if row['chosen'] else ''}"
    )


if __name__ == "__main__":
    main()
