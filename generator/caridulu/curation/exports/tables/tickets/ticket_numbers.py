"""Which column of a table holds the number of a ticket, and the number of each row's ticket."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from caridulu.curation.exports.header_words import spaced_header
from caridulu.curation.exports.phrases.words import has_figure
from caridulu.curation.exports.tables.column import Column
from caridulu.curation.exports.tables.sheet import Row

COMES_AGAIN = 0.5  # share of rows in tickets of several rows, at least
LEFT_EMPTY = 0.45  # share of rows, at least, where a number stands in the first of its rows only
LONGEST_NUMBER = 40  # characters of a ticket's number
WITH_FIGURE = 0.9  # share of the numbers that have a figure, at least
_TICKET = re.compile(
    r"\b(?:tiket|ticket|case|kasus|thread|utas|conversation|percakapan|obrolan|permohonan|aduan|"
    r"laporan|issue)(?:_?(?:id|no|number))?\b"
)
_NUMBER = re.compile(r"\b(?:id|no|nomor|number|nr|kode|code|key|ref\w*|registrasi)\b|#")
_OTHERS = ("date", "contact", "profile", "other", "status")
_SUBJECT = re.compile(r"\b(?:subjek|subject|judul|title|perihal|topik|topic|summary|ringkasan)\b")
_MARKS = re.compile(r"^\W*(?:(?:re|fw|fwd|bls|balas|balasan|trs)\s*:\s*|\[[^\]]{1,30}\]\s*)+", re.I)


def names_subject(header: str) -> bool:
    return _SUBJECT.search(spaced_header(header)) is not None


def ticket_numbers(rows: Iterable[Row], position: int) -> list[str]:
    """Returns the number of each row's ticket; an empty cell repeats the one above it."""
    numbers: list[str] = []
    for row in rows:
        cell = row.cell(position).strip()
        numbers.append(cell or (numbers[-1] if numbers else ""))
    return numbers


def rows_by_ticket(rows: Sequence[Row], position: int) -> dict[str, list[Row]]:
    """Puts the rows of each ticket together, under its number."""
    tickets = defaultdict[str, list[Row]](list)
    for number, row in zip(ticket_numbers(rows, position), rows, strict=True):
        tickets[number].append(row)
    return tickets


def without_marks(subject: str) -> str:
    """Takes off what programs put before a subject: ``Re: [Tiket #12] ...``."""
    return _MARKS.sub("", subject).strip()


def number_columns(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Returns the columns that may hold the number of a ticket, the likeliest first."""
    found = [(weight, one) for one in columns if (weight := _number_weight(one, rows))]
    return [one for _, one in sorted(found, key=lambda pair: (-pair[0], pair[1].position))]


def _number_weight(column: Column, rows: Sequence[Row]) -> float:
    """Scores how much a column looks like the number of a ticket; 0 where it cannot be one."""
    header = spaced_header(column.header)
    is_named = _TICKET.search(header) is not None
    is_number = _NUMBER.search(header) is not None
    if not (is_named or is_number) or column.dates > 0.3 or column.names(_OTHERS):
        return 0
    numbers = ticket_numbers(rows, column.position)
    tickets = Counter(filter(None, numbers))  # number -> how many rows it has
    again = sum(count for count in tickets.values() if count > 1)
    if again < COMES_AGAIN * len(rows) or not _look_like_numbers(tickets):
        return 0
    empty = len(numbers) - len(column.rows)
    if len(tickets) == len(column.rows) and empty < LEFT_EMPTY * len(rows):
        return 0  # each stands once, and few rows go on with it: it is missing there
    if _begins_again([int(one) for one in numbers if one.isdecimal() and len(one) < 10]):
        return 0
    runs = 1 + sum(one != other for one, other in pairwise(numbers))
    near = len(tickets) / runs  # 1 where the rows of each ticket stand together
    return 2 * is_named + is_number + near


def _look_like_numbers(tickets: Collection[str]) -> bool:
    """Tells whether all are short and nearly all have a figure: no names, no sentences."""
    are_short = all(len(number) <= LONGEST_NUMBER for number in tickets)
    return are_short and sum(map(has_figure, tickets)) >= WITH_FIGURE * len(tickets)


def _begins_again(numbers: Sequence[int]) -> bool:
    """Tells whether rows are counted anew on each day or page: 1, 2, 3, 1, 2."""
    pairs = list(pairwise(numbers))
    is_counted = all(after in (before + 1, 1) for before, after in pairs)
    return is_counted and any(before > after for before, after in pairs)
