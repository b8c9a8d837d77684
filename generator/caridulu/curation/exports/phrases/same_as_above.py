"""Texts of a list that only say that they are those of the one above: ``idem``, ``sda``."""

import re

_SAME = (
    r"(?:idem|ibid|s\.?d\.?a|ditto|"
    r"(?:sama|spt|seperti)(?: (?:dg|dgn|dengan|spt|seperti))? (?:di ?)?atas)"
)
_ONLY_SAME = re.compile(rf"\W*{_SAME}\W*|[\s-]*(?:[\"\u201d\u2033\u3003]|'')[\s-]*", re.I)
_BEGINS_SAME = re.compile(rf"\W*{_SAME}\b", re.I)


def is_same(text: str) -> bool:
    """Whether a text says nothing but that it is the one above."""
    return _ONLY_SAME.fullmatch(text) is not None


def repeats(text: str) -> bool:
    """Whether a text says that it is the one above, alone or with a few words more."""
    return is_same(text) or _BEGINS_SAME.match(text) is not None
