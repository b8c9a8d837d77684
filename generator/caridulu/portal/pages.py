"""Offices and the index over them -> the portal's pages and files."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

from caridulu.knowledge.site_names import DIRECT_PREFIX, REFERRAL_PREFIX
from caridulu.messages import message, messages_of
from caridulu.portal.listing import ListedOffice, PortalFile
from caridulu.portal.places import ONE_SLIP, TWO_SLIPS
from caridulu.search.publish.client import client_script
from caridulu.search.publish.office_part import PartOffice
from caridulu.site import urls
from caridulu.site.build.render_site import Site
from caridulu.site.build.servers import server_files
from caridulu.site.client.asset_files import browser_sources, content_hash
from caridulu.site.client.browser_values import value_module
from caridulu.site.client.bundles import SEARCH_CLIENT, portal_script
from caridulu.site.html.icons import icon_style, mark_style
from caridulu.site.html.identity import BRAND
from caridulu.site.html.layout import CSP, THEME, RenderedPage
from caridulu.site.html.style_sheet import part_style, small_style, style_sheet
from caridulu.site.html.templates import environment
from caridulu.site.urls import ASSETS, HOME, INDEX, SEARCH, relative

OWN = Path(__file__).parent
_SHARED = ("builtins", "spelling")
_SITE_WORDS = (
    *("browser_loading", "browser_found", "browser_weak", "browser_missing", "browser_nothing"),
    *("browser_near", "browser_referral", "browser_greeting", "browser_greeting_tip"),
    *("browser_announce", "browser_announce_nothing", "browser_retry"),
)
_PORTAL_WORDS = (
    *("held_by", "held_adjusted", "held_each", "adjusted_here", "for_place", "prefer"),
    *("preferred", "preferring", "prefer_no_more", "ask_office", "ask_title", "ask_other"),
    "search_failed",
)
OFFICES = "kantor/"


@dataclass(frozen=True)
class PortalOffice:
    """An office as it is listed, and as its site says who it is."""

    listed: ListedOffice
    facts: PartOffice

    @property
    def path(self) -> str:
        """The site path of its page."""
        return f"{OFFICES}{self.listed.id}/"


@dataclass(frozen=True)
class _Files:
    """Files that every page names, by site path; the paths of the three."""

    texts: Mapping[str, str]
    style: str
    icon: str
    script: str


def portal_site(
    portal: PortalFile,
    offices: Sequence[PortalOffice],
    *,
    names: Sequence[Sequence[str]],
    misleading: Sequence[str],
    national: int | None,
    index: Mapping[str, str],
) -> Site:
    """Renders the whole portal.

    Args:
        portal: its name and lead.
        offices: in the order of their numbers.
        names: of places, by which a question chooses an office.
        misleading: terms that are not read as a misspelt name.
        national: number of the office whose version is the usual one.
        index: files of the published index.
    """
    table = _table(offices, names, misleading, national)
    made = _files(f"{INDEX}hashed/offices.{content_hash(table)}.json", table)
    page = partial(_page, portal, made)
    groups: dict[str, list[PortalOffice]] = {}
    for office in sorted(offices, key=lambda one: (one.facts.region, one.listed.id)):
        groups.setdefault(office.listed.group or "", []).append(office)
    pages = [
        page("home.html", HOME, portal.name, groups=sorted(groups.items()), count=len(offices)),
        page("search.html", SEARCH, message("portal.search_title"), mark="search"),
        *(page("office.html", one.path, one.facts.name, office=one) for one in offices),
    ]
    texts = {**made.texts, **{f"{INDEX}{name}": text for name, text in index.items()}}
    return Site(pages=tuple(pages), files={**texts, **server_files()})


def browser_modules() -> list[Path]:
    """Lists the portal's modules for the browser, with those of the search that they use."""
    search = Path(str(files("caridulu.search"))) / "browser"
    return [*sorted((OWN / "browser").glob("*.js")), *(search / f"{name}.js" for name in _SHARED)]


def _page(
    portal: PortalFile,
    made: _Files,
    template: str,
    path: str,
    title: str,
    *,
    mark: str = "",
    **values: object,
) -> RenderedPage:
    templates = environment([OWN / "theme", THEME], _say("site"))
    templates.globals |= {"p": _say("portal"), "urls": urls, "portal": portal, "files": made}
    description = portal.lead or message("portal.description", portal=portal.name)
    html = templates.get_template(template).render(
        csp=CSP,
        path=path,
        title=title,
        mark=mark,
        description=description,
        brand=BRAND,
        root=relative(path, HOME),
        url=partial(relative, path),
        **values,
    )
    return RenderedPage(path, title, description, html)


def _say(area: str) -> Callable[..., str]:
    return lambda name, **values: message(f"{area}.{name}", **values)


def _table(
    offices: Sequence[PortalOffice],
    names: Sequence[Sequence[str]],
    misleading: Sequence[str],
    national: int | None,
) -> str:
    """Writes what the browser knows of the offices, in the order of their numbers."""
    rows = [
        {
            "id": one.listed.id,
            "url": one.listed.address,
            "ask": one.facts.ask,
            "name": one.facts.name,
            "short": one.facts.short_name,
            "region": one.facts.region,
            "places": list(places),
        }
        for one, places in zip(offices, names, strict=True)
    ]
    table = {"offices": rows, "national": national, "misleading": " ".join(misleading)}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def _files(table_path: str, table: str) -> _Files:
    icon = (THEME / "assets" / "icon.svg").read_text("utf-8")
    own = (OWN / "theme" / "portal.css").read_text("utf-8")
    style = (
        icon_style() + small_style(style_sheet() + own) + part_style("letters") + mark_style(icon)
    )
    values: dict[str, object] = {
        "config": {
            "index": INDEX,
            "offices": table_path,
            "slips": {"one": ONE_SLIP, "two": TWO_SLIPS},
        },
        "prefixes": {"direct": DIRECT_PREFIX, "referral": REFERRAL_PREFIX},
        "strings": {
            **{name: messages_of("site")[name][0] for name in _SITE_WORDS},
            **{name: messages_of("portal")[name][0] for name in _PORTAL_WORDS},
        },
    }
    modules = {f"portal/{path.stem}": path.read_text("utf-8") for path in browser_modules()}
    script = portal_script(
        {
            **browser_sources(),
            **modules,
            SEARCH_CLIENT: client_script(),
            "values/portal": value_module(values),
        }
    )
    paths = [
        f"{ASSETS}{name}.{content_hash(text)}.{kind}"
        for name, text, kind in (
            ("style", style, "css"),
            ("icon", icon, "svg"),
            ("portal", script, "js"),
        )
    ]
    texts = dict(zip(paths, (style, icon, script), strict=True))
    return _Files({**texts, table_path: table}, *paths)
