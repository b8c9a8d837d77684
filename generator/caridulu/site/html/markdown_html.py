"""Markdown -> safe HTML: raw HTML is shown as text, links go only where the allow-list lets them.

A page has one ``h1`` (its title), so headings start at ``h2`` and never skip a level. Wide tables
become scroll regions that the keyboard can reach.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from caridulu.knowledge.markdown import (
    ITEM_LINK,
    OPTIONS,
    SITE_BLOCK,
    inline_words,
    is_allowed_link,
    is_telephone,
    tokens,
    unescaped,
)
from caridulu.messages import message

_ADDRESS = re.compile(
    r"https?://[^\s<>()\"']*[^\s<>()\"'.,;:!?]|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_TOP_HEADING = 2

Resolve = Callable[[str], str | None]
Block = Callable[[str, int], str | None]


@dataclass(frozen=True)
class ShownPicture:
    """Address and size in pixels of a picture."""

    url: str
    width: int
    height: int


Picture = Callable[[str], ShownPicture | None]


@dataclass(frozen=True)
class Rendered:
    """The HTML of a text, and the targets and blocks in it that do not exist."""

    html: str
    unknown_links: tuple[str, ...] = ()
    unknown_blocks: tuple[str, ...] = ()


class _Renderer(RendererHTML):
    def table_open(
        self, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
    ) -> str:
        number = sum(token.type == "table_open" for token in tokens[: index + 1])
        label = escape(message("site.table_region", number=number))
        return f'<div class="table" role="region" tabindex="0" aria-label="{label}"><table>\n'

    def table_close(
        self, _tokens: Sequence[Token], _index: int, _options: OptionsDict, _env: EnvType
    ) -> str:
        return "</table></div>\n"


_RENDERER = _Renderer()


def render(
    text: str,
    *,
    resolve: Resolve,
    picture: Picture = lambda _: None,
    block: Block | None = None,
    anchors: bool = True,
) -> Rendered:
    """Renders a Markdown text as safe HTML.

    Args:
        text: what an editor wrote.
        resolve: turns a link target into an address, or None if nothing lives there.
        picture: finds a picture of the office; of others, only the alternative text is shown.
        block: gives the HTML of a named block whose headings start at a level, or None if unknown.
        anchors: whether headings have an id; a second text on a page must not repeat those.
    """
    parsed = tokens(text)
    _level_headings(parsed, anchors=anchors)
    links = [href for token in parsed for href in _resolve_links(token, resolve)]
    _link_addresses(parsed)
    for token in parsed:
        _name_telephones(token.children or ())
        _show_pictures(token, picture)
    blocks = [name for token, level in _blocks(parsed) if (name := _fill(token, level, block))]
    for token in parsed:
        if token.type == "th_open":
            token.attrSet("scope", "col")
    html = _RENDERER.render(parsed, OPTIONS, {})
    return Rendered(html=html, unknown_links=tuple(links), unknown_blocks=tuple(blocks))


def _blocks(tokens: Iterable[Token]) -> Iterable[tuple[Token, int]]:
    """Pairs each block with the level of its headings: below the heading it stands under."""
    level = _TOP_HEADING
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1]) + 1
        elif token.type == SITE_BLOCK:
            yield token, level


def _fill(token: Token, level: int, block: Block | None) -> str | None:
    """Puts the block's HTML into ``token``; its name comes back when nobody knows it."""
    name = str(token.meta["name"])
    html = block(name, level) if block is not None else None
    token.type = "html_block"
    token.content = "" if html is None else html + "\n"
    return name if html is None else None


def _resolve_links(token: Token, resolve: Resolve) -> Iterable[str]:
    """Points links at their addresses; gives back the targets of those that lead nowhere.

    Of these only the words stay.
    """
    leads = True
    children: list[Token] = []
    for child in token.children or ():
        if child.type == "link_open":
            target = str(child.attrs["href"])
            address = resolve(target) if is_allowed_link(target) else None
            leads = address is not None
            if address is None:
                yield target
            else:
                child.attrs["href"] = address
        if leads or not child.type.startswith("link_"):
            children.append(child)
    if token.children:
        token.children = children


def _show_pictures(token: Token, picture: Picture) -> None:
    """Points pictures at their files; of those that nobody has, the alternative text stays."""
    for child in token.children or ():
        if child.type != "image":
            continue
        shown = picture(str(child.attrs["src"]))
        if shown is None:
            child.type, child.tag, child.content = "text", "", inline_words(child)
            continue
        size = {"width": shown.width, "height": shown.height}
        child.attrs = {"src": shown.url, "alt": "", **size, "loading": "lazy", "decoding": "async"}


def _name_telephones(tokens: Sequence[Token]) -> None:
    """Says of a bare number that it is called: "110" alone tells who listens nothing."""
    for link, words in pairwise(tokens):
        if link.type == "link_open" and is_telephone(str(link.attrs["href"])):
            link.attrSet("class", "tel")
            if not re.search(r"[^\W\d_]", words.content):
                link.attrSet("aria-label", message("site.browser_call", number=words.content))


def _link_addresses(tokens: Iterable[Token]) -> None:
    """Makes links of the addresses in running text: on a phone nobody types them again."""
    for token in tokens:
        if "@" not in token.content and "://" not in token.content:
            continue
        inside = 0
        children: list[Token] = []
        for child in token.children or ():
            inside += child.nesting if child.type.startswith("link_") else 0
            children += _pieces(child) if child.type == "text" and not inside else [child]
        token.children = children if token.children else token.children


def _pieces(text: Token) -> Iterable[Token]:
    """Cuts a text token at the web and e-mail addresses in it."""
    position = 0
    for found in _ADDRESS.finditer(text.content):
        yield Token("text", "", 0, content=text.content[position : found.start()])
        yield Token("link_open", "a", 1, attrs=_attributes(found))
        yield Token("text", "", 0, content=found.group())
        yield Token("link_close", "a", -1)
        position = found.end()
    yield Token("text", "", 0, content=text.content[position:])


def item_html(text: str, resolve: Resolve) -> str:
    """Renders an item of a service standard: links and addresses are links, all else is text."""
    pieces, position = [], 0
    for found in ITEM_LINK.finditer(text):
        target, words = found["address"], escape(unescaped(found["words"]), quote=False)
        address = resolve(target) if is_allowed_link(target) else None
        pieces.append(link_addresses(text[position : found.start()]))
        pieces.append(f'<a href="{escape(address)}">{words}</a>' if address else words)
        position = found.end()
    return "".join((*pieces, link_addresses(text[position:])))


def link_addresses(text: str) -> str:
    """Renders plain text as HTML in which web and e-mail addresses are links."""
    return _ADDRESS.sub(_link, escape(text, quote=False))


def _link(found: re.Match[str]) -> str:
    attributes = " ".join(f'{name}="{value}"' for name, value in _attributes(found).items())
    return f"<a {attributes}>{found[0]}</a>"


def _attributes(found: re.Match[str]) -> dict[str, str | int | float]:
    """Returns a link's attributes; by ``url`` paper does not print a bare web address twice."""
    if found["mail"]:
        return {"href": f"mailto:{found[0]}"}
    return {"class": "url", "href": found[0]}


def _level_headings(tokens: Sequence[Token], *, anchors: bool) -> None:
    """Numbers headings from h2 without gaps, and gives each an id for links to it."""
    path: list[int] = []
    seen: dict[str, int] = {}
    for position, token in enumerate(tokens):
        if token.type not in ("heading_open", "heading_close"):
            continue
        if token.type == "heading_open":
            level = int(token.tag[1])
            path = [upper for upper in path if upper < level] + [level]
            if anchors:
                token.attrSet("id", _unique(slug(tokens[position + 1].content), seen))
        token.tag = f"h{min(_TOP_HEADING + len(path) - 1, 6)}"


def _unique(name: str, seen: dict[str, int]) -> str:
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"


def slug(text: str) -> str:
    """Makes an anchor of a heading: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", text.lower())) or "bagian"
