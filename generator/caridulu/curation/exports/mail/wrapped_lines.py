"""A text whose lines a mail program has broken at a width -> the lines as they were written."""

from itertools import pairwise

NARROWEST = 50  # characters of the longest line, below which lines are as they were written
WIDEST = 80


def unwrapped(text: str) -> str:
    """Joins a line with the next, in small letters, whose first word had no room behind it."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return text
    joined = lines[:1]
    for before, line in pairwise(lines):
        first = line.split(" ", 1)[0]
        is_full = bool(before) and len(before) + 1 + len(first) > width
        if is_full and first[:1].islower() and not before.endswith((".", "?", "!", ":")):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return "\n".join(joined)
