"""Offices and the index over them -> the portal's pages and files."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from caridulu.knowledge.site_names import DIRECT_PREFIX, REFERRAL_PREFIX
from caridulu.messages import OF_VISITORS, Language, message, template
from caridulu.portal.holdings import Holdings
from caridulu.portal.listing import PortalFile
from caridulu.portal.office_rows import PortalOffice, office_table, search_config
from caridulu.portal.places import NameContext, PlaceNames
from caridulu.search.publish.client import client_script
from caridulu.search.publish.published_index import MANIFEST
from caridulu.site import urls
from caridulu.site.build.render_site import Site
from caridulu.site.build.servers import server_files
from caridulu.site.client.asset_files import browser_sources
from caridulu.site.client.browser_values import value_module
from caridulu.site.client.bundles import SEARCH_CLIENT, bundle
from caridulu.site.html.icons import icon_style, mark_style
from caridulu.site.html.identity import BRAND
from caridulu.site.html.layout import CSP, THEME, RenderedPage
from caridulu.site.html.style_sheet import part_style, small_style, style_sheet
from caridulu.site.html.templates import environment

OWN = Path(__file__).parent
_SHARED = ("builtins", "spelling")
_SITE_WORDS = (
    "browser_loading", "browser_found", "browser_weak", "browser_missing", "browser_nothing",
    "browser_near", "browser_referral", "browser_greeting", "browser_greeting_tip",
    "browser_announce", "browser_announce_nothing", "browser_retry", "browser_more",
    "browser_share", "browser_shared", "browser_share_copy", "results_label",
)  # fmt: skip
_PORTAL_WORDS = (
    "held_by", "held_adjusted", "held_each", "adjusted_here", "for_place", "prefer",
    "preferred", "preferring", "prefer_no_more", "ask_office", "ask_title", "ask_other",
    "ask_any", "search_failed",
)  # fmt: skip


@dataclass(frozen=True)
class Paths:
    """Site paths of the pages in one language."""

    home: str
    search: str
    offices: str

    def office(self, office: PortalOffice) -> str:
        return f"{self.offices}{office.listed.id}/"


PATHS = {
    Language.ID: Paths(urls.HOME, urls.SEARCH, "kantor/"),
    Language.EN: Paths(urls.ENGLISH, urls.COUNTERPARTS[urls.SEARCH], f"{urls.ENGLISH}office/"),
}


@dataclass(frozen=True)
class _Files:
    """Files that every page names, by site path; the paths of these, a script for each language."""

    texts: Mapping[str, str]
    style: str
    icon: str
    scripts: Mapping[Language, str]


def portal_site(
    portal: PortalFile,
    offices: Sequence[PortalOffice],
    *,
    names: Sequence[PlaceNames],
    context: NameContext,
    index: Mapping[str, str],
    holdings: Holdings,
) -> Site:
    """Renders the whole portal; ``offices`` are in the order of their numbers."""
    table = office_table(offices, names=names, context=context, holdings=holdings)
    # In the manifest, so that the browser fetches both at once.
    manifest = {**json.loads(index[MANIFEST]), "offices": table}
    published = {
        **index,
        MANIFEST: json.dumps(manifest, ensure_ascii=False, separators=(",", ":")),
    }
    made = _files()
    texts = {
        **made.texts,
        **{f"{urls.INDEX}{name}": text for name, text in published.items()},
        **{f"{urls.INDEX_HASHED}{path}": text for path, text in holdings.files.items()},
    }
    pages = tuple(
        page for language in OF_VISITORS for page in _pages(portal, offices, made, language)
    )
    return Site(pages=pages, files={**texts, **server_files()})


def browser_modules() -> list[Path]:
    """Lists the portal's modules for the browser, with those of the search that they use."""
    search = Path(str(files("caridulu.search"))) / "browser"
    return [*sorted((OWN / "browser").glob("*.js")), *(search / f"{name}.js" for name in _SHARED)]


def _pages(
    portal: PortalFile, offices: Sequence[PortalOffice], made: _Files, language: Language
) -> Iterator[RenderedPage]:
    """Yields the pages in one language, each with the way to the same in the other."""
    paths = PATHS[language]
    [other] = (PATHS[each] for each in OF_VISITORS if each is not language)
    groups: dict[str, list[PortalOffice]] = {}
    for office in sorted(offices, key=lambda one: (one.facts.region, one.listed.id)):
        groups.setdefault(office.listed.group or "", []).append(office)
    templates = environment(
        [OWN / "theme", THEME],
        t=_say("site", language),
        p=_say("portal", language),
        portal=portal,
        files=made,
        description=portal.lead or message("portal.description", language, portal=portal.name),
        csp=CSP,
        brand=BRAND,
        paths=paths,
        language=language.value,
        foreign=Markup(' lang="id"' if language is Language.EN else ""),
    )

    def page(template: str, path: str, switch: str, title: str, **values: object) -> RenderedPage:
        html = templates.get_template(template).render(
            path=path,
            switch=switch,
            title=title,
            root=urls.relative(path, urls.HOME),
            url=partial(urls.relative, path),
            **values,
        )
        return RenderedPage(path, title, html)

    title, count = message("portal.search_title", language), len(offices)
    listed = sorted(groups.items())
    yield page("home.html", paths.home, other.home, portal.name, groups=listed, count=count)
    yield page("search.html", paths.search, other.search, title)
    for one in offices:
        yield page("office.html", paths.office(one), other.office(one), one.facts.name, office=one)


def _say(area: str, language: Language) -> Callable[..., str]:
    return lambda name, **values: message(f"{area}.{name}", language, **values)


def _files() -> _Files:
    icon = (THEME / "assets" / "icon.svg").read_text("utf-8")
    own = (OWN / "theme" / "portal.css").read_text("utf-8")
    style = (
        icon_style() + small_style(style_sheet() + own) + part_style("letters") + mark_style(icon)
    )
    scripts = {language: _script(language) for language in OF_VISITORS}
    paths = {language: _hashed("portal", text, "js") for language, text in scripts.items()}
    style_path, icon_path = _hashed("style", style, "css"), _hashed("icon", icon, "svg")
    own_scripts = {paths[language]: text for language, text in scripts.items()}
    texts = {style_path: style, icon_path: icon, **own_scripts}
    return _Files(texts, style_path, icon_path, paths)


def _hashed(name: str, text: str, kind: str) -> str:
    return f"{urls.ASSETS}{name}.{urls.content_hash(text)}.{kind}"


def _script(language: Language) -> str:
    """Writes the one script of all pages in a language."""
    paths = PATHS[language]
    values: dict[str, object] = {
        "portal": {**search_config(), "home": paths.home, "search": paths.search},
        "prefixes": {"direct": DIRECT_PREFIX, "referral": REFERRAL_PREFIX},
    }
    words = {
        **_words("site", _SITE_WORDS, language),
        **_words("portal", _PORTAL_WORDS, language),
    }
    return bundle(
        "portal",
        "portal/main",
        {
            **browser_sources(),
            **{f"portal/{path.stem}": path.read_text("utf-8") for path in browser_modules()},
            SEARCH_CLIENT: client_script(),
            "values/portal": value_module(values),
            "values/search_config": value_module({"strings": words}),
        },
    )


def _words(area: str, names: Sequence[str], language: Language) -> dict[str, str]:
    """Returns the sentences that the browser fills."""
    return {name: template(f"{area}.{name}", language) for name in names}
