"""What Markdown says, without rendering it: its links, its headings, its plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# Where an address can begin, if what follows is not a scheme that needs no second look: no
# separator before the colon, which may be written as an entity or behind a backslash. Tells
# without the parser, which takes a millisecond, that an answer has only such links.
_ODD = re.compile(
    r"(?:\]\(|\]:|<)[\s>]*<?(?:/[/\\&]|(?!https?:|mailto:|tel:)[^\s/)#?]*[:&\\])", re.IGNORECASE
)
_MARK = re.compile(r"[\n!&*<\[\\\]_`]")  # what CommonMark reads inside a paragraph begins with one
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """A link or image in Markdown; ``line`` counts from 0 within the text."""

    address: str
    line: int


def _parser() -> MarkdownIt:
    """CommonMark with tables and without raw HTML, reporting also the links it would not write."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # the hook it offers
    spare_plain_texts(parser)
    return parser


def spare_plain_texts(parser: MarkdownIt) -> None:
    """Have a CommonMark parser take texts without marks as they are: most of a paragraph's time."""
    parser.core.ruler.at("inline", _inlines)


def _inlines(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        if _MARK.search(token.content):
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])
        else:
            token.children = [Token("text", "", 0, content=token.content)] if token.content else []


_PARSER = _parser()
_KEPT: dict[str, list[Token]] = {}  # a build reads an answer for its words, then for its page
_MOST_KEPT = 20_000  # texts


def tokens(text: str) -> list[Token]:
    """The block tokens of a Markdown text, to read and not to change."""
    found = _KEPT.get(text)
    if found is None:
        found = _PARSER.parse(text)
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        _KEPT[text] = found
    return found


def take_tokens(text: str) -> list[Token]:
    """The block tokens of a Markdown text, to change: whoever asks next gets others."""
    return _KEPT.pop(text, None) or _PARSER.parse(text)


def may_hold_odd_link(text: str) -> bool:
    """False when all links certainly are http, https, mailto, tel or paths."""
    return _ODD.search(text) is not None


def scheme_of(address: str) -> str:
    """What stands before the colon of an address, or nothing."""
    found = _SCHEME.match(address)
    return found[0] if found else ""


def links(text: str) -> Iterator[Link]:
    """All links and images of a Markdown text, in order."""
    line = 0
    for token in tokens(text):
        line = token.map[0] if token.map else line
        yield from _links_inside(token, line)


def _links_inside(token: Token, line: int) -> Iterator[Link]:
    for child in token.children or ():
        address = child.attrGet("href") or child.attrGet("src")
        if address:
            yield Link(str(address), line)
        if child.type in ("softbreak", "hardbreak"):
            line += 1


def plain(token: Token) -> str:
    """The words of an inline token, without marks, on one line."""
    words = (
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children or ()
    )
    return " ".join("".join(words).split())
