"""Walking through drafts in the terminal, one decision each."""

import datetime as dt
import os
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from caridulu.cli.console import say, sentence
from caridulu.curation.drafts.duplicates import answered_by
from caridulu.curation.lifecycle.entry_changes import without_proposal
from caridulu.curation.lifecycle.publishing import is_proposed, standing
from caridulu.curation.lifecycle.transitions import MARK_LEFT, archive, step
from caridulu.curation.project import Project
from caridulu.curation.writing import changed_yaml, read_exact, write_all
from caridulu.knowledge import Entry, Status
from caridulu.messages import Language

Edit = Callable[[Path], None]


@dataclass
class Walk:
    """One walk: where answers come from, where words go, and the language."""

    answers: TextIO
    out: TextIO
    language: Language
    edit: Edit

    def say(self, key: str, /, **values: object) -> None:
        """Prints one sentence."""
        say(self.out, key, self.language, **values)

    def ask(self, key: str, /, **values: object) -> str | None:
        """The answer to a question in lower case, None at the end of the input."""
        self.out.write(sentence(key, self.language, **values) + " ")
        self.out.flush()
        line = self.answers.readline()
        return line.strip().lower() if line else None


def open_in_editor(path: Path) -> None:
    """Opens a file in ``$EDITOR``, or in the notepad of Windows, and waits."""
    command = (
        os.environ.get("VISUAL")
        or os.environ.get("EDITOR")
        or ("notepad" if os.name == "nt" else "nano")
    )
    subprocess.run([*shlex.split(command, posix=os.name != "nt"), str(path)], check=False)


def waiting(project: Project) -> list[Entry]:
    """Drafts, entries in review, and entries with a newer answer proposed, by id."""
    wanted = (Status.DRAFT, Status.REVIEW)
    listed = (e for e in project.knowledge.entries if e.status in wanted or is_proposed(e))
    return sorted(listed, key=lambda e: e.id)


def review_one(walk: Walk, project: Project, entry: Entry) -> bool:
    """Shows one entry and carries out the decision; False to stop the walk."""
    _show(walk, project, entry)
    proposed = is_proposed(entry)
    while True:
        answer = walk.ask("review_ask_proposal" if proposed else "review_ask")
        if answer is None or answer in ("q", "selesai", "quit"):
            return False
        if answer in ("l", "lewati", "s", "skip", ""):
            return True
        if answer in ("e", "sunting", "edit"):
            walk.edit(project.path(entry))
            walk.say("review_edited", id=entry.id)
            return True
        if answer in ("t", "terima", "a", "accept"):
            return _accept(walk, project, entry)
        if proposed and answer in ("b", "buang", "d", "drop"):
            path = project.path(entry)
            write_all({path: changed_yaml(read_exact(path), without_proposal)})
            walk.say("proposal_dropped", id=entry.id)
            return True
        if not proposed and answer.split(" ")[0] in ("g", "gabung", "m", "merge"):
            if _merge(walk, project, entry, answer):
                return True
            continue
        walk.say("review_unknown", value=answer[:40])


def _show(walk: Walk, project: Project, entry: Entry) -> None:
    walk.say("review_head", id=entry.id, category=entry.category, status=entry.status.value)
    walk.out.write(f"  {entry.question}\n")
    for alias in entry.aliases:
        walk.out.write(f"  ~ {alias}\n")
    _show_text(walk, entry.answer)
    if is_proposed(entry) and (proposal := entry.proposal):
        walk.say("proposed", month=proposal.month or "?", channel=proposal.channel)
        _show_text(walk, proposal.answer)
        return
    for near in answered_by(project.index, entry.question).near:
        walk.say("near", id=near.id, question=near.question)


def _show_text(walk: Walk, text: str) -> None:
    walk.out.write("\n" + "\n".join(f"    {line}" for line in text.split("\n")) + "\n\n")


def _accept(walk: Walk, project: Project, entry: Entry) -> bool:
    """A draft goes to review when no personal data is left open; marks may wait until then."""
    proposed = is_proposed(entry)
    blocked = standing(project, entry, today=dt.date.min)
    told = [p for p in blocked.problems if p.key in ("curation.personal_data", MARK_LEFT)]
    for problem in told:
        walk.out.write(problem.text(walk.language) + "\n")
    if any(p.key != MARK_LEFT or entry.status is not Status.DRAFT for p in told):
        walk.say("proposal_refused" if proposed else "review_refused", id=entry.id)
        return True
    if blocked.asked:
        for problem in blocked.asked:
            walk.out.write(problem.text(walk.language) + "\n")
        if walk.ask("review_confirm") not in ("y", "ya", "yes"):
            return True
    if entry.status is Status.DRAFT:
        write_all(step(project, entry, Status.REVIEW))
        walk.say("moved", id=entry.id, status=Status.REVIEW.value)
    elif proposed:
        walk.say("proposal_ready", id=entry.id)
    else:
        walk.say("review_ready", id=entry.id)
    return True


def _merge(walk: Walk, project: Project, entry: Entry, answer: str) -> bool:
    target_id = answer.partition(" ")[2].strip()
    target = project.entry(target_id)
    if target is None or target.id == entry.id or target.status is Status.ARCHIVED:
        walk.say("review_no_entry", value=target_id[:80])
        return False
    merge = archive(project, entry, target)
    write_all(merge.texts)
    walk.say("archived", id=entry.id, other=target.id)
    for phrasing in merge.left:
        walk.say("no_room", value=phrasing)
    return True
