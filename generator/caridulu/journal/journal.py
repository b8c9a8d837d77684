"""The journal: every change made by this program to a project and not sent yet.

One file an action in ``.caridulu/journal``, written whole or not at all, before the files that it
speaks of. It belongs to this computer, or to a folder that several share, and to no commit. What
has been sent is forgotten; without Git an action can be undone until the month after it.
"""

import getpass
import os
import secrets
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from caridulu.curation.overrides import as_stored
from caridulu.curation.writing import Content, write_all
from caridulu.journal.action import (
    MARK,
    SHOWN_ONLY,
    Action,
    ActionKind,
    FileChange,
    fingerprint,
    of_json,
    to_json,
)
from caridulu.journal.git import Git
from caridulu.journal.working_as import WORKING_AS
from caridulu.site.build.write_site import SOURCES

OWN_FOLDER = ".caridulu"
FOLDER = Path(OWN_FOLDER) / "journal"
NANO = 1_000_000_000


class Journal:
    """The actions of a project, oldest first."""

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()
        self._folder = self._root / FOLDER
        self._read: dict[str, Action] = {}  # a kept action changes by being replaced only

    def actions(self) -> tuple[Action, ...]:
        """Lists what was done and not sent; a damaged journal is rebuilt from Git first."""
        found, damaged = self._look()
        if damaged:
            self._rebuild(found, damaged)
            found, _ = self._look()
        return tuple(found)

    def _look(self) -> tuple[list[Action], list[Path]]:
        names = sorted(self._folder.glob("*.json")) if self._folder.is_dir() else []
        found, damaged = [], []
        for path in names:
            try:
                known = self._read.get(path.stem) or of_json(path.stem, path.read_text("utf-8"))
            except FileNotFoundError:  # undone or sent by another program
                continue
            except (ValueError, KeyError, TypeError, AttributeError):
                damaged.append(path)
                continue
            self._read[path.stem] = known
            found.append(known)
        return found, damaged

    def _rebuild(self, found: Iterable[Action], damaged: Iterable[Path]) -> None:
        """Records as one action what Git sees changed and no other action has."""
        git = Git(self._root)
        known = {path for action in found for path in action.paths}
        changed = {*git.differing(), *git.unrecorded(*SOURCES)} if git.folder else set()
        lost = sorted(path for path in changed - known if path.startswith(SOURCES))
        if lost:
            self._keep(ActionKind.FOUND, [self._change(path, git.content(path)) for path in lost])
        for path in damaged:
            path.unlink(missing_ok=True)

    def record(self, texts: Mapping[Path, Content], kind: ActionKind) -> Action:
        """Writes files, all or none, as one action; ``OSError`` when nothing was written.

        Files that would stay as they are are left alone; what changes none is no action.
        """
        root = self._root
        texts = as_stored(root, {path.absolute(): one for path, one in texts.items()})
        before = {path: _content(path) for path in texts}
        changed = {path: one for path, one in texts.items() if _is_change(before[path], one)}
        if not changed:
            return Action("", kind, 0.0, "", ())
        files = [
            _file(path.absolute().relative_to(root).as_posix(), before[path], content)
            for path, content in changed.items()
        ]
        action = self._keep(kind, files)
        try:
            write_all(changed)
        except OSError:
            self._drop(action)
            raise
        self._forget_last_month(action)
        return action

    def note(self, before: Mapping[Path, bytes | None], kind: ActionKind) -> None:
        """Remembers files that another program has changed on behalf of this one."""
        named = {
            path.absolute().relative_to(self._root).as_posix(): was for path, was in before.items()
        }
        files = [self._change(path, was) for path, was in named.items()]
        differing = [one for one in files if one.after != fingerprint(one.before)]
        if differing:
            self._keep(kind, differing)

    def _change(self, path: str, before: bytes | None) -> FileChange:
        return FileChange(path, before, fingerprint(_content(self._root / path)))

    def _keep(self, kind: ActionKind, files: Iterable[FileChange]) -> Action:
        at = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
        action = Action(self._new_id(at), kind, at, self.who(), tuple(files))
        texts: dict[Path, Content] = {self._folder / f"{action.id}.json": to_json(action)}
        ignored = self._root / OWN_FOLDER / ".gitignore"
        if not ignored.exists():
            texts[ignored] = "*\n"
        write_all(texts)
        return action

    def _new_id(self, at: float) -> str:
        """Makes a name that comes after all others, also where a clock has gone back."""
        last = max((path.stem for path in self._folder.glob("*.json")), default="0")
        number = max(int(at * NANO), int(last.partition("-")[0]) + 1)
        return f"{number:020d}-{secrets.token_hex(4)}"

    def who(self) -> str:
        """Returns the name of who works here: a colleague's, or that known to Git or the system."""
        try:
            return WORKING_AS.get() or Git(self._root).author() or getpass.getuser()
        except (KeyError, OSError):
            return ""

    def paths(self) -> tuple[str, ...]:
        """Lists the files that read differently than before the first of the actions, sorted."""
        return tuple(
            sorted(
                path
                for path, file in self._first().items()
                if self._differs(self._root / path, file.before)
            )
        )

    def _differs(self, path: Path, before: bytes | None) -> bool:
        if before is None:  # most files of an import; they need not be read
            return path.exists()
        return fingerprint(before) != fingerprint(_content(path))

    def _first(self) -> dict[str, FileChange]:
        """Finds the first change of each file of which it is known what the file held before."""
        first: dict[str, FileChange] = {}
        for action in self.actions():
            for file in action.files:
                if not (file.is_local or file.is_forgotten):
                    first.setdefault(file.path, file)
        return first

    def find(self, action_id: str) -> Action | None:
        return next((one for one in self.actions() if one.id == action_id), None)

    def last(self, path: str) -> Action | None:
        """Finds the last action that wrote or took away a file."""
        return next((one for one in reversed(self.actions()) if path in one.paths), None)

    def can_undo(self, action: Action | None) -> bool:
        """Tells whether everything that an action wrote is still as it left it.

        A file may also be as it was before: the computer went off while it was written.
        """
        return action is not None and all(
            not file.is_forgotten and (file.is_local or self._is_untouched(action, file))
            for file in action.files
        )

    def _is_untouched(self, action: Action, file: FileChange) -> bool:
        now = fingerprint(_content(self._root / file.path))
        return now == file.after or (
            now == fingerprint(file.before) and self.last(file.path) == action
        )

    def contents_before(self, action: Action) -> dict[Path, Content]:
        """Returns what the files of an action must hold again for it to be undone."""
        contents: dict[Path, Content] = {}
        for file in action.files:
            path = self._root / file.path
            if file.is_list:
                contents[path] = _with_lines(path, file)
            elif not file.is_local or file.after == fingerprint(_content(path)):
                shorter = (_content(path) or b"")[: file.grown_from]
                contents[path] = shorter if file.grown_from else file.before
        return contents

    def undo(self, action: Action) -> bool:
        """Puts back what an action changed, all files or none, unless they have changed since."""
        if not self.can_undo(action):
            return False
        recorded = self._recorded(action)
        write_all(self.contents_before(action))
        self._drop(action)
        self.note(recorded, ActionKind.RESTORED)
        return True

    def _recorded(self, action: Action) -> dict[Path, bytes | None]:
        """Reads what Git has by now of an action: going back from it is a change to be sent."""
        git = Git(self._root)
        changed = set(git.changed(action.paths)) if git.folder else set(action.paths)
        paths = [self._root / path for path in action.paths if path not in changed]
        return {path: _content(path) for path in paths}

    def close(self, actions: Iterable[Action]) -> None:
        """Forgets actions that have been sent."""
        for action in actions:
            self._drop(action)

    def _drop(self, action: Action) -> None:
        self._read.pop(action.id, None)
        (self._folder / f"{action.id}.json").unlink(missing_ok=True)

    def _forget_last_month(self, newest: Action) -> None:
        """Forgets what files held before this month where no Git ever sends it."""
        old = [one for one in self.actions() if _month(one) != _month(newest)]
        if not old or Git(self._root).folder:
            return
        for action in old:
            if not all(file.is_forgotten for file in action.files):
                files = tuple(replace(one, before=None, is_forgotten=True) for one in action.files)
                forgotten = replace(action, files=files)
                self._read.pop(action.id, None)
                write_all({self._folder / f"{action.id}.json": to_json(forgotten)})


def record(root: Path, texts: Mapping[Path, Content], kind: ActionKind) -> Action:
    """Writes files of a project, all or none, so that the change is known, undone and sent."""
    return Journal(root).record(texts, kind)


def _is_change(before: bytes | None, content: Content) -> bool:
    if isinstance(content, str):
        return fingerprint(before) != fingerprint(content.encode("utf-8"))
    return before != content


def _file(path: str, before: bytes | None, content: Content) -> FileChange:
    after = content.encode("utf-8") if isinstance(content, str) else content
    is_kept = not path.startswith(SHOWN_ONLY)
    is_grown = not is_kept and before and after and after.startswith(before)
    file = FileChange(
        path,
        before if is_kept else None,
        fingerprint(after),
        grown_from=len(before or b"") if is_grown else 0,
    )
    if not file.is_list:
        return file
    old, new = (_lines(one) for one in (before, after))
    added = tuple(line for line in new if line not in set(old))
    removed = tuple(line for line in old if line not in set(new))
    return replace(file, before=None, added=added, removed=removed)


def _with_lines(path: Path, file: FileChange) -> Content:
    """Takes out of a list what an action has added, and puts back what it removed."""
    left = [line for line in _lines(_content(path)) if line not in set(file.added)]
    lines = [*left, *(line for line in file.removed if line not in set(left))]
    return "".join(f"{line}\n" for line in lines) or None


def _lines(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", "replace").splitlines()


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _month(action: Action) -> tuple[int, int]:
    day = datetime.fromtimestamp(action.at).astimezone()
    return day.year, day.month


def decoded_text(content: bytes | None) -> str | None:
    """Reads the text of a kept content, with line feeds; None when there is none."""
    if content is None:
        return None
    return content.removeprefix(MARK).replace(b"\r\n", b"\n").decode("utf-8", "replace")
