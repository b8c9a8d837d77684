"""The frame around every page: templates, and the values that each page needs.

The Jinja environment is ours and escapes by itself.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from posixpath import dirname
from urllib.parse import urljoin

from markupsafe import Markup

from caridulu.knowledge.date_line import date_line
from caridulu.knowledge.model import KnowledgeBase
from caridulu.knowledge.site_names import COMPLAINT_PAGE, HOME_PAGE
from caridulu.messages import Language, message, messages_of
from caridulu.site import urls
from caridulu.site.html.dates import date_sentence
from caridulu.site.html.icons import inline_icon
from caridulu.site.html.identity import brand_color
from caridulu.site.html.markdown_html import ShownPicture, item_html
from caridulu.site.html.templates import environment
from caridulu.site.urls import Addresses, PublishedFile

THEME = Path(__file__).parents[1] / "theme"
_TEMPLATES = environment(THEME)  # compiled once for all sites of a process: a preview makes many
CSP = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'"
)


USUAL_PAGE = "usual_page_"  # names of messages: titles of pages that every new office begins with
COMPLAINT_MARKS = {"topic": "complaint"}  # of pages after which a visit is forgotten


@dataclass(frozen=True)
class Assets:
    """Site paths of the files that every page names."""

    style: str
    script: str
    icon: str
    page_styles: Mapping[str, str] = field(default_factory=dict)  # by kind of page
    touch_icon: str | None = None  # for the home screens of Apple's telephones
    previews: Mapping[str, str] = field(default_factory=dict)  # by category; the site's under ""
    emblem: PublishedFile | None = None  # in place of the mark

    @property
    def search_script(self) -> str:
        """Site path of live search, which lies beside the script of every page."""
        return f"{dirname(self.script)}/search.js"


NO_ASSETS = Assets(style="", script="", icon="")  # of what stands by itself


@dataclass(frozen=True)
class MenuLink:
    """A link of the footer; foreign where an English page says it in Indonesian."""

    title: str
    path: str
    is_foreign: bool


@dataclass(frozen=True)
class RenderedPage:
    """One finished HTML document; ``listed`` pages are for search engines."""

    path: str
    title: str
    html: str
    lastmod: dt.date | None = None
    listed: bool = True


@dataclass(frozen=True)
class Head:
    """What a page is, beside its content."""

    path: str
    title: str  # as in its heading
    description: str  # for search engines
    lastmod: dt.date | None = None  # when the content last changed
    listed: bool = True  # whether search engines may list it
    answered: bool = False  # whether the content itself says who answers for it
    wide: bool = False  # whether the content has its own search box and runs from edge to edge
    marks: Mapping[str, str] = field(default_factory=dict)  # ``data-`` attributes of the body
    data: str = ""  # JSON-LD
    style: str = ""  # kind of page that has a style sheet beside the common one
    category: str = ""  # whose picture stands beside a shared link


class Shell:
    """Renders templates into finished pages of one site."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        *,
        site: Addresses,
        assets: Assets = NO_ASSETS,
        offline: bool = False,
    ) -> None:
        self._knowledge = knowledge
        self._assets = assets
        self.site = site
        self._base = urls.site_address(knowledge.office)  # empty while the site has no address
        self.language = site.language
        limit = knowledge.reply_limit
        self._values = {
            "t": self.say,
            "icon": inline_icon,
            "theme_color": brand_color(knowledge.office),
            "office": knowledge.office,
            "is_trial": knowledge.office.approval.is_trial,
            "date_line": partial(date_line, approval=knowledge.office.approval),
            "date_sentence": partial(date_sentence, office=knowledge.office.name),
            "assets": assets,
            "csp": CSP,
            "offline": offline,
            "urls": urls,
            "menu": self._menu(),
            "translation_note": message("site.frame_translation", Language.EN),
            "frame_note": message("site.frame_note", Language.EN),
            "complains": site.has_page(COMPLAINT_PAGE),
            "language": self.language.value,
            "hint": self.hint(),
            "foreign": Markup(' lang="id"' if self.language is Language.EN else ""),
            "complaint": "",  # on pages about complaints: the way to complain
            "promise": limit.text(self.language) if limit else None,
        }

    def say(self, name: str, **values: object) -> str:
        """Says a sentence of the site's messages in the language of this shell."""
        return message(f"site.{name}", self.language, **values)

    def hint(self) -> str:
        """Says below the search box how to search; in English, also what language is found."""
        hint = self.say("home_hint")
        return hint if self.language is Language.ID else f"{self.answers_language()} {hint}"

    def answers_language(self) -> str:
        """Says in which language answers are, and whether most are translated."""
        published = self._knowledge.published
        translated = sum(entry.en is not None for entry in published)
        is_translated = translated * 2 > len(published)
        return self.say("answers_translated" if is_translated else "answers_untranslated")

    def page(self, template: str, head: Head, **values: object) -> RenderedPage:
        """Renders a page from a template of its content; ``values`` are for the template."""
        content = self.fragment(
            template,
            path=head.path,
            title=head.title,
            description=head.description,
            **values,
        )
        path = head.path
        html = self.fragment(
            "shell.html",
            path=path,
            head=head,
            head_title=self._head_title(path, head.title),
            content=Markup(content.strip()),
            page_style=self._assets.page_styles.get(head.style),
            picture=self._picture(head.category),
            deep=path.count("/") > 1,  # programs learn of feed and search further up
            canonical=head.listed and self._canonical(path),
            alternates=self._alternates(path),
            switch=self._switch(path),
            stays=urls.counterpart(path) is None and self.language is Language.ID,
            root=self.site.exactly(path, urls.HOME),
        )
        return RenderedPage(path, head.title, html, head.lastmod, head.listed)

    def _head_title(self, path: str, title: str) -> str:
        office = self._knowledge.office.short_name
        if path in (urls.HOME, urls.ENGLISH):
            return self.say("site_title", office=office)
        return self.say("page_title", title=title, office=office)

    def _switch(self, path: str) -> str:
        """Leads to the page at ``path`` in the other language."""
        other = urls.counterpart(path)
        if other is None:
            other = urls.ENGLISH if self.language is Language.ID else urls.HOME
        return self.site.exactly(path, other)

    def _alternates(self, path: str) -> dict[str, str]:
        """Maps languages to the page's whole address, if known: search engines want it so."""
        other = urls.counterpart(path)
        if other is None or not self._base:
            return {}
        english, indonesian = (other, path) if self.language is Language.ID else (path, other)
        targets = {"id": indonesian, "en": english, "x-default": indonesian}
        return {language: self._base + target for language, target in targets.items()}

    def fragment(self, template: str, *, path: str, **values: object) -> str:
        """Renders a template as seen from the page at ``path``."""
        return _TEMPLATES.get_template(template).render(
            self._values,
            path=path,
            url=partial(self.site.url, path),
            linked=partial(self._linked, path),
            **values,
        )

    def _linked(self, path: str, item: str) -> Markup:
        """Renders an item of a service standard on the page at ``path``."""
        return Markup(item_html(item, partial(self.site.resolve, path)))

    def picture(self, path: str, href: str) -> ShownPicture | None:
        """Finds a picture of the office as seen from the page at ``path``; None without one."""
        found = self.site.attached(href)
        if found is None or not found.width:
            return None
        return ShownPicture(self.site.exactly(path, found.path), found.width, found.height)

    def whole_url_from(self, path: str) -> Callable[[str], str]:
        """Returns a function that writes site paths as whole addresses, for programs.

        While the site has no address, they are relative to the page at ``path``.
        """
        base = self._canonical(path)
        return lambda target: urljoin(base, self.site.url(path, target))

    def redirect(self, *, path: str, target: str, title: str) -> str:
        """Renders a page that leads from an old address to ``target``."""
        canonical = self._canonical(target)
        return self.fragment(
            "redirect.html", path=path, target=target, title=title, canonical=canonical
        )

    def _canonical(self, path: str) -> str:
        """Returns the page's whole address; empty while the site has none."""
        return self._base and self._base + path

    def _picture(self, category: str) -> str:
        """Returns the whole address of a shared link's picture; empty while the site has none."""
        previews = self._assets.previews
        path = previews.get(category) or previews.get("")
        return self._base + path if self._base and path else ""

    def _menu(self) -> tuple[MenuLink, ...]:
        """Lists links to the office's services and own pages for the footer."""
        twice = {urls.CONTACT, urls.COMPLAINT} if self.language is Language.EN else set()
        named = usual_titles() if self.language is Language.EN else {}
        pages = [
            MenuLink(
                title=named.get(page.title, page.title),
                path=urls.page_path(page.id),
                is_foreign=page.title not in named,
            )
            for page in self._knowledge.pages
            if page.id != HOME_PAGE and urls.page_path(page.id) not in twice
        ]
        services = [
            MenuLink(title=service.name, path=urls.service_path(service.id), is_foreign=True)
            for service in self._knowledge.services
        ]
        return (*services, *pages)


def usual_titles() -> dict[str, str]:
    """Returns English titles of the office's own pages by the usual Indonesian ones."""
    return {
        said[Language.ID]: said[Language.EN]
        for name, said in messages_of("site").items()
        if name.startswith(USUAL_PAGE)
    }
