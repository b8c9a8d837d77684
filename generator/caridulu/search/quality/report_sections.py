"""A report on the own knowledge base -> sections of text; a terminal shows ten lines of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from caridulu.messages import Language, message
from caridulu.search.quality.held_out import OwnPhrases
from caridulu.search.quality.own_report import Competition, OwnReport, QuestionOutcomes, Stray

SHOWN = 10  # lines of a section in a terminal


@dataclass(frozen=True)
class ReportLine:
    """A line of a section, with what is told beneath it on the page."""

    text: str
    detail: str = ""


@dataclass(frozen=True)
class ReportPart:
    """A part of the report; ``help`` says what the rows are."""

    title: str
    help: str
    rows: Sequence[ReportLine] = ()


@dataclass(frozen=True)
class _Words:
    """Sentences of the report, and entries by their questions."""

    questions: Mapping[str, str]
    language: Language

    def say(self, name: str, **values: object) -> str:
        return message(f"search.report_{name}", self.language, **values)

    def named(self, item: str) -> str:
        question = self.questions.get(item)
        return f"{question} ({item})" if question else item

    def section(self, name: str, rows: Iterable[ReportLine]) -> ReportPart:
        listed = list(rows)
        return ReportPart(self.say(name), self.say(f"{name}_help" if listed else "none"), listed)


def sections(
    report: OwnReport, questions: Mapping[str, str], language: Language
) -> Iterator[ReportPart]:
    """Yields the parts of the report; ``questions`` are the entries' by id."""
    words = _Words(questions, language)
    yield _held_out(report, words)
    yield words.section("weakest", (_weak(one, words) for one in report.weakest))
    yield words.section("competing", (_competing(one, words) for one in report.competing))
    yield words.section("strays", (_stray(one, words) for one in report.strays))
    yield words.section("gaps", (ReportLine(gap.term, _quoted(gap.forms)) for gap in report.gaps))
    if report.asked:
        yield from _outcome_sections(report.asked, words)


def _held_out(report: OwnReport, words: _Words) -> ReportPart:
    searched = asdict(report.held_out)
    name = "left_out_all" if report.aliases == report.held_out.phrases else "left_out_sample"
    measures = (
        [ReportLine(words.say("left_out_measures", **searched))] if report.held_out.phrases else []
    )
    help_ = words.say(name, aliases=report.aliases, **searched)
    return ReportPart(words.say("left_out"), help_, measures)


def _weak(one: OwnPhrases, words: _Words) -> ReportLine:
    entry = words.named(one.entry)
    told = words.say("weakest_row", entry=entry, lost=len(one.lost), all=one.searched)
    return ReportLine(told, _quoted(one.lost))


def _competing(one: Competition, words: _Words) -> ReportLine:
    both = {"entry": words.named(one.entry), "other": words.named(one.other)}
    told = words.say("competing_row", **both, lost=len(one.lost), near=len(one.near))
    return ReportLine(told, _quoted((*one.lost, *one.near)))


def _stray(one: Stray, words: _Words) -> ReportLine:
    found = one.found or message("search.nothing_found", words.language)
    wanted = words.named(one.wanted)
    return ReportLine(words.say("stray_row", phrase=one.phrase, wanted=wanted, found=found))


def _outcome_sections(asked: QuestionOutcomes, words: _Words) -> Iterator[ReportPart]:
    counts = {str(outcome): count for outcome, count in asked.outcomes}
    help_ = words.say("asked_help", all=sum(counts.values()), **counts)
    yield ReportPart(words.say("asked"), help_)
    yield words.section(
        "missing", (ReportLine(f"{word} ({count})") for word, count in asked.missing)
    )
    yield words.section("unfound", map(ReportLine, asked.unfound))


def _quoted(phrases: Sequence[str]) -> str:
    return ", ".join(f"“{phrase}”" for phrase in phrases)


def report_lines(found: Sequence[ReportPart], language: Language) -> Iterator[str]:
    """Yields the report for a terminal, the first rows of each section."""
    for section in found:
        yield from ("", section.title, section.help)
        yield from (f"  {row.text}" for row in section.rows[:SHOWN])
        if len(section.rows) > SHOWN:
            yield "  " + message("search.report_more", language, count=len(section.rows) - SHOWN)
