"""What loading a project costs, with and without the garbage collector.

    python tests/benchmarks/loading.py PROJECT

CPU seconds, the best of three. ``load`` pauses the collector by itself; "with it" shows what that
saves.
"""

import datetime as dt
import gc
import inspect
import sys
import time
from collections.abc import Callable
from pathlib import Path

from caridulu.knowledge import LoadResult, load

TODAY = dt.date(2026, 11, 25)


def seconds(root: Path, loading: Callable[..., LoadResult]) -> float:
    best = float("inf")
    for _ in range(3):
        gc.collect()
        begin = time.process_time()
        result = loading(root, today=TODAY, cache={})  # as the first time
        best = min(best, time.process_time() - begin)
        del result
    return best


def main() -> None:
    root = Path(sys.argv[1])
    plainly: Callable[..., LoadResult] = inspect.unwrap(load)
    print(f"without the collector {seconds(root, load):.2f} s")
    print(f"with it               {seconds(root, plainly):.2f} s")


if __name__ == "__main__":
    main()
