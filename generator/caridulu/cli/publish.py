"""``review``, ``publish``, ``archive`` and ``explain``."""

import datetime as dt
from pathlib import Path
from typing import TextIO

from caridulu.cli.console import say
from caridulu.cli.opened_project import not_written, opened
from caridulu.cli.review import Edit, Walk, open_in_editor, review_one, waiting
from caridulu.curation.drafts.review_sheet import preview
from caridulu.curation.lifecycle.publishing import is_proposed, next_step, standing
from caridulu.curation.lifecycle.transitions import archive as archived_texts
from caridulu.curation.lifecycle.transitions import reasons
from caridulu.curation.project import Project, open_project
from caridulu.curation.writing import YamlWriterMissingError, write_all
from caridulu.knowledge import Entry, LoadResult, Problem, Severity, Status, format_text, in_order
from caridulu.messages import Language


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
    blocked = standing(project, entry, today=today)
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
    project, loaded = open_project(root, today=today)
    entry = project.entry(entry_id) if project else None
    if project is None or entry is None:
        return _not_found(entry_id, loaded, err, language)
    if entry.status is Status.ARCHIVED:
        say(err, "publish_archived", language, id=entry_id)
        return 1
    if entry.status is Status.PUBLISHED and not is_proposed(entry):
        say(out, "already", language, id=entry_id, status=entry.status.value)
        return 0
    try:
        made = next_step(project, entry, loaded.problems, today=today, reviewed=reviewed)
        problems = [*made.obstacles.problems, *(() if confirm else made.obstacles.asked)]
        if problems:
            err.write(format_text(in_order(problems), language))
            say(err, "publish_refused", language, id=entry_id)
            return 1
        write_all(made.texts)
    except (YamlWriterMissingError, OSError) as error:
        return not_written(error, err, language)
    key = "answer_moved" if is_proposed(entry) else "moved"
    say(out, key, language, id=entry_id, status=made.status.value)
    return 0


def _not_found(entry_id: str, loaded: LoadResult, err: TextIO, language: Language) -> int:
    """Exit code 1 after telling why the entry cannot be read, or that there is none."""
    own = [p for p in loaded.problems if Path(p.location.path).stem == entry_id]
    err.write(format_text(own if loaded.knowledge else loaded.problems, language))
    if loaded.knowledge is None:
        say(err, "project_broken", language)
    elif not own:
        say(err, "no_entry", language, value=entry_id)
    return 1


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
    project, loaded = open_project(root, today=today)
    entry = project.entry(entry_id) if project else None
    other = project.entry(into) if project else None
    if project is None or entry is None or other is None:
        return _not_found(into if entry else entry_id, loaded, err, language)
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
    entry = project.entry(entry_id) if project else None
    if project is None or entry is None:
        return _not_found(entry_id, loaded, err, language)
    for problem in reasons(project, entry, loaded.problems, today=today):
        out.write(problem.text(language) + "\n")
    return 0
