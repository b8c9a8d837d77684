"""Offices' parts, one after the other -> one index in which an answer of many stands once.

What is the same answer: an entry of a package by package and id, whatever an office adjusted in it;
a direct answer by id, as each office has its own facts; anything else by id and content.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from caridulu.search.index.counting import Counted
from caridulu.search.index.fields import Item, ItemKind, kind_of
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.index.term_names import pair
from caridulu.search.publish.office_part import IndexPart, PartEntry

MOST_VERSIONS = 8  # of an entry, by whose other words it is found, too
_ADDED = ("aliases", "alias_pairs", "tags", "lexicon", "related", "everyday")  # of such versions
_SUBJECT = ("question", "tags", "lexicon", "pairs")  # fields that tell what an entry is about
_ORDER = (ItemKind.ENTRY, ItemKind.DIRECT, ItemKind.REFERRAL)


@dataclass(frozen=True)
class _Version:
    """One wording of an answer, and the numbers of the offices that have it."""

    entry: PartEntry
    offices: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class SharedEntry:
    """One answer of many offices, in the words of most of them or of the national one.

    Attributes:
        key: its id in the portal's index.
        entry: as most have it.
        same: numbers of the offices that have it so.
        adjusted: numbers of those that say it otherwise.
        terms: by which it is found.
    """

    key: str
    entry: PartEntry
    same: tuple[int, ...]
    adjusted: tuple[int, ...]
    terms: Mapping[str, Counter[str]]

    @property
    def note(self) -> str:
        """Who has it, as the browser reads it: ``0-3,7;5``."""
        return ";".join(map(ranges, (self.same, self.adjusted) if self.adjusted else (self.same,)))


class Merger:
    """Takes in parts in the order of the offices' numbers; each wording is kept once."""

    def __init__(self, national: int | None = None) -> None:
        self.national = national
        self._families: dict[str, dict[str, _Version]] = {}
        self._words: Counter[str] = Counter()
        self._gaps: set[str] = set()
        self._places: dict[int, Counter[str]] = {}

    def add(self, number: int, part: IndexPart, *, place: Collection[str] = ()) -> None:
        """Takes in what the office of this number has; ``place`` are terms of its region's name."""
        self._places[number] = Counter(place)
        for entry in part.entries:
            versions = self._families.setdefault(_family(entry), {})
            versions.setdefault(_wording(entry), _Version(entry)).offices.append(number)
        self._words.update(part.words)
        self._gaps.update(part.gaps)

    def entries(self) -> tuple[SharedEntry, ...]:
        """Returns what can be found: entries, direct answers, referrals; what most have first."""
        merged = [self._shared(key, versions) for key, versions in self._joined().items()]
        order = {kind: n for n, kind in enumerate(_ORDER)}
        return tuple(
            sorted(
                merged,
                key=lambda one: (
                    order[kind_of(one.key)],
                    -len(one.same) - len(one.adjusted),
                    one.key,
                ),
            )
        )

    def index(self, entries: Iterable[SharedEntry], *, places: frozenset[str]) -> SearchIndex:
        """Makes the index of entries; ``places`` are terms that count nothing where they lack."""
        entries = tuple(entries)
        counted = Counted(
            order=range(len(entries)),
            terms=(one.terms for one in entries),
            words=self._words,
            gaps=_open_gaps(self._gaps, entries),
            places=places,
        )
        return SearchIndex([_item(one) for one in entries], counted=counted)

    def _joined(self) -> dict[str, list[_Version]]:
        """Gives the versions of each answer; one that equals a package's is a version of that."""
        packaged = {
            (version.entry.id, wording): key
            for key, versions in self._families.items()
            for wording, version in versions.items()
            if version.entry.package
        }
        found: dict[str, dict[str, _Version]] = {}
        for key, versions in self._families.items():
            for wording, version in versions.items():
                joined = found.setdefault(packaged.get((version.entry.id, wording), key), {})
                before = joined.get(wording, _Version(version.entry)).offices
                offices = sorted({*before, *version.offices})
                joined[wording] = _Version(version.entry, offices)
        return {key: [*versions.values()] for key, versions in found.items()}

    def _shared(self, key: str, versions: list[_Version]) -> SharedEntry:
        """Joins the versions of one answer."""

        def rank(version: _Version) -> tuple[bool, int, int]:
            offices = version.offices
            return self.national not in offices, -len(offices), offices[0]

        first, *others = sorted(versions, key=rank)
        rest = sorted(number for version in others for number in version.offices)
        terms = {**first.entry.counted}
        if not others and len(first.offices) == 1:  # found where its place is named
            terms["tags"] = terms.get("tags", Counter()) | self._places[first.offices[0]]
        if kind_of(key) is not ItemKind.ENTRY:  # every office's own facts in the same words
            snippet = first.entry.snippet if not others else ""
            entry = first.entry.model_copy(update={"snippet": snippet})
            return SharedEntry(key, entry, tuple(sorted((*first.offices, *rest))), (), terms)
        for version in others[: MOST_VERSIONS - 1]:
            for name, counts in version.entry.counted.items():
                if name in _ADDED:
                    terms[name] = terms.get(name, Counter()) | counts
        return SharedEntry(key, first.entry, tuple(first.offices), tuple(rest), terms)


def ranges(numbers: Collection[int]) -> str:
    """Writes rising numbers: ``0-3,7``."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ",".join("-".join(map(str, each)) for each in found)


def _family(entry: PartEntry) -> str:
    """Names the answer of which an entry is a version; ids of kinds begin as they do in a site."""
    if kind_of(entry.id) is ItemKind.DIRECT:
        return f"{entry.id}:"
    return f"{entry.id}:{entry.package or '#' + entry.sha256[:10]}"  # no package has a "#"


def _wording(entry: PartEntry) -> str:
    """Names a version; what is shown counts, too, whatever hash an office claims."""
    return hashlib.sha256(f"{entry.sha256}\n{entry.title}\n{entry.snippet}".encode()).hexdigest()


def _item(shared: SharedEntry) -> Item:
    return Item(
        id=shared.key, question=shared.entry.title, answer=shared.entry.snippet, note=shared.note
    )


def _open_gaps(gaps: Iterable[str], entries: Iterable[SharedEntry]) -> frozenset[str]:
    """Leaves out the gaps of one office that an entry of another is about."""
    subjects = {term for one in entries for name in _SUBJECT for term in one.terms.get(name, ())}

    def is_covered(words: list[str]) -> bool:
        if len(words) == 1:
            return words[0] in subjects
        return all(pair(*both) in subjects for both in pairwise(words))

    return frozenset(gap for gap in gaps if not is_covered(gap.split(" ")[1:]))
