"""Knowledge base -> everything a site consists of, as values: finished pages and other files."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from generator.knowledge.model import KnowledgeBase
from generator.search.client import client_script
from generator.search.published import publish
from generator.site.addresses import Addresses, entry_path
from generator.site.assets import SearchFiles, asset_files
from generator.site.pages import render_pages
from generator.site.shell import RenderedPage, Shell


@dataclass(frozen=True)
class Site:
    """Finished pages, and all other files by site path."""

    pages: tuple[RenderedPage, ...]
    files: Mapping[str, str]


def search_files(knowledge: KnowledgeBase) -> SearchFiles:
    """The search part of the site, as ``generator.search`` publishes it."""
    published = publish(knowledge)
    return SearchFiles(folder=published.folder, files=published.files, client=client_script())


def assemble(
    knowledge: KnowledgeBase,
    *,
    today: dt.date,
    search: SearchFiles,
    strict_csp: bool = True,
    index_files: bool = False,
) -> Site:
    """The whole site; ``SiteError`` when the content names what does not exist.

    Args:
        knowledge: what the office knows.
        today: decides which entries are past their review date, and from when holidays count.
        search: published index and client.
        strict_csp: off only for the live preview, whose reload script is inline.
        index_files: link to ``index.html`` by name, for a site opened from a folder.
    """
    addresses = Addresses.of(knowledge, index_files=index_files)
    assets = asset_files(knowledge, search=search, site=addresses, today=today)
    shell = Shell(knowledge, site=addresses, assets=assets.paths, strict_csp=strict_csp)
    pages = render_pages(knowledge, shell=shell, site=addresses, today=today)
    files = {
        **assets.files,
        **{f"{search.folder}/{name}": text for name, text in search.files.items()},
        **_redirects(knowledge, shell),
        **_for_robots(knowledge, pages),
    }
    return Site(pages=pages, files=dict(sorted(files.items())))


def output_path(path: str) -> str:
    """The file that holds the page at a site path."""
    return path + "index.html" if not path or path.endswith("/") else path


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
    """``robots.txt``, and a sitemap once the site's address is known."""
    site_url = knowledge.office.site_url
    if site_url is None:
        return {"robots.txt": "User-agent: *\nAllow: /\n"}
    base = site_url.rstrip("/") + "/"
    return {
        "robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n",
        "sitemap.xml": _sitemap(base, pages),
    }


def _sitemap(base: str, pages: Iterable[RenderedPage]) -> str:
    rows = "".join(_sitemap_row(base, page) for page in pages if page.listed)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{namespace}">\n'
    return f"{head}{rows}</urlset>\n"


def _sitemap_row(base: str, page: RenderedPage) -> str:
    date = f"<lastmod>{page.lastmod}</lastmod>" if page.lastmod else ""
    return f"<url><loc>{escape(base + page.path)}</loc>{date}</url>\n"
