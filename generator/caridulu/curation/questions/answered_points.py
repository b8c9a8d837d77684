"""The points of a list and an answer without marks -> each point with its paragraphs.

The paragraphs are laid to the points in their order, by words that few points and few paragraphs
have. Points that one paragraph answers stay together::

    - beda APS dan APM         APS itu anak yang masih sekolah di jenjang apa saja.
    - jumlah sekolah rusak     Sekolah rusak dan guru kontrak: tanya Dinas Pendidikan.
    - jumlah guru kontrak
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from caridulu.curation.exports.phrases.courtesies import is_salutation, opens_or_closes
from caridulu.curation.exports.phrases.words import content_words, sentences

ENOUGH = Fraction(2, 3)  # share of the points that paragraphs take up, at least
ENOUGH_IN_ORDER = Fraction(1, 3)  # the same, where there is a paragraph for each point
MOST_PARAGRAPHS = 60  # of an answer; aligning takes time for each point and paragraph
_MARK = re.compile(r"^[ \t]*(?:[-*\u2022\u2013]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?=\S)")
_ENDED = re.compile(r"[.?!:)\u2026][\"'\u201d]?\s*$")
# Of what stands behind the last paragraph: it is said of every point.
_OF_ALL = re.compile(r"^\W*(?:\w+ ){0,3}(?:semua|seluruh|kedua|ketiga|keempat)(?:nya)?\b", re.I)

_Words = frozenset[str]


@dataclass(frozen=True)
class _Paragraph:
    """A paragraph of an answer without its mark."""

    text: str
    words: _Words


def answered_points(
    points: Sequence[str], answer: str, *, is_marked: bool
) -> tuple[tuple[str, str], ...]:
    """Pairs points, or several in a row, with their paragraphs, or gives nothing.

    What has no marks may be one point: each needs a paragraph of its own words.
    """
    paragraphs = list(_paragraphs(answer))
    if not 1 < len(paragraphs) <= MOST_PARAGRAPHS:
        return ()
    places = _places([frozenset(content_words(one)) for one in points], paragraphs)
    is_each_found = None not in places and len(set(places)) == len(places)
    if not (_are_certain(places, len(paragraphs)) if is_marked else is_each_found):
        return ()
    numbered = zip(_filled(places, len(paragraphs)), points, strict=True)
    groups = [
        (n, "\n".join(text for _, text in group)) for n, group in groupby(numbered, itemgetter(0))
    ]
    firsts = [n for n, _ in groups]
    before = [one.text for one in paragraphs[: firsts[0]]]
    behind = paragraphs[firsts[-1] + 1 :]
    of_all = [one.text for one in behind if _OF_ALL.match(one.text)]
    ends = [*firsts[1:], len(paragraphs)]
    pairs = []
    for (first, asked), end in zip(groups, ends, strict=True):
        told = [one.text for one in paragraphs[first:end] if one.text not in of_all]
        pairs.append((asked, "\n\n".join([*before, *told, *of_all])))
    return tuple(pairs)


def _paragraphs(answer: str) -> Iterator[_Paragraph]:
    """Yields the paragraphs that say something; a line that ends a sentence is one, too."""
    begun: list[str] = []
    for line in [*answer.split("\n"), ""]:
        if begun and (not line.strip() or _MARK.match(line) or _is_whole(begun[-1])):
            text = "\n".join(begun)
            said = [one for one in sentences(text) if not opens_or_closes(one)]
            if words := frozenset(word for one in said for word in content_words(one)):
                yield _Paragraph(text, words)
            begun = []
        if line.strip():
            begun.append(line if begun else _MARK.sub("", line).strip())


def _is_whole(line: str) -> bool:
    """Tells whether a line ends a sentence, or is a salutation."""
    return _ENDED.search(line) is not None or is_salutation(line)


def _places(points: Sequence[_Words], paragraphs: Sequence[_Paragraph]) -> list[int | None]:
    """Aligns points with paragraphs, in their order, so that they share the most words."""
    asked = Counter(word for words in points for word in words)
    told = Counter(word for one in paragraphs for word in one.words)

    def shared(words: _Words, paragraph: _Paragraph) -> Fraction:
        specific = (word for word in words & paragraph.words if asked[word] < len(points))
        return sum((Fraction(1, asked[word] * told[word]) for word in specific), Fraction(0))

    # best[n]: of the points so far, none behind paragraph n: what they share, and their places.
    best: list[tuple[Fraction, list[int | None]]] = [(Fraction(0), [])] * len(paragraphs)
    for words in points:
        row: list[tuple[Fraction, list[int | None]]] = []
        for n, paragraph in enumerate(paragraphs):
            score = shared(words, paragraph)
            laid = (best[n][0] + score, [*best[n][1], n if score else None])
            row.append(max(row[-1], laid, key=lambda one: one[0]) if row else laid)
        best = row
    return best[-1][1]


def _are_certain(places: Sequence[int | None], paragraphs: int) -> bool:
    """Tells whether enough points have a paragraph; fewer where each may have one in order."""
    found = [place for place in places if place is not None]
    is_in_order = all(place in (n, None) for n, place in enumerate(places))
    if is_in_order and len(places) == paragraphs > 2:
        return len(found) >= ENOUGH_IN_ORDER * len(places)
    return len(found) >= ENOUGH * len(places) and len(set(found)) > 1


def _filled(places: Sequence[int | None], paragraphs: int) -> Iterator[int]:
    """Completes places: a point without a paragraph takes the free one there, or its neighbour's.

    What stands before the first paragraph of a point is free only if there is one for each point.
    """
    before, is_one_each = -1, paragraphs == len(places)
    for n, place in enumerate(places):
        behind = next((one for one in places[n:] if one is not None), paragraphs)
        if place is None:
            is_free = behind - before - 1 == _missing(places[n:]) and (before >= 0 or is_one_each)
            place = before + 1 if is_free else before if before >= 0 else behind
        yield place
        before = place


def _missing(places: Sequence[int | None]) -> int:
    """Counts the points from here on without a paragraph, up to the next one that has one."""
    return next((n for n, one in enumerate(places) if one is not None), len(places))
