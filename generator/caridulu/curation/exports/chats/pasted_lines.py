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
    """Senders and times of the headers of a chat."""

    senders: MutableSequence[int]
    minutes: MutableSequence[int]
    regular: frozenset[int]  # senders of whom some message is in order of time, and officers


def roles_of(headers: Headers, minutes: MutableSequence[int], ours: Collection[int]) -> bytearray:
    """Tells the role of each header."""
    regular, latest = set(ours), UNKNOWN + 1
    for sender, minute in zip(headers.senders, minutes, strict=True):
        if minute >= latest:
            latest = minute
            regular.add(sender)
    roles = bytearray(len(headers))
    _mark_backward(_Chat(headers.senders, minutes, frozenset(regular - {PROGRAM})), roles)
    return roles


def _mark_backward(chat: _Chat, roles: bytearray) -> None:
    """Marks what runs backward: pasted, late, or from here on another time."""
    n, latest, restarts = 0, UNKNOWN, 0
    while n < len(roles) and restarts <= MOST_RESTARTS:
        minute = chat.minutes[n]
        if chat.senders[n] == PROGRAM:
            n += 1
        elif minute == UNKNOWN:
            roles[n] = HeaderRole.UNDATED
            n += 1
        elif minute >= latest:
            latest = minute
            n += 1
        else:
            block = _block_at(n, chat, latest)
            role = _role_of_block(chat, block, latest)
            if role is HeaderRole.RESTART:
                roles[n] = role
                latest, restarts = minute, restarts + 1
                n += 1
            else:
                _mark_block(chat, block.headers, role, roles)
                n = block.headers.stop


def _mark_block(chat: _Chat, block: range, role: HeaderRole, roles: bytearray) -> None:
    """Gives headers one role; what the program says has none, a message may be without a date."""
    for n in block:
        if chat.senders[n] != PROGRAM:
            is_undated = role is HeaderRole.MESSAGE and chat.minutes[n] == UNKNOWN
            roles[n] = HeaderRole.UNDATED if is_undated else role


@dataclass(frozen=True)
class _Block:
    """Headers in a row that are older than what stands before them."""

    headers: range
    returns: bool  # time is back behind them, within what is searched


def _block_at(first: int, chat: _Chat, latest: int) -> _Block:
    """Finds the headers from ``first`` on that are older than ``latest``."""
    limit = min(first + MOST_PASTED, len(chat.minutes))
    back = next((n for n in range(first + 1, limit) if chat.minutes[n] >= latest), None)
    return _Block(range(first, limit if back is None else back), returns=back is not None)


def _role_of_block(chat: _Chat, block: _Block, latest: int) -> HeaderRole:
    """Classifies headers that run backward: strangers' are pasted, the two sides' may be late."""
    senders = {chat.senders[n] for n in block.headers} - {PROGRAM}
    are_strangers_among = not senders <= chat.regular
    if senders.isdisjoint(chat.regular) or (block.returns and are_strangers_among):
        return HeaderRole.PASTED
    known = [chat.minutes[n] for n in block.headers if chat.minutes[n] != UNKNOWN]
    if latest - min(known) <= DISORDER:
        return HeaderRole.MESSAGE
    return HeaderRole.PASTED if block.returns else HeaderRole.RESTART
