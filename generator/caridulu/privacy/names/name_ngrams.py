"""How much the letters of a word look like those of a name, learnt from the word lists."""

import math
from collections import Counter
from collections.abc import Iterable

_GRAMS = (2, 3, 4)


class Likeness:
    """Log odds of a word's letter groups in names against other words."""

    def __init__(self, names: Iterable[str], others: Iterable[str]) -> None:
        named, other = _count(names), _count(others)
        sizes = {
            n: (_total(named, n) + 0.5 * len(named), _total(other, n) + 0.5 * len(named))
            for n in _GRAMS
        }
        self._odds = {
            gram: math.log((named[gram] + 0.5) / sizes[len(gram)][0])
            - math.log((other[gram] + 0.5) / sizes[len(gram)][1])
            for gram in {*named, *other}
        }

    def of(self, word: str) -> float:
        """Above 0: rather a name; mean over the letter groups of the word."""
        grams = _grams(word)
        return sum(self._odds.get(gram, 0.0) for gram in grams) / max(len(grams), 1)


def _count(words: Iterable[str]) -> Counter[str]:
    return Counter(gram for word in words for gram in _grams(word))


def _total(counts: Counter[str], length: int) -> int:
    return sum(count for gram, count in counts.items() if len(gram) == length)


def _grams(word: str) -> list[str]:
    marked = f"^{word}$"
    return [marked[i : i + n] for n in _GRAMS for i in range(len(marked) - n + 1)]
