"""A knowledge base as finished pages."""

import datetime as dt
from collections import Counter
from html.parser import HTMLParser

from caridulu.knowledge.model import KnowledgeBase
from caridulu.site.build.render_site import SiteRenderer
from tests.site.sample_office import FAKE_SEARCH, KEPT, TODAY


class Outline(HTMLParser):
    """What the tests ask of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.labelled: list[str] = []
        self.inline: list[str] = []
        self.headings: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags[tag] += 1
        if given.get("id"):
            self.ids[str(given["id"])] += 1
        self.links += [str(given[name]) for name in ("href", "src", "action") if given.get(name)]
        self.labelled += [
            str(given[name]) for name in ("aria-labelledby", "for") if given.get(name)
        ]
        runs = tag == "script" and "src" not in given and given.get("type") != "application/ld+json"
        if tag == "style" or "style" in given or runs:
            self.inline.append(tag)
        self.inline += [name for name in given if name.startswith("on")]
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))


def build(knowledge: KnowledgeBase, *, today: dt.date = TODAY) -> dict[str, str]:
    site = SiteRenderer(knowledge, today=today, search=FAKE_SEARCH, cache=KEPT).site()
    return {page.path: page.html for page in site.pages}
