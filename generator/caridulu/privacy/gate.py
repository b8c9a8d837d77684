"""The last look at what is about to be published: no personal data in any of its sources.

Nor what an import has put in the place of some, in an entry: readers would see "Hubungi [nama]".
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from caridulu.knowledge import KnowledgeBase, Location, Problem, finding, in_order
from caridulu.knowledge.project_files import ProjectFiles
from caridulu.knowledge.text_cache import TextCache, digest, source_digest
from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.entities.identifiers import find_identifiers, may_identify
from caridulu.privacy.entities.personal_data import find_personal_data
from caridulu.privacy.entities.postal_addresses import judged_addresses, may_hold_address
from caridulu.privacy.entity import Entity, Kind
from caridulu.privacy.lists.word_lists import WordLists, usual_word_lists
from caridulu.privacy.published_texts import TextsOfFile, place_of, texts_by_file
from caridulu.privacy.readable_lines import readable_lines
from caridulu.privacy.redaction import PLACEHOLDER_LEFT, in_context, placeholders

_TITLES = (
    "pak|bapak|bpk|ibu|bu|tn|ny|nn|sdr|sdri|saudara|saudari|kak|mas|mbak|bang|haji|hj|hajah|dr|drs|an|"
    "perkenalkan|saya"
)
_FORM = rf"{_TITLES}|a\.n|atas nama|nama saya|nama pemohon"
_ADDRESSED = re.compile(rf"\b(?:{_FORM})\.?,? $", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_NOBLE = re.compile(r"\b(?:la|wa) ode\b", re.I)
_ADDRESSING = re.compile(rf"\b(?:{_FORM})\.?,? (?=(?P<first>[^\W\d_][\w'\u2019-]*))", re.I)
_CUE_WORDS = frozenset([*_TITLES.split("|"), "n", "nama", "ode"])
_SMALL_IN_NAMES = frozenset({"la", "wa", "apt"})
_RULES = ("caridulu.privacy", "caridulu.knowledge", "caridulu.search.analysis")  # what decides


def gate(
    knowledge: KnowledgeBase,
    *,
    root: Path,
    cache: TextCache,
    changes: Mapping[str, str | None] | None = None,
) -> tuple[Problem, ...]:
    """Finds personal data in everything that will be published, at its place in the project.

    Files in which nothing was found are not looked through again: ``cache`` knows them. ``changes``
    are texts to read instead of those on the disk, by path from ``root``.
    """
    allowed = Allowed.of_office(knowledge.office)
    rules = digest(source_digest(*_RULES), *sorted(allowed.numbers), "", *sorted(allowed.phrases))
    files = ProjectFiles(root, changes or {})
    problems: list[Problem] = []
    entries = {entry.path for entry in knowledge.published}
    for source in texts_by_file(knowledge, files):
        if source.path in entries:
            problems += _marks_left(source, files)
        key = digest(rules, source.path, *(each.text for each in source.texts))
        found = () if cache.knows(key) else tuple(_problems(source, allowed, files))
        problems += found
        if not found:
            cache.mark(key)
    return in_order(problems)


def _problems(source: TextsOfFile, allowed: Allowed, files: ProjectFiles) -> Iterator[Problem]:
    """Yields one problem for each place and piece of personal data."""
    told: set[tuple[Location, str]] = set()
    lines = ((text.loc, line) for text in source.texts for line in readable_lines(text.text))
    for loc, line in lines:
        for entity in blocking_entities(line.text, allowed, usual_word_lists()):
            pieces = sorted(re.findall(r"\w+", entity.text), key=len, reverse=True)
            place = place_of((entity.text, *pieces), source, loc, line.number, files)
            if (place, entity.text) not in told:
                told.add((place, entity.text))
                yield finding(place, "curation.gate", value=in_context(line.text, entity))


def _marks_left(source: TextsOfFile, files: ProjectFiles) -> Iterator[Problem]:
    """Yields one problem for each mark of an import in a text."""
    for text in source.texts:
        for mark in dict.fromkeys(match[0] for match in placeholders().finditer(text.text)):
            place = place_of((mark,), source, text.loc, None, files)
            yield finding(place, PLACEHOLDER_LEFT, value=mark)


def blocking_entities(text: str, allowed: Allowed, lists: WordLists) -> tuple[Entity, ...]:
    """Finds what stops a build in one line: numbers, addresses and people who are addressed."""
    if not _may_stop(text, lists):
        return ()
    found = find_personal_data(text, allowed=allowed, lists=lists)
    return tuple(each for each in found if stops_build(each, text))


def _may_stop(text: str, lists: WordLists) -> bool:
    """Whether one of the rules finds something by itself; what overlaps is not weighed yet."""
    low = text.lower()
    words = _WORD.findall(low)
    return (
        (may_identify(text, words) and any(find_identifiers(text)))
        or (may_hold_address(low, words) and any(judged_addresses(text)))
        or (not _CUE_WORDS.isdisjoint(words) and _may_address(text, lists))
    )


def _may_address(text: str, lists: WordLists) -> bool:
    """Whether somebody can be addressed by name, or called by a noble one."""
    firsts = (match["first"] for match in _ADDRESSING.finditer(text))
    return bool(_NOBLE.search(text)) or any(_may_begin_name(first, lists) for first in firsts)


def _may_begin_name(word: str, lists: WordLists) -> bool:
    """Whether a word has a capital letter, or is none of everyday."""
    if not word.islower() or len(word) == 1 or word in _SMALL_IN_NAMES:
        return True
    return word in lists.names or word in lists.firsts or not lists.is_common(word)


def stops_build(entity: Entity, text: str) -> bool:
    """Says whether an entity may not be published: it is certain, a name only when addressed."""
    return entity.certain and (entity.kind is not Kind.NAME or _is_addressed(entity, text))


def _is_addressed(name: Entity, text: str) -> bool:
    """Whether somebody is addressed: a published text names towns, teams and kings, too.

    Chats are read with all rules, and ``publish`` asks about every name; here a build would fail.
    """
    addressed = _ADDRESSED.search(text[: name.start])
    return bool(addressed or _NOBLE.match(name.text)) and not name.text.islower()
