"""Chats of one asker and one officer, or of a group, written as minutes and texts."""

import datetime as dt
from collections.abc import Iterable

from caridulu.curation.exports.chats.chat_talks import ChatTalks
from caridulu.curation.exports.chats.group_talks import GroupTalks
from caridulu.curation.exports.consultation import Consultation, Message, SourceKind
from caridulu.curation.exports.talk import Talk
from caridulu.curation.exports.talk_consultation import consultation_of

BEGIN = dt.datetime(2026, 9, 7, 8)
DAY = 24 * 60
MEMBERS = ("Jumriati", "Operator Desa Bulu", "Sekdes Marampuka", "+62 837-9901-2210")


def messages(said: Iterable[tuple[int, str]]) -> Iterable[Message]:
    """Messages as minute and text; those after ``*`` are the officer's."""
    for line, (minute, text) in enumerate(said, start=1):
        sent = BEGIN + dt.timedelta(minutes=minute)
        officer = text.startswith("*")
        yield Message("*" if officer else "x", sent, text.lstrip("*"), line, officer=officer)


def texts_of(*said: tuple[int, str]) -> list[list[str]]:
    return [[one.text for one in talk.messages] for talk in talks_of(said)]


def talks_of(said: Iterable[tuple[int, str]]) -> list[Talk]:
    talks = ChatTalks(["x"]).read(messages(said))
    return sorted(talks, key=lambda talk: talk.messages[0].line)


def consultations_of(*said: tuple[int, str]) -> list[Consultation]:
    made = (
        consultation_of(talk, channel="", path="a.txt", kind=SourceKind.TALK)
        for talk in talks_of(said)
    )
    return [one for one in made if one]


def group_texts(*said: tuple[int, str, str]) -> tuple[list[list[str]], GroupTalks]:
    """The texts of each talk; messages as minute, sender (``*`` an officer) and text."""
    group = GroupTalks(MEMBERS)
    talks = group.read(group_messages(said))
    return [[one.text for one in talk.messages] for talk in talks], group


def group_messages(said: Iterable[tuple[int, str, str]]) -> Iterable[Message]:
    begin = dt.datetime(2026, 8, 3, 8)
    for line, (minute, sender, text) in enumerate(said, start=1):
        sent = begin + dt.timedelta(minutes=minute)
        yield Message(sender, sent, text, line, officer=sender == "*")
