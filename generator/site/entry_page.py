"""What surrounds an entry's answer: freshness, related entries, and the way to a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.knowledge.model import ChannelKind, Entry, KnowledgeBase, Office
from generator.site.addresses import category_path, entry_path
from generator.site.channels import first_url
from generator.site.fallback import Draft, Opened, Topic
from generator.site.views import EntryLink

_WRITTEN = (ChannelKind.EMAIL, ChannelKind.WHATSAPP)
_CHAT = (ChannelKind.WHATSAPP, ChannelKind.EMAIL)
_RELATED = 5  # fits a phone's screen under the answer


@dataclass(frozen=True)
class EntryView:
    """Everything an entry page prints beside the answer."""

    entry: Entry
    category_name: str
    category_path: str
    related: tuple[EntryLink, ...]
    is_past_review: bool
    newer_url: str | None  # a written message; None without a channel that can carry one
    mistake_url: str | None
    ask_url: str | None


def entry_values(
    entry: Entry,
    *,
    knowledge: KnowledgeBase,
    category_name: str,
    near: Iterable[Entry],
    is_past_review: bool,
) -> EntryView:
    """The view of one entry."""
    return EntryView(
        entry=entry,
        category_name=category_name,
        category_path=category_path(entry.category),
        related=tuple(EntryLink(other.question, entry_path(other.id), "") for other in near),
        is_past_review=is_past_review,
        newer_url=newer_url(knowledge.office, entry.question, entry_path(entry.id))
        if is_past_review
        else None,
        mistake_url=first_url(knowledge.office, _WRITTEN, _mistake(entry)),
        ask_url=first_url(knowledge.office, _WRITTEN, _question_about(entry)),
    )


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


def _mistake(entry: Entry) -> Draft:
    return replace(_question_about(entry), topic=Topic.MISTAKE, question=entry.id)


def _question_about(entry: Entry) -> Draft:
    return Draft(Topic.CONSULTATION, opened=(Opened(entry.id, entry.question),), short=True)
