"""What a query word may stand for: the values between reading a query and adding it up."""

from dataclasses import dataclass

from caridulu.search.index.search_index import Term

WHOLE = 16  # weight of the word itself


@dataclass(frozen=True)
class Candidate:
    """A term that a query word may stand for."""

    name: str
    term: Term
    weight: int
    read: str
    completion: bool = False


@dataclass(frozen=True)
class Slot:
    """A query word, or a pair of neighbours, with its candidates."""

    word: str
    known: bool
    candidates: tuple[Candidate, ...]


def part_of(term: Term, entry: int) -> int:
    """The term's part in an entry, 0 if it has none."""
    low, high = 0, len(term.entries)
    while low < high:
        middle = (low + high) // 2
        if term.entries[middle] < entry:
            low = middle + 1
        else:
            high = middle
    found = low < len(term.entries) and term.entries[low] == entry
    return term.parts[low] if found else 0
