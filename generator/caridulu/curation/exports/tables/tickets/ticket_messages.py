"""Rows of a table with several rows a ticket -> the messages of each ticket, and who wrote them."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from caridulu.curation.exports.cell_dates import moment_of
from caridulu.curation.exports.consultation import with_short_runs
from caridulu.curation.exports.tables.cells.cell_text import plain_text
from caridulu.curation.exports.tables.sheet import Row
from caridulu.curation.exports.tables.tickets.ticket_columns import TicketColumns
from caridulu.curation.exports.tables.tickets.ticket_numbers import rows_by_ticket
from caridulu.curation.exports.tables.tickets.ticket_roles import SIDES, Role
from caridulu.knowledge import fold_phrase

OFTEN = 2  # tickets of others, from which on somebody who writes in them is an officer


@dataclass(frozen=True)
class TicketMessage:
    """What one row has of its ticket's conversation."""

    row: Row
    text: str
    sent: dt.datetime | None  # at midnight where only the day is known
    role: Role | None
    writer: str


def messages_of_tickets(
    rows: Sequence[Row], columns: TicketColumns, *, order: str
) -> list[list[TicketMessage]]:
    """Reads the messages of each ticket, oldest first, as far as columns tell who wrote them.

    ``order`` is that of day and month, in dates that are numbers.
    """
    tickets = rows_by_ticket(rows, columns.ticket).values()
    read = (_in_order(list(_messages(group, columns, order))) for group in tickets)
    return [messages for messages in read if messages]


def _messages(rows: Sequence[Row], columns: TicketColumns, order: str) -> Iterator[TicketMessage]:
    for row in rows:
        if text := with_short_runs(plain_text(row.cell(columns.text).strip())):
            day = moment_of(row.cell(columns.date), order=order)
            sent = dt.datetime.fromisoformat(day.isoformat()) if day else None
            writer = row.cell(columns.writer).strip()
            yield TicketMessage(row, text, sent, columns.role(row), writer)


def _in_order(messages: list[TicketMessage]) -> list[TicketMessage]:
    """Sorts messages, oldest first; where days are missing, they stay as they stand."""
    days = [one.sent for one in messages if one.sent]
    if len(days) < len(messages):
        return messages
    if days and days[0] > days[-1]:
        messages = messages[::-1]
    return sorted(messages, key=lambda one: one.sent or dt.datetime.min)


class Sides:
    """Tells who wrote a message where the columns do not say it by a word.

    Officers are those who are known by name, and those who write in several tickets that others
    have opened.
    """

    def __init__(
        self,
        tickets: Sequence[Sequence[TicketMessage]],
        columns: TicketColumns,
        known: Collection[str],
    ) -> None:
        self._columns = columns
        ours = frozenset(map(fold_phrase, known))
        begun: Counter[str] = Counter()
        joined: Counter[str] = Counter()
        writers: set[str] = set()
        for messages in tickets:
            names = [one.writer for one in messages if one.writer and one.role in (None, *SIDES)]
            begun.update(names[:1])
            joined.update(set(names) - set(names[:1]))
            writers.update(names)
        named = {name for name in writers if fold_phrase(name) in ours}
        often = {name for name in writers if joined[name] >= OFTEN and joined[name] > begun[name]}
        self._officers = named | often
        self._writers = writers
        self._is_said = any(one.role in SIDES for messages in tickets for one in messages)

    @property
    def senders(self) -> frozenset[str]:
        """Everybody who writes by name."""
        return frozenset(self._writers)

    @property
    def knows_officers(self) -> bool:
        """Tells whether anybody is known to answer, if only by what the columns say."""
        return bool(self._officers) or self._is_said or self._columns.writer is None

    def of(self, messages: Sequence[TicketMessage]) -> list[TicketMessage]:
        """Gives the messages of a ticket with the side of each."""
        opener = self._opener(messages)
        sides = [one.role or self._role(one, opener) for one in messages]
        return [replace(one, role=side) for one, side in zip(messages, sides, strict=True)]

    def _opener(self, messages: Sequence[TicketMessage]) -> str:
        """Finds the name of who asked first."""
        asking = (one.writer for one in messages if one.role in (None, Role.ASKER))
        return next((name for name in asking if name not in self._officers), "")

    def _role(self, one: TicketMessage, opener: str) -> Role | None:
        """Tells the role by name; who did not open a ticket answers it."""
        if one.writer in self._officers:
            return Role.OFFICER
        if not one.writer or not opener:
            return None
        return Role.ASKER if one.writer == opener else Role.OFFICER
