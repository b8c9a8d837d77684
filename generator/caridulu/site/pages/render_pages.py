"""Knowledge base -> finished pages, in the order of their addresses."""

import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from markupsafe import Markup

from caridulu.knowledge.model import Entry, KnowledgeBase, Page, ServiceStandard
from caridulu.messages import message
from caridulu.site.build.cache import Cache, digest, source_digest
from caridulu.site.handover.channels import newer_url
from caridulu.site.html.layout import Head, RenderedPage, Shell
from caridulu.site.html.markdown_html import LINK_NAME, excerpt, plain_text, remember_words
from caridulu.site.pages.entry_page import Neighbours, entry_view
from caridulu.site.pages.general_pages import GeneralPages, contact_page
from caridulu.site.pages.schema_org import (
    Data,
    crumbs_data,
    json_ld,
    service_data,
)
from caridulu.site.pages.views import (
    CategoryView,
    EntryLink,
    category_views,
    service_sections,
    tiles,
)
from caridulu.site.urls import (
    CATEGORIES,
    COMPLAINT_PAGE,
    CONTACT_PAGE,
    HOME,
    HOME_PAGE,
    RESERVED,
    category_path,
    entry_path,
    page_path,
    service_path,
)

RELATED = Markup("\0related\0")  # where related entries stand in a content; no text contains it


class SiteError(ValueError):
    """The content names something that does not exist; ``problems`` has one sentence each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def render_pages(
    knowledge: KnowledgeBase,
    *,
    shell: Shell,
    english: Shell,
    today: dt.date,
    related: Mapping[str, Sequence[str]],
    cache: Cache,
) -> tuple[RenderedPage, ...]:
    """Every page of the site; ``SiteError`` with all problems when a link leads nowhere.

    Args:
        knowledge: what the office knows.
        shell: of the Indonesian pages.
        english: of the few English ones.
        today: decides which entries are past their review date.
        related: near entries by entry.
        cache: what earlier builds made.
    """
    maker = _PageMaker(knowledge, shell, today, related, cache)
    pages = maker.pages()
    if maker.problems:
        raise SiteError(tuple(maker.problems))
    pages += GeneralPages(knowledge, english, maker.categories).english()
    return tuple(sorted(pages, key=lambda page: page.path))


@dataclass(frozen=True)
class _Way:
    """The way to the entries of a category: for readers, and as data."""

    title: str
    path: str
    shown: Markup
    data: Markup


def make_contents(
    knowledge: KnowledgeBase, *, shell: Shell, today: dt.date, cache: Cache
) -> dict[str, str]:
    """Have the contents of all entries in ``cache``, apart from those that have problems.

    Returns those that were not there, by the site path of their page.
    """
    maker = _PageMaker(knowledge, shell, today, {}, cache)
    for entry in knowledge.published:
        maker.content(entry)
    return maker.made


class _PageMaker:
    """Makes the pages of one knowledge base and keeps what it could not resolve."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        shell: Shell,
        today: dt.date,
        related: Mapping[str, Sequence[str]],
        cache: Cache,
    ) -> None:
        self._knowledge = knowledge
        self._shell = shell
        self._today = today
        self._cache = cache
        self._basis = digest(_program(), knowledge.office.model_dump_json(), shell.basis)
        self.categories = functools.cache(lambda: category_views(knowledge))
        self._way = functools.cache(self._way_to)
        self._general = GeneralPages(knowledge, shell, self.categories)
        self._texts = self._general.texts
        self._reviewed: dict[str, list[dt.date]] = {}
        for entry in knowledge.published:
            if entry.reviewed:
                self._reviewed.setdefault(entry.category, []).append(entry.reviewed)
        self._names = {category.id: category.name for category in knowledge.categories}
        self._neighbours = Neighbours(knowledge.published, related)
        self.made: dict[str, str] = {}  # contents by site path

    @property
    def problems(self) -> list[str]:
        """What could not be resolved, one sentence each."""
        return self._texts.problems

    def pages(self) -> list[RenderedPage]:
        entries = [self._entry(entry) for entry in self._knowledge.published]  # whose words
        written = {page.id: page for page in self._knowledge.pages}
        pages = self._general.indonesian(written.get(HOME_PAGE))
        pages += [self._category(view) for view in self.categories()]
        pages += entries
        pages += [self._service(service) for service in self._knowledge.services]
        pages += [self._content(page) for page in written.values() if page.id != HOME_PAGE]
        if CONTACT_PAGE not in written:
            pages.append(self._content(contact_page(self._shell)))
        return pages

    def _category(self, view: CategoryView) -> RenderedPage:
        inside = self._reviewed.get(view.category.id, ())
        topics = (message("site.categories_short"), CATEGORIES)
        return self._shell.page(
            "category.html",
            Head(
                path=view.path,
                title=view.category.name,
                description=excerpt(view.category.description),
                lastmod=max(inside, default=None),
                data=json_ld(self._crumbs(view.path, topics)),
            ),
            view=view,
        )

    def _entry(self, entry: Entry) -> RenderedPage:
        near = self._neighbours.of(entry)
        return self._shell.framed(
            self.content(entry).replace(RELATED, self._related(entry, near) if near else ""),
            Head(
                path=entry_path(entry.id),
                title=entry.question,
                description=excerpt(entry.answer),
                lastmod=entry.reviewed,
                answered=True,
                data=self._way(entry.category).data,
            ),
        )

    def content(self, entry: Entry) -> str:
        """What an entry's page says, but for related entries; made once for each content."""
        name = self._names.get(entry.category, entry.category)
        links = [a or b for a, b in LINK_NAME.findall(entry.answer)]
        key = digest(
            self._basis,
            entry.model_dump_json(),
            name,
            str(self._is_past(entry.review_by)),
            *(f"{link} {self._shell.site.resolve(entry_path(entry.id), link)}" for link in links),
        )
        problems = len(self.problems)
        content = self._cache.get(key, lambda: self._made_content(entry))
        if len(self.problems) > problems:
            self._cache.drop(key)
        words = self._cache.get(digest("words", entry.answer), lambda: plain_text(entry.answer))
        remember_words(entry.answer, words)
        return content

    def _made_content(self, entry: Entry) -> str:
        path = entry_path(entry.id)
        where = f"kb/{entry.category}/{entry.id}.yml"
        self.made[path] = self._shell.fragment(
            "entry.html",
            path=path,
            title=entry.question,
            answer=self._texts.html(entry.answer, path=path, where=where),
            crumbs=self._way(entry.category).shown,
            related=RELATED,
            view=entry_view(
                entry, self._knowledge.office, is_past_review=self._is_past(entry.review_by)
            ),
        )
        return self.made[path]

    def _related(self, entry: Entry, near: tuple[Entry, ...]) -> str:
        return self._shell.fragment(
            "blocks/related.html",
            path=entry_path(entry.id),
            entries=[EntryLink(other.question, entry_path(other.id), "") for other in near],
            category=self._way(entry.category),
        )

    def _way_to(self, category: str) -> "_Way":
        name, path = self._names.get(category, category), category_path(category)
        steps = [(message("site.categories_short"), CATEGORIES), (name, path)]
        inside = entry_path("x")  # all entries are as deep
        shown = self._shell.fragment("blocks/crumbs.html", path=inside, steps=steps)
        data = json_ld(crumbs_data(steps, self._shell.whole_url_from(inside)))
        return _Way(name, path, Markup(shown), data)

    def _is_past(self, review_by: dt.date | None) -> bool:
        return review_by is not None and review_by < self._today

    def _service(self, service: ServiceStandard) -> RenderedPage:
        return self._shell.page(
            "service.html",
            Head(
                path=service_path(service.id),
                title=service.name,
                description=excerpt(service.summary),
                answered=True,
                lastmod=service.reviewed,
                data=json_ld(service_data(service, self._knowledge.office)),
            ),
            service=service,
            is_past_review=self._is_past(service.review_by),
            newer_url=newer_url(self._knowledge.office, service.name, service_path(service.id)),
            tiles=tiles(service, self._knowledge.office),
            sections=service_sections(service, self._knowledge.office),
        )

    def _content(self, page: Page) -> RenderedPage:
        where = f"content/{page.id}.md"
        if page.id in RESERVED:
            self.problems.append(message("site.reserved_page", where=where, page=page.id))
        asks = page.id not in (CONTACT_PAGE, COMPLAINT_PAGE)
        return self._general.content(page, path=page_path(page.id), where=where, asks=asks)

    def _crumbs(self, path: str, *steps: tuple[str, str]) -> Data:
        return crumbs_data([(message("site.home"), HOME), *steps], self._shell.whole_url_from(path))


@functools.cache
def _program() -> str:
    """What makes pages, apart from content."""
    return source_digest("caridulu.site", "caridulu.messages") + version("markdown-it-py")
