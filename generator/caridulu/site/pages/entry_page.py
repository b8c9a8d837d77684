"""What surrounds an entry's answer: freshness, related entries, and the way to a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caridulu.knowledge.model import ChannelKind, Entry, Office
from caridulu.site.handover.handover_message import Draft, Opened, Topic, title_in_message
from caridulu.site.html.channels import first_url
from caridulu.site.html.contact_links import encode
from caridulu.site.urls import entry_path

_WRITTEN = (ChannelKind.EMAIL, ChannelKind.WHATSAPP)
_CHAT = (ChannelKind.WHATSAPP, ChannelKind.EMAIL)
_ID, _TITLE = "\1", "\2"  # no text contains them
_RELATED = 5  # fits a phone's screen under the answer


@dataclass(frozen=True)
class EntryView:
    """Everything an entry page prints beside the answer."""

    entry: Entry
    is_past_review: bool
    newer_url: str | None  # a written message; None without a channel that can carry one
    mistake_url: str | None
    ask_url: str | None


class EntryViews:
    """The views of one office's entries."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._mistake = _about_any_entry(office, Topic.MISTAKE)
        self._question = _about_any_entry(office, Topic.CONSULTATION)

    def of(self, entry: Entry, *, is_past_review: bool) -> EntryView:
        """The view of one entry."""
        return EntryView(
            entry=entry,
            is_past_review=is_past_review,
            newer_url=newer_url(self._office, entry.question, entry_path(entry.id))
            if is_past_review
            else None,
            mistake_url=_about(self._mistake, entry),
            ask_url=_about(self._question, entry),
        )


def _about_any_entry(office: Office, topic: Topic) -> str | None:
    """The link of a short message, with marks for what differs from entry to entry."""
    subject = _ID if topic is Topic.MISTAKE else ""
    draft = Draft(topic, question=subject, opened=(Opened(_ID, _TITLE),), short=True)
    return first_url(office, _WRITTEN, draft)


def _about(link: str | None, entry: Entry) -> str | None:
    if link is None:
        return None
    title = encode(title_in_message(entry.question))
    return link.replace(encode(_TITLE), title).replace(encode(_ID), encode(entry.id))


class Neighbours:
    """Related entries: those an editor named, then those that share most of their key terms."""

    def __init__(self, entries: Iterable[Entry], related: Mapping[str, Sequence[str]]) -> None:
        self._by_id = {entry.id: entry for entry in entries}
        self._related = related

    def of(self, entry: Entry) -> tuple[Entry, ...]:
        near = self._related.get(entry.id, ())
        ids = dict.fromkeys(other for other in (*entry.related, *near) if other in self._by_id)
        return tuple(self._by_id[other] for other in list(ids)[:_RELATED])


def newer_url(office: Office, title: str, path: str) -> str | None:
    """The message that asks for the newer version of a page; twin in ``browser/handover.js``."""
    return first_url(office, _CHAT, Draft(Topic.NEWER, question=f"{title} ({path})"))
