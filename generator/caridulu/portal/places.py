"""Offices -> the names of places by which a question chooses one, and words that are none."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.analysis.real_words import real_terms
from caridulu.search.analysis.spelling import edit_distance
from caridulu.search.publish.office_part import PartOffice

# Words before the name of an area; without them a name is what people type.
AREA_WORDS = frozenset(
    {"provinsi", "kabupaten", "kab", "kota", "kecamatan", "kec", "desa", "kelurahan"}
)
MOST_NAMES = 6  # of an office, beside its region's
# Letters of a word of a name that may have one slip, or two; told to ``browser/places.js``.
ONE_SLIP, TWO_SLIPS = 5, 8


def place_names(offices: Sequence[PartOffice], analyzer: Analyzer) -> list[list[str]]:
    """Gives the names of each office's places, folded: its region's, and what is its alone."""
    regions = [_region_names(office, analyzer) for office in offices]
    taken = {name for names in regions for name in names}
    others = [
        dict.fromkeys(" ".join(analyzer.tokens(place)) for place in office.places)
        for office in offices
    ]
    claims = Counter(name for names in others for name in names)
    return [
        [*own, *_kept(own, (n for n in names if claims[n] == 1 and n not in taken))]
        for own, names in zip(regions, others, strict=True)
    ]


def misleading_terms(names: Iterable[str], known: Iterable[str], analyzer: Analyzer) -> list[str]:
    """Lists words and terms so near to a word of a name that they would be read as a misspelt one.

    Args:
        names: of places.
        known: terms and words of the index.
        analyzer: that made them.
    """
    words = {word for name in names for word in name.split() if len(word) >= ONE_SLIP}
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words):
        by_letter.setdefault(word[0], []).append(word)
    terms = {term for term in known if term.isalpha()} | real_terms()
    own = words | set(map(analyzer.term, words))
    return sorted(
        term
        for term in terms - own
        if any(_is_near(term, word) for word in by_letter.get(term[0], ()))
    )


def _is_near(term: str, word: str) -> bool:
    limit = 2 if len(word) >= TWO_SLIPS else 1
    return abs(len(term) - len(word)) <= limit and edit_distance(term, word, limit) <= limit


def region_name(office: PartOffice, analyzer: Analyzer) -> str:
    """Gives a region's name, folded, without the words for its kind."""
    words = analyzer.tokens(office.region)
    while len(words) > 1 and words[0] in AREA_WORDS:
        words = words[1:]
    return " ".join(words)


def _region_names(office: PartOffice, analyzer: Analyzer) -> list[str]:
    whole = " ".join(analyzer.tokens(office.region))
    return list(dict.fromkeys([region_name(office, analyzer), whole]))


def _kept(own: Collection[str], names: Iterable[str]) -> list[str]:
    """Keeps the first names that do not only say one of ``own`` with more words."""
    new = (n for n in names if n and not any(f" {one} " in f" {n} " for one in own))
    return [name for name, _ in zip(new, range(MOST_NAMES), strict=False)]
