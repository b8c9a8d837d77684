"""Index names of terms that stand for several words."""

from collections.abc import Iterable, Iterator

from caridulu.search.parameters import END, NOT_FOR, START


def pair(first: str, second: str) -> str:
    """Returns the name of a pair of neighbouring terms."""
    return f"{first} {second}"


def pairs(terms: Iterable[str]) -> Iterator[str]:
    """Yields the names of all neighbouring pairs, also with the beginning and end of the text."""
    path = [START, *terms, END]
    if len(path) > 2:
        yield from map(pair, path, path[1:])


def whole(terms: Iterable[str]) -> str:
    """Returns the name of a whole query, regardless of the order of its words."""
    return " ".join([NOT_FOR, *sorted(set(terms))])
