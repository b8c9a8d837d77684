"""The frame around every page: templates, icons, and the values that each page needs.

The Jinja environment is ours and escapes by itself; icons come from Material's package, and a site
without it is the same site without icons.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from re import sub

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.knowledge.model import KnowledgeBase
from generator.messages import Language, message
from generator.site import addresses as places
from generator.site.addresses import Addresses
from generator.site.sentences import say
from generator.site.templates import environment

THEME = Path(__file__).parent / "theme"
CSP = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "img-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'"
)

ICONS = (
    "material/alert-outline",
    "material/bullhorn-outline",
    "material/calendar-check-outline",
    "material/cash-check",
    "material/clipboard-check-outline",
    "material/clock-outline",
    "material/email-outline",
    "material/flag-outline",
    "material/form-select",
    "material/inbox-arrow-down-outline",
    "material/magnify",
    "material/map-marker-outline",
    "material/message-text-outline",
    "material/phone-outline",
    "material/printer-outline",
    "material/store-clock-outline",
    "material/web",
    "simple/whatsapp",
)


@dataclass(frozen=True)
class Assets:
    """Site paths of the files that every page names."""

    style: str
    script: str
    icon: str
    sprite: str | None = None  # all icons; None draws them into the pages


@dataclass(frozen=True)
class RenderedPage:
    """One finished HTML document; ``listed`` pages are for search engines."""

    path: str
    title: str
    description: str
    html: str
    lastmod: dt.date | None = None
    listed: bool = True


_PARTS = {
    name: Markup(f"\0{name}\0")  # a mark that no text contains
    for name in ("title", "description", "canonical", "data", "marks", "content")
}


class Shell:
    """Renders templates into finished pages of one site."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        *,
        site: Addresses,
        assets: Assets,
        strict_csp: bool = True,
        offline: bool = False,
    ) -> None:
        self._knowledge = knowledge
        self._site = site
        self._environment = environment(THEME, say)
        self.basis = f"{assets.sprite} {site.index_files} {self._promises()}"  # of all contents
        self._frames: dict[tuple[object, ...], list[str]] = {}
        self._environment.globals |= {
            "icon": _icon,
            "office": knowledge.office,
            "assets": assets,
            "csp": CSP if strict_csp else None,
            "offline": offline,
            "places": places,
            "extras": _extras(knowledge, offline=offline),
            "menu": self._menu(),
            "language": Language.ID.value,
        }

    def page(
        self,
        template: str,
        *,
        path: str,
        title: str,
        description: str,
        lastmod: dt.date | None = None,
        listed: bool = True,
        wide: bool = False,
        marks: Mapping[str, str] | None = None,
        data: str = "",
        **values: object,
    ) -> RenderedPage:
        """A finished page from a template of its content; the other values are for the template."""
        content = self.fragment(template, path=path, title=title, description=description, **values)
        return self.framed(
            content,
            path=path,
            title=title,
            description=description,
            lastmod=lastmod,
            listed=listed,
            wide=wide,
            marks=marks,
            data=data,
        )

    def framed(
        self,
        content: str,
        *,
        path: str,
        title: str,
        description: str,
        lastmod: dt.date | None = None,
        listed: bool = True,
        wide: bool = False,
        marks: Mapping[str, str] | None = None,
        data: str = "",
    ) -> RenderedPage:
        """A finished page: what differs from page to page, in the frame that they share.

        Args:
            content: HTML.
            path: site path.
            title: as in its heading.
            description: for search engines.
            lastmod: when the content last changed.
            listed: whether search engines may list it.
            wide: whether the content brings its own search box and runs from edge to edge.
            marks: what the browser must know of this page, as ``data-`` attributes of the body.
            data: JSON-LD.
        """
        attributes = "".join(f' data-{k}="{escape(v)}"' for k, v in (marks or {}).items())
        parts = {
            "title": str(escape(self._head_title(path, title))),
            "description": str(escape(description)),
            "canonical": str(escape(self._canonical(path) or "")),
            "data": data,
            "marks": attributes,
            "content": content.strip(),
        }
        frame = self._frame(path, listed=listed, wide=wide)
        html = "".join(parts.get(piece, piece) if n % 2 else piece for n, piece in enumerate(frame))
        return RenderedPage(path, title, description, html, lastmod, listed)

    def _frame(self, path: str, *, listed: bool, wide: bool) -> list[str]:
        """The document around the content, cut at its marks; one for all pages of a depth."""
        key = (path.count("/"), path == places.NOT_FOUND, listed, wide)
        if key not in self._frames:
            canonical = listed and self._canonical(path) is not None
            html = self.fragment(
                "shell.html",
                path=path,
                part=_PARTS,
                listed=listed,
                wide=wide,
                canonical=canonical,
            )
            self._frames[key] = html.split("\0")
        return self._frames[key]

    def _head_title(self, path: str, title: str) -> str:
        office = self._knowledge.office.short_name
        if path == places.HOME:
            return message("site.site_title", office=office)
        return message("site.page_title", title=title, office=office)

    def fragment(self, template: str, *, path: str, **values: object) -> str:
        """A template's HTML as seen from the page at ``path``."""
        return self._environment.get_template(template).render(
            path=path, url=self.url_from(path), **values
        )

    def url_from(self, path: str) -> Callable[[str], str]:
        """Addresses as written on the page at ``path``."""
        return partial(self._site.url, path)

    def redirect(self, *, path: str, target: str, title: str) -> str:
        """A page that leads from an old address to ``target``."""
        canonical = self._canonical(target)
        return self.fragment(
            "redirect.html", path=path, target=target, title=title, canonical=canonical
        )

    def _canonical(self, path: str) -> str | None:
        site_url = self._knowledge.office.site_url
        return None if site_url is None else site_url.rstrip("/") + "/" + path

    def _promises(self) -> str:
        return " ".join(f"{s.id} {s.reply_limit} {s.limits}" for s in self._knowledge.services)

    def _menu(self) -> tuple[tuple[str, str], ...]:
        """Title and site path of the office's own pages, as the footer lists them."""
        pages = [
            (page.title, places.page_path(page.id))
            for page in self._knowledge.pages
            if page.id != places.HOME_PAGE
        ]
        services = [
            (service.name, places.service_path(service.id)) for service in self._knowledge.services
        ]
        return (*services, *pages)


def _extras(knowledge: KnowledgeBase, *, offline: bool) -> frozenset[str]:
    """Files for programs that pages point to."""
    if offline:
        return frozenset()
    search = {places.SEARCH_DESCRIPTION} if knowledge.office.site_url else set()
    return frozenset({places.APP, places.FEED} | search)


@cache
def material_templates() -> Path | None:
    """The folder of Material's templates, found without importing the package."""
    spec = find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "templates"


@cache
def icon_source(name: str) -> str:
    """Material's SVG of an icon such as ``material/magnify``; empty without Material."""
    folder = material_templates()
    path = folder / ".icons" / f"{name}.svg" if folder else None
    return path.read_text("utf-8") if path and path.is_file() else ""


def sprite() -> str:
    """All icons of the site in one file, each a symbol."""
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(map(_symbol, ICONS))}</svg>\n'


def icon_id(name: str) -> str:
    """The name of an icon inside the sprite."""
    return name.rpartition("/")[2]


def _symbol(name: str) -> str:
    inner = sub(r"<svg [^>]*?(viewBox=\"[^\"]*\")[^>]*>", r"\1>", icon_source(name))
    return f'<symbol id="{icon_id(name)}" {inner.replace("</svg>", "</symbol>")}' if inner else ""


@cache
def icon(name: str) -> Markup:
    """An icon for the eye only: the words beside it say the same."""
    return Markup(
        sub(r"<svg [^>]*?(viewBox=)", r'<svg class="icon" aria-hidden="true" \1', icon_source(name))
    )


@pass_context
def _icon(context: Context, name: str) -> Markup:
    """An icon of a page, from the sprite if there is one."""
    if name not in ICONS:
        raise KeyError(name)
    path = context["assets"].sprite
    if path is None:
        return icon(name)
    return _used_icon(context["url"](path), name)


@cache
def _used_icon(address: str, name: str) -> Markup:
    use = f'<use href="{address}#{icon_id(name)}"/>'
    return Markup(f'<svg class="icon" aria-hidden="true">{use}</svg>')
