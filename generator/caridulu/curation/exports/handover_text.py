"""A text with messages that the site wrote for visitors -> what the visitors say themselves."""

import re
from functools import cache
from typing import NamedTuple

from caridulu.curation.exports.handover_line import CODE, PURPOSES, SEARCHES, hand_overs
from caridulu.messages import OF_VISITORS, message, messages_of

_MARKS = r"[\s>*_]*"  # of quoting and of bold letters
_OFFICE = "OFFICE"
_OPENING = re.compile(rf"^.*{_OFFICE}")  # the greeting may have been taken off
_PARTS = ("opening", "question", "blank", "details", "short")
_READ = r"- .{1,100} \([a-z0-9-]+\)"  # an entry that the visitor has read


class _Frame(NamedTuple):
    line: re.Pattern[str]  # a whole line of the site's
    label: re.Pattern[str]  # what stands before a visitor's question
    detail: re.Pattern[str]  # a place or a year, filled in


def visitor_words(text: str) -> str:
    """Takes out what the site wrote around a visitor's words.

    A place and a year that were filled in follow in parentheses. Where the visitor added no word,
    the last search stands for it. Other texts stay as they are.
    """
    if not CODE.search(text):
        return text
    frame, kept, details = _frame(), list[str](), list[str]()
    for line in text.split("\n"):
        if detail := frame.detail.fullmatch(line):
            details.append(detail["value"])
        elif not frame.line.fullmatch(line):
            kept.append(frame.label.sub("", line))
    searches = [search for one in hand_overs(text) for search in one.searches]
    said = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip() or "".join(searches[-1:])
    return f"{said} ({', '.join(details)})" if details else said


def consultation_searches(text: str) -> tuple[str, ...]:
    """Lists the search of each consultation in a text, which its visitor asks about."""
    return tuple(
        one.searches[-1]
        for one in hand_overs(text)
        if one.purpose == PURPOSES["consultation"] and one.searches
    )


@cache
def _frame() -> _Frame:
    names = [f"{purpose}_{part}" for purpose in PURPOSES for part in _PARTS]
    counted = (re.sub(r"\(\?P<\w+>", "(?:", one.pattern.strip("^$")) for one in (CODE, SEARCHES))
    blanks = _lines_of("consultation_details", "newer_details")
    details = "|".join(sorted({blank.partition(":")[0] for blank in blanks}))
    left_blank = rf"(?:{details}):[\s*_]*\([^()\n]*\)"  # as any version of the site wrote it
    lines = "|".join((_READ, left_blank, *counted, *_lines_of(*names, "opened", "sent_from")))
    labels = "|".join(_lines_of(*(f"{purpose}_question" for purpose in PURPOSES)))
    return _Frame(
        line=re.compile(rf"{_MARKS}(?:{lines})[\s*_]*"),
        label=re.compile(rf"^{_MARKS}(?:{labels})[\s*_]*"),
        detail=re.compile(rf"{_MARKS}(?:{details}):[\s*_]*(?P<value>(?!\()\w.*?)[\s*_]*"),
    )


def _lines_of(*names: str) -> list[str]:
    """Gives a pattern for each line of these sentences of a message, in every language."""
    known = messages_of("site")
    texts = (
        message(f"site.message_{name}", language, office=_OFFICE, question="", read="")
        for name in names
        if f"message_{name}" in known
        for language in OF_VISITORS
    )
    lines = (line for text in texts for line in text.split("\n") if line.strip())
    return [_OPENING.sub(".{1,130}", re.escape(line)) for line in lines]
