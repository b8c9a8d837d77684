"""``review``, ``publish``, ``archive`` and ``explain``."""

import datetime as dt
from pathlib import Path
from typing import TextIO

from generator.curation.commands.common import not_written, opened
from generator.curation.entry_changes import with_review
from generator.curation.life_cycle import NEXT, REVIEW_AFTER, obstacles, reasons, step
from generator.curation.life_cycle import archive as archived_texts
from generator.curation.preview import preview
from generator.curation.project import Project, open_project
from generator.curation.reviewing import Edit, Walk, open_in_editor, review_one, waiting
from generator.curation.telling import say
from generator.curation.writing import YamlWriterMissingError, changed_yaml, write_all
from generator.knowledge import Entry, Problem, Severity, Status, format_text, in_order
from generator.messages import Language


def review(
    *,
    root: Path,
    today: dt.date,
    answers: TextIO,
    out: TextIO,
    err: TextIO,
    html: Path | None = None,
    edit: Edit = open_in_editor,
    language: Language = Language.ID,
) -> int:
    """Walks the drafts in the terminal, or with ``html`` (``--html FILE``) writes a preview."""
    project = opened(root, today, err, language)
    if project is None:
        return 1
    _tell_unread(root, today, err, language)
    listed = waiting(project)
    if html:
        told = [(entry, _mend(project, entry, today)) for entry in listed]
        try:
            write_all({html: preview(told, language=language)})
        except OSError as error:
            return not_written(error, err, language)
        say(out, "preview_written", language, path=html)
        return 0
    if not listed:
        say(out, "review_none", language)
    walk = Walk(answers, out, language, edit)
    for entry in listed:
        fresh = opened(root, today, err, language)
        current = fresh.entry(entry.id) if fresh else None
        if fresh is None or current is None:
            continue
        try:
            if not review_one(walk, fresh, current):
                break
        except (YamlWriterMissingError, OSError) as error:
            return not_written(error, err, language)
    return 0


def _tell_unread(root: Path, today: dt.date, err: TextIO, language: Language) -> None:
    """Problems of entries: one that cannot be read is not among those to review."""
    _, loaded = open_project(root, today=today)
    problems = [
        problem
        for problem in loaded.problems
        if problem.severity is Severity.PROBLEM and problem.location.path.startswith("kb/")
    ]
    err.write(format_text(problems, language))


def _mend(project: Project, entry: Entry, today: dt.date) -> tuple[Problem, ...]:
    blocked = obstacles(project, entry, today=today)
    return (*blocked.problems, *blocked.asked)


def publish(
    entry_id: str,
    *,
    root: Path,
    today: dt.date,
    out: TextIO,
    err: TextIO,
    confirm: bool = False,
    reviewed: bool = False,
    language: Language = Language.ID,
) -> int:
    """Moves an entry (``ID``) one step: draft to review, review to published.

    ``confirm`` (``--confirm``): what may be personal data has been checked and is none.
    ``reviewed`` (``--reviewed``): records today as the day of review, and a year until the next.
    """
    project = opened(root, today, err, language)
    entry = project.entry(entry_id) if project else None
    if project is None or entry is None:
        if project:
            say(err, "no_entry", language, value=entry_id)
        return 1
    if entry.status is Status.ARCHIVED:
        say(err, "publish_archived", language, id=entry_id)
        return 1
    if entry.status is Status.PUBLISHED:
        say(out, "already", language, id=entry_id, status=entry.status.value)
        return 0
    path, following = project.path(entry), NEXT[entry.status]
    checked = entry
    if reviewed:
        days = {"reviewed": today, "review_by": today + REVIEW_AFTER}
        checked = entry.model_copy(update=days)
    blocked = obstacles(project, checked, today=today)
    problems = [
        problem
        for problem in blocked.problems
        if following is Status.PUBLISHED or problem.key == "curation.personal_data"
    ]
    problems += () if confirm else blocked.asked
    if problems:
        err.write(format_text(in_order(problems), language))
        say(err, "publish_refused", language, id=entry_id)
        return 1
    try:
        texts = step(project, entry, following)
        if reviewed:
            change = with_review(today, today + REVIEW_AFTER)
            texts = {path: changed_yaml(texts[path], change)}
        write_all(texts)
    except (YamlWriterMissingError, OSError) as error:
        return not_written(error, err, language)
    say(out, "moved", language, id=entry_id, status=following.value)
    return 0


def archive(
    entry_id: str,
    *,
    into: str,
    root: Path,
    today: dt.date,
    out: TextIO,
    err: TextIO,
    language: Language = Language.ID,
) -> int:
    """Archives an entry (``ID``); its address and phrasings go to ``into`` (``--into OTHER``)."""
    project = opened(root, today, err, language)
    if project is None:
        return 1
    entry, other = project.entry(entry_id), project.entry(into)
    for value, found in ((entry_id, entry), (into, other)):
        if found is None:
            say(err, "no_entry", language, value=value)
    if entry is None or other is None:
        return 1
    if entry.id == other.id:
        say(err, "archive_itself", language, id=entry_id)
        return 1
    if other.status is not Status.PUBLISHED:
        say(err, "archive_into_hidden", language, other=into)
        return 1
    try:
        merge = archived_texts(project, entry, other)
        write_all(merge.texts)
    except (YamlWriterMissingError, OSError) as error:
        return not_written(error, err, language)
    say(out, "archived", language, id=entry_id, other=into)
    for phrasing in merge.left:
        say(out, "no_room", language, value=phrasing)
    return 0


def explain(
    entry_id: str,
    *,
    root: Path,
    today: dt.date,
    out: TextIO,
    err: TextIO,
    language: Language = Language.ID,
) -> int:
    """Says why an entry (``ID``) is or is not public."""
    project, loaded = open_project(root, today=today)
    own = [p for p in loaded.problems if Path(p.location.path).stem == entry_id]
    entry = project.entry(entry_id) if project else None
    if project is None or entry is None:
        err.write(format_text(own or (() if project else loaded.problems), language))
        if not own:
            say(err, "no_entry", language, value=entry_id)
        return 1
    for problem in reasons(project, entry, loaded.problems, today=today):
        out.write(problem.text(language) + "\n")
    return 0
