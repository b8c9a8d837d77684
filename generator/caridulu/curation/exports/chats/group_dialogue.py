"""Messages of a group, oldest first -> the talks of its askers.

An answer goes to whom it is for with certainty, or nobody gets it. What members say among
themselves is no talk with the office.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from caridulu.curation.exports.chats.addressed import Names
from caridulu.curation.exports.chats.dialogue import (
    CONTINUED,
    GOES_ON,
    PAUSE,
    SOON,
    Dialogue,
    follows,
    gap,
    put,
    shared,
)
from caridulu.curation.exports.chats.new_matters import Burst
from caridulu.curation.exports.consultation import SILENCE, Message
from caridulu.curation.exports.conversations import Owes, Talk
from caridulu.curation.exports.phrases.asking import continues, is_to_all, reminds
from caridulu.curation.exports.phrases.kinds import Said
from caridulu.curation.exports.phrases.words import telling_words

_LAUGHS = re.compile(r"(?:\W|_|(?:ha|he|hi|wk|kw|xi){2,}[hwk]?)*", re.I)
# ``Saya juga lupa sandi``: the question of another one, and nothing asked beside it.
_ME_TOO = re.compile(
    r"^\W*(?:(?:saya|sy|sa|kami|aku|kita|di sini|tempat (?:saya|kami)|punya (?:saya|kami)) )?"
    r"(?:juga|jg|sama|idem)\b(?!.*(?:\?|tanya))",
    re.I | re.S,
)


class GroupDialogue(Dialogue):
    """Sorts the messages of a group into the talks of its askers."""

    def __init__(self, askers: Iterable[str], *, silence: dt.timedelta = SILENCE) -> None:
        askers = list(askers)
        super().__init__(askers, silence=silence)
        self._names = Names(askers)

    # Askers

    def _is_beside(self, one: Message, kind: Said) -> bool:
        self._names.learn(one)
        if kind is not Said.TALK or not one.is_readable or _LAUGHS.fullmatch(one.text):
            return False
        self._end_burst(one.sender)
        if not self._is_settled(one.sender):
            return False
        self._present[one.sender].owes = Owes.NOBODY
        self.beside += 1
        return True

    def _is_settled(self, asker: str) -> bool:
        """Whether another member, not the office, has said what the asker thanks for."""
        before, talk = self._before, self._present.get(asker)
        by_member = before is not None and not before.officer and before.sender != asker
        return by_member and talk is not None and not talk.has_answer

    def _is_apart(self, burst: Burst, talk: Talk) -> bool:
        return talk.gap(burst.messages[0]) > SOON

    def _begin(self, burst: Burst, asker: str) -> None:
        """Begins a talk only with what asks."""
        if not burst.asks:
            self._drop(self._held.pop(asker, None))
            self._held[asker] = burst
        elif other := self._asks_the_same(burst):
            put(burst, other)
        else:
            self._open_talk(burst, asker)

    def _open_talk(self, burst: Burst, asker: str) -> Talk:
        talk = super()._open_talk(burst, asker)
        talk.has_question, talk.owes = True, Owes.OFFICE
        return talk

    def _asks_the_same(self, burst: Burst) -> Talk | None:
        """The talk of a colleague who waits for an answer to the same question."""
        others = [
            talk
            for talk in self._open
            if talk.has_question and not talk.has_answer
            if talk.asker != burst.messages[0].sender
        ]
        words, is_again = set(telling_words(burst.text)), reminds(burst.text)
        named = self._names.addressed(burst.text, {talk.asker for talk in others})
        known = [talk for talk in others if talk.asker == named] or others
        shared = {talk: len(words & talk.words) for talk in known}
        nearest = max(known, key=lambda talk: (shared[talk], known.index(talk)), default=None)
        if nearest is None:
            return None
        if nearest.asker == named and (is_again or shared[nearest]):
            return nearest
        if is_again or _ME_TOO.match(burst.text):
            return next((talk for talk in others if talk.owes is Owes.OFFICE), None)
        return nearest if max(2, len(words) / 2) <= shared[nearest] else None

    # Officers

    def _officer(self, one: Message) -> None:
        self._close_late(one)
        super()._officer(one)

    def _parts(self, one: Message) -> Iterable[Message]:
        return self._names.parts(one, {talk.asker for talk in self._open})

    def _meant(self, one: Message, kind: Said) -> Talk | None:
        """The talk that an officer's message in a group belongs to, if that can be told."""
        if kind in (Said.WISH, Said.AUTOMATIC, Said.TALK) or not one.text:
            return None
        before = self._before
        askers = [*dict.fromkeys((*self._present, *self._held))]
        named = one.to if one.to in askers else self._names.addressed(one.text, askers)
        if kind is Said.CONTENT:
            near = named or (before.sender if before and not before.officer else "")
            self._answer_held(one, [near] if near in self._held else [])
        if named:
            return self._of(named, one)
        last = self._answered if follows(one, before, self._answered) else None
        waiting = self._waiting()
        if last and last in self._open and self._goes_on(one, last, waiting):
            return last
        if before and not before.officer and (talk := self._present.get(before.sender)):
            is_near = talk.gap(one) <= GOES_ON
            rivals = [other for other in waiting if other is not talk and other.gap(one) <= GOES_ON]
            is_best = all(shared(one, other) <= shared(one, talk) for other in waiting)
            if is_near and is_best and not rivals:
                return talk
        return self._only_waiting(one, kind, waiting)

    def _of(self, asker: str, one: Message) -> Talk | None:
        """The talk of an asker that an officer's message is for: what waits, by its words."""
        talks = [talk for talk in self._waiting() if talk.asker == asker]
        if talks:
            return max(talks, key=lambda talk: (shared(one, talk), talk.messages[-1].line))
        talk = self._present.get(asker)
        return talk if talk and talk.gap(one) <= CONTINUED else None

    def _goes_on(self, one: Message, last: Talk, waiting: Sequence[Talk]) -> bool:
        """Whether an officer adds to the answer that was given last."""
        others = [
            talk
            for talk in waiting
            if talk is not last and talk.gap(one) <= SOON and not talk.is_promised
        ]
        if continues(one.text) or not others:
            return True
        before = self._before
        # More is written at once to the same asker, unless the words say otherwise.
        is_at_once = bool(before and before.sender == one.sender and gap(before, one) <= PAUSE)
        nearer = any(shared(one, talk) > shared(one, last) for talk in others)
        return is_at_once and not nearer

    def _only_waiting(self, one: Message, kind: Said, waiting: Sequence[Talk]) -> Talk | None:
        """The only talk that may be meant among those that wait for an answer."""
        if len(waiting) > 1 and kind is Said.CONTENT:
            most = max(shared(one, talk) for talk in waiting)
            nearest = [talk for talk in waiting if shared(one, talk) == most]
            if most and len(nearest) == 1:
                return nearest[0]
        waiting = [talk for talk in waiting if not talk.is_promised] or list(waiting)
        soon = [talk for talk in waiting if talk.gap(one) <= SOON]
        waiting = soon if len(soon) == 1 and not is_to_all(one.text) else waiting
        if len(waiting) == 1:
            is_soon = waiting[0].gap(one) <= SOON and not is_to_all(one.text)
            return waiting[0] if is_soon or shared(one, waiting[0]) else None
        if waiting and kind is Said.HOLDING:
            return max(waiting, key=lambda talk: talk.messages[-1].line)
        if waiting:
            self.doubtful.append(one)
        return None
