"""Messages of one contact -> consultations: what was asked and what was answered."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from caridulu.curation.exports.tables.columns import RememberedColumns, TableColumns
from caridulu.knowledge import Location, Problem

SHORT_THANKS = 60  # characters
SILENCE = dt.timedelta(days=7)  # the service standard closes a conversation after this
_THANKS = re.compile(
    r"\b(?:terima ?kasih|terimakasih|makasih|mks?h|trims|tks|thanks|thank you|syukron|nuhun)\b",
    re.I,
)
_CLOSED = re.compile(
    r"(?:percakapan|konsultasi|chat|obrolan|layanan)[^.\n]{0,40}(?:ditutup|tutup|selesai|akhiri)|"
    r"terima ?kasih (?:telah|sudah|atas) (?:meng?hubungi|kunjungan|kepercayaan)|"
    r"semoga (?:membantu|bermanfaat)|"
    r"\bsama[- ]?sama\b",
    re.I,
)
_GREETING = re.compile(
    r"^(?:(?:assala?mu?'?\s?ala?ikum|ass|aslm|wa'?alaikum ?salam|wr\.?|wb\.?|warahmatullahi|"
    r"wabarakatuh|selamat|pagi|siang|sore|malam|"
    r"halo|hallo|hai|hi|tabe'?|permisi|mohon maaf|maaf|pak|bu|bapak|ibu|kak|min|admin|bapak/ibu|"
    r"mas|mbak|ya|iya|iye|baik|siap|ok|oke|"
    r"mengganggu|ganggu|sebelumnya|waktunya|izin|ijin|bertanya|dengan|hormat)\b[\s,.!/()]*)+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Message:
    """One message as exported; ``line`` counts from 1 in its file."""

    sender: str
    sent: dt.datetime | None
    text: str
    line: int
    officer: bool = False


@dataclass(frozen=True)
class Consultation:
    """A question and its answer as they stand in an export, before redaction."""

    channel: str
    month: str | None
    question: str
    answer: str
    place: Location
    key: tuple[str, ...]  # identifies the source; only its digest is kept
    category: str = ""
    further: str = ""  # what followed in the conversation
    start: str = ""  # of the first message, ISO 8601: a day, or a local time


@dataclass(frozen=True)
class Reading:
    """What one export holds; every message is in a consultation, refused, or in a notice."""

    consultations: tuple[Consultation, ...] = ()
    senders: frozenset[str] = frozenset()
    # What becomes no draft, with its place: to be mended, or as a notice only to be looked at.
    refused: tuple[Problem, ...] = ()
    is_unusable: bool = False  # nothing of the file can be read; ``refused`` says why
    notices: tuple[Problem, ...] = ()  # what should be known about what was read
    messages: int = 0
    used: int = 0  # messages that went into consultations
    tables: tuple[TableColumns, ...] = ()  # what the columns of each sheet were taken for


@dataclass(frozen=True)
class ExportOptions:
    """What is known about exports before they are read."""

    officers: tuple[str, ...] = ()  # names, numbers and addresses of the office's side
    mapping: Mapping[str, str] = field(default_factory=dict)  # folded header -> field of a table
    silence: dt.timedelta = SILENCE
    order: str | None = None  # of day and month, where a chat cannot tell
    remembered: tuple[RememberedColumns, ...] = ()  # what the office has said of tables before


def grouped(messages: Iterable[Message], *, silence: dt.timedelta = SILENCE) -> list[list[Message]]:
    """Cuts the messages of one contact at silences and after closing phrases."""
    groups: list[list[Message]] = []
    closed = True
    for one in messages:
        last = groups[-1][-1] if groups else None
        quiet = bool(last and last.sent and one.sent and one.sent - last.sent > silence)
        thanks = not one.officer and is_only_thanks(one.text)
        if not groups or quiet or (closed and not one.officer and not thanks):
            groups.append([])
            closed = False
        groups[-1].append(one)
        closed = closed or ((thanks or _closes(one)) and _reply(groups[-1]) is not None)
    return groups


def _closes(one: Message) -> bool:
    """Whether the officer says goodbye, or the contact thanks briefly without asking more."""
    if one.officer:
        return _CLOSED.search(one.text) is not None
    is_short = len(one.text) < SHORT_THANKS and "?" not in one.text
    return is_short and _THANKS.search(one.text) is not None


def _asked(group: Sequence[Message]) -> int | None:
    """The position of the contact's first message."""
    return next((n for n, one in enumerate(group) if not one.officer), None)


def _reply(group: Sequence[Message]) -> int | None:
    """The position of the officer's first message after it that is more than a greeting."""
    asked = _asked(group)
    if asked is None:
        return None
    after = range(asked, len(group))
    replies = (n for n in after if group[n].officer and without_greeting(group[n].text))
    return next(replies, None)


def is_only_thanks(text: str) -> bool:
    """Whether nothing is said but thanks."""
    rest = without_greeting(_THANKS.sub(" ", text))
    words = re.findall(r"[a-z]+", rest.lower())
    return bool(_THANKS.search(text)) and len(words) <= 4 and "?" not in text


def without_greeting(text: str) -> str:
    """Takes off the greeting that the text begins with."""
    return _GREETING.sub("", text.strip()).strip()


def consultation_of(group: Sequence[Message], *, channel: str, path: str) -> Consultation | None:
    """Reads the question and answer of a group, or None when one of them is missing."""
    first, reply = _asked(group), _reply(group)
    if first is None or reply is None:
        return None
    after = range(reply, len(group))
    end = next((n for n in after if not group[n].officer), len(group))
    asked = [without_greeting(one.text) for one in group[first:reply] if not one.officer]
    question = "\n".join(filter(None, asked))
    if not question:
        return None
    opening = group[first]
    answers = [one.text for one in group[reply:end] if without_greeting(one.text)]
    rest = [f"{'Petugas' if one.officer else 'Penanya'}: {one.text}" for one in group[end:]]
    return Consultation(
        channel=channel,
        month=f"{opening.sent:%Y-%m}" if opening.sent else None,
        question=question,
        answer="\n\n".join(answers),
        place=Location(path, opening.line),
        key=(opening.sender, str(opening.sent), opening.text),
        further="\n".join(rest),
        start=opening.sent.isoformat() if opening.sent else "",
    )


def sentences(text: str) -> Iterator[str]:
    """Splits a text into its sentences and lines."""
    for line in text.split("\n"):
        yield from (part.strip() for part in re.split(r"(?<=[.?!])\s+", line) if part.strip())
