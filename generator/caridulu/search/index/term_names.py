"""Names of terms that stand for several words."""

from collections.abc import Iterable, Iterator

from caridulu.search.parameters import END, GAP, NOT_FOR, START


def pair(first: str, second: str) -> str:
    """Names two neighbouring terms."""
    return f"{first} {second}"


def pairs(terms: Iterable[str]) -> Iterator[str]:
    """Names all neighbouring terms, with the beginning and the end of the text."""
    path = [START, *terms, END]
    if len(path) > 2:
        yield from map(pair, path, path[1:])


def whole(terms: Iterable[str]) -> str:
    """Names a whole query, whatever the order of its words."""
    return " ".join([NOT_FOR, *sorted(set(terms))])


def gap(terms: Iterable[str]) -> str:
    """Names a form of an idea that no item is about."""
    return " ".join([GAP, *terms])
