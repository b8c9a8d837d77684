"""Messages of one contact, oldest first -> consultations: what was asked and what was answered."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from caridulu.curation.exports.consultation import SILENCE, Consultation, Message
from caridulu.curation.exports.phrases.asking import (
    asks,
    continues,
    corrected,
    has_own_subject,
    is_follow_up,
    is_new_matter,
    is_rest,
    may_ask,
    names_something,
    reminds,
)
from caridulu.curation.exports.phrases.courtesies import (
    closes,
    greets,
    is_only_thanks,
    thanks,
    without_greeting,
)
from caridulu.curation.exports.phrases.kinds import Said, said
from caridulu.curation.exports.phrases.words import telling_words
from caridulu.knowledge import Location, Problem, notice

NO_TIME = dt.timedelta()
SHORT_THANKS = 60  # characters
SITTING = dt.timedelta(hours=12)  # within which people talk about the same thing
ADDED = dt.timedelta(days=2)  # within which an officer adds to an answer
CONTINUED = dt.timedelta(days=14)  # the same, of one who says that it is an addition
LATE = dt.timedelta(days=45)  # an answer later than this is to something else
OTHER_QUESTION = dt.timedelta(days=2)  # after which an unanswered question is let go
AGAIN = dt.timedelta(minutes=30)  # after thanks, within which ``kalau begitu ...`` goes on
FURTHER = 6_000  # characters of what followed that are kept
SHARED = 4  # a question is about the matter if more than a fourth of its telling words are the same
FEW_WORDS = 3  # telling words of a question that needs what was said before


@dataclass(slots=True)
class Talk:
    """Messages about one thing, as they come in."""

    messages: list[Message] = field(default_factory=list)
    kinds: list[Said] = field(default_factory=list)  # of each message
    has_question: bool = False
    has_answer: bool = False
    is_done: bool = False  # thanked for, or closed by the officer
    last: dt.datetime | None = None
    asked: dt.datetime | None = None  # when the contact last said something of substance
    answered: dt.datetime | None = None  # when the officer last said something of substance

    @classmethod
    def of(cls, messages: Iterable[Message]) -> "Talk":
        talk = cls()
        for one in messages:
            talk.add(one, said(one.text, officer=one.officer))
        return talk

    def add(self, one: Message, kind: Said) -> None:
        self.messages.append(one)
        self.kinds.append(kind)
        self.last = one.sent or self.last

    def gap(self, one: Message) -> dt.timedelta:
        return one.sent - self.last if one.sent and self.last else NO_TIME

    def words(self) -> set[str]:
        return {word for one in self.messages for word in telling_words(one.text)}


def grouped(messages: Iterable[Message], *, silence: dt.timedelta = SILENCE) -> Iterator[Talk]:
    """Cuts the messages of one contact where another matter begins."""
    talk = Talk()
    for one in messages:
        kind = said(one.text, officer=one.officer)
        if talk.messages and _begins(one, kind, talk, silence):
            yield talk
            talk = Talk()
        talk.add(one, kind)
        note(one, kind, talk)
    if talk.messages:
        yield talk


def note(one: Message, kind: Said, talk: Talk) -> None:
    """Keeps what a message changes in the state of its talk."""
    if one.officer:
        is_answer = kind is Said.CONTENT and talk.has_question
        talk.has_answer = talk.has_answer or is_answer
        talk.answered = one.sent if is_answer else talk.answered
        talk.is_done = talk.is_done or (talk.has_answer and closes(one.text))
    elif kind is Said.CONTENT:
        talk.has_question = talk.has_question or may_ask(one.text)
        talk.asked = one.sent
        is_short = len(one.text) < SHORT_THANKS and "?" not in one.text
        talk.is_done = talk.has_answer and (talk.is_done or (is_short and thanks(one.text)))
    elif not one.is_readable:
        talk.has_question = True
    elif kind is Said.TALK:
        talk.is_done = talk.has_answer


def _begins(one: Message, kind: Said, talk: Talk, silence: dt.timedelta) -> bool:
    """Whether a message begins another matter."""
    gap = talk.gap(one)
    if gap < -SITTING * 2:  # time jumps back
        return True
    if one.officer:
        return _officer_begins(one, kind, talk, gap)
    if kind is Said.TALK and one.is_readable:
        is_greeting = greets(one.text) and not thanks(one.text)
        is_waited_for = talk.has_question and not talk.has_answer
        return not is_waited_for and (gap > silence or (gap > SITTING and is_greeting))
    if kind in (Said.WISH, Said.ADVERT):
        return talk.is_done or gap > SITTING
    if talk.has_answer:
        return contact_begins(one, talk, gap)
    if not talk.has_question:
        return gap > SITTING
    if one.sent and talk.asked:
        gap = max(gap, one.sent - talk.asked)
    if gap > silence or _is_only_unheard(one, talk):
        return not reminds(one.text)
    if gap <= OTHER_QUESTION or not asks(one.text) or reminds(one.text):
        return False
    is_other = names_something(one.text) and talk.words().isdisjoint(telling_words(one.text))
    return one.is_readable and is_other


def _is_only_unheard(one: Message, talk: Talk) -> bool:
    """Whether nothing but a voice note was asked, long before."""
    first = talk.messages[0].sent
    is_heard = any(
        kind is Said.CONTENT and not said_by.officer
        for said_by, kind in zip(talk.messages, talk.kinds, strict=True)
    )
    return bool(not is_heard and first and one.sent and one.sent - first > SITTING)


def _officer_begins(one: Message, kind: Said, talk: Talk, gap: dt.timedelta) -> bool:
    if kind is not Said.CONTENT:
        return gap > SITTING and not talk.has_question
    if not talk.has_question:
        return gap > SITTING
    if not talk.has_answer:
        return gap > LATE
    return gap > (CONTINUED if continues(one.text) else ADDED)


def contact_begins(one: Message, talk: Talk, gap: dt.timedelta) -> bool:
    """Whether what the contact writes after an answer is about something else."""
    if one.sent and talk.answered:
        gap = max(gap, one.sent - talk.answered)
    if not one.is_readable:
        return talk.is_done or gap > SITTING
    # What needs what was said before is no question of its own on that day, even after thanks.
    goes_on = is_rest(one.text)
    needs_more = goes_on or (is_follow_up(one.text) and _is_short_or_shared(one, talk))
    if gap > SITTING:
        is_new = not goes_on and (talk.is_done or not needs_more)
        return gap > ADDED or (may_ask(one.text) and is_new)
    if not asks(one.text):
        return talk.is_done and gap > AGAIN and may_ask(one.text) and not is_only_thanks(one.text)
    if goes_on:
        return False
    if is_new_matter(one.text):
        return True
    if talk.is_done and gap > AGAIN:
        return not needs_more
    words = set(telling_words(one.text))
    shared = talk.words() & words
    is_about_it = is_follow_up(one.text) or len(words) < SHARED * len(shared)
    return not is_about_it and (talk.is_done or has_own_subject(one.text))


def _is_short_or_shared(one: Message, talk: Talk) -> bool:
    words = telling_words(one.text)
    return len(words) < FEW_WORDS or not talk.words().isdisjoint(words)


def consultation_of(talk: Talk, *, channel: str, path: str) -> Consultation | None:
    """Reads the question and answer of a talk, or None when one of them is missing."""
    messages = talk.messages
    told = [n for n, kind in enumerate(talk.kinds) if kind is Said.CONTENT]
    asked = [n for n in told if not messages[n].officer]
    replies = [n for n in told if messages[n].officer]
    first = next((n for n in asked if may_ask(messages[n].text)), None)
    reply = None if first is None else next((n for n in replies if n > first), None)
    if reply is None:
        return None
    before = [messages[n].text for n in asked if n < reply]
    question = [without_greeting(text) for text in before if not reminds(text)] or before
    question = corrected(question)
    opening = next(one for one in messages if not one.officer)
    rest = [one for one in messages[reply + 1 :] if one.text]
    return Consultation(
        channel=channel,
        month=f"{opening.sent:%Y-%m}" if opening.sent else None,
        question="\n".join(filter(None, question)),
        answer="\n\n".join(messages[n].text for n in replies if n >= reply),
        place=Location(path, opening.line),
        key=(opening.sender, str(opening.sent), opening.text),
        further=_transcript(rest) if any(not one.officer for one in rest) else "",
        start=opening.sent.isoformat() if opening.sent else "",
    )


def _transcript(messages: Sequence[Message]) -> str:
    """What was said, each message with the side that wrote it."""
    lines = (f"{'Petugas' if one.officer else 'Penanya'}: {one.text}" for one in messages)
    return "\n".join(lines)[:FURTHER]


WAITING = ("curation.question_unanswered", "curation.question_unheard")  # of ``left_out``


def left_out(talk: Talk, *, path: str) -> Problem:
    """Says why a talk is no consultation; ``WAITING`` when somebody ought to look at it."""
    messages = talk.messages
    count = sum(one.is_readable for one in messages)
    asking = [
        one
        for one, kind in zip(messages, talk.kinds, strict=True)
        if not one.officer and kind is Said.CONTENT and asks(one.text)
    ]
    unheard = next((one for one in messages if not one.officer and not one.is_readable), None)
    if asking:
        place = Location(path, asking[0].line)
        return notice(place, "curation.question_unanswered", count=count)
    if unheard:
        return notice(Location(path, unheard.line), "curation.question_unheard", count=count)
    return notice(Location(path, messages[0].line), "curation.unanswered", count=count)
