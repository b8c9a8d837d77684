"""Lines of a PDF -> its sections: titles by size and weight, paragraphs, lists, tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from caridulu.curation.exports.documents.markdown_text import tidy
from caridulu.curation.exports.documents.pdf_lines import PdfLine, body_size
from caridulu.curation.exports.documents.sections import BOLD, Outline, is_numbered
from caridulu.curation.exports.documents.titles import is_question, without_label

LARGER = 1.12  # times the size of the text; larger letters are headings
LONGEST_TITLE = 300  # characters
FULL = 0.8  # share of the widest line's end, from which on a line ends for want of room
PARAGRAPH_GAP = 1.35  # times the usual distance of lines that parts paragraphs
_BULLET = re.compile(r"^[\u2022\u25cf\u25aa\u25e6\u2023\u2043\u00b7\uf0b7\u2013\u2014*-]\s+")
_NUMBER = re.compile(r"^\(?(\d{1,2}|[a-z])[.)]\s+")
_LABEL = re.compile(
    r"^(?:(?:jawab(?:an)?|answer|tanya|pertanyaan|question)\s*[:.]|[jatq]\s*:|(?-i:[JATQ])\.)\s+",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?:;\u201d\")]$")
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")


@dataclass(frozen=True)
class _Layout:
    """How the text stands on its pages."""

    distance: float  # of most lines from the one above
    right: float  # where the longest line ends


def pdf_outline(lines: Sequence[PdfLine], *, is_loose: bool = False) -> Outline:
    """Builds the sections of lines in reading order; loosely, any line that asks is a question."""
    outline, text_size = Outline(), body_size(lines)
    ranks, page = _ranks(lines, text_size), _layout(lines)
    for number, part in enumerate(_parts(lines, page, is_loose=is_loose), start=1):
        first = part[0]
        words = joined(part)
        is_table = len(part) > 1 and all(len(line.cells) > 1 for line in part)
        rank = 0 if is_table else _rank(first, words, ranks, is_loose=is_loose)
        if rank:
            outline.title(words, rank, number)
        elif is_table:
            outline.text(_table(part))
        else:
            outline.text(tidy(_BULLET.sub("- ", without_label(words), count=1)))
    return outline


def _ranks(lines: Sequence[PdfLine], text_size: float) -> dict[float, int]:
    """Ranks the letter sizes above that of the text, the largest first."""
    sizes = sorted({line.size for line in lines if line.size > text_size * LARGER}, reverse=True)
    return {size: min(6, n) for n, size in enumerate(sizes, start=1)}


def _layout(lines: Sequence[PdfLine]) -> _Layout:
    """Measures the text."""
    gaps = sorted(
        above.y - below.y
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.y - below.y < 4 * above.size
    )
    right = max((line.end for line in lines), default=0.0)
    return _Layout(gaps[len(gaps) // 3] if gaps else 14.0, right)


def _rank(line: PdfLine, words: str, ranks: dict[float, int], *, is_loose: bool) -> int:
    """Returns the rank of a title, 0 for text."""
    if len(words) > LONGEST_TITLE:
        return 0
    if line.size in ranks:
        return ranks[line.size]
    if line.is_bold and (is_question(words) or words[-1:] not in ".;,"):
        return BOLD
    return BOLD if _ends_asking(words) and (is_numbered(words) or is_loose) else 0


def _parts(lines: Sequence[PdfLine], page: _Layout, *, is_loose: bool) -> list[list[PdfLine]]:
    """Groups lines into titles, paragraphs, items of a list, and tables."""
    parts: list[list[PdfLine]] = []
    for line in lines:
        is_parted = parts and is_loose and _is_parted(parts[-1], line)
        if parts and not is_parted and _continues(parts[-1], line, page):
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _is_parted(part: list[PdfLine], line: PdfLine) -> bool:
    """Tells whether a question in plain letters begins or ends before a line."""
    begins = _is_whole_question(line.text) and bool(_SENTENCE_END.search(part[-1].text.rstrip()))
    return begins or (_is_whole_question(joined(part)) and not _starts_low(line))


def _is_whole_question(text: str) -> bool:
    return _ends_asking(text) and is_question(text)


def _ends_asking(text: str) -> bool:
    return text.rstrip("\"' \u201d").endswith("?")


def _continues(part: list[PdfLine], line: PdfLine, page: _Layout) -> bool:
    """Tells whether a line goes on with the part before it."""
    first, last = part[0], part[-1]
    if len(line.cells) > 1 and all(len(each.cells) == len(line.cells) for each in part):
        return True  # a row of a table; its header may be bold
    if _looks_otherwise(part, line) or _starts_item(line.text) or _LABEL.match(line.text):
        return False
    is_full = last.end > FULL * page.right
    goes_on = _starts_low(line) or (is_full and _starts_item(first.text))
    if line.is_bold and is_question(line.text) and not (is_question(joined(part)) or goes_on):
        return False  # a question below the name of its group
    if line.page != last.page:  # a sentence that is not over goes on
        return not _SENTENCE_END.search(last.text) or _starts_low(line)
    if last.text.rstrip().endswith("?") and (last.is_bold or is_numbered(first.text)):
        return not last.is_bold and _starts_low(line)
    return last.y - line.y <= page.distance * PARAGRAPH_GAP


def _looks_otherwise(part: list[PdfLine], line: PdfLine) -> bool:
    """Tells whether a line has other letters than the part before it, or other cells."""
    first, last = part[0], part[-1]
    if (line.size, line.is_bold) != (last.size, last.is_bold):
        return True
    if len(line.cells) > 1 and not _starts_item(first.text):
        return True
    return len(last.cells) > 1 and len(part) > 1


def _starts_low(line: PdfLine) -> bool:
    return line.text[:1].islower()


def _starts_item(text: str) -> bool:
    return _BULLET.match(text) is not None or _NUMBER.match(text) is not None


def joined(part: Sequence[PdfLine]) -> str:
    """Joins the words of lines that follow each other; one that a line end parts is whole again."""
    text = part[0].text
    for line in part[1:]:
        text = join(text, line.text)
    return text


def join(before: str, after: str) -> str:
    """Joins two lines; ``data-`` and ``data`` stay two words with their hyphen."""
    parted = _HYPHEN.search(before)
    if not parted or not after[:1].islower():
        return f"{before} {after}"
    left, right = parted[1].lower(), re.split(r"[^a-z]", after.lower())[0]
    is_doubled = any(left.endswith(right[:n]) for n in range(3, len(right) + 1)) and len(left) > 2
    if is_doubled or len(left) < 3 or before.endswith("\u2010"):
        return f"{before}{after}"
    return f"{before[:-1]}{after}"


def _table(part: Sequence[PdfLine]) -> str:
    rows = [[cell.replace("|", "\\|") for cell in line.cells] for line in part]
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    rule = f"| {' | '.join('---' for _ in rows[0])} |"
    return tidy("\n".join([head, rule, *body]))
