"""What a portal costs: seconds, memory, bytes, and a first search, at growing numbers of offices.

    python tests/benchmarks/portal.py [OFFICES ...]

Every office has the entries of this repository, two thirds of them as a package's, of which it has
adjusted one; the rest says the name of its region, made of syllables. Questions are those entries'
own, half of them with the name of a region. Needs node.
"""

import argparse
import gzip
import hashlib
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from caridulu.knowledge import KnowledgeBase, load
from caridulu.portal.build import build_portal
from caridulu.portal.listing import PortalFile
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.client import client_script
from caridulu.search.publish.office_part import IndexPart, PartEntry, index_part, part_files
from tests import ROOT, TODAY

HERE = Path(__file__).parent
QUERIES, SEED = 100, 20261127
SYLLABLES = (
    "ba",
    "bu",
    "do",
    "ka",
    "ki",
    "la",
    "ma",
    "mu",
    "na",
    "ni",
    "po",
    "ri",
    "sa",
    "ta",
    "wa",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[50, 200])
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as name:
            print(measure(Path(name), size), flush=True)
    print(f"Repeat: python {' '.join(sys.argv)}", file=sys.stderr)


def measure(folder: Path, size: int) -> str:
    chance = random.Random(SEED)
    names = ["".join(chance.choices(SYLLABLES, k=4)) for _ in range(size)]
    knowledge = load(ROOT, today=TODAY).knowledge
    assert knowledge is not None
    part = IndexPart.model_validate_json(index_part(SearchIndex.of_knowledge(knowledge), knowledge))
    for number, name in enumerate(names):
        write_office(folder / str(number), name, part, knowledge, chance)
    began, site = time.perf_counter(), folder / "portal"
    made = build_portal(
        PortalFile.model_validate(
            {
                "name": "Portal",
                "offices": [
                    {"id": f"k{n}", "url": f"https://{name}{n}.example/tanya/", "from": str(n)}
                    for n, name in enumerate(names)
                ],
            }
        ),
        root=folder,
        site_dir=site,
        strict=True,
        tell=print,
    )
    seconds = time.perf_counter() - began
    files = [path for path in site.rglob("*") if path.is_file()]
    asked = [entry.title for entry in chance.choices(part.entries, k=QUERIES)]
    asked = [f"{q} {chance.choice(names)}" if n % 2 else q for n, q in enumerate(asked)]
    requests, sizes = first_searches(site, asked)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{size} offices, {made.entries} answers: {seconds:.1f} s, at most {memory:.0f} MB,"
        f" {len(files)} files, {sum(p.stat().st_size for p in files) / 1e6:.1f} MB;"
        f" first search: {statistics.median(requests):.0f} requests (most {max(requests)}),"
        f" {statistics.median(sizes) / 1000:.1f} kB compressed (most {max(sizes) / 1000:.1f}),"
        f" of which offices {table_size(site) / 1000:.1f}"
    )


def write_office(
    folder: Path, name: str, part: IndexPart, knowledge: KnowledgeBase, chance: random.Random
) -> None:
    """Writes the part of an office that has the name of a region in its own entries."""
    shared = len(part.entries) * 2 // 3
    adjusted = chance.randrange(shared)
    entries = [
        said_by(
            entry, name, package="dasar" if n < shared else "", own=n >= shared or n == adjusted
        )
        for n, entry in enumerate(part.entries)
    ]
    office = knowledge.office.model_copy(
        update={
            "name": f"BPS Kabupaten {name.title()}",
            "short_name": f"BPS {name.title()}",
            "region": f"Kabupaten {name.title()}",
        }
    )
    own = part.model_copy(update={"entries": tuple(entries)})
    made = part_files(
        own.model_dump_json(),
        replace(knowledge, office=office),
        contact="kontak/",
        ask="cari/?q=",
    )
    for path, text in made.items():
        target = folder / "search" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def said_by(entry: PartEntry, name: str, *, package: str, own: bool) -> PartEntry:
    if not own:
        return entry.model_copy(update={"package": package})
    terms = {field: text.replace("bombana", name) for field, text in entry.terms.items()}
    terms["question"] = "|".join(sorted((terms.get("question", name) + f"|{name}").split("|")))
    title = f"{entry.title} {name.title()}"
    digest = hashlib.sha256(f"{entry.id} {name}".encode()).hexdigest()
    return entry.model_copy(
        update={"terms": terms, "title": title, "package": package, "sha256": digest}
    )


def first_searches(site: Path, queries: list[str]) -> tuple[list[int], list[int]]:
    """Counts requests and compressed bytes until all texts are there, with the table of offices."""
    node = shutil.which("node")
    client = site.parent / "client.mjs"
    client.write_text(client_script(), "utf-8")
    finished = subprocess.run(
        [str(node), HERE / "fetches.js", client, site / "search"],
        input="".join(json.dumps(query) + "\n" for query in queries),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    packed: Counter[str] = Counter()
    rows = [json.loads(line)["cold"]["names"] for line in finished.stdout.splitlines()]
    for name in {name for names in rows for name in names}:
        packed[name] = len(gzip.compress((site / "search" / name).read_bytes()))
    table = table_size(site)
    return (
        [len(names) + 1 for names in rows],
        [sum(packed[name] for name in names) + table for names in rows],
    )


def table_size(site: Path) -> int:
    [path] = (site / "search" / "hashed").glob("offices.*.json")
    return len(gzip.compress(path.read_bytes()))


if __name__ == "__main__":
    main()
