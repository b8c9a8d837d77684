"""A table of a web page -> its rows of questions and answers, if it is such a table."""

import re

from bs4 import Tag

from caridulu.curation.exports.documents.titles import asks

_ASKED = re.compile(r"pertanyaan|tanya|question")
_TOLD = re.compile(r"jawab|answer|tanggapan")


def question_rows(table: Tag) -> list[tuple[Tag, Tag]] | None:
    """Returns the rows of a table of questions and answers, or None for any other table."""
    own = (row for row in table.find_all("tr") if row.find_parent("table") is table)
    rows = [cells for row in own if (cells := row.find_all(["td", "th"], recursive=False))]
    if not rows:
        return None
    names = [" ".join(cell.get_text(" ").lower().split()) for cell in rows[0]]
    asked = [n for n, name in enumerate(names) if _ASKED.match(name)]
    told = [n for n, name in enumerate(names) if _TOLD.match(name)]
    if asked and told:
        needed = max(asked[0], told[0])
        return [(row[asked[0]], row[told[0]]) for row in rows[1:] if len(row) > needed]
    for column in range(min(2, len(rows[0]))):  # without a header, perhaps behind a number
        asking = sum(len(row) == column + 2 and asks(row[column].get_text(" ")) for row in rows)
        if asking >= 2 and asking == len(rows):
            return [(row[column], row[column + 1]) for row in rows]
    return None
