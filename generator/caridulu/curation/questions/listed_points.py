"""A text -> the points it lists: numbered, with dashes, one a line, or in one sentence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.courtesies import is_closing
from caridulu.curation.exports.phrases.words import content_words, sentences

MOST_POINTS = 20
FEWEST_IN_SENTENCE = 3  # points that one sentence lists, at least
LONGEST_SENTENCE = 600  # characters of one that lists points
NAMES = 2  # content words of a point without a mark, at least
# An item of a list: on a line of its own, behind a sentence, or ``kami perlu 1) ... 2) ...``.
_ITEM = re.compile(
    r"(?:^[ \t]*|(?<=[.?!;:])[ \t]+(?=\(?\d)|(?<=\S)[ \t]+(?=\(?\d{1,2}\)))"
    r"\(?(?P<number>\d{1,2}|[a-z])[.)][ \t]+(?=\S)",
    re.M,
)
# ``Pertama, ... Kedua, ...`` at the beginning of sentences.
ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima")
_ORDINAL = re.compile(
    rf"(?:^|(?<=[.?!;:]) )(?:yang )?(?P<number>{'|'.join(ORDINALS)}) ?[,:] (?=\S)", re.I | re.M
)
_BULLET = re.compile(r"^[ \t]*[-*\u2022\u2013][ \t]+(?=\S)", re.M)
_COMMA = re.compile(r",\s+(?:(?:dan|serta|juga|&)\s+)?|\s+(?:dan|serta|&)\s+(?=[^,]*$)")


@dataclass(frozen=True)
class Listed:
    """The points of a list, and what stands before it."""

    before: str
    texts: tuple[str, ...]
    is_marked: bool = True

    def question(self, *texts: str) -> str:
        """Writes points of the list as a question of their own, behind what stands before all."""
        return "\n".join([self.before, *texts]).strip()


def numbered_items(text: str) -> tuple[str, ...]:
    """Returns the items of a list of several that is numbered from 1 on; nothing of other texts."""
    found = numbered(text)
    return found.texts if found and 1 < len(found.texts) <= MOST_POINTS else ()


def numbered(text: str) -> Listed | None:
    """Finds the items of a list that counts from 1, from a or from ``pertama`` without a gap."""
    found = list(_ITEM.finditer(text)) or list(_ORDINAL.finditer(text))
    marks = [match["number"].casefold() for match in found]
    numbers = [str(number) for number in range(1, len(found) + 1)]
    counts = (numbers, list(ascii_lowercase[: len(found)]), list(ORDINALS[: len(found)]))
    return _cut(text, found) if found and marks in counts else None


def bulleted(text: str) -> Listed | None:
    """Finds the points of a list that is not numbered."""
    found = list(_BULLET.finditer(text))
    return _cut(text, found) if len(found) > 1 else None


def in_lines(text: str) -> Listed | None:
    """Finds the lines behind one that ends with a colon: ``Mohon data berikut:``."""
    before, colon, behind = text.partition(":\n")
    lines = []
    for line in behind.strip("\n").split("\n"):
        if not line.strip() or is_closing(line):
            break
        lines.append(line.strip())
    are_points = len(lines) > 1 and _are_named(lines) and not any(map(_is_sentence, lines))
    told = f"{before}{colon}".strip()
    return Listed(told, tuple(lines), is_marked=False) if are_points else None


def in_sentence(text: str) -> Listed | None:
    """Finds the points of one sentence: ``mohon jumlah penduduk, luas panen, dan harga beras``."""
    for sentence in sentences(text):
        if len(sentence) <= LONGEST_SENTENCE and asks(sentence):
            points = tuple(_COMMA.split(sentence))
            if len(points) >= FEWEST_IN_SENTENCE and _are_named(points):
                return Listed("", points, is_marked=False)
    return None


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "!", ","))


def _are_named(points: Iterable[str]) -> bool:
    """Tells whether each point has words by which it is known."""
    return all(len(content_words(one)) >= NAMES for one in points)


def _cut(text: str, found: Sequence[re.Match[str]]) -> Listed:
    ends = [*(match.start() for match in found[1:]), len(text)]
    texts = (text[match.end() : end].strip() for match, end in zip(found, ends, strict=True))
    return Listed(text[: found[0].start()].strip(), tuple(texts))
