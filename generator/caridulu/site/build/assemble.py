"""Knowledge base -> everything a site consists of, as values: finished pages and other files."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from caridulu.knowledge.model import KnowledgeBase
from caridulu.messages import Language
from caridulu.search.index.search_index import SearchIndex
from caridulu.search.publish.client import client_script
from caridulu.search.publish.published_index import publish_index
from caridulu.site.build.background import Meanwhile
from caridulu.site.build.cache import Cache, digest, source_digest
from caridulu.site.build.servers import server_files
from caridulu.site.client.asset_files import SearchFiles, asset_files, icons_path, picture_files
from caridulu.site.client.bundles import slice_script
from caridulu.site.html.layout import Assets, RenderedPage, Shell
from caridulu.site.offline.stored_pages import keep_page, store_files, stored_texts, unstored_page
from caridulu.site.pages.feeds import app_manifest, feed_files
from caridulu.site.pages.related import related_entries
from caridulu.site.pages.render_pages import make_contents, render_pages
from caridulu.site.urls import APP, NOT_FOUND, ROBOTS, SITEMAP, Addresses, entry_path

_LARGE = 1_000  # entries whose index is worth a process of its own

_ALL_ROBOTS = "User-agent: *\nAllow: /\n"


@dataclass(frozen=True)
class Site:
    """Finished pages, and all other files by site path."""

    pages: tuple[RenderedPage, ...]
    files: Mapping[str, str]
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def contents(self) -> Iterator[tuple[str, str | bytes]]:
        """Path and content of every file that is no page."""
        yield from self.files.items()
        yield from self.pictures.items()


class Searching:
    """The search part of a site, made in the background where there is much of it."""

    def __init__(
        self, knowledge: KnowledgeBase, *, cache: Cache | None = None, offline: bool = False
    ) -> None:
        path = output_path(entry_path("*")) if offline else entry_path("*")
        self._cache = cache or Cache()
        self._key = digest(
            source_digest("caridulu.search") + source_digest("caridulu.site"),
            path,
            knowledge.lexicon.model_dump_json(),
            *(category.id for category in knowledge.categories),
            *(entry.model_dump_json() for entry in knowledge.published),
        )
        is_large = len(knowledge.published) >= _LARGE and not self._cache.knows(self._key)
        self._made = Meanwhile(lambda: _made_search(knowledge, path), large=is_large)

    @property
    def is_apart(self) -> bool:
        """Whether another process is at it."""
        return self._made.is_apart

    def files(self) -> SearchFiles:
        """What ``caridulu.search`` publishes."""
        made = json.loads(self._cache.get(self._key, self._made.text))
        return SearchFiles(client=client_script(), **made)


def search_files(
    knowledge: KnowledgeBase, *, cache: Cache | None = None, offline: bool = False
) -> SearchFiles:
    """The search part of the site, at once."""
    return Searching(knowledge, cache=cache, offline=offline).files()


def _made_search(knowledge: KnowledgeBase, path: str) -> str:
    index = SearchIndex.of_knowledge(knowledge)
    published = publish_index(index, address=path)
    return json.dumps(
        {
            "folder": published.folder,
            "files": dict(published.files),
            "related": related_entries(index),
        }
    )


def prepare_contents(
    knowledge: KnowledgeBase, *, today: dt.date, cache: Cache, offline: bool = False
) -> dict[str, str]:
    """Make what entry pages say while the index is not there yet; ``assemble`` finds it made.

    Returns what was not in ``cache``, by the file that will hold it.
    """
    site = Addresses.of(knowledge, index_files=offline)
    assets = Assets(style="", script="", icon="", sprite=icons_path(offline=offline))
    made = make_contents(
        knowledge,
        shell=Shell(knowledge, site=site, assets=assets, offline=offline),
        today=today,
        cache=cache,
    )
    return {output_path(path): content for path, content in made.items()}


def assemble(
    knowledge: KnowledgeBase,
    *,
    today: dt.date,
    search: SearchFiles,
    cache: Cache | None = None,
    strict_csp: bool = True,
    offline: bool = False,
) -> Site:
    """The whole site; ``SiteError`` when the content names what does not exist.

    Args:
        knowledge: what the office knows.
        today: decides which entries are past their review date, and from when holidays count.
        search: published index and client.
        cache: what earlier builds made.
        strict_csp: off only for the live preview, whose reload script is inline.
        offline: for a site opened from a folder, without a server.
    """
    site = Addresses.of(knowledge, index_files=offline)
    assets = asset_files(knowledge, search=search, site=site, today=today, offline=offline)
    made = partial(Shell, knowledge, strict_csp=strict_csp, offline=offline)
    shell = made(site=site, assets=assets.paths)
    pages = render_pages(
        knowledge,
        shell=shell,
        english=made(site=replace(site, language=Language.EN), assets=assets.english),
        today=today,
        related=search.related,
        cache=cache or Cache(),
    )
    if offline:  # nobody gets lost in a folder: it has no server to say so
        pages = tuple(page for page in pages if page.path != NOT_FOUND)
    files = {**assets.files, **_index_files(search, offline=offline)}
    files |= _redirects(knowledge, shell)
    pictures = {} if offline else picture_files()
    if not offline:
        files |= feed_files(knowledge) | server_files()
        files[APP] = app_manifest(knowledge, icon=assets.paths.icon, pictures=pictures)
        pages = (*pages, unstored_page(shell))
        stored = stored_texts(pages, files, index=search.folder)
        page = keep_page(shell, stored.values())
        pages = tuple(sorted((*pages, page), key=lambda each: each.path))
        files |= store_files({**stored, page.path: page.html})
        files |= _for_robots(knowledge, pages)
    return Site(pages=pages, files=dict(sorted(files.items())), pictures=pictures)


def output_path(path: str) -> str:
    """The file that holds the page at a site path."""
    return path + "index.html" if not path or path.endswith("/") else path


def _index_files(search: SearchFiles, *, offline: bool) -> dict[str, str]:
    if not offline:
        return {f"{search.folder}/{name}": text for name, text in search.files.items()}
    return {
        f"{search.folder}/{name}.js": slice_script(name, text)
        for name, text in search.files.items()
    }


def _redirects(knowledge: KnowledgeBase, shell: Shell) -> dict[str, str]:
    """A page at every replaced entry's address that leads to its successor, without script."""
    questions = {entry.id: entry.question for entry in knowledge.published}
    return {
        output_path(entry_path(old)): shell.redirect(
            path=entry_path(old), target=entry_path(new), title=questions[new]
        )
        for old, new in knowledge.redirects
    }


def _for_robots(knowledge: KnowledgeBase, pages: Iterable[RenderedPage]) -> dict[str, str]:
    """``robots.txt``, and a sitemap once the site's address is known.

    Robots read the former at the root of a host only (RFC 9309, section 2.3).
    """
    site_url = knowledge.office.site_url
    if site_url is None:
        return {ROBOTS: _ALL_ROBOTS}
    base = site_url.rstrip("/") + "/"
    sitemap = {SITEMAP: _sitemap(base, pages)}
    if urlsplit(base).path != "/":
        return sitemap
    return {ROBOTS: f"{_ALL_ROBOTS}\nSitemap: {base}{SITEMAP}\n", **sitemap}


def _sitemap(base: str, pages: Iterable[RenderedPage]) -> str:
    rows = "".join(_sitemap_row(base, page) for page in pages if page.listed)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{namespace}">\n'
    return f"{head}{rows}</urlset>\n"


def _sitemap_row(base: str, page: RenderedPage) -> str:
    date = f"<lastmod>{page.lastmod}</lastmod>" if page.lastmod else ""
    return f"<url><loc>{escape(base + page.path)}</loc>{date}</url>\n"
