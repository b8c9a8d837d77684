"""Files that pages load: style sheet, icons, and the browser's bundles.

Every name carries a hash of its content, so a browser may keep it for ever. The bundles live in
one folder named by their common hash, so that they can load each other by plain names; the same
bundles with English sentences lie in another.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from caridulu.knowledge.model import KnowledgeBase
from caridulu.messages import Language
from caridulu.site.client.browser_values import value_modules
from caridulu.site.client.bundles import SEARCH_CLIENT, bundles
from caridulu.site.handover.reply_calendar import reply_calendar
from caridulu.site.html.icons import icon_style, mark_style
from caridulu.site.html.identity import identity_style
from caridulu.site.html.layout import Assets
from caridulu.site.html.style_sheet import (
    PAGE_PARTS,
    PICTURES,
    part_style,
    small_style,
    style_sheet,
)
from caridulu.site.pictures.mark import mark_svg
from caridulu.site.pictures.picture_files import Pictures
from caridulu.site.urls import ASSETS, Addresses, PublishedFile, content_hash

BROWSER = Path(__file__).parents[1] / "browser"


@dataclass(frozen=True)
class SearchFiles:
    """What the site takes from the search index."""

    files: Mapping[str, str]  # that are published, by path below the index's folder
    client: str  # the browser's search
    part: str = ""  # what a portal takes of the index
    related: Mapping[str, Sequence[str]] = field(default_factory=dict)  # entry id -> near ones


@dataclass(frozen=True)
class AssetFiles:
    """The files by site path, and the paths that every page names."""

    files: Mapping[str, str]
    paths: Assets
    english: Assets  # on the English pages


def asset_files(
    knowledge: KnowledgeBase,
    *,
    search: SearchFiles,
    site: Addresses,
    today: dt.date,
    pictures: Pictures | None,
    emblem: PublishedFile | None,
    offline: bool,
) -> AssetFiles:
    """Makes all texts of the theme and the browser; ``pictures`` and ``emblem`` are only named."""
    icon = mark_svg(knowledge.office)
    own = mark_style(icon) + identity_style(knowledge.office)
    own += part_style(PICTURES) if site.attachments or emblem else ""
    style = icon_style() + small_style(style_sheet()) + own
    page_styles = {part: part_style(part) for part in PAGE_PARTS}
    indonesian, english = _scripts(
        knowledge, client=search.client, site=site, today=today, offline=offline
    )
    paths = Assets(
        style=_style_path("style", style),
        page_styles={part: _style_path(part, text) for part, text in page_styles.items()},
        script=f"{indonesian.folder}main.js",
        icon=f"{ASSETS}icon.{content_hash(icon)}.svg",
        touch_icon=pictures.touch_icon if pictures else None,
        previews=pictures.previews if pictures else {},
        emblem=emblem,
    )
    files = {
        paths.style: style,
        **{paths.page_styles[part]: text for part, text in page_styles.items()},
        paths.icon: icon,
        **indonesian.files(),
        **english.files(),
    }
    in_english = replace(paths, script=f"{english.folder}main.js")
    return AssetFiles(files=files, paths=paths, english=in_english)


@dataclass(frozen=True)
class _Scripts:
    """The bundles of one language by file name, in a folder that is named after them."""

    texts: Mapping[str, str]

    @property
    def name(self) -> str:
        return content_hash(*self.texts, *self.texts.values())

    @property
    def folder(self) -> str:
        return f"{ASSETS}{self.name}/"

    def files(self) -> dict[str, str]:
        return {f"{self.folder}{name}": text for name, text in self.texts.items()}


def _scripts(
    knowledge: KnowledgeBase, *, client: str, site: Addresses, today: dt.date, offline: bool
) -> tuple[_Scripts, _Scripts]:
    """Bundles the scripts of the Indonesian pages, which name the English ones, and these."""
    sources = {**browser_sources(), SEARCH_CLIENT: client}
    calendar = reply_calendar(knowledge.office, today=today)
    values = value_modules(knowledge, site=replace(site, language=Language.EN), calendar=calendar)
    english = _Scripts(bundles({**sources, **values}, english=True, offline=offline))
    values = value_modules(knowledge, site=site, calendar=calendar, english=english.name)
    return _Scripts(bundles({**sources, **values}, offline=offline)), english


def _style_path(name: str, style: str) -> str:
    return f"{ASSETS}{name}.{content_hash(style)}.css"


def browser_sources() -> dict[str, str]:
    """Reads our browser modules, by path without ``.js``."""
    return {
        path.relative_to(BROWSER).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in sorted(BROWSER.rglob("*.js"))
    }
