"""Messages of a chat, oldest first -> its talks: what each asker asked and was answered.

A chat is a ledger of debts. What an asker writes in one go is a burst: it goes on with the asker's
present talk, or begins one. Who asks makes the office owe an answer. A talk stays open while
something is owed in it, even when its asker has begun another one, until it is too old; so a
promise and the answer days later meet.

An officer's message goes on with what the officer has just written; else it goes to the open talk
whose words it takes up, or to whom wrote last. What an officer answers was a question, however it
was worded.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

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
    own_words,
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


class Dialogue:
    """Sorts the messages of a chat with one asker into talks."""

    def __init__(self, askers: Iterable[str], *, silence: dt.timedelta = SILENCE) -> None:
        self._silence = silence
        self._first = next(iter(askers), "")
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
        if burst and (gap(burst.messages[-1], one) > PAUSE or len(burst.messages) >= MOST_IN_BURST):
            self._end_burst(one.sender)
        if self._is_beside(one, kind):
            return
        burst = self._bursts.get(one.sender)
        if burst is None:
            burst = self._bursts[one.sender] = Burst(self._before)
        burst.add(one, kind)

    def _is_beside(self, one: Message, kind: Said) -> bool:
        """Whether what an asker says belongs to no talk of the office."""
        return False

    def _end_bursts(self) -> None:
        for asker in list(self._bursts):
            self._end_burst(asker)

    def _end_burst(self, asker: str) -> None:
        """Puts what an asker has written into a talk, or holds it until somebody answers it."""
        burst = self._bursts.pop(asker, None)
        if burst is None:
            return
        if held := self._held.pop(asker, None):
            if gap(held.messages[-1], burst.messages[0]) <= MORE_OF_IT:
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
            put(burst, talk)

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
        """Whether something is only said after an answer, or beside the talk."""
        is_answered = talk.has_answer and talk.owes is Owes.NOBODY
        return (is_answered or self._is_apart(burst, talk)) and not burst.asks and bool(burst.told)

    def _is_apart(self, burst: Burst, talk: Talk) -> bool:
        """Whether what asks nothing need not be about the talk."""
        return False

    def _begin(self, burst: Burst, asker: str) -> None:
        self._open_talk(burst, asker)

    def _open_talk(self, burst: Burst, asker: str) -> Talk:
        former = self._present.pop(asker, None)
        talk = Talk(asker)
        self._present[asker] = talk
        self._open.append(talk)
        put(burst, talk)
        if former and (former.owes is not Owes.OFFICE or former.has_answer):
            self._close(former)
        for old in self._open[:-1]:
            if old.gap(burst.messages[0]) > LATE or len(self._open) > MOST_OPEN:
                self._close(old)
        return talk

    def _drop(self, burst: Burst | None) -> None:
        """Lets go what nobody answered: beside the talks, or with what was said before."""
        if burst is None:
            return
        talk = self._present.get(burst.messages[0].sender)
        if talk and not self._is_apart(burst, talk):
            put(burst, talk)
        else:
            self.beside += sum(one.is_readable for one in burst.messages)

    # Officers

    def _waiting(self) -> list[Talk]:
        return [talk for talk in self._open if talk.owes is Owes.OFFICE]

    def _officer(self, one: Message) -> None:
        if len(self._open) > 1:
            self._close_late(one)
        for part in self._parts(one):
            kind = said(part.text, officer=True)
            if meant := self._meant(part, kind):
                meant.add(part, kind)
                if kind is Said.CONTENT:
                    self._answered = meant
                    self._turn_to(meant)
            elif part.is_readable:
                self.beside += 1

    def _close_late(self, one: Message) -> None:
        for talk in [talk for talk in self._open if talk.gap(one) > LATE]:
            self._close(talk)

    def _parts(self, one: Message) -> Iterable[Message]:
        """What an officer's message says to each asker."""
        return (one,)

    def _turn_to(self, talk: Talk) -> None:
        """Makes a talk that has just been answered the one that its asker goes on with."""
        former = self._present.get(talk.asker)
        self._present[talk.asker] = talk
        if former and former is not talk and former.owes is Owes.NOBODY:
            self._open.remove(former)
            self._closed.append(former)

    def _meant(self, one: Message, kind: Said) -> Talk | None:
        """The talk that an officer's message belongs to, or a new one."""
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
        nearest = max(others, key=lambda talk: shared(one, talk))
        last = self._answered if follows(one, self._before, self._answered) else None
        base = last or present
        if base is None or base is nearest:
            return nearest if base else (nearest if shared(one, nearest) else None)
        more = shared(one, nearest) - shared(one, base)
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


def _assents(text: str) -> bool:
    return assents(text) and not is_new_matter(text)


def put(burst: Burst, talk: Talk) -> None:
    for place, one in enumerate(burst.messages):
        talk.add(one, burst.kinds[place])


def gap(before: Message, one: Message) -> dt.timedelta:
    return abs(one.sent - before.sent) if one.sent and before.sent else dt.timedelta()


def follows(one: Message, before: Message | None, last: Talk | None) -> bool:
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


def shared(one: Message, talk: Talk) -> int:
    return len(talk.words.intersection(telling_words(one.text)))
