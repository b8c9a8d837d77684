"""XML of an FAQ -> questions with their answers: exports of phpMyFAQ and of WordPress (WXR).

phpMyFAQ: ``<phpmyfaq><article><category>A >> B</category><question/><answer/></article>``, the
answer's HTML escaped twice. WordPress: RSS with one ``<item>`` a post; its FAQ plugins keep each
question as a post of their own type, whose title is the question, in a taxonomy of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree as ET

from caridulu.curation.exports.documents.faq_json import faq_item
from caridulu.curation.exports.documents.markdown_text import markdown_of_field, soup_of
from caridulu.curation.exports.documents.page_outline import page_outline
from caridulu.curation.exports.documents.question_pairs import question_pairs
from caridulu.curation.exports.documents.sections import FaqItem, bare_title
from caridulu.curation.exports.documents.source_words import compared, field_changes, page_text
from caridulu.curation.exports.documents.titles import is_question
from caridulu.curation.exports.opened_files import check_size, refuse

LARGEST = 60_000_000  # bytes
LARGEST_POST = 1_000_000  # characters
_FAQ_TYPE = re.compile(r"faq|question|tanya|q_?a$|^qa|knowledge|^kb|docs?$|help|bantuan", re.I)
_NO_TEXT = frozenset({"attachment", "nav_menu_item", "revision"})  # types of posts
_NO_GROUPS = frozenset({"post_tag", "post_format", "nav_menu", "language"})
_WP = "{http://wordpress.org/export/"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_UNFOLDS = re.compile(
    r"\[(?!/)[\w-]{0,40}(?:accordion|toggle|spoiler|collapse|faq|tab|question)[\w-]{0,40}"
    r"\s[^\]\[]{0,500}?"
    r"\b(?:title|heading|question|header|tab_title)\s*=\s*"
    r"(?:\"(?P<quoted>[^\"\]\[]{3,300})\"|'(?P<single>[^'\]\[]{3,300})')[^\]\[]{0,500}\]",
    re.I,
)
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|button|faqs?|ultimate-faqs|accordions?|"
    r"toggles?|tabs?|collapse|spoiler|question|vc|et_pb|su|fusion|contact-form)"
    r"[\w-]{0,40}(?:\s[^\]\[]{0,1000})?/?\]"
)
_BLOCK = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|table|details|dl|blockquote|section|figure|pre)\b", re.I
)


@dataclass(frozen=True)
class XmlExport:
    """Questions of an export, and the titles of its posts that are not public."""

    items: list[FaqItem]
    hidden: tuple[str, ...]


def items_of_xml(path: Path, base: str) -> XmlExport:
    """Reads an export of phpMyFAQ or WordPress; ``base`` is where its links lead from."""
    check_size(path, largest=LARGEST)
    with path.open("rb") as stream:
        if re.search(rb"<!(?:ENTITY|DOCTYPE[^>]*\[)", stream.read(20_000)):
            raise refuse(path, "xml_entities")
    posts = _Posts(base)
    try:
        for _, element in ET.iterparse(path, events=("end",)):
            if posts.take(element):
                element.clear()
    except ET.ParseError as error:
        line, _ = error.position
        raise refuse(path, "bad_xml", line=max(1, line)) from error
    if not posts.count:
        raise refuse(path, "no_faq_xml")
    # Beside questions of a type of their own, posts are news; pages may hold further questions.
    others = posts.pages if posts.typed else posts.others
    return XmlExport([*posts.typed, *others], tuple(filter(None, posts.hidden)))


class _Posts:
    """What the posts of an export hold: of a type that an FAQ has of its own, and others."""

    def __init__(self, base: str) -> None:
        self._base = base
        self.count = 0
        self.typed: list[FaqItem] = []
        self.others: list[FaqItem] = []
        self.pages: list[FaqItem] = []  # those of the others that stand on pages
        self.hidden: list[str] = []

    def take(self, element: ET.Element) -> bool:
        """Reads an element if it is a post; tells whether it is one."""
        name = element.tag.rpartition("}")[2]
        if name == "article" and element.find("question") is not None:
            self.count += 1
            fields = {child.tag: child.text or "" for child in element}
            self.others += filter(None, [faq_item(fields, self.count, self._base)])
            return True
        if name != "item":
            return False
        self.count += 1
        kind = _wp(element, "post_type")
        if _is_public(element):
            is_typed = _FAQ_TYPE.search(kind) is not None
            items = list(_post(element, self.count, is_typed=is_typed))
            if is_typed:
                self.typed += items
            else:
                self.others += items
                self.pages += items if kind == "page" else []
        elif kind not in _NO_TEXT:
            self.hidden.append(element.findtext("title") or "")
        return True


def _wp(element: ET.Element, name: str) -> str:
    """Returns the text of WordPress' own element, whichever version of the format it has."""
    for child in element:
        if child.tag.startswith(_WP) and child.tag.endswith(f"}}{name}"):
            return (child.text or "").strip()
    return ""


def _is_public(element: ET.Element) -> bool:
    return _wp(element, "status") in ("publish", "") and not _wp(element, "post_password")


def _post(element: ET.Element, number: int, *, is_typed: bool) -> Iterator[FaqItem]:
    """Yields a post that is a question, or the questions that a page of the site holds."""
    kind = _wp(element, "post_type")
    content = element.findtext(_CONTENT) or ""
    if not content.strip() or len(content) > LARGEST_POST or kind == "attachment":
        return
    title = bare_title(_one_line(element.findtext("title")))
    content = _as_html(content)
    link = (element.findtext("link") or "").strip()
    category = _category(element)
    if title and (is_typed or is_question(title)):
        answer = markdown_of_field(content, link)
        changes = field_changes(title, content, question=title, answer=answer)
        yield FaqItem(title, answer, number, category, address=link, changes=changes)
        return
    pairs = question_pairs(page_outline(soup_of(content), base=link)).found
    if len(pairs) > 1 or kind == "page":
        for one in compared(pairs, page_text(soup_of(content)))[0]:
            yield replace(one, place=number, category=one.category or category, address=link)


def _category(element: ET.Element) -> str:
    """Returns the first category of a post that groups questions: no tag, no language."""
    groups = (one for one in element.findall("category") if one.get("domain") not in _NO_GROUPS)
    names = (_one_line(one.text) for one in groups)
    return next((name for name in names if name.lower() not in ("uncategorized", "")), "")


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _as_html(content: str) -> str:
    """Makes HTML of what an export holds of a post.

    Short codes that unfold a text have its title as an attribute; of posts without ``<p>``, blank
    lines are the paragraphs.
    """
    text = _UNFOLDS.sub(_heading, content)
    text = _SHORTCODE.sub("", text)
    if re.search(r"<p\b", text, re.I):
        return text
    return "\n".join(_paragraph(piece) for piece in re.split(r"(?:\r?\n[ \t]*){2,}", text))


def _heading(found: re.Match[str]) -> str:
    return f"\n\n<h4>{found['quoted'] or found['single']}</h4>\n\n"


def _paragraph(piece: str) -> str:
    """Makes a paragraph that keeps its lines, unless the piece is a block of its own."""
    lines = piece.strip().splitlines()
    if not lines or _BLOCK.search(piece):
        return piece
    return f"<p>{'<br>'.join(lines)}</p>"
