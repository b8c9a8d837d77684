"""Messages of a chat, oldest first -> its talks: each matter of an asker with what was answered.

A chat is read turn by turn. Each turn is weighed against the talks that are still open and goes to
the one it belongs to most, or begins another one where it belongs to none. A talk is over when it
is long past, or when many have gone on since.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from caridulu.curation.exports.chats.turn_links import link, words_naming
from caridulu.curation.exports.chats.turns import Turn, gap, turns_of
from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.phrases.courtesies import greets
from caridulu.curation.exports.phrases.message_kinds import MessageKind
from caridulu.curation.exports.talk import TOLD, Owes, Talk

WAITS = dt.timedelta(days=3)  # within which an answer may be to any of several questions
IN_A_ROW = dt.timedelta(minutes=20)  # within which several questions are asked in a row
LATE = dt.timedelta(days=45)  # an answer later than this is to something else
MOST_IN_TALK = 60  # messages; nobody writes more about one matter


class ChatTalks:
    """Sorts the messages of a chat with one asker into talks: conversation disentanglement."""

    most_open = 3  # talks

    def __init__(self, askers: Iterable[str]) -> None:
        self._askers = list(askers)
        self._open: list[Talk] = []  # the one that went on last comes first
        self._unanswered: list[Talk] = []  # what was asked since the office last said something
        self.doubtful: list[Message] = []  # answers of which nobody can tell to whom
        self.beside = 0  # messages of a group that belong to no talk

    def read(self, messages: Iterable[Message]) -> Iterator[Talk]:
        """Yields the talks, each when it is over."""
        for turn in turns_of(messages):
            yield from self.take(turn)
        yield from self.rest()

    def take(self, turn: Turn) -> Iterator[Talk]:
        """Puts a turn where it belongs; yields the talks that are over with it."""
        yield from self._over(turn)
        self._put(turn)

    def rest(self) -> Iterator[Talk]:
        """Yields the talks that are open when no turn is left."""
        yield from filter(self._is_told, sorted(self._open, key=lambda talk: talk.messages[0].line))

    def state(self) -> list[tuple[str, bool]]:
        """Tells all that decides where the next turns belong: equal states sort them alike."""
        return [(talk.state(), talk in self._unanswered) for talk in self._open]

    def _over(self, turn: Turn) -> Iterator[Talk]:
        """Closes talks that are long past, or behind too many newer ones."""
        kept = [
            talk
            for talk in self._open[: self.most_open]
            if talk.gap(turn.first) <= LATE and len(talk.messages) < MOST_IN_TALK
        ]
        if len(kept) < len(self._open):
            yield from (talk for talk in self._open if talk not in kept and self._is_told(talk))
            self._open = kept

    def _is_told(self, talk: Talk) -> bool:
        """Tells whether a talk is one with the office."""
        return True

    def _put(self, turn: Turn) -> None:
        """Puts a turn where it belongs."""
        weight, talk = self._nearest(turn, self._open)
        if talk is None or weight <= 0:
            talk = self._nudged(turn) or Talk(self._asker(turn))
        elif turn.first.officer and turn.kinds[0] is MessageKind.CONTENT:
            talk = self._answered(turn, talk)
        self._add(turn, talk)

    def _nudged(self, turn: Turn) -> Talk | None:
        """Finds the waiting question whose asker only makes themselves heard: ``pak``."""
        if turn.first.officer or {*turn.kinds} != {MessageKind.TALK}:
            return None
        if any(not one.is_readable or greets(one.text) for one in turn.messages):
            return None
        return next((talk for talk in self._open if talk.owes is Owes.OFFICE), None)

    def _taken_up(self, turn: Turn, talk: Talk) -> Talk:
        """Picks the waiting question whose words an answer takes up; else the talk."""
        rivals = [talk, *[other for other in self._waiting(turn) if other is not talk]]
        if len(rivals) == 1:
            return talk
        words = {one: words_naming(turn, one, rivals) for one in rivals}
        nearest = max(rivals, key=lambda one: (words[one], -one.messages[0].line))
        return nearest if words[nearest] > words[talk] + _goes_on(turn, talk) else talk

    def _answered(self, turn: Turn, talk: Talk) -> Talk:
        """Picks the first waiting one of questions asked at once, unless words say another."""
        nearest = self._taken_up(turn, talk)
        if nearest is not talk or _goes_on(turn, talk):
            return nearest
        waiting = [one for one in self._waiting(turn) if one in self._unanswered]
        at_once = [one for one in waiting if _is_near(one, talk)]
        if len(at_once) < 2 or talk not in at_once:
            return talk
        words = {one: words_naming(turn, one, at_once) for one in at_once}
        return min(at_once, key=lambda one: (-words[one], one.messages[0].line))

    def _waiting(self, turn: Turn) -> list[Talk]:
        """Lists the questions that an answer may be to."""
        return [
            talk
            for talk in self._open
            if talk.owes is Owes.OFFICE and talk.gap(turn.first) <= WAITS
        ]

    def _nearest(self, turn: Turn, talks: Sequence[Talk]) -> tuple[int, Talk | None]:
        """Finds the talk that a turn belongs to most, and its weight; the latest comes first."""
        greatest, nearest = 0, None
        for talk in talks:
            if _may_be_meant(turn, talk, talks[0]):
                weight = link(turn, talk, talks)
                if nearest is None or weight > greatest:
                    greatest, nearest = weight, talk
        return greatest, nearest

    def _asker(self, turn: Turn) -> str:
        return self._askers[0] if turn.first.officer else turn.first.sender

    def _add(self, turn: Turn, talk: Talk) -> None:
        for one, kind in zip(turn.messages, turn.kinds, strict=True):
            talk.add(one, kind)
        if not self._open or self._open[0] is not talk:
            self._open = [talk, *[other for other in self._open if other is not talk]]
        if not turn.first.officer and turn.told:
            self._unanswered.append(talk)
        elif turn.first.officer and turn.kinds[0] in TOLD:
            self._unanswered.clear()


def _goes_on(turn: Turn, talk: Talk) -> bool:
    """Tells whether an officer has just told something in a talk."""
    last = talk.messages[-1]
    return last is turn.before and last.officer and talk.kinds[-1] is MessageKind.CONTENT


def _is_near(one: Talk, talk: Talk) -> bool:
    """Tells whether two talks went on within the same minutes."""
    return gap(one.messages[-1], talk.messages[-1]) <= IN_A_ROW


def _may_be_meant(turn: Turn, talk: Talk, present: Talk) -> bool:
    """Tells whether a turn may belong to a talk: to one behind the present one, few do."""
    if talk is present:
        return not (talk.is_withdrawn and turn.told)  # what was taken back is over
    if talk.owes is not Owes.NOBODY or talk.is_promised:
        return True
    return bool(turn.told) and not turn.first.officer and not turn.words.isdisjoint(talk.words)
