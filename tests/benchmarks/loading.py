"""What loading a project costs, with and without the garbage collector.

    python tests/benchmarks/loading.py PROJECT

CPU seconds, the best of three. ``load`` pauses the collector by itself; "with it" shows what that
saves.
"""

import datetime as dt
import gc
import sys
import time
from contextlib import nullcontext
from pathlib import Path

from caridulu.knowledge import load, loader

TODAY = dt.date(2026, 11, 25)


def seconds(root: Path) -> float:
    best = float("inf")
    for _ in range(3):
        gc.collect()
        begin = time.process_time()
        result = load(root, today=TODAY)
        best = min(best, time.process_time() - begin)
        del result
    return best


def main() -> None:
    root = Path(sys.argv[1])
    print(f"without the collector {seconds(root):.2f} s")
    setattr(loader, "_garbage_left_alone", nullcontext)  # noqa: B010 (mypy knows it as a function)
    print(f"with it               {seconds(root):.2f} s")


if __name__ == "__main__":
    main()
