"""What the search costs: bytes, round trips, latency, build time and memory at growing sizes.

    python tests/benchmarks/search_size.py FOLDER [SIZE ...] [--limit N] [--json]

FOLDER holds corpus.jsonl and, if there are real ones, queries.jsonl; without, queries are made
of four words of a random document. SIZE takes the first documents only, --limit that many hits:
10 on the search page, 5 while somebody types elsewhere. Requests (median/90 %/most) and waves are
those of a first search, from the manifest to all texts; "misspelt" is the same queries with a
letter of their longest word dropped. phone_s (mean seconds: all, until the first hit, all of
misspelt) is by a model of a telephone: 0.4 s each wave, 400 kbit/s, 200 bytes around each file.
Needs node.
"""

import argparse
import gzip
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.client import client_script
from caridulu.search.publish.published_index import publish_index
from caridulu.search.quality.evaluation import collection_of, read_items

HERE = Path(__file__).parent
QUERIES = 150
WAVE, BYTES_A_SECOND, AROUND_A_FILE = 0.4, 50_000, 200
SEED = 20261125


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", type=int, nargs="*")
    parser.add_argument("--limit", type=int, default=10)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    items = read_items(options.folder)
    rows = []
    for size in options.sizes or [len(items)]:
        copies = -(-size // len(items))
        asked = queries(options.folder, items[:size])
        row = measure(copied(items, copies)[:size], asked, options.limit)
        rows.append(row)
        print(json.dumps(row) if options.json else text(row), flush=True)
    print(f"Repeat: python {' '.join(sys.argv)}", file=sys.stderr)


def copied(items: Sequence[Item], copies: int) -> list[Item]:
    """More documents than there are: later copies get ids and one word of their own."""
    return [
        item
        if copy == 0
        else Item(f"{item.id}-{copy}", item.question, f"{item.answer} salinan{copy}n{n % 97}")
        for copy in range(copies)
        for n, item in enumerate(items)
    ]


def queries(folder: Path, items: Sequence[Item]) -> list[str]:
    """Real queries that these items answer, if the folder has them."""
    chance = random.Random(SEED)
    file = folder / "queries.jsonl"
    if file.exists():
        ids = {item.id for item in items}
        collection = collection_of(items, file, folder / "qrels.tsv")
        texts = [q for name, q in collection.queries.items() if ids & collection.answers[name]]
        return chance.sample(texts, min(QUERIES, len(texts)))
    words = [f"{item.question} {item.answer}".split() for item in items]
    return [" ".join(chance.sample(w, min(4, len(w)))) for w in chance.choices(words, k=QUERIES)]


def misspelt(query: str) -> str:
    """The query without a letter in the middle of its longest word."""
    longest = max(query.split(), key=len, default="")
    middle = len(longest) // 2
    return query.replace(longest, longest[:middle] + longest[middle + 1 :], 1)


def measure(items: Sequence[Item], asked: Sequence[str], limit: int) -> dict[str, float | str]:
    """Figures of one size; kB are 1,000 bytes of gzip, the median and the 95th percentile."""
    began = time.perf_counter()
    files = publish_index(SearchIndex(items), address="*")
    seconds = time.perf_counter() - began
    client = client_script()
    weight = {name: gzipped(content) for name, content in files.items()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "index"
        folder.mkdir()
        for file, content in files.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(content, encoding="utf-8")
        (Path(name) / "client.mjs").write_text(client, encoding="utf-8")
        script = Path(name) / "client.mjs"
        rows = run(script, folder, asked, limit)
        wrong = run(script, folder, list(map(misspelt, asked)), limit)
    later = rows[len(rows) // 2 :]  # of a visitor who has searched for the others before
    first = [gzipped(client) + bytes_of(row["cold"]["first"], weight) for row in rows]
    cold = [gzipped(client) + bytes_of(row["cold"], weight) for row in rows]
    warm = [bytes_of(row["warm"], weight) for row in later]
    latency = [row["milliseconds"] for row in rows]
    return {
        "documents": len(items),
        "client_kb": round(gzipped(client) / 1000, 2),
        "manifest_kb": round(weight["manifest.json"] / 1000, 2),
        "index_kb": round(sum(weight.values()) / 1000, 1),
        "files": len(files),
        "first_kb": kilobytes(statistics.median(first)),
        "cold_kb": kilobytes(statistics.median(cold)),
        "cold_kb_p95": kilobytes(percentile(cold)),
        "warm_kb": kilobytes(statistics.median(warm)),
        "warm_kb_p95": kilobytes(percentile(warm)),
        "requests": requests(rows),
        "requests_misspelt": requests(wrong),
        "waves_first": waves(row["cold"]["first"] for row in rows),
        "waves_cold": waves(row["cold"] for row in rows),
        "waves_misspelt": waves(row["cold"] for row in wrong),
        "waves_warm_first": waves(row["warm"]["first"] for row in later),
        "waves_warm": waves(row["warm"] for row in later),
        "phone_s": "/".join(
            f"{statistics.mean(phone_seconds(fetched, client, weight) for fetched in those):.2f}"
            for those in (
                [row["cold"] for row in rows],
                [row["cold"]["first"] for row in rows],
                [row["cold"] for row in wrong],
            )
        ),
        "ms_p50": round(statistics.median(latency), 2),
        "ms_p95": round(percentile(latency), 2),
        "build_s": round(seconds, 1),
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def run(client: Path, folder: Path, asked: Sequence[str], limit: int) -> list[dict]:
    node = shutil.which("node")
    assert node, "needs node"
    finished = subprocess.run(
        [node, HERE / "fetches.js", client, folder, str(limit)],
        input="".join(json.dumps(query) + "\n" for query in asked),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(line) for line in finished.stdout.splitlines()]


def bytes_of(fetched: dict, weight: dict[str, int]) -> int:
    """Compressed bytes of what was fetched."""
    return sum(weight[name] for name in fetched["names"])


def phone_seconds(fetched: dict, client: str, weight: dict[str, int]) -> float:
    """How long a telephone waits for the client and what was fetched."""
    around = AROUND_A_FILE * len(fetched["names"])
    size = gzipped(client) + bytes_of(fetched, weight) + around
    return fetched["waves"] * WAVE + size / BYTES_A_SECOND


def requests(rows: Sequence[dict]) -> str:
    """Median, 90th percentile and most of the requests of a first search."""
    counts = sorted(len(row["cold"]["names"]) for row in rows)
    return f"{statistics.median(counts):g}/{counts[int(0.9 * (len(counts) - 1))]}/{counts[-1]}"


def waves(fetches: Iterable[dict]) -> str:
    """Median and 95th percentile of the round trips."""
    counts = [fetched["waves"] for fetched in fetches]
    return f"{statistics.median(counts):g}/{percentile(counts)}"


def gzipped(text: str) -> int:
    return len(gzip.compress(text.encode("utf-8"), 9))


def kilobytes(size: float) -> float:
    return round(size / 1000, 1)


def percentile(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def text(row: dict[str, float | str]) -> str:
    return "  ".join(f"{name} {value}" for name, value in row.items())


if __name__ == "__main__":
    main()
