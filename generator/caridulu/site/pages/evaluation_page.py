"""How a knowledge base is found, as one HTML file."""

from collections.abc import Sequence
from dataclasses import asdict
from html import escape

from caridulu.messages import Language, message
from caridulu.search.quality.evaluation import Evaluation
from caridulu.search.quality.report_sections import Row, Section
from caridulu.site.html.standalone_page import standalone_page

_STYLE = (
    "section{border-top:3px solid #1a5276;margin:2rem 0}"
    "li{margin:.5rem 0}small{display:block;color:#555}"
)


def evaluation_page(found: Sequence[Section], measured: Evaluation, language: Language) -> str:
    """Writes the whole report."""
    summary = message("search.report_summary", language, **asdict(measured))  # but not the time
    body = f"<p>{escape(summary)}</p>\n" + "".join(map(_section, found))
    title = message("search.report_title", language)
    return standalone_page(title, body, style=_STYLE, language=language)


def _section(section: Section) -> str:
    rows = "".join(f"<li>{escape(r.text)}{_detail(r)}</li>\n" for r in section.rows)
    listed = f"<ul>\n{rows}</ul>\n" if rows else ""
    help_ = escape(section.help)
    return f"<section>\n<h2>{escape(section.title)}</h2>\n<p>{help_}</p>\n{listed}</section>\n"


def _detail(row: Row) -> str:
    return f"<small>{escape(row.detail)}</small>" if row.detail else ""
