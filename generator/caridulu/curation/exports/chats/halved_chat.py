"""A large chat with one contact -> what its talks give, its second half read by another process.

A talk depends on those that are open beside it, so the other process begins some messages before
the half, ``WARM_UP``, and both stop at the same message, the seam. Old talks are closed by then: if
both have the same ones open there, all that follows is the same, too, and what the other process
reads is put behind. Else the first one reads on by itself. 50 MB on two processors: three fifths of
the time (tests/benchmarks/importing.py).
"""

import pickle
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain, islice
from multiprocessing.connection import Connection

from caridulu.curation.exports.chats.addressees import without_mentions
from caridulu.curation.exports.chats.chat_consultations import Gathering
from caridulu.curation.exports.chats.chat_talks import ChatTalks
from caridulu.curation.exports.chats.turns import turns_of
from caridulu.curation.exports.chats.whatsapp_messages import (
    CHANNEL,
    Counts,
    SurveyedChat,
    chat_messages,
    watched,
)
from caridulu.curation.exports.consultation import Reading
from caridulu.curation.exports.opened_files import text_lines
from caridulu.curation.exports.talk import Talk
from caridulu.curation.progress import Progress
from caridulu.curation.second_process import second_process

MANY = 100_000  # headers, 8 MB; the other process is ready to read after half a second
WARM_UP = 3_000  # headers; a chat with one contact has at most three open talks of 60 messages
AT_ONCE = 2_000  # talks; what they give is kept packed, in a third of the memory


def may_be_halved(chat: SurveyedChat) -> bool:
    """Tells whether a chat with one contact is large."""
    return len(chat.headers) >= MANY and len(chat.askers) == 1


def read_halves(chat: SurveyedChat, *, on_progress: Progress) -> Reading:
    """Reads the consultations of a chat in two processes; the same as in one."""
    gathering = Gathering(CHANNEL, chat.path.name)
    with second_process(send_second_half, chat) as received, text_lines(chat.path) as lines:
        told = watched(lines, chat.headers.lines[_half(chat)], on_progress)
        reader = Reader(chat, told)
        gathering.take(reader.to_seam())
        try:
            is_same = received.recv() == reader.state()
            counts, length = received.recv() if is_same else (Counts(), 0)
            packed = [received.recv_bytes() for _ in range(length)]
        except (EOFError, OSError):
            is_same = False
        if not is_same:
            gathering.take(reader.rest())
            return gathering.reading()
    chat.counts.add(counts)
    for part in packed:
        gathering.join(pickle.loads(part))
    return gathering.reading()


class Reader:
    """Reads the talks of a chat from a header on, with a stop at the seam."""

    def __init__(self, chat: SurveyedChat, lines: Iterable[str], *, first: int = 0) -> None:
        self._seam = chat.headers.lines[_half(chat)]
        self._talks = ChatTalks(chat.askers)
        messages = chat_messages(lines, chat, first=first)
        self._turns = turns_of(without_mentions(messages, chat.askers))

    def to_seam(self) -> Iterator[Talk]:
        """Yields the talks that are over with the first message of an officer in the second half.

        What the askers have written is part of a turn then.
        """
        for turn in self._turns:
            yield from self._talks.take(turn)
            if turn.first.officer and turn.first.line >= self._seam:
                return

    def rest(self) -> Iterator[Talk]:
        """Yields the talks that are over later."""
        for turn in self._turns:
            yield from self._talks.take(turn)
        yield from self._talks.rest()

    def state(self) -> bytes:
        """Computes a digest of all on which the rest depends."""
        return sha256(repr(self._talks.state()).encode()).digest()


def _half(chat: SurveyedChat) -> int:
    return len(chat.headers) // 2


def send_second_half(sender: Connection, chat: SurveyedChat) -> None:
    """Sends the state at the seam, then the counts and consultations behind it."""
    with text_lines(chat.path) as lines:
        reader = Reader(chat, lines, first=max(0, _half(chat) - WARM_UP))
        for _ in reader.to_seam():
            pass
        sender.send(reader.state())
        chat.counts = Counts()
        packed = list(_packed(reader.rest(), chat.path.name))
    sender.send((chat.counts, len(packed)))
    for part in packed:
        sender.send_bytes(part)


def _packed(talks: Iterator[Talk], path: str) -> Iterator[bytes]:
    """Yields what many talks give, as bytes."""
    for first in talks:
        gathering = Gathering(CHANNEL, path)
        gathering.take(chain([first], islice(talks, AT_ONCE - 1)))
        yield pickle.dumps(gathering)
