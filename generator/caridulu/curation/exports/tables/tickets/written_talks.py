"""The table that messages of JSON are written into -> its columns, which need no guess."""

from collections.abc import Sequence

from caridulu.curation.exports.header_words import PERSONAL, SURE, header_scores
from caridulu.curation.exports.tables.sheet import Row
from caridulu.curation.exports.tables.tickets.ticket_columns import TicketColumns
from caridulu.curation.exports.tables.tickets.ticket_numbers import names_subject

TALK, WHEN, ROLE, WRITER, TEXT = MESSAGE = ("percakapan", "waktu", "peran", "pengirim", "pesan")


def is_personal(header: str) -> bool:
    """Tells whether a header says that its cells name or reach a person."""
    scores = header_scores(header)
    return any(scores.get(field, 0.0) >= SURE for field in PERSONAL)


def written_talks(headers: Sequence[str], rows: Sequence[Row]) -> TicketColumns | None:
    """Gives the columns of messages that were written into a table; None for another table."""
    if tuple(headers[: len(MESSAGE)]) != MESSAGE:
        return None
    ticket, date, role, writer, text = range(len(MESSAGE))
    beside = range(len(MESSAGE), len(headers))
    subject = max(
        (n for n in beside if names_subject(headers[n])),
        key=lambda n: sum(len(row.cell(n).split()) for row in rows),
        default=None,
    )

    def named(field: str) -> int | None:
        found = (n for n in beside if header_scores(headers[n]).get(field, 0.0) >= SURE)
        return next((n for n in found if n != subject), None)

    return TicketColumns(
        ticket,
        text,
        date=date,
        subject=subject,
        writer=writer,
        personal=tuple(n for n in beside if is_personal(headers[n])),
        category=named("category"),
        channel=named("channel"),
        roles={role: headers[role]},
        is_chat=True,
    )
