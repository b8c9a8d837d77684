"""Consultations -> their drafts and what answers them already; many of them in several processes.

Redaction and search take about a thousandth of a second for each consultation, and none needs to
know of another. Where the system can fork, the consultations of a large export are shared among
its processors: 20,000 rows in about half the time on two (tests/benchmarks/importing.py).
"""

import multiprocessing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caridulu.curation.drafts.entries.draft_entry import DraftEntry, DraftWriter
from caridulu.curation.drafts.entries.duplicates import Found, found_for
from caridulu.curation.exports.consultation import Consultation
from caridulu.search.index.search_index import SearchIndex

MANY = 2_000  # consultations that are worth the start of processes
AT_ONCE = 50  # consultations handed to a process


@dataclass(frozen=True)
class Drafted:
    """A draft, and what the search finds for its question."""

    draft: DraftEntry
    found: Found


@dataclass(frozen=True)
class Drafter:
    """Drafts the consultations of one export, each by itself."""

    writer: DraftWriter
    index: SearchIndex

    def drafts(
        self, sources: Sequence[tuple[Consultation, str]], *, processes: int
    ) -> Iterator[Drafted]:
        """Drafts cleaned consultations, given with their digests, in their order.

        Args:
            sources: of one export.
            processes: how many may be used; more than one only where no officer is asked.
        """
        can_fork = "fork" in multiprocessing.get_all_start_methods()
        if processes < 2 or len(sources) < MANY or not can_fork:
            yield from map(self.drafted, sources)
            return
        context = multiprocessing.get_context("fork")
        with context.Pool(processes, _begin, (self,)) as pool:
            yield from pool.imap(_drafted, sources, AT_ONCE)

    def drafted(self, one: tuple[Consultation, str]) -> Drafted:
        """Drafts a consultation; another one may have the same id."""
        source, digest = one
        draft = self.writer.draft(source, digest=digest)
        return Drafted(draft, found_for(self.index, draft.question))


_inherited: list[Drafter] = []  # in a forked process: what would be slow to hand over


def _begin(drafter: Drafter) -> None:
    _inherited[:] = [drafter]


def _drafted(one: tuple[Consultation, str]) -> Drafted:
    return _inherited[0].drafted(one)
