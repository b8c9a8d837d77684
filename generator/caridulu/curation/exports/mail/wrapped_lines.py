"""A text whose lines a mail program has broken at a width -> the lines as they were written."""

import re
from itertools import pairwise

NARROWEST = 50  # characters of the longest line, below which lines are as they were written
WIDEST = 80
_ITEM = re.compile(r"\s*(?:[-*\u2022\u2013]|\(?(?:\d{1,2}|[a-z])[.)])\s")


def unwrapped(text: str) -> str:
    """Joins a line with the next, in small letters or in brackets, whose first word had no room."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return text
    joined = lines[:1]
    for before, line in pairwise(lines):
        first = line.split(maxsplit=1)[0] if line.strip() else ""
        is_full = bool(before) and len(before) + 1 + len(first) > width
        is_open = joined[-1].count("(") > joined[-1].count(")")
        goes_on = (is_open or first[:1].islower()) and not _ITEM.match(line)
        if is_full and goes_on and not before.endswith((".", "?", "!", ":")):
            joined[-1] += f" {line.lstrip()}"
        else:
            joined.append(line)
    return "\n".join(joined)
