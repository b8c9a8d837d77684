"""Names of an export's senders -> where they stand in a text.

One pattern of all names would try each of them at each place of a text; a table of 20,000 rows has
thousands. Here only names are tried that begin with the word at that place
(tests/benchmarks/importing.py: 3,000 rows in half the time).
"""

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")


class SoughtNames:
    """Finds folded names in texts, the longest of those that begin at one place."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, list[str]] = {}
        unworded = []
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            first = _WORD.match(name)
            if first:
                self._names.setdefault(first[0].lower(), []).append(name)
            else:
                unworded.append(name)
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._unworded = _pattern(unworded) if unworded else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yields the matches, none within another of the same kind."""
        end = 0
        for word in _WORD.finditer(text):
            low = word[0].lower()
            if word.start() >= end and low in self._names:
                pattern = self._patterns.get(low)
                if pattern is None:
                    pattern = self._patterns[low] = _pattern(self._names[low])
                if found := pattern.match(text, word.start()):
                    end = found.end()
                    yield found
        if self._unworded:
            yield from self._unworded.finditer(text)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    choices = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)
