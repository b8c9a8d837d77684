"""A turn and a talk -> how strongly the turn belongs to the talk.

Each observation has a weight, in sixteenths of the logarithm of the odds; a turn belongs to the
talk for which their sum is greatest, or begins another one where no sum is above 0. Who waits for
an answer goes on differently from who has one, and after a sitting from within it, so each has
weights of its own; what a table does not name says nothing there. They are fitted to chats whose
matters are known, by ``tests/benchmarks/fit_links.py`` (docs/decisions/chats.md). Those of what is
rare and said in so many words are set by hand: 60 outweighs days of silence.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from caridulu.curation.exports.chats.turns import Turn, is_courtesy
from caridulu.curation.exports.consultation import SILENCE
from caridulu.curation.exports.conversations import Owes, Talk
from caridulu.curation.exports.phrases.message_kinds import MessageKind
from caridulu.search.parameters import YEAR

MOMENTS = dt.timedelta(minutes=5)  # within a sitting; beyond, ``after_moments``
SITTING = dt.timedelta(hours=6)  # within which people talk about the same thing
DAYS = dt.timedelta(days=4)  # beyond, ``after_days``
MOST_WORDS = 5  # a turn's own words that are counted
MOST_NAMED = 2  # words by which another talk is named that are counted
BRIEF = 3  # own words, from which on a turn may be another question
MOST_WITH_YEAR = 4  # own words beside a year
_YEAR = re.compile(YEAR)
ASKER: Mapping[str, int] = {
    "always": 71,
    "is_greeted": 80,
    "points_back": -13,
    "follows": -14,
    "quarters_shared": 12,
    "named_elsewhere": -5,
    "asked_back": 40,
    "own_words": -16,
    "opens_other": -60,
    "recalls": 60,
    "waits": -2,
}
ASKER_ANSWERED: Mapping[str, int] = {
    "always": -8,
    "points_back": 8,
    "follows": 20,
    "quarters_shared": 13,
    "shares_two": -12,
    "named_elsewhere": -15,
    "own_words": -4,
    "own_words_asking": -6,
    "asks": 13,
    "asked_back": 40,
    "opens_other": -60,
    "recalls": 60,
    "lacks_subject": 7,
    "new_subject": 16,
    "after_thanks": -25,
    "acknowledges": -26,
    "is_brief": 15,
    "concludes": 16,
    "other_year": 9,
    "after_moments": -5,
}
ASKER_LATER: Mapping[str, int] = {
    "always": -36,
    "points_back": -10,
    "quarters_shared": 16,
    "asked_back": 50,
    "own_words": -2,
    "own_words_asking": -5,
    "recalls": 78,
    "waits": 9,
    "after_thanks": -17,
    "after_days": -13,
    "after_silence": -11,
}
OFFICER: Mapping[str, int] = {
    "always": 18,
    "follows": 28,
    "quarters_shared": 4,
    "shares_two": 5,
    "named_elsewhere": -12,
    "waits": 6,
    "waits_first": 24,
    "tells_unasked": -11,
    "goes_on": 3,
    "is_done": -19,
}
OFFICER_LATER: Mapping[str, int] = {
    "always": -5,
    "follows": 29,
    "quarters_shared": -8,
    "shares_two": 13,
    "named_elsewhere": -1,
    "waits": 24,
    "waits_first": -11,
    "tells_unasked": -16,
    "goes_on": 9,
    "is_done": -17,
    "recalls": 60,
    "after_days": -15,
    "after_silence": -4,
}


def link(turn: Turn, talk: Talk, talks: Sequence[Talk]) -> int:
    """Weighs whether a turn belongs to a talk: above 0 it does.

    Args:
        turn: what is written.
        talk: what was written before.
        talks: those that it may belong to; the one that went on last comes first.
    """
    weights = weights_of(turn, talk)
    weight = weights["always"]
    for name, value in observed(turn, talk, talks).items():
        if value and name in weights:
            weight += weights[name] * value
    return weight


def weights_of(turn: Turn, talk: Talk) -> Mapping[str, int]:
    """Returns the weights for the side that writes, within a sitting or after it."""
    if abs(talk.gap(turn.first)) > SITTING:
        return OFFICER_LATER if turn.first.officer else ASKER_LATER
    if turn.first.officer:
        return OFFICER
    return ASKER_ANSWERED if talk.has_answer else ASKER


def observed(turn: Turn, talk: Talk, talks: Sequence[Talk]) -> dict[str, int]:
    """Observes what speaks for or against the link, by name; what is not seen is left out or 0."""
    time = abs(talk.gap(turn.first))
    common = shared(turn, talk)
    seen: dict[str, int] = {}
    if time > SITTING:
        seen["after_days"] = time > DAYS
        seen["after_silence"] = time > SILENCE
    elif time > MOMENTS:
        seen["after_moments"] = 1
    if talk.messages[-1] is turn.before:
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
        if time <= SITTING and talk.has_answer:
            _look_behind_answer(turn, talk, common, seen)
    return seen


def shared(turn: Turn, talk: Talk) -> int:
    """Counts the content words of a turn that have been said in a talk."""
    return len(turn.words & talk.words)


def named(turn: Turn, talk: Talk, rivals: Iterable[Talk]) -> int:
    """Counts the words of a turn that only this talk has; those at its beginning count twice."""
    own = {word for word in turn.naming & talk.words if not word.isdigit()}
    if not own:
        return 0
    own = own.difference(*(other.words for other in rivals if other is not talk))
    return len(own) + len(own & turn.lead)


def _look_at_others(turn: Turn, talk: Talk, talks: Sequence[Talk], seen: dict[str, int]) -> None:
    """Looks whether a turn names this talk, or another one of the same sitting."""
    foreign = turn.naming - talk.words
    is_awaited = turn.first.officer and talk.owes is Owes.OFFICE
    if not foreign and not is_awaited:
        return
    others = [one for one in talks if one is not talk]
    for one in others if foreign else ():
        elsewhere = foreign & one.words
        if elsewhere and _is_in_sitting(one, turn):
            most = max(len(elsewhere), seen.get("named_elsewhere", 0))
            seen["named_elsewhere"] = min(most, MOST_NAMED)
    if is_awaited and (near := [one for one in others if _is_in_sitting(one, turn)]):
        begun = talk.messages[0].line
        waiting = [one for one in near if one.owes is Owes.OFFICE]
        seen["waits_first"] = all(one.messages[0].line > begun for one in waiting)


def _is_in_sitting(talk: Talk, turn: Turn) -> bool:
    """Tells whether a turn comes within the same sitting as the last message of a talk."""
    return abs(talk.gap(turn.first)) <= SITTING


def _look_at_asker(
    turn: Turn, talk: Talk, talks: Sequence[Talk], common: int, seen: dict[str, int]
) -> None:
    own = min(len(turn.own - talk.words), MOST_WORDS)
    seen["own_words"] = own
    seen["own_words_asking"] = own * turn.asks
    if talk.owes is Owes.ASKER:
        seen["asked_back"] = 1
    if turn.opens:
        seen["opens_other"] = not turn.is_rest and 4 * common < len(turn.words)
    if turn.recalls and talk.has_question:  # the talk that it names, if it names one
        most = max(named(turn, one, talks) for one in talks)
        seen["recalls"] = named(turn, talk, talks) == most
    seen["points_back"] = turn.points_back
    if talk.messages[-1].officer and not talk.has_answer:
        seen["is_greeted"] = talk.kinds[-1] is MessageKind.TALK
    if talk.has_answer:
        seen["after_thanks"] = _is_thanked_for(talk)


def _look_behind_answer(turn: Turn, talk: Talk, common: int, seen: dict[str, int]) -> None:
    """Looks whether who was just answered goes on with it, or asks what stands by itself."""
    seen["asks"] = turn.asks
    seen["acknowledges"] = turn.acknowledges
    seen["concludes"] = turn.concludes
    seen["other_year"] = _names_other_year(turn, talk)
    seen["is_brief"] = len(turn.own) < BRIEF
    seen["new_subject"] = turn.has_subject and 4 * common < len(turn.words)
    seen["lacks_subject"] = turn.asks and not turn.has_subject


def _look_at_officer(turn: Turn, talk: Talk, talks: Sequence[Talk], seen: dict[str, int]) -> None:
    kind = turn.kinds[0]
    if talk.owes is not Owes.OFFICE and kind is MessageKind.CONTENT:
        seen["tells_unasked"] = 1
    if "follows" in seen and talk.messages[-1].officer and talk.kinds[-1] is MessageKind.CONTENT:
        seen["goes_on"] = 1
    if talk.is_done:
        seen["is_done"] = 1
    if turn.recalls and talk.owes is Owes.OFFICE:  # of what waits, the talk that it names
        most = max(named(turn, one, talks) for one in talks if one.owes is Owes.OFFICE)
        seen["recalls"] = named(turn, talk, talks) == most


def _is_thanked_for(talk: Talk) -> bool:
    """Tells whether an asker has closed an answered talk with thanks or assent."""
    last = talk.messages[-1]
    return talk.is_done or (not last.officer and is_courtesy(last, talk.kinds[-1]))


def _names_other_year(turn: Turn, talk: Talk) -> bool:
    """Tells whether a turn asks for another year and says little beside it: ``yang 2023 ada?``."""
    if len(turn.own) > MOST_WITH_YEAR:
        return False
    figures = turn.words - turn.own  # and general words
    return any(map(_YEAR.search, figures - talk.words))
