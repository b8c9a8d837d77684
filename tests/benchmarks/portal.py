"""What a portal costs and finds: seconds, memory, bytes, requests, and the right answer of the
right office, and what one office changes, at growing numbers of offices.

    python tests/benchmarks/portal.py [OFFICES ...]

Offices are those of portal_world.py. Questions are those of the blind sets that an entry answers;
where one names Bombana, it names a region of the portal, as it stands and with a slip. The first
line is what the office's own search finds. Ordinary words that are places as well are judged by
``questions/ordinary-words.tsv``, names as people misspell and shorten them by
``questions/misspelt-places.tsv``; half of each is kept aside. Needs node.
"""

import argparse
import gzip
import json
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caridulu.portal.listing import PortalFile
from caridulu.portal.office_rows import search_config
from caridulu.portal.pages import browser_modules
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.client import client_script
from tests.benchmarks.portal_world import (
    CHANGES,
    OWN,
    Region,
    build,
    build_world,
    change_office,
    every_region,
    own_knowledge,
    regions,
    write_world,
)
from tests.benchmarks.question_sets import Question, mrr, questions_kept_aside, share

HERE = Path(__file__).parent
SEED = 20261127
_RENAMED = re.compile(r"-\d$")  # as portal_world.py does
_KIND = re.compile(r"\b(?:kabupaten|kab\.?) (?=bombana)", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """A question to the portal; ``right`` are ids of answers, with offices if it names any."""

    text: str
    right: frozenset[str]
    offices: frozenset[str] = frozenset()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[50, 200])
    answered = [one for one in questions_kept_aside() if one.outcome == "answer"]
    naming = [one for one in answered if OWN in one.text.lower()]
    others = [one for one in answered if one not in naming]
    index = SearchIndex.of_knowledge(own_knowledge())
    print(
        f"the office alone: MRR {mrr(index, naming):.3f} of {len(naming)} questions with its place,"
        f" {mrr(index, others):.3f} of {len(others)} without"
    )
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as name:
            print(measure(Path(name), size, naming, others), flush=True)
    with tempfile.TemporaryDirectory() as name:
        print(ordinary_words(Path(name)), flush=True)
    with tempfile.TemporaryDirectory() as name:
        print(misspelt_places(Path(name)))
    print(f"Repeat: python {' '.join(sys.argv)}", file=sys.stderr)


def measure(folder: Path, size: int, naming: Sequence[Question], others: Sequence[Question]) -> str:
    chance = random.Random(SEED)
    chosen = regions(size, chance)
    began = time.perf_counter()
    portal = write_world(folder, chosen, chance)
    site = build(portal, folder)
    seconds = time.perf_counter() - began
    places = [(one, chance.choice(chosen)) for one in naming for _ in range(3)]
    placed = [of_region(one, region, chosen) for one, region in places]
    misspelt = [of_region(one, region, chosen, chance) for one, region in places]
    plain = [Asked(one.text, one.entries) for one in others]
    asked = [*placed, *misspelt, *plain]
    rows = [as_own(row, chosen) for row in ask(site, [one.text for one in asked])]
    files = site_files(site)
    sizes = {path: len(gzip.compress(path.read_bytes())) for path in files}
    cold = [sum(sizes[site / name] for name in row["names"]) / 1000 for row in rows]
    requests = [len(row["names"]) for row in rows]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    count = len(placed)
    named, slipped, unnamed = rows[:count], rows[count : 2 * count], rows[2 * count :]
    return (
        f"{size} offices: MRR {share(map(score, placed, named)):.3f} with a place,"
        f" {share(map(score, misspelt, slipped)):.3f} misspelt,"
        f" {share(map(score, plain, unnamed)):.3f} without;"
        f" right office first {share(map(is_office_first, placed, named)):.3f},"
        f" misspelt {share(map(is_office_first, misspelt, slipped)):.3f};\n"
        f"  {seconds:.1f} s with its offices, at most {memory:.0f} MB,"
        f" {len(files)} files, {sum(p.stat().st_size for p in files) / 1e6:.1f} MB; first search:"
        f" {statistics.median(requests):.0f} requests (95 %: {percentile(requests):.0f}),"
        f" {statistics.median(cold):.1f} kB compressed (95 %: {percentile(cold):.1f});"
        f" {percentile([row['milliseconds'] for row in rows]):.1f} ms in node (95 %)"
        + "".join(one_changed(folder, portal, n, change) for n, change in enumerate(CHANGES))
    )


def one_changed(folder: Path, portal: PortalFile, number: int, change: str) -> str:
    """Tells how many files of the portal are others after a change of one office."""
    before = {path: path.read_bytes() for path in site_files(folder / "portal")}
    change_office(folder, portal, number, change)
    began = time.process_time()
    site = build(portal, folder)
    seconds = time.process_time() - began
    after = {path: path.read_bytes() for path in site_files(site)}
    sent = [path for path, content in after.items() if before.get(path) != content]
    return (
        f"\n  {change}: {len(sent)} of {len(after)} files ({len(sent) / len(after):.1%}),"
        f" {sum(len(after[path]) for path in sent) / 1000:.0f} kB; {seconds:.1f} s of processor"
    )


def site_files(site: Path) -> list[Path]:
    return [path for path in site.rglob("*") if path.is_file()]


def ordinary_words(folder: Path) -> str:
    """Tells how often a word that is a place as well chooses its office, and where it is none."""
    rows = places_asked("ordinary-words")
    names = sorted({place for _, place, _ in rows} - {"-"})
    chosen = [Region("Kota", place.title()) for place in names]
    return f"ordinary words: {places_read(folder, chosen, rows)}"


def misspelt_places(folder: Path) -> str:
    """Tells how often a misspelt or shortened name chooses its office among all of Indonesia."""
    rows = places_asked("misspelt-places")
    return f"misspelt places: {places_read(folder, every_region(), rows)}"


def places_asked(name: str) -> list[list[str]]:
    """Reads a set: dev or aside, the place or "-", the question."""
    lines = (HERE / "questions" / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def places_read(folder: Path, chosen: list[Region], rows: Sequence[Sequence[str]]) -> str:
    """Tells of each half how many questions choose the place that they name, or none."""
    site = build_world(folder, chosen, random.Random(SEED))
    said = []
    asked = [
        (kind, {place} - {"-"}, {chosen[int(one[1:])].name.lower() for one in row["named"]})
        for (kind, place, _), row in zip(
            rows, ask(site, [text for _, _, text in rows]), strict=True
        )
    ]
    for kind in ("dev", "aside"):
        for is_place in (True, False):
            found = [(place, named) for half, place, named in asked if half == kind]
            judged = [(place, named) for place, named in found if bool(place) is is_place]
            right = sum(place == named for place, named in judged)
            none = sum(not named for _, named in judged) if is_place else 0
            said.append(
                f"{kind} {'place' if is_place else 'word'} {right}/{len(judged)}"
                + (f" (none {none})" if none else "")
            )
    return ", ".join(said)


def of_region(
    question: Question,
    region: Region,
    chosen: Sequence[Region],
    chance: random.Random | None = None,
) -> Asked:
    """Asks about a region in the place of Bombana, with a slip in its name given ``chance``."""
    name = region.name.lower()
    typed = misspelt(name, chance) if chance else name
    text = _KIND.sub(f"{region.kind.lower()} ", question.text)
    same = [n for n, one in enumerate(chosen) if one.name == region.name]
    return Asked(
        text=re.sub(OWN, typed, text, flags=re.IGNORECASE),
        right=question.entries,
        offices=frozenset(f"k{n}" for n in same),
    )


def misspelt(name: str, chance: random.Random) -> str:
    """Drops, doubles, swaps or changes a letter of the longest word, but not its first one."""
    word = max(name.split(), key=len)
    at = chance.randrange(1, len(word) - 1)
    one, after = word[at], word[at + 1]
    slip = chance.choice(
        ["", one + one, after + one, chance.choice("aiueo" if one in "aiueo" else "bdgklmnprst")]
    )
    length = 2 if slip == after + one else 1
    return name.replace(word, word[:at] + slip + word[at + length :])


def ask(site: Path, queries: Sequence[str]) -> list[dict[str, Any]]:
    """Asks the portal's own script, in node."""
    modules = site.parent / "modules"
    modules.mkdir()
    texts = {path.name: path.read_text("utf-8") for path in browser_modules()}
    texts |= {"client.js": client_script(), "package.json": '{"type": "module"}'}
    texts["values.json"] = json.dumps(search_config())
    for name, text in texts.items():
        (modules / name).write_text(text, "utf-8")
    finished = subprocess.run(
        [str(shutil.which("node")), HERE / "portal_search.js", modules, site],
        input="".join(json.dumps(query) + "\n" for query in queries),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(line) for line in finished.stdout.splitlines()]


def as_own(row: dict[str, Any], chosen: Sequence[Region]) -> dict[str, Any]:
    """Gives answers' ids as this repository's office has them, whichever office says them."""
    answers = [
        (_RENAMED.sub("", answer.replace(chosen[int(office[1:])].slug, OWN)), office)
        for answer, office in row["answers"]
    ]
    return {**row, "answers": answers}


def score(asked: Asked, row: dict[str, Any]) -> float:
    """Gives the reciprocal rank of the first right answer, of a right office if one is named."""
    ranks = (
        rank
        for rank, (answer, office) in enumerate(row["answers"], 1)
        if answer in asked.right and (not asked.offices or office in asked.offices)
    )
    return 1 / next(ranks, float("inf"))


def is_office_first(asked: Asked, row: dict[str, Any]) -> bool:
    return any(office in asked.offices for _, office in row["answers"][:1])


def percentile(values: Sequence[float]) -> float:
    return sorted(values)[len(values) * 95 // 100]


if __name__ == "__main__":
    main()
