"""Merges the offices' index parts into one index that has each shared answer once."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from caridulu.portal.families import AnswerVersion, Family, joined, key_of, wording_of
from caridulu.portal.neutral_terms import MARK, neutral_terms, neutral_words
from caridulu.portal.numbering import Place, place_of
from caridulu.portal.places import AREA_WORDS
from caridulu.search.analysis.analyzer import Analyzer
from caridulu.search.index.counting import Counted
from caridulu.search.index.fields import Item, ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.office_part import IndexPart, PartEntry

MOST_VERSIONS = 8  # of an entry, by whose other words it is found, too
# Fields of such versions that are added, by field that they are added to; what they ask is one more
# way to ask it.
_ADDED = {
    **{name: name for name in ("aliases", "alias_pairs", "tags", "lexicon", "related", "everyday")},
    "question": "aliases",
    "pairs": "alias_pairs",
}
_OWN_REGION = re.compile(r"\{(?:region|place)\}")


@dataclass(frozen=True)
class SharedEntry:
    """One answer of many offices, in the words of most of them or of the national one."""

    key: str  # its id in the portal's index
    entry: PartEntry  # in these words
    same: tuple[int, ...]  # numbers of the offices that have it as most do
    adjusted: tuple[int, ...]  # numbers of those that say it otherwise than most
    own: Mapping[int, PartEntry]  # what others than ``entry`` say, by number of the office
    terms: Mapping[str, Counter[str]]  # by which it is found
    leading: int  # number of the office to which it leads unless one is wished

    @property
    def offices(self) -> tuple[int, ...]:
        return (*self.same, *self.adjusted)

    @property
    def place(self) -> Place:
        return place_of(self.key, len(self.offices))

    @property
    def note(self) -> str:
        """Who has it: ``0-3,7;5``."""
        return ";".join(map(ranges, (self.same, self.adjusted) if self.adjusted else (self.same,)))

    @property
    def spread(self) -> str:
        """How many have it, as the browser reads it: ``0 5 1``, which office leads first.

        A 1 behind that says that this office is one of those that have adjusted it.
        """
        counts = [len(each) for each in (self.same, self.adjusted) if each]
        is_adjusted = [1] if self.leading in self.adjusted else []
        return " ".join(map(str, (self.leading, *counts, *is_adjusted)))


class Merger:
    """Takes in parts in the order of the offices' numbers; each wording is kept once."""

    def __init__(self) -> None:
        self.national: int | None = None  # number of the office whose versions lead
        self._analyzer = Analyzer()
        self._areas = frozenset(map(self._analyzer.term, AREA_WORDS))
        self._families: dict[str, dict[str, AnswerVersion]] = {}
        self._words: Counter[str] = Counter()
        self._gaps: set[str] = set()

    def add(self, number: int, part: IndexPart, *, region: str = "") -> None:
        """Takes in what the office of this number has; ``region`` is its region's name, folded."""
        terms = [self._analyzer.term(word) for word in region.split()]
        slug = _slug_of(region)
        for entry in part.entries:
            asked, wording = self._comparable_question(entry, terms), wording_of(entry)
            versions = self._families.setdefault(key_of(entry, asked), {})
            if wording not in versions:
                own = neutral_terms(entry.counted, terms)
                versions[wording] = AnswerVersion(entry, own, slug.sub(MARK, entry.id), asked)
            versions[wording].offices[number] = entry.id
        self._words.update(part.words)
        self._gaps.update(gap.removeprefix("? ") for gap in part.gaps)

    def entries(self) -> tuple[SharedEntry, ...]:
        """Returns what can be found: entries, direct answers, referrals; what most have first."""
        merged = [self._shared(family) for family in joined(map(Family, self._families.values()))]
        return tuple(sorted(merged, key=lambda one: one.place))

    def index(self, entries: Iterable[SharedEntry], *, places: frozenset[str]) -> SearchIndex:
        """Makes the index of entries; ``places`` are terms that count nothing where they lack."""
        entries = tuple(entries)
        counted = self.counted(entries, places=places)
        return SearchIndex([_item(one) for one in entries], counted=counted)

    def counted(self, entries: Sequence[SharedEntry], *, places: frozenset[str]) -> Counted:
        """Returns the counts from which ``index`` makes the index."""
        return Counted(
            order=range(len(entries)),
            terms=(one.terms for one in entries),
            words=self._words,
            gaps=frozenset(self._gaps),
            places=places | {MARK},
            steady=True,
        )

    def _comparable_question(self, entry: PartEntry, region: Sequence[str]) -> str:
        """Returns a question as others may ask it: words in any order, the mark for the region."""
        analyzer, stop_words = self._analyzer, self._analyzer.language.stop_words
        title = _OWN_REGION.sub(f" {MARK} ", entry.title)
        words = [word for word in analyzer.words(title) if word not in stop_words]
        terms = neutral_words(map(analyzer.term, words), region)
        named = {one for one, after in pairwise(terms) if after == MARK and one in self._areas}
        if all(word in analyzer.language.weak for word in words):
            return ""
        return " ".join(sorted({*terms} - named))

    def _shared(self, family: Family) -> SharedEntry:
        """Joins the versions of one answer; hits lead to the first office unless one is chosen."""

        def rank(version: AnswerVersion) -> tuple[bool, int, int]:
            return self.national not in version.offices, -len(version.offices), version.first

        main, *others = sorted(family.versions.values(), key=rank)
        first = self.national if self.national in main.offices else main.first
        entry = main.entry.model_copy(update={"id": main.offices[first]})
        if kind_of(entry.id) is not ItemKind.ENTRY:
            return self._shared_facts(entry, main, others)
        said = _entries_by_office([main])
        renamed = {number: one for number, one in said.items() if one.id != entry.id}
        most = max([main, *others], key=lambda one: len(one.offices))  # the national one may not be
        return SharedEntry(
            key=key_of(entry, main.asked),
            entry=entry,
            same=tuple(sorted(most.offices)),
            adjusted=tuple(sorted(family.offices - {*most.offices})),
            own={**_entries_by_office(others), **renamed},
            terms=_with_other_words(main, others[: MOST_VERSIONS - 1]),
            leading=first,
        )

    def _shared_facts(
        self, entry: PartEntry, main: AnswerVersion, others: Sequence[AnswerVersion]
    ) -> SharedEntry:
        """Joins a direct answer or a referral: every office's own facts in the same words."""
        own = _entries_by_office([*others, main])
        if not others:
            own = {number: one for number, one in own.items() if one.id != entry.id}
        offices = sorted({*main.offices, *(n for one in others for n in one.offices)})
        return SharedEntry(
            key=key_of(entry, main.asked),
            entry=entry.model_copy(update={"snippet": "" if others else entry.snippet}),
            same=tuple(offices),
            adjusted=(),
            own=own,
            terms=main.terms,
            leading=self.national if self.national in offices else offices[0],
        )


def _with_other_words(
    main: AnswerVersion, others: Iterable[AnswerVersion]
) -> dict[str, Counter[str]]:
    """Adds to a version's terms those of other versions, by which the answer is found, too."""
    terms = {**main.terms}
    asked = {*main.terms.get("question", ()), *main.terms.get("pairs", ())}
    for version in others:
        for name, counts in version.terms.items():
            to, added = _ADDED.get(name), counts
            if to is None:
                continue
            if name != to:  # its question becomes an alias, which lacks the words of the main one
                added = Counter({term: n for term, n in counts.items() if term not in asked})
            terms[to] = terms.get(to, Counter()) | added
    return {name: counts for name, counts in terms.items() if counts}


def _slug_of(region: str) -> re.Pattern[str]:
    """Finds a region's name in an id; nothing where it has none."""
    if not region:
        return re.compile("(?!)")
    return re.compile(rf"(?<![0-9a-z]){re.escape(region.replace(' ', '-'))}(?![0-9a-z])")


def _entries_by_office(versions: Iterable[AnswerVersion]) -> dict[int, PartEntry]:
    """Returns the entry of each office, by number."""
    return {
        number: version.entry.model_copy(update={"id": own})
        for version in versions
        for number, own in version.offices.items()
    }


def ranges(numbers: Collection[int]) -> str:
    """Writes rising numbers: ``0-3,7``."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ",".join("-".join(map(str, each)) for each in found)


def _item(shared: SharedEntry) -> Item:
    return Item(
        id=shared.key, question=shared.entry.title, answer=shared.entry.snippet, note=shared.spread
    )
