"""Rows of a table with several rows a ticket -> consultations, each of one matter of a ticket."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from caridulu.curation.exports.cell_dates import month_of, order_of
from caridulu.curation.exports.chats.chat_talks import ChatTalks
from caridulu.curation.exports.consultation import (
    Consultation,
    ExportOptions,
    Message,
    Reading,
    SourceKind,
)
from caridulu.curation.exports.mail.bodies import read_body
from caridulu.curation.exports.mail.matter_consultation import consultation_of_matter
from caridulu.curation.exports.mail.one_mail import Mail
from caridulu.curation.exports.mail.thread_matters import thread_matters
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.subjects import subject_word_count
from caridulu.curation.exports.phrases.words import content_words
from caridulu.curation.exports.sides import nobody_answers
from caridulu.curation.exports.tables.row_content import unusable
from caridulu.curation.exports.tables.sender_names import names_in
from caridulu.curation.exports.tables.sheet import Row
from caridulu.curation.exports.tables.tickets.ticket_columns import TicketColumns
from caridulu.curation.exports.tables.tickets.ticket_messages import (
    Sides,
    TicketMessage,
    messages_of_tickets,
)
from caridulu.curation.exports.tables.tickets.ticket_numbers import without_marks
from caridulu.curation.exports.tables.tickets.ticket_roles import SIDES, Role
from caridulu.knowledge import Location, Problem, notice

CHANNEL = "Tiket"
UNANSWERED = "curation.question_unanswered"
POOR = 2  # own words of a message, up to which it needs its subject


@dataclass(frozen=True)
class TicketTable:
    path: str
    rows: tuple[Row, ...]
    columns: TicketColumns

    @property
    def place(self) -> Location:
        return Location(self.path, self.rows[0].number)


def read_tickets(table: TicketTable, options: ExportOptions) -> Reading:
    """Reads the consultations of all tickets, in the order of their first rows.

    Where nothing tells who answers, the officer is asked, as of a chat.
    """
    days = [row.cell(table.columns.date) for row in table.rows]
    order, is_certain = order_of(days, options.order)
    tickets = messages_of_tickets(table.rows, table.columns, order=order)
    sides = Sides(tickets, table.columns, options.officers)
    if not sides.knows_officers and not options.asks_nobody:
        refused = nobody_answers(table.place, sides.senders)
        return Reading(refused=(refused.problem,), senders=refused.senders, messages=1)
    told = [sides.of(messages) for messages in tickets]
    made = [one for messages in told for one in _made(table, messages)]
    consultations = tuple(one for one in made if isinstance(one, Consultation) and one.answer)
    return Reading(
        consultations=consultations,
        senders=_people(table),
        refused=tuple(one for one in made if isinstance(one, Problem)),
        unanswered=tuple(one for one in made if isinstance(one, Consultation) and not one.answer),
        notices=tuple(_notices(table, told, is_certain=is_certain)),
        messages=len(table.rows),
        used=len(consultations),
    )


def asked_in_tickets(table: TicketTable, options: ExportOptions) -> Iterator[Consultation]:
    """Yields what is asked in each message that is not known to be the office's."""
    order, _ = order_of([row.cell(table.columns.date) for row in table.rows], options.order)
    tickets = messages_of_tickets(table.rows, table.columns, order=order)
    sides = Sides(tickets, table.columns, options.officers)
    for one in (one for messages in tickets for one in sides.of(messages)):
        if one.role in (Role.ASKER, None):
            place, month = Location(table.path, one.row.number), month_of(one.sent)
            yield Consultation(CHANNEL, one.text, answer="", place=place, key=(), month=month)


def _people(table: TicketTable) -> frozenset[str]:
    """Collects the names in the columns of people."""
    columns = table.columns
    named = {*columns.personal, columns.writer} - {None}
    return names_in(row.cell(n) for row in table.rows for n in named)


def _notices(
    table: TicketTable, tickets: Sequence[Sequence[TicketMessage]], *, is_certain: bool
) -> Iterator[Problem]:
    wanted = (messages for messages in tickets if not _is_spam(messages))
    left = sum(one.role not in SIDES for messages in wanted for one in messages)
    if left:
        yield notice(table.place, "curation.ticket_rows_left", count=left)
    if not is_certain:
        yield notice(table.place, "curation.mixed_date_order")


def _made(
    table: TicketTable, messages: Sequence[TicketMessage]
) -> Iterator[Consultation | Problem]:
    """Yields the consultations of a ticket, or why there is none."""
    place = Location(table.path, messages[0].row.number)
    if _is_spam(messages):
        yield notice(place, "curation.ticket_spam")
        return
    mails = list(_mails(table, messages))
    if not mails:
        yield notice(place, "curation.unanswered", count=len(messages))
        return
    matters = _of_chat(mails) if table.columns.is_chat else thread_matters(mails)
    for matter in matters:
        made = consultation_of_matter(matter)
        if isinstance(made, Consultation):
            made = _of_table(table, made, messages[0].row)
        elif made.key == UNANSWERED:
            yield _waiting(matter, made.location)
        yield made


def _waiting(matter: Sequence[Mail], place: Location) -> Consultation:
    """Makes a consultation of what nobody has answered yet."""
    first = next(mail for mail in matter if not mail.officer)
    asked = [mail.written.own for mail in matter if not mail.officer and asks(mail.written.own)]
    return Consultation(
        channel=CHANNEL,
        month=month_of(first.sent),
        question="\n".join(asked or [first.written.own]),
        answer="",
        place=place,
        key=(first.sender, str(first.sent), first.written.own),
        start=first.sent.isoformat() if first.sent else "",
    )


def _of_chat(mails: Sequence[Mail]) -> Iterator[list[Mail]]:
    """Cuts the messages of a chat where something else is asked."""
    by_line = {mail.line: mail for mail in mails}
    asker = next((mail.sender for mail in mails if not mail.officer), "")
    messages = [
        Message(mail.sender, mail.sent, mail.written.own, mail.line, officer=mail.officer)
        for mail in mails
    ]
    matters: list[list[Mail]] = []
    talks = ChatTalks([asker]).read(messages)
    for talk in sorted(talks, key=lambda talk: talk.messages[0].line):
        matter = [by_line[one.line] for one in talk.messages]
        if matters and not any(asks(one.text) for one in talk.messages if not one.officer):
            matters[-1] += matter
        else:
            matters.append(matter)
    yield from matters


def _is_spam(messages: Sequence[TicketMessage]) -> bool:
    return any(one.role is Role.SPAM for one in messages)


def _of_table(table: TicketTable, made: Consultation, row: Row) -> Consultation | Problem:
    """Adds what the table says of its ticket to a consultation, or says why that has no content."""
    return unusable(made.question, made.answer, made.place) or replace(
        made,
        channel=row.cell(table.columns.channel).strip() or CHANNEL,
        kind=SourceKind.MESSAGES,  # as in a chat, a paragraph may answer two matters
        category=row.cell(table.columns.category).strip(),
        start=made.start.removesuffix("T00:00:00"),
    )


def _mails(table: TicketTable, messages: Sequence[TicketMessage]) -> Iterator[Mail]:
    """Yields the messages between asker and office, each as a mail without what it quotes.

    The first one of the asker has the subject, unless its text says the same.
    """
    subjects = (one.row.cell(table.columns.subject).strip() for one in messages)
    subject = without_marks(next(filter(None, subjects), ""))
    first = next((one for one in messages if one.role is Role.ASKER), None)
    if first and set(content_words(subject)) <= set(content_words(first.text)):
        subject = ""
    for one in messages:
        if one.role not in SIDES:
            continue
        is_officer = one.role is Role.OFFICER
        names = (one.writer,) if one.writer else ()
        written = replace(read_body(one.text, names=names), quoted=())
        title = subject if one is first else ""
        if _is_only_in(title, written.own):
            written, title = replace(written, own=f"{title}\n{written.own}"), ""
        yield Mail(
            file=table.path,
            line=one.row.number,
            id=f"{table.path}:{one.row.number}",
            title=title,
            sender="" if is_officer else one.writer,
            sent=one.sent,
            written=written,
            officer=is_officer,
        )


def _is_only_in(title: str, text: str) -> bool:
    """Tells whether only the subject names the matter, unlike ``mohon bantuannya`` below it."""
    return bool(text) and subject_word_count(text) <= POOR and subject_word_count(title) > 0
