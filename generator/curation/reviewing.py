"""Walking through drafts in the terminal, one decision each."""

import datetime as dt
import os
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from generator.curation.duplicates import answered_by
from generator.curation.life_cycle import archive, obstacles, step
from generator.curation.project import Project
from generator.curation.telling import say, sentence
from generator.curation.writing import write_all
from generator.knowledge import Entry, Status
from generator.messages import Language

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
    """Drafts and entries in review, by id."""
    wanted = (Status.DRAFT, Status.REVIEW)
    return sorted((e for e in project.knowledge.entries if e.status in wanted), key=lambda e: e.id)


def review_one(walk: Walk, project: Project, entry: Entry) -> bool:
    """Shows one entry and carries out the decision; False to stop the walk."""
    _show(walk, project, entry)
    while True:
        answer = walk.ask("review_ask")
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
        if answer.split(" ")[0] in ("g", "gabung", "m", "merge"):
            if _merge(walk, project, entry, answer):
                return True
            continue
        walk.say("review_unknown", value=answer[:40])


def _show(walk: Walk, project: Project, entry: Entry) -> None:
    walk.say("review_head", id=entry.id, category=entry.category, status=entry.status.value)
    walk.out.write(f"  {entry.question}\n")
    for alias in entry.aliases:
        walk.out.write(f"  ~ {alias}\n")
    walk.out.write("\n" + "\n".join(f"    {line}" for line in entry.answer.split("\n")) + "\n\n")
    for near in answered_by(project.index, entry.question).near:
        walk.say("near", id=near.id, question=near.question)


def _accept(walk: Walk, project: Project, entry: Entry) -> bool:
    """A draft goes to review when no personal data is left open."""
    blocked = obstacles(project, entry, today=dt.date.min)
    personal = [p for p in blocked.problems if p.key == "curation.personal_data"]
    if personal:
        for problem in personal:
            walk.out.write(problem.text(walk.language) + "\n")
        walk.say("review_refused", id=entry.id)
        return True
    if blocked.asked:
        for problem in blocked.asked:
            walk.out.write(problem.text(walk.language) + "\n")
        if walk.ask("review_confirm") not in ("y", "ya", "yes"):
            return True
    if entry.status is Status.DRAFT:
        write_all(step(project, entry, Status.REVIEW))
        walk.say("moved", id=entry.id, status=Status.REVIEW.value)
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
