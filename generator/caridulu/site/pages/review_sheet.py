"""Drafts -> one HTML file that opens without a server, scripts or other files."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from caridulu.curation.lifecycle.transitions import Obstacles
from caridulu.knowledge import Entry, Office, Status
from caridulu.knowledge.markdown import scheme_of
from caridulu.knowledge.model import Category
from caridulu.knowledge.site_names import OUTSIDE
from caridulu.messages import Language, message
from caridulu.site.html.identity import trial_sentence
from caridulu.site.html.markdown_html import render
from caridulu.site.html.standalone_page import standalone_page

_STYLE = (
    "article{border-top:3px solid #1a5276;margin:2rem 0;padding-top:.5rem}"
    "li.open{color:#922b21}dt{font-weight:bold}pre{white-space:pre-wrap;background:#f4f6f7;padding:.5rem}"
    "h3{margin:.2rem 0}table{border-collapse:collapse}"
    "td,th{border:1px solid #aab7b8;padding:.2rem .5rem}"
    ".about{color:#566573;font-size:.9rem}@media print{article{break-inside:avoid}}"
)


def review_sheet(
    entries: Iterable[tuple[Entry, Obstacles]],
    *,
    office: Office,
    categories: Iterable[Category] = (),
    language: Language = Language.ID,
) -> str:
    """Writes the page: each draft as it would read, and what stands in the way of publishing it.

    Args:
        entries: What waits, with its obstacles.
        office: The office.
        categories: In the order of the site; entries follow it.
        language: Of what the page says besides.
    """
    shelves = {category.id: (n, category.name) for n, category in enumerate(categories)}
    last = (len(shelves), "")
    listed = sorted(entries, key=lambda one: (shelves.get(one[0].category, last)[0], one[0].id))
    title = message("curation.preview_title", language)
    parts = [_summary(listed, language)]
    if trial := trial_sentence(office, language):
        parts.insert(0, f"<p>{escape(trial)}</p>\n")
    for shelf, group in groupby(listed, key=lambda one: one[0].category):
        name = shelves.get(shelf, (0, shelf))[1]
        parts.append(f"<h2>{escape(name)}</h2>\n")
        parts += [_article(entry, blocked, language) for entry, blocked in group]
    return standalone_page(title, "".join(parts), style=_STYLE, language=language)


def _summary(listed: list[tuple[Entry, Obstacles]], language: Language) -> str:
    """How many are ready to be published, and links to those that are not."""
    waiting = [(entry, blocked) for entry, blocked in listed if entry.status is Status.REVIEW]
    drafts = sum(entry.status is Status.DRAFT for entry, _ in listed)
    held = [entry for entry, blocked in waiting if blocked.problems or blocked.asked]
    counts = {"ready": len(waiting) - len(held), "count": len(waiting)}
    sentences = [message("curation.sheet_ready", language, **counts)] if waiting else []
    if drafts:
        sentences.append(message("curation.sheet_draft", language, count=drafts))
    summary = "".join(f"<p>{escape(sentence)}</p>\n" for sentence in sentences)
    if held:
        links = "".join(f'<li><a href="#{e.id}">{escape(e.question)}</a></li>\n' for e in held)
        heading = escape(message("curation.sheet_open", language))
        summary += f"<p><strong>{heading}</strong></p>\n<ol>\n{links}</ol>\n"
    return summary


def _article(entry: Entry, blocked: Obstacles, language: Language) -> str:
    problems = (*blocked.problems, *blocked.asked)
    aliases = " · ".join(map(escape, entry.aliases))
    mend = "".join(f'<li class="open">{escape(p.text(language))}</li>' for p in problems)
    note = f"<pre>{escape(entry.internal_note)}</pre>" if entry.internal_note else ""
    newer = ""
    if entry.proposal:
        origin = {"month": entry.proposal.month or "?", "channel": entry.proposal.channel}
        heading = message("curation.proposed", language, **origin)
        newer = f"<h4>{escape(heading)}</h4>\n{_answer(entry.proposal.answer)}"
    return (
        f'<article id="{entry.id}">\n<h3>{escape(entry.question)}</h3>\n'
        f'<p class="about"><code>{escape(entry.id)}</code> · {escape(entry.category)} · '
        f"{escape(entry.status)}</p>\n"
        f"<p>{aliases}</p>\n{_answer(entry.answer)}{newer}{note}\n<ul>{mend}</ul>\n</article>\n"
    )


def _answer(text: str) -> str:
    """The HTML of an answer; links inside the site are words here, for there is no site."""
    return render(text, resolve=_outside).html


def _outside(target: str) -> str | None:
    return target if scheme_of(target).lower() in OUTSIDE else None
