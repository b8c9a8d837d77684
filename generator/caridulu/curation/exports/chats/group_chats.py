"""Messages of a group with officers in it -> one talk for each asker's question.

An officer's message goes to whom it names; else to the only one who waits; else to the one whose
words it takes up, or who has not been told to wait. When that does not decide, nobody gets it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.conversations import LATE, SITTING, Talk, contact_begins, note
from caridulu.curation.exports.phrases.asking import (
    asks,
    continues,
    is_new_matter,
    is_to_all,
    reminds,
    tells_trouble,
)
from caridulu.curation.exports.phrases.kinds import Said, said
from caridulu.curation.exports.phrases.words import telling_words, words_of
from caridulu.knowledge.rules.texts.contacts import local_number

GOES_ON = dt.timedelta(minutes=30)  # in which an officer adds to the last answer
SOON = dt.timedelta(days=1)  # in which an answer need not take up words of its question
MOST_BEGUN = 3  # messages before the one that asks
MORE_OF_IT = dt.timedelta(minutes=15)  # in which an asker writes a question in several messages
_TITLES = """
bapak ibu pak bu bpk kak kakak mas mbak bang om tante haji hajah drs dra dan dari bps desa
kantor dinas kec kecamatan kab kabupaten kel kelurahan data admin operator staf staff grup
"""
TITLES = frozenset(_TITLES.split())  # that name nobody in particular
_MENTION = re.compile(r"@\s?([^\s@,:;!?]+(?: [^\s@,:;!?]+){0,4})")
_LAUGHS = re.compile(r"(?:\W|_|(?:ha|he|hi|wk|kw|xi){2,}[hwk]?)*", re.I)
# ``Saya juga lupa sandi``: the question of another one, and nothing asked beside it.
_ME_TOO = re.compile(
    r"^\W*(?:(?:saya|sy|sa|kami|aku|kita|di sini|tempat (?:saya|kami)|punya (?:saya|kami)) )?"
    r"(?:juga|jg|sama|idem)\b(?!.*(?:\?|tanya))",
    re.I | re.S,
)


@dataclass
class _Waiting:
    """The talk of one asker."""

    talk: Talk
    asker: str
    is_told_to_wait: bool = False
    is_pending: bool = True  # asked, and not answered since


class GroupChat:
    """Sorts the messages of a group, in order of time, into the talks of its askers."""

    def __init__(self, members: Iterable[str]) -> None:
        self._names = _telling_names(members)
        self._open: dict[str, _Waiting] = {}  # asker -> the question now talked about
        self._begun: dict[str, list[Message]] = {}  # what an asker wrote just before asking
        self._answered: _Waiting | None = None  # the one whom an officer answered last
        self._is_named = False  # by the officer's last answer
        self._before: Message | None = None
        self._closed: list[Talk] = []
        self.doubtful: list[Message] = []  # answers of which nobody can tell to whom
        self.beside = 0  # messages that belong to no question

    def read(self, messages: Iterable[Message]) -> Iterator[Talk]:
        """Yields the talks, each when it is over."""
        for one in messages:
            taken = self._officer(one) if one.officer else self._member(one)
            self.beside += not taken and one.is_readable
            self._before = one
            yield from self._over()
        for waiting in list(self._open.values()):
            self._close(waiting)
        yield from self._over()

    def _over(self) -> Iterator[Talk]:
        while self._closed:
            yield self._closed.pop(0)

    def _close(self, waiting: _Waiting) -> None:
        self._closed.append(waiting.talk)
        del self._open[waiting.asker]

    def _member(self, one: Message) -> bool:
        """Whether a message is part of what its sender asks."""
        waiting = self._open.get(one.sender)
        kind = said(one.text, officer=False)
        if waiting and self._is_over(waiting, one):
            self._close(waiting)
            waiting = None
        is_assent = kind is Said.TALK and not _LAUGHS.fullmatch(one.text)
        if waiting and is_assent and self._is_settled(waiting):
            self._close(waiting)
            return False
        if waiting is None:
            if kind is not Said.CONTENT or not (asks(one.text) or tells_trouble(one.text)):
                self._keep(one, kind)
                return False
            if other := self._asks_the_same(one):
                other.talk.add(one, kind)
                return True
            waiting = _Waiting(Talk(), one.sender)
            self._open[one.sender] = waiting
            self._take_begun(one, waiting)
        elif kind in (Said.WISH, Said.ADVERT):
            return False
        waiting.talk.add(one, kind)
        note(one, kind, waiting.talk)
        waiting.talk.has_question = True
        waiting.is_pending = waiting.is_pending or (kind is Said.CONTENT and asks(one.text))
        return True

    def _is_settled(self, waiting: _Waiting) -> bool:
        """Whether another member, not the office, has said what the asker thanks for."""
        before = self._before
        by_member = before is not None and not before.officer and before.sender != waiting.asker
        return by_member and not waiting.talk.has_answer

    def _asks_the_same(self, one: Message) -> _Waiting | None:
        """The one who waits for an answer to the same question, asked again by a colleague."""
        words = set(telling_words(one.text))
        if reminds(one.text) or _ME_TOO.match(one.text):
            return next((w for w in self._open.values() if w.is_pending), None)
        for waiting in self._open.values():
            shared = words & waiting.talk.words()
            is_same = len(shared) > 1 and len(shared) * 2 >= len(words)
            if is_same and not waiting.talk.has_answer:
                return waiting
        return None

    def _keep(self, one: Message, kind: Said) -> None:
        """Keeps what may be the beginning of a question: ``kalau yang menumpang itu``."""
        if kind is Said.CONTENT:
            self._begun.setdefault(one.sender, []).append(one)
            del self._begun[one.sender][:-MOST_BEGUN]

    def _take_begun(self, one: Message, waiting: _Waiting) -> None:
        """Puts what the asker wrote just before in front of the question."""
        for before in self._begun.pop(one.sender, ()):
            if one.sent and before.sent and one.sent - before.sent <= MORE_OF_IT:
                waiting.talk.add(before, Said.CONTENT)
                self.beside -= 1

    def _is_over(self, waiting: _Waiting, one: Message) -> bool:
        """Whether a member's message is about something else than the last one asked."""
        talk, gap = waiting.talk, waiting.talk.gap(one)
        if talk.has_answer:
            return contact_begins(one, talk, gap)
        is_new = asks(one.text) and (
            gap > SITTING or (gap > MORE_OF_IT and is_new_matter(one.text))
        )
        return is_new or gap > LATE

    def _officer(self, one: Message) -> bool:
        """Whether an officer's message belongs to somebody's question."""
        kind = said(one.text, officer=True)
        if kind in (Said.WISH, Said.AUTOMATIC, Said.TALK) or not one.text:
            return False
        for waiting in [w for w in self._open.values() if w.talk.gap(one) > LATE]:
            self._close(waiting)
        addressed = self._addressed(one)
        target = addressed or self._meant(one, kind)
        if target is None:
            return False
        target.talk.add(one, kind)
        if kind is Said.HOLDING:
            target.is_told_to_wait = True
        else:
            target.talk.has_answer = True
            target.is_pending = target.is_told_to_wait = False
            self._answered = target
            self._is_named = addressed is not None
        return True

    def _addressed(self, one: Message) -> _Waiting | None:
        """The asker whom the message replies to, or names: by a mention or a part of the name."""
        if one.to in self._open:
            return self._open[one.to]
        mentions = [match[1] for match in _MENTION.finditer(one.text)]
        for sender, waiting in self._open.items():
            number = local_number(sender)
            numbers = (local_number(text.split(" ", 1)[0]) for text in mentions)
            if len(number) > 7 and number in numbers:
                return waiting
        said_words = words_of(" ".join(mentions)) or words_of(one.text)
        named = {
            sender: len(self._names.get(sender, frozenset()).intersection(said_words))
            for sender in self._open
        }
        best = max(named.values(), default=0)
        chosen = [sender for sender, count in named.items() if count == best and best]
        return self._open[chosen[0]] if len(chosen) == 1 else None

    def _meant(self, one: Message, kind: Said) -> _Waiting | None:
        """The asker whom a message without a name means, if that can be told."""
        if goes_on := self._goes_on(one):
            return goes_on
        unanswered = [w for w in self._open.values() if w.is_pending]
        waiting = [w for w in unanswered if not w.is_told_to_wait] or unanswered
        if len(unanswered) > 1 and kind is Said.CONTENT:
            overlaps = [(len(_shared(one, w.talk)), w) for w in unanswered]
            most = max(count for count, _ in overlaps)
            nearest = [w for count, w in overlaps if count == most and most]
            if len(nearest) == 1:
                return nearest[0]
        if len(waiting) == 1:
            return waiting[0] if _may_be_for(one, waiting[0].talk) else None
        if waiting and kind is Said.HOLDING:
            return max(waiting, key=lambda w: w.talk.messages[-1].line)
        if waiting:
            self.doubtful.append(one)
        return None

    def _goes_on(self, one: Message) -> _Waiting | None:
        """The one answered last, when an officer only adds to that answer."""
        last = self._answered
        if last is None or last.asker not in self._open or self._open[last.asker] is not last:
            return None
        if last.talk.gap(one) > GOES_ON:
            return None
        others = [
            w
            for w in self._open.values()
            if w is not last and w.is_pending and not w.is_told_to_wait and w.talk.gap(one) <= SOON
        ]
        follows = bool(self._before and self._before.officer)
        is_same_officer = bool(self._before and self._before.sender == one.sender)
        if continues(one.text) or (follows and not others):
            return last
        # Named once, and more is written to the same asker, unless the words say otherwise.
        nearer = any(len(_shared(one, w.talk)) > len(_shared(one, last.talk)) for w in others)
        return last if follows and is_same_officer and self._is_named and not nearer else None


def _may_be_for(one: Message, talk: Talk) -> bool:
    """Whether the only question that waits may be meant; an announcement is for everybody."""
    if _shared(one, talk):
        return True
    return talk.gap(one) <= SOON and not is_to_all(one.text)


def _shared(one: Message, talk: Talk) -> set[str]:
    return talk.words().intersection(telling_words(one.text))


def _telling_names(members: Iterable[str]) -> dict[str, frozenset[str]]:
    """The words by which each member can be addressed: not those that two of them share."""
    words = {name: set(words_of(name)) - TITLES for name in members}
    counts: dict[str, int] = {}
    for parts in words.values():
        for part in parts:
            counts[part] = counts.get(part, 0) + 1
    return {
        name: frozenset(part for part in parts if counts[part] == 1 and len(part) > 2)
        for name, parts in words.items()
    }
