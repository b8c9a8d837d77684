"""A table with several rows a ticket -> the columns that name the ticket, its writers and texts.

They are told by what their values do: the number of a ticket comes again in other rows, who writes
is one of few words or one of few people, what is written differs from row to row.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from caridulu.curation.exports.header_words import (
    REQUIRED,
    SURE,
    folded_header,
    spaced_header,
)
from caridulu.curation.exports.tables.column import Column, column_of
from caridulu.curation.exports.tables.sheet import Row
from caridulu.curation.exports.tables.tickets.ticket_numbers import (
    is_reply,
    names_subject,
    number_columns,
    ticket_numbers,
    without_marks,
)
from caridulu.curation.exports.tables.tickets.ticket_roles import (
    MOST_WORDS,
    SIDES,
    Role,
    role_by_act,
    role_by_word,
    role_of,
)

SAMPLE = 400  # rows whose values are looked at
FEW_VALUES = 20  # different cells, at most, of a column that says who writes
TEXT_WORDS = 3  # words of a message, on average, at least
VARIES = 0.5  # share of tickets with different cells, from which on a column is of messages
CONSTANT = 0.2  # the same share, below which a column is of whole tickets
COMPARED = 40  # letters by which two texts are compared
BEGINNING = 1_000  # characters of HTML in which these letters are sought
TOLD = 0.5  # share of rows whose writer the columns tell, at least
TEXT_NAME = re.compile(
    r"\b(?:teks|text|pesan|isi|body|messages?|msg|content|konten|comments?|komentar|uraian|"
    r"deskripsi|description|reply|balasan|percakapan|keterangan|catatan)\b"
)
_TIME = re.compile(
    r"^(?:pukul |jam )?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[ap]m)?(?: wi[bt]a?)?$", re.I
)
_NAMED_BESIDE = re.compile(r"\b(?:to|kepada|cc|assigned|assignee|ditugaskan|owner|agent|agen)\b")
_WRITER = re.compile(
    r"\b(?:from|dari|pengirim|sender|author|penulis|poster|posted by|oleh|by|creator|created by|"
    r"user|nama|name|siapa|who)\b"
)
_REQUESTER = re.compile(
    r"\b(?:requesters?|pemohon|pelapor|pelanggan|customer|client|contact|reporter|penanya|"
    r"konsumen|pengguna|requestors?)\b"
)


@dataclass(frozen=True)
class TicketColumns:
    """Positions of the columns of a table with several rows a ticket."""

    ticket: int
    text: int
    answer: int | None = None  # where what the office writes stands in a column of its own
    opening: int | None = None  # the same in all rows of a ticket: what it was opened with
    date: int | None = None
    time: int | None = None  # where the time of day stands in a column of its own
    subject: int | None = None
    writer: int | None = None
    requester: int | None = None
    personal: tuple[int, ...] = ()
    category: int | None = None
    channel: int | None = None
    roles: Mapping[int, str] = field(default_factory=dict)  # columns that say who writes -> header
    acts: tuple[int, ...] = ()  # those that say it by what is done
    comments: tuple[int, ...] = ()  # those in which a comment is for the office only
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

    @property
    def texts(self) -> tuple[int, ...]:
        """The positions of what was written."""
        return tuple(n for n in (self.text, self.answer, self.opening) if n is not None)

    def when(self, row: Row) -> str:
        """Returns day and time as they are written."""
        return f"{row.cell(self.date)} {row.cell(self.time)}".strip()

    def role(self, row: Row) -> Role | None:
        """Tells who wrote a row, as its columns say; what is for nobody outside comes first."""
        said = [role_of(header, row.cell(n)) for n, header in self.roles.items()]
        if any(folded_header(row.cell(n)).startswith("comment") for n in self.comments):
            said.append(Role.INTERNAL)
        said.append(role_by_word(row.cell(self.writer)))
        for role in (Role.SPAM, Role.AUTOMATIC, Role.INTERNAL):
            if role in said:
                return role
        return next(filter(None, said), None)

    def act(self, row: Row) -> Role | None:
        """Tells who wrote a row by what is done with it: ``masuk``, ``balasan``."""
        return next(filter(None, (role_by_act(row.cell(n)) for n in self.acts)), None)


def ticket_columns(
    headers: Sequence[str], rows: Sequence[Row], mapping: Mapping[str, str]
) -> TicketColumns | None:
    """Finds the columns of a table with several rows a ticket; None for any other table."""
    if set(REQUIRED) <= set(mapping.values()):  # an officer has said what they are
        return None
    sample = [row for row in rows if len(row.filled) > 1][:SAMPLE]
    columns = [column_of(n, name, "", sample, mapping) for n, name in enumerate(headers)]
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
        is_subject = names_subject(number.header)
        self._subject = number.position if is_subject else None
        numbers = ticket_numbers(rows, number.position, is_subject=is_subject)
        tickets: dict[str, list[Row]] = defaultdict(list)
        for row, name in zip(rows, numbers, strict=True):
            tickets[name].append(row)
        self._several = [group for group in tickets.values() if len(group) > 1]

    def columns(self) -> TicketColumns | None:
        """Gives the columns, where the texts and who wrote them are known."""
        free = [one for one in self._columns if one is not self._number and one.filled]
        date = self._best(free, lambda c: c.dates + c.scores.get("date", 0.0) * (c.dates > 0.3))
        free = [one for one in free if one is not date]
        time = self._best(free, self._time_weight)
        text = self._best(free, self._text_weight)
        if text is None:
            return None
        free = [one for one in free if one is not text]
        found = TicketColumns(
            self._number.position,
            text.position,
            date=date.position if date else None,
            time=time.position if time else None,
        )
        answer = self._answer(text, free)
        if answer:
            question, answer = sorted((text, answer), key=lambda c: c.scores.get("answer", 0.0))
            found = replace(found, text=question.position, answer=answer.position)
            free = [one for one in free if one not in (question, answer)]
        found = self._with_others(found, free)
        if found.answer is not None:
            return found
        found = self._with_roles(found, free)
        is_thread = self._subject is None or any(map(is_reply, self._cells(self._number)))
        is_told = (found.writer is not None and is_thread) or self._is_told(found)
        return found if is_told and not self._has_answers(found, text, free) else None

    def _best(self, columns: Sequence[Column], weigh: Callable[[Column], float]) -> Column | None:
        best = max(columns, key=lambda one: (weigh(one), -one.position), default=None)
        return best if best and weigh(best) > 0 else None

    def _time_weight(self, column: Column) -> float:
        cells = self._cells(column) - {""}
        share = sum(_TIME.match(cell.strip()) is not None for cell in cells) / max(1, len(cells))
        return share if share > TOLD else 0

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

    def _answer(self, text: Column, free: Sequence[Column]) -> Column | None:
        """Finds another column of texts, filled where the first one is empty."""
        name = "answer" if text.scores.get("question", 0.0) >= SURE else "question"
        for one in free:
            is_other = one.words >= TEXT_WORDS and one.scores.get(name, 0.0) >= SURE
            if is_other and len(text.rows & one.rows) < len(text.rows ^ one.rows):
                return one
        return None

    def _with_others(self, found: TicketColumns, free: Sequence[Column]) -> TicketColumns:
        """Adds subject, opening text, category and channel."""
        constant = [one for one in free if self._varies(one, _plain_key) < CONSTANT]
        titles = [one for one in free if self._varies(one, _plain_key) < VARIES]
        subject = self._best(titles, lambda c: names_subject(c.header) * c.words)
        constant = [one for one in constant if one is not subject]
        opening = self._best(
            [one for one in constant if one.words > TEXT_WORDS],
            lambda c: c.scores.get("question", 0.0) * (c.elsewhere < SURE),
        )
        category, channel = (self._named(name, constant) for name in ("category", "channel"))
        personal = [
            one
            for one in free
            if one.names(("name", "contact", "officer", "named"))
            or _NAMED_BESIDE.search(spaced_header(one.header))
        ]
        return replace(
            found,
            subject=self._subject if subject is None else subject.position,
            opening=opening.position if opening else None,
            personal=tuple(one.position for one in personal),
            category=category.position if category else None,
            channel=channel.position if channel else None,
        )

    def _named(self, name: str, columns: Sequence[Column]) -> Column | None:
        named = [one for one in columns if one.names([name])]
        return self._best(named, lambda column: column.scores[name])

    def _has_answers(self, found: TicketColumns, text: Column, free: Sequence[Column]) -> bool:
        """Tells whether each row has its own question and answer: several matters of one visit."""
        taken = {found.subject, found.opening, found.writer, *found.roles, *found.acts}
        beside = [
            one
            for one in free
            if one.position not in taken
            and one.dates < 0.3
            and self._varies(one, _plain_key) >= VARIES
            and not self._is_copy(one, text)
        ]
        texts = [one for one in beside if one.words >= TEXT_WORDS]
        named = [one for one in beside if one.names(["question", "answer"])]
        return bool(named) or (bool(texts) and not self._is_told(found))

    def _is_copy(self, column: Column, text: Column) -> bool:
        """Tells whether a column has the same texts once more: as HTML, or cut."""
        pairs = [(_letters(row.cell(column.position)), _letters(row.cell(text.position)))
                 for row in self._rows if row.cell(column.position)]  # fmt: skip
        return (
            sum(one.startswith(two) or two.startswith(one) for one, two in pairs) > len(pairs) / 2
        )

    def _is_told(self, found: TicketColumns) -> bool:
        """Tells whether words say of most rows who wrote them."""
        seen = [found.role(row) or found.act(row) for row in self._rows]
        is_told = sum(role is not None for role in seen) >= TOLD * len(seen)
        return is_told and set(SIDES) <= set(seen)

    def _with_roles(self, found: TicketColumns, free: Sequence[Column]) -> TicketColumns:
        """Adds who writes: by a column of words, or by the names of the writers."""
        taken = {found.subject, found.opening}
        few = [
            one
            for one in free
            if one.position not in taken
            and one.words <= MOST_WORDS
            and one.dates < 0.3
            and len({row.cell(one.position) for row in self._rows}) <= FEW_VALUES
        ]
        told = [one for one in few if self._tells(one)]
        acts = [one for one in few if self._tells_by_act(one)]
        comments = (one for one in few if "correspond" in map(folded_header, self._cells(one)))
        writer = self._writer([one for one in free if one.position not in taken])
        requesters = [
            one.position
            for one in free
            if _REQUESTER.search(spaced_header(one.header))
            and self._varies(one) < CONSTANT
            and one.words <= MOST_WORDS
        ]
        return replace(
            found,
            roles={one.position: one.header for one in told},
            acts=tuple(one.position for one in acts),
            comments=tuple(one.position for one in comments),
            writer=writer.position if writer else None,
            requester=requesters[0] if requesters else None,
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
            is_named = _WRITER.search(spaced_header(column.header)) is not None
            return (is_named or column.names(("name", "officer"))) * (1 + column.filled)

        return self._best(free, weigh)


def _letters(cell: str) -> str:
    return re.sub(r"<[^>]{0,300}>|&\w{1,8};|[\W_]+", "", cell[:BEGINNING]).casefold()[:COMPARED]


def _plain_key(cell: str) -> str:
    return without_marks(cell).casefold()
