"""Messages of a chat, oldest first -> its talks: what each asker asked and was answered.

A chat is a ledger of debts. What an asker writes in one go is a burst: it goes on with the asker's
present talk, or begins one. Who asks makes the office owe an answer. A talk stays open while
something is owed in it, even when its asker has begun another one, until it is too old; so a
promise and the answer days later meet.

An officer's message goes to whom it names; else it goes on with what the officer has just written;
else to the open talk whose words it takes up, or to whom wrote last. In a group that has to be
certain, or nobody gets it. What an officer answers was a question, however it was worded.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from caridulu.curation.exports.chats.addressed import Names
from caridulu.curation.exports.chats.new_matters import (
    ADDED,
    LATE,
    SITTING,
    Burst,
    begins,
)
from caridulu.curation.exports.consultation import SILENCE, Message
from caridulu.curation.exports.conversations import Owes, Talk
from caridulu.curation.exports.phrases.asking import (
    continues,
    is_new_matter,
    is_to_all,
    own_words,
    reminds,
)
from caridulu.curation.exports.phrases.courtesies import assents, greets
from caridulu.curation.exports.phrases.kinds import Said, said
from caridulu.curation.exports.phrases.words import telling_words

PAUSE = dt.timedelta(minutes=10)  # after which an asker writes another burst
MORE_OF_IT = dt.timedelta(minutes=15)  # in which an asker writes a question in several bursts
MOST_IN_BURST = 40  # messages
GOES_ON = dt.timedelta(minutes=30)  # in which an officer adds to the last answer
SOON = dt.timedelta(days=1)  # in which an answer need not take up words of its question
CONTINUED = dt.timedelta(days=14)  # in which an officer adds, and says so
MOST_OPEN = 50  # talks
OWN_MATTER = 3  # telling words of what may be a question though no word of it asks
_LAUGHS = re.compile(r"(?:\W|_|(?:ha|he|hi|wk|kw|xi){2,}[hwk]?)*", re.I)
# ``Saya juga lupa sandi``: the question of another one, and nothing asked beside it.
_ME_TOO = re.compile(
    r"^\W*(?:(?:saya|sy|sa|kami|aku|kita|di sini|tempat (?:saya|kami)|punya (?:saya|kami)) )?"
    r"(?:juga|jg|sama|idem)\b(?!.*(?:\?|tanya))",
    re.I | re.S,
)


class Dialogue:
    """Sorts the messages of a chat into the talks of its askers."""

    def __init__(self, askers: Iterable[str], *, silence: dt.timedelta = SILENCE) -> None:
        askers = list(askers)
        self._silence = silence
        self._is_group = len(askers) > 1
        self._first = next(iter(askers), "")
        self._names = Names(askers)
        self._bursts: dict[str, Burst] = {}  # asker -> what is being written
        self._held: dict[str, Burst] = {}  # what asks nothing, but may be answered
        self._present: dict[str, Talk] = {}  # asker -> what was talked about last
        self._open: list[Talk] = []  # present ones, and those in which something is owed
        self._answered: Talk | None = None  # where an officer wrote last
        self._before: Message | None = None
        self._closed: list[Talk] = []
        self.doubtful: list[Message] = []  # answers of which nobody can tell to whom
        self.beside = 0  # messages of a group that belong to no talk

    def read(self, messages: Iterable[Message]) -> Iterator[Talk]:
        """Yields the talks, each when it is over."""
        for one in messages:
            before = self._before
            if before and one.sent and before.sent and one.sent - before.sent < -2 * SITTING:
                self._end()
            if one.officer:
                self._end_bursts()
                self._officer(one)
            else:
                self._asker(one)
            self._before = one
            if self._closed:
                yield from self._over()
        self._end()
        yield from self._over()

    def _over(self) -> Iterator[Talk]:
        while self._closed:
            yield self._closed.pop(0)

    def _end(self) -> None:
        """Ends all talks: at the end of the chat, or where time jumps back."""
        self._end_bursts()
        for asker in list(self._held):
            self._drop(self._held.pop(asker))
        for talk in list(self._open):
            self._close(talk)

    def _close(self, talk: Talk) -> None:
        self._open.remove(talk)
        if self._present.get(talk.asker) is talk:
            del self._present[talk.asker]
        self._closed.append(talk)

    # Askers

    def _asker(self, one: Message) -> None:
        kind = said(one.text, officer=False)
        burst = self._bursts.get(one.sender)
        if burst and (
            _gap(burst.messages[-1], one) > PAUSE or len(burst.messages) >= MOST_IN_BURST
        ):
            self._end_burst(one.sender)
            burst = None
        if self._is_group:
            self._names.learn(one)
            if kind is Said.TALK and one.is_readable and not _LAUGHS.fullmatch(one.text):
                self._end_burst(one.sender)
                if self._is_settled(one.sender):
                    self._present[one.sender].owes = Owes.NOBODY
                    self.beside += 1
                    return
                burst = None
        if burst is None:
            burst = self._bursts[one.sender] = Burst(self._before)
        burst.add(one, kind)

    def _is_settled(self, asker: str) -> bool:
        """Whether another member, not the office, has said what the asker thanks for."""
        before, talk = self._before, self._present.get(asker)
        by_member = before is not None and not before.officer and before.sender != asker
        return by_member and talk is not None and not talk.has_answer

    def _end_bursts(self) -> None:
        for asker in list(self._bursts):
            self._end_burst(asker)

    def _end_burst(self, asker: str) -> None:
        """Puts what an asker has written into a talk, or holds it until somebody answers it."""
        burst = self._bursts.pop(asker, None)
        if burst is None:
            return
        if held := self._held.pop(asker, None):
            if _gap(held.messages[-1], burst.messages[0]) <= MORE_OF_IT:
                burst = held.joined(burst)
            else:
                self._drop(held)
        talk = self._present.get(asker)
        if talk and (place := self._take_courtesies(burst, talk)):
            if place == len(burst.messages):
                return
            burst = burst.behind(place)
        if talk is None or begins(burst, talk, self._silence):
            self._begin(burst, asker)
        elif self._is_aside(burst, talk):
            talk.is_done = talk.has_answer
            self._held[asker] = burst
        else:
            _put(burst, talk)

    def _take_courtesies(self, burst: Burst, talk: Talk) -> int:
        """Puts thanks and assent at the head of a burst where they belong; says how many."""
        for place, one in enumerate(burst.messages):
            kind = burst.kinds[place]
            is_thanks = kind is Said.TALK and one.is_readable and not greets(one.text)
            if not is_thanks and (kind is not Said.CONTENT or not _assents(one.text)):
                return place
            if talk.gap(one) > self._silence:
                return place
            talk.add(one, Said.TALK)
        return len(burst.messages)

    def _is_aside(self, burst: Burst, talk: Talk) -> bool:
        """Whether something is only said after an answer, or among the members of a group."""
        is_answered = talk.has_answer and talk.owes is Owes.NOBODY
        is_apart = self._is_group and talk.gap(burst.messages[0]) > SOON
        return (is_answered or is_apart) and not burst.asks and bool(burst.told)

    def _begin(self, burst: Burst, asker: str) -> None:
        """Begins a talk; in a group only with what asks."""
        if self._is_group:
            if not burst.asks:
                self._drop(self._held.pop(asker, None))
                self._held[asker] = burst
                return
            if other := self._asks_the_same(burst):
                _put(burst, other)
                return
        self._open_talk(burst, asker)

    def _open_talk(self, burst: Burst, asker: str) -> Talk:
        former = self._present.pop(asker, None)
        talk = Talk(asker)
        self._present[asker] = talk
        self._open.append(talk)
        _put(burst, talk)
        if self._is_group:
            talk.has_question, talk.owes = True, Owes.OFFICE
        if former and (former.owes is not Owes.OFFICE or former.has_answer):
            self._close(former)
        for old in self._open[:-1]:
            if old.gap(burst.messages[0]) > LATE or len(self._open) > MOST_OPEN:
                self._close(old)
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

    def _drop(self, burst: Burst | None) -> None:
        """Lets go what nobody answered: beside a group's talks, or with what was said before."""
        if burst is None:
            return
        talk = self._present.get(burst.messages[0].sender)
        if talk and not (self._is_group and talk.gap(burst.messages[0]) > SOON):
            _put(burst, talk)
        else:
            self.beside += sum(one.is_readable for one in burst.messages)

    # Officers

    def _waiting(self) -> list[Talk]:
        return [talk for talk in self._open if talk.owes is Owes.OFFICE]

    def _officer(self, one: Message) -> None:
        if len(self._open) > 1 or self._is_group:
            for talk in [talk for talk in self._open if talk.gap(one) > LATE]:
                self._close(talk)
        askers = {talk.asker for talk in self._open} if self._is_group else ()
        for part in self._names.parts(one, askers):
            kind = said(part.text, officer=True)
            find = self._meant_in_group if self._is_group else self._meant
            if meant := find(part, kind):
                meant.add(part, kind)
                if kind is Said.CONTENT:
                    self._answered = meant
                    self._turn_to(meant)
            elif part.is_readable:
                self.beside += 1

    def _turn_to(self, talk: Talk) -> None:
        """Makes a talk that has just been answered the one that its asker goes on with."""
        former = self._present.get(talk.asker)
        self._present[talk.asker] = talk
        if former and former is not talk and former.owes is Owes.NOBODY:
            self._open.remove(former)
            self._closed.append(former)

    def _meant(self, one: Message, kind: Said) -> Talk | None:
        """The talk of the only asker that an officer's message belongs to, or a new one."""
        if kind is Said.CONTENT:
            self._answer_held(one, list(self._held))
        else:
            self._drop(self._held.pop(self._first, None))
        present = self._present.get(self._first)
        others = [talk for talk in self._waiting() if talk is not present]
        if others and kind is Said.CONTENT:
            chosen = self._taken_up(one, present, others)
            if chosen:
                return chosen
        if present is None or _officer_begins(one, kind, present):
            if present and present.owes is not Owes.OFFICE:
                self._close(present)
            begun = self._present[self._first] = Talk(self._first)
            self._open.append(begun)
            return begun
        return present

    def _taken_up(self, one: Message, present: Talk | None, others: Sequence[Talk]) -> Talk | None:
        """A talk that waits beside the present one, if an officer's words are for it."""
        nearest = max(others, key=lambda talk: _shared(one, talk))
        last = self._answered if _follows(one, self._before, self._answered) else None
        base = last or present
        if base is None or base is nearest:
            return nearest if base else (nearest if _shared(one, nearest) else None)
        more = _shared(one, nearest) - _shared(one, base)
        if continues(one.text) and not last and base.owes is Owes.NOBODY:
            return nearest
        is_waited_for = last is not None or base.owes is Owes.OFFICE
        return nearest if more > (1 if is_waited_for else 0) else last

    def _answer_held(self, one: Message, askers: Iterable[str]) -> None:
        """Makes a question of what an officer takes up; the rest goes on with its talk."""
        for asker in askers:
            burst = self._held.pop(asker)
            talk = self._present.get(asker)
            known = talk.words if talk else set[str]()
            new = set(telling_words(burst.text)) - known
            is_matter = own_words(burst.text) >= OWN_MATTER and 2 * len(new) > OWN_MATTER
            if is_matter and not new.isdisjoint(telling_words(one.text)):
                self._open_talk(burst, asker)
                self._present[asker].has_question = True
                self._present[asker].owes = Owes.OFFICE
            else:
                self._drop(burst)

    def _meant_in_group(self, one: Message, kind: Said) -> Talk | None:
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
        last = self._answered if _follows(one, before, self._answered) else None
        waiting = self._waiting()
        if last and last in self._open and self._goes_on(one, last, waiting):
            return last
        if before and not before.officer and (talk := self._present.get(before.sender)):
            is_near = talk.gap(one) <= GOES_ON
            rivals = [other for other in waiting if other is not talk and other.gap(one) <= GOES_ON]
            is_best = all(_shared(one, other) <= _shared(one, talk) for other in waiting)
            if is_near and is_best and not rivals:
                return talk
        return self._only_waiting(one, kind, waiting)

    def _of(self, asker: str, one: Message) -> Talk | None:
        """The talk of an asker that an officer's message is for: what waits, by its words."""
        talks = [talk for talk in self._waiting() if talk.asker == asker]
        if talks:
            return max(talks, key=lambda talk: (_shared(one, talk), talk.messages[-1].line))
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
        is_at_once = bool(before and before.sender == one.sender and _gap(before, one) <= PAUSE)
        nearer = any(_shared(one, talk) > _shared(one, last) for talk in others)
        return is_at_once and not nearer

    def _only_waiting(self, one: Message, kind: Said, waiting: Sequence[Talk]) -> Talk | None:
        """The only talk that may be meant among those that wait for an answer."""
        if len(waiting) > 1 and kind is Said.CONTENT:
            most = max(_shared(one, talk) for talk in waiting)
            nearest = [talk for talk in waiting if _shared(one, talk) == most]
            if most and len(nearest) == 1:
                return nearest[0]
        waiting = [talk for talk in waiting if not talk.is_promised] or list(waiting)
        soon = [talk for talk in waiting if talk.gap(one) <= SOON]
        waiting = soon if len(soon) == 1 and not is_to_all(one.text) else waiting
        if len(waiting) == 1:
            is_soon = waiting[0].gap(one) <= SOON and not is_to_all(one.text)
            return waiting[0] if is_soon or _shared(one, waiting[0]) else None
        if waiting and kind is Said.HOLDING:
            return max(waiting, key=lambda talk: talk.messages[-1].line)
        if waiting:
            self.doubtful.append(one)
        return None


def _assents(text: str) -> bool:
    return assents(text) and not is_new_matter(text)


def _put(burst: Burst, talk: Talk) -> None:
    for place, one in enumerate(burst.messages):
        talk.add(one, burst.kinds[place])


def _gap(before: Message, one: Message) -> dt.timedelta:
    return abs(one.sent - before.sent) if one.sent and before.sent else dt.timedelta()


def _follows(one: Message, before: Message | None, last: Talk | None) -> bool:
    """Whether an officer writes on, shortly after what an officer has written."""
    return bool(last and before and before.officer and last.gap(one) <= GOES_ON)


def _officer_begins(one: Message, kind: Said, talk: Talk) -> bool:
    gap = talk.gap(one)
    if kind is not Said.CONTENT:
        return gap > SITTING and not talk.has_question
    if not talk.has_question or talk.is_withdrawn:
        return gap > SITTING
    if not talk.has_answer:
        return gap > LATE
    return gap > (CONTINUED if talk.is_promised or continues(one.text) else ADDED)


def _shared(one: Message, talk: Talk) -> int:
    return len(talk.words.intersection(telling_words(one.text)))
