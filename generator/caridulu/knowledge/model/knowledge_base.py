"""Everything the office knows, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from caridulu.knowledge.model.attachment import Attachment
from caridulu.knowledge.model.direct_answer import DirectAnswer
from caridulu.knowledge.model.entry import Entry, Status
from caridulu.knowledge.model.office import Office
from caridulu.knowledge.model.referral import Referral
from caridulu.knowledge.model.service import ServiceStandard
from caridulu.knowledge.model.words import Category, Lexicon


@dataclass(frozen=True)
class Page:
    """One ``content/<id>.md``: title from its first heading, body without that heading.

    Fact references are filled in; ``{{ block.<name> }}`` is left for the site to replace.
    """

    id: str
    title: str
    description: str  # first paragraph as plain text, for the page's meta description
    body: str


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything the office knows, in file order; fact references are already filled in."""

    entries: tuple[Entry, ...]
    categories: tuple[Category, ...]
    lexicon: Lexicon
    office: Office
    services: tuple[ServiceStandard, ...] = ()
    pages: tuple[Page, ...] = ()
    redirects: tuple[tuple[str, str], ...] = field(default=())  # (old id, id of a published entry)
    direct_answers: tuple[DirectAnswer, ...] = ()  # those that no entry gives itself
    direct_phrases: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # by entry, of those
    referrals: tuple[Referral, ...] = ()
    attachments: tuple[Attachment, ...] = ()  # those that what is public shows
    emblem: Attachment | None = None

    @property
    def published(self) -> tuple[Entry, ...]:
        """Public entries, sorted by id: their place is their number in the index."""
        return tuple(
            sorted((e for e in self.entries if e.status is Status.PUBLISHED), key=lambda e: e.id)
        )
