"""A JSON export of Telegram -> consultations: of one chat, or of all chats of an account.

``{"name", "type": "personal_chat", "messages": [{"type": "message", "date", "from", "text"}]}``; a
text is a string, or a list of strings and of parts ``{"type": "link", "text"}``.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

from caridulu.curation.exports.chats.chat_consultations import read_consultations, unreadable_notice
from caridulu.curation.exports.chats.program_text import Unreadable
from caridulu.curation.exports.consultation import (
    LONGEST_MESSAGE,
    ExportOptions,
    Message,
    Reading,
    with_short_runs,
)
from caridulu.curation.exports.sides import check_sides, officers_among
from caridulu.knowledge import Location, notice

CHANNEL = "Telegram"
_HEARD = ("voice_message", "video_message", "audio_file")  # what only listening would tell


@dataclass
class _Chat:
    """The messages of one chat with their senders, and what of them is no text."""

    messages: list[Message] = field(default_factory=list)
    unreadable: Counter[Unreadable] = field(default_factory=Counter)


def telegram_chats(found: object) -> list[Sequence[Any]]:
    """Lists the messages of each chat in a JSON file; nothing of a file of something else."""
    if not isinstance(found, dict):
        return []
    account = found.get("chats")
    listed = account.get("list") if isinstance(account, dict) else None
    chats = listed if isinstance(listed, list) else [found]
    lists = [chat.get("messages") for chat in chats if isinstance(chat, dict)]
    return [one for one in lists if isinstance(one, list) and any(map(_names_sender, one))]


def _names_sender(message: object) -> bool:
    return isinstance(message, dict) and "from_id" in message


def read_telegram(path: Path, chats: Sequence[Sequence[Any]], options: ExportOptions) -> Reading:
    """Reads the consultations of the chats in which an officer takes part."""
    read = list(_chats(chats))
    senders = dict.fromkeys(one.sender for chat in read for one in chat.messages)
    officers = officers_among(senders, options.officers)
    first = Location(path.name, 1)
    check_sides(first, officers, [one for one in senders if one not in officers])
    reading = Reading.joined([_read(chat, officers, first) for chat in read])
    unreadable = sum((chat.unreadable for chat in read), Counter[Unreadable]())
    told = [unreadable_notice(first, unreadable)] if unreadable else []
    count = sum(one.is_readable for chat in read for one in chat.messages)
    return replace(
        reading,
        senders=frozenset(senders),
        officers=officers,
        notices=(*told, *reading.notices),
        messages=count + unreadable.total(),
    )


def messages_of_chats(chats: Sequence[Sequence[Any]]) -> Iterator[Message]:
    """Yields the messages of all chats, whoever wrote them."""
    return (one for chat in _chats(chats) for one in chat.messages)


def _read(chat: _Chat, officers: frozenset[str], first: Location) -> Reading:
    """Reads one chat; where no officer or nobody else writes, only counts its messages."""
    senders = dict.fromkeys(one.sender for one in chat.messages)
    askers = [one for one in senders if one not in officers]
    if not askers or len(askers) == len(senders):
        told = sum(one.is_readable for one in chat.messages)
        left = notice(first, "curation.unanswered", count=told)
        return Reading(notices=(left,) if told else ())
    sided = (replace(one, officer=one.sender in officers) for one in chat.messages)
    heard = (one for one in sided if one.text or not one.officer)
    return read_consultations(heard, askers, officers=officers, channel=CHANNEL, first=first)


def _chats(chats: Sequence[Sequence[Any]]) -> Iterator[_Chat]:
    """Yields the chats; their messages are counted from 1 on through the whole file."""
    numbers = count(1)
    for listed in chats:
        yield _chat(zip(listed, numbers, strict=False))


def _chat(numbered: Iterable[tuple[Any, int]]) -> _Chat:
    """Reads the messages of a chat, each with its number, and counts the calls."""
    chat, senders = _Chat(), dict[object, str]()
    for one, number in numbered:
        if not isinstance(one, Mapping):
            continue
        if one.get("type") != "message":
            if one.get("action") == "phone_call":
                chat.unreadable[Unreadable.CALL] += 1
            continue
        sender = str(one.get("from") or one.get("from_id") or "")
        senders[one.get("id")] = sender
        message = _message(one, sender, number, chat.unreadable) if sender else None
        if message:
            to = senders.get(one.get("reply_to_message_id"), "")
            chat.messages.append(replace(message, to=to))
    return chat


def _message(
    one: Mapping[str, Any], sender: str, number: int, unreadable: Counter[Unreadable]
) -> Message | None:
    """Makes a message of text or speech; other ones are only counted."""
    text = with_short_runs(_text(one.get("text")).strip())[:LONGEST_MESSAGE]
    is_heard = one.get("media_type") in _HEARD
    if not text:
        unreadable[Unreadable.VOICE if is_heard else Unreadable.MEDIA] += 1
        if not is_heard:
            return None
    return Message(sender, _sent(one.get("date")), text, number, is_readable=bool(text))


def _text(value: object) -> str:
    """Joins the words of a text in parts."""
    if isinstance(value, list):
        return "".join(map(_text, value))
    if isinstance(value, Mapping):
        return _text(value.get("text"))
    return value if isinstance(value, str) else ""


def _sent(value: object) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(str(value)).replace(tzinfo=None)
    except ValueError:
        return None
