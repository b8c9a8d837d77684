"""The prepared message of a visitor to the office.

Twin of ``browser/handover/handover_message.js``: both fill the same sentences of
``messages/site_browser.yml`` and give the same text. Only the browser has questions of any length,
and cuts them. A message for a consultation:

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
understand it. ``caridulu.curation.exports.handover_line`` describes the lines for counting.
"""

from dataclasses import dataclass
from enum import StrEnum

from caridulu.curation.exports import handover_line
from caridulu.messages import Language, message

SHORTEST = 40  # characters of a subject, and of the shortest question that the browser's cut leaves


class Topic(StrEnum):
    """Why a visitor writes; the value is part of the keys of messages."""

    CONSULTATION = "consultation"
    COMPLAINT = "complaint"
    NEWER = "newer"
    MISTAKE = "mistake"


@dataclass(frozen=True)
class ReadEntry:
    """An entry that the visitor read before asking."""

    id: str
    title: str


@dataclass(frozen=True)
class MessageDraft:
    topic: Topic
    question: str = ""
    searches: tuple[str, ...] = ()
    read_entries: tuple[ReadEntry, ...] = ()
    outcome: str = handover_line.NO_SEARCH
    language: Language = Language.ID  # what the visitor reads
    short: bool = False  # about what was read, in few words: stands in every entry page


def message_text(draft: MessageDraft, *, office: str) -> str:
    if draft.short:
        text = _sentence(draft, f"message_{draft.topic}_short", read=_entry_lines(draft))
        return f"{text}\n\n{_code_line(draft)}"
    question = draft.question.strip() or _sentence(draft, f"message_{draft.topic}_blank")
    blocks = [
        _sentence(draft, f"message_{draft.topic}_opening", office=office),
        _sentence(draft, f"message_{draft.topic}_question", question=question),
        _sentence(draft, f"message_{draft.topic}_details"),
        _entries_block(draft),
        _counting_block(draft),
    ]
    return "\n\n".join(block for block in blocks if block)


def subject_text(draft: MessageDraft) -> str:
    """Writes the e-mail's subject: the topic, then the question's beginning."""
    question = handover_line.shorten(draft.question, SHORTEST)
    question = question or _sentence(draft, f"message_{draft.topic}_subject_blank")
    return _sentence(draft, f"message_{draft.topic}_subject", question=question)


def _sentence(draft: MessageDraft, name: str, **values: object) -> str:
    return message(f"site.{name}", draft.language, **values)


def _entries_block(draft: MessageDraft) -> str:
    if not draft.read_entries:
        return ""
    return f"{_sentence(draft, 'message_opened')}\n{_entry_lines(draft)}"


def _entry_lines(draft: MessageDraft) -> str:
    latest = draft.read_entries[-handover_line.LATEST :]
    return "\n".join(f"- {handover_line.shorten(each.title)} ({each.id})" for each in latest)


def _counting_block(draft: MessageDraft) -> str:
    searches = handover_line.search_line(draft.searches)
    lines = [
        _sentence(draft, "message_searches", searches=searches) if searches else "",
        _code_line(draft),
        _sentence(draft, "message_sent_from"),
    ]
    return "\n".join(line for line in lines if line)


def _code_line(draft: MessageDraft) -> str:
    said = handover_line.code(
        handover_line.PURPOSES[draft.topic],
        draft.outcome,
        handover_line.search_line(draft.searches),
    )
    return _sentence(draft, "message_code", code=said)
