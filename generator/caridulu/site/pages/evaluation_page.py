"""The report of ``caridulu evaluate`` as one HTML file that opens without a server."""

from collections.abc import Sequence
from dataclasses import asdict

from caridulu.messages import Language, message
from caridulu.search.quality.evaluation import Evaluation
from caridulu.search.quality.report_sections import ReportPart
from caridulu.site.pages.review_sheet import sheet


def evaluation_page(found: Sequence[ReportPart], measured: Evaluation, language: Language) -> str:
    title = message("search.report_title", language)
    summary = message("search.report_summary", language, **asdict(measured))  # but not the time
    return sheet("evaluation.html", title, language, summary=summary, sections=found)
