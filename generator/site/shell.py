"""The frame around every page: templates, icons, and the values that each page needs.

The Jinja environment is ours and escapes by itself; icons come from Material's package, and a site
without it is the same site without icons.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from re import sub

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.knowledge.model import KnowledgeBase
from generator.messages import Language, message
from generator.site import addresses as places
from generator.site.addresses import Addresses
from generator.site.dates import long_date
from generator.site.markdown import link_addresses

THEME = Path(__file__).parent / "theme"
CSP = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "img-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'"
)


@dataclass(frozen=True)
class Assets:
    """Site paths of the files that every page names."""

    style: str
    script: str
    icon: str


@dataclass(frozen=True)
class RenderedPage:
    """One finished HTML document; ``listed`` pages are for search engines."""

    path: str
    title: str
    description: str
    html: str
    lastmod: dt.date | None = None
    listed: bool = True


class Shell:
    """Renders templates into finished pages of one site."""

    def __init__(
        self, knowledge: KnowledgeBase, *, site: Addresses, assets: Assets, strict_csp: bool = True
    ) -> None:
        self._knowledge = knowledge
        self._site = site
        self._environment = _environment()
        self._environment.globals |= {
            "office": knowledge.office,
            "assets": assets,
            "csp": CSP if strict_csp else None,
            "places": places,
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
        **values: object,
    ) -> RenderedPage:
        """A finished page."""
        html = self.fragment(
            template,
            path=path,
            title=title,
            description=description,
            canonical=self._canonical(path) if listed else None,
            listed=listed,
            **values,
        )
        return RenderedPage(path, title, description, html, lastmod, listed)

    def fragment(self, template: str, *, path: str, **values: object) -> str:
        """A template's HTML as seen from the page at ``path``."""
        url: Callable[[str], str] = partial(self._site.url, path)
        return self._environment.get_template(template).render(path=path, url=url, **values)

    def redirect(self, *, path: str, target: str, title: str) -> str:
        """A page that leads from an old address to ``target``."""
        canonical = self._canonical(target)
        return self.fragment(
            "redirect.html", path=path, target=target, title=title, canonical=canonical
        )

    def _canonical(self, path: str) -> str | None:
        site_url = self._knowledge.office.site_url
        return None if site_url is None else site_url.rstrip("/") + "/" + path

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


def icon(name: str) -> Markup:
    """An icon for the eye only: the words beside it say the same."""
    return Markup(
        sub(r"<svg [^>]*?(viewBox=)", r'<svg class="icon" aria-hidden="true" \1', icon_source(name))
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([THEME]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["linked"] = lambda text: Markup(link_addresses(text))
    environment.globals |= {"t": _sentence, "icon": icon, "long_date": long_date}
    return environment


def _sentence(key: str, **values: object) -> str:
    return message(f"site.{key}", Language.ID, **values)
