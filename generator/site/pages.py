"""Knowledge base -> finished pages, in the order of their addresses."""

import datetime as dt
import functools
import re
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from importlib.metadata import version

from generator.knowledge.model import Entry, KnowledgeBase, Page, ServiceStandard
from generator.messages import message
from generator.site.addresses import (
    CATEGORIES,
    COMPLAINT_PAGE,
    CONTACT_PAGE,
    HOME,
    HOME_PAGE,
    LETTERS,
    NOT_FOUND,
    RESERVED,
    SEARCH,
    Addresses,
    category_path,
    entry_path,
    page_path,
    service_path,
)
from generator.site.blocks import Blocks
from generator.site.cache import Cache, digest, source_digest
from generator.site.entry_page import Neighbours, entry_values
from generator.site.markdown import LINK_NAME, excerpt, plain_text, remember_words, render
from generator.site.shell import RenderedPage, Shell
from generator.site.structured import (
    Data,
    crumbs_data,
    entry_data,
    json_ld,
    service_data,
    site_data,
)
from generator.site.views import CategoryView, category_views, letters, service_sections, tiles

_HOME_FILE = "content/index.md"


class SiteError(ValueError):
    """The content names something that does not exist; ``problems`` has one sentence each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def render_pages(
    knowledge: KnowledgeBase,
    *,
    shell: Shell,
    site: Addresses,
    today: dt.date,
    related: Mapping[str, Sequence[str]],
    cache: Cache,
) -> tuple[RenderedPage, ...]:
    """Every page of the site; ``SiteError`` with all problems when a link leads nowhere."""
    maker = _PageMaker(knowledge, shell, site, today, related, cache)
    pages = maker.pages()
    if maker.problems:
        raise SiteError(tuple(maker.problems))
    return tuple(sorted(pages, key=lambda page: page.path))


class _PageMaker:
    """Makes the pages of one knowledge base and keeps what it could not resolve."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        shell: Shell,
        site: Addresses,
        today: dt.date,
        related: Mapping[str, Sequence[str]],
        cache: Cache,
    ) -> None:
        self.problems: list[str] = []
        self._knowledge = knowledge
        self._shell = shell
        self._site = site
        self._today = today
        self._cache = cache
        self._basis = digest(_program(), knowledge.office.model_dump_json(), shell.basis)
        self._blocks = Blocks(knowledge, shell)
        self._reviewed: dict[str, list[dt.date]] = {}
        for entry in knowledge.published:
            if entry.reviewed:
                self._reviewed.setdefault(entry.category, []).append(entry.reviewed)
        self._names = {category.id: category.name for category in knowledge.categories}
        self._neighbours = Neighbours(knowledge.published, related)

    @cached_property
    def _categories(self) -> tuple[CategoryView, ...]:
        return category_views(self._knowledge)

    def pages(self) -> list[RenderedPage]:
        entries = [self._entry(entry) for entry in self._knowledge.published]  # whose words
        written = {page.id: page for page in self._knowledge.pages}
        pages = [self._home(written.get(HOME_PAGE)), self._search(), self._letters()]
        pages += [self._category_list(), self._not_found()]
        pages += [self._category(view) for view in self._categories]
        pages += entries
        pages += [self._service(service) for service in self._knowledge.services]
        pages += [self._content(page) for page in written.values() if page.id != HOME_PAGE]
        if CONTACT_PAGE not in written:
            pages.append(self._content(_contact_page()))
        return pages

    def _home(self, page: Page | None) -> RenderedPage:
        lead, hint, body = _parts(page)
        missing = {name for name in ("featured", "categories") if f"block.{name} " not in body}
        service = next(iter(self._knowledge.services), None)
        shows_tiles = service is not None and f"block.service-{service.id} " not in body
        return self._shell.page(
            "home.html",
            path=HOME,
            wide=True,
            data=json_ld(
                site_data(
                    self._knowledge.office,
                    name=message("site.name"),
                    search=self._site.url(HOME, SEARCH),
                )
            ),
            title=page.title if page else message("site.home_title"),
            description=self._home_description(page),
            lead=self._text(lead, path=HOME, where=_HOME_FILE),
            hint=self._text(hint, path=HOME, where=_HOME_FILE),
            body=self._text(body, path=HOME, where=_HOME_FILE),
            blocks={name: self._blocks.html(name, 3, path=HOME) for name in sorted(missing)},
            service=service,
            tiles=tiles(service, self._knowledge.office) if service and shows_tiles else (),
            promise=self._blocks.promise(),
        )

    def _home_description(self, page: Page | None) -> str:
        if page and page.description:
            return excerpt(page.description)
        return message("site.home_description", office=self._knowledge.office.name)

    def _search(self) -> RenderedPage:
        return self._shell.page(
            "search.html",
            path=SEARCH,
            wide=True,
            marks={"page": "search"},
            title=message("site.search_title"),
            description=message("site.search_description", office=self._knowledge.office.name),
            categories=self._categories,
            promise=self._blocks.promise(),
        )

    def _letters(self) -> RenderedPage:
        return self._shell.page(
            "letters.html",
            path=LETTERS,
            title=message("site.letters_title"),
            description=message("site.letters_description", office=self._knowledge.office.name),
            letters=letters(self._knowledge.published),
            promise=self._blocks.promise(),
        )

    def _category_list(self) -> RenderedPage:
        return self._shell.page(
            "categories.html",
            path=CATEGORIES,
            title=message("site.categories_title"),
            description=message("site.categories_description", office=self._knowledge.office.name),
            block=self._blocks.html("categories", 2, path=CATEGORIES),
            promise=self._blocks.promise(),
        )

    def _category(self, view: CategoryView) -> RenderedPage:
        inside = self._reviewed.get(view.category.id, ())
        return self._shell.page(
            "category.html",
            path=view.path,
            title=view.category.name,
            description=excerpt(view.category.description),
            lastmod=max(inside, default=None),
            data=json_ld(self._crumbs(view.path, (message("site.categories_short"), CATEGORIES))),
            view=view,
            promise=self._blocks.promise(),
        )

    def _entry(self, entry: Entry) -> RenderedPage:
        path = entry_path(entry.id)
        name = self._names.get(entry.category, entry.category)
        near = self._neighbours.of(entry)
        links = [a or b for a, b in LINK_NAME.findall(entry.answer)]
        key = digest(
            self._basis,
            entry.model_dump_json(),
            name,
            str(self._is_past_review(entry)),
            *(f"{other.id} {other.question}" for other in near),
            *(f"{link} {self._site.resolve(path, link)}" for link in links),
        )
        problems = len(self.problems)
        content = self._cache.get(key, lambda: self._entry_content(entry, near, name))
        if len(self.problems) > problems:
            self._cache.drop(key)
        words = self._cache.get(digest("words", entry.answer), lambda: plain_text(entry.answer))
        remember_words(entry.answer, words)
        return self._shell.framed(
            content,
            path=path,
            title=entry.question,
            description=excerpt(entry.answer),
            lastmod=entry.reviewed,
            marks={"entry": entry.id},
            data=json_ld(
                entry_data(entry, self._knowledge.office),
                self._crumbs(
                    path,
                    (message("site.categories_short"), CATEGORIES),
                    (name, category_path(entry.category)),
                ),
            ),
        )

    def _entry_content(self, entry: Entry, near: tuple[Entry, ...], category_name: str) -> str:
        path = entry_path(entry.id)
        where = f"kb/{entry.category}/{entry.id}.yml"
        return self._shell.fragment(
            "entry.html",
            path=path,
            title=entry.question,
            answer=self._text(entry.answer, path=path, where=where),
            view=entry_values(
                entry,
                knowledge=self._knowledge,
                category_name=category_name,
                near=near,
                is_past_review=self._is_past_review(entry),
            ),
        )

    def _is_past_review(self, entry: Entry) -> bool:
        return entry.review_by is not None and entry.review_by < self._today

    def _service(self, service: ServiceStandard) -> RenderedPage:
        return self._shell.page(
            "service.html",
            path=service_path(service.id),
            title=service.name,
            description=excerpt(service.summary),
            lastmod=service.reviewed,
            data=json_ld(service_data(service, self._knowledge.office)),
            service=service,
            tiles=tiles(service, self._knowledge.office),
            sections=service_sections(service),
            promise=self._blocks.promise(),
        )

    def _content(self, page: Page) -> RenderedPage:
        path = page_path(page.id)
        where = f"content/{page.id}.md"
        if page.id in RESERVED:
            self.problems.append(message("site.reserved_page", where=where, page=page.id))
        return self._shell.page(
            "page.html",
            path=path,
            title=page.title,
            description=excerpt(page.description or page.title),
            body=self._text(page.body, path=path, where=where),
            asks=page.id not in (CONTACT_PAGE, COMPLAINT_PAGE),
            promise=self._blocks.promise(),
        )

    def _not_found(self) -> RenderedPage:
        return self._shell.page(
            "not_found.html",
            path=NOT_FOUND,
            title=message("site.not_found_title"),
            description=message("site.not_found_text"),
            listed=False,
            categories=self._categories,
            promise=self._blocks.promise(),
        )

    def _crumbs(self, path: str, *steps: tuple[str, str]) -> Data:
        return crumbs_data([(message("site.home"), HOME), *steps], self._shell.url_from(path))

    def _text(self, text: str, *, path: str, where: str) -> str:
        rendered = render(
            text,
            resolve=partial(self._site.resolve, path),
            block=partial(self._blocks.html, path=path),
        )
        self.problems += [
            message("site.unknown_link", where=where, link=link) for link in rendered.unknown_links
        ]
        self.problems += [
            message("site.unknown_block", where=where, block=block)
            for block in rendered.unknown_blocks
        ]
        return rendered.html


@functools.cache
def _program() -> str:
    """What makes pages, apart from content."""
    return source_digest("generator.site", "generator.messages") + version("markdown-it-py")


def _parts(page: Page | None) -> tuple[str, str, str]:
    """The home page's text: above the search box, below it, and from the first heading on."""
    if page is None:
        return "", "", ""
    found = re.search(r"^#", page.body, re.MULTILINE)
    before, rest = (
        (page.body[: found.start()], page.body[found.start() :]) if found else (page.body, "")
    )
    lead, _, hint = before.strip().partition("\n\n")
    return lead, hint, rest


def _contact_page() -> Page:
    """The contact page of an office that has not written one."""
    return Page(
        id=CONTACT_PAGE,
        title=message("site.contact"),
        description=message("site.contact_description"),
        body=message("site.contact_body"),
    )
