"""``duplicates``, ``gaps`` and ``due``."""

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from caridulu.cli.console import say
from caridulu.cli.opened_project import not_written, opened
from caridulu.curation.drafts.duplicates import duplicates as near_pairs
from caridulu.curation.exports.opened_files import RefusedError
from caridulu.curation.lifecycle import due as due_list
from caridulu.curation.lifecycle.unanswered import gaps as find_gaps
from caridulu.curation.lifecycle.unanswered import texts_of
from caridulu.messages import Language, message
from caridulu.privacy.redaction import Redactor
from caridulu.search.query.outcome import Outcome


def duplicates(
    *, root: Path, today: dt.date, out: TextIO, err: TextIO, language: Language = Language.ID
) -> int:
    """Lists entries that are nearly the same."""
    project = opened(root, today, err, language)
    if project is None:
        return 1
    pairs = near_pairs(project)
    for pair in pairs:
        values = {"question": pair.same_question, "answer": pair.same_answer}
        say(out, "duplicate", language, first=pair.first, second=pair.second, **values)
    if not pairs:
        say(out, "duplicates_none", language)
    return 0


def gaps(
    files: Sequence[Path],
    *,
    root: Path,
    today: dt.date,
    out: TextIO,
    err: TextIO,
    as_json: bool = False,
    language: Language = Language.ID,
) -> int:
    """Ranks what visitors sought, from the site's messages in exports (``FILE...``, ``--json``)."""
    project = opened(root, today, err, language)
    if project is None:
        return 1
    try:
        texts = [text for path in files for text in texts_of(path)]
    except RefusedError as refused:
        err.write(refused.problem.text(language) + "\n")
        return 1
    redactor = Redactor(allowed=project.allowed, lists=project.words)
    found = find_gaps(texts, project.index, redactor=redactor)
    if as_json:
        rows = [
            {
                "count": one.count,
                "not_found": one.not_found,
                "outcome": one.outcome.value,
                "entry": one.entry,
                "phrasings": [{"text": text, "count": count} for text, count in one.phrasings],
            }
            for one in found.sought
        ]
        shown = {"messages": found.messages, "edited": found.edited, "sought": rows}
        out.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
        return 0
    if not found.messages:
        say(out, "gaps_none", language)
        return 0
    say(out, "gaps_head", language, messages=found.messages, edited=found.edited)
    for one in found.sought:
        key = "gap_answered" if one.outcome is Outcome.ANSWERED else "gap_open"
        value = " | ".join(text for text, _ in one.phrasings[:3])
        values = {"count": one.count, "missed": one.not_found, "id": one.entry, "value": value}
        say(out, key, language, **values)
    return 0


def due(
    *,
    root: Path,
    today: dt.date,
    out: TextIO,
    err: TextIO,
    days: int = 30,
    ics: Path | None = None,
    language: Language = Language.ID,
) -> int:
    """Lists entries due within ``--days N``; ``--ics FILE`` writes all dates as a calendar."""
    project = opened(root, today, err, language)
    if project is None:
        return 1
    if ics:
        office = project.knowledge.office.short_name
        listed = due_list.all_due(project.knowledge)
        try:
            ics.write_bytes(due_list.calendar(listed, office=office, language=language).encode())
        except OSError as error:
            return not_written(error, err, language)
        say(out, "calendar_written", language, path=ics)
        return 0
    near = due_list.due(project.knowledge, today=today, within=dt.timedelta(days=days))
    for one in near:
        text = message(f"curation.{one.key}", language, question=one.entry.question)
        past = (today - one.day).days
        late = message("curation.due_late", language, days=past) if past > 0 else ""
        say(out, "due_line", language, day=one.day, id=one.entry.id, text=text, late=late)
    if not near:
        say(out, "due_none", language)
    return 0
