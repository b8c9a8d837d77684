"""Messages of a chat -> its consultations, whichever program wrote it."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from caridulu.curation.exports.chats.addressees import without_mentions
from caridulu.curation.exports.chats.chat_talks import ChatTalks
from caridulu.curation.exports.chats.group_talks import GroupTalks
from caridulu.curation.exports.chats.program_text import Unreadable, shown_counts
from caridulu.curation.exports.chats.small_talk import informs
from caridulu.curation.exports.consultation import (
    Consultation,
    Message,
    Reading,
    SourceKind,
    listed,
)
from caridulu.curation.exports.talk import Talk
from caridulu.curation.exports.talk_consultation import (
    SMALL_TALK,
    WAITING,
    consultation_of,
    left_out,
)
from caridulu.knowledge import Location, Problem, notice

MOST_TOLD = 50  # problems of one kind that are reported one by one
SHORT_CHAT = dt.timedelta(days=7)  # in a longer chat there is small talk, too


@dataclass
class Gathering:
    """What the talks of a chat have given so far; what is doubted is decided about at its end."""

    channel: str  # the program that wrote the chat
    path: str
    consultations: list[Consultation] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    used: int = 0  # readable messages of the consultations
    doubted: list[tuple[Consultation, int]] = field(default_factory=list)  # and its messages
    days: list[dt.datetime] = field(default_factory=list)  # the first and the last talk began

    def take(self, talks: Iterable[Talk]) -> None:
        """Reads talks that are over."""
        for talk in talks:
            self._add(talk)

    def _add(self, talk: Talk) -> None:
        made = consultation_of(talk, channel=self.channel, path=self.path, kind=SourceKind.TALK)
        count = sum(one.is_readable for one in talk.messages)
        if sent := talk.messages[0].sent:
            self.days = [*self.days[:1], sent]
        if made and informs(made):
            self._keep(made, count)
        elif made:
            self.doubted.append((made, count))
        else:
            told = left_out(talk, path=self.path)
            (self.refused if told.key in WAITING else self.notices).append(told)

    def join(self, behind: "Gathering") -> None:
        """Adds what the talks of the part behind gave."""
        self.consultations += behind.consultations
        self.refused += behind.refused
        self.notices += behind.notices
        self.used += behind.used
        self.doubted += behind.doubted
        self.days += behind.days

    def reading(self) -> Reading:
        """Decides about what is doubted, and puts the consultations in order."""
        is_short = not self.days or self.days[-1] - self.days[0] <= SHORT_CHAT
        doubted: list[Consultation] = []
        for made, count in self.doubted:
            if is_short and informs(made, briefly=True):
                self._keep(made, count)
            else:
                doubted.append(made)
                self.refused.append(notice(made.place, SMALL_TALK, count=count))
        return Reading(
            consultations=tuple(sorted(self.consultations, key=lambda made: made.place.line)),
            doubted=tuple(doubted),
            refused=tuple(self.refused),
            notices=tuple(self.notices),
            used=self.used,
        )

    def _keep(self, made: Consultation, count: int) -> None:
        self.consultations.append(made)
        self.used += count


def read_consultations(
    messages: Iterable[Message],
    askers: Collection[str],
    *,
    officers: Collection[str],
    channel: str,
    first: Location,
) -> Reading:
    """Reads the consultations of one contact, or of each asker in a group.

    ``channel`` is the program that wrote the chat. It begins at ``first``, where what is said of
    all of it is said.
    """
    gathering = Gathering(channel, first.path)
    is_group = len(askers) > 1
    if is_group:
        choices = listed(sorted(askers))
        gathering.notices.append(notice(first, "curation.group_chat", choices=choices))
    talks = GroupTalks(askers, officers) if is_group else ChatTalks(askers)
    gathering.take(talks.read(without_mentions(messages, askers)))
    for one in talks.doubtful[:MOST_TOLD]:
        place = Location(first.path, one.line)
        gathering.notices.append(notice(place, "curation.answer_to_whom"))
    if talks.beside:
        gathering.notices.append(notice(first, "curation.unanswered", count=talks.beside))
    return gathering.reading()


def unreadable_notice(place: Location, counts: Counter[Unreadable]) -> Problem:
    """Says how many messages of a chat are no text."""
    kinds = ", ".join(shown_counts(counts))
    return notice(place, "curation.media", count=counts.total(), kinds=kinds)
