"""A PDF file -> its lines of text, with the size and weight of their letters."""

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from caridulu.curation.exports.documents.markdown_text import link_address
from caridulu.curation.exports.documents.titles import is_question
from caridulu.curation.exports.opened_files import check_size, refuse, whole_letters
from caridulu.knowledge.markdown import written_link

LARGEST = 50_000_000  # bytes
MOST_PAGES = 300
LARGEST_PAGE = 8_000_000  # bytes of what draws a page; a page of text has some 10,000
MOST_LETTERS = 3_000_000  # of the whole document
FEWEST_LETTERS = 30  # on a page, on average; below, pages are pictures
LETTER_WIDTH = 0.5  # of the letter size, on average
COLUMN_GAP = 1.6  # letter sizes between two cells of a table
NARROW_GAP = 0.9  # where the reader of the PDF has put a space before the piece
WORD_GAP = 0.25  # letter sizes between two words
SAME_LINE = 0.45  # letter sizes that two pieces of one line may differ in height
MARGIN_LINES = 2  # at the head and foot of a page that may repeat on every page
_PAGE_MARK = re.compile(
    r"(?:\w+://\S+ |\W*(?:hal(?:aman)?\.?|page)?)\W*\d{1,3}(?:\W*(?:dari|of|/)\W*\d{1,3})?\W*|"
    r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}[.:]\d{2}(?: [AP]M)?(?: .*)?",
    re.I,
)
# What pypdf raises for files that are none, or damaged.
_BROKEN = (
    *(PyPdfError, OSError, ValueError, KeyError, IndexError, TypeError, AttributeError),
    *(AssertionError, RecursionError, NotImplementedError, OverflowError, ZeroDivisionError),
    *(MemoryError, LookupError),
)


@dataclass(frozen=True, slots=True)
class PdfPiece:
    """Letters that a PDF writes in one go."""

    text: str
    x: float
    y: float
    size: float
    is_bold: bool
    address: str = ""


@dataclass
class PdfLine:
    """One line of a page; several ``cells`` where gaps part it."""

    page: int
    y: float
    x: float
    size: float
    is_bold: bool
    end: float  # about where it ends, to the right
    cells: list[str]

    @property
    def text(self) -> str:
        return " ".join(self.cells)


def pdf_lines(path: Path) -> list[PdfLine]:
    """Reads the lines of a document in reading order, without what repeats on every page."""
    check_size(path, largest=LARGEST)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # warns of every oddity of a file
    with path.open("rb") as stream:
        if b"%PDF-" not in stream.read(1024):
            raise refuse(path, "no_pdf")
        stream.seek(0)
        try:
            pages = _pages(path, PdfReader(stream))
        except _BROKEN as error:
            raise refuse(path, "corrupt_pdf") from error
    letters = sum(len(line.text) for page in pages for line in page)
    if letters < FEWEST_LETTERS * len(pages):
        raise refuse(path, "scanned_pdf")
    return [line for page in _without_margins(pages) for line in page]


def _pages(path: Path, reader: PdfReader) -> list[list[PdfLine]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise refuse(path, "locked")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise refuse(path, "too_many_pages", count=count, limit=MOST_PAGES)
    pages: list[list[PdfLine]] = []
    letters = 0
    for number, page in enumerate(reader.pages, start=1):
        content = page.get_contents()
        if content is not None and len(content.get_data()) > LARGEST_PAGE:
            raise refuse(path, "pdf_page_too_large", page=number)
        lines = _lines(_pieces(page), number)
        letters += sum(len(line.text) for line in lines)
        if letters > MOST_LETTERS:
            raise refuse(path, "too_many_pages", count=count, limit=MOST_PAGES)
        pages.append(lines)
    return pages


def _pieces(page: PageObject) -> list[PdfPiece]:
    """Reads the pieces of text of a page, as they are drawn."""
    links = _links(page)
    pieces: list[PdfPiece] = []

    def visit(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        words = whole_letters(text.strip("\n"))
        if not words.strip():
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
        name = str((font or {}).get("/BaseFont", "")).lower()
        is_bold = re.search(r"bold|black|heavy|semib|demi", name) is not None
        height = round(abs(size * scale) or 10.0, 1)
        address = next((link.address for link in links if link.holds(x, y, height)), "")
        for number, line in enumerate(words.split("\n")):
            if line.strip():
                below = y - number * height * 1.2
                pieces.append(PdfPiece(line.rstrip("\r"), x, below, height, is_bold, address))

    page.extract_text(visitor_text=visit)
    return pieces


@dataclass(frozen=True)
class _Link:
    """A web address, and the box on a page that leads there."""

    address: str
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float, size: float) -> bool:
        """Tells whether letters of this size that begin here stand in the box."""
        is_beside = self.left - 1 <= x < self.right - 1
        return is_beside and self.bottom - size / 2 <= y <= self.top


def _links(page: PageObject) -> list[_Link]:
    """Reads the web addresses of a page, with the boxes that lead to them."""
    found = []
    for each in page.get("/Annots", None) or ():
        annotation = each.get_object()
        action = annotation.get("/A")
        address = link_address(str(action.get_object().get("/URI", "") if action else ""))
        box = annotation.get("/Rect")
        if address and box is not None and len(box) == 4:
            found.append(_Link(address, *map(float, box)))
    return found


def _lines(pieces: Sequence[PdfPiece], page: int) -> list[PdfLine]:
    """Joins pieces at the same height, from the top of the page down."""
    lines: list[list[PdfPiece]] = []
    for piece in pieces:
        near = next(
            (
                line
                for line in reversed(lines[-6:])
                if abs(line[0].y - piece.y) <= SAME_LINE * max(piece.size, line[0].size)
            ),
            None,
        )
        if near is None:
            lines.append([piece])
        else:
            near.append(piece)
    return [_line(sorted(line, key=lambda p: p.x), page) for line in lines]


def _line(pieces: list[PdfPiece], page: int) -> PdfLine:
    """Joins the pieces of a line, from left to right; a wide gap begins another cell."""
    cells: list[str] = []
    end = pieces[0].x
    for piece in pieces:
        words = re.sub(r"[ \t]+", " ", piece.text)
        if piece.address and piece.address.rstrip("/") != words.strip().rstrip("/"):
            words = words.replace(words.strip(), written_link(words.strip(), piece.address))
        gap = (piece.x - end) / piece.size
        begins_apart = words[:1] == " "
        if not cells or gap > (NARROW_GAP if begins_apart else COLUMN_GAP):
            cells.append(words.strip())
        else:
            is_apart = gap > WORD_GAP or begins_apart or cells[-1][-1:] == " "
            cells[-1] = cells[-1].rstrip() + (" " if is_apart else "") + words.strip()
        if words[-1:] == " ":
            cells[-1] += " "
        end = piece.x + len(piece.text.strip()) * piece.size * LETTER_WIDTH
    is_bold = all(piece.is_bold for piece in pieces)
    cells = [cell.strip() for cell in cells]
    return PdfLine(page, pieces[0].y, pieces[0].x, _size(pieces), is_bold, end, cells)


def _size(pieces: Iterable[PdfPiece]) -> float:
    """Returns the size of most of the letters, bold and plain ones apart."""
    letters: Counter[tuple[float, bool]] = Counter()
    for piece in pieces:
        letters[piece.size, piece.is_bold] += len(piece.text.strip())
    (size, _), _ = letters.most_common(1)[0]
    return size


def _without_margins(pages: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """Takes out page numbers, and heads and feet that stand on at least half of the pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        # A table of contents has the questions once more.
        seen.update({_key(line) for line in _margin(page) if not is_question(line.text)})
    repeated = {key for key, count in seen.items() if count > 1 and count * 2 >= len(pages)}
    return [
        [
            line
            for line in page
            if not (line in _margin(page) and (_key(line) in repeated or _is_page_mark(line)))
        ]
        for page in pages
    ]


def _margin(page: list[PdfLine]) -> list[PdfLine]:
    if len(page) <= 2 * MARGIN_LINES:
        return page
    return [*page[:MARGIN_LINES], *page[-MARGIN_LINES:]]


def _key(line: PdfLine) -> str:
    return re.sub(r"\d+", "0", " ".join(line.text.lower().split()))


def _is_page_mark(line: PdfLine) -> bool:
    """Tells whether a line is a page number, or the moment or address that a browser prints."""
    return _PAGE_MARK.fullmatch(" ".join(line.text.split())) is not None


def body_size(lines: Iterable[PdfLine]) -> float:
    """Returns the letter size of most of the text."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 10.0
