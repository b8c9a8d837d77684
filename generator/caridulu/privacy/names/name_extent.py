"""A word of a line at which a name may begin -> the words of that name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from caridulu.privacy.names.name_cues import DEGREES
from caridulu.privacy.names.name_line import Line

MOST_WORDS = 5  # of one name


@dataclass(frozen=True, slots=True)
class Named:
    """Words ``first`` to ``last`` of a line are, or may be, a name."""

    first: int
    last: int
    certain: bool = True


def named_at(line: Line, n: int, *, free: bool = False, listed: bool = False) -> Iterator[Named]:
    """Finds the name that begins with word ``n``, if it is one; a line may have no such word.

    ``free``: an unlisted word in lower case may be a name here. ``listed``: a usual name must be in
    it.
    """
    words = line.run(n, partial(_is_part, line, n, free=free), most=MOST_WORDS)
    tokens = line.tokens[n : words.stop]
    known = not listed or any(map(line.is_evidence, tokens))
    if known and not all(map(line.is_bare_prefix, tokens)):
        yield Named(n, words[-1])


def _is_part(line: Line, begin: int, n: int, *, free: bool) -> bool:
    """Whether word ``n`` is part of the name that begins with word ``begin``."""
    before = line.tokens[n - 1].low if n > begin else ""
    loose = free or before in line.lists.firsts or before in ("la", "wa")
    if line.is_la_or_wa(n) or line.may_be_name(n, free=loose):
        return True
    return n > begin and (_is_surname(line, n) or line.is_inside_name(n))


def _is_surname(line: Line, n: int) -> bool:
    """A region or another word as a family name: ``Tamrin Palangga``, ``Jane Pertiwi``."""
    token, before = line.tokens[n], line.tokens[n - 1]
    if not token.text.istitle() or not before.capital:
        return False
    region = line.is_evidence(before) and token.low in line.lists.regions
    return region or line.is_other(n) or DEGREES.match(line.text, token.end) is not None
