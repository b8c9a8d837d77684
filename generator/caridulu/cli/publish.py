"""``caridulu publish``, ``archive`` and ``explain``."""

import argparse
from pathlib import Path

from caridulu.cli.console import Console
from caridulu.cli.parts import DONE, PROBLEMS, Commands
from caridulu.curation.lifecycle.publishing import is_proposed, next_step
from caridulu.curation.lifecycle.transitions import archive as archived
from caridulu.curation.lifecycle.transitions import reasons
from caridulu.curation.project import Project, open_project
from caridulu.journal.action import Kind
from caridulu.journal.journal import record
from caridulu.journal.second_reader import wrote, wrote_proposal
from caridulu.knowledge import Entry, LoadResult, Status, in_order
from caridulu.site.build.build_date import build_date


def add(commands: Commands) -> None:
    """Add the commands that change or explain the status of one entry."""
    publishing = commands.add("publish", publish, "publish biaya-konsultasi --reviewed")
    publishing.option("id")
    publishing.switches("confirm", "reviewed")
    archiving = commands.add("archive", archive, "archive entri-lama --into entri-baru")
    archiving.option("id")
    archiving.option("--into", required=True, metavar="ID")
    commands.add("explain", explain, "explain biaya-konsultasi").option("id")


def publish(options: argparse.Namespace) -> int:
    """Move an entry one step: draft to review, review to published."""
    console, today = Console(options.lang), build_date()
    project, loaded = open_project(options.root, today=today)
    entry = project.entry(options.id) if project else None
    if project is None or entry is None:
        return _not_found(options.id, loaded, console)
    proposed = is_proposed(entry)
    if entry.status is Status.ARCHIVED:
        console.complain("publish_archived", id=entry.id)
        return PROBLEMS
    if entry.status is Status.PUBLISHED and not proposed:
        console.tell("already", id=entry.id, status=entry.status.value)
        return DONE
    try:
        step = next_step(project, entry, loaded.problems, today=today, reviewed=options.reviewed)
        asked = () if options.confirm else step.obstacles.asked
        if problems := in_order([*step.obstacles.problems, *asked]):
            console.list_problems(problems)
            console.complain("publish_refused", id=entry.id)
            return PROBLEMS
        kind = Kind.ACCEPTED if step.status is Status.REVIEW else Kind.PUBLISHED
        if step.status is Status.PUBLISHED and _is_own(project, entry, proposed=proposed):
            console.complain("publish_own", id=entry.id)
            return PROBLEMS
        record(project.root, step.texts, Kind.PROPOSAL_ACCEPTED if proposed else kind)
    except OSError as error:
        return console.not_written(error)
    console.tell("answer_moved" if proposed else "moved", id=entry.id, status=step.status.value)
    return DONE


def _is_own(project: Project, entry: Entry, *, proposed: bool) -> bool:
    """Whether the office asks for a second reader, and who publishes has written the text."""
    if not project.knowledge.office.second_reader:
        return False
    name = project.path(entry).relative_to(project.root).as_posix()
    return (wrote_proposal if proposed else wrote)(project.root, name)


def _not_found(entry_id: str, loaded: LoadResult, console: Console) -> int:
    """Prints why the entry cannot be read, or that there is none, and returns the exit code."""
    own = [p for p in loaded.problems if Path(p.location.path).stem == entry_id]
    console.list_problems(own if loaded.knowledge else loaded.problems)
    if loaded.knowledge is None:
        console.complain("project_broken")
    elif not own:
        console.complain("no_entry", value=entry_id)
    return PROBLEMS


def archive(options: argparse.Namespace) -> int:
    """Archive an entry: its address and phrasings go to another one."""
    console = Console(options.lang)
    project, loaded = open_project(options.root, today=build_date())
    entry = project.entry(options.id) if project else None
    into = project.entry(options.into) if project else None
    if project is None or entry is None or into is None:
        return _not_found(options.into if entry else options.id, loaded, console)
    if entry.id == into.id:
        console.complain("archive_itself", id=entry.id)
        return PROBLEMS
    if into.status is not Status.PUBLISHED:
        console.complain("archive_into_hidden", other=into.id)
        return PROBLEMS
    try:
        merge = archived(project, entry, into)
        record(project.root, merge.texts, Kind.ARCHIVED)
    except OSError as error:
        return console.not_written(error)
    console.tell("archived", id=entry.id, other=into.id)
    for phrasing in merge.left:
        console.tell_below("no_room", value=phrasing)
    return DONE


def explain(options: argparse.Namespace) -> int:
    """Say why an entry is or is not public."""
    console, today = Console(options.lang), build_date()
    project, loaded = open_project(options.root, today=today)
    entry = project.entry(options.id) if project else None
    if project is None or entry is None:
        return _not_found(options.id, loaded, console)
    for problem in reasons(project, entry, loaded.problems, today=today):
        print(problem.text(options.lang))
    return DONE
