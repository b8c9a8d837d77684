"""A pasted message -> its questions, without personal data.

Chats are pasted with the time and sender of each line, mail with its head and quotes, and what the
site wrote for the visitor with the lines by which it is counted. None of that is a question.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from caridulu.curation.drafts.entries.draft_entry import QUESTION_LENGTH
from caridulu.curation.drafts.entries.entry_texts import clean, one_line
from caridulu.curation.exports import handover_line
from caridulu.curation.exports.chats.headers import header_of
from caridulu.curation.exports.chats.program_text import visible
from caridulu.curation.exports.handover_text import visitor_words
from caridulu.curation.exports.mail.bodies import read_body
from caridulu.curation.phrasing_text import phrasing_of
from caridulu.curation.project import Project
from caridulu.curation.questions.headlines import questions_of, read_question
from caridulu.curation.questions.listed_points import numbered_items
from caridulu.search.query.ranking import search

MOST_QUESTIONS = 12
LONGEST = 20_000  # characters of a message that are read
# Chats copied from WhatsApp on a computer have the time before the date; those copied on a
# telephone have no year.
_TIME = r"(?P<time>\d{1,2}[.:]\d{2}(?: ?[AP]M)?)"
_COPIED = re.compile(rf"^\[{_TIME}, (?P<day>[\d/.-]{{6,10}})\] ")
_COPIED_ON_PHONE = re.compile(rf"^\[(?P<day>\d{{1,2}}/\d{{1,2}}),? {_TIME}\] ")


@dataclass(frozen=True)
class AskedQuestion:
    text: str  # redacted, without greeting
    phrasing: str  # what of it may become a phrasing; empty where too little is left


@dataclass(frozen=True)
class ReceivedMessage:
    """What a message asks; ``purpose`` says why it was written, if the site wrote its frame."""

    questions: tuple[AskedQuestion, ...]
    purpose: str = ""


def read_message(text: str, project: Project) -> ReceivedMessage:
    """Splits a message into its questions; redacts names except the office's own."""
    text = text.replace("\r\n", "\n")[:LONGEST]
    handed = next(handover_line.hand_overs(text), None)
    said, senders = _text_and_senders(text, {name.casefold() for name in project.officers})
    redactor = project.redactor_knowing(senders)
    asked = redactor.redacted(clean(_without_frame(said, handed)), asked=True)

    def is_answered(question: str) -> bool:
        return search(project.index, question, limit=1).outcome.is_sure

    questions = []
    for one in dict.fromkeys(_questions(asked, is_answered)):
        line = one_line(one, QUESTION_LENGTH)
        questions.append(AskedQuestion(line, phrasing_of(line, redactor)))
    names = {letter: purpose for purpose, letter in handover_line.PURPOSES.items()}
    purpose = names[handed.purpose] if handed else ""
    return ReceivedMessage(tuple(questions[:MOST_QUESTIONS]), purpose)


def senders_of(text: str) -> set[str]:
    """Names who wrote the lines of a pasted chat."""
    return _text_and_senders(text, set())[1]


def _text_and_senders(text: str, officers: set[str]) -> tuple[str, set[str]]:
    """Separates what others than officers said, and who that is; of mail what its writer wrote."""
    kept: list[str] = []
    senders: set[str] = set()
    is_ours = False
    for line in text.split("\n"):
        shown = visible(line)
        dated = _COPIED_ON_PHONE.sub(r"[\g<day>/2000 \g<time>] ", shown)
        header = header_of(_COPIED.sub(r"[\g<day> \g<time>] ", dated))
        if header and header.sender:
            is_ours = header.sender.casefold() in officers
            kept.append("")
            shown = header.text
            if not is_ours:
                senders.add(header.sender)
        if not is_ours:
            kept.append(shown)
    body = read_body("\n".join(kept).strip())
    quoted = body.quoted[0].text if body.quoted else ""
    return body.own or read_body(quoted).own or quoted, senders


def _without_frame(said: str, handed: handover_line.HandOver | None) -> str:
    """Takes the visitor's own words out of the frame that the site wrote around them."""
    if handed is None:
        return said
    words = visitor_words(said)
    is_whole = handed.question in " ".join(words.split()) and not numbered_items(said)
    return handed.question if handed.question and is_whole else words


def _questions(text: str, is_answered: Callable[[str], bool]) -> Iterator[str]:
    """Yields each question by itself: items of a list, else sentences that ask something."""
    if items := numbered_items(text):
        yield from (read_question(item).headline for item in items)
    elif text.strip():
        yield from questions_of(text, is_answered)
