"""A text that an editor typed -> its lines as typed, and as a reader of the site gets them."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from markdown_it.token import Token

from caridulu.knowledge.markdown import inline_words, tokens

# Without one of these, a text is shown as it was typed.
_NOTATION = re.compile(r"[\n!&*<\[\\\]_`|%]")
_TAG = re.compile(r"<[^<>]*>")
_PARAMETER = re.compile(r"[?&]")  # of an address: subject, then message
# Soft hyphen, zero-width and direction marks: an entity can spell them.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SHORTEST = 3  # characters of a line worth a look


@dataclass(frozen=True, slots=True)
class ReadableLine:
    """A line of a text; ``number`` counts from 0 as typed, None where it is made of all lines."""

    number: int | None
    text: str


def readable_lines(text: str) -> Iterator[ReadableLine]:
    """Yields every way in which a line of a Markdown or plain text can be read, each once."""
    if not _NOTATION.search(text):
        yield ReadableLine(0, text)
        return
    seen: set[ReadableLine] = set()
    for line in (*_typed(text), *_shown(text)):
        for variant in _variants(line.text):
            found = ReadableLine(line.number, variant)
            if len(variant) >= _SHORTEST and found not in seen:
                seen.add(found)
                yield found


def _typed(text: str) -> Iterator[ReadableLine]:
    for number, line in enumerate(text.split("\n")):
        yield ReadableLine(number, line.strip())


def _shown(text: str) -> Iterator[ReadableLine]:
    """Yields each paragraph, cell, line of code and address; then all words in a row.

    ``entries.json`` and the descriptions of pages have all words in a row.
    """
    words: list[str] = []
    number = 0
    for token in tokens(text):
        number = token.map[0] if token.map else number
        if token.type == "inline":
            words.append(inline_words(token))
            yield ReadableLine(number, words[-1])
            for said in _said(token.children or ()):
                yield ReadableLine(number, said)
        elif token.type in ("fence", "code_block"):
            words += token.content.split("\n")
            yield from (ReadableLine(number, line) for line in token.content.split("\n"))
    if len(words) > 1:
        yield ReadableLine(None, " ".join(" ".join(words).split()))


def _said(children: Iterable[Token]) -> Iterator[str]:
    """Yields what links and images say unseen: each part of an address, and titles."""
    for child in children:
        for name in ("href", "src", "title"):
            if value := child.attrGet(name):
                yield from map(unquote, _PARAMETER.split(str(value)))


def _variants(line: str) -> Iterator[str]:
    """Yields the line; that with entities and percent signs decoded; that without tags."""
    yield line
    decoded = _UNSEEN.sub("", unquote(html.unescape(line)))
    yield decoded
    yield _TAG.sub("", decoded)
