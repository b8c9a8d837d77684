"""A line as typed -> what is read of it, and where each letter of that was typed.

``Hubungi Pak **Budi** ...`` is read as ``Hubungi Pak Budi ...``: a name is found by what stands
around it, and marks of Markdown or of chats stand between.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from caridulu.privacy.entity import Entity

_MARKS = frozenset("*_~`[\\")
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
# Pages, entries and other addresses; ``[nama](bendahara)`` is what an import left, in brackets.
_LINK = re.compile(
    r"!?\[(?P<said>[^\[\]]*)\](?P<behind>\((?=[a-z]+:|[/#])[^()]*(?:\([^()]*\)[^()]*)*\))"
)
# A run of marks and its like; ``5 * 3`` and ``nama_berkas_ini`` are none, ``0812****7890`` neither.
LONGEST = 500  # letters between two marks; what stands between is a name, or a sentence with one
_HIDDEN = "\0"  # takes the place of what is not read, until all is found
_EMPHASIS = re.compile(
    r"(?=(?P<one>.))(?P<mark>(?<!\*)\*{1,3}|(?<!\w)_{1,3}|(?<!~)~{1,2}|(?<!`)`{1,3})(?!(?P=one)|\s)"
    rf"(?P<said>.{{0,{LONGEST}}}?(?!(?P=one))\S)(?P=mark)(?!(?P=one))(?!(?<=_)\w)"
)
DEEPEST = 4  # marks within marks: ``[**_Budi_**](halaman:kontak)``


@dataclass(frozen=True, slots=True)
class ShownLine:
    """What is read of a line; each letter stands at its place in ``places`` of the line."""

    typed: str
    text: str
    places: tuple[int, ...]
    behind: tuple[tuple[int, str], ...]  # addresses of links and where they begin

    def in_typed(self, entities: Iterable[Entity]) -> Iterator[Entity]:
        """Yields entities of the text at their places in the line.

        Marks around a name go with it where one of a pair stands within.
        """
        for one in entities:
            start, end = self.places[one.start], self.places[one.end - 1] + 1
            if end - start > one.end - one.start:
                start = self.places[one.start - 1] + 1 if one.start else 0
                end = self.places[one.end] if one.end < len(self.places) else len(self.typed)
            yield replace(one, text=self.typed[start:end], start=start, end=end)


def shown_line(line: str) -> ShownLine | None:
    """Takes the marks out of a line; None where it has none."""
    if _MARKS.isdisjoint(line):
        return None
    hidden = _ESCAPED.sub(_HIDDEN, line)
    behind: list[tuple[int, str]] = []
    for _ in range(DEEPEST):
        behind += ((one.start("behind"), one["behind"]) for one in _LINK.finditer(hidden))
        found = _EMPHASIS.sub(_only_said, _LINK.sub(_only_said, hidden))
        if found == hidden:
            break
        hidden = found
    places = tuple(n for n, letter in enumerate(hidden) if letter != _HIDDEN)
    text = "".join(line[n] for n in places)
    return ShownLine(line, text, places, tuple(behind)) if text != line else None


def _only_said(found: re.Match[str]) -> str:
    before = found.start("said") - found.start()
    behind = found.end() - found.end("said")
    return _HIDDEN * before + found["said"] + _HIDDEN * behind
