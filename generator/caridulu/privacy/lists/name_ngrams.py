"""How much the letters of a word look like those of a name, learnt from the word lists."""

import math
from collections import Counter
from collections.abc import Iterable

_SIZES = (2, 3, 4)  # letters of a group
_SMOOTHING = 0.5  # added to each count: no group is impossible


class NameNgrams:
    """Log odds of groups of letters in names against those in other words."""

    def __init__(self, names: Iterable[str], others: Iterable[str]) -> None:
        named, other = (
            Counter(gram for word in words for gram in _ngrams(word)) for words in (names, others)
        )
        smoothing = _SMOOTHING * len(named)
        self._odds: dict[str, float] = {}
        for size in _SIZES:
            grams = {gram for gram in (*named, *other) if len(gram) == size}
            in_names = sum(named[gram] for gram in grams) + smoothing
            in_others = sum(other[gram] for gram in grams) + smoothing
            for gram in grams:
                odds = math.log((named[gram] + _SMOOTHING) / in_names)
                self._odds[gram] = odds - math.log((other[gram] + _SMOOTHING) / in_others)

    def log_odds(self, word: str) -> float:
        """Averages over the groups of a word; above 0 it looks rather like a name."""
        grams = _ngrams(word)
        return sum(self._odds.get(gram, 0.0) for gram in grams) / max(len(grams), 1)


def _ngrams(word: str) -> list[str]:
    marked = f"^{word}$"
    return [marked[i : i + n] for n in _SIZES for i in range(len(marked) - n + 1)]
