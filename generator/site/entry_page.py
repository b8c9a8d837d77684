"""What surrounds an entry's answer: freshness, related entries, and the way to a person."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.knowledge.model import ChannelKind, Entry, KnowledgeBase
from generator.site.addresses import category_path, entry_path
from generator.site.blocks import Blocks
from generator.site.channels import first_url
from generator.site.fallback import Draft, Opened, Topic
from generator.site.views import EntryLink, entry_link

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
    channels: str  # HTML of the consultation channels, their message naming this entry


def entry_values(
    entry: Entry,
    *,
    knowledge: KnowledgeBase,
    neighbours: "Neighbours",
    blocks: Blocks,
    today: dt.date,
) -> EntryView:
    """The view of one entry on ``today``."""
    path = entry_path(entry.id)
    names = {category.id: category.name for category in knowledge.categories}
    return EntryView(
        entry=entry,
        category_name=names.get(entry.category, entry.category),
        category_path=category_path(entry.category),
        related=tuple(entry_link(other) for other in neighbours.of(entry)),
        is_past_review=entry.review_by is not None and entry.review_by < today,
        newer_url=_draft_url(knowledge, entry, Topic.NEWER, _CHAT),
        mistake_url=_draft_url(knowledge, entry, Topic.MISTAKE, _WRITTEN),
        channels=blocks.channels(
            Draft(Topic.CONSULTATION, opened=(Opened(entry.id, entry.question),)), path=path
        ),
    )


class Neighbours:
    """Related entries: those an editor named, then those that share most tags."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_id = {entry.id: entry for entry in entries}
        self._by_tag: dict[str, list[str]] = {}
        for entry in self._by_id.values():
            for tag in entry.tags:
                self._by_tag.setdefault(tag.casefold(), []).append(entry.id)

    def of(self, entry: Entry) -> tuple[Entry, ...]:
        shared = Counter(
            other
            for tag in {tag.casefold() for tag in entry.tags}
            for other in self._by_tag[tag]
            if other != entry.id and other not in entry.related
        )
        near = sorted(shared, key=lambda other: (-shared[other], other))
        named = [other for other in entry.related if other in self._by_id]
        return tuple(self._by_id[other] for other in (named + near)[:_RELATED])


def _draft_url(
    knowledge: KnowledgeBase, entry: Entry, topic: Topic, kinds: tuple[ChannelKind, ...]
) -> str | None:
    draft = Draft(topic, question=f"{entry.question} ({entry_path(entry.id)})")
    return first_url(knowledge.office, kinds, draft)
