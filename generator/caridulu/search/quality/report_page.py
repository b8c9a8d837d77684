"""A report on the own knowledge base -> sections of text; ten lines each, or all on one page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape

from caridulu.messages import Language, message
from caridulu.search.quality.evaluation import Evaluation
from caridulu.search.quality.own_report import Competition, OwnReport

SHOWN = 10  # lines of a section in a terminal

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem;"
    "overflow-wrap:anywhere}section{border-top:3px solid #1a5276;margin:2rem 0}"
    "li{margin:.5rem 0}small{display:block;color:#555}"
)


@dataclass(frozen=True)
class Row:
    """A line of a section, with what is told beneath it on the page."""

    text: str
    detail: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the report; ``help`` says what the rows are."""

    title: str
    help: str
    rows: Sequence[Row] = ()


def sections(
    report: OwnReport, questions: Mapping[str, str], language: Language
) -> Iterator[Section]:
    """Yields the parts of the report; ``questions`` are the entries' by id."""

    def say(name: str, **values: object) -> str:
        return message(f"search.report_{name}", language, **values)

    def named(item: str) -> str:
        return f"{questions[item]} ({item})" if questions.get(item) else item

    def competing(one: Competition) -> Row:
        both = {"entry": named(one.entry), "other": named(one.other)}
        counts = {"lost": len(one.lost), "near": len(one.near)}
        return Row(say("competing_row", **both, **counts), _quoted((*one.lost, *one.near)))

    searched = asdict(report.left_out)
    name = "left_out_all" if report.aliases == report.left_out.phrases else "left_out_sample"
    measures = say("left_out_measures", **searched)
    yield Section(say("left_out"), say(name, aliases=report.aliases, **searched), [Row(measures)])
    yield Section(
        say("weakest"),
        say("weakest_help"),
        [
            Row(
                say("weakest_row", entry=named(e.entry), lost=len(e.lost), all=e.searched),
                _quoted(e.lost),
            )
            for e in report.weakest
        ],
    )
    yield Section(say("competing"), say("competing_help"), list(map(competing, report.competing)))
    nothing = message("search.nothing_found", language)
    strays = [
        Row(say("stray_row", phrase=s.phrase, wanted=named(s.wanted), found=s.found or nothing))
        for s in report.strays
    ]
    yield Section(say("strays"), say("strays_help"), strays)
    yield Section(
        say("gaps"), say("gaps_help"), [Row(gap.term, _quoted(gap.forms)) for gap in report.gaps]
    )
    if report.asked:
        counts = {str(outcome): count for outcome, count in report.asked.outcomes}
        words = [f"{word} ({count})" for word, count in report.asked.missing]
        yield Section(say("asked"), say("asked_help", all=sum(counts.values()), **counts))
        yield Section(say("missing"), say("missing_help"), list(map(Row, words)))
        unfound = list(map(Row, report.asked.unfound))
        yield Section(say("unfound"), say("unfound_help"), unfound)


def _quoted(phrases: Sequence[str]) -> str:
    return ", ".join(f"“{phrase}”" for phrase in phrases)


def report_lines(found: Sequence[Section], language: Language) -> Iterator[str]:
    """Yields the report for a terminal, the first rows of each section."""
    for section in found:
        yield from ("", section.title, section.help)
        yield from (f"  {row.text}" for row in section.rows[:SHOWN])
        if len(section.rows) > SHOWN:
            yield "  " + message("search.report_more", language, count=len(section.rows) - SHOWN)


def report_page(found: Sequence[Section], measured: Evaluation, language: Language) -> str:
    """Writes the whole report as one HTML file without scripts or other files."""
    summary = message("search.report_summary", language, **asdict(measured))  # but not the time
    title = escape(message("search.report_title", language))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src '
        "'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{escape(summary)}</p>\n" + "".join(map(_section, found)) + "</body>\n</html>\n"
    )


def _section(section: Section) -> str:
    rows = "".join(f"<li>{escape(r.text)}{_detail(r)}</li>\n" for r in section.rows)
    listed = f"<ol>\n{rows}</ol>\n" if rows else ""
    help_ = escape(section.help)
    return f"<section>\n<h2>{escape(section.title)}</h2>\n<p>{help_}</p>\n{listed}</section>\n"


def _detail(row: Row) -> str:
    return f"<small>{escape(row.detail)}</small>" if row.detail else ""
