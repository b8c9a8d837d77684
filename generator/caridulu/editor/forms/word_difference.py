"""Two texts -> the same with the words marked in which they differ."""

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape

LONGEST = 20_000  # characters; longer texts are shown without marks


def with_marks(first: str, second: str) -> tuple[Markup, Markup]:
    """Marks in each text the words that the other does not have there."""
    if max(len(first), len(second)) > LONGEST:
        return escape(first), escape(second)
    one, other = (re.findall(r"\s+|[^\s]+", text) for text in (first, second))
    left, right = [], []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        left.append(_piece("".join(one[i1:i2]), is_marked=tag != "equal"))
        right.append(_piece("".join(other[j1:j2]), is_marked=tag != "equal"))
    return Markup().join(left), Markup().join(right)


def _piece(text: str, *, is_marked: bool) -> Markup:
    is_seen = is_marked and bool(text.strip())
    return Markup("<mark>{}</mark>").format(text) if is_seen else escape(text)
