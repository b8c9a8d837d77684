"""Messages about one matter -> a consultation: what was asked and what was answered."""

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from itertools import chain

from caridulu.curation.exports.consultation import (
    ASKED_BY,
    TOLD_BY,
    Consultation,
    Message,
    SourceKind,
)
from caridulu.curation.exports.phrases.asking import (
    asks,
    corrected,
    may_ask,
    may_remind,
    names_matter,
    reminds,
    stands_alone,
)
from caridulu.curation.exports.phrases.courtesies import closes, thanks, without_greeting
from caridulu.curation.exports.phrases.message_kinds import (
    SHORT_ANSWER,
    MessageKind,
    asks_back,
    invites_rating,
    kind_of,
    withdraws,
)
from caridulu.curation.exports.phrases.words import content_words, sentences, words_of
from caridulu.knowledge import Location, Problem, notice

NO_TIME = dt.timedelta()
AT_ONCE = dt.timedelta(seconds=20)  # nobody types longer text so fast; Android tells minutes only
TYPED_AT_ONCE = 60  # characters that somebody may type in that time
SHORT_THANKS = 60  # characters; a longer message does more than thank
MORE_WORDS = 3  # content words, from which on a promise behind an answer is part of it
TAKEN_UP = 2  # content words that an answer shares with what was said, if that was a question
FEW_WORDS = 3  # content words; a question with fewer needs what was said before
MOST_FURTHER = 2  # later messages of a talk that may become phrasings
FURTHER = 6_000  # characters of what followed that are kept
LONG_TALK = 12  # last messages whose words a talk is about

TOLD = (MessageKind.CONTENT, MessageKind.HOLDING)


class Owes(Enum):
    """Who has to write next."""

    NOBODY = "nobody"
    OFFICE = "office"  # an answer
    ASKER = "asker"  # what the office asked back


@dataclass(slots=True, eq=False)
class Talk:
    """Messages about one matter of one asker, as they come in, and who owes a reply."""

    asker: str = ""
    messages: list[Message] = field(default_factory=list)
    kinds: list[MessageKind] = field(default_factory=list)  # of each message
    words: set[str] = field(default_factory=set)  # the content words of what was told last
    owes: Owes = Owes.NOBODY
    has_question: bool = False
    has_answer: bool = False
    is_withdrawn: bool = False  # the asker needs no answer
    is_promised: bool = False  # the office has said that more will follow
    is_done: bool = False  # thanked for, or closed by the officer
    last: dt.datetime | None = None
    answered: dt.datetime | None = None  # when the officer last said something of substance
    _told_words: deque[tuple[str, ...]] = field(default_factory=lambda: deque(maxlen=LONG_TALK))

    @classmethod
    def of(cls, messages: Iterable[Message]) -> "Talk":
        """Makes a talk of all these messages."""
        talk = cls()
        for one in messages:
            talk.add(one, kind_of(one.text, officer=one.officer))
        return talk

    @property
    def is_begun_by_office(self) -> bool:
        return bool(self.messages) and self.messages[0].officer and self.kinds[0] in TOLD

    def add(self, one: Message, kind: MessageKind) -> None:
        """Appends a message that belongs here, and keeps what it changes."""
        if one.officer:
            kind = self._officer(one, kind)
        else:
            self._asker(one, kind)
        self.messages.append(one)
        self.kinds.append(kind)
        if kind in TOLD:
            self._tell(content_words(one.text))
        self.last = one.sent or self.last

    def _tell(self, words: tuple[str, ...]) -> None:
        """Keeps the words of what is told, and of a long talk only those that were told last."""
        is_long = len(self._told_words) == LONG_TALK
        self._told_words.append(words)
        if is_long:
            self.words = set(chain.from_iterable(self._told_words))
        else:
            self.words.update(words)

    def _officer(self, one: Message, kind: MessageKind) -> MessageKind:
        """Follows what the office says; returns its kind in view of all that was said before."""
        if kind is MessageKind.WISH and not self.has_answer:
            self._take_for_wish()
        if kind is MessageKind.CONTENT and not self.has_answer and self._is_automatic(one):
            kind = MessageKind.AUTOMATIC
        is_over = self.has_answer and self.owes is Owes.NOBODY
        if is_over and kind is MessageKind.CONTENT and invites_rating(one.text):
            kind = MessageKind.TALK
        if kind is MessageKind.HOLDING and is_over:
            self.is_promised = not one.text.rstrip().endswith("?")
            kind = MessageKind.CONTENT if len(content_words(one.text)) >= MORE_WORDS else kind
        if kind is MessageKind.CONTENT and self.owes is Owes.OFFICE and asks_back(one.text):
            kind = MessageKind.HOLDING
        if kind is MessageKind.HOLDING and self.owes is Owes.OFFICE:
            is_back = one.text.rstrip().endswith("?") or asks_back(one.text)
            self.owes = Owes.ASKER if is_back else Owes.OFFICE
            self.is_promised = not is_back
        elif kind is MessageKind.CONTENT and self.has_question:
            self.is_promised = self.is_promised and self.owes is Owes.NOBODY
            self.has_answer, self.answered = True, one.sent
            self.owes = Owes.NOBODY
        self.is_done = self.is_done or (self.has_answer and closes(one.text))
        return kind

    def _asker(self, one: Message, kind: MessageKind) -> None:
        """Follows what the asker says: a question, more about it, or that it needs no answer."""
        if self.owes is not Owes.NOBODY and not self.has_answer and withdraws(one.text):
            self.is_withdrawn = self.is_done = True
            self.owes = Owes.NOBODY
        elif not one.is_readable:
            self.has_question, self.owes = True, Owes.OFFICE
        elif kind is MessageKind.CONTENT:
            # Who was asked by the office tells; who says something after an answer assents.
            is_asked = asks if self.is_begun_by_office or self.has_answer else may_ask
            is_question = is_asked(one.text)
            if is_question or self.owes is Owes.ASKER:
                self.owes = Owes.OFFICE
            self.has_question = self.has_question or is_question
            is_short = len(one.text) < SHORT_THANKS and "?" not in one.text
            self.is_done = self.has_answer and (self.is_done or (is_short and thanks(one.text)))
        elif kind is MessageKind.TALK:
            self.is_done = self.has_answer

    def _is_automatic(self, one: Message) -> bool:
        """Tells whether a long text off the question came faster than anybody types."""
        is_long = len(one.text) > TYPED_AT_ONCE
        is_soon = bool(self.messages) and self.gap(one) < AT_ONCE and bool(one.sent)
        return is_long and is_soon and self.words.isdisjoint(content_words(one.text))

    def _take_for_wish(self) -> None:
        """Takes what is answered by a wish for one, unless something of it asks."""
        if not any(asks(self.messages[n].text) for n in self.told(officer=False)):
            self.kinds = [
                MessageKind.WISH if kind is MessageKind.CONTENT and not one.officer else kind
                for one, kind in zip(self.messages, self.kinds, strict=True)
            ]
            self.has_question, self.owes = False, Owes.NOBODY

    def told(self, *, officer: bool) -> list[int]:
        """Lists the places of the messages in which one side tells or asks something."""
        pairs = enumerate(zip(self.messages, self.kinds, strict=True))
        content = MessageKind.CONTENT
        return [n for n, (one, kind) in pairs if one.officer is officer and kind is content]

    def state(self) -> str:
        """Writes out everything about the talk."""
        values = (getattr(self, one.name) for one in fields(self))
        return repr([sorted(value) if isinstance(value, set) else value for value in values])

    def gap(self, one: Message) -> dt.timedelta:
        """Returns the time since the last message."""
        return one.sent - self.last if one.sent and self.last else NO_TIME


def consultation_of(
    talk: Talk, *, channel: str, path: str, kind: SourceKind = SourceKind.MESSAGES
) -> Consultation | None:
    """Reads the question and answer of a talk, or None when one of them is missing."""
    if talk.is_withdrawn:
        return None
    messages, asked, replies = talk.messages, talk.told(officer=False), _replies(talk)
    reply = next((n for n in replies if _is_asked(talk, [m for m in asked if m < n], n)), None)
    if reply is None:
        return None
    before = [messages[n].text for n in asked if n < reply]
    # What was told between the question and the words by which it is known to be answered.
    reply = next(n for n in replies if n > max(m for m in asked if m < reply))
    told_first, *told_again = map(_without_reminder, before)
    said_once = _without_repeated([told_first, *map(_asking_sentences, told_again)])
    question = corrected([without_greeting(text) for text in said_once if text] or before)
    opening = next(one for one in messages if not one.officer)
    is_in_turn = kind is SourceKind.TALK and not any(reply < n < replies[-1] for n in asked)
    behind = zip(messages[reply + 1 :], talk.kinds[reply + 1 :], strict=True)
    rest = [one for one, kind in behind if not _adds_nothing(one, kind)]
    return Consultation(
        channel=channel,
        month=f"{opening.sent:%Y-%m}" if opening.sent else None,
        question="\n".join(filter(None, question)),
        answer="\n\n".join(messages[n].text for n in replies if n >= reply),
        place=Location(path, opening.line),
        key=(opening.sender, str(opening.sent), opening.text),
        further=_transcript(rest) if any(not one.officer for one in rest) else "",
        start=opening.sent.isoformat() if opening.sent else "",
        kind=kind,
        asked=tuple(question) if is_in_turn else (),
        told=tuple(messages[n].text for n in replies if n >= reply and is_in_turn),
        phrasings=tuple(_later_questions(talk, reply, replies[-1])),
    )


def _adds_nothing(one: Message, kind: MessageKind) -> bool:
    """Tells whether a message behind an answer is talk, or thanks for it and asks nothing."""
    if kind is MessageKind.TALK:
        return True
    return not one.officer and thanks(one.text) and not asks(one.text)


def _later_questions(talk: Talk, reply: int, last: int) -> Iterator[str]:
    """Yields further questions of the asker, answered later, that can be understood alone."""
    further = [n for n in talk.told(officer=False) if reply < n < last]
    for n in further[:MOST_FURTHER]:
        text = talk.messages[n].text
        if asks(text) and stands_alone(text):
            yield text


def _replies(talk: Talk) -> list[int]:
    """Lists the places of the office's answers; a question asked back if there is no other."""
    if told := talk.told(officer=True):
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
    return (any(map(may_ask, texts)) and is_answer) or _takes_up(answer, texts)


def _informs(answer: str) -> bool:
    """Tells whether an answer tells something: ``Wah, selamat ya Pak`` answers no question."""
    return len(words_of(answer)) > SHORT_ANSWER or any(char.isdigit() for char in answer)


def _without_reminder(text: str) -> str:
    """Takes off the sentences that only ask where the answer is."""
    if not may_remind(text):
        return text
    return "\n".join(one for one in sentences(text) if not reminds(one) or names_matter(one))


def _without_repeated(texts: Iterable[str]) -> Iterator[str]:
    """Yields the texts without the questions that were asked before in the same words."""
    first, *later = texts
    yield first
    if not later:
        return  # of most questions
    known = {one for one in sentences(first) if stands_alone(one)}
    for text in later:
        lines = [one for one in sentences(text) if stands_alone(one)]
        again = known.intersection(lines)
        yield "\n".join(one for one in sentences(text) if one not in again) if again else text
        known.update(lines)


def _asking_sentences(text: str) -> str:
    """Keeps, of a message with a reminder, only the sentences that ask something."""
    if not may_remind(text):
        return text
    return "\n".join(one for one in sentences(text) if asks(one) and not may_remind(one))


def _takes_up(answer: str, told: Iterable[str]) -> bool:
    """Tells whether an answer repeats words of what was said, which then was a question."""
    words = set(content_words(answer))
    return sum(len(words.intersection(content_words(text))) for text in told) >= TAKEN_UP


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
    asking = [messages[n] for n in talk.told(officer=False) if may_ask(messages[n].text)]
    unheard = next((one for one in messages if not one.officer and not one.is_readable), None)
    first, key = messages[0], "unanswered"
    if asking and not talk.is_withdrawn:
        first, key = asking[0], "question_unanswered"
    elif unheard and not talk.is_withdrawn:
        first, key = unheard, "question_unheard"
    return notice(Location(path, first.line), f"curation.{key}", count=count)
