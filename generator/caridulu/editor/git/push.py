"""``caridulu save``: what the product changed, recorded in Git and sent; never by force.

Only files of the journal are recorded, and others if an officer wants them along. What somebody
else has sent is taken in first; where both changed the same field everything stays as it was until
somebody has chosen. Files may be saved while the network is silent: what is sent are commits.
"""

import re
import shutil
from collections.abc import Callable, Container, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from caridulu.curation.progress import Progress
from caridulu.editor.git.choosing import Chooser
from caridulu.editor.git.merging import Settle, merge_fetched
from caridulu.editor.git.pending import other_changes
from caridulu.journal.git import Done, Git
from caridulu.journal.journal import Journal
from caridulu.journal.working_as import is_colleague
from caridulu.messages import Language, UserError, message
from caridulu.privacy.entities.personal_data import find_personal_data
from caridulu.privacy.entity import NUMBERS

SHOWN_PATHS = 5
SHOWN_LINES = 3  # of what the place for sending says
NOBODY_ELSE = nullcontext()
CAUSES = {  # of what Git says in English, the first that fits
    "login": r"could not read (Username|Password)|Authentication failed|Permission denied"
    r"|Host key verification failed|returned error: 40[13]|access denied",
    "overtaken": r"\[rejected\]|fetch first|non-fast-forward|cannot lock ref|failed to update ref",
    "refused": r"remote rejected|hook declined|protected branch",
    "unreachable": r"Could not resolve|unable to (access|connect)|Connection|unreachable|No route"
    r"|timed out|hung up|Could not read from remote|does not appear to be a git repository",
}


class Sender:
    """Sends and fetches for one project; ``out`` takes each sentence on what was done.

    ``lock`` is held while files are recorded or replaced, free while the network is waited for,
    of which ``on_progress`` is called with how much has travelled.
    """

    def __init__(
        self,
        root: Path,
        *,
        language: Language,
        out: Callable[[str], None],
        lock: AbstractContextManager[object] = NOBODY_ELSE,
        on_progress: Progress = lambda *_: None,
        settle: Settle | None = None,
    ) -> None:
        self._git = Git(root)
        self._journal = Journal(root)
        self._language = language
        self._out = out
        self._lock = lock
        self._on_progress = on_progress
        self._settle = settle or Chooser(root, {}).settle

    def _say(self, name: str, **values: object) -> None:
        self._out(message(f"editor.{name}", self._language, **values))

    def send(self, text: str, *, along: Container[str] = ()) -> None:
        """Commits what was changed, described by ``text``, and sends it.

        ``along`` are other changed files to be committed, too. ``UserError`` says why something is
        left.
        """
        git, journal = self._git, self._journal
        with self._lock:
            _check_ready(git)
            actions = journal.actions()
            changed = git.changed(journal.paths())
            changed += [path for path in other_changes(git, changed) if path in along]
            if changed:
                self._record(changed, text.strip())
            others = other_changes(git, ())
            if not git.has_upstream():
                journal.close(actions)
                self._tell_others(others)
                raise UserError("editor.git_no_remote")
        self._exchange()
        with self._lock:
            journal.close(actions)
        self._tell_others(others)

    def _tell_others(self, paths: Sequence[str]) -> None:
        if paths:
            self._say("git_others_stay", paths=_listed(paths))

    def fetch(self) -> None:
        """Takes in what others have sent; the own changes stay where they are.

        ``UserError`` says why that cannot be done.
        """
        _check_ready(self._git)
        if not self._git.has_upstream():
            raise UserError("editor.git_no_place")
        self._travel("fetch", "git_not_fetched")
        with self._lock:
            if not self._take_in():
                self._say("git_nothing_new")

    def _exchange(self) -> None:
        """Takes in what others have sent, then sends the own commits."""
        self._travel("fetch", "git_not_sent")
        with self._lock:
            self._take_in()
        if not self._git.unsent():
            self._say("git_nothing")
            return
        self._travel("push", "git_not_sent")
        self._say("git_sent")

    def _travel(self, command: str, left: str) -> None:
        """Runs a command of Git that needs the network; ``left`` says what is left without it."""
        done = self._git.over_network(command, on_progress=self._on_progress)
        if not done.ok:
            self._say(left)
            raise _cause(done)

    def _take_in(self) -> bool:
        """Takes in what was fetched, and says so; False if no file has changed."""
        taken = merge_fetched(self._git, self._settle)
        if taken.clashes:
            paths = _listed(one.path for one in taken.clashes)
            raise UserError("editor.git_conflict", paths=paths)
        if taken.edited:
            raise UserError("editor.git_saved_meanwhile", paths=_listed(taken.edited))
        if taken.reason:
            raise _stopped("git_take_in_failed", taken.reason)
        if taken.paths:
            self._say("git_taken", count=len(taken.paths), paths=_listed(taken.paths))
        return bool(taken.paths)

    def _record(self, changed: Sequence[str], text: str) -> None:
        """Commits what was changed, unless the description or the name is missing."""
        if not text:
            raise UserError("editor.git_no_message")
        if any(hit.kind in NUMBERS for hit in find_personal_data(text)):
            raise UserError("editor.git_personal")
        if not self._git.author():
            raise UserError("editor.git_no_name")
        for author, paths in self._by_author(changed).items():
            done = self._git.commit(paths, text, author=author)
            if not done.ok:
                raise _stopped("git_commit_failed", done.reason)
        self._say("git_committed", count=len(changed), paths=_listed(changed))

    def _by_author(self, changed: Iterable[str]) -> dict[str, list[str]]:
        """Groups paths by who changed them last, as colleagues may who share the editor."""
        last = {path: one.by for one in self._journal.actions() for path in one.paths}
        found: dict[str, list[str]] = {}
        for path in changed:
            by = last.get(path, "")
            found.setdefault(by if is_colleague(by) else "", []).append(path)
        return found


def introduce(root: Path, name: str, mail: str) -> None:
    """Tells Git, in this repository only, who records from now on."""
    git = Git(root)
    git("config", "--", "user.name", name)
    git("config", "--", "user.email", mail)


def why_not(git: Git) -> str:
    """Returns the key of the message why nothing can be sent from here; empty if it can."""
    if shutil.which("git") is None:
        return "git_missing"
    if git.folder is None:
        return "git_none"
    return "git_busy" if git.is_busy() else ""


def _check_ready(git: Git) -> None:
    if reason := why_not(git):
        raise UserError(f"editor.{reason}")


def _cause(done: Done) -> UserError:
    """Says what an officer can do about what Git could not do over the network."""
    for cause, pattern in CAUSES.items():
        for line in done.said:
            if re.search(pattern, line, re.IGNORECASE):
                why = _of_the_other_side(done) if cause == "refused" else ()
                reason = ": ".join(filter(None, (line, "; ".join(why))))
                return UserError(f"editor.git_cause_{cause}", reason=reason)
    cause = "other" if done.said else "silent"
    return UserError(f"editor.git_cause_{cause}", reason=done.reason)


def _stopped(name: str, reason: str) -> UserError:
    """Says what Git could not do here; a lock stays behind where the computer went off."""
    if lock := re.search(r"'([^']+\.lock)': File exists", reason):
        return UserError("editor.git_locked", path=lock[1])
    return UserError(f"editor.{name}", reason=reason)


def _of_the_other_side(done: Done) -> list[str]:
    """Lists the first that the place for sending says of its own rules."""
    said = (line.removeprefix("remote:").strip() for line in done.said if line[:7] == "remote:")
    return [words for words in said if words and "%" not in words][:SHOWN_LINES]  # no progress


def _listed(paths: Iterable[str]) -> str:
    every = list(paths)
    shown = ", ".join(every[:SHOWN_PATHS])
    return f"{shown}, ..." if len(every) > SHOWN_PATHS else shown
