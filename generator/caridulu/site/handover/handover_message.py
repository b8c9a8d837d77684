"""The message that is already written when a visitor turns to the office.

Twin of ``browser/fallback.js``: both fill the same sentences of ``caridulu.messages.site`` and
give the same text and links. A message for a consultation:

    Halo BPS Kabupaten Bombana, saya ingin berkonsultasi.

    Pertanyaan saya:
    data ikan tangkap poleang 2024

    Wilayah: ...
    Tahun/periode: ...

    Sudah saya baca:
    - Data apa yang tidak dihasilkan BPS? (data-instansi-lain)

    Kata cari: data ikan | ikan tangkap poleang
    Kode: CD1-K-N-5f0c1a2b
    Dikirim dari halaman Cari Dulu

For one who reads English it says the same in both languages: the officer and the visitor each
understand it. The last lines are for counting, and stay as they are from version to version:

``Kata cari: <search> | <search>``
    What was searched in this visit, oldest first; one line, ``|`` inside a search becomes ``/``.
    Absent when nothing was searched.
``Kode: CD1-<purpose>-<outcome>-<check>``
    ``CD1``: version of this format. Purpose: K consultation, P complaint, V newer version wanted,
    L mistake reported. Outcome of the last search: A answered, W weak, N nothing, U no search.
    Check: FNV-1a (32 bit, 8 hexadecimal digits) over the UTF-8 bytes of the searches as written
    after ``Kata cari: ``, in lower case: equal searches have equal codes, and a line that was
    edited no longer fits its code.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from caridulu.messages import Language
from caridulu.site.html.contact_links import mailto_link, whatsapp_link
from caridulu.site.html.sentences import say

VERSION = "CD1"
MAILTO_LIMIT = 1_800  # characters of the whole link that every mail program still opens
WHATSAPP_LIMIT = 4_000
_KEPT = 3  # searches and entries named in a message: the latest ones
_PIECE = 80  # characters of one of them
_SHORT = 40  # characters of a subject, and of the shortest question that a cut leaves


class Topic(StrEnum):
    """Why a visitor writes; the value is the letter in the message's code."""

    CONSULTATION = "K"
    COMPLAINT = "P"
    NEWER = "V"
    MISTAKE = "L"


@dataclass(frozen=True)
class Opened:
    """An entry that the visitor read before asking."""

    id: str
    title: str


@dataclass(frozen=True)
class Draft:
    """What a message is written from."""

    topic: Topic
    question: str = ""
    searches: tuple[str, ...] = ()
    opened: tuple[Opened, ...] = ()
    outcome: str = "U"
    language: Language = Language.ID  # what the visitor reads
    short: bool = False  # about what was read, in few words: stands in every entry page

    def say(self, name: str, **values: object) -> str:
        """A sentence of the message."""
        return say(name, self.language, **values)


def message_text(draft: Draft, *, office: str) -> str:
    """The whole message, ready to send."""
    name = draft.topic.name.lower()
    if draft.short:
        text = draft.say(f"message_{name}_short", read=_opened_lines(draft))
        return f"{text}\n\n{draft.say('message_code', code=code(draft))}"
    question = draft.question.strip() or draft.say(f"message_{name}_blank")
    blocks = [
        draft.say(f"message_{name}_opening", office=office),
        draft.say(f"message_{name}_question", question=question),
        draft.say(f"message_{name}_details"),
        _opened_block(draft),
        _counting_block(draft),
    ]
    return "\n\n".join(block for block in blocks if block)


def subject_text(draft: Draft) -> str:
    """The e-mail's subject: what it is about, then the question's beginning."""
    name = draft.topic.name.lower()
    question = _shorten(draft.question, _SHORT) or draft.say(f"message_{name}_subject_blank")
    return draft.say(f"message_{name}_subject", question=question)


def whatsapp(number: str, draft: Draft, *, office: str) -> str:
    """The wa.me link that carries the message."""
    return _first_fitting(
        lambda each: whatsapp_link(number, message_text(each, office=office)),
        draft,
        limit=WHATSAPP_LIMIT,
    )


def mailto(address: str, draft: Draft, *, office: str) -> str:
    """The mailto link that carries the message."""
    return _first_fitting(
        lambda each: mailto_link(address, subject_text(each), message_text(each, office=office)),
        draft,
        limit=MAILTO_LIMIT,
    )


def search_line(searches: tuple[str, ...]) -> str:
    """The latest searches as one line."""
    return " | ".join(_shorten(search.replace("|", "/")) for search in searches[-_KEPT:])


def code(draft: Draft) -> str:
    """The line by which messages are counted; its format is in this module's docstring."""
    check = fnv1a(search_line(draft.searches).lower())
    return f"{VERSION}-{draft.topic}-{draft.outcome}-{check:08x}"


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash of the UTF-8 bytes of ``text``."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def _opened_block(draft: Draft) -> str:
    if not draft.opened:
        return ""
    return f"{draft.say('message_opened')}\n{_opened_lines(draft)}"


def _opened_lines(draft: Draft) -> str:
    read = draft.opened[-_KEPT:]
    return "\n".join(f"- {title_in_message(each.title)} ({each.id})" for each in read)


def title_in_message(title: str) -> str:
    """The title of an entry as a message names it."""
    return _shorten(title)


def _counting_block(draft: Draft) -> str:
    searched = search_line(draft.searches)
    lines = [
        draft.say("message_searches", searches=searched) if searched else "",
        draft.say("message_code", code=code(draft)),
        draft.say("message_sent_from"),
    ]
    return "\n".join(line for line in lines if line)


def _shorten(text: str, length: int = _PIECE) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def _first_fitting(link: Callable[[Draft], str], draft: Draft, *, limit: int) -> str:
    """The link of the fullest draft that stays within ``limit``, or else of the shortest."""
    address = ""
    for shorter in _ever_shorter(draft):
        address = link(shorter)
        if len(address) <= limit:
            break
    return address


def _ever_shorter(draft: Draft) -> Iterator[Draft]:
    """The draft; then its question cut politely; then without entries; then without searches."""
    yield draft
    question = draft.question.strip()
    shortest = draft
    while len(question) > _SHORT:
        question = question[: max(_SHORT, len(question) * 7 // 8)].rstrip()
        shortest = replace(draft, question=draft.say("message_cut", question=question))
        yield shortest
    yield replace(shortest, opened=())
    yield replace(shortest, opened=(), searches=())
