"""``caridulu review``: a walk through the drafts, one decision each, or all of them as a page."""

import argparse
import datetime as dt
import os
import shlex
import subprocess
from pathlib import Path

from caridulu.cli.arguments import DONE, Commands
from caridulu.cli.console import Console, opened
from caridulu.curation.drafts.entries.conversation import without_conversation
from caridulu.curation.drafts.entries.duplicates import answered_by
from caridulu.curation.drafts.faq.reading_order import reading_order
from caridulu.curation.lifecycle.entry_changes import without_proposal
from caridulu.curation.lifecycle.publication import is_proposed, obstacles_of
from caridulu.curation.lifecycle.transitions import archive, with_status
from caridulu.curation.project import Project
from caridulu.curation.writing import write_all
from caridulu.curation.yaml_changes import changed_yaml
from caridulu.journal.action import ActionKind
from caridulu.journal.journal import Journal, record
from caridulu.knowledge import Entry, Status
from caridulu.knowledge.problem import stopping
from caridulu.privacy.redaction import PLACEHOLDER_LEFT
from caridulu.site.build.build_date import build_date
from caridulu.site.pages.review_sheet import review_sheet


def add(commands: Commands) -> None:
    reviewing = commands.add("review", review, "review", "review --html pratinjau.html")
    reviewing.option("--html", type=Path, metavar="FILE")


def review(options: argparse.Namespace) -> int:
    """Walks through the drafts in the terminal, or writes them as one page."""
    console, project = Console(options.lang), opened(options)
    problems = stopping(project.problems)
    unread = [p for p in problems if p.location.path.startswith("kb/")]  # and so not reviewed
    console.list_problems(unread)
    waiting = _waiting(project)
    if options.html:
        _write_sheet(project, waiting, options)
        return DONE
    if not waiting:
        console.tell("review_none")
    for entry in waiting:
        fresh = opened(options)
        current = fresh.entry(entry.id)
        if current and not _review_one(fresh, current, console):
            break
    return DONE


def _waiting(project: Project) -> list[Entry]:
    """Lists drafts, entries in review, and entries with a newer answer proposed, by id."""
    wanted = (Status.DRAFT, Status.REVIEW)
    listed = (e for e in project.knowledge.entries if e.status in wanted or is_proposed(e))
    return sorted(listed, key=lambda e: e.id)


def _write_sheet(project: Project, waiting: list[Entry], options: argparse.Namespace) -> None:
    today = build_date()
    blocked = [(entry, obstacles_of(project, entry, today=today)) for entry in waiting]
    known = project.knowledge
    held = {entry.id for entry, found in blocked if found.problems or found.asked}
    in_review = [entry for entry in waiting if entry.status is Status.REVIEW]
    sheet = review_sheet(
        blocked,
        office=known.office,
        categories=known.categories,
        order=reading_order(project, in_review, held),
        language=options.lang,
    )
    write_all({options.html: sheet})
    Console(options.lang).tell("preview_written", path=options.html)


def _review_one(project: Project, entry: Entry, console: Console) -> bool:
    """Shows one entry and carries out the decision; False to stop the walk."""
    _show(project, entry, console)
    proposed = is_proposed(entry)
    question = console.sentence("review_ask_proposal" if proposed else "review_ask")
    while True:
        answer = console.ask(question)
        match answer:
            case None | "q" | "selesai" | "quit":
                return False
            case "" | "n" | "nanti" | "l" | "later" | "lewati" | "s" | "skip":
                return True
            case "e" | "sunting" | "edit":
                _edit(project, entry, console)
                return True
            case "t" | "terima" | "a" | "accept":
                _accept(project, entry, console)
                return True
            case "b" | "buang" | "d" | "drop":
                _drop(project, entry, console)
                return True
        choice, _, target = answer.partition(" ")
        if proposed or choice not in ("g", "gabung", "m", "merge"):
            console.tell("review_unknown", value=answer[:40])
        elif _merge(project, entry, target.strip(), console):
            return True


def _edit(project: Project, entry: Entry, console: Console) -> None:
    """Opens an entry's file in ``$EDITOR`` and waits; what that changes can be undone."""
    path = project.path(entry)
    before = path.read_bytes()
    usual = "notepad" if os.name == "nt" else "nano"
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    subprocess.run([*shlex.split(command, posix=os.name != "nt"), str(path)], check=False)
    Journal(project.root).note({path: before}, ActionKind.EDITED)
    console.tell("review_edited", id=entry.id)


def _drop(project: Project, entry: Entry, console: Console) -> None:
    """Throws a draft away, or the newer answer that is proposed for a public entry."""
    path = project.path(entry)
    if is_proposed(entry):
        text = changed_yaml(project.text(path), without_proposal)
        record(project.root, {path: text}, ActionKind.PROPOSAL_DROPPED)
        console.tell("proposal_dropped", id=entry.id)
    else:
        gone = {path: None, **without_conversation(project.root, entry.id)}
        record(project.root, gone, ActionKind.DISCARDED)
        console.tell("draft_discarded", id=entry.id)


def _show(project: Project, entry: Entry, console: Console) -> None:
    status = console.status_name(entry.status)
    console.tell("review_head", id=entry.id, category=entry.category, status=status)
    print(f"  {entry.question}")
    for alias in entry.all_aliases:
        print(f"  ~ {alias}")
    _show_text(entry.answer)
    if is_proposed(entry) and (proposal := entry.proposal):
        console.tell_below("proposed", month=proposal.month or "?", channel=proposal.channel)
        _show_text(proposal.answer)
        return
    for near in answered_by(project.index, entry.question).near:
        console.tell_below("near", id=near.id, question=near.question)


def _show_text(text: str) -> None:
    print("\n" + "\n".join(f"    {line}" for line in text.split("\n")) + "\n")


def _accept(project: Project, entry: Entry, console: Console) -> None:
    """Moves a draft to review when no personal data is left open; marks may wait until then."""
    proposed = is_proposed(entry)
    blocked = obstacles_of(project, entry, today=dt.date.min)
    told = [p for p in blocked.problems if p.key in ("curation.personal_data", PLACEHOLDER_LEFT)]
    for problem in told:
        print(problem.text(console.language))
    if any(p.key != PLACEHOLDER_LEFT or entry.status is not Status.DRAFT for p in told):
        console.tell("proposal_refused" if proposed else "review_refused", id=entry.id)
        return
    for problem in blocked.asked:
        print(problem.text(console.language))
    if blocked.asked and console.ask(console.sentence("review_confirm")) not in ("y", "ya", "yes"):
        return
    if entry.status is Status.DRAFT:
        texts = with_status(project, entry, Status.REVIEW, today=build_date())
        record(project.root, texts, ActionKind.ACCEPTED)
        console.tell("moved", id=entry.id, status=console.status_name(Status.REVIEW))
    else:
        console.tell("proposal_ready" if proposed else "review_ready", id=entry.id)


def _merge(project: Project, entry: Entry, target_id: str, console: Console) -> bool:
    """Archives the draft into another entry; False when there is no such entry."""
    target = project.entry(target_id)
    if target is None or target.id == entry.id or target.status is Status.ARCHIVED:
        console.tell("review_no_entry", value=target_id[:80])
        return False
    merge = archive(project, entry, target)
    record(project.root, merge.texts, ActionKind.MERGED)
    console.tell_archived(merge, entry, target)
    return True
