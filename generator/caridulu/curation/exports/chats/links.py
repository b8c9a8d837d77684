"""A turn and a talk -> how strongly the turn belongs to the talk.

Each observation has a weight, in sixteenths of the logarithm of the odds; a turn belongs to the
talk for which their sum is greatest, or begins another one where no sum is above 0. People go on
differently within a sitting and after it, so both have weights of their own. They are fitted to
chats whose matters are known, by ``tests/benchmarks/fit_links.py``. Those of what is rare and said
in so many words are set by hand: 60 outweighs days of silence.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from caridulu.curation.exports.chats.turns import COMMON, Turn, is_courtesy
from caridulu.curation.exports.consultation import Message
from caridulu.curation.exports.conversations import Owes, Talk
from caridulu.curation.exports.phrases.kinds import Said
from caridulu.curation.exports.phrases.words import telling_words

MOMENTS = dt.timedelta(minutes=5)  # within a sitting; beyond, ``after_moments``
SITTING = dt.timedelta(hours=6)  # within which people talk about the same thing
DAYS = dt.timedelta(days=4)  # beyond, ``after_days``
MOST_WORDS = 5  # a turn's own words that are counted
MOST_NAMED = 2  # words by which another talk is named that are counted
LONG = 2  # messages; a longer turn rather begins a matter
NAMED_BRIEFLY = 2  # words that name what waits: ``yang penduduk tadi, bu?``
ASKER: Mapping[str, int] = {
    "always": 82,
    "follows": 25,
    "quarters_shared": -1,
    "shares_two": -10,
    "lead_names": 0,
    "lead_elsewhere": -8,
    "named_elsewhere": -21,
    "asked_back": 15,
    "own_words": -9,
    "own_words_asking": -8,
    "is_long": -26,
    "opens": -12,
    "opens_other": -60,
    "recalls": 60,
    "adds": -27,
    "adds_apart": -90,
    "waits": 1,
    "is_named_briefly": 60,
    "points_after_answer": 9,
    "new_subject_after_answer": 20,
    "tells_after_thanks": -30,
    "after_moments": -18,
}
ASKER_LATER: Mapping[str, int] = {
    "always": -35,
    "follows": 26,
    "quarters_shared": 9,
    "shares_two": -7,
    "lead_names": -1,
    "lead_elsewhere": 0,
    "named_elsewhere": -1,
    "asked_back": 40,
    "own_words": -4,
    "own_words_asking": -10,
    "is_long": -12,
    "opens": -7,
    "opens_other": -7,
    "recalls": 60,
    "adds": 0,
    "adds_apart": 0,
    "waits": 19,
    "is_named_briefly": 90,
    "points_after_answer": 1,
    "new_subject_after_answer": -2,
    "tells_after_thanks": -12,
    "after_days": -19,
    "after_silence": -17,
}
OFFICER: Mapping[str, int] = {
    "always": 46,
    "follows": 23,
    "quarters_shared": -1,
    "shares_two": 12,
    "lead_names": 5,
    "lead_elsewhere": -3,
    "named_elsewhere": -8,
    "waits": 8,
    "waits_first": 12,
    "tells_unasked": -3,
    "goes_on": 15,
    "is_done": -10,
    "recalls": 0,
    "after_moments": -6,
}
OFFICER_LATER: Mapping[str, int] = {
    "always": -12,
    "follows": 27,
    "quarters_shared": 18,
    "shares_two": 15,
    "lead_names": 1,
    "lead_elsewhere": 10,
    "named_elsewhere": -1,
    "waits": 22,
    "waits_first": -5,
    "tells_unasked": -18,
    "goes_on": 11,
    "is_done": -8,
    "recalls": 60,
    "after_days": -25,
    "after_silence": -27,
}


def link(
    turn: Turn, talk: Talk, talks: Sequence[Talk], *, before: Message | None, silence: dt.timedelta
) -> int:
    """Weighs whether a turn belongs to a talk: above 0 it does.

    Args:
        turn: what is written.
        talk: what was written before.
        talks: those that it may belong to; the one that went on last comes first.
        before: the message before the turn.
        silence: after which a conversation is taken for closed.
    """
    weights = weights_of(turn, talk)
    seen = observed(turn, talk, talks, before=before, silence=silence)
    return weights["always"] + sum([weights[name] * value for name, value in seen.items()])


def weights_of(turn: Turn, talk: Talk) -> Mapping[str, int]:
    """Returns the weights for the side that writes, within a sitting or after it."""
    if abs(talk.gap(turn.first)) > SITTING:
        return OFFICER_LATER if turn.first.officer else ASKER_LATER
    return OFFICER if turn.first.officer else ASKER


def observed(
    turn: Turn, talk: Talk, talks: Sequence[Talk], *, before: Message | None, silence: dt.timedelta
) -> dict[str, int]:
    """Observes what speaks for or against the link, by name; what is not seen is left out or 0."""
    time = abs(talk.gap(turn.first))
    common = shared(turn, talk)
    seen: dict[str, int] = {}
    if time > SITTING:
        seen["after_days"] = time > DAYS
        seen["after_silence"] = time > silence
    elif time > MOMENTS:
        seen["after_moments"] = 1
    if before is not None and talk.messages[-1] is before:
        seen["follows"] = 1
    if common:
        seen["quarters_shared"] = 4 * common // len(turn.words)
        seen["shares_two"] = common > 1
    if len(talks) > 1:
        _look_at_others(turn, talk, talks, seen)
    if talk.owes is Owes.OFFICE:
        seen["waits"] = 1
    if turn.first.officer:
        _look_at_officer(turn, talk, talks, seen)
    elif turn.told:
        _look_at_asker(turn, talk, talks, common, seen)
    return seen


def shared(turn: Turn, talk: Talk) -> int:
    """Counts the telling words of a turn that have been said in a talk."""
    return len(turn.words & talk.words)


def named(turn: Turn, talk: Talk, rivals: Iterable[Talk]) -> int:
    """Counts the words of a turn that only this talk has; those at its beginning count twice."""
    own = {word for word in (turn.words - COMMON) & talk.words if not word.isdigit()}
    own = own.difference(*(other.words for other in rivals if other is not talk))
    return len(own) + len(own & turn.lead)


def _look_at_others(turn: Turn, talk: Talk, talks: Sequence[Talk], seen: dict[str, int]) -> None:
    """Looks whether a turn names this talk, or another one of the same sitting."""
    others = [one for one in talks if one is not talk and abs(one.gap(turn.first)) <= SITTING]
    if not others:
        return
    foreign = turn.words - COMMON - talk.words
    waiting = [one for one in others if one.owes is Owes.OFFICE]
    seen["named_elsewhere"] = min(MOST_NAMED, max(len(foreign & one.words) for one in others))
    seen["lead_names"] = any(
        all(word not in one.words for one in others) for word in turn.lead & talk.words
    )
    seen["lead_elsewhere"] = any(foreign & turn.lead & one.words for one in waiting)
    if turn.first.officer and talk.owes is Owes.OFFICE:
        begun = talk.messages[0].line
        seen["waits_first"] = all(one.messages[0].line > begun for one in waiting)


def _look_at_asker(
    turn: Turn, talk: Talk, talks: Sequence[Talk], common: int, seen: dict[str, int]
) -> None:
    own = min(len(turn.own - talk.words), MOST_WORDS)
    seen["asked_back"] = talk.owes is Owes.ASKER
    seen["own_words"] = own
    seen["own_words_asking"] = own * turn.asks
    seen["is_long"] = len(turn.told) > LONG
    if turn.opens:
        seen["opens"] = 1
        seen["opens_other"] = not turn.is_rest and 4 * common < len(turn.words)
    if turn.recalls:  # the talk that it names, if it names one
        most = max(named(turn, one, talks) for one in talks)
        seen["recalls"] = named(turn, talk, talks) == most
    if turn.adds:
        seen["adds"] = 1
        seen["adds_apart"] = turn.adds_apart and 4 * common < len(turn.words)
    if talk.owes is Owes.OFFICE:
        seen["is_named_briefly"] = talk is not talks[0] and _names_briefly(turn, talk, talks[0])
    if talk.has_answer:
        seen["points_after_answer"] = turn.points
        seen["new_subject_after_answer"] = turn.has_subject and 4 * common < len(turn.words)
        seen["tells_after_thanks"] = _is_thanked_for(talk)


def _look_at_officer(turn: Turn, talk: Talk, talks: Sequence[Talk], seen: dict[str, int]) -> None:
    kind = turn.kinds[0]
    if talk.owes is not Owes.OFFICE and kind is Said.CONTENT:
        seen["tells_unasked"] = 1
    if "follows" in seen and talk.messages[-1].officer and talk.kinds[-1] is Said.CONTENT:
        seen["goes_on"] = 1
    if talk.is_done:
        seen["is_done"] = 1
    if turn.recalls and talk.owes is Owes.OFFICE:  # of what waits, the talk that it names
        most = max(named(turn, one, talks) for one in talks if one.owes is Owes.OFFICE)
        seen["recalls"] = named(turn, talk, talks) == most


def _names_briefly(turn: Turn, talk: Talk, present: Talk) -> bool:
    """Tells whether a message names a question that waits and says nothing else: ``kalau NTP?``."""
    for text in turn.told:
        words = frozenset(telling_words(text)) - COMMON
        is_brief = 0 < len(words) <= NAMED_BRIEFLY
        if is_brief and words <= talk.words and words.isdisjoint(present.words):
            return True
    return False


def _is_thanked_for(talk: Talk) -> bool:
    """Tells whether an asker has closed an answered talk with thanks or assent."""
    last = talk.messages[-1]
    return talk.is_done or (not last.officer and is_courtesy(last, talk.kinds[-1]))
