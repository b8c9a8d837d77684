"""A turn and a talk -> how strongly the turn belongs to the talk.

Each observation has a weight, in sixteenths of the logarithm of the odds; their sum is above 0
where the turn more likely belongs to the talk than not. The weights were
fitted to chats whose matters are known.
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
    "waits": 20,
    "asked_back": 15,
    "replies_days_later": 60,
    "recalls": 60,
    "points_after_answer": 16,
    "quarters_shared": 7,
    "own_words": -8,
    "asks_hours_after_answer": -4,
    "new_subject_after_answer": -20,
    "tells_after_thanks": -17,
    "is_taken_back": -60,
    "opens": -25,
    "says_nothing": -15,
    "later_talks": -21,
    "after_moments": -11,
    "after_hours": -13,
    "after_sitting": -21,
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
    "promised_hours_ago": 12,
    "asked_back": -8,
    "continues_what_waits": 60,
    "quarters_shared": 13,
    "is_taken_back": -60,
    "tells_unasked": -10,
    "tells_after_hours": -19,
    "is_courtesy": -21,
    "is_done": -14,
    "closes": -13,
    "later_talks": -29,
    "after_moments": -11,
    "after_hours": -8,
    "after_sitting": 6,
    "after_days": -8,
    "after_silence": -19,
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
    return weights["always"] + sum(weights[name] * value for name, value in seen.items())


def observed(
    turn: Turn, talk: Talk, *, later: int, before: Message | None, silence: dt.timedelta
) -> dict[str, int]:
    """What speaks for or against it, by name; what is not seen is left out."""
    time = abs(talk.gap(turn.first))
    is_day = time > SITTING
    shared = len(turn.words & talk.words)
    follows = before is not None and talk.messages[-1] is before
    seen = {
        "after_moments": time > MOMENTS,
        "after_hours": time > HOURS,
        "after_sitting": is_day,
        "after_days": time > DAYS,
        "after_silence": time > silence,
        "follows": follows,
        "later_talks": min(later, MOST_LATER),
        "quarters_shared": 4 * shared // len(turn.words) if shared else 0,
        "asked_back": talk.owes is Owes.ASKER,
    }
    if turn.first.officer:
        more = _officer(turn, talk, is_day)
    else:
        more = _asker(turn, talk, is_day, shared)
    return {name: value for name, value in (seen | more).items() if value}


def _asker(turn: Turn, talk: Talk, is_day: bool, shared: int) -> dict[str, int]:  # noqa: FBT001
    is_waiting = talk.owes is Owes.OFFICE
    is_new_subject = turn.has_subject and 4 * shared < len(turn.words) and not turn.points
    return {
        "waits": is_waiting,
        "says_nothing": not turn.told,
        "own_words": min(len(turn.own), MOST_WORDS),
        "opens": turn.opens,
        "recalls": turn.recalls and not turn.opens,
        "replies_days_later": talk.owes is Owes.ASKER and is_day and not turn.asks,
        "is_taken_back": talk.is_withdrawn and bool(turn.told),
        "tells_after_thanks": bool(turn.told) and _is_thanked_for(talk),
        "points_after_answer": turn.points and talk.has_answer,
        "asks_hours_after_answer": turn.asks and talk.has_answer and is_day,
        "new_subject_after_answer": is_new_subject and talk.has_answer,
        "nothing_shared_for_hours": is_day and not shared and bool(turn.words),
    }


def _officer(turn: Turn, talk: Talk, is_day: bool) -> dict[str, int]:  # noqa: FBT001
    kind, text = turn.kinds[0], turn.first.text
    is_content = kind is Said.CONTENT
    is_waiting = talk.owes is Owes.OFFICE
    return {
        "waits": is_waiting,
        "waits_for_hours": is_waiting and is_day,
        "promised": talk.is_promised,
        "promised_hours_ago": talk.is_promised and is_day,
        "is_done": talk.is_done,
        "is_taken_back": talk.is_withdrawn,
        "is_courtesy": kind not in (Said.CONTENT, Said.HOLDING),
        "tells_unasked": is_content and not is_waiting,
        "tells_after_hours": is_content and is_day,
        "continues_what_waits": is_waiting and is_content and continues(text),
        "closes": closes(text),
    }


def _is_thanked_for(talk: Talk) -> bool:
    """Whether an asker has closed a talk with thanks or assent."""
    last = talk.messages[-1]
    is_courtesy_last = not last.officer and is_courtesy(last, talk.kinds[-1])
    return talk.has_answer and (talk.is_done or is_courtesy_last)
