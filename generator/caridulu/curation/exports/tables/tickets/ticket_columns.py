"""A table with several rows a ticket -> the columns that name the ticket, its writers and texts.

They are told by what their values do: the number of a ticket comes again in other rows, who writes
is one of few words or one of few people, what is written differs from row to row.
"""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from caridulu.curation.exports.header_words import REQUIRED, spaced_header
from caridulu.curation.exports.tables.column import Column, column_of
from caridulu.curation.exports.tables.sheet import Row
from caridulu.curation.exports.tables.tickets.ticket_numbers import (
    names_subject,
    number_columns,
    rows_by_ticket,
    without_marks,
)
from caridulu.curation.exports.tables.tickets.ticket_roles import (
    MOST_WORDS,
    SIDES,
    Role,
    first_role,
    role_by_act,
    role_by_word,
    role_of,
)

SAMPLE = 400  # rows whose values are looked at
FEW_VALUES = 20  # different cells, at most, of a column that says who writes
TEXT_WORDS = 3  # words of a message, on average, at least
VARIES = 0.5  # share of tickets with different cells, from which on a column is of messages
CONSTANT = 0.2  # the same share, below which a column is of whole tickets
TOLD = 0.5  # share of rows whose writer the columns tell, at least
TEXT_NAME = re.compile(
    r"\b(?:teks|text|pesan|isi|body|messages?|msg|content|konten|comments?|komentar|uraian|"
    r"deskripsi|description|reply|balasan|percakapan|keterangan|catatan)\b"
)
_NAMED_BESIDE = re.compile(r"\b(?:to|kepada|cc|assigned|assignee|ditugaskan|owner|agent|agen)\b")
WRITER_NAME = re.compile(
    r"\b(?:from|dari|pengirim|sender|author|penulis|poster|oleh|by|creator|operator|user|nama|name|"
    r"nick(?:name)?|siapa|who)\b"
)


@dataclass(frozen=True)
class TicketColumns:
    """Positions of the columns of a table with several rows a ticket."""

    ticket: int
    text: int
    date: int | None = None
    subject: int | None = None
    writer: int | None = None
    personal: tuple[int, ...] = ()
    category: int | None = None
    channel: int | None = None
    roles: Mapping[int, str] = field(default_factory=dict)  # columns that say who writes -> header
    acts: tuple[int, ...] = ()  # those that say it by what is done, where no word says it
    is_chat: bool = False  # people ask on as it goes, without thanks or another subject

    @property
    def single(self) -> dict[str, int]:
        """The positions by name, as they are shown."""
        shown = {
            "ticket": self.ticket,
            "message": self.text,
            "writer": self.writer,
            "date": self.date,
            "category": self.category,
            "channel": self.channel,
            "title": self.subject,
        }
        return {name: position for name, position in shown.items() if position is not None}

    def role(self, row: Row) -> Role | None:
        """Tells who wrote a row, as its columns say."""
        said = [role_of(header, row.cell(n)) for n, header in self.roles.items()]
        said.append(role_by_word(row.cell(self.writer)))
        said += [role_by_act(row.cell(n)) for n in self.acts]
        return first_role(said)


def ticket_columns(
    headers: Sequence[str], rows: Sequence[Row], mapping: Mapping[str, str]
) -> TicketColumns | None:
    """Finds the columns of a table with several rows a ticket; None for any other table."""
    if set(REQUIRED) <= set(mapping.values()):  # an officer has said what they are
        return None
    sample = [row for row in rows if len(row.filled) > 1][:SAMPLE]
    columns = [column_of(n, name, sample, mapping) for n, name in enumerate(headers)]
    for number in number_columns(columns, sample):
        if found := _Tickets(columns, sample, number).columns():
            return found
    return None


class _Tickets:
    """The rows of a sample by their tickets, and what the other columns do within these."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], number: Column) -> None:
        self._columns = columns
        self._rows = rows
        self._number = number
        tickets = rows_by_ticket(rows, number.position).values()
        self._several = [group for group in tickets if len(group) > 1]

    def columns(self) -> TicketColumns | None:
        """Gives the columns, where the texts and who wrote them are known."""
        free = [one for one in self._columns if one is not self._number and one.filled]
        date = self._best(free, lambda c: c.dates + c.scores.get("date", 0.0) * (c.dates > 0.3))
        free = [one for one in free if one is not date]
        text = self._best(free, self._text_weight)
        if text is None:
            return None
        free = [one for one in free if one is not text]
        day = date.position if date else None
        found = TicketColumns(self._number.position, text.position, date=day)
        found = self._with_roles(self._with_others(found, free), free)
        is_told = found.writer is not None or self._is_told(found)
        return found if is_told and not self._has_answers(found, free) else None

    def _best(self, columns: Sequence[Column], weigh: Callable[[Column], float]) -> Column | None:
        best = max(columns, key=lambda one: (weigh(one), -one.position), default=None)
        return best if best and weigh(best) > 0 else None

    def _text_weight(self, column: Column) -> float:
        """Scores how much a column looks like what was written."""
        if column.words < TEXT_WORDS or column.dates > 0.3 or self._varies(column) < VARIES:
            return 0
        is_named = TEXT_NAME.search(spaced_header(column.header)) is not None
        return min(column.words, 20) / 10 + is_named + column.distinct

    def _varies(self, column: Column, key: Callable[[str], Hashable] = str.strip) -> float:
        """Returns the share of the tickets of several rows in which the filled cells differ."""
        cells = [
            {key(row.cell(column.position)) for row in group} - {""} for group in self._several
        ]
        return sum(len(values) > 1 for values in cells) / max(1, len(cells))

    def _with_others(self, found: TicketColumns, free: Sequence[Column]) -> TicketColumns:
        """Adds subject, people, category and channel."""
        constant = [one for one in free if self._varies(one, _plain_key) < CONSTANT]
        titles = [one for one in free if self._varies(one, _plain_key) < VARIES]
        subject = self._best(titles, lambda c: names_subject(c.header) * c.words)
        constant = [one for one in constant if one is not subject]
        category, channel = (self._named(name, constant) for name in ("category", "channel"))
        personal = [
            one
            for one in free
            if one.names(("name", "contact", "officer", "named"))
            or _NAMED_BESIDE.search(spaced_header(one.header))
        ]
        return replace(
            found,
            subject=subject.position if subject else None,
            personal=tuple(one.position for one in personal),
            category=category.position if category else None,
            channel=channel.position if channel else None,
        )

    def _named(self, name: str, columns: Sequence[Column]) -> Column | None:
        named = [one for one in columns if one.names([name])]
        return self._best(named, lambda column: column.scores[name])

    def _has_answers(self, found: TicketColumns, free: Sequence[Column]) -> bool:
        """Tells whether each row has its own question and answer: several matters of one visit."""
        taken = {found.subject, found.writer, *found.roles, *found.acts}
        beside = [
            one
            for one in free
            if one.position not in taken
            and one.dates < 0.3
            and self._varies(one, _plain_key) >= VARIES
        ]
        texts = [one for one in beside if one.words >= TEXT_WORDS]
        named = [one for one in beside if one.names(["question", "answer"])]
        return bool(named) or (bool(texts) and not self._is_told(found))

    def _is_told(self, found: TicketColumns) -> bool:
        """Tells whether words say of most rows who wrote them."""
        seen = [found.role(row) for row in self._rows]
        is_told = sum(role is not None for role in seen) >= TOLD * len(seen)
        return is_told and set(SIDES) <= set(seen)

    def _with_roles(self, found: TicketColumns, free: Sequence[Column]) -> TicketColumns:
        """Adds who writes: by a column of words, or by the names of the writers."""
        free = [one for one in free if one.position != found.subject]
        few = [
            one
            for one in free
            if one.words <= MOST_WORDS
            and one.dates < 0.3
            and len({row.cell(one.position) for row in self._rows}) <= FEW_VALUES
        ]
        told = [one for one in few if self._tells(one)]
        acts = [one for one in few if one not in told and self._tells_by_act(one)]
        writer = self._writer(free)
        return replace(
            found,
            roles={one.position: one.header for one in told},
            acts=tuple(one.position for one in acts),
            writer=writer.position if writer else None,
        )

    def _tells(self, column: Column) -> bool:
        """Tells whether cells of a column say who wrote a row, or that it is not for the asker."""
        seen = {role_of(column.header, cell) for cell in self._cells(column)} - {None}
        if self._varies(column) < CONSTANT:  # and no name: ``Bank Sampah Guyub``
            is_state = not column.names(("name", "named", "profile"))
            return is_state and seen in ({Role.SPAM}, {Role.INTERNAL})
        return bool(seen)

    def _tells_by_act(self, column: Column) -> bool:
        """Tells whether cells name a question and an answer, so that each is known by the other."""
        seen = {role_by_act(cell) for cell in self._cells(column)}
        return self._varies(column) >= VARIES and set(SIDES) <= seen

    def _cells(self, column: Column) -> set[str]:
        return {row.cell(column.position) for row in self._rows}

    def _writer(self, free: Sequence[Column]) -> Column | None:
        """Finds the column with the names of those who write: they differ within a ticket."""

        def weigh(column: Column) -> float:
            if column.words > MOST_WORDS or column.is_of_figures or self._varies(column) < VARIES:
                return 0
            if set(SIDES) <= {role_by_word(cell) for cell in self._cells(column)}:
                return 0
            is_named = WRITER_NAME.search(spaced_header(column.header)) is not None
            return (is_named or column.names(("name", "officer"))) * (1 + column.filled)

        return self._best(free, weigh)


def _plain_key(cell: str) -> str:
    return without_marks(cell).casefold()
