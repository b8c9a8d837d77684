"""Pages as schema.org describes them: JSON-LD, a data block that no browser runs.

An entry says it in its own HTML, as RDFa, so that no answer travels twice.
"""

import json
from collections.abc import Callable, Sequence

from markupsafe import Markup

from caridulu.knowledge.model import Office, ServiceStandard
from caridulu.messages import Language

Url = Callable[[str], str]
Data = dict[str, object]


def json_ld(data: Data) -> Markup:
    """Writes the script element that holds ``data``; nothing in it can end it."""
    graph = {"@context": "https://schema.org", **data}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(f'<script type="application/ld+json">{safe}</script>\n')


def office_data(office: Office) -> Data:
    data: Data = {"@type": "GovernmentOrganization", "name": office.name}
    return data | ({"url": office.website} if office.website else {})


def site_data(office: Office, *, name: str, search: str, language: Language) -> Data:
    """Describes the site with its search; the office publishes it once it has approved it."""
    publisher = {} if office.approval.is_trial else {"publisher": office_data(office)}
    return {
        "@type": "WebSite",
        "name": name,
        "inLanguage": language.value,
        **publisher,
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{search}?q={{q}}",
            "query-input": "required name=q",
        },
    }


def service_data(service: ServiceStandard, office: Office) -> Data:
    return {
        "@type": "GovernmentService",
        "name": service.name,
        "description": service.summary,
        "areaServed": office.region,
        "provider": office_data(office),
    }


def crumbs_data(steps: Sequence[tuple[str, str]], url: Url) -> Data:
    """Describes the way to a page: titles and site paths from the home page on."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": url(path)}
            for position, (title, path) in enumerate(steps, start=1)
        ],
    }
