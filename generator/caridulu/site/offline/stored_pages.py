"""Offline reading: the files that a visitor's device stores, and the service worker."""

import json
from collections.abc import Iterable, Mapping

from caridulu.messages import message
from caridulu.site.client.asset_files import browser_sources
from caridulu.site.client.bundles import worker_script
from caridulu.site.html.layout import Head, RenderedPage, Shell
from caridulu.site.urls import APP, ASSETS, KEEP, STORED, UNSTORED, WORKER, content_hash

_MEGABYTE = 1_000_000


def keep_page(shell: Shell, stored: Iterable[str | bytes]) -> RenderedPage:
    """Renders the page where a visitor stores the site, of which ``stored`` is all."""
    size = sum(map(len, stored)) / _MEGABYTE  # nearly all letters are one byte
    return shell.page(
        "keep.html",
        Head(
            path=KEEP,
            title=message("site.keep_title"),
            description=message("site.keep_description"),
            marks={"page": "keep"},
        ),
        size=max(size, 0.1),
    )


def unstored_page(shell: Shell) -> RenderedPage:
    """Renders the page that the worker shows, without a network, for one that is not stored.

    It may stand at any address: the worker turns ``../``, with which all its links begin, into the
    site's root.
    """
    return shell.page(
        "unstored.html",
        Head(
            path=UNSTORED,
            title=message("site.unstored_title"),
            description=message("site.unstored_text"),
            listed=False,
        ),
    )


def stored_texts(
    pages: Iterable[RenderedPage], files: Mapping[str, str], *, index: Iterable[str]
) -> dict[str, str]:
    """Collects what is stored, by site path: all pages, and the files that they need.

    Among ``files`` only those that lead from an old address to a page are named ``index.html``;
    ``index`` names those of the search index.
    """
    index = set(index)
    needed = {
        path.removesuffix("index.html"): text
        for path, text in files.items()
        if path in index or path.startswith(ASSETS) or path == APP or path.endswith("/index.html")
    }
    return {**{page.path: page.html for page in pages}, **needed}


def store_files(stored: Mapping[str, str | bytes]) -> dict[str, str]:
    """Writes the list of what is stored, and the worker, which changes when any of it does.

    A worker that differs is another version, with a store of its own: one that fails to fill its
    store removes it, and must not hit the one in use.
    """
    hashes = {path: content_hash(content) for path, content in sorted(stored.items())}
    listing = json.dumps(hashes, separators=(",", ":")) + "\n"
    source = browser_sources()["offline/service_worker"]
    script = worker_script(source, LIST=STORED, UNSTORED=UNSTORED)
    version = content_hash(listing, script)  # not of its comments, which nobody receives
    return {STORED: listing, WORKER: worker_script(script, VERSION=version)}
