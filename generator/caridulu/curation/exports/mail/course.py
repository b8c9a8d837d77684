"""The mails of a matter -> its course: each question with its own answer, where mails tell it.

An answer may stand below each question that it quotes; what was asked and answered later is told
apart from the first answers.
"""

import re
from collections.abc import Sequence

from caridulu.curation.exports.consultation import Course, Pairs
from caridulu.curation.exports.mail.one_mail import Mail
from caridulu.curation.exports.phrases.asking import asks
from caridulu.curation.exports.phrases.follow_ups import reminds
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.subjects import needs_one_before
from caridulu.curation.exports.phrases.words import content_words, sentences

LEAST_ASKED = 3  # content words; a quoted piece with fewer goes with the one before it
_MARK = re.compile(
    r"^(?:\(?(?:\d{1,2}|[a-z])[.)]|[-*\u2022\u2013]|"
    r"(?i:pertama|kedua|ketiga|keempat|kelima)\s?[,:])\s+(?=\S)",
    re.M,
)


def course_of(thread: Sequence[Mail]) -> Course:
    """Tells questions and answers of one matter apart; nothing where one mail answers them all."""
    answers = [n for n, mail in enumerate(thread) if mail.officer and mail.written.own]
    if not answers:
        return Course()
    asked = tuple(mail.written.own for mail in thread[: answers[0]])
    pairs = _quoted_pairs(thread[answers[0]])
    told, later = _first_and_later(thread[answers[0] :], is_paired=bool(pairs))
    return Course(pairs, asked, told, later) if pairs or len(told) + len(later) > 1 else Course()


def _quoted_pairs(answer: Mail) -> Pairs:
    """Pairs the questions that an answer quotes one by one with the reply below each."""
    pairs: list[tuple[str, str]] = []
    for text, reply in answer.written.between:
        marks = list(_MARK.finditer(text))
        if kind_of(reply, officer=True) in (MessageKind.TALK, MessageKind.WISH):
            continue  # around the letter
        is_short = len(content_words(text)) < LEAST_ASKED
        if not (marks or asks(text)) or (is_short and not pairs):
            return ()
        question = _MARK.sub("", text) if len(marks) == 1 else text
        if pairs and (is_short or needs_one_before(question)):
            asked, told = pairs.pop()
            question, reply = f"{asked}\n{question}", f"{told}\n\n{reply}"
        pairs.append((question, reply))
    return tuple(pairs) if len(answer.written.between) > 1 else ()


def _first_and_later(thread: Sequence[Mail], *, is_paired: bool) -> tuple[tuple[str, ...], Pairs]:
    """Tells the first answers from the later ones: behind another question, or all if paired."""
    first: list[str] = []
    later: list[tuple[str, str]] = []
    asked: list[str] = []
    goes_on = False
    for mail in thread:
        text = mail.written.own
        if not mail.officer:
            goes_on = goes_on or any(asks(one) and not reminds(one) for one in sentences(text))
            asked += filter(None, [text])
        elif text and not goes_on:
            first.append(text)
            asked, goes_on = [], is_paired
        elif text and kind_of(text, officer=True) is MessageKind.CONTENT:
            later.append(("\n".join(asked), text))
            asked = []
    return tuple(first), tuple(later)
