"""Reads ``personal_data/``: messages whose personal data is marked by hand, and statistics.

``{n:Wa Ode Nining}`` marks a name; the letters are below. All identities are invented: numbers
with a regency code or a block of zeros that is not given out, addresses under ``.example``.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from caridulu.privacy.entities.personal_data import find_personal_data
from caridulu.privacy.entity import NUMBERS, Entity, Kind
from caridulu.privacy.lists.word_lists import WordLists

FOLDER = Path(__file__).parent / "personal_data"
LETTERS = {
    "n": Kind.NAME, "a": Kind.ADDRESS, "p": Kind.PHONE, "e": Kind.EMAIL, "k": Kind.NIK,
    "K": Kind.KK, "w": Kind.NPWP, "g": Kind.NIP, "r": Kind.ACCOUNT, "b": Kind.BPJS,
    "s": Kind.STUDENT, "i": Kind.IDENTITY, "t": Kind.BIRTH, "m": Kind.HANDLE,
}  # fmt: skip
MARK = re.compile(r"\{([A-Za-z]):([^}]*)\}")
# Left beside a name: titles say nothing about who it is.
TITLES = frozenset(
    [
        "haji",
        "h",
        "hj",
        "drs",
        "dr",
        "ir",
        "dg",
        "pak",
        "bu",
        "bapak",
        "ibu",
        "lurah",
        "kades",
        "guru",
        "ustad",
        "sekcam",
        "s",
        "mbak",
        "cak",
        "ko",
        "koh",
    ]
)
LINES = tuple(  # of all files, not empty, marks included
    line
    for path in sorted(FOLDER.glob("*.txt"))
    for line in map(str.strip, path.read_text("utf-8").splitlines())
    if line
)
MESSAGES = tuple(f"messages_{letter}.txt" for letter in "abcdefghijklmnopqrstu")


@dataclass(frozen=True)
class Marked:
    """One line as people would read it, and the marked pieces."""

    text: str
    pieces: tuple[tuple[int, int, Kind], ...]


@dataclass
class Measured:
    """Counts over lines."""

    lines: int = 0
    marked: Counter[Kind] = field(default_factory=Counter)
    found: Counter[Kind] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    asked: int = 0

    def recall(self, kinds: frozenset[Kind] = NUMBERS) -> float:
        """Share of marked pieces that would be replaced whole."""
        return sum(self.found[kind] for kind in kinds) / sum(self.marked[kind] for kind in kinds)


def marked_lines(name: str) -> list[Marked]:
    """The lines of one file."""
    return [_marked(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def _marked(line: str) -> Marked:
    text, pieces, position = "", [], 0
    for match in MARK.finditer(line):
        text += line[position : match.start()]
        pieces.append((len(text), len(text) + len(match[2]), LETTERS[match[1]]))
        text += match[2]
        position = match.end()
    return Marked(text + line[position:], tuple(pieces))


def measure(lines: list[Marked], *, lists: WordLists | None = None) -> Measured:
    """What redaction finds in the lines."""
    result = Measured(lines=len(lines))
    for line in lines:
        found = find_personal_data(line.text, lists=lists)
        certain = [each for each in found if each.certain]
        result.asked += len(found) - len(certain)
        for start, end, kind in line.pieces:
            result.marked[kind] += 1
            if _is_replaced(line.text, start, end, kind, certain):
                result.found[kind] += 1
            else:
                result.missed.append(f"{kind}: {line.text}")
        for entity in certain:
            if not any(entity.start < end and start < entity.end for start, end, _ in line.pieces):
                result.false.append(f"{entity.kind} {entity.text}: {line.text}")
    return result


def _is_replaced(text: str, start: int, end: int, kind: Kind, entities: list[Entity]) -> bool:
    """Nothing of it stays, but titles of a name and at most 3 in 10 letters of an address."""
    covered = {n for entity in entities for n in range(entity.start, entity.end)}
    needed = [n for n in range(start, end) if text[n].isalnum()]
    left = "".join(text[n] if n not in covered else " " for n in range(start, end))
    if kind is Kind.ADDRESS:
        return sum(n in covered for n in needed) >= 0.7 * len(needed)
    words = {word.lower() for word in re.findall(r"\w+", left)}
    return words <= TITLES if kind is Kind.NAME and covered & set(needed) else not words
