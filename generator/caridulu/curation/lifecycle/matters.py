"""Words of a phrasing -> the matters that they name.

People call one matter by words that have nothing in common: ``kenaikan harga barang``, ``inflasi``
and ``ihk``; ``tidak punya pekerjaan`` and ``pengangguran``. The list of this package has on each
line the names of one matter of a statistics office, the usual one first.
"""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from caridulu.search.analysis.analyzer import Analyzer


class Matters:
    """The matters of the list, found by their names; none consists of ``empty`` terms alone."""

    def __init__(self, analyzer: Analyzer, *, empty: frozenset[str]) -> None:
        self._analyzer = analyzer
        self._skipped = frozenset(map(analyzer.term, analyzer.language.stop_words))
        self._matters: dict[tuple[str, ...], str] = {}
        for names in _listed():
            for name in names:
                terms = self._terms(analyzer.words(name))
                if not empty.issuperset(terms) and not self._is_chat_spelling(name):
                    self._matters.setdefault(terms, names[0])
        self._longest = max(map(len, self._matters))

    def _terms(self, words: Iterable[str]) -> tuple[str, ...]:
        terms = map(self._analyzer.term, words)
        return tuple(term for term in terms if term not in self._skipped)

    def _is_chat_spelling(self, name: str) -> bool:
        """Tells whether a short form is read as another word: ADD as ada, APK as aplikasi."""
        return name.isalpha() and self._analyzer.words(name) != [name]

    def read(
        self, words: Iterable[str], *, places: frozenset[str]
    ) -> tuple[frozenset[str], list[str]]:
        """Returns the matters that words in standard spelling name, and the words beside them.

        The longest names are read first. The terms of ``places`` may stand within a name:
        ``ekonomi bombana tumbuh``.
        """
        left_out = self._skipped | places
        pairs = ((word, self._analyzer.term(word)) for word in words)
        read = [(word, term) for word, term in pairs if term not in left_out]
        terms = [term for _, term in read]
        found, beside, at = set[str](), list[str](), 0
        while at < len(terms):
            for size in range(self._longest, 0, -1):
                matter = self._matters.get(tuple(terms[at : at + size]))
                if matter:
                    found.add(matter)
                    at += size
                    break
            else:
                beside.append(read[at][0])
                at += 1
        return frozenset(found), beside


@lru_cache(maxsize=1)
def _listed() -> tuple[tuple[str, ...], ...]:
    text = files(__package__).joinpath("matters.txt").read_text(encoding="utf-8")
    return tuple(tuple(line.split(" | ")) for line in text.splitlines())
