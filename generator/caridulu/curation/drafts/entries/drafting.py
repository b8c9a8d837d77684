"""Consultations -> their drafts and what answers them already; many of them in several processes.

Redaction and search take about a thousandth of a second for each consultation, and none needs to
know of another. Where the system can fork, the consultations of a large export are shared among
its processors: 20,000 rows in about half the time on two (tests/benchmarks/importing.py).
"""

import multiprocessing
from collections.abc import Iterator, Sequence
from functools import partial

from caridulu.curation.drafts.entries.draft_entry import DraftEntry, DraftWriter
from caridulu.curation.drafts.entries.duplicates import Answered, near_numbers
from caridulu.curation.exports.consultation import Consultation
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome

MANY = 2_000  # consultations that are worth the start of processes
AT_ONCE = 50  # consultations handed to a process

_Source = tuple[Consultation, str]
_Drafted = tuple[DraftEntry, Outcome, tuple[int, ...]]


def drafts(
    writer: DraftWriter, index: SearchIndex, sources: Sequence[_Source], *, processes: int
) -> Iterator[tuple[DraftEntry, Answered]]:
    """Drafts cleaned consultations, in their order, and finds what answers each already.

    Two drafts may have the same id. Several processes may be used only where no officer is asked.
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    if processes < 2 or len(sources) < MANY or not can_fork:
        yield from _with_items(index, map(partial(_drafted, writer, index), sources))
        return
    context = multiprocessing.get_context("fork")
    with context.Pool(processes, _begin, (writer, index)) as pool:
        yield from _with_items(index, pool.imap(_drafted_here, sources, AT_ONCE))


def _with_items(
    index: SearchIndex, drafted: Iterator[_Drafted]
) -> Iterator[tuple[DraftEntry, Answered]]:
    """Looks up what was found; between processes travel only its numbers in the index."""
    for draft, outcome, numbers in drafted:
        yield draft, Answered(outcome, tuple(index.items[number] for number in numbers))


def _drafted(writer: DraftWriter, index: SearchIndex, source: _Source) -> _Drafted:
    consultation, digest = source
    draft = writer.draft(consultation, digest=digest)
    return draft, *near_numbers(index, draft.question)


_inherited: list[tuple[DraftWriter, SearchIndex]] = []  # in a forked process


def _begin(writer: DraftWriter, index: SearchIndex) -> None:
    _inherited[:] = [(writer, index)]


def _drafted_here(source: _Source) -> _Drafted:
    return _drafted(*_inherited[0], source)
