"""A line of text -> its words."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W\d_](?:[^\W_]++|['\u2019]|[.-](?=\w))*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, where it stands, its folded form, and whether it begins with a capital letter."""

    start: int
    end: int
    text: str
    low: str
    capital: bool

    @property
    def plain(self) -> bool:
        """Says whether it is neither ``ZonaSultra`` nor ``Juni-31`` nor ``page.html``."""
        text = self.text.replace("'", "").replace("\u2019", "")
        return text.isalpha() and (text[1:].islower() or text.isupper())


def tokens_of(text: str) -> list[Token]:
    """Finds the words of a line; initials keep their full stops."""
    return [
        Token(*found.span(), found[0], found[0].lower().strip("."), found[0][0].isupper())
        for found in _TOKEN.finditer(text)
    ]
