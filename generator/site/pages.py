"""Knowledge base -> finished pages, in the order of their addresses."""

import datetime as dt
import re
from functools import partial

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
    entry_path,
    page_path,
    service_path,
)
from generator.site.blocks import Blocks
from generator.site.entry_page import Neighbours, entry_values
from generator.site.markdown import excerpt, render
from generator.site.shell import RenderedPage, Shell
from generator.site.views import CategoryView, category_views, letters, service_sections, tiles

_HOME_FILE = "content/index.md"


class SiteError(ValueError):
    """The content names something that does not exist; ``problems`` has one sentence each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def render_pages(
    knowledge: KnowledgeBase, *, shell: Shell, site: Addresses, today: dt.date
) -> tuple[RenderedPage, ...]:
    """Every page of the site; ``SiteError`` with all problems when a link leads nowhere."""
    maker = _PageMaker(knowledge, shell, site, today)
    pages = maker.pages()
    if maker.problems:
        raise SiteError(tuple(maker.problems))
    return tuple(sorted(pages, key=lambda page: page.path))


class _PageMaker:
    """Makes the pages of one knowledge base and keeps what it could not resolve."""

    def __init__(
        self, knowledge: KnowledgeBase, shell: Shell, site: Addresses, today: dt.date
    ) -> None:
        self.problems: list[str] = []
        self._knowledge = knowledge
        self._shell = shell
        self._site = site
        self._today = today
        self._blocks = Blocks(knowledge, shell)
        self._categories = category_views(knowledge)
        self._neighbours = Neighbours(knowledge.published)

    def pages(self) -> list[RenderedPage]:
        written = {page.id: page for page in self._knowledge.pages}
        pages = [self._home(written.get(HOME_PAGE)), self._search(), self._letters()]
        pages += [self._category_list(), self._not_found()]
        pages += [self._category(view) for view in self._categories]
        pages += [self._entry(entry) for entry in self._knowledge.published]
        pages += [self._service(service) for service in self._knowledge.services]
        pages += [self._content(page) for page in written.values() if page.id != HOME_PAGE]
        if CONTACT_PAGE not in written:
            pages.append(self._content(_contact_page()))
        return pages

    def _home(self, page: Page | None) -> RenderedPage:
        lead, body = _parts(page)
        missing = {name for name in ("featured", "categories") if f"block.{name} " not in body}
        service = next(iter(self._knowledge.services), None)
        shows_tiles = service is not None and f"block.service-{service.id} " not in body
        return self._shell.page(
            "home.html",
            path=HOME,
            title=page.title if page else message("site.home_title"),
            description=self._home_description(page),
            lead=self._text(lead, path=HOME, where=_HOME_FILE),
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
            title=message("site.search_title"),
            description=message("site.search_description", office=self._knowledge.office.name),
            listed=False,
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
        inside = (e for e in self._knowledge.published if e.category == view.category.id)
        return self._shell.page(
            "category.html",
            path=view.path,
            title=view.category.name,
            description=excerpt(view.category.description),
            lastmod=max((entry.reviewed for entry in inside if entry.reviewed), default=None),
            view=view,
            promise=self._blocks.promise(),
        )

    def _entry(self, entry: Entry) -> RenderedPage:
        path = entry_path(entry.id)
        where = f"kb/{entry.category}/{entry.id}.yml"
        values = entry_values(
            entry,
            knowledge=self._knowledge,
            neighbours=self._neighbours,
            blocks=self._blocks,
            today=self._today,
        )
        return self._shell.page(
            "entry.html",
            path=path,
            title=entry.question,
            description=excerpt(entry.answer),
            lastmod=entry.reviewed,
            answer=self._text(entry.answer, path=path, where=where),
            view=values,
        )

    def _service(self, service: ServiceStandard) -> RenderedPage:
        return self._shell.page(
            "service.html",
            path=service_path(service.id),
            title=service.name,
            description=excerpt(service.summary),
            lastmod=service.reviewed,
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


def _parts(page: Page | None) -> tuple[str, str]:
    """The home page's text before its first heading, for beside the search box; and the rest."""
    found = re.search(r"^#", page.body, re.MULTILINE) if page else None
    if page is None or found is None:
        return page.body if page else "", ""
    return page.body[: found.start()], page.body[found.start() :]


def _contact_page() -> Page:
    """The contact page of an office that has not written one."""
    return Page(
        id=CONTACT_PAGE,
        title=message("site.contact"),
        description=message("site.contact_description"),
        body=message("site.contact_body"),
    )
