"""A talk -> a consultation: what was asked and what was answered; or why it is none."""

from collections.abc import Iterator, Sequence

from caridulu.curation.exports.cell_dates import month_of
from caridulu.curation.exports.consultation import (
    ASKED_BY,
    TOLD_BY,
    Consultation,
    Course,
    Message,
    SourceKind,
)
from caridulu.curation.exports.phrases.asking import asks, may_ask
from caridulu.curation.exports.phrases.courtesies import thanks, without_greeting
from caridulu.curation.exports.phrases.follow_ups import may_remind, names_what_was_asked, reminds
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.subjects import stands_alone
from caridulu.curation.exports.phrases.words import has_figure, is_short, sentences
from caridulu.curation.exports.talk import Talk
from caridulu.knowledge import Location, Problem, notice

MOST_FURTHER = 2  # later messages of a talk that may become phrasings
FURTHER = 6_000  # characters of what followed that are kept


def consultation_of(
    talk: Talk, *, channel: str, path: str, kind: SourceKind = SourceKind.MESSAGES
) -> Consultation | None:
    """Reads the question and answer of a talk, or None when one of them is missing."""
    asked, replies = talk.places_told(officer=False), _replies(talk)
    reply = None if talk.is_withdrawn else _first_answer(talk, asked, replies)
    if reply is None:
        return None
    messages = talk.messages
    question = _question([messages[n].text for n in asked if n < reply])
    told = [n for n in replies if n >= reply]
    asked_on = next((n for n in asked if n > reply), len(messages))
    opening = next(one for one in messages if not one.officer)
    told_first = tuple(messages[n].text for n in told if n < asked_on)
    course = Course()
    if kind is SourceKind.TALK and len(told_first) > 1:
        later = tuple(_later_answers(talk, asked, told, asked_on))
        course = Course(asked=tuple(question), told=told_first, later=later)
    return Consultation(
        channel=channel,
        month=month_of(opening.sent),
        question="\n".join(filter(None, question)),
        answer="\n\n".join(messages[n].text for n in told),
        place=Location(path, opening.line),
        key=(opening.sender, str(opening.sent), opening.text),
        further=_further(talk, reply),
        start=opening.sent.isoformat() if opening.sent else "",
        kind=kind,
        course=course,
        phrasings=tuple(_later_questions(talk, reply, replies[-1])),
    )


def _first_answer(talk: Talk, asked: Sequence[int], replies: Sequence[int]) -> int | None:
    """Finds the place of the first reply to a question.

    That may stand before the reply by whose words the question is known to be answered.
    """
    for reply in replies:
        before = [n for n in asked if n < reply]
        if _is_asked(talk, before, reply):
            return next(n for n in replies if n > before[-1])
    return None


def _question(texts: Sequence[str]) -> list[str]:
    """Lists the questions, each once, without greetings and reminders."""
    first, *later = map(_without_reminder, texts)
    said_once = dict.fromkeys([first, *map(_asking_sentences, later)])
    return [without_greeting(text) for text in said_once if text] or list(texts)


def _further(talk: Talk, reply: int) -> str:
    """Writes out what followed an answer, if the asker said more than thanks."""
    behind = zip(talk.messages[reply + 1 :], talk.kinds[reply + 1 :], strict=True)
    rest = [one for one, kind in behind if not _adds_nothing(one, kind)]
    return _transcript(rest) if any(not one.officer for one in rest) else ""


def _adds_nothing(one: Message, kind: MessageKind) -> bool:
    """Tells whether a message behind an answer is talk, or thanks for it and asks nothing."""
    if kind is MessageKind.TALK:
        return True
    return not one.officer and thanks(one.text) and not asks(one.text)


def _later_answers(
    talk: Talk, asked: Sequence[int], told: Sequence[int], begun: int
) -> Iterator[tuple[str, str]]:
    """Yields the answers to later questions, each with the questions just before it."""
    for n in told:
        if n > begun:
            asked_on = (talk.messages[place].text for place in asked if begun <= place < n)
            yield "\n".join(asked_on), talk.messages[n].text
            begun = n


def _later_questions(talk: Talk, reply: int, last: int) -> Iterator[str]:
    """Yields further questions of the asker, answered later, that can be understood alone."""
    further = [n for n in talk.places_told(officer=False) if reply < n < last]
    for n in further[:MOST_FURTHER]:
        text = talk.messages[n].text
        if asks(text) and stands_alone(text):
            yield text


def _replies(talk: Talk) -> list[int]:
    """Lists the places of the office's answers; a question asked back if there is no other."""
    if told := talk.places_told(officer=True):
        return told
    ours = [(n, one.text) for n, one in enumerate(talk.messages) if one.officer]
    back = [(n, text) for n, text in ours if talk.kinds[n] is MessageKind.HOLDING]
    return [n for n, text in back if kind_of(text, officer=True) is MessageKind.CONTENT]


def _is_asked(talk: Talk, asked: Sequence[int], reply: int) -> bool:
    """Tells whether some message is a question, by its words or as it was answered."""
    texts = [talk.messages[n].text for n in asked]
    answer = talk.messages[reply].text
    if any(map(asks, texts)):
        return True
    if talk.is_begun_by_office:
        return False
    is_answer = _informs(answer) or bool(talk.messages[reply].to)
    return is_answer and any(map(may_ask, texts))


def _informs(answer: str) -> bool:
    """Tells whether an answer tells something: ``Wah, selamat ya Pak`` answers no question."""
    return has_figure(answer) or not is_short(answer)


def _without_reminder(text: str) -> str:
    """Takes off the sentences that only ask where the answer is."""
    if not may_remind(text):
        return text
    return "\n".join(
        one for one in sentences(text) if not reminds(one) or names_what_was_asked(one)
    )


def _asking_sentences(text: str) -> str:
    """Keeps, of a message with a reminder, only the sentences that ask something."""
    if not may_remind(text):
        return text
    return "\n".join(one for one in sentences(text) if asks(one) and not may_remind(one))


def _transcript(messages: Sequence[Message]) -> str:
    """Writes out messages, each with the side that wrote it.

    ``Penanya:`` would be a form's label, behind which a name is expected and taken out.
    """
    lines = (f"{TOLD_BY if one.officer else ASKED_BY} {one.text}" for one in messages)
    return "\n".join(lines)[:FURTHER]


SMALL_TALK = "curation.small_talk"
WAITING = ("curation.question_unanswered", "curation.question_unheard")  # of ``left_out``


def left_out(talk: Talk, *, path: str) -> Problem:
    """Says why a talk is no consultation; ``WAITING`` when somebody ought to look at it."""
    messages = talk.messages
    count = sum(one.is_readable for one in messages)
    asking = [messages[n] for n in talk.places_told(officer=False) if may_ask(messages[n].text)]
    unheard = next((one for one in messages if not one.officer and not one.is_readable), None)
    first, key = messages[0], "unanswered"
    if asking and not talk.is_withdrawn:
        first, key = asking[0], "question_unanswered"
    elif unheard and not talk.is_withdrawn:
        first, key = unheard, "question_unheard"
    return notice(Location(path, first.line), f"curation.{key}", count=count)
