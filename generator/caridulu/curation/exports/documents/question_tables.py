"""A table of a web page -> its rows of questions and answers, if it is such a table."""

import re
from collections.abc import Iterator

from bs4 import Tag

from caridulu.curation.exports.documents.titles import asks


def question_rows(table: Tag) -> list[tuple[Tag, Tag]] | None:
    """Returns the rows of a table of questions and answers, or None for any other table."""
    rows = [row.find_all(["td", "th"], recursive=False) for row in _rows(table)]
    rows = [row for row in rows if row]
    if not rows:
        return None
    names = [" ".join(cell.get_text(" ").lower().split()) for cell in rows[0]]
    asked = next(
        (i for i, n in enumerate(names) if re.match(r"(?:pertanyaan|tanya|question)", n)), -1
    )
    told = next((i for i, n in enumerate(names) if re.match(r"(?:jawab|answer|tanggapan)", n)), -1)
    if min(asked, told) >= 0:
        return [(row[asked], row[told]) for row in rows[1:] if len(row) > max(asked, told)]
    for column in range(min(2, len(rows[0]))):  # without a header, perhaps behind a number
        asking = sum(len(row) == column + 2 and asks(row[column].get_text(" ")) for row in rows)
        if asking >= 2 and asking == len(rows):
            return [(row[column], row[column + 1]) for row in rows]
    return None


def _rows(table: Tag) -> Iterator[Tag]:
    for row in table.find_all("tr"):
        if row.find_parent("table") is table:
            yield row
