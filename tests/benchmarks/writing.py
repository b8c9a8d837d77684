"""What it costs to write thousands of files at once, the disk waited for side by side or in turn.

python -m tests.benchmarks.writing [--files N] [--rounds N]
"""

import argparse
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

from caridulu.curation import writing

LENGTH = 700  # characters of an entry


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    together, in_turn = [], []
    with TemporaryDirectory(dir=Path.cwd()) as folder:  # a temporary folder may be no disk
        paths = [Path(folder) / f"{number}.yml" for number in range(options.files)]
        for number in range(options.rounds):
            together.append(seconds(paths, f"{number}a"))
            with patch.object(writing, "AT_ONCE", 1):
                in_turn.append(seconds(paths, f"{number}b"))
    print(f"{median(together):.1f} s side by side, {median(in_turn):.1f} s in turn")


def seconds(paths: list[Path], letters: str) -> float:
    """Time by the clock: the disk is waited for."""
    text = (letters * LENGTH)[:LENGTH]
    began = time.monotonic()
    writing.write_all(dict.fromkeys(paths, text))
    return time.monotonic() - began


if __name__ == "__main__":
    main()
