"""Pages that every site has: home, search, A-Z, topics, contact; the first of them in English too.

Answers are written in Indonesian, some with a short English text. Who reads English gets a home
page, a search page, the ways to a person and how to ask; an answer's own page is one, and
``browser/english/translate_page.js`` says what surrounds the answer in English for those who come
from there.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from markupsafe import Markup

from caridulu.knowledge import site_names
from caridulu.knowledge.markdown import excerpt
from caridulu.knowledge.model import HomeTask, KnowledgeBase, Page, ServiceStandard, Translation
from caridulu.knowledge.opening_hours import opening_lines
from caridulu.messages import Language
from caridulu.site import urls
from caridulu.site.html.layout import COMPLAINT_MARKS, Head, RenderedPage, Shell
from caridulu.site.html.markdown_html import ShownPicture, render
from caridulu.site.pages.blocks import Blocks
from caridulu.site.pages.schema_org import site_data
from caridulu.site.pages.views import Categories, letters, recent_entries, tiles

PageMaker = Callable[[], RenderedPage]


class GeneralPages:
    """Makes these pages in the language of the shell."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        shell: Shell,
        categories: Categories,
    ) -> None:
        self._blocks = Blocks(knowledge, shell, categories)
        self._knowledge = knowledge
        self._shell = shell
        self._categories = categories

    def indonesian(self, home: Page | None) -> dict[str, PageMaker]:
        """Lists them by path; ``home`` is what the office has written for its home page."""
        say = self._shell.say
        how = f"## {say('how_title')}\n\n{say('how_steps')}"  # in English there is a page for it
        return {
            urls.HOME: partial(self._home, urls.HOME, home or self._own_home(how)),
            urls.SEARCH: partial(self._search, urls.SEARCH),
            urls.LETTERS: self._letters,
            urls.CATEGORIES: self._category_list,
            urls.NOT_FOUND: self._not_found,
        }

    def english(self) -> dict[str, PageMaker]:
        """Lists those that exist in English by path."""
        search, contact = urls.COUNTERPARTS[urls.SEARCH], urls.COUNTERPARTS[urls.CONTACT]
        contact_us = contact_page(self._shell)
        return {
            urls.ENGLISH: partial(self._home, urls.ENGLISH, self._own_home()),
            search: partial(self._search, search),
            urls.ASKING: partial(self.content, _steps(self._shell), path=urls.ASKING),
            contact: partial(self.content, contact_us, path=contact),
        }

    def content(self, page: Page, *, path: str) -> RenderedPage:
        """Renders a page of text, with the way to a person at its end unless it is about that."""
        return self._shell.page(
            "page.html",
            Head(
                path=path,
                title=page.title,
                description=excerpt(page.description or page.title),
                marks=COMPLAINT_MARKS if page.id == site_names.COMPLAINT_PAGE else {},
            ),
            body=self.html(_with_its_block(page), path=path),
            tells_place=page.id == site_names.CONTACT_PAGE,
            place_title=self._shell.say("place_title"),
            hours=opening_lines(self._knowledge.office, self._shell.language),
            picture=self._office_picture(path),
            asks=page.id not in (site_names.CONTACT_PAGE, site_names.COMPLAINT_PAGE),
        )

    def complaint_channels(self, path: str) -> Markup:
        """Returns the way to complain, for pages that are about complaints."""
        return Markup(self._blocks.html("channels-complaint", 3, path=path) or "")

    def html(self, text: str, *, path: str, anchors: bool = True) -> str:
        """Renders a text on the page at ``path``; ``load`` has checked what it names."""
        return render(
            text,
            resolve=partial(self._shell.site.resolve, path),
            picture=partial(self._shell.picture, path),
            block=partial(self._blocks.html, path=path),
            anchors=anchors,
        ).html

    def translation(self, given: Translation | None, *, path: str) -> Translation | None:
        """Renders the answer of a translation beside the Indonesian one on the page at ``path``."""
        if given is None:
            return None
        html = Markup(self.html(given.answer, path=path, anchors=False))
        return given.model_copy(update={"answer": html})

    def _office_picture(self, path: str) -> ShownPicture | None:
        own = self._knowledge.office.identity.picture
        return self._shell.picture(path, f"{site_names.ATTACHED}:{own.file}") if own else None

    def _description(self) -> str:
        return self._shell.say("home_description", office=self._knowledge.office.name)

    def _own_home(self, *more: str) -> Page:
        """Writes the home page where the office has not written one in this language."""
        texts = (self._description(), self._shell.hint(), *more)
        title = self._shell.say("home_title")
        return Page(id=site_names.HOME_PAGE, title=title, description="", body="\n\n".join(texts))

    def _home(self, path: str, page: Page) -> RenderedPage:
        """Renders a home page: lead, search box, hint, then all from the first heading on."""
        office = self._knowledge.office
        before, body = _split_at_heading(page.body)
        lead, _, hint = before.strip().partition("\n\n")
        own = {"featured": "featured", "categories": "topics"}  # topics: names with icons
        service = self._tiled_service(body)
        data = site_data(
            office,
            name=self._shell.say("name"),
            search=self._shell.whole_url_from(path)(urls.SEARCH),
            language=self._shell.language,
        )
        return self._shell.page(
            "home.html",
            Head(
                path=path,
                title=page.title,
                description=excerpt(page.description) or self._description(),
                wide=True,
                style="home",
                data=data,
            ),
            picture=self._office_picture(path),
            lead=self.html(lead, path=path),
            hint=self.html(hint, path=path),
            body=self.html(body, path=path),
            blocks={
                name: self._blocks.html(block, 3, path=path)
                for name, block in own.items()
                if f"block.{name} " not in body
            },
            tasks=tuple(self._tasks(path)),
            recent=recent_entries(self._knowledge.published, self._shell.language),
            service=service,
            tiles=tiles(service, office) if service else (),
        )

    def _tasks(self, path: str) -> Iterator[tuple[HomeTask, str]]:
        """Lists what people come for, and where that leads; ``load`` has checked it."""
        for task in self._knowledge.office.tasks:
            url = self._shell.site.resolve(path, task.link)
            if url is not None and (task.en or self._shell.language is Language.ID):
                yield task, url

    def _tiled_service(self, body: str) -> ServiceStandard | None:
        """Returns the service whose facts become tiles: the first, unless the text shows it."""
        service = next(iter(self._knowledge.services), None)
        if service is None or self._shell.language is not Language.ID:
            return None
        return None if f"block.service-{service.id} " in body else service

    def _search(self, path: str) -> RenderedPage:
        marks = {"page": "search"}
        categories = self._categories()
        return self._overview("search", path, wide=True, marks=marks, categories=categories)

    def _letters(self) -> RenderedPage:
        return self._overview("letters", urls.LETTERS, letters=letters(self._knowledge.published))

    def _category_list(self) -> RenderedPage:
        block = self._blocks.html("categories", 2, path=urls.CATEGORIES)
        return self._overview("categories", urls.CATEGORIES, block=block)

    def _overview(
        self,
        name: str,
        path: str,
        *,
        wide: bool = False,
        marks: Mapping[str, str] | None = None,
        **values: object,
    ) -> RenderedPage:
        """Renders a page over all entries; ``name`` names template, title and description."""
        say = self._shell.say
        head = Head(
            path=path,
            title=say(f"{name}_title"),
            description=say(f"{name}_description", office=self._knowledge.office.name),
            wide=wide,
            style=name,
            marks=marks or {},
        )
        return self._shell.page(f"{name}.html", head, **values)

    def _not_found(self) -> RenderedPage:
        say = self._shell.say
        return self._shell.page(
            "not_found.html",
            Head(
                path=urls.NOT_FOUND,
                title=say("not_found_title"),
                description=say("not_found_text"),
                listed=False,
            ),
            categories=self._categories(),
        )


def _split_at_heading(text: str) -> tuple[str, str]:
    """Splits a Markdown text where its first heading begins."""
    found = re.search(r"^#", text, re.MULTILINE)
    start = found.start() if found else len(text)
    return text[:start], text[start:]


def _with_its_block(page: Page) -> str:
    """Returns a page's text; the one about privacy gets the button that erases traces."""
    if page.id != site_names.PRIVACY_PAGE or f"block.{site_names.FORGET_BLOCK} " in page.body:
        return page.body
    return f"{page.body}\n\n{{{{ block.{site_names.FORGET_BLOCK} }}}}"


def contact_page(shell: Shell) -> Page:
    """Writes the contact page of an office that has none in this language."""
    return Page(
        id=site_names.CONTACT_PAGE,
        title=shell.say("contact"),
        description=shell.say("contact_description"),
        body=shell.say("contact_body"),
    )


def _steps(shell: Shell) -> Page:
    """Writes how to ask in English; the office writes its own page in Indonesian."""
    steps, language = shell.say("how_steps"), shell.answers_language()
    return Page(
        id="how-to-ask",
        title=shell.say("how_title"),
        description=shell.say("how_description"),
        body=f"{steps}\n\n{language} {shell.say('how_more')}",
    )
