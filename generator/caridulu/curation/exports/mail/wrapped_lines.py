"""A text whose lines a mail program has broken at a width -> the lines as they were written."""

import re
from itertools import pairwise

NARROWEST = 50  # characters of the longest line, below which lines are as they were written
WIDEST = 100  # above it lines are paragraphs, not broken
_ITEM = re.compile(r"\s*(?:[-*\u2022\u2013]|\(?(?:\d{1,2}|[a-z])[.)])\s")


def unwrapped(text: str) -> str:
    """Joins a line with the next whose first word had no room.

    A line that begins with a capital or a figure only where another one proves the width: it goes
    on in small letters.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return text
    full = [_is_full(before, line, width) for before, line in pairwise(lines)]
    is_proven = any(
        is_full and line[:1].islower() for is_full, line in zip(full, lines[1:], strict=True)
    )
    joined = lines[:1]
    for is_full, line in zip(full, lines[1:], strict=True):
        if is_full and is_proven:
            joined[-1] += f" {line.lstrip()}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _is_full(before: str, line: str, width: int) -> bool:
    """Tells whether a line ends only because the first word of the next had no room."""
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    is_full = bool(before) and bool(first) and len(before) + 1 + len(first) > width
    return is_full and not _ITEM.match(line) and not before.endswith((".", "?", "!", ":"))
