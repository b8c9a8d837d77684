"""Messages of a group, oldest first -> the talks of its askers.

An answer goes to whom it is for with certainty, or nobody gets it. What members say among
themselves is no talk with the office.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from caridulu.curation.exports.chats.addressees import Addressees
from caridulu.curation.exports.chats.chat_talks import ChatTalks
from caridulu.curation.exports.chats.turn_links import SITTING
from caridulu.curation.exports.chats.turns import COMMON, PAUSE, Turn, gap, one_turn
from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.phrases.asking import own_words, reminds
from caridulu.curation.exports.phrases.message_kinds import MessageKind
from caridulu.curation.exports.talk import TOLD, Owes, Talk

GOES_ON = dt.timedelta(minutes=30)  # in which a talk goes on, whoever writes in between
HOURS = dt.timedelta(hours=2)  # by which a question is older, so that the newer is answered
SOON = dt.timedelta(days=1)  # within which anybody who waits may be the one answered
FEW_OWN_WORDS = 3  # with no more, a member adds to what another one asked
CONTINUED = dt.timedelta(days=14)  # within which an officer may go on with a talk by name
# ``Saya juga lupa sandi``: the question of another one, and nothing asked beside it.
_ME_TOO = re.compile(
    r"(?:^|[,.] )\W*(?:(?:itu|iya|nah),? )?(?:(?:saya|sy|sa|kami|aku|kita|di sini|"
    r"(?:tempat|punya|desa) (?:saya|kami)) )?"
    r"(?:juga|jg|sama|idem)\b",
    re.I,
)


class GroupTalks(ChatTalks):
    """Sorts the messages of a group into the talks of its askers."""

    most_open = 12  # talks of all askers

    def __init__(self, askers: Iterable[str]) -> None:
        super().__init__(askers)
        self._names = Addressees(self._askers)

    def read(self, messages: Iterable[Message]) -> Iterator[Talk]:
        for talk in super().read(messages):
            yield from _parted(talk)

    def _is_told(self, talk: Talk) -> bool:
        if not talk.has_question:
            self.beside += sum(one.is_readable for one in talk.messages)
        return talk.has_question

    def _parts(self, turn: Turn) -> Iterable[Turn]:
        if not turn.first.officer:
            self._names.learn(turn.first)
            return (turn,)
        parts = self._names.parts(turn.first, {talk.asker for talk in self._open})
        return [one_turn(part, turn.before) for part in parts]

    def _put(self, turn: Turn) -> None:
        talk = self._told_to(turn) if turn.first.officer else self._asked(turn)
        if talk:
            self._add(turn, talk)
        else:
            self.beside += sum(one.is_readable for one in turn.messages)

    # Askers

    def _asked(self, turn: Turn) -> Talk | None:
        """Finds the talk that an asker begins or continues; None if a member is thanked."""
        own = [talk for talk in self._open if talk.asker == turn.first.sender]
        before = turn.before
        by_member = before is not None and not before.officer and before.sender != turn.first.sender
        if own and not turn.told and by_member and not own[0].has_answer:
            own[0].owes = Owes.NOBODY
            return None
        weight, talk = self._nearest(turn, own)
        if talk and weight > 0:
            return talk
        is_alike = turn.asks or _is_me_too(turn)
        known = (is_alike and self._asks_the_same(turn)) or self._goes_on(turn)
        return known or Talk(turn.first.sender)

    def _goes_on(self, turn: Turn) -> Talk | None:
        """Finds the talk of another member, just answered, about which this member asks more."""
        talk = next((talk for talk in self._open if talk.has_answer), None)
        is_more = turn.asks and (turn.points or bool(turn.own & talk.words if talk else ()))
        if talk is None or not is_more or talk.gap(turn.first) > GOES_ON:
            return None
        return talk if len(turn.own - talk.words) <= FEW_OWN_WORDS else None

    def _add(self, turn: Turn, talk: Talk) -> None:
        is_begun = not talk.messages
        super()._add(turn, talk)
        if is_begun:  # only what asks begins a question; what tells may still be answered
            talk.has_question, talk.owes = turn.asks, Owes.OFFICE if turn.asks else Owes.NOBODY

    def _asks_the_same(self, turn: Turn) -> Talk | None:
        """Finds the talk of another member who waits for an answer to the same question."""
        others = [talk for talk in self._open if talk.has_question and not talk.has_answer]
        others = [talk for talk in others if talk.asker != turn.first.sender]
        is_again = any(map(reminds, turn.told))
        named = self._names.addressed(turn.text, {talk.asker for talk in others})
        known = [talk for talk in others if talk.asker == named] or others
        shared = {talk: len(turn.words & talk.words) for talk in known}
        nearest = max(known, key=lambda talk: shared[talk], default=None)
        if nearest is None:
            return None
        if nearest.asker == named and (is_again or shared[nearest]):
            return nearest
        if is_again or _is_me_too(turn):
            return next((talk for talk in others if talk.owes is Owes.OFFICE), None)
        return nearest if max(2, len(turn.words) / 2) <= shared[nearest] else None

    # Officers

    def _told_to(self, turn: Turn) -> Talk | None:
        """Finds the talk that an officer continues, though a member remarked on it in between."""
        talk = self._meant(turn)
        if talk is None or talk.has_question:
            return talk
        remarked = (
            other
            for other in self._open
            if other.has_question and other.has_answer and other.asker != talk.asker
            if other.gap(talk.messages[0]) <= GOES_ON
        )
        return next(remarked, talk)

    def _meant(self, turn: Turn) -> Talk | None:
        """Finds the talk that an officer's message in a group belongs to, if that can be told."""
        one, kind, before = turn.first, turn.kinds[0], turn.before
        if kind in (MessageKind.WISH, MessageKind.AUTOMATIC, MessageKind.TALK):
            return None
        askers = list(dict.fromkeys(talk.asker for talk in self._open))
        named = one.to if one.to in askers else self._names.addressed(one.text, askers)
        asked = any(talk.has_question for talk in self._open if talk.asker == named)
        if not asked and named != one.to:
            named = None  # a member who has helped to answer
        talks = [
            talk
            for talk in self._open
            if named in (None, talk.asker) and (talk.has_question or turn.words & talk.words)
        ]
        if talks and talks[0].gap(one) <= GOES_ON:  # what members say in between does not count
            turn.before = talks[0].messages[-1]
        weight, talk = self._nearest(turn, talks)
        if talk is None or named:
            return talk if talk and talk.gap(one) <= CONTINUED else None
        if kind is MessageKind.CONTENT and weight > 0:
            talk = self._taken_up(turn, talk)
        last = talk.messages[-1]
        goes_on = last is before and talk.has_answer and gap(last, one) <= PAUSE
        shared = len(turn.words & talk.words) + goes_on
        if weight <= 0 or (not turn.recalls and _is_announced(turn, talk)):
            return None
        rivals = [
            other
            for other in self._open
            if other.asker != talk.asker and other.owes is Owes.OFFICE and not other.is_promised
            if other.gap(one) <= SOON and len(turn.words & other.words) >= shared
            if not _is_older(other, talk) or len(turn.words & other.words) > shared
        ]
        if rivals and kind is MessageKind.CONTENT:
            self.doubtful.append(one)
        return None if rivals else talk


def _parted(talk: Talk) -> Iterator[Talk]:
    """Splits off what another member asked at the end of a talk and nobody answered."""
    rest = list(zip(talk.messages, talk.kinds, strict=True))
    told = [n for n, (one, kind) in enumerate(rest) if one.officer and kind in TOLD]
    end = told[-1] + 1 if told else len(rest)
    first = next((n for n in range(end, len(rest)) if _is_asked_by_other(rest[n][0], talk)), None)
    if first is not None:
        unanswered = Talk(rest[first][0].sender, has_question=True, owes=Owes.OFFICE)
        for one, kind in rest[first:]:
            unanswered.add(one, kind)
        talk.messages, talk.kinds = talk.messages[:first], talk.kinds[:first]
        yield unanswered
    yield talk


def _is_announced(turn: Turn, talk: Talk) -> bool:
    """Tells whether what comes hours after a question, unpromised, says no word of it."""
    is_told_of = not talk.words.isdisjoint(turn.words - COMMON)
    return talk.gap(turn.first) > SITTING and not is_told_of and not talk.is_promised


def _is_asked_by_other(one: Message, talk: Talk) -> bool:
    return not one.officer and one.sender != talk.asker and one_turn(one, None).asks


def _is_older(other: Talk, talk: Talk) -> bool:
    """Tells whether a question had waited for hours when the other one was asked."""
    if other.last_sent is None or talk.last_sent is None:
        return False
    return talk.last_sent - other.last_sent > HOURS


def _is_me_too(turn: Turn) -> bool:
    """Tells whether a member only says that it is the same for them."""
    found = _ME_TOO.search(turn.text)
    return found is not None and own_words(turn.text[found.start() :]) <= FEW_OWN_WORDS
