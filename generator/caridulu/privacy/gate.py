"""The last look at what is about to be published: no personal data in any artefact."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, starmap
from pathlib import Path

from caridulu.knowledge import KnowledgeBase, Location, Problem, finding
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.artefact_texts import SKIPPED, WORD_LISTS, Gathering, readable
from caridulu.privacy.entities.entity import NUMBERS, Confidence, Hit, Kind
from caridulu.privacy.entities.identifiers import identifiers
from caridulu.privacy.entities.personal_data import personal_data
from caridulu.privacy.entities.postal_addresses import addresses
from caridulu.privacy.keyword_filter import (
    ADDRESS_FORM,
    is_suspect,
    may_address,
    may_hold_address,
    may_hold_number,
    suspects,
    with_numbers,
)
from caridulu.privacy.lists.word_lists import Words, usual_words
from caridulu.privacy.names.person_names import names
from caridulu.privacy.redaction import in_context

_ADDRESSED = re.compile(rf"\b(?:{ADDRESS_FORM})\.?,? $", re.I)
_NOBLE = re.compile(r"(?:la|wa) ode\b", re.I)
AT_ONCE = 200  # artefacts that are read together: about 2 MB


@dataclass(frozen=True)
class Leak:
    """Personal data in an artefact; ``source`` is where in the project it comes from, if known."""

    artefact: str
    hit: Hit
    shown: str
    source: Location | None


def scan(
    artefacts: Mapping[str, str], *, allowed: Allowed, words: Words | None = None
) -> tuple[Leak, ...]:
    """Sure personal data in published texts, by artefact name; each text of a site once.

    Args:
        artefacts: Names of the published files and their texts; scripts and styles are skipped.
        allowed: The office's own contacts.
        words: Words known to be no names.
    """
    look = Look(allowed, words)
    leaks = () if look.is_clean(artefacts) else starmap(look.leaks, _read(artefacts))
    return tuple(chain.from_iterable(leaks))


def _read(artefacts: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(one for one in artefacts.items() if not one[0].lower().endswith(SKIPPED))


class Look:
    """One look at a site, in which no text is looked at twice.

    Args:
        allowed: The office's own contacts.
        words: Words known to be no names.
    """

    def __init__(self, allowed: Allowed, words: Words | None = None) -> None:
        self._allowed = allowed
        self._words = words or usual_words()
        self._known: dict[str, tuple[Hit, ...]] = {}
        self._gathering = Gathering()
        self._is_clean = True

    def is_clean(self, artefacts: Mapping[str, str]) -> bool:
        """Whether nothing is in any of these, nor was in those before.

        What makes the difference is told by ``scan``.
        """
        read = _read(artefacts)
        groups = (read[start : start + AT_ONCE] for start in range(0, len(read), AT_ONCE))
        self._is_clean = self._is_clean and all(map(self._are_clean, groups))
        return self._is_clean

    def _are_clean(self, together: Sequence[tuple[str, str]]) -> bool:
        lists = [one for one in together if one[0].startswith(WORD_LISTS)]
        others = [one for one in together if not one[0].startswith(WORD_LISTS)]
        words = set(chain.from_iterable(starmap(readable, lists)))
        texts = self._gathering.texts(others)
        return not (
            any(map(self._numbers, with_numbers(words))) or any(map(self._hits, suspects(texts)))
        )

    def leaks(self, name: str, content: str) -> Iterator[Leak]:
        """Everything in an artefact, in order."""
        hits_of = self._numbers if name.startswith(WORD_LISTS) else self._hits
        for text in filter(is_suspect, readable(name, content)):
            for hit in hits_of(text):
                yield Leak(name, hit, in_context(text, hit), None)

    def _hits(self, text: str) -> tuple[Hit, ...]:
        if (hits := self._known.get(text)) is None:
            hits = self._known[text] = tuple(sure_hits(text, self._allowed, self._words))
        return hits

    def _numbers(self, text: str) -> tuple[Hit, ...]:
        hits = self._hits(text) if any(identifiers(text)) else ()
        return tuple(hit for hit in hits if hit.kind in NUMBERS)


def sure_hits(text: str, allowed: Allowed, words: Words) -> Iterator[Hit]:
    """What stops a build."""
    if not _may_stop(text, allowed, words):
        return
    for hit in personal_data(text, allowed=allowed, words=words):
        if stops(hit, text):
            yield hit


def _may_stop(text: str, allowed: Allowed, words: Words) -> bool:
    """Whether one of the rules finds something by itself; what overlaps is not weighed yet."""
    found = chain(
        identifiers(text) if may_hold_number(text) else (),
        addresses(text) if may_hold_address(text) else (),
        names(text, words) if may_address(text, words) else (),
    )
    return any(hit.text and stops(hit, text) and not allowed.allows(hit, text) for hit in found)


def stops(hit: Hit, text: str) -> bool:
    """Whether a hit stops a build."""
    is_name = hit.kind is Kind.NAME
    return hit.confidence is Confidence.SURE and (not is_name or _is_person(text, hit))


def _is_person(text: str, hit: Hit) -> bool:
    """A published text names towns, teams and kings too: only who is addressed is a person.

    Chats are read with all rules, and ``publish`` asks about every name; here a build would fail.
    """
    addressed = _ADDRESSED.search(text[: hit.start])
    return bool(addressed or _NOBLE.match(hit.text)) and not hit.text.islower()


def gate(
    artefacts: Mapping[str, str], knowledge: KnowledgeBase, *, root: Path
) -> tuple[Problem, ...]:
    """Problems that must stop a build: at the entry's line when it can be traced."""
    leaks = scan(artefacts, allowed=Allowed.of_office(knowledge.office), words=usual_words())
    sources = _sources(knowledge, root) if leaks else {}
    problems = []
    for leak in leaks:
        place = sources.get(leak.hit.text.casefold()) or Location(leak.artefact)
        values = {"value": leak.shown, "artefact": leak.artefact}
        problems.append(finding(place, "curation.gate", **values))
    return tuple(_once(problems))


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first artefact of each place and text."""
    seen: set[tuple[Location, str]] = set()
    for problem in problems:
        shown = dict(problem.values)["value"]
        key = (problem.location, shown)
        if key not in seen:
            seen.add(key)
            yield problem


def _sources(knowledge: KnowledgeBase, root: Path) -> dict[str, Location]:
    """Where each text with personal data stands in published entries and pages."""
    found: dict[str, Location] = {}
    allowed = Allowed.of_office(knowledge.office)
    files = [root / "kb" / e.category / f"{e.id}.yml" for e in knowledge.published]
    files += sorted((root / "content").rglob("*.*"))
    for path in files:
        if not path.is_file():
            continue
        shown = path.relative_to(root).as_posix()
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
        for number, line in enumerate(lines, start=1):
            for hit in personal_data(line, allowed=allowed):
                place = Location(shown, number, hit.start + 1)
                found.setdefault(hit.text.casefold(), place)
    return found
