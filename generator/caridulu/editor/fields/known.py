"""What the project knows already and an officer need not type again: questions, sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from caridulu.editor.workspace import Snapshot
from caridulu.knowledge import KnowledgeBase
from caridulu.knowledge.model import Source
from caridulu.knowledge.rules.relations import fold_phrase


@dataclass(frozen=True)
class KnownSource:
    """A source that the project cites, with the latest day on which it was read."""

    title: str
    url: str
    accessed: str = ""


@dataclass(frozen=True)
class Known:
    """Ids of entries by folded question, sources by folded title."""

    ids: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, KnownSource] = field(default_factory=dict)


NOTHING_KNOWN = Known()


def known_of(snapshot: Snapshot) -> Known:
    """Collects what a project knows; a title of several addresses tells none."""
    ids = {fold_phrase(row.question): row.id for row in snapshot.rows}
    return Known(ids, _sources(snapshot.knowledge) if snapshot.knowledge else {})


def _sources(knowledge: KnowledgeBase) -> dict[str, KnownSource]:
    found: dict[str, KnownSource] = {}
    several = set()
    for source in _cited(knowledge):
        if source.url is None:
            continue
        key, day = fold_phrase(source.title), str(source.accessed or "")
        before = found.get(key)
        if before and before.url != source.url:
            several.add(key)
        latest = max(day, before.accessed) if before else day
        found[key] = KnownSource(source.title, source.url, latest)
    return {key: one for key, one in sorted(found.items()) if key not in several}


def _cited(knowledge: KnowledgeBase) -> Iterator[Source]:
    yield from knowledge.office.sources
    for entry in knowledge.entries:
        yield from entry.sources
    for service in knowledge.services:
        yield from service.sources
    for referral in knowledge.referrals:
        yield from referral.sources
