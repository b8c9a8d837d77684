"""``caridulu duplicates``, ``gaps`` and ``due``."""

import argparse
import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from caridulu.cli.arguments import DONE, PROBLEMS, Commands, positive
from caridulu.cli.console import Console, opened
from caridulu.curation.drafts.entries.duplicates import find_duplicates
from caridulu.curation.exports.consultation import ExportOptions, listed
from caridulu.curation.exports.dated_messages import DatedMessage, dated_messages
from caridulu.curation.exports.mail.mail_files import MAIL
from caridulu.curation.exports.opened_files import RefusedError
from caridulu.curation.exports.sides import officers_among
from caridulu.curation.import_run import export_options
from caridulu.curation.lifecycle.due import all_due, calendar, due_within
from caridulu.curation.lifecycle.same_questions import SameQuestions
from caridulu.curation.lifecycle.unanswered import SearchReport, Sought, search_report
from caridulu.curation.project import Project
from caridulu.messages import message
from caridulu.site.build.build_date import build_date


def add(commands: Commands) -> None:
    commands.add("duplicates", duplicates, "duplicates")
    gap_report = commands.add("gaps", gaps, "gaps chat.zip kotak-masuk.mbox")
    gap_report.option("files", nargs="+", type=Path)
    gap_report.option("--officer", action="append", default=[])
    gap_report.switches("questions", "json")
    due_report = commands.add("due", due, "due", "due --days 60 --ics tinjauan.ics")
    due_report.option("--days", type=positive, default=30)
    due_report.option("--ics", type=Path, metavar="FILE")


def duplicates(options: argparse.Namespace) -> int:
    """Lists entries that are nearly the same."""
    console, project = Console(options.lang), opened(options)
    pairs = find_duplicates(project)
    for pair in pairs:
        shares = {"question": pair.same_question, "answer": pair.same_answer}
        console.tell("duplicate", first=pair.first, second=pair.second, **shares)
    if not pairs:
        console.tell("duplicates_none")
    return DONE


def gaps(options: argparse.Namespace) -> int:
    """Ranks what visitors searched and did not find."""
    console, project = Console(options.lang), opened(options)
    by_file = _messages_by_file(options.files, export_options(project), console)
    ended = DONE if len(by_file) == len(set(options.files)) else PROBLEMS
    officers = (*project.officers, *options.officer)
    report = search_report(
        [message for messages in by_file.values() for message in messages],
        project.index,
        redactor=project.redactor,
        officers=officers,
        with_questions=options.questions,
        same=SameQuestions.of(project.root),
    )
    if options.json:
        print(json.dumps(_report_fields(report), ensure_ascii=False, indent=2))
        return ended
    for path, messages in by_file.items():
        senders = sorted({one.sender for one in messages if one.sender})
        is_chat = len(senders) > 1 and path.suffix.lower() not in MAIL
        if is_chat and not officers_among(senders, officers):
            console.complain("gaps_no_officer", path=path.name, choices=listed(senders))
    if report.messages:
        _tell_gaps(report, project, console, with_questions=options.questions)
    elif by_file:
        console.tell("gaps_none")
    return ended


def _messages_by_file(
    files: Iterable[Path], options: ExportOptions, console: Console
) -> Mapping[Path, Sequence[DatedMessage]]:
    """Reads the messages of exports; a file that cannot be read is named and stops nothing."""
    found = {}
    for path in files:
        try:
            found[path] = list(dated_messages(path, options))
        except RefusedError as refused:
            console.list_problems([refused.problem])
    return found


def _report_fields(report: SearchReport) -> dict[str, object]:
    return {
        "messages": report.messages,
        "by_site": report.by_site,
        "edited": report.edited,
        "months": dict(report.months),
        "sought": [_row(one) for one in report.sought],
    }


def _row(one: Sought) -> dict[str, object]:
    return {
        "count": one.count,
        "not_found": one.not_found,
        "outcome": one.outcome.value,
        "entry": one.entry,
        "months": dict(one.months),
        "phrasings": [{"text": text, "count": count} for text, count in one.phrasings.items()],
    }


def _tell_gaps(
    report: SearchReport, project: Project, console: Console, *, with_questions: bool
) -> None:
    """Prints what was sought, month by month, and what answers it or almost does."""
    head = "gaps_head_questions" if with_questions else "gaps_head"
    console.tell(head, messages=report.messages, site=report.by_site, edited=report.edited)
    if len(report.months) > 1:
        console.tell("gaps_months", months=_months(report.months))
    questions = {item.id: item.question for item in project.index.items}
    for one in report.sought:
        value = " | ".join([*one.phrasings][:3])
        counts = {"count": one.count, "missed": one.not_found}
        console.tell("gap_answered" if one.outcome.is_sure else "gap_open", **counts, value=value)
        if one.entry:
            key = "gap_answer" if one.outcome.is_sure else "gap_almost"
            console.tell_below(key, id=one.entry, question=questions[one.entry])
        if len(one.months) > 1:
            console.tell_below("gap_months", months=_months(one.months))
    if any(not one.outcome.is_sure for one in report.sought):
        console.tell("gaps_next")


def _months(months: Mapping[str, int]) -> str:
    return ", ".join(f"{month} {count}x" for month, count in months.items())


def due(options: argparse.Namespace) -> int:
    """Lists entries and services that must be reviewed, or writes all dates as a calendar."""
    console, project = Console(options.lang), opened(options)
    listed = all_due(project.knowledge)
    if options.ics:
        office = project.knowledge.office.short_name
        options.ics.write_bytes(calendar(listed, office=office, language=options.lang).encode())
        console.tell("calendar_written", path=options.ics)
        return DONE
    today = build_date()
    near = due_within(listed, today + dt.timedelta(days=options.days))
    for one in near:
        text = console.sentence(one.key, question=one.title)
        past = (today - one.day).days
        late = message("curation.due_late", options.lang, days=past) if past > 0 else ""
        console.tell("due_line", day=one.day, id=one.id, text=text, late=late)
    if not near:
        console.tell("due_none")
    return DONE
