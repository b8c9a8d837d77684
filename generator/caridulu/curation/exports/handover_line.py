"""The lines by which an officer counts the messages that visitors send from the site.

``Kata cari: <search> | <search>``
    The search that the message is about, behind those that the visitor ticked; one line, ``|``
    inside a search becomes ``/``. Absent when nothing was searched.
``Kode: CD1-<purpose>-<outcome>-<check>``
    ``CD1``: version of this format. Purpose: K consultation, P complaint, V newer version wanted,
    L mistake reported. Outcome of the last search: A answered, W weak, N nothing, R a matter of
    another institution, U no search.
    Check: FNV-1a (32 bit, 8 hexadecimal digits) over the UTF-8 bytes of the searches as written
    after ``Kata cari: ``, in lower case: equal searches have equal codes, and a line that was
    edited no longer fits its code.

The site's pages write the code with ``code``, its scripts with the twin
``site/browser/handover/handover_line.js``, which gets the constants from here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

VERSION = "CD1"
NO_SEARCH = "U"
OUTCOMES = {"answered": "A", "weak": "W", "nothing": "N", "referral": "R"}
PURPOSES = {"consultation": "K", "complaint": "P", "newer": "V", "mistake": "L"}
LATEST = 4  # searches, and entries read, that a message names: the present one and those ticked
PIECE = 80  # characters of one of them
SEARCHES = re.compile(r"^[\s>*_]*Kata cari: (?P<searches>.*?)[\s*_]*$", re.M)
CODE = re.compile(
    rf"Kode: {VERSION}-(?P<purpose>[{''.join(PURPOSES.values())}])"
    rf"-(?P<outcome>[{''.join(OUTCOMES.values())}{NO_SEARCH}])-(?P<check>[0-9a-f]{{8}})"
)
_QUESTION = re.compile(
    r"^[\s>]*Pertanyaan saya(?: \(my question\))?:[ \t]*\n(?P<text>.*?)\n\s*\n", re.M | re.S
)
REACH = 600  # characters before the code in which its searches stand
QUESTION_REACH = 6_000


@dataclass(frozen=True)
class HandOver:
    """What the site wrote into one message."""

    purpose: str
    outcome: str
    searches: tuple[str, ...]
    question: str
    intact: bool  # whether the searches still fit the code
    check: str


def search_line(searches: Sequence[str]) -> str:
    """Joins the latest searches into the line that stands after ``Kata cari: ``."""
    return " | ".join(shorten(search.replace("|", "/")) for search in searches[-LATEST:])


def shorten(text: str, length: int = PIECE) -> str:
    """Puts a text on one line and cuts it to ``length`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def code(purpose: str, outcome: str, line: str) -> str:
    """Gives the code for a search line; purpose and outcome are letters of this format."""
    return f"{VERSION}-{purpose}-{outcome}-{_check(line)}"


def _check(line: str) -> str:
    return f"{fnv1a(line.lower()):08x}"


def fnv1a(text: str) -> int:
    """Computes the 32-bit FNV-1a hash of the UTF-8 bytes of ``text``."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def hand_overs(text: str) -> Iterator[HandOver]:
    """Finds every message of the site in a text, with its searches and question."""
    end = 0
    for match in CODE.finditer(text):
        before = text[max(end, match.start() - REACH) : match.start()]
        lines = SEARCHES.findall(before)
        searches = lines[-1] if lines else ""
        asked = _QUESTION.findall(text[max(end, match.start() - QUESTION_REACH) : match.start()])
        end = match.end()
        yield HandOver(
            purpose=match["purpose"],
            outcome=match["outcome"],
            searches=split(searches),
            question=" ".join(asked[-1].split()) if asked else "",
            intact=_check(searches) == match["check"],
            check=match["check"],
        )


def split(searches: str) -> tuple[str, ...]:
    return tuple(part for search in searches.split(" | ") if (part := search.strip()))
