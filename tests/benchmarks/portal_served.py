"""What a portal that a program answers costs and finds: building, memory, answering at a steady
pace, and how often it finds what the static index finds.

    python tests/benchmarks/portal_served.py [ENTRIES ...] [--seconds 60] [--pace 50] [--compared N]
        [--world DIR]

Entries are those of this repository, said anew by all regions, as often as is needed, each about
one word of the vocabulary more, in the order in which a portal has them. Questions are their own
without one word, half of them with a name of a region. The server is a process of its own, asked
over HTTP; a question's time counts from when it was due. Both indexes are compared by 600 questions
over N entries (5,000): 300 entries' own with the region's name, and the same with one word less and
one word misspelt; any region's answer to the question is right. An index in DIR is used again.
"""

import argparse
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from caridulu.portal.listing import ListedOffice
from caridulu.portal.merging import SharedEntry
from caridulu.portal.neutral_terms import MARK, neutral_terms
from caridulu.portal.office_rows import PortalOffice
from caridulu.portal.served.index_folder import write_index
from caridulu.portal.served.served_index import ServedIndex
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.index.counting import Counted
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.office_part import IndexPart, PartEntry, PartOffice, index_part
from caridulu.search.query.ranking import search
from tests.benchmarks.portal import SEED, misspelt
from tests.benchmarks.portal_world import OWN, Region, every_region, own_knowledge, regions
from tests.publishing.hosts.servers import free_port

CLIENTS = 32
_MARKS = re.compile(r"\{\w+\}")
COMPARED = 300  # entries


class Entries:
    """Each entry ``copies`` times, by one region after the other, made while they are read."""

    def __init__(self, part: IndexPart, chosen: Sequence[Region], copies: int) -> None:
        self.part, self.chosen, self.copies = part, chosen, copies
        self._topics = sorted(map(Analyzer().term, part.words))

    def __len__(self) -> int:
        return len(self.part.entries) * self.copies

    def __iter__(self) -> Iterator[SharedEntry]:
        for place, entry in enumerate(self.part.entries):
            terms = neutral_terms(entry.counted, [OWN])
            asked = terms.get("question", Counter())
            for number in range(self.copies):
                topic = self._topics[(97 * place + number) % len(self._topics)]
                own = {**terms, "question": asked + Counter([topic])}
                office = number % len(self.chosen)
                yield SharedEntry(f"{entry.id}:#{number}", entry, (office,), (), {}, own, office)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[50_000])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--pace", type=int, default=50)
    parser.add_argument("--compared", type=int, default=5_000)
    parser.add_argument("--world", type=Path)
    options = parser.parse_args()
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = (options.world or Path(name)) / str(size)
            print(measure(folder, size, options.seconds, options.pace), flush=True)
    with tempfile.TemporaryDirectory() as name:
        print(compare(Path(name), options.compared))
    print(f"Repeat: python {' '.join(sys.argv)}", file=sys.stderr)


def measure(folder: Path, size: int, seconds: int, pace: int) -> str:
    chance = random.Random(SEED)
    entries, counted = world(size, chance)
    began = time.process_time()
    if not folder.exists():
        folder.mkdir(parents=True)
        write_index(folder, entries, counted, offices_of(entries.chosen))
    built = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    disk = sum(path.stat().st_size for path in folder.rglob("*")) / 1e6
    asked = [question(chance, entries) for _ in range(seconds * pace)]
    found = times_of(folder, asked, pace)
    quantiles = statistics.quantiles(found.times, n=100)
    return (
        f"{len(entries)} entries: built in {built:.0f} s of processors, at most {memory:.0f} MB,"
        f" {disk:.0f} MB on disk;"
        f" starts in {found.started:.1f} s, holds {found.held:.0f} MB; {len(asked)} questions at"
        f" {pace} a second: {1_000 * found.spent / len(asked):.1f} ms of a processor each,"
        f" median {quantiles[49]:.0f} ms, p95 {quantiles[94]:.0f} ms, p99 {quantiles[98]:.0f} ms"
    )


def world(size: int, chance: random.Random) -> tuple[Entries, Counted]:
    """Makes at least so many entries, and what an index counts of them beside their terms."""
    knowledge = own_knowledge()
    part = IndexPart.model_validate_json(index_part(SearchIndex.of_knowledge(knowledge), knowledge))
    copies = -(-size // len(part.entries))
    every = every_region()
    chosen = regions(min(copies, len(every)), chance)
    entries = Entries(part, chosen, copies)
    names = [word for region in chosen for word in Analyzer().words(region.name)]
    counted = Counted(
        order=range(len(entries)),
        terms=(),
        words={word: n * copies for word, n in part.words.items()},
        gaps=frozenset(gap.removeprefix("? ") for gap in part.gaps),
        places=frozenset({*map(Analyzer().term, names), MARK}),
    )
    return entries, counted


def offices_of(chosen: Sequence[Region]) -> list[PortalOffice]:
    """Makes the offices of regions."""
    return [
        PortalOffice(
            ListedOffice(id=f"k{number}", url=f"https://k{number}.example/tanya/"),
            PartOffice(
                name=f"BPS {region.whole}",
                short_name=f"BPS {region.whole}",
                region=region.whole,
                contact="kontak/",
                ask="cari/#q=",
            ),
        )
        for number, region in enumerate(chosen)
    ]


def question(chance: random.Random, entries: Entries) -> str:
    words = without_one(said(chance.choice(entries.part.entries), ""), chance)
    name = chance.choice(entries.chosen).name
    return words if chance.random() < 0.5 else f"{words} {name}"


def said(entry: PartEntry, region: str) -> str:
    """Gives an entry's question with a region's name for the office's own."""
    return " ".join(_MARKS.sub(region, entry.title).split())


def without_one(text: str, chance: random.Random) -> str:
    """Leaves out a word of a longer text."""
    words = text.split()
    if len(words) > 3:
        words.pop(chance.randrange(len(words)))
    return " ".join(words)


def compare(folder: Path, size: int) -> str:
    """Tells how often both indexes find the same, and at which rank what was asked for."""
    chance = random.Random(SEED)
    entries, counted = world(size, chance)
    write_index(folder, entries, counted, offices_of(entries.chosen))
    served = ServedIndex(folder)
    every = list(entries)
    items = [Item(id=one.key, question=one.entry.title, answer="") for one in every]
    static = SearchIndex(items, counted=replace(counted, terms=(one.terms for one in every)))
    held: dict[int, set[int]] = {}
    for number, one in enumerate(every):
        held.setdefault(one.same[0], set()).add(number)
    first, all_ten, asked = 0, 0, 0
    ranks: list[tuple[float, float]] = []
    for one in chance.sample(every, COMPARED):
        same = {other.key for other in every if other.entry.title == one.entry.title}
        text = said(one.entry, entries.chosen[one.same[0]].name)
        for query in (text, misspelt(without_one(text, chance), chance)):
            read = served.places.read(query)
            among = {number for office in read.named for number in held[office]} or None
            hits = search(static, read.marked, among=among).hits
            mine = [static.items[hit.entry].id for hit in hits]
            theirs = [hit.shown.id for hit in served.search(query, limit=10).hits]
            first, all_ten = first + (mine[:1] == theirs[:1]), all_ten + (mine == theirs)
            ranks.append((reciprocal(mine, same), reciprocal(theirs, same)))
            asked += 1
    return (
        f"{asked} questions to {len(every)} entries: the first answer is the same for"
        f" {100 * first / asked:.1f} %, all ten for {100 * all_ten / asked:.1f} %;"
        f" MRR@10 {statistics.mean(rank for rank, _ in ranks):.3f} of the static index,"
        f" {statistics.mean(rank for _, rank in ranks):.3f} of the program's"
    )


def reciprocal(ids: Sequence[str], right: Collection[str]) -> float:
    return 1 / next((rank for rank, one in enumerate(ids, 1) if one in right), float("inf"))


@dataclass(frozen=True)
class Answered:
    """Milliseconds of each question; seconds of the start, and of a processor after it; MB held."""

    times: list[float]
    started: float
    spent: float
    held: float


def times_of(folder: Path, asked: list[str], pace: int) -> Answered:
    """Asks the server at a steady pace."""
    port, began = free_port(), time.perf_counter()
    command = [sys.executable, "-m", "caridulu", "portal", str(folder), "--serve"]
    server = subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/"
    while True:
        with suppress(OSError), urllib.request.urlopen(f"{address}health"):
            break
        time.sleep(0.05)
    started = time.perf_counter() - began
    started_with = processor_seconds(server.pid)

    def ask(number: int) -> float:
        due = start + number / pace
        time.sleep(max(0.0, due - time.perf_counter()))
        query = urllib.parse.urlencode({"q": asked[number]})
        with urllib.request.urlopen(f"{address}search?{query}") as answer:
            json.load(answer)
        return (time.perf_counter() - due) * 1_000

    try:
        start = time.perf_counter() + 0.2
        with ThreadPoolExecutor(CLIENTS) as clients:
            times = list(clients.map(ask, range(len(asked))))
        status = Path(f"/proc/{server.pid}/status").read_text("utf-8")
        held = next(int(row.split()[1]) for row in status.splitlines() if row.startswith("VmHWM"))
        spent = processor_seconds(server.pid) - started_with
    finally:
        server.kill()
        server.wait()
    return Answered(times, started, spent, held / 1_024)


def processor_seconds(process: int) -> float:
    """What a process has used of processors."""
    ticks = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
