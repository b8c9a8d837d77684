"""Sizes of a visitor's first page, printed after a build."""

import gzip
import re
from pathlib import Path

from caridulu.messages import Language, message
from caridulu.site.urls import ASSETS, MANIFEST


def weights(site: Path, language: Language) -> str:
    """Says how many kB the heaviest entry page has compressed, alone and with search ready.

    Empty for a site without entries.
    """
    entries = sorted(site.glob("kb/*/index.html"))
    if not entries:
        return ""
    heaviest = max(entries, key=lambda path: path.stat().st_size)
    text = heaviest.read_text("utf-8")
    scripts = re.findall(rf'src="[./]*({ASSETS}[^"]+/)main\.js"', text)
    page = [heaviest, *site.glob(f"{ASSETS}style.*.css")]
    ready = [
        *page,
        *site.glob(f"{ASSETS}icon.*.svg"),
        *(site / folder / f"{name}.js" for folder in scripts for name in ("main", "search")),
        *site.glob(f"{MANIFEST}*"),
    ]
    pages = sum(1 for _ in site.rglob("*.html"))
    values = {"page": _compressed(page), "ready": _compressed(ready), "pages": pages}
    return message("site.weights", language, **values)


def _compressed(paths: list[Path]) -> float:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths) / 1000
