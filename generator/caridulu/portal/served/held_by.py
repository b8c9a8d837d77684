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
class Held:
    """Numbers of the offices that have an answer as most do, and of those that say it otherwise.

    Both are written as ``0-3,7;5``.
    """

    same: tuple[range, ...]
    adjusted: tuple[range, ...]

    @classmethod
    def read(cls, text: str) -> "Held":
        same, _, adjusted = text.partition(";")
        return cls(numbers_of(same), numbers_of(adjusted))

    def by(self, office: int) -> bool:
        return any(office in span for span in (*self.same, *self.adjusted))


@dataclass(frozen=True)
class Answer:
    """A shared answer in the words of the office to which it leads."""

    shown: Shown  # as this office has it
    office: int  # its number
    same: int  # how many offices have it as most do
    adjusted: int  # how many say it otherwise
    is_shared: bool  # the offices share it
    is_adjusted: bool  # this office has adjusted it


def numbers_of(text: str) -> tuple[range, ...]:
    """Reads numbers written as ``0-3,7``."""
    spans = (part.partition("-") for part in text.split(",") if part)
    return tuple(range(int(first), int(last or first) + 1) for first, _, last in spans)


def answer_of(
    shared: Shown, spread: str, held: Held, wished: Sequence[int], own: Mapping[int, Shown]
) -> Answer:
    """Returns the answer of the first wished office that has it, or else of the leading one.

    ``shared`` is the answer as it stands, ``spread`` ``0 388 3 1`` as ``SharedEntry`` writes it;
    ``own`` is what wished offices say themselves, by number.
    """
    leading, same, adjusted, leads = map(int, f"{spread} 0 0".split(" ")[:4])
    office = next((number for number in wished if held.by(number)), None)
    is_otherwise = leads if office is None else any(office in span for span in held.adjusted)
    usual = Shown(shared.id.split(":")[0], shared.title, shared.snippet)
    is_packaged = _PACKAGED.search(shared.id) is not None
    return Answer(
        shown=usual if office is None else own.get(office, usual),
        office=leading if office is None else office,
        same=same,
        adjusted=adjusted,
        is_shared=is_packaged or not adjusted,
        is_adjusted=is_packaged and bool(is_otherwise),
    )
