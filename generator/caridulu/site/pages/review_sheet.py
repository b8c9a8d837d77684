"""Drafts -> one HTML file that opens without a server, scripts or other files."""

from collections.abc import Iterable
from html import escape

from caridulu.curation.lifecycle.transitions import Obstacles
from caridulu.knowledge import Entry, Office
from caridulu.knowledge.markdown import scheme_of
from caridulu.knowledge.site_names import OUTSIDE
from caridulu.messages import Language, message
from caridulu.site.html.markdown_html import render
from caridulu.site.html.standalone_page import standalone_page

_STYLE = (
    "article{border-top:3px solid #1a5276;margin:2rem 0;padding-top:.5rem}"
    "li.open{color:#922b21}dt{font-weight:bold}pre{white-space:pre-wrap;background:#f4f6f7;padding:.5rem}"
)


def review_sheet(
    entries: Iterable[tuple[Entry, Obstacles]], *, office: Office, language: Language = Language.ID
) -> str:
    """Writes the page: each draft as it would read, and what stands in the way of publishing it."""
    body = "".join(_article(entry, blocked, language) for entry, blocked in entries)
    if office.approval.is_trial:
        body = f"<p>{escape(message('site.trial', language, office=office.name))}</p>\n{body}"
    title = message("curation.preview_title", language)
    return standalone_page(title, body, style=_STYLE, language=language)


def _article(entry: Entry, blocked: Obstacles, language: Language) -> str:
    problems = (*blocked.problems, *blocked.asked)
    aliases = "".join(f"<li>{escape(alias)}</li>" for alias in entry.aliases)
    mend = "".join(f'<li class="open">{escape(p.text(language))}</li>' for p in problems)
    note = f"<pre>{escape(entry.internal_note)}</pre>" if entry.internal_note else ""
    newer = ""
    if entry.proposal:
        origin = {"month": entry.proposal.month or "?", "channel": entry.proposal.channel}
        heading = message("curation.proposed", language, **origin)
        newer = f"<h3>{escape(heading)}</h3>\n{_answer(entry.proposal.answer)}"
    return (
        f"<article>\n<h2>{escape(entry.question)}</h2>\n"
        f"<p><code>{escape(entry.id)}</code> · {escape(entry.category)} · "
        f"{escape(entry.status)}</p>\n"
        f"<ul>{aliases}</ul>\n{_answer(entry.answer)}{newer}{note}\n<ul>{mend}</ul>\n</article>\n"
    )


def _answer(text: str) -> str:
    """The HTML of an answer; links inside the site are words here, for there is no site."""
    return render(text, resolve=_outside).html


def _outside(target: str) -> str | None:
    return target if scheme_of(target).lower() in OUTSIDE else None
