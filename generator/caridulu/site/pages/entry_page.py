"""What surrounds an entry's answer: freshness, related entries, and the way to a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caridulu.knowledge.model import ChannelKind, Entry, Office
from caridulu.site.handover.channels import first_url, newer_url
from caridulu.site.handover.handover_message import MessageDraft, ReadEntry, Topic
from caridulu.site.urls import entry_path

_WRITTEN = (ChannelKind.EMAIL, ChannelKind.WHATSAPP)
_RELATED = 5  # fits a phone's screen under the answer


@dataclass(frozen=True)
class EntryView:
    """Everything an entry page prints beside the answer."""

    entry: Entry
    is_past_review: bool
    newer_url: str | None  # a written message; None without a channel that can carry one
    mistake_url: str | None
    ask_url: str | None
    origin: str  # who has compiled it, if that was not the office; empty otherwise


def entry_view(entry: Entry, office: Office, *, is_past_review: bool, origin: str) -> EntryView:
    """Writes the messages that an entry's page offers."""
    read = (ReadEntry(entry.id, entry.question),)
    consultation = MessageDraft(Topic.CONSULTATION, read_entries=read, short=True)
    newer = newer_url(office, entry.question, entry_path(entry.id)) if is_past_review else None
    return EntryView(
        entry=entry,
        is_past_review=is_past_review,
        newer_url=newer,
        mistake_url=mistake_url(office, entry.id, entry.question),
        ask_url=first_url(office, _WRITTEN, consultation),
        origin=origin,
    )


def mistake_url(office: Office, entry_id: str, title: str) -> str | None:
    """Gives the link of a message that reports a mistake on a page."""
    read = (ReadEntry(entry_id, title),)
    mistake = MessageDraft(Topic.MISTAKE, question=entry_id, read_entries=read, short=True)
    return first_url(office, _WRITTEN, mistake)


def neighbours(
    entry: Entry, near: Iterable[str], entries: Mapping[str, Entry]
) -> tuple[Entry, ...]:
    """Selects related entries: those an editor named, then those that are near."""
    ids = dict.fromkeys(other for other in (*entry.related, *near) if other in entries)
    return tuple(entries[other] for other in list(ids)[:_RELATED])
