"""Recall of redaction on hand-marked messages, and false hits on statistics.

    python tests/benchmarks/redaction.py [--misses]

The patterns are tuned on all four files by now, so the figures say little about unseen messages.
On first sight, before tuning on it, each file gave: names 70 of 80 (a), 63 of 82 (b), 36 of 40 (c),
23 of 27 (d); identifiers 60 of 60, 57 of 59, 1 of 1, 17 of 17; addresses 13 of 13, 15 of 17,
7 of 10, 5 of 5; false hits on statistics 1 in 302.
"""

import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "curation")]

from curation_truth import MESSAGES, marked_lines, measure  # noqa: E402  # needs the paths above

from generator.curation.hits import NUMBERS, Kind  # noqa: E402


def main() -> None:
    lines = [line for name in MESSAGES for line in marked_lines(name)]
    begin = time.perf_counter()
    result = measure(lines)
    seconds = time.perf_counter() - begin
    print(f"{result.lines} lines, {sum(result.marked.values())} items, {seconds:.2f} s")
    for kind in Kind:
        print(f"  {kind:10} {result.found[kind]:4} / {result.marked[kind]}")
    print(f"identifiers  {result.recall(NUMBERS):.3f}")
    print(f"names        {result.recall(frozenset({Kind.NAME})):.3f}")
    print(f"addresses    {result.recall(frozenset({Kind.ADDRESS})):.3f}")
    print(f"false hits in messages: {len(result.false)}")
    statistics = measure(marked_lines("statistics.txt"))
    share = len(statistics.false) / statistics.lines
    print(
        f"statistics: {statistics.lines} lines, {len(statistics.false)} false hits ({share:.1%}),"
    )
    print(f"  {statistics.asked} asked and left")
    if "--misses" in sys.argv:
        print(*result.missed, *result.false, *statistics.false, sep="\n")


if __name__ == "__main__":
    main()
