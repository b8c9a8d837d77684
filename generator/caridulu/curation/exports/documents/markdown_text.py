"""HTML -> Markdown as entries have it: lists, tables, links and emphasis; all else is words."""

import re
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import Declaration
from markdownify import MarkdownConverter

from caridulu.curation.exports.mail.html_text import without_unknown_sections
from caridulu.knowledge.markdown import is_allowed_link, scheme_of, written_link
from caridulu.knowledge.yaml.reader import INVISIBLE

KEPT_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
MOST_COLUMNS = 30  # that a cell may span
DEEPEST = 60  # elements inside each other that are converted; beyond, only their words stay
HTML = re.compile(r"</?(?:p|br|a|ul|ol|li|div|span|strong|b|em|i|table|tr|td|h[1-6])\b[^>]*>", re.I)


class _Converter(MarkdownConverter):
    """markdownify, with links that lead somewhere and tables that have a header."""

    def __init__(self, base: str) -> None:
        super().__init__(
            heading_style="ATX",
            bullets="-",
            escape_underscores=False,
            table_infer_header=True,
            newline_style="backslash",
        )
        self._base = base

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        words = " ".join(text.split())
        address = link_address(str(el.get("href") or ""), self._base)
        if not words or not address or "_noformat" in parent_tags:
            return text
        if words.rstrip("/") == address.rstrip("/"):
            return address
        if scheme_of(address) in ("mailto", "tel"):  # pages make links of addresses by themselves
            told = re.sub(r"^(?:mailto|tel):|\?.*$", "", address)
            return text if re.search(r"[@\d]", words) else f"{text} ({told})"
        left = " " if text[:1].isspace() else ""
        right = " " if text[-1:].isspace() else ""
        return f"{left}{written_link(words, address)}{right}"

    def convert_hr(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return "\n\n"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return ""

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802
        words = " ".join(text.split()).strip("*")
        if not words or "td" in parent_tags or "th" in parent_tags:
            return f" {words} "
        return f"\n\n### {words}\n\n"

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        lines = (re.sub(r"^(?:-|\d+\.) ", "", line.strip()) for line in text.split("\n"))
        is_list = el.find("li") is not None
        words = ("; " if is_list else " ").join(filter(None, lines)).replace("|", "\\|")
        span = str(el.get("colspan") or "")
        columns = min(MOST_COLUMNS, max(1, int(span))) if span.isdecimal() else 1
        return f" {words} |" + "  |" * (columns - 1)

    convert_th = convert_td


def link_address(href: str, base: str = "") -> str:
    """Returns the address that a link may keep, or nothing: anchors and scripts lead nowhere."""
    href = re.sub(r"[\x00-\x20]+", "%20", href.strip()) if href else ""
    if not href or href.startswith("#"):
        return ""
    try:
        full = urljoin(base, href) if base else href
        parts = urlsplit(full)
        if parts.netloc == "www.google.com" and parts.path == "/url":  # as Google's documents link
            full = parse_qs(parts.query).get("q", [full])[0]
    except ValueError:
        return ""
    scheme = scheme_of(full).lower()
    return full if scheme in KEPT_SCHEMES and is_allowed_link(full) else ""


def markdown_of(element: Tag, base: str = "") -> str:
    """Converts an element; what is nested too deeply for a text is only words."""
    if _depth(element) > DEEPEST:
        return tidy(" ".join(element.get_text(" ").split()))
    converted: Any = _Converter(base).convert_soup(element)
    return tidy(str(converted))


def tidy(markdown: str) -> str:
    """Cleans converted text of hidden characters, HTML, references, and what is left empty."""
    text = INVISIBLE.sub("", markdown.replace("\r", "").replace("\t", " ").replace("\u00a0", " "))
    text = re.sub(r"<(?=[A-Za-z/!?])", "\u2039", text)
    text = text.replace("{{", "{ {").replace("}}", "} }")
    text = re.sub(r"(?m)[ ]+$", "", re.sub(r"\*\*\s*\*\*", "", text))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def markdown_of_field(text: str, base: str = "") -> str:
    """Converts a field that may hold HTML; paragraphs of plain text stay as they are."""
    if not HTML.search(text):
        return tidy(text)
    if not re.search(r"<(?:p|br|div|li|table)\b", text, re.I):  # blank lines part paragraphs
        text = re.sub(r"\n\s*\n", "<br><br>", text)
    return markdown_of(soup_of(text), base)


def soup_of(html: str) -> BeautifulSoup:
    """Parses the HTML of a field, without what Word writes for itself: ``<![if !vml]>``."""
    soup = BeautifulSoup(without_unknown_sections(html), "html.parser")
    for mark in soup.find_all(string=lambda text: isinstance(text, Declaration)):
        mark.extract()
    return soup


def _depth(element: Tag) -> int:
    """Measures how deep the elements inside lie, without recursion."""
    deepest, level, waiting = 0, 0, [element]
    while waiting and level <= DEEPEST:
        deepest, level = level, level + 1
        waiting = [c for one in waiting for c in one.children if isinstance(c, Tag)]
    return deepest if not waiting else DEEPEST + 1
