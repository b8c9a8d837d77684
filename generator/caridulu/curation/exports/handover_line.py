"""The line by which a message from the site can be counted; see ``handover_message``.

Kata cari: <search> | <search>
Kode: CD1-<purpose>-<outcome>-<check>
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

VERSION = "CD1"
SEARCHES = re.compile(r"^[\s>*_]*Kata cari: (?P<searches>.*?)[\s*_]*$", re.M)
CODE = re.compile(
    rf"Kode: {VERSION}-(?P<purpose>[KPVL])-(?P<outcome>[AWNU])-(?P<check>[0-9a-f]{{8}})"
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


def code(purpose: str, outcome: str, searches: str) -> str:
    """The code for searches as written after ``Kata cari: ``."""
    return f"{VERSION}-{purpose}-{outcome}-{fnv1a(searches.lower()):08x}"


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash of the UTF-8 bytes of ``text``."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def hand_overs(text: str) -> Iterator[HandOver]:
    """Every message of the site in a text, with its searches and question."""
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
            intact=f"{fnv1a(searches.lower()):08x}" == match["check"],
            check=match["check"],
        )


def split(searches: str) -> tuple[str, ...]:
    """The searches of one line."""
    return tuple(part for search in searches.split(" | ") if (part := search.strip()))


def joined(searches: Sequence[str]) -> str:
    """The line for searches; a bar inside a search becomes a slash."""
    return " | ".join(search.replace("|", "/") for search in searches)
