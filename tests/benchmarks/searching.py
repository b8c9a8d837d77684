"""What adding up the words of a query costs, in one pass and in one for each of three sums.

python -m tests.benchmarks.searching [--entries N] [--queries N]
"""

import argparse
import random
import time
from collections.abc import Callable

from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.query_words import (
    QueryWord,
    held_of,
    phrased_of,
    scores_of,
)
from caridulu.search.query.ranking import search
from caridulu.search.query.totals import add_to, totals_of
from tests.benchmarks.importing import ANSWER, ASKED, SUBJECTS

WEIGHT = 5  # of every word


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=3000)
    parser.add_argument("--queries", type=int, default=100)
    options = parser.parse_args()
    index = SearchIndex(_items(options.entries))
    found = [search(index, item.question) for item in index.items[: options.queries]]
    words = [list(result.words) for result in found]
    step = index.phrased_step

    def once(query: list[QueryWord]) -> object:
        return totals_of(query, [WEIGHT] * len(query), [], {}, step=step)

    def three_times(query: list[QueryWord]) -> object:
        scores, held, phrased = ([0] * len(index.items) for _ in range(3))
        for word in query:
            add_to(scores, scores_of(word))
            add_to(held, held_of(word, WEIGHT))
            add_to(phrased, phrased_of(word, step))
        return scores, held, phrased

    print(f"{_milliseconds(once, words):.2f} ms a query in one pass")
    print(f"{_milliseconds(three_times, words):.2f} ms a query in three")


def _items(count: int) -> list[Item]:
    """Questions that share most of their words, as those of one office do."""
    pick = random.Random(7)
    items = []
    for number in range(count):
        first, second = pick.choice(SUBJECTS), pick.choice(SUBJECTS)
        asked = pick.choice(ASKED).format(first, second, 2000 + number % 27)
        items.append(Item(f"entri-{number}", f"{asked} {number}", ANSWER.format(first)))
    return items


def _milliseconds(act: Callable[[list[QueryWord]], object], words: list[list[QueryWord]]) -> float:
    """Processor time of one query."""
    began = time.process_time()
    for query in words:
        act(query)
    return 1000 * (time.process_time() - began) / len(words)


if __name__ == "__main__":
    main()
