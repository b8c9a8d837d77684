"""What surrounds an entry's answer: related entries, and the way to a person."""

from collections.abc import Iterable, Mapping

from caridulu.knowledge.model import ChannelKind, Entry, Office
from caridulu.site.handover.channels import first_url
from caridulu.site.handover.handover_message import MessageDraft, ReadEntry, Topic

_WRITTEN = (ChannelKind.EMAIL, ChannelKind.WHATSAPP)
_RELATED = 5  # fits a phone's screen under the answer


def ask_url(office: Office, entry: Entry) -> str | None:
    """Gives the link of a message that asks what an entry does not answer."""
    read = (ReadEntry(entry.id, entry.question),)
    consultation = MessageDraft(Topic.CONSULTATION, read_entries=read, short=True)
    return first_url(office, _WRITTEN, consultation)


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
