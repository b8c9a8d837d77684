"""Messages of a group, oldest first -> the talks of its askers.

An answer goes to whom it is for with certainty, or nobody gets it. What members say among
themselves is no talk with the office.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from caridulu.curation.exports.chats.addressees import Addressees
from caridulu.curation.exports.chats.chat_talks import ChatTalks
from caridulu.curation.exports.chats.turn_links import SITTING
from caridulu.curation.exports.chats.turns import COMMON, PAUSE, Turn, gap
from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.phrases.asking import may_ask
from caridulu.curation.exports.phrases.follow_ups import reminds
from caridulu.curation.exports.phrases.message_kinds import MessageKind
from caridulu.curation.exports.phrases.subjects import subject_word_count
from caridulu.curation.exports.talk import Owes, Talk

GOES_ON = dt.timedelta(minutes=30)  # in which a talk goes on, whoever writes in between
HOURS = dt.timedelta(hours=2)  # by which a question is older, so that the newer is answered
FEW_OWN_WORDS = 3  # with no more, a member adds to what another one asked
CONTINUED = dt.timedelta(days=14)  # within which an officer may go on with a talk by name
# What an officer writes about no matter of an asker.
OF_NO_MATTER = (MessageKind.WISH, MessageKind.AUTOMATIC, MessageKind.TALK)
# ``Saya juga lupa sandi``: the question of another one, and nothing asked beside it.
_ME_TOO = re.compile(
    r"(?:^|[,.] )\W*(?:(?:itu|iya|nah),? )*(?:(?:saya|sy|sa|kami|aku|kita|di sini|"
    r"(?:tempat|punya|desa) (?:saya|kami)) )?"
    r"(?:juga|jg|sama|idem)\b",
    re.I,
)


class GroupTalks(ChatTalks):
    """Sorts the messages of a group into the talks of its askers."""

    most_open = 12  # talks of all askers

    def __init__(self, askers: Iterable[str], officers: Iterable[str] = ()) -> None:
        super().__init__(askers)
        self._names = Addressees(self._askers, officers)

    def _is_told(self, talk: Talk) -> bool:
        if not talk.has_question:
            self.beside += sum(one.is_readable for one in talk.messages)
        return talk.has_question

    def _put(self, turn: Turn) -> None:
        talk = self._told_to(turn) if turn.first.officer else self._asked(turn)
        if talk:
            self._add(turn, talk)
        else:
            self.beside += sum(one.is_readable for one in turn.messages)

    # Askers

    def _asked(self, turn: Turn) -> Talk | None:
        """Finds the talk that an asker begins or continues; None if a member is thanked."""
        own = [talk for talk in self._open if _takes_part(talk, turn.first.sender)]
        before = turn.before
        by_member = before is not None and not before.officer and before.sender != turn.first.sender
        is_waiting = bool(own) and own[0].asker == turn.first.sender and not own[0].has_answer
        if is_waiting and not turn.told and by_member:
            own[0].owes = Owes.NOBODY  # who thanks a member has the answer from there
            return None
        weight, talk = self._nearest(turn, own)
        if talk and weight > 0:
            return talk
        return self._asks_the_same(turn) or Talk(turn.first.sender)

    def _add(self, turn: Turn, talk: Talk) -> None:
        is_begun = not talk.messages
        super()._add(turn, talk)
        if is_begun:  # only what asks begins a question; what tells may still be answered
            text = turn.first.text
            is_asked = turn.asks and not self._names.calls_member(text)
            calls = self._names.calls_officer(text) and any(map(may_ask, turn.told))
            talk.has_question = is_asked or calls
            talk.owes = Owes.OFFICE if talk.has_question else Owes.NOBODY

    def _asks_the_same(self, turn: Turn) -> Talk | None:
        """Finds the talk of another member who waits for an answer to the same question."""
        if not (_is_me_too(turn) or (turn.asks and any(map(reminds, turn.told)))):
            return None
        waiting = (
            talk
            for talk in self._open
            if talk.owes is Owes.OFFICE and not talk.has_answer
            if talk.asker != turn.first.sender
        )
        return next(waiting, None)

    # Officers

    def _told_to(self, turn: Turn) -> Talk | None:
        """Finds the talk that an officer continues, though a member remarked on it in between."""
        talk = self._meant(turn)
        if talk is None or talk.has_question:
            return talk
        asked = (
            other
            for other in self._open
            if other.has_question and other.gap(talk.messages[0]) <= GOES_ON
        )
        return next(asked, talk)

    def _meant(self, turn: Turn) -> Talk | None:
        """Finds the talk that an officer's message in a group belongs to, if that can be told."""
        if turn.kinds[0] in OF_NO_MATTER:
            return None
        named = self._named(turn.first)
        talks = [talk for talk in self._open if named is None or _takes_part(talk, named)]
        talks = [talk for talk in talks if talk.has_question or turn.words & talk.words]
        # What members say in between does not count: the message follows the last talk.
        follows = bool(talks) and talks[0].gap(turn.first) <= GOES_ON
        next_turn = replace(turn, before=talks[0].messages[-1]) if follows else turn
        weight, talk = self._nearest(next_turn, talks)
        if talk and named:
            return talk if talk.gap(turn.first) <= CONTINUED else None
        if talk is None or weight <= 0:
            return None
        tells = turn.kinds[0] is MessageKind.CONTENT
        if tells:
            talk = self._taken_up(next_turn, talk)
        if _is_announcement(turn, talk) and not turn.recalls:
            return None
        if self._may_be_for_others(turn, talk):
            if tells:
                self.doubtful.append(turn.first)
            return None
        return talk

    def _named(self, one: Message) -> str | None:
        """Finds the asker whom an officer's message replies to or addresses."""
        askers = list(dict.fromkeys(talk.asker for talk in self._open))
        if one.to in askers:
            return one.to
        named = self._names.addressed(one.text, askers)
        has_asked = any(talk.has_question for talk in self._open if talk.asker == named)
        return named if has_asked else None  # else a member who has helped to answer

    def _may_be_for_others(self, turn: Turn, talk: Talk) -> bool:
        """Tells whether another asker waits who may be meant as well as the one of the talk.

        The words shared with a talk count; to go on with it at once counts as one more.
        """
        last = talk.messages[-1]
        goes_on = last is turn.before and talk.has_answer and gap(last, turn.first) <= PAUSE
        shared = len(turn.words & talk.words) + goes_on
        others = (one for one in self._open if one.asker != talk.asker)
        waiting = (one for one in others if one.owes is Owes.OFFICE and not one.is_promised)
        return any(
            len(turn.words & one.words) >= shared
            for one in waiting
            if one.gap(turn.first) - talk.gap(turn.first) <= HOURS
        )


def _takes_part(talk: Talk, member: str) -> bool:
    """Tells whether a member has begun a talk or joined it: ``saya juga mau tanya itu``."""
    return talk.asker == member or any(one.sender == member for one in talk.messages)


def _is_announcement(turn: Turn, talk: Talk) -> bool:
    """Tells whether a message hours after a question, unpromised, says no word of it."""
    is_told_of = not talk.words.isdisjoint(turn.words - COMMON)
    return talk.gap(turn.first) > SITTING and not is_told_of and not talk.is_promised


def _is_me_too(turn: Turn) -> bool:
    """Tells whether a member only says that it is the same for them."""
    found = _ME_TOO.search(turn.text)
    return found is not None and subject_word_count(turn.text[found.start() :]) <= FEW_OWN_WORDS
