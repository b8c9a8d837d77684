"""An element of a page -> its words."""

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

FORMATTING = frozenset(("b", "em", "font", "i", "mark", "s", "small", "span", "strong", "u"))


def element_text(element: Tag) -> str:
    """Reads the words of an element with one space between those of neighbouring elements.

    Word divides even a word where its look changes, ``<em>mengena</em>li``: that stays one.
    """
    text, is_apart, place = "", False, element
    for part in element.descendants:
        if isinstance(part, Tag):
            is_apart = is_apart or part.name not in FORMATTING
        elif isinstance(part, NavigableString) and not isinstance(part, PreformattedString):
            around = _block(part, element)
            within_word = text[-1:].islower() and part[:1].islower()
            is_one = within_word and not is_apart and around is place
            text += part if is_one else f" {part}"
            is_apart, place = False, around
    return " ".join(text.split())


def _block(text: NavigableString, root: Tag) -> Tag:
    """Finds the element around a text that is more than a change of its look."""
    return next((one for one in text.parents if one is root or one.name not in FORMATTING), root)
