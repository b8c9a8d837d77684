"""Messages about one matter, as they come in -> who has to write next, and what was told."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from enum import Enum

from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.phrases.asking import asks, may_ask
from caridulu.curation.exports.phrases.courtesies import closes, thanks
from caridulu.curation.exports.phrases.message_kinds import (
    MessageKind,
    asks_back,
    kind_of,
    misdirected,
    withdraws,
)
from caridulu.curation.exports.phrases.words import content_words

NO_TIME = dt.timedelta()
SHORT_THANKS = 60  # characters; a longer message does more than thank
MORE_WORDS = 3  # content words, from which on a promise behind an answer is part of it

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
    words: set[str] = field(default_factory=set)  # the content words of what was told
    owes: Owes = Owes.NOBODY
    has_question: bool = False
    has_answer: bool = False
    is_withdrawn: bool = False  # the asker needs no answer, or meant somebody else
    is_promised: bool = False  # the office has said that more will follow
    is_done: bool = False  # thanked for, or closed by the officer
    last_sent: dt.datetime | None = None
    answered_at: dt.datetime | None = None  # when the officer last said something of substance

    @classmethod
    def of(cls, messages: Iterable[Message]) -> "Talk":
        """Makes a talk of all these messages."""
        talk = cls()
        talk.hear(messages)
        return talk

    @property
    def is_begun_by_office(self) -> bool:
        return bool(self.messages) and self.messages[0].officer and self.kinds[0] in TOLD

    @property
    def is_settled(self) -> bool:
        """Whether the question is answered and nobody has to write."""
        return self.has_answer and self.owes is Owes.NOBODY

    def hear(self, messages: Iterable[Message]) -> None:
        """Appends messages that belong here, each of the kind that its words tell."""
        for one in messages:
            self.add(one, kind_of(one.text, officer=one.officer))

    def add(self, one: Message, kind: MessageKind) -> None:
        """Appends a message that belongs here, and keeps what it changes."""
        if one.officer:
            kind = self._hear_officer(one, kind)
        else:
            self._hear_asker(one, kind)
        self.messages.append(one)
        self.kinds.append(kind)
        if kind in TOLD:
            self.words.update(content_words(one.text))
        self.last_sent = one.sent or self.last_sent

    def _hear_officer(self, one: Message, kind: MessageKind) -> MessageKind:
        """Follows what the office says; returns its kind in view of all that was said before."""
        if not self.has_answer and misdirected(one.text):
            self._withdraw()
            return MessageKind.TALK
        is_question = one.text.rstrip().endswith("?")
        if kind is MessageKind.HOLDING and self.is_settled:
            self.is_promised = not is_question
        kind = self._kind_here(one, kind)
        if kind is MessageKind.HOLDING and self.owes is Owes.OFFICE:
            is_back = is_question or asks_back(one.text)
            self.owes = Owes.ASKER if is_back else Owes.OFFICE
            self.is_promised = not is_back
        elif kind is MessageKind.CONTENT and self.has_question:
            # An answer that is due keeps a promise; what is told behind it does not.
            self.is_promised = self.is_promised and self.owes is Owes.NOBODY
            self.has_answer, self.answered_at = True, one.sent
            self.owes = Owes.NOBODY
        self.is_done = self.is_done or (self.has_answer and closes(one.text))
        return kind

    def _kind_here(self, one: Message, kind: MessageKind) -> MessageKind:
        """Returns the kind of an officer's message at this point of the talk."""
        if kind is MessageKind.HOLDING and self.is_settled:
            is_more = len(content_words(one.text)) >= MORE_WORDS
            return MessageKind.CONTENT if is_more else kind
        is_back = kind is MessageKind.CONTENT and self.owes is Owes.OFFICE and asks_back(one.text)
        return MessageKind.HOLDING if is_back else kind

    def _hear_asker(self, one: Message, kind: MessageKind) -> None:
        """Follows what the asker says: a question, more about it, or that it needs no answer."""
        if self.owes is not Owes.NOBODY and not self.has_answer and withdraws(one.text):
            self._withdraw()
        elif not one.is_readable:  # a voice note may ask
            self.has_question, self.owes = True, Owes.OFFICE
        elif kind is MessageKind.CONTENT:
            self._hear_content(one.text)
        elif kind is MessageKind.TALK:
            self.is_done = self.has_answer

    def _hear_content(self, text: str) -> None:
        """Follows what the asker tells or asks; thanks may stand beside it."""
        # Who was asked by the office tells; who says something after an answer assents.
        is_asked = asks if self.is_begun_by_office or self.has_answer else may_ask
        is_question = is_asked(text)
        if is_question or self.owes is Owes.ASKER:
            self.owes = Owes.OFFICE
        self.has_question = self.has_question or is_question
        is_only_thanks = len(text) < SHORT_THANKS and "?" not in text and thanks(text)
        self.is_done = self.has_answer and (self.is_done or is_only_thanks)

    def _withdraw(self) -> None:
        """Notes that no answer is needed."""
        self.is_withdrawn = self.is_done = True
        self.owes = Owes.NOBODY

    def places_told(self, *, officer: bool) -> list[int]:
        """Lists the places of the messages in which one side tells or asks something."""
        pairs = enumerate(zip(self.messages, self.kinds, strict=True))
        content = MessageKind.CONTENT
        return [n for n, (one, kind) in pairs if one.officer is officer and kind is content]

    def state(self) -> str:
        """Writes out everything about the talk."""
        values = (getattr(self, one.name) for one in fields(self))
        return repr([sorted(value) if isinstance(value, set) else value for value in values])

    def gap(self, one: Message) -> dt.timedelta:
        """Returns the time since the last message; negative if that was sent later."""
        return one.sent - self.last_sent if one.sent and self.last_sent else NO_TIME
