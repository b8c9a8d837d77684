"""Rows of a table with several rows a ticket -> the messages of each ticket, and who wrote them."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from caridulu.curation.exports.cell_dates import moment_of
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.tables.cells.cell_text import plain_text
from caridulu.curation.exports.tables.sheet import Row
from caridulu.curation.exports.tables.tickets.ticket_columns import TicketColumns
from caridulu.curation.exports.tables.tickets.ticket_numbers import ticket_numbers
from caridulu.curation.exports.tables.tickets.ticket_roles import SIDES, Role
from caridulu.curation.exports.tables.tickets.ticket_states import is_internal, says_only_state
from caridulu.knowledge import fold_phrase

OFTEN = 2  # tickets of others, from which on somebody who writes in them is an officer
APART = dt.timedelta(minutes=20)  # put between messages of a day whose times are not known
BEFORE = dt.timedelta(minutes=1)  # an opening text, without a time of its own, is as much older
# Above this line programs let a mail be answered; what was said before stands below it.
_WRITE_ABOVE = re.compile(
    r"^[^\w\n]{0,40}(?:please |mohon |silakan )?"
    r"(?:type your reply|reply|write|(?:tulis|ketik)?\s?balas\w*)\b"
    r".{0,40}\b(?:above|di ?atas)\b.*",
    re.I | re.M | re.S,
)


@dataclass(frozen=True)
class TicketMessage:
    """What one row has of its ticket's conversation."""

    row: Row
    text: str
    sent: dt.datetime | None = None
    has_time: bool = False
    role: Role | None = None
    writer: str = ""


def messages_of_tickets(
    rows: Sequence[Row], columns: TicketColumns, *, order: str
) -> list[list[TicketMessage]]:
    """Reads the messages of each ticket, oldest first, as far as columns tell who wrote them.

    ``order`` is that of day and month, in dates that are numbers.
    """
    is_subject = columns.ticket == columns.subject
    tickets: dict[str, list[Row]] = defaultdict(list)
    for number, row in zip(
        ticket_numbers(rows, columns.ticket, is_subject=is_subject), rows, strict=True
    ):
        tickets[number].append(row)
    read = (_in_order(list(_messages(group, columns, order))) for group in tickets.values())
    return [messages for messages in read if messages]


def _messages(rows: Sequence[Row], columns: TicketColumns, order: str) -> Iterator[TicketMessage]:
    """Yields the messages as they stand, behind the text that opened the ticket."""
    opening = next((text for row in rows if (text := _text(row, columns.opening))), "")
    if opening and opening not in {_text(row, columns.text) for row in rows}:
        day = moment_of(columns.when(rows[0]), order=order)
        opened = _dated(TicketMessage(rows[0], opening, role=Role.ASKER), day)
        yield replace(opened, sent=opened.sent and opened.sent - BEFORE, has_time=False)
    for row in rows:
        day = moment_of(columns.when(row), order=order)
        parts = (
            ((columns.text, Role.ASKER), (columns.answer, Role.OFFICER))
            if columns.answer is not None
            else ((columns.text, columns.role(row)),)
        )
        for position, role in parts:
            if text := _text(row, position):
                writer = row.cell(columns.writer).strip()
                yield _dated(TicketMessage(row, text, role=role, writer=writer), day)


def _text(row: Row, position: int | None) -> str:
    """Returns a cell as plain text, without what stands below the line to write above."""
    cell = plain_text(row.cell(position).strip())
    return _WRITE_ABOVE.sub("", cell).strip()


def _dated(message: TicketMessage, day: dt.date | None) -> TicketMessage:
    if isinstance(day, dt.datetime):
        return replace(message, sent=day, has_time=True)
    return replace(message, sent=dt.datetime.combine(day, dt.time())) if day else message


def _in_order(messages: list[TicketMessage]) -> list[TicketMessage]:
    """Sorts messages, oldest first; those without times keep their order, minutes apart."""
    days = [one.sent for one in messages if one.sent]
    if len(days) < len(messages):
        begun = days[0] if days else None
        return [
            replace(one, sent=begun + n * APART if begun else None, has_time=False)
            for n, one in enumerate(messages)
        ]
    if days and days[0] > days[-1]:
        messages = messages[::-1]
    messages = sorted(messages, key=lambda one: one.sent or dt.datetime.min)
    if all(one.has_time for one in messages):
        return messages
    return [
        one if one.has_time or not one.sent else replace(one, sent=one.sent + n * APART)
        for n, one in enumerate(messages)
    ]


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
        columns = self._columns
        is_said = self._is_said or bool(columns.acts) or columns.requester is not None
        return bool(self._officers) or is_said or columns.writer is None

    def of(self, messages: Sequence[TicketMessage]) -> list[TicketMessage]:
        """Gives the messages of a ticket with the side of each."""
        opener = self._opener(messages)
        sides = [one.role or self._role(one, opener) for one in messages]
        pairs = list(zip(messages, sides, strict=True))
        asked = next((one.text for one, side in pairs if side is Role.ASKER), "")
        told = [replace(one, role=_role_by_text(one.text, side, asked)) for one, side in pairs]
        roles = [one.role for one in told]
        # An officer opens a ticket for somebody who calls, and answers it.
        is_for_caller = Role.ASKER not in roles and roles.count(Role.OFFICER) > 1
        if is_for_caller and roles[0] is Role.OFFICER and asks(told[0].text):
            told[0] = replace(told[0], role=Role.ASKER)
        return told

    def _opener(self, messages: Sequence[TicketMessage]) -> str:
        """Finds the name of who asked first."""
        acts = [
            (one, self._columns.act(one.row)) for one in messages if one.role in (None, Role.ASKER)
        ]
        asking = [one for one, act in acts if act is not Role.OFFICER]
        names = (one.writer for one in asking if one.writer not in self._officers)
        return next(names, "")

    def _role(self, one: TicketMessage, opener: str) -> Role | None:
        """Tells the role by name, then by act; who did not open a ticket answers it."""
        requester = one.row.cell(self._columns.requester).strip()
        if one.writer in self._officers:
            return Role.OFFICER
        if one.writer and one.writer in (opener, requester):
            return Role.ASKER
        if act := self._columns.act(one.row):
            return act
        return Role.OFFICER if one.writer and opener else None


def _role_by_text(text: str, role: Role | None, asked: str) -> Role | None:
    """Returns the role of a message, unless its words say that it is for nobody outside."""
    if role is not Role.ASKER and is_internal(text):
        return Role.INTERNAL
    return Role.AUTOMATIC if role is Role.OFFICER and says_only_state(text, asked) else role
