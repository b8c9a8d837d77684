"""``caridulu save``: what the editor changed, recorded in Git and sent; never by force.

Only files of the editor's journal are staged. What somebody else changed meanwhile is taken in
first, by rebase; where both changed the same lines everything goes back to how it was. Files may be
saved while the network is silent: what is sent are commits.
"""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from caridulu.editor.git.git import Done, Git, literal
from caridulu.editor.git.journal import Journal
from caridulu.messages import Language, message
from caridulu.privacy.entities.entity import NUMBERS
from caridulu.privacy.entities.personal_data import find_personal_data

SHOWN_PATHS = 5
NOBODY_ELSE = nullcontext()


def push(
    root: Path,
    text: str,
    *,
    language: Language,
    out: Callable[[str], None],
    lock: AbstractContextManager[object] = NOBODY_ELSE,
) -> bool:
    """Records and sends what the editor changed, and tells whether everything is sent.

    Args:
        root: the project.
        text: what the change is about, for the history.
        language: of what is told.
        out: takes each sentence.
        lock: held while files are recorded or replaced, free while the network is waited for.
    """

    def say(name: str, **values: object) -> bool:
        """Tells a sentence; False, so that it can be the last word of a failure."""
        out(message(f"editor.{name}", language, **values))
        return False

    git = Git(root)
    with lock:
        if reason := why_not(git):
            return say(reason)
        journal = Journal(root)
        changed = git.changed(journal.paths())
        if changed and not _record(git, changed, text.strip(), say):
            return False
        journal.forget(journal.paths())
        if not git.has_upstream():
            return say("git_no_remote") if changed else not say("git_nothing")
        if others := git.others():
            return say("git_other_changes", paths=_listed(others))
    return _send(git, lock, say)


def _send(git: Git, lock: AbstractContextManager[object], say: Callable[..., bool]) -> bool:
    """Takes in what others have sent, then sends the own commits."""
    fetched = git("fetch", "--quiet")
    if not fetched.ok:
        return say("git_pull_failed", reason=fetched.reason)
    with lock:
        if not _take_in(git, say):
            return False
    if not git.unsent():
        return not say("git_nothing")
    pushed = git("push", "--quiet")
    if not pushed.ok:
        return say("git_push_failed", reason=pushed.reason)
    return not say("git_sent")


def introduce(root: Path, name: str, mail: str) -> None:
    """Tells Git, in this repository only, who records from now on."""
    git = Git(root)
    git("config", "--", "user.name", name)
    git("config", "--", "user.email", mail)


def why_not(git: Git) -> str:
    """Names the sentence that says why nothing can be sent from here; empty if it can."""
    if shutil.which("git") is None:
        return "git_missing"
    if git.folder is None:
        return "git_none"
    return "git_busy" if git.is_busy() else ""


def _record(git: Git, changed: list[str], text: str, say: Callable[..., bool]) -> bool:
    """Commits what the editor has changed, unless the description or the name is missing."""
    if not text:
        return say("git_no_message")
    if any(hit.kind in NUMBERS for hit in find_personal_data(text)):
        return say("git_personal")
    if not git.knows_name():
        return say("git_no_name")
    done = _commit(git, changed, text)
    if not done.ok:
        return say("git_commit_failed", reason=done.reason)
    return not say("git_committed", count=len(changed), paths=_listed(changed))


def _take_in(git: Git, say: Callable[..., bool]) -> bool:
    """Puts the own commits after what others have sent, which has been fetched."""
    if not git.unknown():
        return True
    if saved := git.others():
        return say("git_saved_meanwhile", paths=_listed(saved))
    rebased = git("rebase", "--no-autostash", "--quiet")
    if rebased.ok:
        return True
    conflicting = git.lines("diff", "--name-only", "--relative", "--diff-filter=U")
    git("rebase", "--abort")
    if conflicting:
        return say("git_conflict", paths=_listed(conflicting))
    return say("git_pull_failed", reason=rebased.reason)


def _commit(git: Git, paths: list[str], text: str) -> Done:
    """One commit of exactly these paths; what else is staged stays staged."""
    added = git("add", "--all", "--", *literal(paths))
    if not added.ok:
        return added
    return git("commit", "--quiet", "--only", "-m", text, "--", *literal(paths))


def _listed(paths: list[str]) -> str:
    shown = ", ".join(paths[:SHOWN_PATHS])
    return f"{shown}, ..." if len(paths) > SHOWN_PATHS else shown
