"""An answer -> its parts, each with the numbers of the points that it names."""

import re
from dataclasses import dataclass

from caridulu.curation.questions.listed_points import ORDINALS

_MORE = (
    r"(?P<more>(?: ?(?:s[./]*d\.?|sampai(?: dengan)?|dan|[-\u2013,&]) ?"
    r"(?:nomor |no\.? ?)?[1-9]\b)*)"
)
# Where an answer goes on to another number of the question, or to several: ``No. 3 s.d. 5: ...``.
_NAMED = re.compile(
    r"(?:^|(?<=[.?!])[ \t]+)(?:(?:untuk|utk|mengenai|terkait|soal|sedangkan|adapun|jawaban|yang|"
    r"menyusul(?:kan)?|susulan|melengkapi|tambahan|hal|poin|pertanyaan|permintaan) )*"
    r"(?:(?:nomor |no\.? ?|ke-|poin |pertanyaan |ad\.? )(?P<digit>[1-9])|"
    rf"(?P<word>{'|'.join(ORDINALS)}))\b{_MORE}[:,.)]?\s+",
    re.I | re.M,
)
# The same without a word for it, at the beginning of a line: ``3-5. bukan data kami``.
_MARKED = re.compile(rf"^[ \t]*\(?(?P<digit>[1-9])\b{_MORE}[.):]+\s+", re.I | re.M)
# What is said of all points behind the last that is named: ``Selebihnya bukan data kami``.
_REST = re.compile(
    r"^(?=\W*(?:(?:untuk|utk|adapun|sedangkan|data|poin|yang) )*"
    r"(?:selebihnya|sisanya|selainnya|(?:yang )?lain(?:nya)?)\b)",
    re.I | re.M,
)


@dataclass(frozen=True)
class NumberedPart:
    """What an answer says of one point, or of several in a row; numbers count from 1."""

    numbers: range
    text: str


def numbered_parts(answer: str, points: int) -> list[NumberedPart]:
    """Cuts an answer where it names numbers, or where one mark or word stands for several points.

    Args:
        answer: to a list.
        points: how many that list has.
    """
    marks = list(_MARKED.finditer(answer))
    found = [*_NAMED.finditer(answer), *(marks if len(marks) < points else ())]
    found.sort(key=re.Match.start)
    ends = [*(one.start() for one in found[1:]), len(answer)][: len(found)]
    parts = [
        NumberedPart(_numbers(one), answer[one.end() : end])
        for one, end in zip(found, ends, strict=True)
    ]
    if parts and parts[0].numbers[:1] == range(2, 3):  # what stands before it answers the first one
        parts.insert(0, NumberedPart(range(1, 2), answer[: found[0].start()]))
    last = parts[-1] if parts else NumberedPart(range(1), "")
    if 1 < last.numbers.stop <= points and (rest := _REST.search(last.text, 1)):
        parts[-1] = NumberedPart(last.numbers, last.text[: rest.start()])
        parts.append(NumberedPart(range(last.numbers.stop, points + 1), last.text[rest.start() :]))
    return parts


def _numbers(found: re.Match[str]) -> range:
    first = int(found["digit"] or ORDINALS.index(found["word"].lower()) + 1)
    last = int((re.findall(r"\d", found["more"]) or [first])[-1])
    return range(first, max(first, last) + 1)
