"""A turn and a talk -> how strongly the turn belongs to the talk.

What is observed of the two has weights; a turn belongs to the talk for which their sum is greatest,
or begins another one where no sum is above 0. A weight is in sixteenths of the logarithm of the
odds: 11 more make the talk twice as likely, 60 more 42 times.

There is a table of weights for each side and situation, as the same words say one thing before an
answer and another behind it. They are fitted to chats whose matters are known, by
``tests/benchmarks/fit_links.py`` (docs/decisions/chats.md).
"""

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from caridulu.curation.exports.chats.turns import Turn, is_courtesy
from caridulu.curation.exports.consultation import SILENCE
from caridulu.curation.exports.phrases.message_kinds import MessageKind, awaits_reply
from caridulu.curation.exports.talk import Owes, Talk
from caridulu.search.parameters import YEAR

MOMENTS = dt.timedelta(minutes=5)
SITTING = dt.timedelta(hours=6)  # within which people talk about the same thing
DAYS = dt.timedelta(days=4)
MOST_WORDS = 5  # a turn's own words that are counted
MOST_NAMED = 2  # words by which another talk is named that are counted
BRIEF = 3  # own words, from which on a turn may be another question
MOST_WITH_YEAR = 4  # own words beside a year
_YEAR = re.compile(YEAR)

# What is observed of a turn and a talk: 0 or 1, where no other number is told. A table that does
# not name an observation gives it no weight.
Observation = Literal[
    "always",  # counts once for every pair: how readily this side goes on with a talk
    # The time since the last message of the talk
    "after_moments",  # more than ``MOMENTS``, within a sitting
    "after_days",  # more than ``DAYS``
    "after_silence",  # more than ``SILENCE``
    # The words of the turn, and the place of both in the chat
    "follows",  # nobody has written between the talk and the turn
    "quarters_shared",  # 0 to 4: of the turn's content words, those that the talk has
    "shares_two",  # two content words of the turn or more are in the talk
    "named_elsewhere",  # 0 to 2: words of the turn that only another talk of the sitting has
    "waits",  # an answer of the office is due in the talk
    # An asker's turn
    "own_words",  # 0 to 5: words that may name a subject and are not in the talk
    "own_words_asking",  # the same of a turn that asks; behind an answer, of its clauses that ask
    "points_back",  # ``komponennya apa saja?``
    "after_thanks",  # the asker has thanked for the answer, or the officer has taken leave
    # An asker's turn within the sitting of the answer
    "asks",
    "asks_nothing",  # ``oh dari kami ya, saya orang baru``, ``kirim ke ani@kantor.example``
    "acknowledges",  # ``Baik. Kalau IPM?``
    "concludes",  # ``berarti tetap wajib?``, ``lho kok beda?``, ``yang desa berapa?``
    "other_year",  # ``yang 2023 ada?``
    "is_brief",  # has few words of its own
    "new_subject",  # asks about a matter by its name, in words that the talk has not
    "lacks_subject",  # asks, and names no matter
    # An officer's turn
    "waits_first",  # of the talks of the sitting in which an answer is due, this one began first
    "tells_unasked",  # tells something where nothing is due
    "goes_on",  # an officer has just told something in the talk
    "is_done",  # the asker has thanked, or the officer has taken leave
    # Said in so many words, and too rare to be fitted: weights set by hand. 60 outweighs silence.
    "is_greeted",  # the officer has only greeted
    "asked_back",  # the office has asked something and waits for the reply
    "opens_other",  # ``satu lagi``, and at least half of its words the talk has not
    "recalls",  # ``yang kemarin``, ``maaf baru sempat``, and no talk has more of the turn's words
]
Weights = Mapping[Observation, int]
# An asker within a sitting, who has no answer yet.
ASKER: Weights = {
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
# An asker within a sitting, who has an answer.
ASKER_ANSWERED: Weights = {
    "always": -8,
    "points_back": 8,
    "follows": 20,
    "quarters_shared": 13,
    "shares_two": -12,
    "named_elsewhere": -15,
    "own_words": -4,
    "own_words_asking": -6,
    "asks": 13,
    "asks_nothing": 30,
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
# An asker after the sitting.
ASKER_LATER: Weights = {
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
# An officer within a sitting.
OFFICER: Weights = {
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
# An officer after the sitting.
OFFICER_LATER: Weights = {
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

    ``talks`` are those that it may belong to; the one that went on last comes first.
    """
    weights = weights_of(turn, talk)
    weight = weights["always"]
    for name, value in observed(turn, talk, talks).items():
        if value and name in weights:
            weight += weights[name] * value
    return weight


def weights_of(turn: Turn, talk: Talk) -> Weights:
    """Returns the weights for the side that writes, within a sitting or after it."""
    if not _is_in_sitting(talk, turn):
        return OFFICER_LATER if turn.first.officer else ASKER_LATER
    if turn.first.officer:
        return OFFICER
    return ASKER_ANSWERED if talk.has_answer else ASKER


def observed(turn: Turn, talk: Talk, talks: Sequence[Talk]) -> dict[Observation, int]:
    """Collects the observations for or against the link; one not made is left out or 0."""
    time = abs(talk.gap(turn.first))
    common = len(turn.words & talk.words)
    seen: dict[Observation, int] = {}
    if time > SITTING:
        seen["after_days"] = time > DAYS
        seen["after_silence"] = time > SILENCE
    elif time > MOMENTS:
        seen["after_moments"] = 1
    seen["follows"] = talk.messages[-1] is turn.before
    seen["waits"] = talk.owes is Owes.OFFICE
    if common:
        seen["quarters_shared"] = 4 * common // len(turn.words)
        seen["shares_two"] = common > 1
    if turn.recalls:
        seen["recalls"] = _recalls(turn, talk, talks)
    if len(talks) > 1:
        seen |= _observed_beside(turn, talk, talks)
    if turn.first.officer:
        seen |= _observed_of_officer(turn, talk)
    elif turn.told:
        is_new = 4 * common < len(turn.words)  # few of its words have been said
        is_other = 2 * common <= len(turn.words)
        seen |= _observed_of_asker(turn, talk, is_other=is_other)
        if talk.has_answer and time <= SITTING:
            seen |= _observed_behind_answer(turn, talk, is_new=is_new)
    return seen


def _observed_beside(turn: Turn, talk: Talk, talks: Sequence[Talk]) -> dict[Observation, int]:
    """Observes whether a turn names another talk of the sitting, and which of them waits first."""
    foreign = turn.naming - talk.words
    named = [
        len(foreign & one.words)
        for one in talks
        if one is not talk and not foreign.isdisjoint(one.words) and _is_in_sitting(one, turn)
    ]
    seen: dict[Observation, int] = {}
    if named:
        seen["named_elsewhere"] = min(max(named), MOST_NAMED)
    if turn.first.officer and talk.owes is Owes.OFFICE:
        near = [one for one in talks if one is not talk and _is_in_sitting(one, turn)]
        begun = [one.messages[0].line for one in near if one.owes is Owes.OFFICE]
        seen["waits_first"] = bool(near) and talk.messages[0].line < min(begun, default=math.inf)
    return seen


def _observed_of_officer(turn: Turn, talk: Talk) -> dict[Observation, int]:
    tells = turn.kinds[0] is MessageKind.CONTENT
    has_told = talk.messages[-1].officer and talk.kinds[-1] is MessageKind.CONTENT
    return {
        "tells_unasked": tells and talk.owes is not Owes.OFFICE,
        "goes_on": has_told and talk.messages[-1] is turn.before,
        "is_done": talk.is_done,
    }


def _observed_of_asker(turn: Turn, talk: Talk, *, is_other: bool) -> dict[Observation, int]:
    own = min(len(turn.own - talk.words), MOST_WORDS)
    own_asking = turn.own_asking if talk.has_answer else turn.own
    asking = min(len(own_asking - talk.words), MOST_WORDS) if turn.asks else 0
    seen: dict[Observation, int] = {
        "own_words": own,
        "own_words_asking": asking,
        "points_back": turn.points_back,
        "asked_back": talk.owes is Owes.ASKER or _replies(turn, talk),
        "opens_other": turn.opens and is_other and not turn.only_points_back,
    }
    if talk.has_answer:
        seen["after_thanks"] = _is_thanked_for(talk)
    else:
        seen["is_greeted"] = talk.messages[-1].officer and talk.kinds[-1] is MessageKind.TALK
    return seen


def _replies(turn: Turn, talk: Talk) -> bool:
    """Tells whether a turn that does not ask comes behind ``Bisa, bawa surat. Namanya siapa?``."""
    last = talk.messages[-1]
    return not turn.asks and last is turn.before and last.officer and awaits_reply(last.text)


def _observed_behind_answer(turn: Turn, talk: Talk, *, is_new: bool) -> dict[Observation, int]:
    """Observes whether who was just answered goes on with it, or asks what stands by itself."""
    return {
        "asks": turn.asks,
        "asks_nothing": turn.asks_nothing,
        "acknowledges": turn.acknowledges and not (turn.concludes or turn.asks_nothing),
        "concludes": turn.concludes,
        "other_year": _names_other_year(turn, talk),
        "is_brief": len(turn.own) < BRIEF,
        "new_subject": turn.has_subject and is_new,
        "lacks_subject": turn.asks and not turn.has_subject,
    }


def _recalls(turn: Turn, talk: Talk, talks: Sequence[Talk]) -> bool:
    """Tells whether a turn that recalls means this talk: the one that it names most, if any."""
    is_open = talk.owes is Owes.OFFICE if turn.first.officer else talk.has_question
    if not is_open:
        return False
    # An officer recalls what waits; an asker may name whatever was said.
    meant = [one for one in talks if one.owes is Owes.OFFICE or not turn.first.officer]
    most = max(words_naming(turn, one, talks) for one in meant)
    return words_naming(turn, talk, talks) == most


def words_naming(turn: Turn, talk: Talk, rivals: Iterable[Talk]) -> int:
    """Counts the words of a turn that only this talk has; those at its beginning count twice."""
    own = {word for word in turn.naming & talk.words if not word.isdigit()}
    if not own:
        return 0
    own = own.difference(*(other.words for other in rivals if other is not talk))
    return len(own) + len(own & turn.lead)


def _is_in_sitting(talk: Talk, turn: Turn) -> bool:
    """Tells whether a turn comes within the same sitting as the last message of a talk."""
    return abs(talk.gap(turn.first)) <= SITTING


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
