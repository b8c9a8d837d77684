"""A document, a web page or an export of an FAQ -> the consultations it holds."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from bs4 import BeautifulSoup, ParserRejectedMarkup

from caridulu.curation.exports.cell_dates import month_of
from caridulu.curation.exports.consultation import Consultation, ExportOptions, Reading, SourceKind
from caridulu.curation.exports.documents.faq_json import items_of_json
from caridulu.curation.exports.documents.faq_xml import items_of_xml
from caridulu.curation.exports.documents.markdown_text import link_address
from caridulu.curation.exports.documents.page_outline import MOST_ELEMENTS, page_outline, trouble_of
from caridulu.curation.exports.documents.pdf_lines import pdf_lines
from caridulu.curation.exports.documents.pdf_outline import pdf_outline
from caridulu.curation.exports.documents.question_pairs import (
    SHOWN_TITLES,
    Pairs,
    headed_pairs,
    question_pairs,
)
from caridulu.curation.exports.documents.sections import FaqItem, Outline
from caridulu.curation.exports.documents.source_words import compared, page_text
from caridulu.curation.exports.documents.titles import closes_document
from caridulu.curation.exports.documents.word_file import html_of_word
from caridulu.curation.exports.handover_line import shorten
from caridulu.curation.exports.opened_files import check_size, refuse
from caridulu.curation.exports.phrases.empty_texts import is_pending, says_nothing
from caridulu.knowledge import Location, Problem, notice
from caridulu.knowledge.model import FaqChange

PAGES = (".html", ".htm", ".xhtml")  # suffixes
_OLD_WORD = (".doc", ".rtf", ".odt")  # are refused
DOCUMENTS = (*PAGES, ".docx", ".pdf", ".xml", *_OLD_WORD)
CHANNEL = "FAQ"
LARGEST_PAGE = 5_000_000  # bytes
HEAD = 3_000  # characters of a page in which a browser says from where it was saved
LONGEST_QUESTION = 300  # characters, as the model has it
SHOWN_WORDS = 120  # characters of what stands behind an answer
MANY = 2  # questions found, from which on the strict reading is kept
_YES = re.compile(r"\W*i?ya\W*", re.I)  # answers what a page asks; in a chat it says nothing


def read_document(path: Path, options: ExportOptions) -> Reading:
    """Reads the questions and answers of a file that an office has published or decided."""
    suffix = path.suffix.lower()
    if suffix in _OLD_WORD:
        raise refuse(path, "old_word")
    if suffix == ".xml":
        export = items_of_xml(path, options.source)
        reading = _of_items(path, export.items, is_public=True)
        return _with_left(reading, path, "posts_left", export.hidden)
    if suffix == ".pdf":
        lines = pdf_lines(path)
        text = "\n".join(line.text for line in lines)
        return _of_pairs(path, _best(partial(pdf_outline, lines)), text)
    markup = html_of_word(path) if suffix == ".docx" else _page(path)
    return _of_page(path, markup, options)


def read_faq_json(path: Path, found: object, options: ExportOptions) -> Reading:
    """Reads the questions and answers in the JSON of a file."""
    return _of_items(path, items_of_json(found, options.source), is_public=True)


def _of_page(path: Path, markup: str | bytes, options: ExportOptions) -> Reading:
    if isinstance(markup, bytes):  # marks of CDATA stand around HTML in pages of phpMyFAQ
        markup = markup.replace(b"<![CDATA[", b"").replace(b"]]>", b"")

    def outline(*, is_loose: bool) -> Outline:
        return page_outline(BeautifulSoup(markup, "html.parser"), base=base, is_loose=is_loose)

    try:
        soup = BeautifulSoup(markup, "html.parser")
        if trouble := trouble_of(soup):
            raise refuse(path, trouble, limit=MOST_ELEMENTS)
        base = options.source or _own_address(soup, markup)
        described = list(_described(soup, base))
        pairs = _best(outline)
    except (ParserRejectedMarkup, RecursionError) as error:
        raise refuse(path, "bad_page") from error
    if len(described) > len(pairs.found):  # the page says itself what its questions are
        return _of_items(path, described, is_public=True)
    return _of_pairs(path, pairs, page_text(soup), is_public=path.suffix.lower() in PAGES)


def _best(read: Callable[..., Outline]) -> Pairs:
    """Reads a document strictly; loosely where only that finds several questions, or twice as many.

    Then these are those that are found strictly, and others.
    """
    strict = read(is_loose=False)
    pairs = question_pairs(strict)
    more = question_pairs(read(is_loose=True))
    if len(pairs.found) >= MANY:
        asked, others = ({item.question for item in one.found} for one in (pairs, more))
        return more if asked <= others and len(more.found) >= 2 * len(pairs.found) else pairs
    if len(more.found) > len(pairs.found):
        return more
    return pairs if pairs.found or pairs.unanswered else headed_pairs(strict)


def _page(path: Path) -> bytes:
    check_size(path, largest=LARGEST_PAGE)
    content = path.read_bytes()
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse(path, "binary")
    return content


def _own_address(soup: BeautifulSoup, markup: str | bytes) -> str:
    """Finds the address that a page names as its own."""
    for selector, key in (
        ("link[rel=canonical]", "href"),
        ('meta[property="og:url"]', "content"),
        ("base[href]", "href"),
    ):
        found = soup.select_one(selector)
        if found is not None and (address := link_address(str(found.get(key) or ""))):
            return address
    head = markup[:HEAD] if isinstance(markup, str) else markup[:HEAD].decode("ascii", "replace")
    saved = re.search(r"saved from url=\(\d+\)(https?://[^\s<>\"]+)", head)
    return saved[1] if saved else ""


def _described(soup: BeautifulSoup, base: str) -> Iterable[FaqItem]:
    """Yields the questions that a page describes to search engines (``FAQPage``)."""
    for script in soup.find_all("script", {"type": "application/ld+json"}):
        try:
            found = json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue
        if "FAQPage" in script.get_text():
            yield from items_of_json(found, base)


def _of_pairs(path: Path, pairs: Pairs, text: str, *, is_public: bool = False) -> Reading:
    """Makes consultations of the questions of a document, compared with its plain text."""
    items = sorted((*pairs.found, *pairs.unanswered), key=lambda item: item.place)
    found, left = compared(items, text)
    told = tuple(
        notice(Location(path.name, number), "curation.words_left", question=item.question,
               value=shorten(words, SHOWN_WORDS))
        for number, (item, words) in enumerate(zip(found, left, strict=True), start=1)
        if words and item.answer and not closes_document(words)
    )  # fmt: skip
    reading = _of_items(path, found, is_public=is_public)
    reading = _with_left(reading, path, "document_left", pairs.left)
    return replace(reading, refused=(*reading.refused, *told))


def _of_items(path: Path, items: Iterable[FaqItem], *, is_public: bool) -> Reading:
    """Makes consultations of the questions; their places count from 1."""
    consultations: list[Consultation] = []
    aside: list[Problem] = []
    for number, item in enumerate(items, start=1):
        if number > MOST_ELEMENTS:
            raise refuse(path, "long_document", limit=MOST_ELEMENTS)
        place = Location(path.name, number)
        if missing := _missing(item):
            value = item.question or item.answer
            aside.append(notice(place, f"curation.item_without_{missing}", value=value))
        else:
            consultations.append(_consultation(item, place, is_public=is_public))
    if not consultations:
        raise refuse(path, "no_questions")
    count = len(consultations)
    messages = count + len(aside)
    return Reading(tuple(consultations), refused=tuple(aside), messages=messages, used=count)


def _missing(item: FaqItem) -> str:
    """Names what keeps an item from being a consultation: its question, its answer or nothing."""
    if not item.question:
        return "question"
    if _YES.fullmatch(item.answer):
        return ""
    return "answer" if says_nothing(item.answer) or is_pending(item.answer) else ""


def _consultation(item: FaqItem, place: Location, *, is_public: bool) -> Consultation:
    return Consultation(
        channel=CHANNEL,
        month=month_of(item.day),
        start=item.day.isoformat() if item.day else "",
        question=item.question[:LONGEST_QUESTION],
        answer=item.answer,
        place=place,
        key=(CHANNEL, item.question, item.answer),
        category=item.category,
        phrasings=item.phrasings,
        kind=SourceKind.FAQ,
        address=item.address,
        is_public=is_public,
        changes=_with_cut(item),
    )


def _with_cut(item: FaqItem) -> tuple[FaqChange, ...]:
    """Lists what was changed of an item; also its words, where its question is cut."""
    cut = (FaqChange.WORDS,) if len(item.question) > LONGEST_QUESTION else ()
    return tuple(dict.fromkeys((*cut, *item.changes)))


def _with_left(reading: Reading, path: Path, key: str, left: tuple[str, ...]) -> Reading:
    """Adds a notice that names the parts of a document that became no question.

    Who made or signed it is not named; where there is nothing else, nothing is told.
    """
    plain = dict.fromkeys(text for text in left if not closes_document(text))
    if not plain:
        return reading
    shown = "; ".join(list(plain)[:SHOWN_TITLES])
    told = notice(Location(path.name), f"curation.{key}", count=len(left), other=shown)
    return replace(reading, refused=(*reading.refused, told))
