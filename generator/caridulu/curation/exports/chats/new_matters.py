"""What an asker writes beside an open talk -> whether it begins another matter."""

import datetime as dt
import re

from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.conversations import FEW_WORDS, Owes, Talk
from caridulu.curation.exports.phrases.asking import (
    asks,
    has_own_subject,
    is_follow_up,
    is_new_matter,
    is_rest,
    may_ask,
    names_other_matter,
    names_something,
    own_words,
    reminds,
    tells_trouble,
)
from caridulu.curation.exports.phrases.courtesies import (
    assents,
    greets,
    thanks,
    without_greeting,
)
from caridulu.curation.exports.phrases.kinds import Said
from caridulu.curation.exports.phrases.words import telling_words
from caridulu.privacy.lists.spoken_words import ADDRESSED

SITTING = dt.timedelta(hours=12)  # within which people talk about the same thing
ADDED = dt.timedelta(days=2)  # within which an officer adds to an answer
LATE = dt.timedelta(days=45)  # an answer later than this is to something else
OTHER_QUESTION = dt.timedelta(days=2)  # after which an unanswered question is let go
AGAIN = dt.timedelta(minutes=30)  # after thanks, within which ``kalau begitu ...`` goes on
HEAD = 2  # messages of a burst of which one may say that it goes on
SHARED = 4  # a question is about the matter if more than a fourth of its telling words are the same
_CALL = re.compile(rf"^\W*(?:@\S+ )?(?i:{ADDRESSED})\.? [A-Z]\w+\W+(?=\w)")


class Burst:
    """What one asker writes in one go."""

    def __init__(self, before: Message | None = None) -> None:
        self.before = before  # what anybody wrote before it
        self.messages: list[Message] = []
        self.kinds: list[Said] = []
        self.told: list[str] = []  # what it says beside courtesies
        self.is_heard = False  # a part of it is a voice note

    def add(self, one: Message, kind: Said) -> None:
        """Appends a message."""
        self.messages.append(one)
        self.kinds.append(kind)
        if kind is Said.CONTENT:
            self.told.append(one.text)
        self.is_heard = self.is_heard or not one.is_readable

    def joined(self, other: "Burst") -> "Burst":
        """Both as one burst."""
        both = Burst(self.before)
        for burst in (self, other):
            for one, kind in zip(burst.messages, burst.kinds, strict=True):
                both.add(one, kind)
        return both

    def behind(self, place: int) -> "Burst":
        """What is written from a message on."""
        rest = Burst(self.before)
        for one, kind in zip(self.messages[place:], self.kinds[place:], strict=True):
            rest.add(one, kind)
        return rest

    @property
    def text(self) -> str:
        return self.told[0] if len(self.told) == 1 else "\n".join(self.told)

    @property
    def asks(self) -> bool:
        return self.is_heard or any(asks(text) or tells_trouble(text) for text in self.told)

    @property
    def points(self) -> bool:
        """Whether it begins with what goes on: ``kalau``, ``mbak Ani, terus``."""
        for text in self.told[:HEAD]:
            if is_follow_up(text):
                return True
            called = _CALL.match(text)
            head = without_greeting(text[called.end() :] if called else text)
            if head != text and is_follow_up(head):
                return True
        return False


def begins(burst: Burst, talk: Talk, silence: dt.timedelta) -> bool:
    """Whether a burst is about something else than the talk that is open."""
    first = burst.messages[0]
    gap = talk.gap(first)
    if not burst.told and not burst.is_heard:
        return _courtesy_begins(burst, talk, gap, silence)
    if talk.is_withdrawn:
        return True
    if talk.owes is Owes.ASKER:
        return gap > silence and burst.asks and not _is_about(burst, talk)
    if talk.has_answer:
        return _begins_after_answer(burst, talk, gap)
    if not talk.has_question:
        return gap > SITTING
    if first.sent and talk.asked:
        gap = max(gap, first.sent - talk.asked)
    if gap > AGAIN and burst.asks and any(map(names_other_matter, burst.told)):
        return True
    if any(map(reminds, burst.told)):
        return False
    if gap > silence or _is_only_unheard(first, talk):
        return True
    is_other = burst.asks and names_something(burst.text) and not _is_about(burst, talk)
    return is_other and (gap > OTHER_QUESTION or (talk.is_promised and not burst.points))


def _courtesy_begins(burst: Burst, talk: Talk, gap: dt.timedelta, silence: dt.timedelta) -> bool:
    if burst.kinds[0] is not Said.TALK:
        return talk.is_done or gap > SITTING
    text = burst.messages[0].text
    is_greeting = greets(text) and not thanks(text)
    return talk.owes is Owes.NOBODY and (gap > silence or (gap > SITTING and is_greeting))


def _is_only_unheard(one: Message, talk: Talk) -> bool:
    """Whether nothing but a voice note was asked, long before."""
    first = talk.messages[0].sent
    is_heard = any(
        kind is Said.CONTENT and not said_by.officer
        for said_by, kind in zip(talk.messages, talk.kinds, strict=True)
    )
    return bool(not is_heard and first and one.sent and one.sent - first > SITTING)


def _begins_after_answer(burst: Burst, talk: Talk, gap: dt.timedelta) -> bool:
    """Whether what the asker writes after an answer is about something else."""
    first = burst.messages[0]
    if first.sent and talk.answered:
        gap = max(gap, first.sent - talk.answered)
    if burst.is_heard and not burst.told:
        return talk.is_done or gap > SITTING
    text = burst.text
    if gap > ADDED:
        return True
    if gap > SITTING:
        is_new = not is_rest(text) and (talk.is_done or not _needs_more(burst, talk))
        return is_new and any(map(may_ask, burst.told))
    if not burst.asks:
        is_content = any(map(may_ask, burst.told)) and not assents(burst.told[0])
        return talk.is_done and gap > AGAIN and is_content
    # What needs what was said before is no question of its own on that day, even after thanks.
    if is_rest(text):
        return False
    if any(map(is_new_matter, burst.told)):
        return True
    if talk.is_done and gap > AGAIN:
        return not _needs_more(burst, talk)
    if _is_about(burst, talk) or burst.points:
        return False
    return own_words(text) > 1 if talk.is_done else any(map(has_own_subject, burst.told))


def _is_about(burst: Burst, talk: Talk) -> bool:
    """Whether more than a fourth of its telling words have been said."""
    words = set(telling_words(burst.text))
    return len(words) < SHARED * len(talk.words & words)


def _needs_more(burst: Burst, talk: Talk) -> bool:
    """Whether it goes on with what was said, in few words or in the same ones."""
    words = telling_words(burst.text)
    is_short = len(words) < FEW_WORDS or not talk.words.isdisjoint(words)
    return burst.points and is_short
