"""Drafts -> one HTML file that opens without a server, scripts or other files."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from caridulu.curation.lifecycle.transitions import Obstacles
from caridulu.knowledge import Entry, Office, Problem, Status
from caridulu.knowledge.markdown import scheme_of
from caridulu.knowledge.model import Category
from caridulu.knowledge.site_names import OUTSIDE
from caridulu.messages import Language, message
from caridulu.site.html.identity import trial_sentence
from caridulu.site.html.markdown_html import render
from caridulu.site.html.templates import environment

_SHEETS = Path(__file__).parent / "sheets"


def sheet(template: str, title: str, language: Language, **values: object) -> str:
    """Fills one of the templates of such files; ``t`` in it is a sentence of curation."""

    def say(name: str, **given: object) -> str:
        return message(f"curation.{name}", language, **given)

    filled = environment(_SHEETS, say).get_template(template)
    return filled.render(title=title, language=language, **values) + "\n"


def review_sheet(
    entries: Iterable[tuple[Entry, Obstacles]],
    *,
    office: Office,
    categories: Iterable[Category],
    twice: Mapping[str, Iterable[Problem]],
    language: Language,
) -> str:
    """Writes the page: each draft as it would read, and what stands in the way of publishing it.

    ``twice``: what to compare with other entries, by the entry's id.
    """
    names = {category.id: category.name for category in categories}
    order = {shelf: number for number, shelf in enumerate(names)}
    listed = sorted(entries, key=lambda one: (order.get(one[0].category, len(order)), one[0].id))
    shelves = groupby(listed, key=lambda one: one[0].category)
    waiting = [one for one in listed if one[0].status is Status.REVIEW]
    return sheet(
        "review.html",
        message("curation.preview_title", language),
        language,
        trial=trial_sentence(office, language),
        waiting=len(waiting),
        drafts=sum(entry.status is Status.DRAFT for entry, _ in listed),
        held=[entry for entry, blocked in waiting if blocked.problems or blocked.asked],
        shelves=[(names.get(shelf, shelf), list(group)) for shelf, group in shelves],
        twice=twice,
        compared=[entry for entry, _ in listed if entry.id in twice],
        html=_html,
    )


def _html(answer: str) -> Markup:
    """The HTML of an answer; links inside the site are words here, for there is no site."""
    return Markup(render(answer, resolve=_outside).html)


def _outside(target: str) -> str | None:
    return target if scheme_of(target).lower() in OUTSIDE else None
