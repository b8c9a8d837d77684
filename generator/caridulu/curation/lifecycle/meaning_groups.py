"""What many people sought -> groups that mean the same, by the product's own search.

Each phrasing is searched among all others with the office's lexicon: spellings, short forms,
endings and synonyms count there as for visitors. Two phrasings are alike as far as they share
telling words; what both have beside them speaks against it more than what only one has:
``luas panen padi`` is not ``produksi padi``, ``data stunting`` is ``prevalensi stunting``.
"""

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from caridulu.knowledge import Lexicon
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.analysis.language import Language
from caridulu.search.analysis.spelling import edit_distance
from caridulu.search.index.fields import Item
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.ranking import search

# Chosen on 66 groups of two to four phrasings of a statistics office. Of 60 groups of other offices
# (tests/curation/lifecycle/gap_groups.txt) 24 of 41 came out exactly before same_words.txt. What is
# still missed has no word in common.
ALIKE = 0.55  # likeness from which two groups are one, the mean over their members
OTHER, FURTHER = 1.0, 0.3  # weight of what both have beside the common words, and of the rest
RELATED = 0.3  # share of a word that another phrasing holds in other words only
RARE = 0.2  # share of a word that nobody else uses, where it speaks against
LEAST = 0.5  # weight of a word that nearly everybody uses
MOST_HOLDING = 60  # phrasings; a word of more is looked at only beside rarer ones
SHORTEST_MISSPELT = 5  # letters
# Words that ask for a figure or for the way to a service, whatever it is of.
_MEASURES = """
    jumlah banyak banyaknya angka data total nilai persen persentase tingkat besar besarnya
    besaran statistik tabel info informasi ton km kg hektar hektare ekor orang unit buah jiwa
    tahun bulan sekilo kilo kilogram hari kali ada butuh tiap per kab kabupaten terbaru
    terakhir lengkap sekarang saya kami tolong mohon kak pak bu min
    cara prosedur alur syarat persyaratan bawa urus mengurus bikin buat membuat
    mengajukan pengajuan permohonan berkas dokumen lapor melapor
"""
_WORD = re.compile(r"[a-z]+")
_CODE = re.compile(r"[a-z]{2,5}")


@dataclass(frozen=True)
class _Word:
    """A telling word, its weight, and the phrasings that hold it, or a word that leads to it."""

    weight: float
    held: frozenset[int]
    related: frozenset[int]

    def share(self, other: int) -> float:
        """Tells how much of the word another phrasing holds."""
        return 1.0 if other in self.held else RELATED * (other in self.related)

    def against(self, other: int) -> float:
        """Tells how much the word speaks against being one with another phrasing."""
        rest = self.weight * (1 - self.share(other))
        return rest if len(self.held) > 1 else rest * RARE


@dataclass(frozen=True)
class _Phrase:
    words: tuple[_Word, ...]


def groups_of(phrases: Sequence[str], index: SearchIndex) -> list[list[int]]:
    """Groups phrasings, each different, by their positions; a group begins with its first."""
    likeness = _likenesses(_read(phrases, index))
    groups = {n: [n] for n in range(len(phrases))}
    sums: list[dict[int, float]] = [{} for _ in phrases]  # of likenesses, between two groups
    for (a, b), value in likeness.items():
        sums[a][b] = sums[b][a] = value
    near = [(-value, pair) for pair, value in likeness.items() if value >= ALIKE]
    home = list(range(len(phrases)))
    for _, (a, b) in sorted(near):
        one, other = sorted((home[a], home[b]))
        most = len(groups[one]) * len(groups[other])
        if one == other or sums[one].get(other, 0.0) < ALIKE * most:
            continue
        for member in groups[other]:
            home[member] = one
        groups[one] += groups.pop(other)
        _join(sums, one, other)
    return [sorted(groups[first]) for first in sorted(groups)]


def _join(sums: list[dict[int, float]], one: int, other: int) -> None:
    """Adds what a group has in common with all others to the group that takes it in."""
    for third, value in sums[other].items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + value
    sums[other] = {}


def _read(phrases: Sequence[str], index: SearchIndex) -> list[_Phrase]:
    """Searches each phrasing among the others."""
    phrases = [_one_word_each(text) for text in phrases]
    items = [Item(id=str(n), question=text, answer="") for n, text in enumerate(phrases)]
    among = SearchIndex(items, lexicon=_names_only(index.lexicon))
    holding = _holding(phrases, among, index)
    empty = _empty_terms(among)
    return [_phrase(text, len(phrases), among, empty, holding) for text in phrases]


def _names_only(lexicon: Lexicon) -> Lexicon:
    """The lexicon without words that only lead to an idea: nelayan is not perikanan."""
    terms = tuple(term.model_copy(update={"related": ()}) for term in lexicon.terms)
    return lexicon.model_copy(update={"terms": terms})


def _empty_terms(index: SearchIndex) -> frozenset[str]:
    language: Language = index.analyzer.language
    words = {*_MEASURES.split(), *language.weak, *language.stop_words}
    return frozenset(map(index.analyzer.term, words)) | index.place_terms


def _phrase(
    text: str,
    count: int,
    among: SearchIndex,
    empty: frozenset[str],
    holding: Mapping[str, frozenset[int]],
) -> _Phrase:
    words = []
    for word in search(among, text, limit=1, cut=False).words:
        term = among.analyzer.term(word.word)
        if term in empty or term.isdigit():
            continue
        found = {e for one in word.candidates if not one.completion for e in one.term.entries}
        held = holding.get(term, frozenset())
        words.append(_Word(_weight(len(held), count), held, frozenset(found) - held))
    return _Phrase(tuple(words))


def _weight(holding: int, count: int) -> float:
    return max(LEAST, math.log(count / max(1, holding)) if count > 2 else 1.0)


def _holding(
    phrases: Sequence[str], among: SearchIndex, index: SearchIndex
) -> dict[str, frozenset[int]]:
    """The phrasings that hold each term, also misspelt, or as letters: umk, ntn."""
    found: dict[str, set[int]] = {}
    terms = [among.analyzer.terms(text) for text in phrases]
    for n, text in enumerate(phrases):
        read = (fix.read for fix in search(index, text, limit=1).corrections)
        for term in (*terms[n], *map(among.analyzer.term, read)):
            found.setdefault(term, set()).add(n)
    _add_misspelt(found, among.real_terms)
    _add_same(found, among.analyzer.term)
    _add_codes(phrases, found, among.analyzer)
    return {term: frozenset(members) for term, members in found.items()}


def _add_misspelt(found: dict[str, set[int]], real: Collection[str]) -> None:
    """Lets a word that nobody else writes, and that is none, hold what its neighbour holds."""
    listed = sorted(found)
    for term in listed:
        if len(found[term]) > 1 or len(term) < SHORTEST_MISSPELT or term in real:
            continue
        for other in listed:
            near = other[0] == term[0] and abs(len(other) - len(term)) <= 1 and other != term
            if near and edit_distance(term, other, 1) == 1:
                found[other] |= found[term]
                found[term] |= found[other]


@cache
def _same_words() -> tuple[tuple[str, ...], ...]:
    """Words that name one thing, in any office; search only has them near one another."""
    text = files(__package__).joinpath("same_words.txt").read_text(encoding="utf-8")
    return tuple(tuple(line.split(" | ")) for line in text.splitlines())


@cache
def _names_of_two_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b{name}\b", re.I), group[0])
        for group in _same_words()
        for name in group
        if " " in name
    )


def _one_word_each(text: str) -> str:
    """Writes ``pegawai negeri`` as ``asn``."""
    for pattern, word in _names_of_two_words():
        text = pattern.sub(word, text)
    return text


def _add_same(found: dict[str, set[int]], term: Callable[[str], str]) -> None:
    """Lets words that name one thing hold what the others hold."""
    for group in _same_words():
        terms = [one for one in map(term, group) if one in found]
        held = set().union(*(found[one] for one in terms))
        found.update((one, held) for one in terms)


def _add_codes(phrases: Sequence[str], found: dict[str, set[int]], analyzer: Analyzer) -> None:
    """Lets short words and the words whose first letters they are hold one another."""
    listed = [_WORD.findall(text.lower()) for text in phrases]
    using: dict[str, set[int]] = {}  # phrasings that use a short word
    for n, words in enumerate(listed):
        for word in filter(_CODE.fullmatch, words):
            using.setdefault(word, set()).add(n)
    for n, words in enumerate(listed):
        initials = "".join(word[0] for word in words)
        for start in range(len(initials)):
            for end in range(start + 2, min(start + 5, len(initials)) + 1):
                code, first, last = initials[start:end], words[start], words[end - 1]
                if code in using and not {first, last} & analyzer.language.stop_words:
                    for word in (code, *words[start:end]):
                        found.setdefault(analyzer.term(word), set()).update(using[code], [n])


def _likenesses(phrases: Sequence[_Phrase]) -> dict[tuple[int, int], float]:
    """How alike pairs of phrasings are that share a telling word."""
    pairs = {(min(n, m), max(n, m)) for n, one in enumerate(phrases)
             for word in one.words if len(word.held) <= MOST_HOLDING
             for m in word.held | word.related if m != n}  # fmt: skip
    return {(a, b): _likeness(a, b, phrases) for a, b in pairs}


def _likeness(a: int, b: int, phrases: Sequence[_Phrase]) -> float:
    one, other = phrases[a], phrases[b]
    here = sum(word.weight * word.share(b) for word in one.words)
    there = sum(word.weight * word.share(a) for word in other.words)
    shared = max(here, there)
    left = sorted(
        (sum(word.against(b) for word in one.words), sum(word.against(a) for word in other.words))
    )
    return shared / (shared + OTHER * left[0] + FURTHER * left[1]) if shared else 0.0
