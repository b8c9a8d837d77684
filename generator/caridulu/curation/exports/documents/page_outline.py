"""A web page -> its sections: headings, what unfolds, lists of terms, tables of questions."""

import datetime as dt
import re
from itertools import islice

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from caridulu.curation.exports.documents.markdown_text import markdown_of
from caridulu.curation.exports.documents.paragraphs import (
    element_text,
    is_answered_below,
    is_bold,
    is_bold_count,
    looks_like_title,
    paragraph_of,
    split_question,
)
from caridulu.curation.exports.documents.question_tables import question_rows
from caridulu.curation.exports.documents.sections import BOLD, TOGGLE, Outline, is_numbered
from caridulu.curation.exports.documents.titles import (
    day_named,
    is_question,
    is_reference_line,
    names_asker,
    without_label,
)

LONGEST_TITLE = 300  # characters of a paragraph that can be a question
DEEPEST = 150  # elements inside each other
MOST_ELEMENTS = 40_000  # of a page; paragraphs of a document; questions of an export
MOST_INSIDE = 80  # elements and texts inside one that can be a question
HEADINGS = {f"h{n}": n for n in range(1, 7)}
_HIDDEN = (
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form",
    "svg", "iframe", "object", "select", "input", "textarea", "video", "audio", "map", "head",
)  # fmt: skip
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|breadcrumbs?|sidebar|footer|kaki|related|terkait|share|bagikan|"
    r"komentar|comments?|cookies?|pagination|(?<!elementor-)widget|baca-?juga|"
    r"toc|daftar-isi|skip-link|sr-only|toolbar)(?:$|[\s_-])",
    re.I,
)
_QUESTION = re.compile(
    r"(?:^|[\s_-])(?:question|pertanyaan|tanya|faq-?(?:title|q|head(?:er)?)|"
    r"(?:accordion|collapse|toggle|panel|card)-?(?:title|header|heading|button|trigger|toggle))"
    r"(?:$|[\s_-])",
    re.I,
)
_INLINE = frozenset(
    (
        "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "font", "i", "img", "ins",
        "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
        "time", "u",
    )
)  # fmt: skip
_BLOCKS = (*HEADINGS, "p", "div", "ul", "ol", "dl", "table", "details", "section", "article")


def page_outline(soup: BeautifulSoup, *, base: str, is_loose: bool = False) -> Outline:
    """Reads the sections of a page; menus, scripts and the like are taken out of it.

    ``base`` is its address, to which its links are relative. Read loosely, a plain paragraph that
    asks is a question, too.
    """
    root = soup.body or soup
    _without_surroundings(root)
    walk = _Walk(base, is_loose=is_loose, counts_questions=_counts_questions(root))
    walk.children(_around_questions(root, is_loose=is_loose))
    return walk.outline


def _counts_questions(root: Tag) -> bool:
    """Tells whether most of the bold lines that are counted ask: then all of them do."""
    lines = filter(is_bold_count, root.find_all(["p", "ol", "ul"]))
    asking = [is_question(element_text(line)) for line in lines]
    return len(asking) > 2 and 2 * sum(asking) > len(asking)


def trouble_of(soup: BeautifulSoup) -> str | None:
    """Names the sentence for a page that has more elements, or deeper ones, than people write."""
    level: list[Tag] = [soup]
    count = 0
    for _ in range(DEEPEST):
        level = [child for one in level for child in one.children if isinstance(child, Tag)]
        count += len(level)
        if not level:
            return None
        if count > MOST_ELEMENTS:
            return "long_document"
    return "bad_page"


def _without_surroundings(root: Tag) -> None:
    for element in root.find_all(_HIDDEN):
        if element.name != "header" or not element.find(["h1", "h2", "h3", "h4", "summary"]):
            element.decompose()
    for element in root.find_all():
        if element.decomposed or element is root:
            continue
        names = " ".join([*(element.get("class") or []), str(element.get("id") or "")])
        if (names.strip() and _BESIDE.search(names)) or element.get("role") == "navigation":
            element.decompose()
    for text in root.find_all(string=lambda text: isinstance(text, PreformattedString)):
        text.extract()


def _around_questions(root: Tag, *, is_loose: bool) -> Tag:
    """Finds the innermost element that holds every question: what lies outside is no answer."""
    chains = [
        [*reversed(list(element.parents)), element]
        for element in root.find_all()
        if _asking_element(element, is_loose=is_loose)
    ]
    if len(chains) < 2:
        return root
    shared = root
    for level in zip(*chains, strict=False):
        if any(other is not level[0] for other in level):
            break
        shared = level[0]
    is_asked_itself = any(chain[-1] is shared for chain in chains)  # with a bold one inside it
    is_part = shared.name in ("table", "tbody", "tr", "dl", *_INLINE)
    return shared.parent if shared.parent and (is_asked_itself or is_part) else shared


def _asking_element(element: Tag, *, is_loose: bool) -> bool:
    if element.name in (*HEADINGS, "summary", "dt", "button"):
        return is_question(element_text(element))
    if element.name in ("p", "td", "th", "li", "strong", "b", "div", "span", "a"):
        if next(islice(element.descendants, MOST_INSIDE, None), None) is not None:
            return False
        words = element_text(element)
        is_title = is_loose or element.name in ("strong", "b", "td") or is_numbered(words)
        is_marked = is_title or _is_named_question(element)
        return is_marked and len(words) <= LONGEST_TITLE and is_question(words)
    return False


class _Walk:
    """Goes through a page in reading order."""

    def __init__(self, base: str, *, is_loose: bool, counts_questions: bool) -> None:
        self.outline = Outline()
        self._counts_questions = counts_questions
        self._base = base
        self._is_loose = is_loose
        self._place = 0
        self._unfolded = 0  # elements around that unfold
        self._readers = {"details": self._details, "dl": self._terms, "table": self._table}
        self._readers |= {"ul": self._list, "ol": self._list, "p": self._paragraph}

    def children(self, element: Tag) -> None:
        """Reads what an element holds; words without an element of their own are paragraphs."""
        run: list[PageElement] = []
        for child in list(element.children):
            if isinstance(child, Tag) and not _is_inline(child):
                self._run(run)
                run = []
                self._element(child)
            elif isinstance(child, Tag | NavigableString):
                run.append(child)
        self._run(run)

    def _element(self, element: Tag) -> None:
        name = element.name
        self._place += 1
        if name in HEADINGS:
            self._title(element, HEADINGS[name])
        elif name in self._readers:
            self._readers[name](element)
        elif _is_question_line(element):
            self._question(element)
        elif element.find(_BLOCKS) or any(map(_is_named_question, element.find_all())):
            before = self.outline.depth
            self.children(element)
            if name in ("section", "article", "li", "td"):
                self.outline.close(before)
        else:
            self._paragraph(element)

    def _title(self, element: Tag, rank: int) -> None:
        if words := element_text(element):
            self.outline.title(words, rank, self._place)

    def _question(self, element: Tag, *, day: dt.date | None = None) -> None:
        if words := element_text(element):
            rank = TOGGLE + self._unfolded
            self.outline.title(words, rank, self._place, is_item=True, day=day)

    def _details(self, element: Tag) -> None:
        before, summary = self.outline.depth, element.find("summary", recursive=False)
        if isinstance(summary, Tag):
            self._question(summary)
            summary.extract()
        self._unfolded += 1
        self.children(element)
        self._unfolded -= 1
        self.outline.close(before)

    def _terms(self, element: Tag) -> None:
        before = self.outline.depth
        for child in element.find_all(["dt", "dd"]):
            self._place += 1
            if child.name == "dt":
                self._question(child)
            else:
                self.children(child)
        self.outline.close(before)

    def _table(self, element: Tag) -> None:
        rows = question_rows(element)
        if rows is None:
            self.outline.text(markdown_of(element, self._base))
            return
        before = self.outline.depth
        for row in rows:
            self._place += 1
            self._question(row.question, day=day_named(element_text(row.day)) if row.day else None)
            self.outline.text(markdown_of(_as_block(row.answer), self._base))
        self.outline.close(before)

    def _list(self, element: Tag) -> None:
        """Reads a list as text, unless its items are questions with answers, or its last one is.

        Word makes one list of the items of an answer and of the numbered question behind them.
        """
        items = element.find_all("li", recursive=False)
        if items and self._asks_last(element, items):
            asked = element_text(items[-1].extract())
            self.outline.text(markdown_of(element, self._base))
            self.outline.title(asked, BOLD + self._unfolded, self._place, is_item=True)
        elif any(map(_question_of, items)):
            for item in items:
                if question := _question_of(item):
                    rank = HEADINGS.get(question.name, BOLD + self._unfolded)
                    self._title(question.extract(), rank)
                self._element(item)
        else:
            self.outline.text(markdown_of(element, self._base))

    def _paragraph(self, element: Tag) -> None:
        """Reads a paragraph; one that asks and is bold, numbered or labelled is a title."""
        text = element_text(element)
        if names_asker(text) or is_reference_line(text, len(element.find_all("a"))):
            return
        question, answer = split_question(element)
        words = element_text(question)
        is_item, asks = self._is_item(element), is_question(words)
        is_title = is_bold(question) or is_numbered(words) or (is_item and asks)
        is_title = is_title or (self._is_loose and answer is None)
        if is_title and (is_item or asks) and 0 < len(words) <= LONGEST_TITLE:
            self.outline.title(words, BOLD + self._unfolded, self._place, is_item=is_item)
            if answer is not None:
                self.outline.text(without_label(markdown_of(answer, self._base)))
        elif day_named(words) or looks_like_title(element, words):
            self.outline.title(words, BOLD + self._unfolded, self._place)
        else:
            self.outline.text(without_label(markdown_of(_as_block(element), self._base)))

    def _asks_last(self, element: Tag, items: list[Tag]) -> bool:
        """Tells whether only the last item of a list asks, and what follows is its answer."""
        if items[-1].find(_BLOCKS):
            return False
        if len(items) == 1 and self._is_item(element):
            return True
        below = element.find_next_sibling()
        is_told = len(items) == 1 or (isinstance(below, Tag) and below.name == "p")
        *others, last = (is_question(element_text(item)) for item in items)
        return is_told and last and not any(others)

    def _is_item(self, element: Tag) -> bool:
        """Tells whether a line is a question whatever its words are."""
        return is_answered_below(element) or (self._counts_questions and is_bold_count(element))

    def _run(self, run: list[PageElement]) -> None:
        """Reads words and inline elements that follow each other as a paragraph."""
        if not any(part.get_text().strip() for part in run):
            return
        self._place += 1
        self._paragraph(paragraph_of(run))


def _is_inline(element: Tag) -> bool:
    is_inline = element.name in _INLINE
    return is_inline and element.find(_BLOCKS) is None and not _is_named_question(element)


def _is_named_question(element: Tag) -> bool:
    """Tells whether an element is called a question, or is a button that unfolds something."""
    unfolds = element.get("role") == "button" and element.has_attr("aria-controls")
    is_called = _QUESTION.search(" ".join(element.get("class") or [])) is not None
    return element.name == "button" or unfolds or is_called


def _is_question_line(element: Tag) -> bool:
    """Tells whether an element is named a question and holds no more than its words."""
    is_line = element.find(["p", "ul", "ol", "table"]) is None
    is_short = 0 < len(element_text(element)) <= LONGEST_TITLE
    return is_line and is_short and _is_named_question(element)


def _question_of(item: Tag) -> Tag | None:
    """Finds the question with which an item of a list begins, if its answer follows there."""
    first = item.find([*HEADINGS, "summary", "button", "dt", "p", "strong", "b", "div"])
    if not isinstance(first, Tag) or element_text(first) == element_text(item):
        return None
    return first if is_question(element_text(first)) else None


def _as_block(cell: Tag) -> Tag:
    """Turns a cell into an element that is no part of a table."""
    if cell.name in ("td", "th", "li", "dd"):
        cell.name = "div"
    return cell
