"""Headers and their times -> which of them begin messages, and which were pasted into one.

What somebody pastes brings its own headers along. They are older than the message in which they
stand, and after them time goes on where it was::

    04/03/26 10.02 - Ani: ini pertanyaan dari kabupaten
    04/03/26 09.47 - Budi: tolong tanyakan ...           pasted
    04/03/26 10.03 - Ani: itu pak
"""

from collections.abc import Collection, MutableSequence
from dataclasses import dataclass
from enum import IntEnum

from caridulu.curation.exports.chats.headers import PROGRAM, Headers
from caridulu.curation.exports.chats.message_dates import DISORDER, UNKNOWN

MOST_PASTED = 300  # headers in one message
MOST_RESTARTS = 50  # a chat in which time jumps back more often is no export


class HeaderRole(IntEnum):
    """What a header is."""

    MESSAGE = 0
    PASTED = 1
    UNDATED = 2  # of a message whose date does not exist
    RESTART = 3  # of a message before which time jumps back and stays there


@dataclass(frozen=True)
class _Chat:
    senders: MutableSequence[int]
    minutes: MutableSequence[int]
    regular: Collection[int]  # senders of whom some message is in order of time, and officers


def roles_of(headers: Headers, minutes: MutableSequence[int], ours: Collection[int]) -> bytearray:
    """Tells the role of each header."""
    regular, latest = set(ours), UNKNOWN + 1
    for sender, minute in zip(headers.senders, minutes, strict=True):
        if minute >= latest:
            latest = minute
            regular.add(sender)
    roles = bytearray(len(headers))
    _mark_backward(_Chat(headers.senders, minutes, regular - {PROGRAM}), roles)
    return roles


def _mark_backward(chat: _Chat, roles: bytearray) -> None:
    """Marks what runs backward: pasted, late, or from here on another time."""
    senders, minutes = chat.senders, chat.minutes
    n, latest, count, restarts = 0, UNKNOWN, len(roles), 0
    while n < count and restarts <= MOST_RESTARTS:
        minute = minutes[n]
        if senders[n] == PROGRAM:
            n += 1
        elif minute == UNKNOWN:
            roles[n] = HeaderRole.UNDATED
            n += 1
        elif minute >= latest:
            latest = minute
            n += 1
        else:
            end, returns = _end_of_block(chat, n, latest)
            role = _role_of_block(chat, range(n, end), latest, returns=returns)
            if role is HeaderRole.RESTART:
                roles[n] = role
                latest, restarts = minute, restarts + 1
                n += 1
            else:
                _mark_block(chat, range(n, end), role, roles)
                n = end


def _mark_block(chat: _Chat, block: range, role: HeaderRole, roles: bytearray) -> None:
    """Gives headers one role; what the program says has none, a message may be without a date."""
    for n in block:
        if chat.senders[n] != PROGRAM:
            is_undated = role is HeaderRole.MESSAGE and chat.minutes[n] == UNKNOWN
            roles[n] = HeaderRole.UNDATED if is_undated else role


def _end_of_block(chat: _Chat, first: int, latest: int) -> tuple[int, bool]:
    """Finds where time is back at ``latest``; else the end of what is searched, and False."""
    limit = min(first + MOST_PASTED, len(chat.minutes))
    for n in range(first + 1, limit):
        if chat.minutes[n] >= latest:
            return n, True
    return limit, False


def _role_of_block(chat: _Chat, block: range, latest: int, *, returns: bool) -> HeaderRole:
    """Classifies headers that run backward: strangers' are pasted, the two sides' may be late."""
    senders = {chat.senders[n] for n in block} - {PROGRAM}
    if senders.isdisjoint(chat.regular) or (returns and senders.difference(chat.regular)):
        return HeaderRole.PASTED
    known = [chat.minutes[n] for n in block if chat.minutes[n] != UNKNOWN]
    if latest - min(known) <= DISORDER:
        return HeaderRole.MESSAGE
    return HeaderRole.PASTED if returns else HeaderRole.RESTART
