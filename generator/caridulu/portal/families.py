"""Groups the versions of answers into families: the versions of one answer.

What is the same answer: an entry of a package by package and id, whatever an office adjusted in it,
and an office's own entry of the same id; a direct answer by id, as each office has its own facts;
anything else by its question, by its answer's words, or by its id if half of its words are the
same. The name of an office's own region makes no difference. Two answers of one office are never
the same.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from caridulu.search.index.fields import ItemKind, kind_of
from caridulu.search.publish.office_part import PartEntry

ALIKE = 0.5  # share of the words that two answers of the same id have in common
LEAST_WORDS = 8  # different ones of an answer that tell it from others
_COMPARED = ("question", "aliases", "answer")


@dataclass(frozen=True)
class AnswerVersion:
    """One wording of an answer."""

    entry: PartEntry  # as an office says it
    terms: Mapping[str, Counter[str]]  # by which it is found, with the mark for the region's name
    name: str  # its id without the region's name
    # Its question as others may ask it: terms in any order, the mark for the region's name; empty
    # if it says nothing.
    asked: str
    # Its id in each office that has it so, by number.
    offices: dict[int, str] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The first office that has it."""
        return min(self.offices)

    @property
    def answer(self) -> str:
        """Its answer's terms, counted; empty if they are few."""
        counts = self.terms.get("answer", Counter())
        return str(sorted(counts.items())) if len(counts) >= LEAST_WORDS else ""

    @cached_property
    def compared(self) -> frozenset[str]:
        """The words by which it is compared with others."""
        return frozenset(term for name in _COMPARED for term in self.terms.get(name, ()))

    def is_like(self, other: "AnswerVersion") -> bool:
        """Tells whether two answers have half of their words in common."""
        one, two = self.compared, other.compared
        return len(one & two) >= ALIKE * len(one | two)


@dataclass(frozen=True)
class Family:
    """The versions of one answer, by wording; an office has one of them."""

    versions: Mapping[str, AnswerVersion]

    @cached_property
    def offices(self) -> frozenset[int]:
        return frozenset(n for version in self.versions.values() for n in version.offices)

    @cached_property
    def most(self) -> AnswerVersion:
        """The version that most have."""
        return min(self.versions.values(), key=lambda one: (-len(one.offices), one.first))

    @property
    def questions(self) -> list[str]:
        return sorted({version.asked for version in self.versions.values() if version.asked})

    @property
    def answers(self) -> list[str]:
        return sorted({version.answer for version in self.versions.values() if version.answer})

    def united(self, other: "Family") -> "Family":
        """Adds another's versions; equal ones become one."""
        versions = {**self.versions}
        for wording, version in other.versions.items():
            known = versions.get(wording)
            offices = {**(known.offices if known else {}), **version.offices}
            versions[wording] = replace(known or version, offices=offices)
        return Family(versions)


def key_of(entry: PartEntry, asked: str) -> str:
    """Returns the key of an answer: its id with its package, or with a digest of what is asked."""
    if kind_of(entry.id) is ItemKind.DIRECT:
        return f"{entry.id}:"
    return f"{entry.id}:{entry.package or '#' + _digest(asked)[:10]}"  # no package has a "#"


def wording_of(entry: PartEntry) -> str:
    """Names a version; what is shown counts, too, whatever hash an office claims."""
    return _digest(f"{entry.sha256}\n{entry.title}\n{entry.snippet}")


def joined(families: Iterable[Family]) -> list[Family]:
    """Joins families that are one answer: a package's first, then what most have."""
    found: list[Family] = []
    by_text: dict[str, dict[int, None]] = {}  # of questions and answers: numbers as they came
    by_name: dict[str, dict[int, None]] = {}
    for family in sorted(families, key=_rank):
        version, offices = family.most, family.offices
        kind = kind_of(version.entry.id)
        texts = [
            *(f"{kind}?{asked}" for asked in family.questions),
            *(f"{kind}!{answer}" for answer in family.answers),
        ]
        near = chain(
            (n for n in by_name.get(version.name, ()) if _is_same(found[n].most, version)),
            (n for text in texts for n in by_text.get(text, ())),
        )
        at = next((n for n in near if found[n].offices.isdisjoint(offices)), len(found))
        if at == len(found):
            found.append(family)
        else:
            found[at] = found[at].united(family)
        by_name.setdefault(version.name, {})[at] = None
        for text in texts:
            by_text.setdefault(text, {})[at] = None
    return found


def _rank(family: Family) -> tuple[bool, int, str]:
    return (
        not family.most.entry.package,
        -len(family.offices),
        key_of(family.most.entry, family.most.asked),
    )


def _is_same(known: AnswerVersion, version: AnswerVersion) -> bool:
    """Tells whether an entry of the same id is the same answer."""
    if bool(known.entry.package) is not bool(version.entry.package):
        return True
    return not version.entry.package and known.is_like(version)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
