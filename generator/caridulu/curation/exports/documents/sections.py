"""What a document says, as nested sections: titles, and the pieces of text below each."""

import datetime as dt
import re
from dataclasses import dataclass, field

from caridulu.knowledge.model import FaqChange

TOGGLE = 7  # rank of what unfolds, of a term, and of an element that is marked as a question
BOLD = 8  # rank of a line that looks like a title: bold, numbered or labelled
_NUMBERING = re.compile(
    r"^(?:(?:pertanyaan|tanya|penanya|pengunjung|tamu|pengguna|question|q|t)\s*(?:ke-?)?\d{0,3}\s*"
    r"(?:[:.)]|\([^()]{1,80}\)\s*:)|"
    r"\(?\d{1,3}(?:\.\d{1,2})*[.)](?!\d)|\d{1,3}\s*[-\u2013]\s|[A-Z][.)]|[IVX]{1,5}[.)]|"
    r"(?:bab|bagian|lampiran)\s+(?:[IVX]{1,5}|\d{1,2}|[A-Z])\b[.:]?)\s*",
    re.I,
)
_ITEM = re.compile(r"(?:- |\d{1,2}[.)] )")
_LOOSE_MARK = re.compile(r" (?=[?!.,:;)](?!\w))")  # where the look of a title changes before it
_MARKS = re.compile(r"^[\s\u2022\u25aa\u25cf\u25b6\u25bc\u203a\u00bb*#>+|\u2013\u2014-]+")


@dataclass(frozen=True)
class FaqItem:
    """A question of a document with its answer; ``answer`` is Markdown, ``place`` counts from 1."""

    question: str
    answer: str
    place: int
    category: str = ""
    phrasings: tuple[str, ...] = ()
    address: str = ""
    changes: tuple[FaqChange, ...] = (FaqChange.WORDS,)  # until it is compared with the source
    day: dt.date | None = None  # on which it was asked, of a recap


@dataclass
class Section:
    """A title with what stands below it, and the sections inside; ``place`` counts from 1."""

    title: str
    rank: int  # of headings 1 to 6, then ``TOGGLE`` and ``BOLD``; 0 is the whole document
    place: int
    is_item: bool = False  # marked as a question of an FAQ, whatever its words are
    day: dt.date | None = None  # on which it was asked, where it says so beside
    parts: "list[str | Section]" = field(default_factory=list)  # Markdown, or a section

    @property
    def inner(self) -> "list[Section]":
        return [part for part in self.parts if isinstance(part, Section)]


class Outline:
    """Puts titles and texts, as they follow each other, into sections."""

    def __init__(self) -> None:
        self.whole = Section("", 0, 1)
        self._open = [self.whole]

    def title(
        self,
        text: str,
        rank: int,
        place: int,
        *,
        is_item: bool = False,
        day: dt.date | None = None,
    ) -> None:
        """Begins a section; it ends those of its rank and below."""
        while len(self._open) > 1 and self._open[-1].rank >= rank:
            self._open.pop()
        words = _LOOSE_MARK.sub("", " ".join(text.split()))
        section = Section(words, rank, place, is_item, day)
        self._open[-1].parts.append(section)
        self._open.append(section)

    def text(self, markdown: str) -> None:
        """Adds a piece of text to the section that is open."""
        text, parts = markdown.strip("\n"), self._open[-1].parts
        if not text.strip():
            return
        before = parts[-1] if parts else None
        if isinstance(before, str) and _ITEM.match(text) and _ITEM.match(before):
            parts[-1] = f"{before}\n{text}"  # one list
        else:
            parts.append(text)

    @property
    def depth(self) -> int:
        """How many sections are open: to come back to with ``close``."""
        return len(self._open)

    def close(self, depth: int) -> None:
        """Ends the sections that were begun since."""
        del self._open[max(1, depth) :]


def bare_title(title: str) -> str:
    """Takes bullets, numbers and labels off a title: ``A. 2) Apa itu inflasi?``."""
    rest = _MARKS.sub("", title).strip()
    for _ in range(2):
        shorter = _NUMBERING.sub("", rest, count=1).strip()
        rest = shorter or rest
    return rest.strip("*_ ")


def is_numbered(title: str) -> bool:
    """Tells whether a line begins with a number or a label as questions of a list do."""
    return _NUMBERING.match(_MARKS.sub("", title)) is not None
