"""Messages of a chat, oldest first -> turns: what one sender writes in one go."""

import datetime as dt
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.phrases.asking import (
    adds,
    asks,
    has_own_subject,
    may_ask,
    tells_trouble,
)
from caridulu.curation.exports.phrases.courtesies import assents, is_only_thanks, without_greeting
from caridulu.curation.exports.phrases.follow_ups import is_new_matter, reminds, resumes
from caridulu.curation.exports.phrases.message_kinds import MessageKind, kind_of
from caridulu.curation.exports.phrases.subjects import only_points_back, points_back
from caridulu.curation.exports.phrases.words import (
    GENERAL,
    cached,
    content_words,
    content_words_among,
    sentences,
    words_of,
)
from caridulu.curation.exports.talk import NO_TIME
from caridulu.privacy.lists.spoken_words import ADDRESSED

PAUSE = dt.timedelta(minutes=10)  # after which an asker writes another turn
MOST_IN_TURN = 40  # messages
LEAD = 6  # words at the beginning of a message that say what it is about
# Words that many questions to the office have in common.
COMMON = GENERAL | {"per", "tahun", "bulan", "jumla", "angka", "kabup", "kecam", "perse", "tabel"}
HEAD = 2  # first messages of a turn that are looked at for words that go on
_ACKNOWLEDGED = (
    r"(?:(?:o+h?|oalah|owalah|ok|oke|baik|siap|iya|nah|be?gitu|gitu|baitu|ngono|ngoten|"
    rf"{ADDRESSED})\W+)"
)
_IF = r"(?:kalau|kalo|klo|nek|lek|mun|lamun)"
_SO = r"(?:berarti|brarti|brti|bararti)"
# What cannot be said but to an answer.
_CONCLUDES = re.compile(
    rf"^\W*{_ACKNOWLEDGED}{{0,4}}(?:"
    # ``oh gitu, berarti tetap wajib?``, ``kalo proxy nya kak?``, ``PMTB nya dari mana``
    rf"{_SO}|jadi|dadi|dados|artinya|tegese|maksudnya|{_IF} (?:begitu|gitu|bgitu|ngono|ngoten)|"
    rf"(?:{_IF}\W+)?\w{{3,}} ny[ao]|"
    # ``lho kok beda?``, ``tapi di web 4,31``; not ``tapi kebetulan``, ``trus mau tanya``
    r"(?:lah|lha|lho|loh|tapi|tp)\W+(?:\w+ )?(?:kok|kenapa|knp|baa)|"
    r"(?:tapi|tp|trus|terus|trs)"
    r"(?! (?:kebetulan|kebeneran|(?:\w+ )?(?:juga|mau|ingin|tanya|minta))\b)|"
    # ``di NIB saya kok 47xxx``
    r"(?:di|pada|dari)\W+(?:\w+ ){1,3}(?:kok|kenapa|knp|baa)|"
    # a relative clause without a head: ``yang desa berapa?``; not ``yang kedua``, ``yang mau``
    rf"(?:{_IF}\W+)?(?:yang|yg|nan|nang|sing|nu|ingkang)"
    r"(?! (?:kedua|lain|terakhir|terhormat|ingin|mau|akan|saya|sy|kami|kemarin|tadi)\b)"
    r")\b",
    re.I,
)
_ASKS_IF_SO = re.compile(rf"\b{_SO}\b[^.!\n]*\?", re.I)  # ``nek 96 berarti luwih akeh?``
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\S+|https?://\S+", re.I)
_CLAUSE_ENDS = re.compile(r"(?<=[.?!,])\s+|\n")


@dataclass(slots=True, eq=False)
class Turn:
    """What an asker writes in one go, or one message of an officer."""

    first: Message
    before: Message | None  # what anybody wrote before it
    messages: list[Message] = field(default_factory=list)
    kinds: list[MessageKind] = field(default_factory=list)  # of each message
    told: list[str] = field(default_factory=list)  # what it says beside courtesies
    words: frozenset[str] = frozenset()  # its content words
    naming: frozenset[str] = frozenset()  # those but for what many questions have in common
    own: frozenset[str] = frozenset()  # those that may name a subject
    own_asking: frozenset[str] = frozenset()  # the same of what asks
    asks: bool = False
    asks_nothing: bool = False  # not even by naming what may be sought: ``data padi 2024``
    points_back: bool = False  # names a thing said before only by a pointing word: ``komponennya``
    opens: bool = False  # says that another matter begins: ``satu lagi``
    recalls: bool = False  # what was asked or sent before: ``yang kemarin``, ``sudah ada jawaban?``
    acknowledges: bool = False  # begins with thanks or assent, and says more: ``Baik. Kalau IPM?``
    concludes: bool = False  # leans on what was answered: ``berarti tetap wajib?``, ``kok beda?``
    has_subject: bool = False  # names a matter and asks about it

    @property
    def text(self) -> str:
        return "\n".join(self.told)

    @property
    def only_points_back(self) -> bool:
        """Whether it points back and says little of its own: ``syaratnya apa?``."""
        return only_points_back(self.text)

    @property
    def lead(self) -> frozenset[str]:
        """The content words that its messages begin with."""
        return frozenset(chain.from_iterable(map(_lead_of, self.told))) - COMMON

    def add(self, one: Message, kind: MessageKind) -> None:
        """Appends a message."""
        self.messages.append(one)
        self.kinds.append(kind)
        if kind in (MessageKind.CONTENT, MessageKind.HOLDING):
            self.told.append(one.text)

    def read(self) -> "Turn":
        """Reads off what decides where the turn belongs."""
        said = [_without_addresses(text) for text in self.told]
        self.words = frozenset(chain.from_iterable(map(content_words, said)))
        self.naming = self.words - COMMON
        if self.first.officer:
            self.recalls = resumes(self.text)
            return self
        self.asks = any(not one.is_readable for one in self.messages)
        if not self.told:
            return self
        self.opens = any(is_new_matter(one.text) for one in self.messages)
        self.own = _own(self.words)
        self.asks = self.asks or any(asks(one) or tells_trouble(one) for one in self.told)
        self.asks_nothing = not self.asks and not any(may_ask(one) and adds(one) for one in said)
        if self.asks:
            asking = chain.from_iterable(map(_words_asking, said))
            self.own_asking = _own(asking) or self.own
        self.points_back = any(map(points_back, self.told[:HEAD]))
        self.recalls = any(map(reminds, self.told))
        self.has_subject = any(map(has_own_subject, self.told))
        self.acknowledges = _acknowledges(self.told[0])
        self.concludes = _concludes(self.told[0])
        return self


def turns_of(messages: Iterable[Message]) -> Iterator[Turn]:
    """Joins what each asker writes within minutes, until an officer writes.

    Turns come in the order in which they began, each when it and those before it are over; what an
    officer writes comes message by message.
    """
    begun = deque[Turn]()  # the oldest first
    writing: dict[str, Turn] = {}  # asker -> what is being written
    before: Message | None = None
    for one in messages:
        kind = kind_of(one.text, officer=one.officer)
        turn = writing.get(one.sender)
        if turn and _goes_on(turn, one, kind):
            turn.add(one, kind)
        else:
            turn = Turn(one, before)
            turn.add(one, kind)
            begun.append(turn)
            writing[one.sender] = turn
        before = one
        while begun and (one.officer or writing[begun[0].first.sender] is not begun[0]):
            yield begun.popleft().read()
        if one.officer:
            writing.clear()
    yield from (turn.read() for turn in begun)


def _goes_on(turn: Turn, one: Message, kind: MessageKind) -> bool:
    """Tells whether an asker's next message belongs to the turn."""
    last = turn.messages[-1]
    if gap(last, one) > PAUSE or len(turn.messages) >= MOST_IN_TURN:
        return False
    is_behind_thanks = is_courtesy(last, turn.kinds[-1]) and not is_courtesy(one, kind)
    if is_behind_thanks or (turn.told and is_new_matter(one.text)):
        return False
    return not (has_own_subject(one.text) and any(map(has_own_subject, turn.told)))


@cached
def _lead_of(text: str) -> tuple[str, ...]:
    """Returns the content words that a message begins with, behind a greeting."""
    return content_words_among(words_of(without_greeting(text))[:LEAD])


def _own(words: Iterable[str]) -> frozenset[str]:
    """Keeps of content words those that may name a subject."""
    return frozenset([word for word in words if word not in GENERAL and not word.isdigit()])


@cached
def _words_asking(text: str) -> tuple[str, ...]:
    """Returns the content words of what asks, without reasons and addresses beside it."""
    clauses = _CLAUSE_ENDS.split(text)
    asking = clauses if len(clauses) == 1 else filter(asks, clauses)
    return tuple(chain.from_iterable(map(content_words, asking)))


def _without_addresses(text: str) -> str:
    """Removes addresses of mail and of the web, which name no matter."""
    return _ADDRESS.sub(" ", text) if "@" in text or "://" in text else text


@cached
def _acknowledges(text: str) -> bool:
    """Tells whether a message thanks or assents first, and says more: ``Oke. Kalau IPM?``."""
    begun = list(islice(sentences(text), 2))
    if len(begun) > 1:
        return assents(begun[0]) or is_only_thanks(begun[0])
    head = text.partition(",")[0]
    return assents(head) and has_own_subject(text) and not points_back(text)


@cached
def _concludes(text: str) -> bool:
    """Tells whether a message draws on the answer before it: ``Mantap. Berarti ...``."""
    first = next(sentences(text), "")
    behind = text.strip()[len(first) :] if assents(first) or is_only_thanks(first) else ""
    found = _CONCLUDES.match(text) or _CONCLUDES.match(behind) or _ASKS_IF_SO.search(text)
    return found is not None


def is_courtesy(one: Message, kind: MessageKind) -> bool:
    """Tells whether a message only thanks or assents; a greeting or ``Bu`` does not."""
    if kind is MessageKind.TALK:
        is_assent = any(map(assents, sentences(one.text)))  # ``yah. ok``
        return one.is_readable and (is_assent or not words_of(one.text))
    return assents(one.text) and not is_new_matter(one.text)


def gap(before: Message, one: Message) -> dt.timedelta:
    """Returns the time between two messages, whichever is earlier."""
    return abs(one.sent - before.sent) if one.sent and before.sent else NO_TIME
