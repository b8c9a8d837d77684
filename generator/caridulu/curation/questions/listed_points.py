"""A text -> the points that it numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

MOST_POINTS = 20
# An item of a list: on a line of its own, behind a sentence, or ``kami perlu 1) ... 2) ...``.
_ITEM = re.compile(
    r"(?:^[ \t]*|(?<=[.?!;:])[ \t]+(?=\(?\d)|(?<=\S)[ \t]+(?=\(?\d{1,2}\)))"
    r"\(?(?P<number>\d{1,2}|[a-z])[.)][ \t]+(?=\S)",
    re.M,
)


@dataclass(frozen=True)
class Listed:
    """The points of a list, and what stands before it."""

    before: str
    texts: tuple[str, ...]

    def question(self, *texts: str) -> str:
        """Writes points of the list as a question of their own, behind what stands before all."""
        return "\n".join([self.before, *texts]).strip()


def numbered_items(text: str) -> tuple[str, ...]:
    """Returns the items of a list of several that is numbered from 1 on; nothing of other texts."""
    found = numbered(text)
    return found.texts if found and 1 < len(found.texts) <= MOST_POINTS else ()


def numbered(text: str) -> Listed | None:
    """Finds the items of a list that counts from 1 or from a without a gap."""
    found = list(_ITEM.finditer(text))
    marks = [match["number"].casefold() for match in found]
    numbers = [str(number) for number in range(1, len(found) + 1)]
    counts = (numbers, list(ascii_lowercase[: len(found)]))
    return _cut(text, found) if found and marks in counts else None


def _cut(text: str, found: Sequence[re.Match[str]]) -> Listed:
    ends = [*(match.start() for match in found[1:]), len(text)]
    texts = (text[match.end() : end].strip() for match, end in zip(found, ends, strict=True))
    return Listed(text[: found[0].start()].strip(), tuple(texts))
