"""What each speed trick of a build gains: the same build with it and without it, in turn.

    python tests/benchmarks/build_tricks.py FOLDER [--size N] [--rounds N]

FOLDER as for build.py. A trick that gains less than a tenth of the build that it is for should go.
"cold" is a first build, "warm" a later one.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.build import EPOCH, our_project, read_corpus, texts

TRICKS = {  # name: the build that it is for, and what takes it away
    "gc_paused": ("cold", "build_command.gc_paused = lambda for_good: nullcontext()"),
    "text_cache": ("warm", "pipeline.text_cache = lambda *_: nullcontext(TextCache())"),
}
BUILD = """
import sys
from contextlib import nullcontext
from pathlib import Path
from caridulu.site.build import build_command, pipeline
from caridulu.knowledge.text_cache import TextCache
{without}
build_command.build_pages(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    entries = texts(read_corpus(options.folder / "corpus.jsonl"), options.size)
    with tempfile.TemporaryDirectory() as folder:
        root = our_project(entries, Path(folder) / "kantor")
        for name, (kind, without) in TRICKS.items():
            pairs = [
                (seconds(root, kind, ""), seconds(root, kind, without))
                for _ in range(options.rounds)
            ]
            used, missing = (median(times) for times in zip(*pairs, strict=True))
            print(
                f"{name:<22} {kind:<6} {used:>7.2f} s with, {missing:>7.2f} s without:"
                f" saves {1 - used / missing:.0%}"
            )


def seconds(root: Path, kind: str, without: str) -> float:
    """Processor time of one build."""
    target = root.parent / "situs"
    if kind == "cold":
        shutil.rmtree(root / ".caridulu", ignore_errors=True)
    else:
        run(root, target, without="")
    shutil.rmtree(target, ignore_errors=True)
    return run(root, target, without=without)


def run(root: Path, target: Path, *, without: str) -> float:
    """Processor seconds of a build in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", BUILD.format(without=without), root, target],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
