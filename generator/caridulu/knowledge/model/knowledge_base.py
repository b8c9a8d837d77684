"""Everything the office knows, as one value."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from caridulu.knowledge.model.attachment import Attachment
from caridulu.knowledge.model.direct_answer import DirectAnswer
from caridulu.knowledge.model.entry import Entry, Status
from caridulu.knowledge.model.office import Office
from caridulu.knowledge.model.package import PackageFile
from caridulu.knowledge.model.referral import Referral
from caridulu.knowledge.model.service import Limit, ServiceStandard
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

    @property
    def path(self) -> str:
        return f"content/{self.id}.md"


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything the office knows, in file order; fact references are already filled in.

    ``services`` are the public ones, ``hidden_services`` drafts and archived ones.
    """

    entries: tuple[Entry, ...]
    categories: tuple[Category, ...]
    lexicon: Lexicon
    office: Office
    services: tuple[ServiceStandard, ...] = ()
    hidden_services: tuple[ServiceStandard, ...] = ()
    pages: tuple[Page, ...] = ()
    redirects: tuple[tuple[str, str], ...] = field(default=())  # (old id, id of a published entry)
    direct_answers: tuple[DirectAnswer, ...] = ()  # those that no entry gives itself
    # Of direct answers that an entry gives itself: their phrases, by the entry's id.
    direct_phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    referrals: tuple[Referral, ...] = ()
    attachments: tuple[Attachment, ...] = ()  # those that what is public shows
    packages: tuple[PackageFile, ...] = ()
    emblem: Attachment | None = None
    today: dt.date | None = None  # on which the site is built: decides what schedules show

    @cached_property
    def published(self) -> tuple[Entry, ...]:
        """Public entries, sorted by id: their place is their number in the index."""
        shown = (entry for entry in self.entries if entry.is_shown(self.today))
        return tuple(sorted(shown, key=lambda entry: entry.id))

    @property
    def featured(self) -> tuple[Entry, ...]:
        """Public entries that the office features, in its order."""
        public = {entry.id: entry for entry in self.published}
        return tuple(public[id_] for id_ in self.office.featured if id_ in public)

    @property
    def ever_published(self) -> tuple[Entry, ...]:
        """Public entries with those that wait for their day or have had it, sorted by id."""
        public = (entry for entry in self.entries if entry.status is Status.PUBLISHED)
        return tuple(sorted(public, key=lambda entry: entry.id))

    @property
    def reply_limit(self) -> Limit | None:
        """The time in which a consultation is answered, of the first service that promises it."""
        limits = (service.limits.get(service.reply_limit or "") for service in self.services)
        return next((limit for limit in limits if limit), None)
