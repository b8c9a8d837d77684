"""Knowledge base and search files -> all pages and files of a site."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from caridulu.knowledge.model import KnowledgeBase
from caridulu.knowledge.text_cache import TextCache
from caridulu.messages import Language
from caridulu.search.publish.office_part import part_files
from caridulu.site import urls
from caridulu.site.build.servers import server_files
from caridulu.site.client.asset_files import SearchFiles, asset_files
from caridulu.site.client.bundles import slice_script
from caridulu.site.client.embed_files import embed_files
from caridulu.site.html.layout import RenderedPage, Shell
from caridulu.site.offline import stored_pages
from caridulu.site.pages.feeds import app_manifest, feed_files
from caridulu.site.pages.render_pages import SitePages
from caridulu.site.pictures.attachment_files import attached_files
from caridulu.site.pictures.picture_files import Pictures, pictures_of

_ALL_ROBOTS = "User-agent: *\nAllow: /\n"


@dataclass(frozen=True)
class Site:
    """Finished pages, and all other files by site path."""

    pages: tuple[RenderedPage, ...]
    files: Mapping[str, str]
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def texts(self) -> dict[str, str]:
        """Returns every text by its path in the site's folder."""
        return {urls.output_path(page.path): page.html for page in self.pages} | dict(self.files)

    def contents(self) -> dict[str, bytes]:
        """Returns every file by its path in the site's folder."""
        texts = {path: text.encode() for path, text in self.texts().items()}
        return texts | dict(self.pictures)


class SiteRenderer:
    """Renders one site: as a whole, or one page for who looks at a preview.

    ``today`` decides which entries are past their review date, and from when holidays count;
    ``offline`` is as in ``build_site``.
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        *,
        today: dt.date,
        search: SearchFiles,
        cache: TextCache | None = None,
        offline: bool = False,
    ) -> None:
        cache = cache or TextCache()
        attached = attached_files(knowledge, cache)
        site = urls.Addresses.of(knowledge, index_files=offline, attachments=attached.by_name)
        pictures = None if offline else pictures_of(knowledge, cache)
        assets = asset_files(
            knowledge,
            search=search,
            site=site,
            today=today,
            pictures=pictures,
            emblem=attached.emblem,
            offline=offline,
        )
        shell_for = partial(Shell, knowledge, offline=offline)
        self._shell = shell_for(site=site, assets=assets.paths)
        pages = SitePages(knowledge, shell=self._shell, today=today, related=search.related)
        self._pages = pages.page_makers(
            shell_for(site=replace(site, language=Language.EN), assets=assets.english)
        )
        self._knowledge, self._search, self._offline = knowledge, search, offline
        self._files = {**assets.files, **_redirects(knowledge, self._shell)}
        self._late_files: dict[str, Callable[[], str]] = {}
        self._attached = attached.contents
        self._pictures = {**(pictures.contents if pictures else {}), **attached.contents}
        if pictures is None:  # nobody gets lost in a folder: it has no server to say so
            del self._pages[urls.NOT_FOUND]
        else:
            self._add_for_servers(pictures, icon=assets.paths.icon)

    def _add_for_servers(self, pictures: Pictures, *, icon: str) -> None:
        """Adds what a site in a folder lacks: app, feeds, sitemap, search for other sites."""
        knowledge, home_screen = self._knowledge, pictures.home_screen
        self._pages[urls.UNSTORED] = partial(stored_pages.unstored_page, self._shell)
        self._pages[urls.KEEP] = lambda: stored_pages.keep_page(self._shell, self._stored.values())
        self._files[urls.APP] = app_manifest(knowledge, icon=icon, pictures=home_screen)
        self._files |= server_files() | embed_files(knowledge, search=self._search)
        self._files |= _robots(urls.site_address(knowledge.office))
        self._late_files |= feed_files(knowledge) | self._files_about_pages()

    def site(self) -> Site:
        """Renders the whole site."""
        pages = tuple(self._all_pages.values())
        late = {name: make() for name, make in self._late_files.items()}
        files = dict(sorted({**self._files, **self._files_of_index, **late}.items()))
        return Site(pages, files, dict(sorted(self._pictures.items())))

    def content(self, path: str) -> str | bytes | None:
        """Renders what stands at a site path; None if nothing does."""
        if path in self._pages:
            return self._pages[path]().html
        name = urls.output_path(path)
        if name in self._late_files:
            return self._late_files[name]()
        return self._pictures.get(name) or self._files.get(name) or self._files_of_index.get(name)

    def _files_about_pages(self) -> dict[str, Callable[[], str]]:
        """Makes what needs all pages: the list of stored pages, and the sitemap."""
        base = urls.site_address(self._knowledge.office)
        sitemap = {urls.SITEMAP: lambda: _sitemap(base, self._all_pages.values())}
        return {
            urls.STORED: lambda: self._store_files[urls.STORED],
            urls.WORKER: lambda: self._store_files[urls.WORKER],
            **(sitemap if base else {}),
        }

    @cached_property
    def _kept_pages(self) -> dict[str, RenderedPage]:
        """All pages but the one that says how large they are together."""
        return {path: make() for path, make in self._pages.items() if path != urls.KEEP}

    @cached_property
    def _stored(self) -> dict[str, str | bytes]:
        """What a visitor's device stores, but for the page that says how large this is."""
        pages = self._kept_pages.values()
        files = {**self._files, **self._index_files}
        texts = stored_pages.stored_texts(pages, files, index=self._index_files)
        return {**texts, **self._attached}

    @cached_property
    def _index_files(self) -> dict[str, str]:
        """What a visitor's browser reads of the search index."""
        files = self._search.files
        if not self._offline:
            return {f"{urls.INDEX}{name}": text for name, text in files.items()}
        return {f"{urls.INDEX}{name}.js": slice_script(name, text) for name, text in files.items()}

    @cached_property
    def _files_of_index(self) -> dict[str, str]:
        """What is published of the search index: for visitors, and the part that a portal takes."""
        part = self._search.part
        if self._offline or not part:
            return self._index_files
        made = part_files(part, self._knowledge, contact=urls.CONTACT, ask=f"{urls.SEARCH}#q=")
        return {**self._index_files, **{f"{urls.INDEX}{name}": text for name, text in made.items()}}

    @cached_property
    def _all_pages(self) -> dict[str, RenderedPage]:
        keep = {urls.KEEP: self._pages[urls.KEEP]()} if urls.KEEP in self._pages else {}
        return dict(sorted({**self._kept_pages, **keep}.items()))

    @cached_property
    def _store_files(self) -> dict[str, str]:
        return stored_pages.store_files(
            {**self._stored, urls.KEEP: self._all_pages[urls.KEEP].html}
        )


def _redirects(knowledge: KnowledgeBase, shell: Shell) -> dict[str, str]:
    """Writes pages that lead from a replaced entry's address to its successor, without script."""
    questions = {entry.id: entry.question for entry in knowledge.published}
    return {
        urls.output_path(urls.entry_path(old)): shell.redirect(
            path=urls.entry_path(old), target=urls.entry_path(new), title=questions[new]
        )
        for old, new in knowledge.redirects
    }


def _robots(base: str) -> dict[str, str]:
    """Writes ``robots.txt``, which robots read at a host's root only (RFC 9309, section 2.3)."""
    if not base:
        return {urls.ROBOTS: _ALL_ROBOTS}
    if urlsplit(base).path != "/":
        return {}
    return {urls.ROBOTS: f"{_ALL_ROBOTS}\nSitemap: {base}{urls.SITEMAP}\n"}


def _sitemap(base: str, pages: Iterable[RenderedPage]) -> str:
    rows = ""
    for page in pages:
        if page.listed:
            date = f"<lastmod>{page.lastmod}</lastmod>" if page.lastmod else ""
            rows += f"<url><loc>{escape(base + page.path)}</loc>{date}</url>\n"
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{namespace}">\n'
    return f"{head}{rows}</urlset>\n"
