"""``caridulu publish``, ``archive`` and ``explain``."""

import argparse
from pathlib import Path

from caridulu.cli.console import Console
from caridulu.cli.parts import DONE, PROBLEMS, Commands, UsageError
from caridulu.curation.lifecycle.publication import is_proposed, next_step, publish_all
from caridulu.curation.lifecycle.transitions import archive as archived
from caridulu.curation.lifecycle.transitions import reasons
from caridulu.curation.project import Project, open_project
from caridulu.journal.action import Kind
from caridulu.journal.journal import record
from caridulu.journal.second_reader import wrote, wrote_proposal
from caridulu.knowledge import (
    Entry,
    LoadResult,
    Location,
    Problem,
    Severity,
    Status,
    finding,
    in_order,
)
from caridulu.knowledge.problem import ProblemsError
from caridulu.messages import ToldError
from caridulu.site.build.build_date import build_date


def add(commands: Commands) -> None:
    publishing = commands.add(
        "publish", publish, "publish biaya-konsultasi --reviewed", "publish --all --reviewed"
    )
    publishing.option("id", nargs="?")
    publishing.switches("all", "confirm", "reviewed")
    archiving = commands.add("archive", archive, "archive entri-lama --into entri-baru")
    archiving.option("id")
    archiving.option("--into", required=True, metavar="ID")
    commands.add("explain", explain, "explain biaya-konsultasi").option("id")


def publish(options: argparse.Namespace) -> int:
    """Moves an entry one step: draft to review, review to published."""
    console, today = Console(options.lang), build_date()
    if options.all == bool(options.id):
        raise UsageError("curation.publish_which")
    project, loaded = open_project(options.root, today=today)
    if options.all and project:
        return _publish_all(options, project, loaded, console)
    entry = project.entry(options.id) if project else None
    if project is None or entry is None:
        raise _not_found(options.id, loaded, console)
    proposed = is_proposed(entry)
    if entry.status is Status.ARCHIVED:
        raise ToldError("curation.publish_archived", id=entry.id)
    if entry.status is Status.PUBLISHED and not proposed:
        console.tell("already", id=entry.id, status=entry.status.value)
        return DONE
    step = next_step(project, entry, loaded.problems, today=today, reviewed=options.reviewed)
    asked = () if options.confirm else step.obstacles.asked
    if problems := in_order([*step.obstacles.problems, *asked]):
        console.list_problems(problems)
        raise ToldError("curation.publish_refused", id=entry.id)
    kind = Kind.ACCEPTED if step.status is Status.REVIEW else Kind.PUBLISHED
    if step.status is Status.PUBLISHED and _is_own(project, entry, proposed=proposed):
        raise ToldError("curation.publish_own", id=entry.id)
    record(project.root, step.texts, Kind.PROPOSAL_ACCEPTED if proposed else kind)
    console.tell("answer_moved" if proposed else "moved", id=entry.id, status=step.status.value)
    return DONE


def _is_own(project: Project, entry: Entry, *, proposed: bool) -> bool:
    """Whether the office asks for a second reader, and who publishes has written the text."""
    if not project.knowledge.office.second_reader:
        return False
    return (wrote_proposal if proposed else wrote)(project.root, _name(project, entry))


def _own_entries(project: Project) -> dict[str, tuple[Problem, ...]]:
    """Entries in review that who publishes has written, where the office asks for another one."""
    return {
        entry.id: (finding(Location(_name(project, entry)), "curation.publish_own", id=entry.id),)
        for entry in project.knowledge.entries
        if entry.status is Status.REVIEW and _is_own(project, entry, proposed=False)
    }


def _name(project: Project, entry: Entry) -> str:
    return project.path(entry).relative_to(project.root).as_posix()


def _publish_all(
    options: argparse.Namespace, project: Project, loaded: LoadResult, console: Console
) -> int:
    """Publishes every entry in review with nothing in its way, and lists what keeps the others."""
    publication = publish_all(
        project,
        loaded.problems,
        today=build_date(),
        reviewed=options.reviewed,
        confirmed=options.confirm,
        held_back=_own_entries(project),
    )
    if publication.texts:
        record(project.root, publication.texts, Kind.PUBLISHED)
    unread = [p for p in loaded.problems if _keeps_an_entry_out(p)]
    held = [p for _, problems in publication.held for p in problems]
    console.list_problems(in_order([*unread, *held]))
    drafts = sum(entry.status is Status.DRAFT for entry in project.knowledge.entries)
    if not publication.published and not publication.held:
        console.tell("publish_all_none")
        return PROBLEMS if unread else DONE
    console.tell("publish_all_done", count=len(publication.published))
    if drafts:
        console.tell("publish_all_drafts", count=drafts)
    if left := len(publication.held) + len({p.location.path for p in unread}):
        console.complain("publish_all_held", count=left)
    return PROBLEMS if left else DONE


def _keeps_an_entry_out(problem: Problem) -> bool:
    """Whether a problem keeps an entry from being read at all."""
    return problem.severity is Severity.PROBLEM and problem.location.path.count("/") == 2


def _not_found(entry_id: str, loaded: LoadResult, console: Console) -> ToldError:
    """Makes the error that says why an entry cannot be read, or that there is none."""
    if loaded.knowledge is None:
        console.list_problems(loaded.problems)
        return ToldError("curation.project_broken")
    own = [p for p in loaded.problems if Path(p.location.path).stem == entry_id]
    return ProblemsError(own) if own else ToldError("curation.no_entry", value=entry_id)


def archive(options: argparse.Namespace) -> int:
    """Archives an entry: its address and phrasings go to another one."""
    console = Console(options.lang)
    project, loaded = open_project(options.root, today=build_date())
    entry = project.entry(options.id) if project else None
    into = project.entry(options.into) if project else None
    if project is None or entry is None or into is None:
        raise _not_found(options.into if entry else options.id, loaded, console)
    if entry.id == into.id:
        raise ToldError("curation.archive_itself", id=entry.id)
    if into.status is not Status.PUBLISHED:
        raise ToldError("curation.archive_into_hidden", other=into.id)
    merge = archived(project, entry, into)
    record(project.root, merge.texts, Kind.ARCHIVED)
    console.tell("archived", id=entry.id, other=into.id)
    for phrasing in merge.left:
        console.tell_below("no_room", value=phrasing)
    return DONE


def explain(options: argparse.Namespace) -> int:
    """Says why an entry is or is not public."""
    console, today = Console(options.lang), build_date()
    project, loaded = open_project(options.root, today=today)
    entry = project.entry(options.id) if project else None
    if project is None or entry is None:
        raise _not_found(options.id, loaded, console)
    for problem in reasons(project, entry, loaded.problems, today=today):
        print(problem.text(options.lang))
    return DONE
