"""Markdown -> safe HTML: raw HTML is shown as text, links go only where the allow-list lets them.

markdown-it-py with CommonMark and tables. A page has one ``h1`` (its title), so headings start at
``h2`` and never skip a level. Wide tables become scroll regions that the keyboard can reach.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from caridulu.knowledge.markdown import may_hold_odd_link, spare_plain_texts, take_tokens
from caridulu.messages import message

SCHEMES = frozenset({"http", "https", "mailto", "tel", "entri", "halaman", "layanan", "kategori"})
LINK_NAME = re.compile(r"\]\(<?([^)\s>]*)|(?m:^ *\[[^\]]+\]: *<?(\S*))")  # as written, or defined
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.\-]*):")
_UNSAFE_CHARACTER = re.compile(r"[\x00-\x20\x7f\\]")
_BLOCK = re.compile(r"\{\{ *block\.([a-z0-9-]+) *\}\}")
_ADDRESS = re.compile(
    r"https?://[^\s<>()\"']*[^\s<>()\"'.,;:!?]|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_TOP_HEADING = 2

Resolve = Callable[[str], str | None]
Block = Callable[[str, int], str | None]


@dataclass(frozen=True)
class Rendered:
    """HTML of one text, and what it names that does not exist."""

    html: str
    unknown_links: tuple[str, ...] = ()
    unknown_blocks: tuple[str, ...] = ()


def is_allowed_link(href: str) -> bool:
    """Whether a link may be written at all: an allowed scheme, or an address inside this site."""
    if _UNSAFE_CHARACTER.search(href) or href.startswith("//"):
        return False
    scheme = _SCHEME.match(href)
    return scheme is None or scheme.group(1).lower() in SCHEMES


class _Parser(MarkdownIt):
    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        self.enable("table").disable("image")
        spare_plain_texts(self)
        self.add_render_rule("table_open", _table_open)
        self.add_render_rule("table_close", _table_close)
        self.block.ruler.before(
            "paragraph", "site_block", _site_block, {"alt": ["paragraph", "reference"]}
        )

    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's name)
        return is_allowed_link(url)


def _table_open(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: OptionsDict,
    _env: EnvType,
) -> str:
    number = sum(token.type == "table_open" for token in tokens[: index + 1])
    label = escape(message("site.table_region", number=number))
    return f'<div class="table" role="region" tabindex="0" aria-label="{label}"><table>\n'


def _table_close(
    _renderer: RendererHTML,
    _tokens: Sequence[Token],
    _index: int,
    _options: OptionsDict,
    _env: EnvType,
) -> str:
    return "</table></div>\n"


def _site_block(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001
    """A line that only says ``{{ block.<name> }}``: the site puts something of its own there."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    found = _BLOCK.fullmatch(line.strip())
    if found is None or state.is_code_block(start):
        return False
    if not silent:
        state.push("site_block", "", 0).meta = {"name": found.group(1)}
        state.line = start + 1
    return True


_PARSER = _Parser()


def render(text: str, *, resolve: Resolve, block: Block | None = None) -> Rendered:
    """Safe HTML of ``text``.

    Args:
        text: what an editor wrote.
        resolve: turns a link target into an address, or None if nothing lives there.
        block: gives the HTML of a named block whose headings start at a level, or None if unknown.
    """
    tokens = _tokens(text)
    _level_headings(tokens)
    _link_addresses(tokens)
    links = [href for token in _links(tokens) if (href := _resolve_link(token, resolve))]
    blocks = [name for token, level in _blocks(tokens) if (name := _fill(token, level, block))]
    for token in tokens:
        if token.type == "th_open":
            token.attrSet("scope", "col")
    html = _PARSER.renderer.render(tokens, _PARSER.options, {})
    return Rendered(html=html, unknown_links=tuple(links), unknown_blocks=tuple(blocks))


def _tokens(text: str) -> list[Token]:
    """Both parsers read a text alike, unless it holds what only one of them takes."""
    if "![" in text or "{{" in text or may_hold_odd_link(text):
        return _PARSER.parse(text)
    return take_tokens(text)


def _blocks(tokens: Iterable[Token]) -> Iterable[tuple[Token, int]]:
    """Each block with the level at which its headings start: below the heading it stands under."""
    level = _TOP_HEADING
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1]) + 1
        elif token.type == "site_block":
            yield token, level


def _fill(token: Token, level: int, block: Block | None) -> str | None:
    """Put the block's HTML into ``token``; its name comes back when nobody knows it."""
    name = str(token.meta["name"])
    html = block(name, level) if block is not None else None
    if html is None:
        return name
    token.type = "html_block"
    token.content = html + "\n"
    return None


def _links(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                yield child


def _link_addresses(tokens: Iterable[Token]) -> None:
    """Addresses in running text become links: on a phone nobody types them again."""
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
    """A text token cut at the web and e-mail addresses in it."""
    position = 0
    for found in _ADDRESS.finditer(text.content):
        yield Token("text", "", 0, content=text.content[position : found.start()])
        yield Token("link_open", "a", 1, attrs=_attributes(found))
        yield Token("text", "", 0, content=found.group())
        yield Token("link_close", "a", -1)
        position = found.end()
    yield Token("text", "", 0, content=text.content[position:])


def link_addresses(text: str) -> str:
    """Plain text as HTML in which web and e-mail addresses are links."""
    return _ADDRESS.sub(_link, escape(text, quote=False))


def _link(found: re.Match[str]) -> str:
    attributes = " ".join(f'{name}="{value}"' for name, value in _attributes(found).items())
    return f"<a {attributes}>{found[0]}</a>"


def _attributes(found: re.Match[str]) -> dict[str, str | int | float]:
    """A web address is marked: on paper it need not stand behind itself."""
    if found["mail"]:
        return {"href": f"mailto:{found[0]}"}
    return {"class": "url", "href": found[0]}


def _resolve_link(token: Token, resolve: Resolve) -> str | None:
    """Point ``token`` at its address; the target comes back when nobody knows it."""
    target = str(token.attrGet("href"))
    address = resolve(target)
    if address is None:
        return target
    token.attrSet("href", address)
    return None


def _level_headings(tokens: Sequence[Token]) -> None:
    """Number headings from h2 without gaps, and give each an id for links to it."""
    path: list[int] = []
    seen: dict[str, int] = {}
    for position, token in enumerate(tokens):
        if token.type not in ("heading_open", "heading_close"):
            continue
        if token.type == "heading_open":
            level = int(token.tag[1])
            path = [upper for upper in path if upper < level] + [level]
            token.attrSet("id", _unique(slug(tokens[position + 1].content), seen))
        token.tag = f"h{min(_TOP_HEADING + len(path) - 1, 6)}"


def _unique(name: str, seen: dict[str, int]) -> str:
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"


def slug(text: str) -> str:
    """``text`` as an anchor: lower case, words joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", text.lower())) or "bagian"


@lru_cache(maxsize=50_000)  # lists, feeds and the entry's page begin with the same words
def plain_text(text: str) -> str:
    """The words of a Markdown text on one line."""
    return _words_in(_PARSER.parse(text))


def _words_in(tokens: Iterable[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type == "inline":
            pieces.append("".join(_words(token.children or ())))
        elif token.type in ("fence", "code_block"):
            pieces.append(token.content)
    return " ".join(" ".join(pieces).split())


def _words(children: Iterable[Token]) -> Iterable[str]:
    for child in children:
        yield " " if child.type in ("softbreak", "hardbreak") else child.content


def excerpt(text: str, *, limit: int = 155) -> str:
    """The beginning of a Markdown text as plain words, cut between words."""
    words = plain_text(text)
    if len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"
