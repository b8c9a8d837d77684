"""``caridulu save``: what the editor changed, recorded in Git and sent; never by force.

Only files of the editor's journal are staged. What somebody else changed meanwhile is taken in
first, by rebase; where both changed the same lines everything goes back to how it was.
"""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.editor.journal import Journal, git_folder
from generator.messages import Language, message

PATIENCE = 120  # seconds for the network
UNFINISHED = ("rebase-merge", "rebase-apply", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD")
SHOWN_PATHS = 5


@dataclass(frozen=True)
class _Done:
    ok: bool
    output: str
    reason: str  # the last line that Git says


class _Git:
    """Git in one folder; asks nothing."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true"}

    def __call__(self, *arguments: str) -> _Done:
        command = ["git", "-c", "core.quotePath=false", *arguments]
        try:
            done = subprocess.run(
                command,
                cwd=self._root,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                encoding="utf-8",
                errors="replace",
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return _Done(ok=False, output="", reason=f"git {arguments[0]}: {PATIENCE} s")
        said = [line for line in done.stderr.splitlines() if line.strip()]
        return _Done(done.returncode == 0, done.stdout, said[-1] if said else "")

    def lines(self, *arguments: str) -> list[str]:
        """What a command prints, line by line."""
        return [line for line in self(*arguments).output.splitlines() if line]


def send(root: Path, text: str, *, language: Language, out: Callable[[str], None]) -> bool:
    """Records and sends; tells how far it went, and whether everything is sent."""

    def say(name: str, **values: object) -> bool:
        """False, so that a sentence can be the last word of a failure."""
        out(message(f"editor.{name}", language, **values))
        return False

    folder = git_folder(root)
    if folder is None:
        return say("git_none")
    git = _Git(root)
    if any((folder / name).exists() for name in UNFINISHED):
        return say("git_busy")
    changed = _changed(git, Journal(root).paths())
    if changed:
        if not text.strip():
            return say("git_no_message")
        if not git("config", "user.name").ok or not git("config", "user.email").ok:
            return say("git_no_name")
        done = _commit(git, changed, text.strip())
        if not done.ok:
            return say("git_commit_failed", reason=done.reason)
        say("git_committed", count=len(changed), paths=_listed(changed))
    Journal(root).forget(Journal(root).paths())
    return _exchange(git, say, committed=bool(changed))


def _exchange(git: _Git, say: Callable[..., bool], *, committed: bool) -> bool:
    """Takes in what others have sent, then sends."""
    if not git("rev-parse", "--abbrev-ref", "@{upstream}").ok:
        return say("git_no_remote") if committed else not say("git_nothing")
    others = git.lines("diff", "--name-only", "--relative", "HEAD")
    if others:
        return say("git_other_changes", paths=_listed(others))
    pulled = git("pull", "--rebase", "--no-autostash", "--quiet")
    if not pulled.ok:
        conflicting = git.lines("diff", "--name-only", "--relative", "--diff-filter=U")
        git("rebase", "--abort")
        if conflicting:
            return say("git_conflict", paths=_listed(conflicting))
        return say("git_pull_failed", reason=pulled.reason)
    if not git.lines("rev-list", "@{upstream}..HEAD"):
        return not say("git_nothing")
    pushed = git("push", "--quiet")
    if not pushed.ok:
        return say("git_push_failed", reason=pushed.reason)
    return not say("git_sent")


def _changed(git: _Git, paths: tuple[str, ...]) -> list[str]:
    """Those of the paths that differ from what is recorded."""
    status = ("status", "--porcelain", "--untracked-files=all", "--")
    return [path for path in paths if git.lines(*status, *_literal([path]))]


def _commit(git: _Git, paths: list[str], text: str) -> _Done:
    """One commit of exactly these paths; what else is staged stays staged."""
    added = git("add", "--all", "--", *_literal(paths))
    if not added.ok:
        return added
    return git("commit", "--quiet", "--only", "-m", text, "--", *_literal(paths))


def _literal(paths: list[str]) -> list[str]:
    """Paths in which nothing is a wildcard."""
    return [f":(literal){path}" for path in paths]


def _listed(paths: list[str]) -> str:
    shown = ", ".join(paths[:SHOWN_PATHS])
    return f"{shown}, ..." if len(paths) > SHOWN_PATHS else shown
