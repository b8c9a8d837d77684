"""A line below a closing, or below a question for a name -> the name that the whole line is.

``Hormat kami,`` / ``Yoga Permana``; ``Jawab: atas nama siapa?`` / ``Tanya: sumarni``.
"""

import re
from collections.abc import Iterator

from caridulu.privacy.names.line_words import Token
from caridulu.privacy.names.name_cues import DEGREES
from caridulu.privacy.names.name_line import MOST_WORDS, Named, NameLine

_CLOSES = re.compile(
    r"\b(?:hormat (?:saya|kami)|hormat|salam|regards|sincerely|wassalam\w*|pemohon|tertanda|ttd|"
    r"(?:terima|trima) ?kasih(?: banyak| sebelumnya)?)[ ,.:!]*$",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:atas nama|a\.?n\.?|dengan|nama(?:nya)?)\b[^.?!]{0,25}\bsiapa\b[^.!]{0,12}\?|"
    r"\bsiapa nama\w*\b[^.!]{0,20}\?",
    re.I,
)
_SAID = re.compile(r"\W*(?:(?:Tanya|Jawab): ?)?")  # before what somebody said further


def names_who_follows(line: str) -> bool:
    """Says whether the line below is somebody's name, if it can be one."""
    return _CLOSES.search(line) is not None or _ASKS.search(line) is not None


def signature(line: NameLine, before: str) -> Iterator[Named]:
    """Finds the name that a whole line is, below one that says who follows."""
    said = _SAID.match(line.text)
    first = line.word_at(said.end() if said else 0)
    words = range(first, len(line.tokens))
    if not 0 < len(words) <= MOST_WORDS or not names_who_follows(before):
        return
    end = line.tokens[-1].end
    degrees = DEGREES.match(line.text, end)
    rest = line.text[degrees.end() if degrees else end :]
    known = len(words) > 1 or _ASKS.search(before) or line.resembles(line.tokens[first])
    if known and not rest.strip(" .,!-)") and all(_may_be(line, line.tokens[n]) for n in words):
        yield Named(first, words[-1])


def _may_be(line: NameLine, token: Token) -> bool:
    """Whether a word is a usual name, or has a capital and is no word of everyday."""
    if line.lists.is_usual_name(token.low):
        return True
    is_word = line.is_common(token) or line.is_acronym(token)
    return token.capital and token.plain and not is_word
