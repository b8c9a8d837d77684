"""Every citation of a knowledge base, with what makes it hard to check."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from caridulu.knowledge import KnowledgeBase
from caridulu.knowledge.model import Source
from caridulu.knowledge.project_files import OFFICE_FILE
from caridulu.knowledge.source_doubts import SourceDoubt, doubts, host_of, is_home_page, is_official


@dataclass(frozen=True)
class Citation:
    """A citation: a source, and the entry or service that cites it."""

    holder: str  # ``kb/<category>/<id>.yml`` or another file, as problems name it
    entry: str  # id of the public entry; empty where it is not one
    source: Source
    doubts: tuple[SourceDoubt, ...]  # what makes it hard to check

    @property
    def host(self) -> str:
        return host_of(self.source.url or "")

    @property
    def is_official(self) -> bool:
        """Whether a public body answers for the host."""
        return is_official(self.source.url or "")


@dataclass(frozen=True)
class Coverage:
    """How well the public entries can be checked."""

    citations: int
    pages: int  # citations that lead to a page of their own
    entries: int
    official: int  # entries with at least one official source


def citations(knowledge: KnowledgeBase) -> tuple[Citation, ...]:
    """Lists the citations of public entries, services, office and referrals, in file order."""
    return tuple(chain.from_iterable(_citations(knowledge)))


def _citations(knowledge: KnowledgeBase) -> Iterator[Iterable[Citation]]:
    """Yields the citations of each file."""
    for entry in knowledge.published:
        written = entry.reviewed or entry.compiled
        yield _of(entry.path, entry.sources, written, entry=entry.id)
    for service in knowledge.services:
        yield _of(service.path, service.sources, service.reviewed or service.compiled)
    channels = [channel.source for channel in knowledge.office.channels if channel.source]
    yield _of(OFFICE_FILE, (*knowledge.office.sources, *channels), None)
    for referral in knowledge.referrals:
        yield _of(f"kb/referrals.yml ({referral.id})", referral.sources, None)


def _of(
    holder: str, sources: Iterable[Source], written: dt.date | None, *, entry: str = ""
) -> list[Citation]:
    return [Citation(holder, entry, source, doubts(source, written)) for source in sources]


def coverage(knowledge: KnowledgeBase, cited: Iterable[Citation]) -> Coverage:
    """Counts how many citations of public entries lead to a page, and entries to a public body."""
    of_entries = [one for one in cited if one.entry]
    return Coverage(
        citations=len(of_entries),
        pages=sum(not is_home_page(url) for one in of_entries if (url := one.source.url)),
        entries=len(knowledge.published),
        official=len({one.entry for one in of_entries if one.is_official}),
    )


def by_host(cited: Iterable[Citation]) -> dict[str, list[Citation]]:
    """Groups citations by host, most cited first, those without an address last."""
    groups: dict[str, list[Citation]] = {}
    for one in cited:
        groups.setdefault(one.host, []).append(one)
    return dict(sorted(groups.items(), key=lambda item: (not item[0], -len(item[1]), item[0])))
