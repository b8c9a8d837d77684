"""Chats of one asker and one officer, written as minutes and texts."""

import datetime as dt
from collections.abc import Iterable

from caridulu.curation.exports.chats.chat_talks import ChatTalks
from caridulu.curation.exports.consultation import Consultation, Message
from caridulu.curation.exports.conversations import consultation_of
from caridulu.curation.exports.talk import Talk

BEGIN = dt.datetime(2026, 9, 7, 8)
DAY = 24 * 60


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
    made = (consultation_of(talk, channel="", path="a.txt") for talk in talks_of(said))
    return [one for one in made if one]
