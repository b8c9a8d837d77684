"""The one Markdown parser: the tokens of a text, its links and blocks, its plain words.

CommonMark with tables. Raw HTML is text, and a line that only says ``{{ block.<name> }}`` stands
for a block of the site. Every link and picture is parsed, also one that no page may have:
``is_allowed_link`` tells links apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from caridulu.knowledge.site_names import ATTACHED, FOLDERS, OUTSIDE

SITE_BLOCK = "site_block"  # type of the token of a block
_BLOCK_LINE = re.compile(r"\{\{[ \t]*block\.([a-z0-9-]+)[ \t]*\}\}")
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNSAFE_CHARACTER = re.compile(r"[\x00-\x20\x7f\\]")
_BEFORE_ADDRESS = re.compile(r"(?:\]\(|<)[\s>]*<?\Z")
_DEFINITION = re.compile(r"\]:[\s>]*<?([^\s>]+)")
_AFTER_ADDRESS, _NEAR = " \t\n)>", 40  # nothing after it is the end of the text
_IN_PARENTHESES = str.maketrans({"(": "%28", ")": "%29", "\\": "%5C", " ": "%20"})
# A link in the items of a service standard, which are no Markdown otherwise.
ITEM_LINK = re.compile(r"\[(?P<words>(?:[^\[\]\\]|\\.)+)\]\((?P<address>[^()\s]+)\)")
_LINKING = {"link_open": "href", "image": "src"}  # tokens by the attribute with their address
_REMEMBERED = 50_000  # texts


@dataclass(frozen=True)
class Link:
    """A link or picture of a text.

    ``offset`` is where its address stands in the text; None where it is typed with escapes.
    """

    address: str
    offset: int | None
    is_image: bool
    words: str = ""  # of a picture: its alternative text


class _Parser(MarkdownIt):
    """CommonMark as this package reads it."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        self.enable("table")
        self.block.ruler.before(
            "paragraph", SITE_BLOCK, _site_block, {"alt": ["paragraph", "reference"]}
        )

    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's name)
        return True


def _site_block(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001
    """Parses a line that only says ``{{ block.<name> }}``; the site puts something there."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    found = _BLOCK_LINE.fullmatch(line.strip())
    if found is None or state.is_code_block(start):
        return False
    if not silent:
        token = state.push(SITE_BLOCK, "", 0)
        token.meta, token.map = {"name": found[1]}, [start, start + 1]
        state.line = start + 1
    return True


_PARSER = _Parser()
OPTIONS = _PARSER.options  # for who renders tokens


def tokens(text: str) -> list[Token]:
    """Parses a Markdown text into block tokens."""
    return _PARSER.parse(text)


def scheme_of(address: str) -> str:
    """Returns the scheme of an address, without its colon; empty for a path."""
    found = _SCHEME.match(address)
    return found[1] if found else ""


def is_allowed_link(address: str) -> bool:
    """Tells whether a page may have a link: one with a scheme of ours, or inside the site."""
    if _UNSAFE_CHARACTER.search(address) or address.startswith("//"):
        return False
    scheme = scheme_of(address).lower()
    return not scheme or scheme in OUTSIDE or scheme in FOLDERS or scheme == ATTACHED


def links(text: str) -> Iterator[Link]:
    """Finds the links and pictures of a Markdown text, in order."""
    defined = {found[1]: found.start(1) for found in _DEFINITION.finditer(text)}
    searched: dict[str, int] = {}  # up to where each address is taken by links before
    for child in _inline_tokens(text):
        if child.type in _LINKING:
            address = str(child.attrs[_LINKING[child.type]])
            at = _typed_at(text, address, searched.get(address, 0))
            searched[address] = len(text) if at is None else at + len(address)
            offset = defined.get(address) if at is None else at
            yield Link(address, offset, child.type == "image", child.content)


def _inline_tokens(text: str) -> Iterator[Token]:
    """Yields the tokens within the blocks of a text: words, links, pictures."""
    for token in tokens(text):
        yield from token.children or ()


def _typed_at(text: str, address: str, start: int) -> int | None:
    """Finds where an address stands as that of a link, from ``start`` on."""
    at = text.find(address, start)
    while at >= 0:
        end = at + len(address)
        is_begun = _BEFORE_ADDRESS.search(text[max(at - _NEAR, 0) : at])
        if is_begun and text[end : end + 1] in _AFTER_ADDRESS:
            return at
        at = text.find(address, at + 1)
    return None


def telephones(text: str) -> dict[str, str]:
    """Finds what a Markdown text links to telephones: words of the link -> address."""
    if "tel:" not in text:
        return {}
    found: dict[str, str] = {}
    address = ""  # of the link around the token
    for child in _inline_tokens(text):
        if child.type.startswith("link_"):  # link_close has no address
            address = str(child.attrs.get("href", ""))
        elif is_telephone(address) and child.content.strip():
            found[child.content] = address
    return found


def is_telephone(address: str) -> bool:
    """Tells whether a link calls somebody."""
    return scheme_of(address).lower() == "tel"


def site_block_lines(text: str) -> set[int]:
    """Finds the lines of a Markdown text, counted from 0, that stand for blocks of the site."""
    return {token.map[0] for token in tokens(text) if token.type == SITE_BLOCK and token.map}


def inline_words(token: Token) -> str:
    """Joins the words of an inline token, without marks, on one line."""
    pieces = (_words_of(child) for child in token.children or ())
    return " ".join("".join(pieces).split())


def _words_of(child: Token) -> str:
    """Returns the words of a token within a block; of a picture, its alternative text."""
    if child.type == "image":
        return inline_words(child)
    return " " if child.type in ("softbreak", "hardbreak") else child.content


def written_link(title: str, address: str) -> str:
    """Writes a link as Markdown, whatever its title says."""
    words = re.sub(r"[\\\[\]*_`<]", r"\\\g<0>", title)
    return f"[{words}]({address.translate(_IN_PARENTHESES)})"


def item_words(text: str) -> str:
    """Takes the links out of a line that has no other marks: their words stay."""
    return ITEM_LINK.sub(lambda link: unescaped(link["words"]), text)


def unescaped(words: str) -> str:
    """Takes out the backslashes that ``written_link`` puts in."""
    return re.sub(r"\\([\\\[\]*_`<])", r"\1", words)


@lru_cache(maxsize=_REMEMBERED)
def plain_text(text: str) -> str:
    """Takes the marks off a Markdown text: its words on one line.

    Remembered, since index, pages and feeds ask for the words of the same answers: parsing them
    each time takes a tenth of a build of 10,000 entries.
    """
    pieces = (
        inline_words(token) if token.type == "inline" else token.content
        for token in tokens(text)
        if token.type in ("inline", "fence", "code_block")
    )
    return " ".join(" ".join(pieces).split())


def first_sentence(answer: str, *, limit: int = 60) -> str:
    """Shows how an answer begins: its first sentence, or the first words of it."""
    return excerpt(re.split(r"(?<=[.!?])\s", plain_text(answer), maxsplit=1)[0], limit=limit)


def excerpt(text: str, *, limit: int = 155) -> str:
    """Cuts the plain words of a Markdown text between words, to ``limit`` characters at most."""
    plain = plain_text(text)
    if len(plain) <= limit:
        return plain
    return plain[: limit - 1].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"
