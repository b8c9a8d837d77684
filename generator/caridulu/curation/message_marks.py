"""Messages that ask -> a mark of each, by which they are counted month by month.

A mark is the month and a digest of the message, ``2026-11.1a2b3c4d``. It is the same in every
export that holds the message, so one that is imported twice counts once; what was written is not in
it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable

DIGITS = 8  # of a digest: two of the messages that ask one thing are hardly ever the same


def message_mark(month: str, *message: str) -> str:
    """Marks a message by its month, ``2026-11`` or empty, and its texts."""
    digest = hashlib.sha256("\0".join(message).encode()).hexdigest()
    return f"{month}.{digest[:DIGITS]}"


def digest_of(mark: str) -> str:
    """Returns a mark's digest of the message, without its month."""
    return mark.partition(".")[2]


def month_counts(marks: Iterable[str]) -> dict[str, int]:
    """Counts messages by their month, the earliest first; those without a month are left out."""
    months = (mark.partition(".")[0] for mark in marks)
    return dict(sorted(Counter(filter(None, months)).items()))
