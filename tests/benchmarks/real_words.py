"""How many real words the search reads as others, alone and in a sentence.

    python -m tests.benchmarks.real_words WORDLIST ... [--sample N] [--json]

A WORDLIST holds a word a line; words of four letters and more are searched in the knowledge base
of this folder, a fixed sample of each list.
"""

import argparse
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search
from tests.benchmarks.question_sets import own_knowledge, share

SEED = 20261126
MIN_WORD = 4
SENTENCE = "data tentang {} tahun ini"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wordlists", type=Path, nargs="+")
    parser.add_argument("--sample", type=int, default=3_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    index = SearchIndex.of_knowledge(own_knowledge())
    for file in options.wordlists:
        words = sampled(file, options.sample)
        row = {"list": file.name, "words": len(words), **measures(index, words)}
        print(json.dumps(row) if options.json else "  ".join(f"{n} {v}" for n, v in row.items()))
    print("Repeat: python -m tests.benchmarks.real_words", *sys.argv[1:], file=sys.stderr)


def sampled(file: Path, size: int) -> list[str]:
    lines = file.read_text(encoding="utf-8").split()
    words = sorted({word for word in lines if word.isalpha() and len(word) >= MIN_WORD})
    return random.Random(SEED).sample(words, min(size, len(words)))


def measures(index: SearchIndex, words: Sequence[str]) -> dict[str, float]:
    return {
        "alone": round(share(is_misread(index, word, word) for word in words), 4),
        "in_a_sentence": round(
            share(is_misread(index, word, SENTENCE.format(word)) for word in words), 4
        ),
    }


def is_misread(index: SearchIndex, word: str, query: str) -> bool:
    found = search(index, query, limit=1).corrections
    return any(correction.typed == word.lower() for correction in found)


if __name__ == "__main__":
    main()
