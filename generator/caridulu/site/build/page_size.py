"""Sizes of a visitor's first page, printed after a build."""

import gzip
import re
from dataclasses import dataclass
from pathlib import Path

from caridulu.messages import Language, message
from caridulu.site.urls import ASSETS, MANIFEST


@dataclass(frozen=True)
class Weights:
    """Compressed kB: the heaviest entry page until it can be read, and with search ready."""

    page: float  # its HTML and CSS
    ready: float  # and icon, scripts and the index's manifest
    pages: int  # pages in the site

    def text(self, language: Language) -> str:
        values = {"page": self.page, "ready": self.ready, "pages": self.pages}
        return message("site.weights", language, **values)


def weights(site: Path) -> Weights | None:
    """Weighs a built site; None for a site without entries."""
    entries = sorted(site.glob("kb/*/index.html"))
    if not entries:
        return None
    heaviest = max(entries, key=lambda path: path.stat().st_size)
    text = heaviest.read_text("utf-8")
    scripts = re.findall(rf'src="[./]*({ASSETS}[^"]+/)main\.js"', text)
    first = _compressed(heaviest) + sum(map(_compressed, site.glob(f"{ASSETS}style.*.css")))
    rest = [
        *site.glob(f"{ASSETS}icon.*.svg"),
        *(site / folder / f"{name}.js" for folder in scripts for name in ("main", "search")),
        *site.glob(f"{MANIFEST}*"),
    ]
    return Weights(
        page=first / 1000,
        ready=(first + sum(map(_compressed, rest))) / 1000,
        pages=sum(1 for _ in site.rglob("*.html")),
    )


def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))
