"""What building costs, against stock mkdocs-material with the same texts in the same run.

    python tests/benchmarks/build.py FOLDER [SIZE ...] [--stock] [--json]

FOLDER holds corpus.jsonl with "title" and "text"; its texts become entries, padded to the size of
a real answer. Stock is set up as its users do: index pages of 20 categories in the navigation,
entries outside it, search on. CPU counts the process and its children; memory is the largest
process. "warm" is a later build, with the cache of the first. Last is how long a change takes to be
seen in "caridulu serve": the median of five.

Nothing is deleted in between: ext4 is slow at making files for minutes after many were deleted. On
such a disk, TMPDIR=/dev/shm shows what the programs themselves need.
"""

import argparse
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path
from urllib.request import urlopen

from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.gate import blocking_entities
from caridulu.privacy.lists.word_lists import usual_word_lists
from caridulu.privacy.readable_lines import readable_lines
from tests import SAMPLE

TOPICS = (  # of statistics, as offices list them
    "Kependudukan", "Ketenagakerjaan", "Pendidikan", "Kesehatan", "Kemiskinan dan ketimpangan",
    "Pembangunan manusia", "Perumahan dan lingkungan", "Sosial budaya", "Politik dan keamanan",
    "Gender", "Pertanian", "Perikanan", "Peternakan", "Industri", "Energi", "Konstruksi",
    "Perdagangan", "Pariwisata", "Transportasi", "Keuangan dan harga",
)  # fmt: skip
WORDS = 120  # of an answer; the office's own entries have about as many
PATIENCE = 120  # seconds
EPOCH = "1795564800"  # 2026-11-25
OURS = """
import sys
from pathlib import Path
from caridulu.site.build import build_command as build
getattr(build, sys.argv[1])(Path(sys.argv[2]), Path(sys.argv[3]))
"""
NO_INDEX = """
import sys
from pathlib import Path
from caridulu.search.publish.client import client_script
from caridulu.site.build import build_command as build, pipeline
from caridulu.site.client.asset_files import SearchFiles
found = SearchFiles({"manifest.json": "{}"}, client_script())
pipeline.make_index = lambda *_, **__: found
getattr(build, sys.argv[1])(Path(sys.argv[2]), Path(sys.argv[3]))
"""
MEASURE = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, done.returncode)
sys.stderr.write(done.stdout[-2000:] + done.stderr[-2000:] if done.returncode else "")
"""
STOCK = """\
site_name: Tanya jawab
theme:
  name: material
  language: id
  font: false
  features: [navigation.indexes]
plugins: [search]
not_in_nav: |
  /kb/
nav:
  - index.md
"""


@dataclass(frozen=True)
class Row:
    """One build."""

    what: str
    entries: int
    cpu: float  # seconds, user and system
    wall: float  # seconds
    memory: int  # MB at most
    site: float  # MB
    files: int


@dataclass(frozen=True)
class Text:
    """One entry-to-be."""

    id: str
    category: str
    question: str
    answer: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", type=int, nargs="*", default=[100, 1_000, 10_000])
    parser.add_argument("--stock", action="store_true", help="measure mkdocs-material too")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    pairs = read_corpus(options.folder / "corpus.jsonl")
    rows: list[Row] = []
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            for row in measure(texts(pairs, size), Path(folder), stock=options.stock):
                rows.append(row)
                print(json.dumps(asdict(row)) if options.json else line(row), flush=True)
    if not options.json:
        print(*ratios(rows), sep="\n")
    print(f"Repeat: python {' '.join(sys.argv)}", file=sys.stderr)


def read_corpus(path: Path) -> list[tuple[str, str]]:
    """Titles and texts that the gate lets pass, as an office's texts do."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    pairs = [(tidy(row["title"]), tidy(row["text"])) for row in rows]
    return [pair for pair in pairs if all(pair) and not has_personal_data(*pair)]


def has_personal_data(*parts: str) -> bool:
    lines = (line.text for part in parts for line in readable_lines(part))
    return any(blocking_entities(line, Allowed.of(()), usual_word_lists()) for line in lines)


def tidy(text: str) -> str:
    """Words that mean nothing to YAML, Markdown or the fact references."""
    return " ".join(re.sub(r"[^\w\s.,;()?%/-]", " ", text).split())


def texts(pairs: Sequence[tuple[str, str]], size: int) -> list[Text]:
    """As many entries as wanted; an answer goes on with the following texts until it is long."""
    made = []
    for number in range(size):
        title, _ = pairs[number % len(pairs)]
        words: list[str] = []
        following = number
        while len(words) < WORDS:
            words += pairs[following % len(pairs)][1].split()
            following += 1
        middle = WORDS // 2
        answer = f"{' '.join(words[:middle])}\n\n**Keterangan:** {' '.join(words[middle:WORDS])}\n"
        category = category_id(TOPICS[number * len(TOPICS) // size])
        if has_personal_data(" ".join(answer.replace("*", "").split())):  # only together
            answer = f"{' '.join(w.lower() for w in words[:WORDS] if w.isalpha())}\n"
        question = f"{title[:150] or 'Pertanyaan'} ({number + 1})"
        made.append(Text(f"entri-{number + 1}", category, question, answer))
    return made


def category_id(topic: str) -> str:
    return topic.lower().replace(" ", "-")


def measure(entries: Sequence[Text], folder: Path, *, stock: bool) -> Iterator[Row]:
    ours = our_project(entries, folder / "kantor")
    size = len(entries)
    for name, script, function, target in (
        ("without index, cold", NO_INDEX, "build", "tanpa"),
        ("cold", OURS, "build", "situs"),
        ("warm", OURS, "build", "situs"),
        ("one changed", OURS, "build", "satu"),
        ("--pages", OURS, "build_pages", "halaman"),
    ):
        if name.endswith("cold"):
            shutil.rmtree(ours / ".caridulu", ignore_errors=True)
        if name == "one changed":
            change_one(ours, entries[size // 2])
        command = [sys.executable, "-c", script, function, str(ours), str(folder / target)]
        yield run(f"caridulu {name}", command, folder / target, size)
    print(seen_line(size, visible_after(ours, entries[size // 2])), file=sys.stderr)
    if stock:
        project = stock_project(entries, folder / "stok")
        command = [sys.executable, "-m", "mkdocs", "-q", "build", "-f", str(project / "mkdocs.yml")]
        yield run("mkdocs-material", command, project / "site", size)


def run(what: str, command: list[str], site: Path, size: int) -> Row:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *command],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    wall = time.perf_counter() - began
    cpu, memory, code = done.stdout.split()
    if code != "0":
        raise SystemExit(f"{what}: failed")
    files = [path for path in site.rglob("*") if path.is_file()]
    weight = sum(path.stat().st_size for path in files) / 1e6
    return Row(
        what=what,
        entries=size,
        cpu=round(float(cpu), 2),
        wall=round(wall, 2),
        memory=int(memory) // 1_000,
        site=round(weight, 1),
        files=len(files),
    )


def visible_after(root: Path, entry: Text) -> list[float]:
    """Seconds from saving a file until the preview serves it, five times."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "caridulu", "--root", str(root)]
    with subprocess.Popen(
        [*command, "serve", "--address", address], stderr=subprocess.DEVNULL
    ) as preview:
        try:
            page = f"http://{address}/kb/{entry.id}/"
            wait_for(page, "</html>")
            waits = []
            for number in range(5):
                time.sleep(3)  # the index follows the pages
                mark = f"Penanda {number}."
                write_entry(root, replace(entry, answer=f"{mark} {entry.answer}"))
                waits.append(wait_for(page, mark))
        finally:
            preview.terminate()
    return waits


def wait_for(page: str, mark: str) -> float:
    """Seconds until ``mark`` stands in the page."""
    began = time.perf_counter()
    while time.perf_counter() - began < PATIENCE:
        with suppress(OSError), urlopen(page, timeout=PATIENCE) as response:
            if mark in response.read().decode():
                return time.perf_counter() - began
        time.sleep(0.01)
    raise SystemExit(f"{page}: {mark} was never seen")


def seen_line(size: int, waits: Sequence[float]) -> str:
    middle, longest = sorted(waits)[len(waits) // 2], max(waits)
    return f"{size:>6} entries  change visible in serve {middle:>6.2f} s (longest {longest:.2f} s)"


def our_project(entries: Sequence[Text], root: Path) -> Path:
    shutil.copytree(SAMPLE / "content", root / "content")
    for page in (root / "content").glob("*.md"):
        page.write_text(f"# {page.stem.capitalize()}\n\nIsi halaman.\n", "utf-8")
    office = root / "content" / "office.yml"
    office.write_text(re.sub("^featured:.*\n", "", office.read_text("utf-8"), flags=re.M), "utf-8")
    plugins = "site_name: Cari Dulu\ndocs_dir: content\ntheme:\n  name: material\n  font: false\n"
    (root / "mkdocs.yml").write_text(f"{plugins}plugins:\n  - caridulu\n", "utf-8")
    (root / "kb").mkdir()
    rows = [
        f"  - {{id: {category_id(topic)}, name: {topic}, description: Isi {topic}.}}"
        for topic in TOPICS
    ]
    text = "\n".join(["categories:", *rows, ""])
    (root / "kb" / "categories.yml").write_text(text, "utf-8")
    (root / "kb" / "lexicon.yml").write_text("terms: []\n", "utf-8")
    for entry in entries:
        write_entry(root, entry)
    return root


def write_entry(root: Path, entry: Text) -> None:
    path = root / "kb" / entry.category / f"{entry.id}.yml"
    path.parent.mkdir(exist_ok=True)
    answer = entry.answer.replace("\n", "\n  ").rstrip()
    path.write_text(
        f'question: "{entry.question}"\nanswer: |\n  {answer}\ncategory: {entry.category}\n'
        "tags: [contoh]\nstatus: published\nsources:\n  - title: Sumber contoh\n"
        "reviewed: 2026-11-01\nreview_by: 2027-11-01\n",
        "utf-8",
    )


def change_one(root: Path, entry: Text) -> None:
    write_entry(root, Text(entry.id, entry.category, entry.question, f"Baru. {entry.answer}"))


def stock_project(entries: Sequence[Text], root: Path) -> Path:
    """The same texts as plain Markdown."""
    docs = root / "docs"
    shelves: dict[str, list[str]] = {}
    for entry in entries:
        path = docs / "kb" / f"{entry.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {entry.question}\n\n{entry.answer}", "utf-8")
        shelves.setdefault(entry.category, []).append(f"- [{entry.question}](../kb/{entry.id}.md)")
    nav = STOCK
    for topic in TOPICS:
        name = category_id(topic)
        page = docs / name / "index.md"
        page.parent.mkdir()
        page.write_text("\n".join([f"# {topic}", "", *shelves.get(name, ()), ""]), "utf-8")
        nav += f"  - {topic}:\n    - {name}/index.md\n"
    (docs / "index.md").write_text("# Tanya jawab\n\nPilih topik.\n", "utf-8")
    (root / "mkdocs.yml").write_text(nav, "utf-8")
    return root


def line(row: Row) -> str:
    return (
        f"{row.entries:>6} entries  {row.what:<30} {row.cpu:>7.2f} s CPU {row.wall:>7.2f} s wall"
        f" {row.memory:>6} MB memory {row.site:>7.1f} MB site {row.files:>6} files"
    )


def ratios(rows: Sequence[Row]) -> Iterator[str]:
    """Stock over ours, and growth."""
    for stock in (row for row in rows if row.what == "mkdocs-material"):
        for row in rows:
            if row.entries == stock.entries and row is not stock:
                cpu, wall = stock.cpu / row.cpu, stock.wall / row.wall
                smaller = f"{stock.site / row.site:.1f} times smaller"
                faster = f"{wall:.1f} times faster ({cpu:.1f} in CPU seconds)"
                yield f"{row.entries}: {row.what}: {faster}, {smaller}"
    for what in dict.fromkeys(row.what for row in rows):
        same = sorted((row for row in rows if row.what == what), key=lambda row: row.entries)
        for small, large in pairwise(same):
            growth = f"{large.cpu / small.cpu:.1f} times the CPU seconds"
            yield f"{what}: {small.entries} -> {large.entries} entries: {growth}"


if __name__ == "__main__":
    main()
