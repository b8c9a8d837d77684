"""The words of an element of a page, and what a paragraph is: a title, a question, its answer."""

import re
from copy import copy
from itertools import dropwhile

from bs4 import Tag
from bs4.element import PageElement, PreformattedString

from caridulu.curation.exports.documents.titles import is_answer, is_question

LONGEST_BOLD = 80  # characters of a bold line that names what follows
_COUNTED = re.compile(r"\(?\d{1,3}[.)]\s")
_LINES = ("li", "p", "div", "table")


def element_text(element: Tag) -> str:
    """Reads the words of an element, with one space between them."""
    return " ".join(element.get_text(" ").split())


def is_bold(element: Tag) -> bool:
    """Tells whether all words of a paragraph are bold."""
    words = element.get_text().strip()
    bold = "".join(
        part.get_text()
        for part in element.find_all(["strong", "b"])
        if not part.find_parent(["strong", "b"])
    )
    return bool(words) and "".join(bold.split()) == "".join(words.split())


def is_bold_count(element: Tag) -> bool:
    """Tells whether a bold line is counted: by a number before it, or as a list of one, by Word."""
    is_counted = _COUNTED.match(element_text(element)) or len(element.find_all(_LINES)) == 1
    return bool(is_counted) and is_bold(element)


def is_answered_below(element: Tag) -> bool:
    """Tells whether what follows is called an answer: ``Jawab: Setiap hari.``."""
    below = element.find_next_sibling()
    return isinstance(below, Tag) and is_answer(element_text(below))


def looks_like_title(element: Tag, words: str) -> bool:
    """Tells whether a paragraph is a short bold line that asks nothing."""
    return (
        is_bold(element)
        and not is_question(words)
        and len(words) <= LONGEST_BOLD
        and words[-1:] not in ".:;"
    )


def split_question(element: Tag) -> tuple[Tag, Tag | None]:
    """Splits a paragraph into its question, bold or on its own line, and the answer behind it."""
    if element.find(["br", "strong", "b"], recursive=False) is None:
        return element, None
    shown = (part for part in element.children if not isinstance(part, PreformattedString))
    parts = list(dropwhile(lambda part: not part.get_text().strip(), shown))
    names = [part.name if isinstance(part, Tag) else "" for part in parts]
    end = names.index("br") if "br" in names else 0
    if names[:1] in (["strong"], ["b"]):
        end = 1
    first, rest = (paragraph_of(some) for some in (parts[:end], parts[end:]))
    if is_question(element_text(first)) and rest.get_text().strip():
        return first, rest
    return element, None


def paragraph_of(parts: list[PageElement]) -> Tag:
    paragraph = Tag(name="p")
    for part in parts:
        paragraph.append(copy(part))
    return paragraph
