"""Files that pages load: style sheet, icon, and the browser's bundles.

Every name carries a hash of its content, so a browser may keep it for ever. The bundles live in
one folder named by their common hash, so that they can load each other by plain names.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.knowledge.model import KnowledgeBase
from generator.site.addresses import ASSETS, Addresses
from generator.site.browser_values import value_modules
from generator.site.bundles import bundles
from generator.site.reply_date import reply_calendar
from generator.site.shell import THEME, Assets, sprite

BROWSER = Path(__file__).parent / "browser"
_HASH_BYTES = 6


@dataclass(frozen=True)
class SearchFiles:
    """What the site takes from the search index."""

    folder: str  # of the published index, as a site path
    files: Mapping[str, str]  # of the published index, by name
    client: str  # the browser's search
    related: Mapping[str, Sequence[str]] = field(default_factory=dict)  # entry id -> near ones


@dataclass(frozen=True)
class AssetFiles:
    """The files by site path, and the paths that every page names."""

    files: Mapping[str, str]
    paths: Assets


def asset_files(
    knowledge: KnowledgeBase,
    *,
    search: SearchFiles,
    site: Addresses,
    today: dt.date,
    offline: bool = False,
) -> AssetFiles:
    """All files of the theme and the browser."""
    style = small_style((THEME / "assets" / "style.css").read_text("utf-8"))
    icon = (THEME / "assets" / "icon.svg").read_text("utf-8")
    drawings = None if offline else sprite()  # from a folder, one file cannot draw into another
    sprite_path = f"{ASSETS}icons.{content_hash(drawings)}.svg" if drawings else None
    calendar = reply_calendar(knowledge.office, today=today)
    values = value_modules(
        knowledge, index=search.folder, site=site, calendar=calendar, sprite=sprite_path
    )
    scripts = bundles({**browser_sources(), **values, "client": search.client}, offline=offline)
    folder = f"{ASSETS}{content_hash(*scripts.keys(), *scripts.values())}/"
    paths = Assets(
        style=f"{ASSETS}style.{content_hash(style)}.css",
        script=f"{folder}main.js",
        icon=f"{ASSETS}icon.{content_hash(icon)}.svg",
        sprite=sprite_path,
    )
    files = {folder + name: text for name, text in sorted(scripts.items())}
    files |= {paths.style: style, paths.icon: icon}
    if sprite_path and drawings:
        files[sprite_path] = drawings
    return AssetFiles(files=files, paths=paths)


def browser_sources() -> dict[str, str]:
    """Our browser modules by name."""
    return {path.stem: path.read_text("utf-8") for path in sorted(BROWSER.glob("*.js"))}


def small_style(text: str) -> str:
    """The style sheet without comments and indentation."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    lines = (line.strip() for line in bare.splitlines())
    joined = "".join(line for line in lines if line)
    return re.sub(r"\s*([{};,])\s*", r"\1", joined).replace(";}", "}") + "\n"


def content_hash(*texts: str) -> str:
    """A short name for a content."""
    digest = blake2b(digest_size=_HASH_BYTES)
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()
