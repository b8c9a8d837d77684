"""Reading without a network: what the visitor's device stores, and the worker that stores it."""

import json
from collections.abc import Iterable, Mapping

from generator.messages import message
from generator.site.addresses import APP, ASSETS, KEEP
from generator.site.assets import browser_sources, content_hash
from generator.site.bundles import worker_script
from generator.site.shell import Head, RenderedPage, Shell

WORKER = "sw.js"
LIST = "simpanan.json"
_MEGABYTE = 1_000_000


def keep_page(shell: Shell, stored: Iterable[str]) -> RenderedPage:
    """The page where a visitor stores the site; ``stored`` are the texts that it will store."""
    size = sum(map(len, stored)) / _MEGABYTE  # nearly all letters are one byte
    return shell.page(
        "keep.html",
        Head(
            path=KEEP,
            title=message("site.keep_title"),
            description=message("site.keep_description"),
            marks={"page": "keep"},
        ),
        size=f"{max(size, 0.1):.1f}".replace(".", ","),
    )


def stored_texts(
    pages: Iterable[RenderedPage], files: Mapping[str, str], *, index: str
) -> dict[str, str]:
    """What is stored, by site path: all pages, and the files that they need."""
    needed = {
        path: text
        for path, text in files.items()
        if path.startswith((ASSETS, f"{index}/")) or path == APP
    }
    return {**{page.path: page.html for page in pages}, **needed}


def keeping_files(stored: Mapping[str, str]) -> dict[str, str]:
    """The list of what is stored, and the worker, which changes when any of it does."""
    hashes = {path: content_hash(text) for path, text in sorted(stored.items())}
    listing = json.dumps(hashes, separators=(",", ":")) + "\n"
    source = browser_sources()["worker"]
    return {LIST: listing, WORKER: worker_script(source, version=content_hash(listing))}
