"""Offices -> the place names by which a question chooses one, and words mistaken for them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from caridulu.portal.neutral_terms import MARK
from caridulu.portal.short_names import short_names
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.analysis.real_words import dictionary_words, real_terms
from caridulu.search.analysis.spelling import edit_distance, skeleton
from caridulu.search.parameters import END, NOT_FOR, START
from caridulu.search.publish.office_part import PartOffice

# Words before the name of an area; without them a name is what people type.
AREA_WORDS = frozenset(
    {"provinsi", "kabupaten", "kab", "kota", "kecamatan", "kec", "desa", "kelurahan"}
)
SHORT_AREAS = {"kab": "kabupaten", "prov": "provinsi", "prop": "provinsi", "kec": "kecamatan"}
_ISLANDS = "kepulauan "  # before a regency's name, which is known without it
MOST_NAMES = 6  # of an office, beside its region's
# Letters of a word of a name that may have one slip, or two; fewer beside an exact word. Of a name
# that is written apart: none, or one.
SLIPS = {"sure": 3, "one": 4, "two": 8, "apart": 6, "apartOne": 12}
# Names of regions that are words as well, beyond those in the dictionary of ``dictionary_words``,
# and names that this has but people write for hardly anything but the place.
_EVERYDAY = frozenset({"banjar", "batu bara", "landak", "lebak", "metro", "palu", "pati", "tegal"})
_HARDLY_WORDS = frozenset({"asahan", "bali", "bandung", "medan", "pemalang", "sorong"})
_NO_WORDS = frozenset({START, END, NOT_FOR})
# After these words such a name is a place; and before these, as in "batu city".
LOCATIVES = (
    "di", "ke", "se", "warga", "wilayah", "daerah", "pemkab", "pemkot", "bps", "kantor",
    "in", "of", "for", "from",
)  # fmt: skip
KINDS_AFTER = ("regency", "city", "municipality", "province")
# Phrasings in which a word stands before or after names before it tells that one is a place.
_PHRASINGS = 2


@dataclass(frozen=True)
class PlaceNames:
    """Names of an office's places, folded."""

    # Its region's name, then longer ones that end with it, and what is left of it without
    # "kepulauan".
    region: tuple[str, ...]
    others: tuple[str, ...] = ()  # of other places, which are its alone
    acronyms: tuple[str, ...] = ()  # of its region's name

    @property
    def every(self) -> tuple[str, ...]:
        """All names, which may be misspelt."""
        return (*self.region, *self.others)


@dataclass(frozen=True)
class NameContext:
    """How words near a name are read."""

    misleading: Sequence[str] = ()  # words and terms that are no misspelt name
    # By name that is a word as well: terms that stand beside it where it is none.
    beside: Mapping[str, Sequence[str]] = field(default_factory=dict)
    before: Sequence[str] = ()  # terms after which such a name is one
    after: Sequence[str] = ()  # terms before which it is one

    def shown(self) -> dict[str, object]:
        """Writes it for the table of offices: lists as words with a space between them."""
        return {
            "misleading": " ".join(self.misleading),
            "beside": {name: " ".join(terms) for name, terms in self.beside.items()},
            "before": " ".join(self.before),
            "after": " ".join(self.after),
        }


def place_names(offices: Sequence[PartOffice], analyzer: Analyzer) -> list[PlaceNames]:
    """Returns the names of each office's places: its region's, and what is its alone."""
    regions = [_region_names(office, analyzer) for office in offices]
    regencies = {n for n, own in enumerate(regions) if any(map(_says_regency, own))}
    acronyms = short_names([names[0] for names in regions], regencies=regencies)
    taken = set(chain(*regions, *acronyms))
    common = taken | dictionary_words() | real_terms()
    places = [
        dict.fromkeys(" ".join(analyzer.tokens(place)) for place in office.places)
        for office in offices
    ]
    claims = Counter(chain(*places))
    found = []
    for number, own in enumerate(regions):
        bare = own[0].removeprefix(_ISLANDS)
        names = (*own, bare) if number in regencies and bare not in common else own
        alone = (name for name in places[number] if claims[name] == 1 and name not in taken)
        found.append(PlaceNames(names, _new_names(names, alone), acronyms[number]))
    return found


def _says_regency(name: str) -> bool:
    return name.startswith(("kabupaten ", "kota "))


def place_terms(offices: Iterable[PartOffice], analyzer: Analyzer) -> frozenset[str]:
    """Lists terms of names of places; words of the dictionary are none, whoever claims them."""
    words = {word for one in offices for place in one.places for word in analyzer.words(place)}
    return frozenset(map(analyzer.term, words - dictionary_words()))


def marked_pairs(entries: Iterable[Mapping[str, Mapping[str, int]]]) -> Counter[str]:
    """Counts in how many phrasings of entries a term stands beside the mark: ``inflasi 0d``.

    ``entries`` are the counted terms of each, by field.
    """
    found: Counter[str] = Counter()
    for terms in entries:
        for field_name in ("pairs", "alias_pairs"):
            for name, count in terms.get(field_name, {}).items():
                if MARK in name:
                    found[name] += count
    return found


def name_context(
    names: Iterable[PlaceNames],
    known: Collection[str],
    marked: Mapping[str, int],
    analyzer: Analyzer,
) -> NameContext:
    """Tells how words near names are read.

    ``known`` are terms, pairs of terms, and words of the index; ``marked`` is from
    ``marked_pairs``.
    """
    every = {name for one in names for name in one.every}
    misleading = misleading_terms(every, known, analyzer)
    ordinary = sorted(every & ((dictionary_words() - _HARDLY_WORDS) | _EVERYDAY))
    if not ordinary:
        return NameContext(misleading)
    little = _NO_WORDS | set(map(analyzer.term, analyzer.language.function_words))
    joining = _NO_WORDS | {"dan", "atau"}
    pairs = [name.split(" ") for name in known if name.count(" ") == 1]
    usual = [name.split(" ") for name, count in marked.items() if count >= _PHRASINGS]
    return NameContext(
        misleading,
        beside={
            name: sorted(_neighbours(analyzer.term(name), pairs) - little) for name in ordinary
        },
        before=sorted({first for first, second in usual if second == MARK} - little),
        after=sorted({second for first, second in usual if first == MARK} - joining),
    )


def _neighbours(term: str, pairs: Sequence[Sequence[str]]) -> set[str]:
    """Returns the terms that stand before or after a term in pairs."""
    before = {first for first, second in pairs if second == term}
    return before | {second for first, second in pairs if first == term}


def misleading_terms(names: Iterable[str], known: Iterable[str], analyzer: Analyzer) -> list[str]:
    """Lists words and terms so near to a word of a name that they would be read as one misspelt."""
    words = {word for name in names for word in name.split() if len(word) >= SLIPS["one"]}
    by_letter: dict[str, dict[str, str]] = {}  # words with their skeletons
    for word in sorted(words):
        by_letter.setdefault(word[0], {})[word] = skeleton(word)
    terms = {term for term in known if term.isalpha()} | real_terms() | dictionary_words()
    own = words | set(map(analyzer.term, words)) - dictionary_words()

    def is_misleading(term: str) -> bool:
        bare = skeleton(term)
        near = by_letter.get(term[0], {})
        return any(_is_near(term, word, is_sounding=bare == near[word]) for word in near)

    return sorted(filter(is_misleading, terms - own))


def _is_near(term: str, word: str, *, is_sounding: bool) -> bool:
    limit = 2 if len(word) >= SLIPS["two"] - is_sounding else 1
    return edit_distance(term, word, limit) <= limit


def region_name(office: PartOffice, analyzer: Analyzer) -> str:
    """Returns a region's name, folded, without the words for its kind."""
    words = analyzer.tokens(office.region)
    while len(words) > 1 and words[0] in AREA_WORDS:
        words = words[1:]
    return " ".join(words)


def _region_names(office: PartOffice, analyzer: Analyzer) -> tuple[str, ...]:
    """Returns ``bombana``, ``kabupaten bombana``, ``bps bombana``, ``bps kabupaten bombana``.

    The last two, for such a short name, are no other office's of the regency.
    """
    name, whole = region_name(office, analyzer), " ".join(analyzer.tokens(office.region))
    short = [word for word in analyzer.tokens(office.short_name) if word not in AREA_WORDS]
    called = " ".join(short) if " ".join(short).endswith(f" {name}") else name
    return tuple(dict.fromkeys([name, whole, called, called.removesuffix(name) + whole]))


def _new_names(own: Collection[str], names: Iterable[str]) -> tuple[str, ...]:
    """Keeps the first names that do not only say one of ``own`` with more words."""
    new = (n for n in names if n and not any(f" {one} " in f" {n} " for one in own))
    return tuple(name for name, _ in zip(new, range(MOST_NAMES), strict=False))
