"""Earlier versions of a file: from Git, and from actions that are not sent yet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from caridulu.journal.action import Action, fingerprint
from caridulu.journal.git import Git
from caridulu.journal.journal import Journal, decoded_text

MOST = 60  # versions of one file
NOW = "sekarang"


@dataclass(frozen=True)
class FileVersion:
    key: str  # what it is asked for by; ``NOW`` as the file is on the disk
    at: datetime | None  # when it began; None if nobody knows
    by: str  # who made it, as ``name <mail>``
    about: str  # what Git was told; empty for an action
    action: Action | None  # what was done; None for a state out of Git, or older than the journal
    path: str  # where the file lay
    text: str  # what it said


def versions(root: Path, path: str) -> tuple[FileVersion, ...]:
    """Lists the states of a file, newest first, the present one among them; no state twice."""
    found: list[FileVersion] = []
    recorded = list(_of_git(root, path))
    for one in (*_not_recorded(_of_journal(root, path), recorded), *recorded):
        if found and one.text == found[-1].text and one.path == found[-1].path:
            found[-1] = replace(one, key=found[-1].key)  # Git knows better who made it
        else:
            found.append(one)
    return tuple(found[:MOST])


def _not_recorded(
    kept: Iterable[FileVersion], recorded: Sequence[FileVersion]
) -> Iterator[FileVersion]:
    """Yields the states of the journal down to the one that Git has recorded."""
    for one in kept:
        yield one
        if recorded and one.text == recorded[0].text:
            break


def _of_journal(root: Path, path: str) -> Iterator[FileVersion]:
    """Yields the present state, then what the file held before each action."""
    actions = [one for one in reversed(Journal(root).actions()) if path in one.paths]
    changes = [next(one for one in action.files if one.path == path) for action in actions]
    file = root / path
    text = decoded_text(file.read_bytes()) if file.is_file() else None
    if text is not None:
        is_by_action = bool(changes) and changes[0].after == fingerprint(text.encode("utf-8"))
        yield _version(NOW, actions[0] if is_by_action else None, path, text)
    made_by: list[Action | None] = [*actions[1:], None]  # of the state before each action
    for action, change, maker in zip(actions, changes, made_by, strict=False):
        held = None if change.is_forgotten else decoded_text(change.before)
        if held is not None:
            yield _version(action.id, maker, path, held)


def _version(key: str, action: Action | None, path: str, text: str) -> FileVersion:
    """Makes the state that an action has left; without one, nobody knows who did."""
    if action is None:
        return FileVersion(key, None, "", "", None, path, text)
    at = datetime.fromtimestamp(action.at).astimezone()
    return FileVersion(key, at, action.by, "", action, path, text)


def _of_git(root: Path, path: str) -> Iterator[FileVersion]:
    git = Git(root)
    told_of_each = "--format=%x01%H%x00%aN <%aE>%x00%aI%x00%s"
    done = git(
        "log", "--follow", told_of_each, "--name-only", "--relative", f"-n{MOST}", "--", path
    )
    for told in done.output.split("\x01")[1:]:
        head, _, names = told.partition("\n")
        commit, by, at, about = head.split("\0")
        place = next((name for name in names.splitlines() if name), path)
        text = decoded_text(git.content(place, commit))
        if text is not None:
            named = by.removesuffix(" <>")  # a colleague, known by name only
            yield FileVersion(commit, datetime.fromisoformat(at), named, about, None, place, text)
