"""A turn and a talk -> how strongly the turn belongs to the talk.

Each observation has a weight, in sixteenths of the logarithm of the odds; their sum is above 0
where the turn more likely belongs to the talk than not. Most weights
are fitted to chats whose matters are known, by ``tests/benchmarks/fit_links.py``. Those of what is
rare and said in so many words are set by hand: 60 outweighs days of silence.
"""

import datetime as dt
from collections.abc import Mapping

from caridulu.curation.exports.chats.turns import Turn, is_courtesy
from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.conversations import Owes, Talk
from caridulu.curation.exports.phrases.asking import continues
from caridulu.curation.exports.phrases.courtesies import closes
from caridulu.curation.exports.phrases.kinds import Said

MOMENTS = dt.timedelta(minutes=5)
HOURS = dt.timedelta(hours=2)
SITTING = dt.timedelta(hours=12)  # within which people talk about the same thing
DAYS = dt.timedelta(days=2)
MOST_WORDS = 5  # words of its own that are counted
MOST_LATER = 2  # talks gone on with since that are counted
ASKER: Mapping[str, int] = {
    "always": 20,
    "follows": 27,
    "waits": 18,
    "asked_back": 15,
    "replies_days_later": 60,
    "recalls": 60,
    "points_after_answer": 16,
    "quarters_shared": 7,
    "own_words": -8,
    "asks_hours_after_answer": -3,
    "new_subject_after_answer": -20,
    "adds_while_waiting": -60,
    "tells_after_thanks": -16,
    "is_taken_back": -60,
    "opens": -25,
    "says_nothing": -14,
    "later_talks": -21,
    "after_moments": -10,
    "after_hours": -14,
    "after_sitting": -20,
    "after_days": -22,
    "after_silence": -20,
    "nothing_shared_for_hours": -11,
}
OFFICER: Mapping[str, int] = {
    "always": 6,
    "follows": 48,
    "waits": 8,
    "waits_for_hours": 12,
    "promised": 2,
    "promised_hours_ago": 13,
    "asked_back": -8,
    "continues_what_waits": 60,
    "quarters_shared": 13,
    "is_taken_back": -60,
    "tells_unasked": -11,
    "tells_after_hours": -19,
    "is_courtesy": -19,
    "is_done": -14,
    "closes": -19,
    "later_talks": -29,
    "after_moments": -12,
    "after_hours": -7,
    "after_sitting": 6,
    "after_days": -9,
    "after_silence": -18,
}


def link(
    turn: Turn, talk: Talk, *, later: int, before: Message | None, silence: dt.timedelta
) -> int:
    """Weighs whether a turn belongs to a talk: above 0 it does.

    Args:
        turn: what is written.
        talk: what was written before.
        later: how many other talks went on since the last message of the talk.
        before: the message before the turn.
        silence: after which a conversation is taken for closed.
    """
    weights = OFFICER if turn.first.officer else ASKER
    seen = observed(turn, talk, later=later, before=before, silence=silence)
    return weights["always"] + sum([weights[name] * value for name, value in seen.items()])


def observed(
    turn: Turn, talk: Talk, *, later: int, before: Message | None, silence: dt.timedelta
) -> dict[str, int]:
    """What speaks for or against it, by name; what is not seen is left out."""
    time = abs(talk.gap(turn.first))
    common = shared(turn, talk)
    seen: dict[str, int] = {"later_talks": min(later, MOST_LATER)} if later else {}
    if time > MOMENTS:  # most turns come at once, and this is looked at for each
        seen["after_moments"] = 1
        seen["after_hours"] = time > HOURS
        seen["after_sitting"] = time > SITTING
        seen["after_days"] = time > DAYS
        seen["after_silence"] = time > silence
    if before is not None and talk.messages[-1] is before:
        seen["follows"] = 1
    if common:
        seen["quarters_shared"] = 4 * common // len(turn.words)
    if talk.owes is Owes.ASKER:
        seen["asked_back"] = 1
    if talk.is_withdrawn and turn.told:
        seen["is_taken_back"] = 1
    if turn.first.officer:
        _look_at_officer(turn, talk, time > SITTING, seen)
    elif turn.told:
        _look_at_asker(turn, talk, time > SITTING, common, seen)
    else:
        seen["says_nothing"] = 1
        seen["waits"] = talk.owes is Owes.OFFICE
    return seen


def shared(turn: Turn, talk: Talk) -> int:
    """How many telling words of a turn have been said in a talk."""
    return len(turn.words & talk.words) if turn.words else 0


def _look_at_asker(
    turn: Turn,
    talk: Talk,
    is_day: bool,  # noqa: FBT001
    common: int,
    seen: dict[str, int],
) -> None:
    seen["own_words"] = min(len(turn.own), MOST_WORDS)
    if talk.owes is Owes.OFFICE:
        seen["waits"] = 1
        seen["adds_while_waiting"] = turn.adds and 4 * common < len(turn.words)
    if turn.opens:
        seen["opens"] = 1
    elif turn.recalls:
        seen["recalls"] = 1
    if talk.has_answer:
        if turn.points:
            seen["points_after_answer"] = 1
        elif turn.has_subject and 4 * common < len(turn.words):
            seen["new_subject_after_answer"] = 1
        if _is_thanked_for(talk):
            seen["tells_after_thanks"] = 1
        if turn.asks and is_day:
            seen["asks_hours_after_answer"] = 1
    if is_day:
        seen["replies_days_later"] = talk.owes is Owes.ASKER and not turn.asks
        seen["nothing_shared_for_hours"] = not common and bool(turn.words)


def _look_at_officer(
    turn: Turn,
    talk: Talk,
    is_day: bool,  # noqa: FBT001
    seen: dict[str, int],
) -> None:
    kind, text = turn.kinds[0], turn.first.text
    if talk.owes is Owes.OFFICE:
        seen["waits"] = 1
        seen["waits_for_hours"] = is_day
        seen["continues_what_waits"] = kind is Said.CONTENT and continues(text)
    elif kind is Said.CONTENT:
        seen["tells_unasked"] = 1
    if talk.is_promised:
        seen["promised"] = 1
        seen["promised_hours_ago"] = is_day
    if talk.is_done:
        seen["is_done"] = 1
    if is_day and kind is Said.CONTENT:
        seen["tells_after_hours"] = 1
    if kind not in (Said.CONTENT, Said.HOLDING):
        seen["is_courtesy"] = 1
        seen["closes"] = closes(text)


def _is_thanked_for(talk: Talk) -> bool:
    """Whether an asker has closed an answered talk with thanks or assent."""
    last = talk.messages[-1]
    return talk.is_done or (not last.officer and is_courtesy(last, talk.kinds[-1]))
