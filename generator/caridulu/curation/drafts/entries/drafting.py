"""Consultations -> their drafts and what answers them already; very many of them in two processes.

Redaction and search take about a thousandth of a second for each consultation, and none needs to
know of another. Of a large export another process drafts the last ones first, a few at once, until
both meet: nearly half of 20,000 (tests/benchmarks/importing.py). If it starts late, or ends before
its time, the first one only has more to do.
"""

import pickle
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from multiprocessing.connection import Connection

from caridulu.curation.drafts.entries.draft_entry import DraftEntry, DraftWriter
from caridulu.curation.drafts.entries.duplicates import Answered, near_numbers
from caridulu.curation.exports.consultation import Consultation
from caridulu.curation.project import Project
from caridulu.curation.second_process import second_process
from caridulu.knowledge import KnowledgeBase
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.query.outcome import Outcome

MANY = 4_000  # consultations that are worth the start of a process: two to three seconds
AT_ONCE = 50  # consultations handed to it

_Source = tuple[Consultation, str]
_Drafted = tuple[DraftEntry, Outcome, tuple[int, ...]]


def other_process(
    writer: DraftWriter, project: Project, count: int, *, processes: int
) -> AbstractContextManager[Connection | None]:
    """Starts the process that helps to draft so many consultations, if they are worth it.

    It is ready after some seconds: start it early. Only where no officer is asked.
    """
    if processes > 1 and count >= MANY:
        return second_process(draft_what_comes, writer, project.knowledge)
    return nullcontext()


def drafts(
    writer: DraftWriter,
    project: Project,
    sources: Sequence[_Source],
    *,
    pipe: Connection | None = None,
) -> Iterator[tuple[DraftEntry, Answered]]:
    """Drafts cleaned consultations, in their order, and finds what answers each already.

    Two drafts may have the same id. ``pipe`` leads to another process.
    """
    index = project.index
    one_by_one = (_drafted(writer, index, source) for source in sources)
    drafted = _in_two(writer, index, sources, pipe) if pipe else one_by_one
    for draft, outcome, numbers in drafted:
        yield draft, Answered(outcome, tuple(index.items[number] for number in numbers))


def _in_two(
    writer: DraftWriter, index: SearchIndex, sources: Sequence[_Source], pipe: Connection
) -> Iterator[_Drafted]:
    """Drafts from the first on; what the other process has drafted from the last on is behind."""
    left = deque(sources[n : n + AT_ONCE] for n in range(0, len(sources), AT_ONCE))
    other = _Other(pipe, left)
    while other.has_more():
        for source in left.popleft():
            yield _drafted(writer, index, source)
            other.look()
    for packed in reversed(other.packed):
        yield from pickle.loads(packed)


class _Other:
    """What is given to the other process, some of the last that are left, and what it gives back.

    It is given more only once it has given back what it had: neither waits for a full pipe then.
    """

    def __init__(self, pipe: Connection, left: deque[Sequence[_Source]]) -> None:
        self.packed: list[bytes] = []  # the last ones first
        self._pipe = pipe
        self._left = left
        self._given: Sequence[_Source] = ()
        self._is_there = True  # the process, as far as known

    def has_more(self) -> bool:
        """Waits for what the process has, if nothing else is left; tells whether something is."""
        if not self._left and self._given:
            self._take()
        return bool(self._left)

    def look(self) -> None:
        """Takes the drafts that are ready, and sends more consultations."""
        if self._is_there and self._is_ready():
            self._take()

    def _is_ready(self) -> bool:
        try:
            return self._pipe.poll()
        except OSError:
            return True  # and nothing can be taken

    def _take(self) -> None:
        try:
            found = self._pipe.recv_bytes()
            if self._given:
                self.packed.append(found)
            self._given = self._left.pop() if self._left else ()
            if self._given:
                self._pipe.send(self._given)
        except (EOFError, OSError):
            self._is_there = False
            if self._given:
                self._left.append(self._given)
            self._given = ()


def draft_what_comes(pipe: Connection, writer: DraftWriter, knowledge: KnowledgeBase) -> None:
    """Says that it is ready, then drafts what it is given, until nothing more comes."""
    index = SearchIndex.of_knowledge(knowledge)
    found: list[_Drafted] = []
    try:
        while True:
            pipe.send_bytes(pickle.dumps(found))
            found = [_drafted(writer, index, source) for source in pipe.recv()]
    except (EOFError, OSError):
        return


def _drafted(writer: DraftWriter, index: SearchIndex, source: _Source) -> _Drafted:
    consultation, digest = source
    draft = writer.draft(consultation, digest=digest)
    return draft, *near_numbers(index, draft.question)
