"""``caridulu duplicates``, ``gaps`` and ``due``."""

import argparse
import datetime as dt
import json
from pathlib import Path

from caridulu.cli.console import Console, opened
from caridulu.cli.parts import DONE, PROBLEMS, Commands, positive
from caridulu.curation.drafts.duplicates import find_duplicates
from caridulu.curation.exports.opened_files import RefusedError
from caridulu.curation.lifecycle.due import all_due, calendar, due_within
from caridulu.curation.lifecycle.unanswered import Sought, search_report, texts_of
from caridulu.messages import message
from caridulu.privacy.redaction import Redactor
from caridulu.site.build.build_date import build_date


def add(commands: Commands) -> None:
    """Add the commands that report on the knowledge base."""
    commands.add("duplicates", duplicates, "duplicates")
    gap_report = commands.add("gaps", gaps, "gaps chat.zip kotak-masuk.mbox")
    gap_report.option("files", nargs="+", type=Path)
    gap_report.switches("json")
    due_report = commands.add("due", due, "due", "due --days 60 --ics tinjauan.ics")
    due_report.option("--days", type=positive, default=30)
    due_report.option("--ics", type=Path, metavar="FILE")


def duplicates(options: argparse.Namespace) -> int:
    """List entries that are nearly the same."""
    console, project = Console(options.lang), opened(options)
    if project is None:
        return PROBLEMS
    pairs = find_duplicates(project)
    for pair in pairs:
        shares = {"question": pair.same_question, "answer": pair.same_answer}
        console.tell("duplicate", first=pair.first, second=pair.second, **shares)
    if not pairs:
        console.tell("duplicates_none")
    return DONE


def gaps(options: argparse.Namespace) -> int:
    """Rank what visitors searched and did not find."""
    console, project = Console(options.lang), opened(options)
    if project is None:
        return PROBLEMS
    try:
        texts = [text for path in options.files for text in texts_of(path)]
    except RefusedError as refused:
        console.list_problems([refused.problem])
        return PROBLEMS
    redactor = Redactor(allowed=project.allowed, lists=project.words)
    report = search_report(texts, project.index, redactor=redactor)
    if options.json:
        rows = [_row(one) for one in report.sought]
        shown = {"messages": report.messages, "edited": report.edited, "sought": rows}
        print(json.dumps(shown, ensure_ascii=False, indent=2))
        return DONE
    if not report.messages:
        console.tell("gaps_none")
        return DONE
    console.tell("gaps_head", messages=report.messages, edited=report.edited)
    for one in report.sought:
        name = "gap_answered" if one.is_answered else "gap_open"
        value = " | ".join(text for text, _ in one.phrasings[:3])
        console.tell(name, count=one.count, missed=one.not_found, id=one.entry, value=value)
    return DONE


def _row(one: Sought) -> dict[str, object]:
    return {
        "count": one.count,
        "not_found": one.not_found,
        "outcome": one.outcome.value,
        "entry": one.entry,
        "phrasings": [{"text": text, "count": count} for text, count in one.phrasings],
    }


def due(options: argparse.Namespace) -> int:
    """List entries that must be looked at again, or write all dates as a calendar."""
    console, project = Console(options.lang), opened(options)
    if project is None:
        return PROBLEMS
    listed = all_due(project.knowledge)
    if options.ics:
        office = project.knowledge.office.short_name
        try:
            options.ics.write_bytes(calendar(listed, office=office, language=options.lang).encode())
        except OSError as error:
            return console.not_written(error)
        console.tell("calendar_written", path=options.ics)
        return DONE
    today = build_date()
    near = due_within(listed, today + dt.timedelta(days=options.days))
    for one in near:
        text = console.sentence(one.key, question=one.entry.question)
        past = (today - one.day).days
        late = message("curation.due_late", options.lang, days=past) if past > 0 else ""
        console.tell("due_line", day=one.day, id=one.entry.id, text=text, late=late)
    if not near:
        console.tell("due_none")
    return DONE
