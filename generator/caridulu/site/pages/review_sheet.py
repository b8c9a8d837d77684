"""Drafts -> one HTML file that opens without a server, scripts or other files."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from caridulu.curation.drafts.faq.reading_order import ReadingOrder
from caridulu.curation.lifecycle.transitions import Obstacles
from caridulu.knowledge import Entry, Office, Status
from caridulu.knowledge.markdown import first_sentence, scheme_of
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

    filled = environment(_SHEETS, t=say).get_template(template)
    return filled.render(title=title, language=language, **values) + "\n"


def review_sheet(
    entries: Iterable[tuple[Entry, Obstacles]],
    *,
    office: Office,
    categories: Iterable[Category],
    order: ReadingOrder,
    language: Language,
) -> str:
    """Writes the page: each draft as it would read, and what stands in the way of publishing it.

    ``order``: what of them is to be compared with others, what was changed, what is folded.
    """
    names = {category.id: category.name for category in categories}
    places = {shelf: number for number, shelf in enumerate(names)}
    listed = sorted(entries, key=lambda one: (places.get(one[0].category, len(places)), one[0].id))
    folded = [one for one in listed if one[0].id in order.unread]
    shelves = groupby(
        (one for one in listed if one[0].id not in order.unread), key=lambda one: one[0].category
    )
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
        twice=order.overlaps,
        compared=[entry for entry, _ in listed if entry.id in order.overlaps],
        reasons={entry.id: order.reasons(entry, language) for entry, _ in listed},
        copies=folded,
        first_sentence=first_sentence,
        html=_html,
    )


def _html(answer: str) -> Markup:
    """Renders an answer; links inside the site are words here, for there is no site."""
    return Markup(render(answer, resolve=_outside).html)


def _outside(target: str) -> str | None:
    return target if scheme_of(target).lower() in OUTSIDE else None
