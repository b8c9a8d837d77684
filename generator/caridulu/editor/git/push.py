"""``caridulu save``: what the product changed, recorded in Git and sent; never by force.

Only files of the journal are recorded, and others if an officer wants them along. What somebody
else has sent is taken in first; where both changed the same field everything stays as it was until
somebody has chosen. Files may be saved while the network is silent: what is sent are commits.
"""

import shutil
from collections.abc import Callable, Container, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from caridulu.editor.git.choosing import Chooser
from caridulu.editor.git.merging import Settle, merge_fetched
from caridulu.editor.git.pending import other_changes
from caridulu.journal.git import Git
from caridulu.journal.journal import Journal
from caridulu.journal.working_as import is_colleague
from caridulu.messages import Language, message
from caridulu.privacy.entities.personal_data import find_personal_data
from caridulu.privacy.entity import NUMBERS

SHOWN_PATHS = 5
NOBODY_ELSE = nullcontext()


class Everything:
    """Contains every path."""

    def __contains__(self, path: object) -> bool:
        return True


class Sender:
    """Sends and fetches for one project, in one language; ``out`` takes each sentence.

    ``lock`` is held while files are recorded or replaced, free while the network is waited for.
    """

    def __init__(
        self,
        root: Path,
        *,
        language: Language,
        out: Callable[[str], None],
        lock: AbstractContextManager[object] = NOBODY_ELSE,
        settle: Settle | None = None,
    ) -> None:
        self._git = Git(root)
        self._journal = Journal(root)
        self._language = language
        self._out = out
        self._lock = lock
        self._settle = settle or Chooser(root, {}).settle

    def _say(self, name: str, **values: object) -> bool:
        """Tells a sentence; False, so that it can be the last word of a failure."""
        self._out(message(f"editor.{name}", self._language, **values))
        return False

    def send(self, text: str, *, along: Container[str] = ()) -> bool:
        """Records and sends what was changed, and others ``along``; False if something is left."""
        git, journal = self._git, self._journal
        with self._lock:
            if reason := why_not(git):
                return self._say(reason)
            actions = journal.actions()
            changed = git.changed(journal.paths())
            changed += [path for path in other_changes(git, changed) if path in along]
            if changed and not self._record(changed, text.strip()):
                return False
            others = other_changes(git, ())
            if not git.has_upstream():
                journal.close(actions)
                self._tell_others(others)
                return self._say("git_no_remote") if changed else not self._say("git_nothing")
        if not self._exchange():
            return False
        with self._lock:
            journal.close(actions)
        self._tell_others(others)
        return True

    def _tell_others(self, paths: Sequence[str]) -> None:
        if paths:
            self._say("git_others_stay", paths=_listed(paths))

    def fetch(self) -> bool:
        """Takes in what others have sent; the own changes stay where they are."""
        if reason := why_not(self._git):
            return self._say(reason)
        if not self._git.has_upstream():
            return self._say("git_no_place")
        fetched = self._git("fetch", "--quiet")
        if not fetched.ok:
            return self._say("git_fetch_failed", reason=fetched.reason)
        with self._lock:
            if not self._git.unknown():
                return not self._say("git_nothing_new")
            return self._take_in(otherwise="git_nothing_new")

    def _exchange(self) -> bool:
        """Takes in what others have sent, then sends the own commits."""
        fetched = self._git("fetch", "--quiet")
        if not fetched.ok:
            return self._say("git_pull_failed", reason=fetched.reason)
        with self._lock:
            if not self._take_in():
                return False
        if not self._git.unsent():
            return not self._say("git_nothing")
        pushed = self._git("push", "--quiet")
        if not pushed.ok:
            return self._say("git_push_failed", reason=pushed.reason)
        return not self._say("git_sent")

    def _take_in(self, *, otherwise: str = "") -> bool:
        """Takes in what was fetched, and says so; ``otherwise`` is said if no file is another."""
        taken = merge_fetched(self._git, self._settle)
        if taken.clashes:
            return self._say("git_conflict", paths=_listed([one.path for one in taken.clashes]))
        if taken.edited:
            return self._say("git_saved_meanwhile", paths=_listed(taken.edited))
        if taken.reason:
            return self._say("git_pull_failed", reason=taken.reason)
        if taken.paths:
            self._say("git_taken", count=len(taken.paths), paths=_listed(taken.paths))
        elif otherwise:
            self._say(otherwise)
        return True

    def _record(self, changed: Sequence[str], text: str) -> bool:
        """Commits what was changed, unless the description or the name is missing."""
        if not text:
            return self._say("git_no_message")
        if any(hit.kind in NUMBERS for hit in find_personal_data(text)):
            return self._say("git_personal")
        if not self._git.author():
            return self._say("git_no_name")
        for author, paths in self._by_author(changed).items():
            done = self._git.commit(paths, text, author=author)
            if not done.ok:
                return self._say("git_commit_failed", reason=done.reason)
        return not self._say("git_committed", count=len(changed), paths=_listed(changed))

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
    """Names the sentence that says why nothing can be sent from here; empty if it can."""
    if shutil.which("git") is None:
        return "git_missing"
    if git.folder is None:
        return "git_none"
    return "git_busy" if git.is_busy() else ""


def _listed(paths: Iterable[str]) -> str:
    every = list(paths)
    shown = ", ".join(every[:SHOWN_PATHS])
    return f"{shown}, ..." if len(every) > SHOWN_PATHS else shown
