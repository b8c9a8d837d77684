"""The one Markdown parser: the tokens of a text, its links and blocks, its plain words.

CommonMark with tables. Raw HTML is text, and a line that only says ``{{ block.<name> }}`` stands
for a block of the site. Every link and picture is parsed, also one that no page may have:
``is_allowed_link`` tells links apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

from caridulu.knowledge.site_names import ATTACHED, FOLDERS, OUTSIDE

SITE_BLOCK = "site_block"  # type of the token of a block
_BLOCK_LINE = re.compile(r"\{\{[ \t]*block\.([a-z0-9-]+)[ \t]*\}\}")
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNSAFE_CHARACTER = re.compile(r"[\x00-\x20\x7f\\]")
_TYPED_OTHERWISE = re.compile(r"[^\S ]|\|")  # than inline text says: white space, pipes of tables
_BEFORE_ADDRESS = re.compile(r"[\s>]*<?")
_DEFINITION = re.compile(r"\]:[\s>]*<?")
_IN_PARENTHESES = str.maketrans({"(": "%28", ")": "%29", "\\": "%5C", " ": "%20"})
# A link in the items of a service standard, which are no Markdown otherwise.
ITEM_LINK = re.compile(r"\[(?P<words>(?:[^\[\]\\]|\\.)+)\]\((?P<address>[^()\s]+)\)")
_LINKING = {"link_open": "href", "image": "src"}  # tokens by the attribute with their address
_REMEMBERED = 50_000  # texts


@dataclass(frozen=True)
class Link:
    """A link or picture of a text; ``offset`` is where its address stands in the text."""

    address: str
    offset: int
    is_image: bool
    words: str = ""  # of a picture: its alternative text


class _Parser(MarkdownIt):
    """CommonMark as this package reads it; links know where their addresses stand."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "store_labels": True})
        self.enable("table")
        self.inline.ruler.at("link", _noting_place(link))
        self.inline.ruler.at("image", _noting_place(image))
        self.inline.ruler.at("autolink", _noting_place(autolink))
        self.block.ruler.before(
            "paragraph", SITE_BLOCK, _site_block, {"alt": ["paragraph", "reference"]}
        )

    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's name)
        return True


def _noting_place(rule: Any) -> Any:
    """The rule for a kind of link or picture, which then also notes where its address stands."""

    def noting(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
        begin, before = state.pos, len(state.tokens)
        found: bool = rule(state, silent)
        if found and not silent:
            made = next(token for token in state.tokens[before:] if token.type in _LINKING)
            address = begin
            if made.type == "image":
                address = state.md.helpers.parseLinkLabel(state, begin + 1) + 2
            elif state.src[begin] == "[":
                address = state.md.helpers.parseLinkLabel(state, begin, disableNested=True) + 2
            made.meta["address"] = address
        return found

    return noting


def _site_block(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001
    """A line that only says ``{{ block.<name> }}``: the site puts something of its own there."""
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
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    env: dict[str, Any] = {}
    behind = (0, 0)  # line and column at which the inline text before ends: a table has several
    for token in _PARSER.parse(text, env):
        if token.type != "inline" or token.map is None:
            continue
        after = behind[1] if token.map[0] == behind[0] else 0
        behind = _place(token, len(token.content), lines, after=after)
        for child in token.children or ():
            if child.type not in _LINKING:
                continue
            if label := child.meta.get("label"):
                defined, _ = env["references"][label]["map"]
                offset = _end_of(_DEFINITION, text, starts[defined])
            else:
                line, column = _place(token, child.meta["address"], lines, after=after)
                offset = _end_of(_BEFORE_ADDRESS, text, starts[line] + column)
            target = str(child.attrs[_LINKING[child.type]])
            yield Link(target, offset, child.type == "image", child.content)


def telephones(text: str) -> dict[str, str]:
    """Finds what a Markdown text links to telephones: words of the link -> address."""
    if "tel:" not in text:
        return {}
    found: dict[str, str] = {}
    for token in tokens(text):
        inside = ""
        for child in token.children or ():
            if child.type.startswith("link_"):
                address = str(child.attrs.get("href", ""))
                inside = address if is_telephone(address) else ""
            elif inside and child.content.strip():
                found[child.content] = inside
    return found


def is_telephone(address: str) -> bool:
    """Tells whether a link calls somebody."""
    return scheme_of(address).lower() == "tel"


def _place(token: Token, position: int, lines: list[str], *, after: int) -> tuple[int, int]:
    """Line and column of a position in an inline text, looked for from column ``after`` on."""
    first, _ = token.map or (0, 0)
    before = token.content[:position]
    number = first + before.count("\n")
    head, tail = before.rpartition("\n")[2], token.content[position:].partition("\n")[0]
    return number, _end_within(head, tail, lines[number], after)


def _end_within(head: str, tail: str, line: str, after: int) -> int:
    """Column behind ``head``, where ``tail`` follows, in a line as typed; 0 if it is not there."""
    if not _TYPED_OTHERWISE.search(line) and not _TYPED_OTHERWISE.search(head + tail):
        start = line.find(head + tail, after)  # a pattern for each line took half of a load
        return start + len(head) if start >= 0 else 0
    found = re.compile(f"{_as_typed(head)}(?={_as_typed(tail)})").search(line, after)
    return found.end() if found else 0


def _as_typed(text: str) -> str:
    """A pattern for a piece of inline text: in a table, pipes have a backslash before them."""
    return "".join(r"\\?\|" if c == "|" else r"\s" if c.isspace() else re.escape(c) for c in text)


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.search(text, start)
    return found.end() if found else start


def site_block_lines(text: str) -> set[int]:
    """Finds the lines of a Markdown text, counted from 0, that stand for blocks of the site."""
    return {token.map[0] for token in tokens(text) if token.type == SITE_BLOCK and token.map}


def inline_words(token: Token) -> str:
    """Joins the words of an inline token, without marks, on one line."""
    pieces = (_words_of(child) for child in token.children or ())
    return " ".join("".join(pieces).split())


def _words_of(child: Token) -> str:
    """A picture's words are its alternative text."""
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
