"""``caridulu publish``, ``archive`` and ``explain``."""

import argparse
from pathlib import Path

from caridulu.cli.arguments import DONE, PROBLEMS, Commands, UsageError
from caridulu.cli.console import Console, opened
from caridulu.cli.output import progress
from caridulu.curation.drafts.faq.reading_order import reading_order
from caridulu.curation.lifecycle.office_review import found_right
from caridulu.curation.lifecycle.publication import (
    Publication,
    PublicationTerms,
    is_proposed,
    next_step,
    publish_all,
)
from caridulu.curation.lifecycle.transitions import REVIEW_AFTER, reasons
from caridulu.curation.lifecycle.transitions import archive as archived
from caridulu.curation.project import Project
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import record
from caridulu.journal.second_reader import is_own, own_entries
from caridulu.knowledge import Entry, Status, in_order
from caridulu.knowledge.nearest import Suggester
from caridulu.knowledge.problem import ProblemsError, stopping
from caridulu.messages import UserError
from caridulu.site.build.build_date import build_date


def add(commands: Commands) -> None:
    publishing = commands.add(
        "publish", publish, "publish biaya-konsultasi --reviewed", "publish --all --reviewed"
    )
    publishing.option("id", nargs="?")
    publishing.switches("all", "confirm", "reviewed", "reviewed-changed")
    archiving = commands.add("archive", archive, "archive entri-lama --into entri-baru")
    archiving.option("id")
    archiving.option("--into", required=True, metavar="ID")
    commands.add("explain", explain, "explain biaya-konsultasi").option("id")


def publish(options: argparse.Namespace) -> int:
    """Moves an entry one step: draft to review, review to published; or records a new review."""
    console = Console(options.lang)
    if options.all == bool(options.id) or (options.reviewed_changed and options.id):
        raise UsageError("curation.publish_which")
    project = opened(options)
    if options.all:
        return _publish_all(options, project, console)
    entry = _entry_of(project, options.id)
    if entry.status is Status.ARCHIVED:
        raise UserError("curation.publish_archived", id=entry.id)
    if entry.status is not Status.PUBLISHED or is_proposed(entry):
        _take_step(options, project, entry, console)
    elif options.reviewed:
        _review_again(project, entry, console)
    else:
        console.tell("already", id=entry.id, status=console.status_name(entry.status))
    return DONE


def _take_step(
    options: argparse.Namespace, project: Project, entry: Entry, console: Console
) -> None:
    """Moves an entry, or the answer that waits beside a public one, unless something hinders it."""
    proposed, today = is_proposed(entry), build_date()
    step = next_step(project, entry, project.problems, today=today, reviewed=options.reviewed)
    asked = () if options.confirm else step.obstacles.asked
    if problems := in_order([*step.obstacles.problems, *asked]):
        console.list_problems(problems)
        raise UserError("curation.publish_refused", id=entry.id)
    if step.status is Status.PUBLISHED and is_own(project, entry, proposed=proposed):
        raise UserError("curation.publish_own", id=entry.id)
    kind = ActionKind.ACCEPTED if step.status is Status.REVIEW else ActionKind.PUBLISHED
    record(project.root, step.texts, ActionKind.PROPOSAL_ACCEPTED if proposed else kind)
    said = "answer_moved" if proposed else "moved"
    console.tell(said, id=entry.id, status=console.status_name(step.status))


def _review_again(project: Project, entry: Entry, console: Console) -> None:
    """Records that a public entry was checked today and is still right."""
    path, today = project.path(entry), build_date()
    due = today + REVIEW_AFTER
    text = changed_yaml(project.text(path), found_right(today, review_by=due))
    record(project.root, {path: text}, ActionKind.READ)
    console.tell("reviewed_again", id=entry.id, day=due)


def _publish_all(options: argparse.Namespace, project: Project, console: Console) -> int:
    """Publishes every entry in review with nothing in its way, and lists what keeps the others."""
    unread_copies = frozenset[str]()
    if options.reviewed_changed and not options.reviewed:
        waiting = [e for e in project.knowledge.entries if e.status is Status.REVIEW]
        unread_copies = reading_order(project, waiting).unread
    terms = PublicationTerms(
        reviewed=options.reviewed or options.reviewed_changed,
        confirmed=options.confirm,
        held_back=own_entries(project),
        unread=unread_copies,
    )
    publication = publish_all(
        project,
        project.problems,
        terms,
        today=build_date(),
        on_progress=lambda n, total: progress(
            console.sentence("publish_progress", count=n, total=total)
        ),
    )
    if publication.texts:
        record(project.root, publication.texts, ActionKind.PUBLISHED)
    return _tell_published(project, publication, unread_copies & {*publication.published}, console)


def _tell_published(
    project: Project, publication: Publication, unread_copies: frozenset[str], console: Console
) -> int:
    """Tells what was published, and what keeps other entries from it."""
    # Entries that cannot be read: their files lie in folders of kb/.
    unread = [p for p in stopping(project.problems) if p.location.path.count("/") == 2]
    held = [p for _, problems in publication.held for p in problems]
    console.list_problems(in_order([*unread, *held]))
    drafts = sum(entry.status is Status.DRAFT for entry in project.knowledge.entries)
    if not publication.published and not publication.held:
        console.tell("publish_all_none")
        return PROBLEMS if unread else DONE
    console.tell("publish_all_done", count=len(publication.published))
    if unread_copies:
        console.tell("publish_all_copies", count=len(unread_copies))
    if drafts:
        console.tell("publish_all_drafts", count=drafts)
    if left := len(publication.held) + len({p.location.path for p in unread}):
        console.complain("publish_all_held", count=left)
    return PROBLEMS if left else DONE


def _entry_of(project: Project, entry_id: str) -> Entry:
    """Finds an entry; the error says why it cannot be read, or that there is none."""
    if entry := project.entry(entry_id):
        return entry
    own = [p for p in project.problems if Path(p.location.path).stem == entry_id]
    if own:
        raise ProblemsError(own)
    near = Suggester(entry.id for entry in project.knowledge.entries)(entry_id)
    key = "curation.no_entry_near" if near else "curation.no_entry"
    raise UserError(key, value=entry_id, near=near)


def archive(options: argparse.Namespace) -> int:
    """Archives an entry: its address and phrasings go to another one."""
    console = Console(options.lang)
    project = opened(options)
    entry, into = _entry_of(project, options.id), _entry_of(project, options.into)
    if entry.id == into.id:
        raise UserError("curation.archive_itself", id=entry.id)
    if into.status is not Status.PUBLISHED:
        raise UserError("curation.archive_into_hidden", other=into.id)
    merge = archived(project, entry, into)
    record(project.root, merge.texts, ActionKind.ARCHIVED)
    console.tell_archived(merge, entry, into)
    return DONE


def explain(options: argparse.Namespace) -> int:
    """Says why an entry is or is not public."""
    project = opened(options)
    entry = _entry_of(project, options.id)
    for problem in reasons(project, entry, project.problems, today=build_date()):
        print(problem.text(options.lang))
    return DONE
