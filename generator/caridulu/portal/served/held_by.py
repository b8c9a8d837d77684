"""Which office's version of an answer is shown. Twin of ``portal/browser/held_by.js``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_PACKAGED = re.compile(":[^#]")  # in the id of an answer that comes from a package


@dataclass(frozen=True)
class Shown:
    """What is shown of an answer."""

    id: str
    title: str
    snippet: str


@dataclass(frozen=True)
class Answer:
    """A shared answer in the words of the office to which it leads.

    Attributes:
        shown: as this office has it.
        office: its number.
        same: how many offices have it as it stands.
        adjusted: how many say it otherwise.
        is_shared: the offices share it.
        is_adjusted: this office has adjusted it.
    """

    shown: Shown
    office: int
    same: int
    adjusted: int
    is_shared: bool
    is_adjusted: bool


def numbers_of(text: str) -> tuple[range, ...]:
    """Reads numbers written as ``0-3,7``."""
    spans = (part.partition("-") for part in text.split(",") if part)
    return tuple(range(int(first), int(last or first) + 1) for first, _, last in spans)


def is_held(note: str, offices: Sequence[int]) -> bool:
    """Tells whether one of the offices has the answer with this note."""
    spans = [span for text in note.split(";") for span in numbers_of(text)]
    return any(_has(spans, office) for office in offices)


def answer_of(shared: Shown, note: str, wished: Sequence[int], own: Mapping[int, Shown]) -> Answer:
    """Gives the answer of the first wished office that has it, or else of the first that says it.

    Args:
        shared: the answer as most offices have it.
        note: numbers of offices that have it so, and of those that say it otherwise.
        wished: numbers of offices, the first first.
        own: what offices say themselves, by number; of any that is not there, the shared text.
    """
    texts = note.split(";")
    same, adjusted = (numbers_of(text) for text in (texts[0], "".join(texts[1:])))
    office = next((n for n in wished if _has(same, n) or _has(adjusted, n)), same[0][0])
    usual = Shown(shared.id.split(":")[0], shared.title, shared.snippet)
    is_packaged = _PACKAGED.search(shared.id) is not None
    return Answer(
        shown=own.get(office, usual),
        office=office,
        same=sum(map(len, same)),
        adjusted=sum(map(len, adjusted)),
        is_shared=is_packaged or not adjusted,
        is_adjusted=is_packaged and _has(adjusted, office),
    )


def _has(spans: Sequence[range], number: int) -> bool:
    return any(number in span for span in spans)
