"""The words of a source beside what was read of them: which answers stand in it as they are.

They come from the plain text of the file, not from its sections, so that whatever the reading of
titles, lists and surroundings has done to an answer is seen. Compared are letters and digits.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bs4 import BeautifulSoup

from caridulu.curation.exports.documents.markdown_text import HTML, soup_of
from caridulu.curation.exports.documents.sections import FaqItem
from caridulu.knowledge.model import FaqChange

# Marks in a plain text: of a picture, of letters that mean something else by how they are set
# (raised, lowered, struck out), of a link that leads somewhere.
PICTURE, SET, LINK = "\ue000", "\ue001", "\ue002"
WINDOW = 200_000  # letters in which a question is looked for behind the one before
MOST_PLACES = 20  # of one question's words that are tried
OF_THE_PAGE = 3  # answers at least, and a third of all, behind which the same words stand
_LABELS = ("", "jawaban", "jawab", "answer", "petugas", "j", "a")  # between question and answer
_NUMBER = r"(?:(?:bab|bagian)?(?:\d{0,4}|[ivx]{1,5}|[a-z]))"
_BEFORE = re.compile(rf"{_NUMBER}(?:(?:pertanyaan|tanya|question|[tq])(?:ke)?\d{{0,3}})?")
_ADDRESS = re.compile(r"\]\((?:<[^>]*>|(?:[^()\s]|\([^()\s]*\))*)\)")
_NUMBERED = re.compile(r"\W*(\d{1,3})[.)]\s+")
_TITLE = re.compile(r"(?m)^(?:#{1,6} .*|\*\*[^*\n]+\*\*:?|.*\?[\"'\u201d)* ]*)$")
_NOWHERE = re.compile(r"#|javascript:|mailto:|tel:", re.I)  # their words say all of it
_LINK = re.compile(r"\]\(|(?<!\]\()(?<!\]\(<)https?://", re.I)
_ROW = re.compile(r"(?m)^\|.*\|\s*$")


def letters(text: str) -> str:
    """Returns the letters and digits of a text, small."""
    return "".join(re.findall(r"[^\W_]+", text)).casefold()


def page_text(soup: BeautifulSoup) -> str:
    """Takes the plain text out of a page, with marks of what letters do not tell."""
    for element in soup.find_all(["script", "style", "noscript", "template"]):
        element.decompose()
    for image in soup.find_all("img"):
        if image.find_parent(["h1", "h2", "h3", "h4", "h5", "h6", "summary", "button"]) is None:
            image.replace_with(PICTURE)
    for element in soup.find_all(["sup", "sub", "s", "del", "strike"]):
        element.insert_before(SET)
    for link in soup.find_all("a"):
        href = str(link.get("href") or "").strip()
        if link.get_text().strip() and href and not _NOWHERE.match(href):
            link.insert_before(LINK)
    return (soup.body or soup).get_text(" ")


def compared(items: Sequence[FaqItem], text: str) -> tuple[list[FaqItem], list[str]]:
    """Notes of each question of a document what differs from its plain text.

    Items are in the order of the document. Beside them: what stands behind each answer and belongs
    neither to it nor to the page around, empty as a rule.
    """
    words = _Words(text)
    places = words.places(items)
    gaps = words.gaps(places, [item.category for item in items])
    usual = Counter(map(_without_digits, gaps))
    least = max(OF_THE_PAGE, len(items) / 3)
    found, left = [], []
    for item, place, gap in zip(items, places, gaps, strict=True):
        is_left = bool(gap) and usual[_without_digits(gap)] < least
        changes = words.changes(place, item.answer, is_left=is_left)
        is_asked = item.question.rstrip("\"'\u201d)* ").endswith("?")
        changes += () if is_asked else (FaqChange.QUESTION,)
        found.append(replace(item, changes=(*changes, *_shape(item.answer))))
        left.append(words.behind(place, gap) if place and is_left else "")
    return found, left


def field_changes(asked: str, told: str, *, question: str, answer: str) -> tuple[FaqChange, ...]:
    """Tells what differs in a question and its Markdown answer from the fields that hold them."""
    asked_words, wanted = letters(_field_text(asked)), letters(question)
    told_text = _field_text(told)
    told_words, lines = letters(told_text), _lines(answer)
    is_asked = asked_words.endswith(wanted) and _BEFORE.fullmatch(asked_words.removesuffix(wanted))
    labels = [label for label in _LABELS if told_words.startswith(label)]
    is_told = any(_end(told_words, len(label), lines) == len(told_words) for label in labels)
    changes = () if is_asked and is_told else (FaqChange.WORDS,)
    return (*changes, *_marked(told_text, answer), *_shape(answer))


@dataclass(frozen=True)
class _Place:
    """Where a question stands among the letters; ``end`` is that of its answer, if it follows."""

    begin: int
    end: int | None


class _Line(NamedTuple):
    """A line of an answer: its number, which may be only Markdown's, and its letters."""

    number: str
    letters: str


class _Words:
    """The letters of a text, and where each word of them stands in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = [(m.start(), m[0].casefold()) for m in re.finditer(r"[^\W_]+", text)]
        self._letters = "".join(word for _, word in found)
        self._spots = [spot for spot, _ in found]
        self._begins: list[int] = []
        length = 0
        for _, word in found:
            self._begins.append(length)
            length += len(word)

    def places(self, items: Iterable[FaqItem]) -> list[_Place | None]:
        places: list[_Place | None] = []
        begin = 0
        for item in items:
            place = self._place(letters(item.question), _lines(item.answer), begin)
            places.append(place)
            if place:
                begin = place.begin if place.end is None else place.end
        return places

    def _place(self, question: str, lines: Sequence[_Line], begin: int) -> _Place | None:
        """Finds the first place of a question with its answer behind it, else its first place."""
        first, spot = None, begin
        for _ in range(MOST_PLACES):
            spot = self._letters.find(question, spot, begin + WINDOW) if question else -1
            if spot < 0:
                break
            behind = spot + len(question)
            for label in _LABELS:
                if self._letters.startswith(label, behind):
                    end = _end(self._letters, behind + len(label), lines)
                    if end is not None:
                        return _Place(spot, end)
            first = spot if first is None else first
            spot += 1
        return None if first is None else _Place(first, None)

    def gaps(self, places: Sequence[_Place | None], categories: Sequence[str]) -> list[str]:
        """Lists the letters between each answer and the next question that is found."""
        gaps: list[str] = []
        after, category = len(self._letters), ""
        for place, own in zip(reversed(places), reversed(categories), strict=True):
            end = place.end if place else None
            gaps.append("" if end is None else _gap(self._letters[end:after], category))
            after, category = place.begin if place else after, letters(own)
        return gaps[::-1]

    def changes(self, place: _Place | None, answer: str, *, is_left: bool) -> tuple[FaqChange, ...]:
        if place is None or place.end is None:
            return (FaqChange.WORDS,)
        text = self._text[self._spot(place.begin) : self._spot(place.end)]
        return (*((FaqChange.LEFT,) if is_left else ()), *_marked(text, answer))

    def behind(self, place: _Place, gap: str) -> str:
        """Returns the words behind an answer, as they stand in the text."""
        if place.end is None:
            return ""
        words = self._text[self._spot(place.end) : self._spot(place.end + len(gap))]
        return " ".join(re.sub(f"[{PICTURE}{SET}{LINK}]", " ", words).split())

    def _spot(self, letter: int) -> int:
        """Finds where in the text the word begins that has this letter, or the text's end."""
        number = bisect_left(self._begins, letter)
        return self._spots[number] if number < len(self._spots) else len(self._text)


def _gap(between: str, category: str) -> str:
    """Takes the number of a question and the title of its category off the letters before it."""
    head, found, tail = between.rpartition(category) if category else ("", "", between)
    if found and _BEFORE.fullmatch(tail):
        between = head
    return "" if _BEFORE.fullmatch(between) else between


def _lines(markdown: str) -> list[_Line]:
    """Lists the lines of an answer."""
    lines = []
    for line in _ADDRESS.sub("]", markdown).split("\n"):
        found = _NUMBERED.match(line)
        begin = found.end() if found else 0
        lines.append(_Line(found[1] if found else "", letters(line[begin:])))
    return lines


def _end(text: str, begin: int, lines: Iterable[_Line]) -> int | None:
    """Finds where lines end that follow each other from ``begin``; None where one does not."""
    for line in lines:
        numbered = line.number + line.letters
        if text.startswith(numbered, begin):
            begin += len(numbered)
        elif text.startswith(line.letters, begin):
            begin += len(line.letters)
        else:
            return None
    return begin


def _marked(text: str, answer: str) -> tuple[FaqChange, ...]:
    """Lists what of the source an answer cannot show or has lost, though all letters are there."""
    is_lost = text.count(LINK) > len(_LINK.findall(answer))
    return (
        *((FaqChange.WORDS,) if SET in text else ()),
        *((FaqChange.PICTURE,) if PICTURE in text else ()),
        *((FaqChange.LINK,) if is_lost else ()),
    )


def _shape(answer: str) -> tuple[FaqChange, ...]:
    """Lists what in an answer had another shape in the source, or may be of another question."""
    titles = (FaqChange.HEADING,) if _TITLE.search(answer) else ()
    return (*titles, *((FaqChange.TABLE,) if _ROW.search(answer) else ()))


def _field_text(text: str) -> str:
    return page_text(soup_of(text)) if HTML.search(text) else text


def _without_digits(gap: str) -> str:
    return re.sub(r"\d", "", gap)
