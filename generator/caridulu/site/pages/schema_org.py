"""Pages as schema.org describes them: JSON-LD, a data block that no browser runs.

An entry says it in its own HTML, as RDFa, so that no answer travels twice.
"""

import json
from collections.abc import Callable, Sequence

from markupsafe import Markup

from caridulu.knowledge.model import Office, ServiceStandard
from caridulu.messages import Language

Url = Callable[[str], str]


def _script(kind: str, **data: object) -> Markup:
    """Writes the script element that says what a page is; nothing in it can end it."""
    graph = {"@context": "https://schema.org", "@type": kind, **data}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(f'<script type="application/ld+json">{safe}</script>\n')


def _office(office: Office) -> dict[str, str]:
    data = {"@type": "GovernmentOrganization", "name": office.name}
    return data | ({"url": office.website} if office.website else {})


def site_data(office: Office, *, name: str, search: str, language: Language) -> Markup:
    """Describes the site with its search; the office publishes it once it has approved it."""
    publisher = {} if office.approval.is_trial else {"publisher": _office(office)}
    search_action = {
        "@type": "SearchAction",
        "target": f"{search}?q={{q}}",
        "query-input": "required name=q",
    }
    return _script(
        "WebSite",
        name=name,
        inLanguage=language.value,
        **publisher,
        potentialAction=search_action,
    )


def service_data(service: ServiceStandard, office: Office) -> Markup:
    return _script(
        "GovernmentService",
        name=service.name,
        description=service.summary,
        areaServed=office.region,
        provider=_office(office),
    )


def crumbs_data(steps: Sequence[tuple[str, str]], url: Url) -> Markup:
    """Describes the way to a page: titles and site paths from the home page on."""
    items = [
        {"@type": "ListItem", "position": position, "name": title, "item": url(path)}
        for position, (title, path) in enumerate(steps, start=1)
    ]
    return _script("BreadcrumbList", itemListElement=items)
